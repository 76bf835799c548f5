import Domain
import JSON
import Localization
import Web

extension PersonInput {
    private static let members: Set = [
        "names", "alias", "nameless", "birthDate", "birthEstimated", "sex", "citizenship", "homeRegion", "homePlace",
        "languages", "phones", "documents", "notes", "safeContact", "wishes", "marks", "recognition",
        "vulnerabilities", "vulnerabilityNote", "circle", "places", "stays", "detentions",
    ]

    /// Reads the body of `POST /api/v1/people`.
    ///
    /// - Throws: `WebError` naming the members that have another type than they should, or that nobody knows.
    init(_ body: JSONValue) throws(WebError) {
        self.init()
        guard body.members != nil else { throw .badRequest(.json) }
        var reader = PersonJSONReader()
        reader.refuseUnknown(body, besides: Self.members, in: nil)
        readIdentity(body, &reader)
        readNumbers(body, &reader)
        safety = reader.safety(body)
        vulnerabilities = Set(reader.texts(body, "vulnerabilities"))
        vulnerabilityNote = reader.text(body, "vulnerabilityNote")
        notes = reader.text(body, "notes")
        for section in PersonSection.allCases {
            self[section] = reader.list(body, section.rawValue) { item, reader in
                reader.row(item, section)
            }
        }
        guard reader.errors.isEmpty else { throw .unprocessable(reader.errors) }
    }

    private mutating func readIdentity(_ body: JSONValue, _ reader: inout PersonJSONReader) {
        names = reader.list(body, "names") { item, reader in
            PersonName(
                family: reader.text(item, "family", in: "names"),
                given: reader.text(item, "given", in: "names"),
                patronymic: reader.text(item, "patronymic", in: "names")
            )
        }
        alias = reader.text(body, "alias")
        isNameless = reader.flag(body, "nameless")
        isBirthEstimated = reader.flag(body, "birthEstimated")
        sex = reader.text(body, "sex")
        citizenship = reader.text(body, "citizenship")
        homeRegion = reader.text(body, "homeRegion")
        homePlace = reader.text(body, "homePlace")
        languages = reader.texts(body, "languages")
        let date = reader.text(body, "birthDate")
        if let birth = PartialDate(iso: date) {
            birthYear = String(birth.year)
            birthMonth = birth.month.map { String($0) } ?? ""
            birthDay = birth.day.map { String($0) } ?? ""
        } else if !date.isEmpty {
            reader.errors.add("birthDate", "impossible_date") { $0.people.birthImpossible }
        }
    }

    private mutating func readNumbers(_ body: JSONValue, _ reader: inout PersonJSONReader) {
        phones = reader.list(body, "phones") { item, reader in
            if let number = item.string { return Phone(number: number) }
            return Phone(
                number: reader.text(item, "number", in: "phones"),
                note: reader.text(item, "note", in: "phones"),
                owner: reader.text(item, "owner", in: "phones"),
                messenger: reader.text(item, "messenger", in: "phones")
            )
        }
        documents = reader.list(body, "documents") { item, reader in
            Document(
                kind: reader.text(item, "type", in: "documents"),
                number: reader.text(item, "number", in: "documents"),
                state: reader.text(item, "state", in: "documents"),
                heldBy: reader.text(item, "heldBy", in: "documents"),
                since: reader.text(item, "since", in: "documents")
            )
        }
    }
}

/// Reads members of JSON and gathers what is wrong with them.
struct PersonJSONReader {
    var errors = FormErrors()

    mutating func refuseUnknown(_ value: JSONValue, besides known: Set<String>, in parent: String?) {
        for name in value.unknownMembers(besides: known) {
            errors.add(path(name, parent), "unknown_member") { $0.request.unknownMember }
        }
    }

    mutating func list<Item>(
        _ body: JSONValue,
        _ name: String,
        _ make: (JSONValue, inout PersonJSONReader) -> Item
    ) -> [Item] {
        guard let value = body[name] else { return [] }
        guard let array = value.array else {
            wrongType(name, nil)
            return []
        }
        return array.map { make($0, &self) }
    }

