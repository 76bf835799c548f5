public import Localization
public import Markup

/// What stands where nothing is yet: why, and the next step.
public struct EmptyState: Component {
    /// The name shown.
    public var title: String
    /// What it means and what to do.
    public var explanation: String
    /// What is done.
    public var action: Button?
    /// A drawing beside the words.
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
