public import Localization
public import Markup

/// How loud an action is.
public enum ButtonStyle: String, Sendable, CaseIterable {
    /// The one action a screen is for; at most one on a screen.
    case primary
    case secondary
    /// An action that is there when one looks for it.
    case quiet
    /// An action that takes something away. It asks once before it does: see ``Confirmation``.
    case destructive
}

/// Something to press: a link that looks like a button, or a button that sends its form.
public struct Button: Component {
    /// What a press does.
    public enum Action: Sendable, Equatable {
        /// Goes to a page.
        case link(URLAttribute)
        /// Sends the form, with this name and value when given.
        case submit(name: String? = nil, value: String? = nil)
    }

    /// A verb.
    public var label: String
    /// What is done.
    public var action: Action
    /// How loud it is.
    public var style: ButtonStyle
    /// A drawing beside the words.
    public var icon: Icon?
    /// What exactly is acted upon, for screen readers, when several buttons on a page have the same label.
    public var about: String?
    /// The link that the key `n` follows; at most one on a page.
    public var isNew: Bool

    public init(
        _ label: String,
        _ action: Action = .submit(),
        style: ButtonStyle = .secondary,
        icon: Icon? = nil,
        about: String? = nil,
        isNew: Bool = false
    ) {
        self.label = label
        self.action = action
        self.style = style
        self.icon = icon
        self.about = about
        self.isNew = isNew
    }

    public func html(_ texts: Texts) -> HTML { html }

    /// The markup, which is the same in every language.
    public var html: HTML {
        let content: HTML = "\(icon.map { "\($0.html) " })\(label)\(about.map { HTML.hidden(": " + $0) })"
        let classes = "button " + style.rawValue
        switch action {
        case .link(let url):
            return "<a class=\"\(classes)\" href=\"\(url: url)\"\(attribute: "data-new", isNew)>\(content)</a>"
        case .submit(let name, let value):
            return """
                <button type="submit" class="\(classes)"\(attribute: "name", name)\
                \(attribute: "value", name == nil ? nil : value ?? "")>\(content)</button>
                """
        }
    }
}

/// Actions that belong together, in one row that wraps.
public struct Toolbar: Component {
    /// What can be done.
    public var actions: [HTML]
    /// What the actions are about, for screen readers.
    public var label: String?

    public init(_ actions: [HTML], label: String? = nil) {
        self.actions = actions
        self.label = label
    }

    public init(_ buttons: [Button], label: String? = nil) {
        actions = buttons.map(\.html)
        self.label = label
    }

    public func html(_ texts: Texts) -> HTML { html }

    /// The markup, which is the same in every language.
    public var html: HTML {
        "<div class=\"toolbar\"\(attribute: "role", label == nil ? nil : "group")\(attribute: "aria-label", label)>\(actions)</div>"
    }
}
