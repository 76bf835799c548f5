public import Localization

/// What is wrong with a field.
public struct FieldProblem: Sendable {
    /// The field's name in the form; in APIs the member's path with dots.
    public let field: String
    /// A stable code for programs, such as `required`.
    public let code: String
    /// The sentence for people.
    public let message: @Sendable (Texts) -> String

    public init(_ field: String, _ code: String, _ message: @escaping @Sendable (Texts) -> String) {
        self.field = field
        self.code = code
        self.message = message
    }
}

/// What is wrong with a form, field by field. A page with errors is answered with 422 and shows everything as typed.
public struct FormErrors: Sendable {
    public private(set) var problems: [FieldProblem] = []

    public init() {}

    public var isEmpty: Bool { problems.isEmpty }

    public mutating func add(_ field: String, _ code: String, _ message: @escaping @Sendable (Texts) -> String) {
        problems.append(FieldProblem(field, code, message))
    }

    /// The first sentence about a field.
    public func message(for field: String, _ texts: Texts) -> String? {
        problems.first { $0.field == field }?.message(texts)
    }

    /// The first value of a field without white space around it, at most so many characters long; a longer one is a
    /// problem of that field and comes back cut to fit. Where the field is required, nothing at all is a problem too.
    public mutating func text(
        _ form: FormData,
        _ field: String,
        atMost limit: Int,
        isRequired: Bool = false
    ) -> String {
        let value = form.trimmed(field)
        if value.isEmpty, isRequired {
            add(field, "required") { $0.request.fieldRequired }
        }
        guard value.utf8.count > limit, value.unicodeScalars.count > limit else { return value }
        add(field, "too_long") { texts in
            texts.request.fieldTooLong(limit: texts.formats.number(limit))
        }
        return String(String.UnicodeScalarView(value.unicodeScalars.prefix(limit)))
    }
}
