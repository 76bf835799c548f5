public import Localization
public import Markup

/// Several lines of text.
public struct TextArea: Component {
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
    /// The visible lines; the box grows with its text where the browser can.
    public var rows: Int
    /// The greatest number of UTF-16 units that the browser lets in.
    public var maximumLength: Int?

    public init(
        _ name: String,
        label: String,
        value: String = "",
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        rows: Int = 4,
        maximumLength: Int? = nil
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.rows = rows
        self.maximumLength = maximumLength
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: label, hint: hint, error: error, isRequired: isRequired)
        // Browsers drop one line feed after the opening tag, so a text that begins with one is given one more.
        let first = value.utf8.first
        let lead: HTML = first == 10 || first == 13 ? "\n" : ""
        return frame.field(
            texts,
            control: """
                <textarea\(frame.attributes) rows="\(rows)" dir="auto" autocomplete="off"\
                \(attribute: "maxlength", maximumLength)>\(lead)\(value)</textarea>
                """
        )
    }
}
