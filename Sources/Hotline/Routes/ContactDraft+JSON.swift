import Domain
import JSON
import Localization
import Web

extension ContactDraft {
    /// The members that the body of `POST /api/v1/contacts` may have.
    static let members: Set = [
        "taskId", "channel", "messenger", "language", "region", "settlement", "problems", "personId", "summary",
        "outcome", "direction", "occurredAt", "counterpart", "relation", "heardFrom", "persons", "hostCountry",
        "urgency", "callerNumber", "callerName", "place", "answers", "attempt",
    ]

    /// Reads the body of `POST /api/v1/contacts`.
    ///
    /// - Throws: `WebError` naming all members that can't be read.
    init(_ body: JSONValue) throws(WebError) {
        guard body.members != nil else { throw .badRequest(.json) }
        var reader = BodyReader(body: body)
        for name in body.unknownMembers(besides: Self.members) {
            reader.errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
        let channel: Channel? = reader.code("channel")
        if channel == nil, reader.text("channel").isEmpty {
            reader.errors.add("channel", "required") { $0.request.fieldRequired }
        }
        let problems = reader.problems("problems")
        self.init(channel: channel ?? .phone, language: reader.text("language"), problems: problems)
        taskID = reader.optional("taskId")
        messenger = reader.shortCode("messenger")
        direction = reader.code("direction") ?? .incoming
        counterpart = reader.code("counterpart") ?? .person
        relation = reader.code("relation")
        heardFrom = reader.code("heardFrom")
        hostCountry = reader.optional("hostCountry")
        hostRegion = reader.optional("region")
        settlement = reader.code("settlement")
        urgency = reader.code("urgency") ?? .normal
        outcome = reader.code("outcome")
        attempt = reader.code("attempt")
        occurredAt = reader.instant("occurredAt")
        narrative.summary = reader.text("summary")
        narrative.place = reader.text("place")
        narrative.callerName = reader.text("callerName")
        narrative.answers = reader.answers("answers")
        caller.number = PhoneNumber(reader.text("callerNumber"))?.e164 ?? reader.text("callerNumber")
        members = reader.members()
        guard reader.errors.isEmpty else { throw .unprocessable(reader.errors) }
    }
}

/// Reads members of a JSON body and gathers what is wrong with them.
struct BodyReader {
    let body: JSONValue
    var errors = FormErrors()

    mutating func text(_ name: String) -> String {
        guard let value = body[name] else { return "" }
        guard let text = value.string else {
            wrongType(name)
            return ""
        }
        return text
    }

    mutating func optional(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    mutating func code<Code: RawRepresentable>(_ name: String) -> Code? where Code.RawValue == String {
        guard let text = optional(name) else { return nil }
        guard let code = Code(rawValue: text) else {
            unknownCode(name)
            return nil
        }
        return code
    }

    /// A code that no list holds: a few lower-case letters, digits, `_` and `-`.
    mutating func shortCode(_ name: String) -> String? {
        guard let text = optional(name) else { return nil }
        guard text.utf8.count <= 20,
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45 })
        else {
            unknownCode(name)
            return nil
        }
        return text
    }

    mutating func instant(_ name: String) -> Instant? {
        guard let text = optional(name) else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            errors.add(name, "impossible_date") { $0.hotline.timeUnreadable }
            return nil
        }
        return instant
    }

    mutating func problems(_ name: String) -> [ProblemCode] {
        guard let value = body[name] else { return [] }
        guard let items = value.array else {
            wrongType(name)
            return []
        }
        var codes: [ProblemCode] = []
        for (index, item) in items.enumerated() {
            if let code = item.string.flatMap({ ProblemCode(rawValue: $0) }) {
                codes.append(code)
            } else {
                unknownCode("\(name).\(index)")
            }
        }
        return codes
    }

    mutating func answers(_ name: String) -> [String: String] {
        guard let value = body[name] else { return [:] }
        guard let members = value.members else {
            wrongType(name)
            return [:]
        }
        var answers: [String: String] = [:]
        for member in members {
            if StandingQuestion(rawValue: member.name) != nil,
                let answer = member.value.string.flatMap({ StandingAnswer(rawValue: $0) })
            {
                answers[member.name] = answer.rawValue
            } else {
                unknownCode("\(name).\(member.name)")
            }
        }
        return answers
    }

    /// `persons`, and before them `personId`: the person concerned who is also the caller.
    mutating func members() -> [ContactMember] {
        var members: [ContactMember] = []
        if let text = optional("personId") {
            if let id = PersonID(text) {
                members.append(ContactMember(id, .caller))
            } else {
                errors.add("personId", "not_found") { $0.hotline.personNotFound }
            }
        }
        guard let value = body["persons"] else { return members }
        guard let items = value.array else {
            wrongType("persons")
            return members
        }
        for (index, item) in items.enumerated() {
            guard let role = item["role"]?.string.flatMap({ ContactRole(rawValue: $0) }) else {
                unknownCode("persons.\(index).role")
                continue
            }
            guard let text = item["personId"]?.string else {
                members.append(ContactMember(nil, role))
                continue
            }
            if let id = PersonID(text) {
                members.append(ContactMember(id, role))
            } else {
                errors.add("persons.\(index).personId", "not_found") { $0.hotline.personNotFound }
            }
        }
        return members
    }

    private mutating func wrongType(_ name: String) {
        errors.add(name, "wrong_type") { $0.request.wrongType }
    }

    private mutating func unknownCode(_ name: String) {
        errors.add(name, "unknown_code") { $0.hotline.codeUnknown }
    }
}
