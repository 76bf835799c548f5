public import Localization
public import Markup

/// One line of text.
public struct TextField: Component {
    /// What is typed; decides the keyboard of a telephone and what the browser may fill in.
    public enum Kind: Sendable, CaseIterable {
        case text, email, address
        /// A short number that is no quantity, such as a one-time code.
        case code
        /// A whole number or an amount.
        case number
        /// A telephone number in any notation.
        case phone
    }

    /// The name under which the form sends it.
    public var name: String
    /// What it is, in the words of the reader.
    public var label: String
    /// What is shown in it, exactly as it was typed.
    public var value: String
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// Whether it is marked as required; the server judges.
    public var isRequired: Bool
    /// Which kind it is.
    public var kind: Kind
    /// A token of HTML's `autocomplete`, such as `username`; `off` when `nil`, since the desk is about other people.
    public var autocomplete: String?
    /// The greatest number of UTF-16 units that the browser lets in.
    public var maximumLength: Int?
    /// How wide the control is.
    public var width: FieldWidth

    /// A field shows `value` again exactly as it was typed.
    public init(
        _ name: String,
        label: String,
        value: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        kind: Kind = .text,
        autocomplete: String? = nil,
        maximumLength: Int? = nil,
        width: FieldWidth = .full
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.kind = kind
        self.autocomplete = autocomplete
        self.maximumLength = maximumLength
        self.width = width
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: label, hint: hint, error: error, isRequired: isRequired)
        return frame.field(
            texts,
            kind: width.rawValue,
            control: """
                <input\(attribute: "type", type)\(frame.attributes)\(attribute: "value", value)\
                \(attribute: "inputmode", inputMode)\(attribute: "autocomplete", autocomplete ?? "off")\
                \(attribute: "maxlength", maximumLength)\(direction)\
                \(attribute: "spellcheck", kind == .text ? nil : "false")/>
                """
        )
    }

    private var type: String {
        switch kind {
        case .email: "email"
        case .address: "url"
        case .phone: "tel"
        case .text, .code, .number: "text"
        }
    }

    private var inputMode: String? {
        switch kind {
        case .code, .number: "numeric"
        default: nil
        }
    }

    /// Names take the direction of their own script; numbers and addresses always run from left to right.
    private var direction: HTML {
        kind == .text ? " dir=\"auto\"" : " dir=\"ltr\""
    }
}

/// A number, typed as people write it; the server judges it, so that nothing typed is lost.
public struct NumberField: Component {
    /// The field it is made of.
    public var field: TextField
    /// What is counted, shown behind the box: `kg`, `₽`.
    public var unit: String?

    public init(
        _ name: String,
        label: String,
        value: String = "",
        unit: String? = nil,
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false
    ) {
        let labelled = unit.map { "\(label), \($0)" } ?? label
        field = TextField(
            name,
            label: labelled,
            value: value,
            hint: hint,
            error: error,
            isRequired: isRequired,
            kind: .number,
            width: .short
        )
        self.unit = unit
    }

    public func html(_ texts: Texts) -> HTML { field.html(texts) }
}

/// A telephone number in whatever notation people use; the server brings it into one form.
public struct PhoneField: Component {
    /// The field it is made of.
    public var field: TextField

    public init(
        _ name: String,
        label: String,
        value: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false
    ) {
        field = TextField(
            name,
            label: label,
            value: value,
            hint: hint,
            error: error,
            isRequired: isRequired,
            kind: .phone,
            width: .medium
        )
    }

    public func html(_ texts: Texts) -> HTML { field.html(texts) }
}
