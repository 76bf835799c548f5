import Domain
import Localization
import Web

/// What was typed into the form for an authority, exactly as typed.
struct AuthorityInput {
    var person = ""
    var recipient = ""
    var outside = ""
    var basis = AuthorityBasis.consent.rawValue
    var purpose = ""
    var groups: Set<String> = [FieldGroup.identity.code]
    var language = ""
    var method = ""
    var giver = AuthorityGiver.person.rawValue
    var giverName = ""
    var giverRelation = ""
    var interpreter = ""
    var day = ""
    var month = ""
    var year = ""
    var reason = ""
    var bestInterest = ""
    var lawyer = ""
    var secondUser = ""
    var isStateSentenceRead = false
    var isPersonInformed = false

    init() {}

    init(_ form: FormData) {
        person = form["person"]
        recipient = form["recipient"]
        outside = form.trimmed("outside")
        basis = form["basis"]
        purpose = form["purpose"]
        groups = Set(form.values("groups"))
        language = form["language"]
        method = form["method"]
        giver = form["giver"]
        giverName = form.trimmed("giverName")
        giverRelation = form.trimmed("giverRelation")
        interpreter = form.trimmed("interpreter")
        day = form["expiresOnDay"]
        month = form["expiresOnMonth"]
        year = form["expiresOnYear"]
        reason = form.trimmed("reason")
        bestInterest = form.trimmed("bestInterest")
        lawyer = form.trimmed("lawyer")
        secondUser = form["secondUser"]
        isStateSentenceRead = form.has("stateSentence")
        isPersonInformed = form.has("personInformed")
    }

    /// The draft that it describes, or what is wrong field by field.
    func draft(_ errors: inout FormErrors) -> AuthorityDraft? {
        let recipient: AuthorityRecipient? =
            OrganizationID(recipient).map { .organization($0) } ?? (outside.isEmpty ? nil : .outside(outside))
        func refuse(_ problem: SharingProblem) {
            errors.add(problem.field, problem.code) { problem.message($0) }
        }
        if recipient == nil { refuse(.recipientMissing) }
        let groups = FieldGroups(self.groups.compactMap { FieldGroup(code: $0) })
        if groups.isEmpty { refuse(.groupsMissing) }
        let expiresOn = CivilDate(iso: Self.iso(year, month, day))
        if expiresOn == nil { refuse(.endMissing) }
        let basis = AuthorityBasis(rawValue: basis)
        let purpose = SharePurpose(rawValue: purpose)
        let method = AuthorityMethod(rawValue: method)
        let giver = AuthorityGiver(rawValue: giver)
        for (field, isMissing) in [
            ("basis", basis == nil), ("purpose", purpose == nil), ("method", method == nil), ("giver", giver == nil),
        ] where isMissing {
            errors.add(field, "unknown_code") { $0.people.choiceUnknown }
        }
        guard errors.isEmpty, let recipient, let expiresOn, let basis, let purpose, let method, let giver else {
            return nil
        }
        return AuthorityDraft(
            person: PersonID(person),
            recipient: recipient,
            basis: basis,
            purpose: purpose,
            groups: groups,
            language: language,
            method: method,
            giver: giver,
            expiresOn: expiresOn,
            details: details,
            secondUser: UserID(secondUser),
            isStateSentenceRead: isStateSentenceRead
        )
    }

    private var details: AuthorityDetails {
        var details = AuthorityDetails()
        details.giverName = giverName
        details.giverRelation = giverRelation
        details.interpreter = interpreter
        details.reason = reason
        details.bestInterest = bestInterest
        details.lawyer = lawyer
        details.isPersonInformed = isPersonInformed
        return details
    }

    private static func iso(_ year: String, _ month: String, _ day: String) -> String {
        func padded(_ text: String) -> String { text.utf8.count == 1 ? "0" + text : text }
        return "\(year)-\(padded(month))-\(padded(day))"
    }
}
