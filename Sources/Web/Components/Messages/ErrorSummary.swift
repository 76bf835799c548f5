public import Localization
public import Markup

/// All errors of a form in one list above it, each a link to its field. The page comes with the focus on it.
public struct ErrorSummary: Component {
    /// An error and the field it stands at.
    public struct Item: Sendable, Equatable {
        /// The name of the field; `nil` when the error is about the form as a whole.
        public var field: String?
        /// What is wrong.
        public var message: String

        public init(field: String?, message: String) {
            self.field = field
            self.message = message
        }
    }

    /// The entries in their order.
    public var items: [Item]
    /// Whether the page comes with the focus here; only one on a page may.
    public var takesFocus = true

    /// A summary without items writes nothing.
    public init(_ items: [Item]) {
        self.items = items
    }

    public func html(_ texts: Texts) -> HTML {
        guard !items.isEmpty else { return "" }
        let list = HTML.each(items) { item in
            guard let field = item.field else { return "<li>\(item.message)</li>" }
            return "<li><a href=\"#\(fieldID(field))\">\(item.message)</a></li>"
        }
        return """
            <div class="notice danger summary" role="alert" tabindex="-1"\
            \(attribute: "autofocus", takesFocus)\(attribute: "data-focus", takesFocus)>\(Icon.warning.html)\
            <div><h2>\(texts.component.errorSummary)</h2><ul>\(list)</ul></div></div>
            """
    }
}
