import Domain
import JSON
import Localization
import Web

/// Reads members of a JSON body and gathers what is wrong with them.
struct BodyReader {
    let body: JSONValue
    private(set) var errors = FormErrors()

    init(_ body: JSONValue, known: Set<String>) throws(WebError) {
        guard body.members != nil else { throw .badRequest(.json) }
        self.body = body
        for name in body.unknownMembers(besides: known) {
            errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
    }

    mutating func text(_ name: String, atMost limit: Int = 20_000) -> String {
        guard let value = body[name] else { return "" }
        guard let text = value.string else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return ""
        }
        if text.unicodeScalars.count > limit {
            errors.add(name, "too_long") { $0.request.fieldTooLong(limit: $0.formats.number(limit)) }
        }
        return text
    }

    mutating func flag(_ name: String) -> Bool {
        guard let value = body[name] else { return false }
        guard let flag = value.bool else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return false
        }
        return flag
    }

    /// A code of a list; `nil` without one, which is an error where it is required.
    mutating func code<Code: RawRepresentable>(_ name: String, _: Code.Type, isRequired: Bool = true) -> Code?
    where Code.RawValue == String {
        let text = text(name)
        if text.isEmpty {
            if isRequired { require(name) }
            return nil
        }
        guard let code = Code(rawValue: text) else {
            errors.add(name, "unknown_code") { $0.people.choiceUnknown }
            return nil
        }
        return code
    }

    mutating func id<Entity>(_ name: String, _: Entity.Type, isRequired: Bool = true) -> Identifier<Entity>? {
        let text = text(name)
        if text.isEmpty {
            if isRequired { require(name) }
            return nil
        }
        guard let id = Identifier<Entity>(text) else {
            errors.add(name, "unknown_code") { $0.people.choiceUnknown }
            return nil
        }
        return id
    }

    mutating func require(_ name: String) {
        errors.add(name, "required") { $0.request.fieldRequired }
    }

    mutating func refuseCode(_ name: String) {
        errors.add(name, "unknown_code") { $0.people.choiceUnknown }
    }

    mutating func refuse(_ name: String, _ problem: SharingProblem) {
        errors.add(name, problem.code) { problem.message($0) }
    }

    /// Throws when something was wrong.
    func finish() throws(WebError) {
        guard errors.isEmpty else { throw .unprocessable(errors) }
    }
}

extension AuthorityDraft {
    /// Reads the body of `POST /api/v1/cases/{id}/consents`.
    init(_ json: JSONValue) throws(WebError) {
        var body = try BodyReader(
            json,
            known: [
                "recipientOrganizationId", "recipientName", "purpose", "scope", "language", "method", "expiresOn",
                "personId", "basis", "givenBy", "giver", "relation", "interpreter", "reason", "bestInterest", "lawyer",
                "secondUserId", "isStateSentenceRead", "isPersonInformed",
            ]
        )
        var details = AuthorityDetails()
        details.giverName = body.text("givenBy", atMost: 200)
        details.giverRelation = body.text("relation", atMost: 200)
        details.interpreter = body.text("interpreter", atMost: 200)
        details.reason = body.text("reason")
        details.bestInterest = body.text("bestInterest")
        details.lawyer = body.text("lawyer", atMost: 200)
        details.isPersonInformed = body.flag("isPersonInformed")
        let outside = body.text("recipientName", atMost: 200)
        let recipient = body.id("recipientOrganizationId", OrganizationEntity.self, isRequired: outside.isEmpty)
        let purpose = body.code("purpose", SharePurpose.self)
        let basis = body.code("basis", AuthorityBasis.self, isRequired: false) ?? .consent
        let method = body.code("method", AuthorityMethod.self)
        let language = body.text("language", atMost: 35)
        if language.isEmpty { body.require("language") }
        let day = body.text("expiresOn")
        let expiresOn = CivilDate(iso: day)
        if expiresOn == nil { body.refuse("expiresOn", .endMissing) }
        let groups = Self.scope(json, &body)
        let person = body.id("personId", PersonEntity.self, isRequired: false)
        let second = body.id("secondUserId", UserEntity.self, isRequired: false)
        let giver = Self.giver(&body, basis, &details)
        let isRead = body.flag("isStateSentenceRead")
        try body.finish()
        guard let purpose, let method, let expiresOn, let groups else { throw .badRequest(.json) }
        self.init(
            person: person,
            recipient: recipient.map { .organization($0) } ?? .outside(outside),
            basis: basis,
            purpose: purpose,
            groups: groups,
            language: language,
            method: method,
            giver: giver,
            expiresOn: expiresOn,
            details: details,
            secondUser: second,
            isStateSentenceRead: isRead
        )
    }

    /// `summary`, `full`, or a list of field groups.
    private static func scope(_ json: JSONValue, _ body: inout BodyReader) -> FieldGroups? {
        switch json["scope"] {
        case .string("summary")?: return .summary
        case .string("full")?: return .full
        case .array(let items)?:
            let groups = items.map { $0.string.flatMap { FieldGroup(code: $0) } }
            if groups.contains(nil) {
                body.refuse("scope", .groupsMissing)
                return nil
            }
            if groups.isEmpty { body.refuse("scope", .groupsMissing) }
            return FieldGroups(groups.compactMap { $0 })
        case .string(let code)?:
            if let group = FieldGroup(code: code) { return FieldGroups([group]) }
            body.refuse("scope", .groupsMissing)
            return nil
        case nil:
            body.require("scope")
            return nil
        default:
            body.refuse("scope", .groupsMissing)
            return nil
        }
    }

    /// Who gave it: as said, else as the basis has it. A code given as the name is the giver too.
    private static func giver(
        _ body: inout BodyReader,
        _ basis: AuthorityBasis,
        _ details: inout AuthorityDetails
    ) -> AuthorityGiver {
        if let code = AuthorityGiver(rawValue: details.giverName) {
            details.giverName = ""
            return code
        }
        if let giver = body.code("giver", AuthorityGiver.self, isRequired: false) { return giver }
        return switch basis {
        case .consent: .person
        case .guardian: .guardian
        case .representative: .representative
        case .vitalInterest, .childBestInterest, .legalDuty: .staff
        }
    }
}

extension ReferralDraft {
    /// Reads the body of `POST /api/v1/cases/{id}/referrals`. Without a consent it is refused by the rules, not here.
    init(_ json: JSONValue) throws(WebError) {
        var body = try BodyReader(
            json,
            known: ["organizationId", "serviceId", "consentId", "urgency", "note", "agreement", "wishes"]
        )
        var note = ReferralNote()
        note.text = body.text("note")
        note.agreement = body.text("agreement", atMost: 500)
        for wish in (json["wishes"]?.array ?? []).compactMap(\.string) {
            switch wish {
            case "woman_lawyer": note.wantsWomanLawyer = true
            case "interpreter": note.wantsInterpreter = true
            case "not_from_own_village": note.notFromOwnVillage = true
            default: body.refuseCode("wishes")
            }
        }
        let recipient = body.id("organizationId", OrganizationEntity.self)
        let service = body.id("serviceId", ServiceEntity.self, isRequired: false)
        let consent = body.text("consentId")
        let urgency = body.code("urgency", Urgency.self, isRequired: false) ?? .normal
        try body.finish()
        guard let recipient else { throw .badRequest(.json) }
        guard let authority = AuthorityID(consent) else { throw SharingAnswers.webError([.consentMissing]) }
        self.init(recipient: recipient, service: service, authority: authority, urgency: urgency, note: note)
    }
}
