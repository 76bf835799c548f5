import Markup

/// A paragraph or list of a guide.
enum GuideBlock: Sendable, Hashable {
    case paragraph([GuideSpan])
    case list(isNumbered: Bool, [[GuideSpan]])

    var html: HTML {
        switch self {
        case .paragraph(let spans): return "<p>\(GuideSpan.html(spans))</p>"
        case .list(let isNumbered, let items):
            let entries = HTML.each(items) { "<li>\(GuideSpan.html($0))</li>" }
            return isNumbered ? "<ol>\(entries)</ol>" : "<ul>\(entries)</ul>"
        }
    }
}

/// A run of text of a guide.
enum GuideSpan: Sendable, Hashable {
    case text(String)
    case strong(String)
    case link(String, address: String)

    static func html(_ spans: [GuideSpan]) -> HTML {
        HTML.each(spans) { span in
            switch span {
            case .text(let text): HTML(text: text)
            case .strong(let text): "<strong>\(text)</strong>"
            case .link(let text, let address):
                "<a href=\"\(url: URLAttribute(address))\" rel=\"noopener noreferrer\">\(text)</a>"
            }
        }
    }
}
