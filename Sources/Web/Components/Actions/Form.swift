public import Localization
public import Markup

/// A form that is sent by POST with the session's token.
///
/// It has no browser-side validation, because the browser would speak its own language: the server judges and shows
/// everything again.
public struct Form: Component {
    /// What is done.
    public var action: URLAttribute
    /// The session's token against forged requests; `nil` only where there is no session.
    public var token: String?
    /// The markup inside.
    public var content: HTML
    /// Whether the script asks before the page is left with changes that were not sent.
    public var isGuarded: Bool
    /// Whether the form sends files.
    public var isMultipart: Bool
    /// Whether what the form asks for may be sent a second time while the first is under way.
    public var mayRepeat: Bool
    /// A further class for the layout, such as `narrow` or `plain`.
    public var kind: String

    public init(
        _ action: URLAttribute,
        token: String?,
        isGuarded: Bool = false,
        isMultipart: Bool = false,
        mayRepeat: Bool = false,
        kind: String = "",
        content: HTML
    ) {
        self.action = action
        self.token = token
        self.content = content
        self.isGuarded = isGuarded
        self.isMultipart = isMultipart
        self.mayRepeat = mayRepeat
        self.kind = kind
    }

    public func html(_ texts: Texts) -> HTML {
        """
        <form method="post" action="\(url: action)" class="form \(kind)" novalidate=""\
        \(attribute: "enctype", isMultipart ? "multipart/form-data" : nil)\
        \(attribute: "data-guard", isGuarded)\(attribute: "data-once", mayRepeat ? nil : texts.component.sending)>\
        \(token.map { Form.tokenField($0) })\(defaultButton)\(content)</form>
        """
    }

    /// The hidden field with the session's token.
    public static func tokenField(_ token: String) -> HTML {
        "<input type=\"hidden\" name=\"\(FormNames.token)\" value=\"\(token)\"/>"
    }

    /// What the Enter key presses: without it the first "Remove" of a repeated group would be pressed.
    private var defaultButton: HTML {
        "<button type=\"submit\" class=\"sr\" tabindex=\"-1\" aria-hidden=\"true\"></button>"
    }
}
