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

    public init(
        _ label: String,
        explanation: String,
        confirmLabel: String,
        action: URLAttribute,
        token: String?,
        fields: HTML = "",
        isOpen: Bool = false
    ) {
        self.label = label
        self.explanation = explanation
        self.confirmLabel = confirmLabel
        self.action = action
        self.token = token
        self.fields = fields
        self.isOpen = isOpen
    }

    public func html(_ texts: Texts) -> HTML {
        """
        <details class="confirm"\(attribute: "open", isOpen)><summary class="button quiet destructive">\(label)</summary>\
        <div class="confirm-body"><p>\(explanation)</p>\
        \(Form(action, token: token, content: fields + Button(confirmLabel, style: .destructive).html).html(texts))</div>\
        </details>
        """
    }
}
