public import Localization
public import Markup

/// A page of the desk: the rail, the top bar and what stands between them.
public struct PageFrame: Sendable {
    /// The page's name for the window; the heading on the page is the content's own.
    public var title: String
    /// The texts of the reader's language.
    public var texts: Texts
    /// The addresses of style sheet, script and icon.
    public var assets: ShellAssets
    /// Who is signed in.
    public var user: SignedInUser
    /// The places of the desk.
    public var rail: [RailEntry]
    /// The address of the rail's entry that the page belongs to.
    public var activeRail: URLAttribute?
    /// The path and query of this page, to come back to after the language was changed.
    public var currentPath: String
    /// The session's token against forged requests.
    public var csrfToken: String
    /// The languages to choose from.
    public var languages: [LanguageChoice]
    /// What has to be said before the content.
    public var notices: [Notice]
    /// Whether the page shows a form again because of errors, which its title then says.
    public var hasErrors: Bool
    /// Whether a strip on every page says that nothing is real.
    public var isDemonstration: Bool
    /// Whether a coloured frame says that the organisation is for training only.
    public var isPractice: Bool
    /// Whether the search box stands in the top bar.
    public var searchEnabled: Bool
    /// How far the log of events had come when the page was asked for: what happened since is told as soon as it listens.
    public var eventPosition: Int64?
    /// Whether the content may be as wide as the window, as wide tables want.
    public var isWide: Bool
    /// Where the shell's own links and forms lead.
    public var addresses: ShellAddresses

    public init(
        title: String,
        texts: Texts,
        assets: ShellAssets,
        user: SignedInUser,
        rail: [RailEntry],
        activeRail: URLAttribute? = nil,
        currentPath: String,
        csrfToken: String,
        languages: [LanguageChoice],
        notices: [Notice] = [],
        hasErrors: Bool = false,
        isDemonstration: Bool = false,
        isPractice: Bool = false,
        searchEnabled: Bool = true,
        eventPosition: Int64? = nil,
        isWide: Bool = false,
        addresses: ShellAddresses = .usual
    ) {
        self.title = title
        self.texts = texts
        self.assets = assets
        self.user = user
        self.rail = rail
        self.activeRail = activeRail
        self.currentPath = currentPath
        self.csrfToken = csrfToken
        self.languages = languages
        self.notices = notices
        self.hasErrors = hasErrors
        self.isDemonstration = isDemonstration
        self.isPractice = isPractice
        self.searchEnabled = searchEnabled
        self.eventPosition = eventPosition
        self.isWide = isWide
        self.addresses = addresses
    }

    /// The whole document.
    public func page(_ content: HTML) -> HTML {
        let address = addresses.events.adding(query: EventAnswer.after, eventPosition.map { Int($0) })
        let events: HTML = "<meta name=\"events\" content=\"\(url: address)\"/>"
        let document = ShellDocument(
            texts: texts,
            assets: assets,
            addresses: addresses,
            isDemonstration: isDemonstration,
            isPractice: isPractice
        )
        return document.html(
            title: hasErrors ? texts.shell.errorTitle(title: title) : title,
            head: events,
            body: [opening, content, "\n</main>\(document.footer)</div></div>\(document.hiddenNotices)\(keys)"]
        )
    }

    private var opening: HTML {
        """
        <div class="desk">\(railMarkup)<div class="desk-main">\(topBar)\
        <main id="main" tabindex="-1"\(attribute: "class", isWide ? "wide" : nil)>\
        <div id="news" role="status">\(notices.map { $0.html(texts) })</div>

        """
    }

    // MARK: rail

    /// How many entries stand in the bar of a narrow window, besides "More".
    private var narrowCount: Int { rail.count <= 5 ? 5 : 4 }

    private var railMarkup: HTML {
        let primary = rail.enumerated().map { index, entry in
            entryMarkup(entry, kind: index >= narrowCount ? "wide-only" : "", isNamed: true)
        }
        return """
            <nav class="rail" aria-label="\(texts.shell.navigation)">\
            <a class="brand" href="\(url: addresses.home)"><img src="\(url: assets.icon)" alt="" width="24" height="24"/>Tirek</a>\
            <ul>\(primary)\(moreMarkup)</ul></nav>
            """
    }

    private var moreMarkup: HTML {
        let rest = rail.dropFirst(narrowCount)
        guard !rest.isEmpty else { return "" }
        let items = rest.map { entryMarkup($0, kind: "", isNamed: false) }
        return """
            <li class="narrow-only"><details class="menu up"><summary>\(Icon.more.html)\
            <span>\(texts.common.more)</span></summary><ul>\(items)</ul></details></li>
            """
    }

    private func entryMarkup(_ entry: RailEntry, kind: String, isNamed: Bool) -> HTML {
        let classes = [kind, entry.isSecondary ? "secondary" : ""].filter { !$0.isEmpty }.joined(separator: " ")
        let count = entry.count ?? 0
        let shownCount: HTML = count > 0 ? "<span class=\"count\">\(texts.formats.number(count))</span>" : ""
        return """
            <li\(attribute: "class", classes.isEmpty ? nil : classes)><a href="\(url: entry.url)"\
            \(attribute: "aria-current", entry.url == activeRail ? "page" : nil)\
            \(attribute: "data-key", isNamed ? String(entry.key) : nil)>\
            \(entry.icon.html)<span>\(entry.title)</span>\(shownCount)</a></li>
            """
    }

    // MARK: top bar

    private var topBar: HTML {
        let menus = ShellMenus(texts: texts, addresses: addresses, csrfToken: csrfToken, currentPath: currentPath)
        let search: HTML =
            searchEnabled
            ? SearchBox(
                id: "search",
                label: texts.common.search,
                placeholder: texts.shell.searchHint,
                action: addresses.search,
                suggestions: addresses.suggestions,
                token: csrfToken,
                isMain: true,
                showsLabel: false
            ).html(texts)
            : "<div class=\"search\"></div>"
        return """
            <header class="top">\(search)<div class="menus">\(menus.language(languages))\(menus.account(user))</div></header>
            """
    }

    // MARK: keys

    /// What the key `?` opens; without the script it stays closed.
    private var keys: HTML {
        var rows: [HTML] = []
        if searchEnabled { rows.append(keyRow("<kbd>/</kbd>", texts.common.search)) }
        rows += rail.map { keyRow("<kbd>g</kbd> <kbd>\(String($0.key))</kbd>", $0.title) }
        rows.append(keyRow("<kbd>n</kbd>", texts.shell.keyNew))
        rows.append(keyRow("<kbd>?</kbd>", texts.shell.keyKeys))
        rows.append(keyRow("<kbd>Esc</kbd>", texts.common.close))
        return """
            <dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">\(texts.shell.keys)</h2>\
            <dl class="facts keys-list">\(rows)</dl><p class="actions">\
            <button type="button" class="button secondary" data-close="">\(texts.common.close)</button></p></dialog>
            """
    }

    private func keyRow(_ keys: HTML, _ meaning: String) -> HTML {
        "<div><dt>\(keys)</dt><dd>\(meaning)</dd></div>"
    }
}
