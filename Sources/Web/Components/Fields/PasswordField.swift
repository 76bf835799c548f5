public import Localization
public import Markup

/// A password. It is never shown again after a form was sent; the script adds a button that makes it visible.
public struct PasswordField: Component {
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
    /// A password being chosen, which the browser may propose and must not fill in with the old one.
    public var isNew: Bool

    public init(
        _ name: String,
        label: String,
        hint: String? = nil,
        error: String? = nil,
        isRequired: Bool = true,
        isNew: Bool = false
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.isNew = isNew
    }

    public func html(_ texts: Texts) -> HTML {
        let frame = FieldFrame(name: name, label: label, hint: hint, error: error, isRequired: isRequired)
        return frame.field(
            texts,
            kind: FieldWidth.medium.rawValue,
            control: """
                <div class="password"><input type="password"\(frame.attributes)\
                \(attribute: "autocomplete", isNew ? "new-password" : "current-password") dir="ltr" maxlength="1024"/>\
                <button type="button" class="button quiet" hidden="" data-reveal="\(frame.id)"\
                \(attribute: "aria-label", texts.component.showPassword)\
                \(attribute: "data-hide-label", texts.component.hidePassword)>\(Icon.eye.html)</button></div>
                """
        )
    }
}
