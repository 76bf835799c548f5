import Domain
import Localization
import Markup
import Web

extension RequestingAuthority {
    func title(_ texts: Texts) -> String {
        switch self {
        case .police: texts.official.authorityPolice
        case .migration: texts.official.authorityMigration
        case .court: texts.official.authorityCourt
        case .prosecutor: texts.official.authorityProsecutor
        case .security: texts.official.authoritySecurity
        case .foreign: texts.official.authorityForeign
        case .other: texts.official.authorityOther
        }
    }
}

extension OfficialRequestState {
    func badge(_ texts: Texts) -> Badge {
        switch self {
        case .received: Badge(texts.official.stateReceived, .due)
        case .refused: Badge(texts.official.stateRefused, .done)
        case .answered: Badge(texts.official.stateAnswered, .done)
        case .withdrawn: Badge(texts.official.stateWithdrawn, .neutral)
        }
    }
}

extension OfficialRequestProblem {
    /// The field of a form that it stands at.
    var field: String {
        switch self {
        case .askerMissing: "asker"
        case .wantedMissing: "wanted"
        case .paperMissing: "paper"
        case .receivedInFuture: "receivedDay"
        case .dueBeforeReceipt: "dueDay"
        case .textTooLong: "wanted"
        case .notNamed, .notADecision, .samePerson, .alreadyDecided: "state"
        case .reasonMissing: "reason"
        case .toldWithoutAnswer: "told"
        }
    }

    /// The sentence for people.
    func message(_ texts: Texts) -> String {
        switch self {
        case .askerMissing, .wantedMissing, .paperMissing, .notADecision: texts.request.fieldRequired
        case .receivedInFuture, .dueBeforeReceipt: texts.official.problemDate
        case .textTooLong: texts.official.problemLong(count: texts.formats.number(OfficialRequestRule.longestText))
        case .notNamed: texts.official.problemNotNamed
        case .samePerson: texts.official.secondPerson
        case .alreadyDecided: texts.official.problemDecided
        case .reasonMissing: texts.official.problemReason
        case .toldWithoutAnswer: texts.official.problemTold
        }
    }

    static func errors(_ problems: [OfficialRequestProblem]) -> FormErrors {
        var errors = FormErrors()
        for problem in problems { errors.add(problem.field, problem.rawValue) { problem.message($0) } }
        return errors
    }
}

/// Every address of the register.
enum OfficialRequestURL {
    case list
    case request(OfficialRequestID)
    case decide(OfficialRequestID)

    var url: URLAttribute {
        switch self {
        case .list: .path("official-requests")
        case .request(let id): .path("official-requests", id.text)
        case .decide(let id): .path("official-requests", id.text, "decide")
        }
    }
}
