public import Localization
public import Markup

/// What stands where nothing is yet: why, and the next step.
public struct EmptyState: Component {
    public var title: String
    public var explanation: String
    public var action: Button?
    public var icon: Icon?

    public init(_ title: String, explanation: String = "", action: Button? = nil, icon: Icon? = nil) {
        self.title = title
        self.explanation = explanation
        self.action = action
        self.icon = icon
    }

    public func html(_ texts: Texts) -> HTML {
        let more: HTML = explanation.isEmpty ? "" : "<p>\(explanation)</p>"
        return "<div class=\"empty\">\(icon?.html)<p class=\"strong\">\(title)</p>\(more)\(action?.html)</div>"
    }
}
