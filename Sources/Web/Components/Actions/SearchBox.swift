public import Localization
public import Markup

/// A box in which one looks for something while typing.
///
/// The query travels by POST, so that it never stands in an address, a history or an access log. Without the script it
/// is a plain form whose answer is a page; with it, a list of ``Suggestion``s from `suggestions` opens below the box.
public struct SearchBox: Component {
    /// Distinguishes several boxes on a page; part of ids.
    public var id: String
    /// The name of the query's field.
    public var name: String
    /// What it is, in the words of the reader.
    public var label: String
    /// An example inside the empty box.
    public var placeholder: String
    /// What is shown in it, exactly as it was typed.
    public var value: String
    /// Where the form is sent.
    public var action: URLAttribute
    /// Where the script asks for suggestions; it gets ``Suggestion/list(_:)`` back.
    public var suggestions: URLAttribute?
    /// The session's token against forged requests.
    public var token: String?
    /// Whether the key `/` leads here.
    public var isMain: Bool
    /// Whether the label is seen; the box in the top bar has it for screen readers alone.
    public var showsLabel: Bool

    public init(
        id: String,
        name: String = "q",
        label: String,
        placeholder: String = "",
        value: String = "",
        action: URLAttribute,
        suggestions: URLAttribute? = nil,
        token: String?,
        isMain: Bool = false,
        showsLabel: Bool = true
    ) {
        self.id = id
        self.name = name
        self.label = label
        self.placeholder = placeholder
        self.value = value
        self.action = action
        self.suggestions = suggestions
        self.token = token
        self.isMain = isMain
        self.showsLabel = showsLabel
    }

    public func html(_ texts: Texts) -> HTML {
        let box = fieldID(id)
        return """
            <form method="post" action="\(url: action)" role="search" class="search" novalidate=""\
            \(attribute: "aria-label", label)>\
            \(token.map { Form.tokenField($0) })\
            <label for="\(box)"\(attribute: "class", showsLabel ? nil : "sr")>\(label)</label>\
            <div class="search-box"><input type="search" id="\(box)" name="\(name)" value="\(value)" dir="auto"\
            \(attribute: "placeholder", placeholder.isEmpty ? nil : placeholder) autocomplete="off" spellcheck="false"\
            \(attribute: "data-suggestions", suggestions?.string)\(attribute: "data-search", isMain)\
            \(attribute: "aria-keyshortcuts", isMain ? "/" : nil) maxlength="200"/>\
            <button type="submit" class="button quiet" aria-label="\(texts.common.search)">\(Icon.search.html)</button>\
            <div class="suggestions" id="\(box)-list" data-label="\(texts.shell.searchResults)" hidden=""></div></div></form>
            """
    }
}

/// One thing found while typing.
public struct Suggestion: Sendable, Equatable {
    /// The name shown.
    public var title: String
    /// What tells it from others of the same title: a year, a number.
    public var detail: String
    /// Where it leads.
    public var url: URLAttribute

    public init(_ title: String, detail: String = "", url: URLAttribute) {
        self.title = title
        self.detail = detail
        self.url = url
    }

    /// The fragment that answers the script: options for its list box, or one line that says that nothing was found.
    public static func list(_ suggestions: [Suggestion], _ texts: Texts) -> HTML {
        guard !suggestions.isEmpty else { return "<p class=\"hint\">\(texts.common.nothingFound)</p>" }
        return HTML.each(suggestions) { suggestion in
            """
            <a role="option" tabindex="-1" aria-selected="false" href="\(url: suggestion.url)">\
            <bdi>\(suggestion.title)</bdi> <span class="muted">\(suggestion.detail)</span></a>
            """
        }
    }
}
