public import Localization
public import Markup

/// Pages of one thing, side by side.
public struct Tabs: Component {
    public struct Item: Sendable, Equatable {
        /// The name shown.
        public var title: String
        /// Where it leads.
        public var url: URLAttribute
        /// Whether it is the page in sight.
        public var isCurrent: Bool
        /// A number behind the title.
        public var count: Int?

        public init(_ title: String, _ url: URLAttribute, isCurrent: Bool = false, count: Int? = nil) {
            self.title = title
            self.url = url
            self.isCurrent = isCurrent
            self.count = count
        }
    }

    /// What the pages are of, for screen readers.
    public var label: String
    /// The entries in their order.
    public var items: [Item]

    public init(_ label: String, _ items: [Item]) {
        self.label = label
        self.items = items
    }

    public func html(_ texts: Texts) -> HTML {
        let links = HTML.each(items) { item in
            """
            <li><a href="\(url: item.url)"\(attribute: "aria-current", item.isCurrent ? "page" : nil)>\(item.title)\
            \(item.count.map { " <span class=\"count\">\(texts.formats.number($0))</span>" })</a></li>
            """
        }
        return "<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(links)</ul></nav>"
    }
}

/// The way to a page from above; the page itself isn't among the links.
public struct Breadcrumbs: Component {
    public struct Item: Sendable, Equatable {
        /// The name shown.
        public var title: String
        /// Where it leads.
        public var url: URLAttribute

        public init(_ title: String, _ url: URLAttribute) {
            self.title = title
            self.url = url
        }
    }

    /// The entries in their order.
    public var items: [Item]

    public init(_ items: [Item]) {
        self.items = items
    }

    public func html(_ texts: Texts) -> HTML {
        guard !items.isEmpty else { return "" }
        let links = HTML.each(items) { "<li><a href=\"\(url: $0.url)\">\($0.title)</a></li>" }
        return "<nav class=\"breadcrumbs\" aria-label=\"\(texts.component.breadcrumbs)\"><ol>\(links)</ol></nav>"
    }
}

/// The top of a page: the way here, the heading, a line below it and the page's actions.
public struct PageHeader: Component {
    /// The name shown.
    public var title: String
    /// The way here.
    public var breadcrumbs: Breadcrumbs
    /// Below the heading: badges, a sentence.
    public var details: HTML
    /// What can be done.
    public var actions: [Button]

    public init(
        _ title: String,
        breadcrumbs: [Breadcrumbs.Item] = [],
        details: HTML = "",
        actions: [Button] = []
    ) {
        self.title = title
        self.breadcrumbs = Breadcrumbs(breadcrumbs)
        self.details = details
        self.actions = actions
    }

    public func html(_ texts: Texts) -> HTML {
        let bar: HTML = actions.isEmpty ? "" : Toolbar(actions).html(texts)
        let below: HTML = details.isEmpty ? "" : "<div class=\"details\">\(details)</div>"
        return """
            <header class="page-header">\(breadcrumbs.html(texts))\
            <div class="page-title"><h1><bdi>\(title)</bdi></h1>\(bar)</div>\(below)</header>
            """
    }
}
