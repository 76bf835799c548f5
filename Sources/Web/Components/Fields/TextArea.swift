public import Localization
public import Markup

/// Several lines of text.
public struct TextArea: Component {
    public var name: String
    public var label: String
    public var value: String
    public var hint: String?
    public var error: String?
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
