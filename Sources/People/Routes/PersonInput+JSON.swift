import Domain
import Localization
import Web

extension PersonInput {
    /// Reads the body of `POST /api/v1/people`.
    ///
    /// - Throws: `WebError` naming the members that have another type than they should, or that nobody knows.
    init(_ body: JSONValue) throws(WebError) {
        self.init()
        var errors = FormErrors()
        guard body.members != nil else { throw .badRequest(.json) }
        let known: Set = ["names", "birthDate", "sex", "citizenship", "phones", "documents", "notes"]
        for name in body.unknownMembers(besides: known) {
            errors.add(name, "unknown_member") { $0.request.unknownMember }
        }
        names = Self.list(body, "names", &errors) { item, errors in
            PersonName(
                family: Self.text(item, "family", "names", &errors),
                given: Self.text(item, "given", "names", &errors),
                patronymic: Self.text(item, "patronymic", "names", &errors)
            )
        }
        phones = Self.list(body, "phones", &errors) { item, errors in
            if let number = item.string { return Phone(number: number) }
            return Phone(
                number: Self.text(item, "number", "phones", &errors),
                note: Self.text(item, "note", "phones", &errors)
            )
        }
        documents = Self.list(body, "documents", &errors) { item, errors in
            Document(
                kind: Self.text(item, "type", "documents", &errors),
                number: Self.text(item, "number", "documents", &errors),
                state: Self.text(item, "state", "documents", &errors)
            )
        }
        sex = Self.text(body, "sex", nil, &errors)
        citizenship = Self.text(body, "citizenship", nil, &errors)
        notes = Self.text(body, "notes", nil, &errors)
        let date = Self.text(body, "birthDate", nil, &errors)
        if let birth = PartialDate(iso: date) {
            birthYear = String(birth.year)
            birthMonth = birth.month.map { String($0) } ?? ""
            birthDay = birth.day.map { String($0) } ?? ""
        } else if !date.isEmpty {
            errors.add("birthDate", "impossible_date") { $0.people.birthImpossible }
        }
        guard errors.isEmpty else { throw .unprocessable(errors) }
    }

    private static func list<Item>(
        _ body: JSONValue,
        _ name: String,
        _ errors: inout FormErrors,
        _ make: (JSONValue, inout FormErrors) -> Item
    ) -> [Item] {
        guard let value = body[name], value != .null else { return [] }
        guard let array = value.array else {
            errors.add(name, "wrong_type") { $0.request.wrongType }
            return []
        }
        return array.map { make($0, &errors) }
    }

    private static func text(
        _ body: JSONValue,
        _ name: String,
        _ parent: String?,
        _ errors: inout FormErrors
    ) -> String {
        guard let value = body[name], value != .null else { return "" }
        guard let text = value.string else {
            errors.add(parent.map { "\($0).\(name)" } ?? name, "wrong_type") { $0.request.wrongType }
            return ""
        }
        return text
    }
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