    mutating func texts(_ body: JSONValue, _ name: String) -> [String] {
        list(body, name) { item, reader in
            if item.string == nil { reader.wrongType(name, nil) }
            return item.string ?? ""
        }
    }

    mutating func text(_ body: JSONValue, _ name: String, in parent: String? = nil) -> String {
        guard let value = body[name] else { return "" }
        guard let text = value.string else {
            wrongType(name, parent)
            return ""
        }
        return text
    }

    mutating func flag(_ body: JSONValue, _ name: String, in parent: String? = nil) -> Bool {
        guard let value = body[name] else { return false }
        guard let flag = value.bool else {
            wrongType(name, parent)
            return false
        }
        return flag
    }

    mutating func row(_ item: JSONValue, _ section: PersonSection) -> PersonRow {
        refuseUnknown(item, besides: Set(section.columns.map(\.name)), in: section.rawValue)
        var row = PersonRow()
        for column in section.columns {
            row[column.name] =
                column.kind == .flag
                ? (flag(item, column.name, in: section.rawValue) ? "true" : "")
                : text(item, column.name, in: section.rawValue)
        }
        return row
    }

    mutating func safety(_ body: JSONValue) -> PersonInput.Safety {
        var safety = PersonInput.Safety()
        if let contact = object(body, "safeContact") {
            let known: Set = [
                "mustNotBeContacted", "channel", "from", "until", "zone", "codeWord", "neverLeaveMessage",
                "neutralSender", "note",
            ]
            refuseUnknown(contact, besides: known, in: "safeContact")
            safety.mustNotBeContacted = flag(contact, "mustNotBeContacted", in: "safeContact")
            safety.channel = text(contact, "channel", in: "safeContact")
            safety.from = text(contact, "from", in: "safeContact")
            safety.until = text(contact, "until", in: "safeContact")
            safety.zone = text(contact, "zone", in: "safeContact")
            safety.codeWord = text(contact, "codeWord", in: "safeContact")
            safety.neverLeaveMessage = flag(contact, "neverLeaveMessage", in: "safeContact")
            safety.neutralSender = flag(contact, "neutralSender", in: "safeContact")
            safety.note = text(contact, "note", in: "safeContact")
        }
        if let wishes = object(body, "wishes") {
            let known: Set = ["womanLawyer", "notFromOwnVillage", "doNotTellMyState", "interpreter"]
            refuseUnknown(wishes, besides: known, in: "wishes")
            safety.womanLawyer = flag(wishes, "womanLawyer", in: "wishes")
            safety.notFromOwnVillage = flag(wishes, "notFromOwnVillage", in: "wishes")
            safety.doNotTellMyState = flag(wishes, "doNotTellMyState", in: "wishes")
            safety.interpreter = text(wishes, "interpreter", in: "wishes")
        }
        safety.marks = Set(texts(body, "marks"))
        if let recognition = object(body, "recognition") {
            refuseUnknown(recognition, besides: ["manner", "givenOn", "withdrawnOn"], in: "recognition")
            safety.recognition = text(recognition, "manner", in: "recognition")
            safety.recognitionGivenOn = text(recognition, "givenOn", in: "recognition")
            safety.recognitionWithdrawnOn = text(recognition, "withdrawnOn", in: "recognition")
        }
        return safety
    }

    private mutating func object(_ body: JSONValue, _ name: String) -> JSONValue? {
        guard let value = body[name] else { return nil }
        if value.members == nil { wrongType(name, nil) }
        return value
    }

    private mutating func wrongType(_ name: String, _ parent: String?) {
        errors.add(path(name, parent), "wrong_type") { $0.request.wrongType }
    }

    private func path(_ name: String, _ parent: String?) -> String { parent.map { "\($0).\(name)" } ?? name }
}

extension PersonProblems {
    /// As field errors, for the form and for the API.
    var formErrors: FormErrors {
        var errors = FormErrors()
        for problem in all {
            errors.add(problem.field, problem.code) { problem.message($0) }
        }
        return errors
    }
}
