public import Localization
public import Markup

/// Facts: a name and what it is.
public struct DescriptionList: Component {
    public struct Item: Sendable {
        /// The name of the fact.
        public var term: String
        /// What it is.
        public var details: HTML

        public init(_ term: String, _ details: HTML) {
            self.term = term
            self.details = details
        }

        /// A fact in plain text; "Not recorded" when there is none.
        public init(_ term: String, text: String?, _ texts: Texts) {
            self.term = term
            if let text, !text.isEmpty {
                details = .isolated(text)
            } else {
                details = "<span class=\"muted\">\(texts.common.notRecorded)</span>"
            }
        }
    }

    /// The entries in their order.
    public var items: [Item]

    public init(_ items: [Item]) {
        self.items = items
    }

    public func html(_ texts: Texts) -> HTML {
        "<dl class=\"facts\">\(HTML.each(items) { "<div><dt>\($0.term)</dt><dd>\($0.details)</dd></div>" })</dl>"
    }
}
