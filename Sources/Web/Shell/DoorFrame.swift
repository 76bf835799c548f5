public import Localization
public import Markup

/// A page outside the desk: signing in, an error, a page for the public. Calm, large and centred.
public struct DoorFrame: Sendable {
    /// The page's name for the window; the heading on the page is the content's own.
    public var title: String
    /// The texts of the reader's language.
    public var texts: Texts
    /// The addresses of style sheet, script and icon.
    public var assets: ShellAssets
    /// The path and query of this page, to come back to after the language was changed.
    public var currentPath: String
    /// The token of the session, or the one for visitors without a session.
    public var csrfToken: String?
    /// The languages to choose from.
    public var languages: [LanguageChoice]
    /// What has to be said before the content.
    public var notices: [Notice]
    /// Whether the page shows a form again because of errors, which its title then says.
    public var hasErrors: Bool
    /// Whether a strip on every page says that nothing is real.
    public var isDemonstration: Bool
    /// Where the shell's own links and forms lead.
    public var addresses: ShellAddresses

    public init(
        title: String,
        texts: Texts,
        assets: ShellAssets,
        currentPath: String = "/",
        csrfToken: String? = nil,
        languages: [LanguageChoice] = [],
        notices: [Notice] = [],
        hasErrors: Bool = false,
        isDemonstration: Bool = false,
        addresses: ShellAddresses = .usual
    ) {
        self.title = title
        self.texts = texts
        self.assets = assets
        self.currentPath = currentPath
        self.csrfToken = csrfToken
        self.languages = languages
        self.notices = notices
        self.hasErrors = hasErrors
        self.isDemonstration = isDemonstration
        self.addresses = addresses
    }

    /// The whole document.
    public func page(_ content: HTML) -> HTML {
        let document = ShellDocument(
            texts: texts,
            assets: assets,
            addresses: addresses,
            isDemonstration: isDemonstration
        )
        let menus = ShellMenus(texts: texts, addresses: addresses, csrfToken: csrfToken, currentPath: currentPath)
        return document.html(
            title: hasErrors ? texts.shell.errorTitle(title: title) : title,
            head: "",
            body: [opening(menus), content, "\n</main>\(document.footer)</div>"]
        )
    }

    private func opening(_ menus: ShellMenus) -> HTML {
        """
        <div class="door"><header><a class="brand" href="\(url: addresses.home)">\
        <img src="\(url: assets.icon)" alt="" width="28" height="28"/>Tirek</a>\(menus.language(languages))</header>\
        <main id="main" tabindex="-1"><div id="news" role="status">\(notices.map { $0.html(texts) })</div>

        """
    }
}
