public import Localization
public import Markup

/// A question before something is taken away, without a script: a button that opens what will happen and the button
/// that does it.
public struct Confirmation: Component {
    /// What the closed button says: "Delete…".
    public var label: String
    /// What will happen, in one or two sentences.
    public var explanation: String
    /// What the button that does it says: "Delete for good".
    public var confirmLabel: String
    /// What is done.
    public var action: URLAttribute
    /// The session's token against forged requests.
    public var token: String?
    /// Further fields, such as a reason.
    public var fields: HTML
    /// Whether it comes opened.
    public var isOpen: Bool
    /// Whether something is taken away for good; other questions are asked in a calmer colour.
    public var isDestructive: Bool

    public init(
        _ label: String,
        explanation: String,
        confirmLabel: String,
        action: URLAttribute,
        token: String?,
        fields: HTML = "",
        isOpen: Bool = false,
        isDestructive: Bool = true
    ) {
        self.label = label
        self.explanation = explanation
        self.confirmLabel = confirmLabel
        self.action = action
        self.token = token
        self.fields = fields
        self.isOpen = isOpen
        self.isDestructive = isDestructive
    }

    public func html(_ texts: Texts) -> HTML {
        let button = Button(confirmLabel, style: isDestructive ? .destructive : .secondary)
        let form = Form(action, token: token, content: fields + button.html)
        let kind = isDestructive ? "button quiet destructive" : "button quiet"
        let words: HTML = explanation.isEmpty ? "" : "<p>\(explanation)</p>"
        return """
            <details class="confirm"\(attribute: "open", isOpen)><summary class="\(kind)">\(label)</summary>\
            <div class="confirm-body">\(words)\(form.html(texts))</div></details>
            """
    }
}
