import Localization
import Web

extension SharingProblem {
    /// Whether somebody was quicker, rather than something being wrong with what was sent.
    var isConflict: Bool {
        switch self {
        case .wrongState, .alreadyReferred, .alreadyOffered, .alreadyConfirmed: true
        default: false
        }
    }

    /// The member of an API's body that it stands at; `recipient` is how that body calls the recipient.
    func member(recipient: String) -> String {
        switch field {
        case "recipient": recipient
        case "groups": "scope"
        case "expiresOnDay": "expiresOn"
        case "giverName": "givenBy"
        case "person": "personId"
        case "consent": "consentId"
        case "secondUser": "secondUserId"
        case "stateSentence": "isStateSentenceRead"
        default: field
        }
    }
}

enum SharingAnswers {
    /// As errors of a form, at its fields.
    static func formErrors(_ problems: [SharingProblem]) -> FormErrors {
        var errors = FormErrors()
        for problem in problems { errors.add(problem.field, problem.code) { problem.message($0) } }
        return errors
    }

    /// As the answer of the API: 409 when somebody was quicker, else 422 naming each member.
    static func webError(_ problems: [SharingProblem], recipient: String = "organizationId") -> WebError {
        if let conflict = problems.first(where: \.isConflict) {
            return .conflict(code: conflict.code) { conflict.message($0) }
        }
        var errors = FormErrors()
        for problem in problems {
            errors.add(problem.member(recipient: recipient), problem.code) { problem.message($0) }
        }
        let first = problems.first
        var error = WebError(.unprocessable, code: first?.code) { first?.message($0) ?? "" }
        error.fields = errors
        return error
    }

    /// Turns the rooms' errors into answers that tell a foreign id apart from a missing one in nothing.
    static func answering<Value>(
        recipient: String = "organizationId",
        _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch SharingError.notFound {
            throw WebError.notFound
        } catch CaseError.notFound {
            throw WebError.notFound
        } catch CaseError.refused(.barred) {
            throw WebError.notFound
        } catch CaseError.refused(let refusal) {
            throw WebError.unprocessable(code: refusal.rawValue) { refusal.message($0) }
        } catch SharingError.refused(let problems) {
            throw webError(problems, recipient: recipient)
        }
    }
}
