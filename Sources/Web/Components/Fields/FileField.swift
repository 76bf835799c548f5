public import Localization
public import Markup

/// A file to be sent; its form has to be multipart.
public struct FileField: Component {
    /// The name under which the form sends it.
    public var name: String
    /// What it is, in the words of the reader.
    public var label: String
    /// Help below the label.
    public var hint: String?
    /// What is wrong, in a sentence that says what to do.
    public var error: String?
    /// Whether it is marked as required; the server judges.
    public var isRequired: Bool
    /// Media types and endings for the browser's chooser, such as `image/*,.pdf`; the server judges by itself.
    public var accepted: String?
    /// The greatest size in mebibytes, said in the hint.
    public var maximumMegabytes: Int?
    /// Whether several files can be chosen at once.
    public var takesSeveral: Bool

    public init(
        _ name: String,
        label: String,
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = false,
        accepted: String? = nil,
        maximumMegabytes: Int? = nil,
        takesSeveral: Bool = false
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.accepted = accepted
        self.maximumMegabytes = maximumMegabytes
        self.takesSeveral = takesSeveral
    }

    public func html(_ texts: Texts) -> HTML {
        let limit = maximumMegabytes.map { megabytes in
            texts.component.fileLimit(size: texts.component.megabytes(number: texts.formats.number(megabytes)))
        }
        let hints = [hint, limit].compactMap { $0 }
        let frame = FieldFrame(
            name: name,
            label: label,
            hint: hints.isEmpty ? nil : hints.joined(separator: " "),
            error: error,
            isRequired: isRequired
        )
        return frame.field(
            texts,
            control: """
                <input type="file"\(frame.attributes)\(attribute: "accept", accepted)\
                \(attribute: "multiple", takesSeveral)/>
                """
        )
    }
}
