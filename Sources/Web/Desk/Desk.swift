public import Access
public import Database
public import Domain
import HTTPTypes
public import Journal
public import Localization
public import Markup

/// What every room of the desk needs to answer: the database, the journal of reads, and the frame of its pages.
public struct Desk: Sendable {
    public let database: Database
    /// Journals reads and refusals; an answer that shows sealed content waits for it.
    public let appender: JournalAppender
    public let organizations: OrganizationDirectory
    public let surroundings: Surroundings
    private let assets: ShellAssets
    private let languages: [LanguageChoice]
    private let isDemonstration: Bool
    private let rail: @Sendable (Principal, Texts) -> [RailEntry]

    /// - Parameters:
    ///   - database: the database.
    ///   - appender: the process's one appender.
    ///   - organizations: names and zones for pages.
    ///   - surroundings: the clock.
    ///   - assets: the addresses of stylesheet, script and icon.
    ///   - languages: what the language menu offers.
    ///   - isDemonstration: whether a strip on every page says that nothing is real.
    ///   - rail: the entries of the rail that a principal may use.
    public init(
        database: Database,
        appender: JournalAppender,
        organizations: OrganizationDirectory,
        surroundings: Surroundings,
        assets: ShellAssets,
        languages: [LanguageChoice],
        isDemonstration: Bool,
        rail: @escaping @Sendable (Principal, Texts) -> [RailEntry]
    ) {
        self.database = database
        self.appender = appender
        self.organizations = organizations
        self.surroundings = surroundings
        self.assets = assets
        self.languages = languages
        self.isDemonstration = isDemonstration
        self.rail = rail
    }

    /// A page inside the frame of the desk.
    ///
    /// - Parameters:
    ///   - request: whose language, token and path the frame takes.
    ///   - title: the page's name for the window.
    ///   - active: the address of the rail's entry that the page belongs to.
    ///   - notices: what has to be said before the content.
    ///   - hasErrors: the page shows a form again; it is answered with 422 and its title says so.
    ///   - isWide: the content may be as wide as the window, as wide tables want.
    ///   - content: the page itself.
    /// - Returns: the page with status 200, or 422 when it shows errors.
    public func page(
        _ request: some IncomingRequest,
        title: String,
        active: URLAttribute?,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        isWide: Bool = false,
        content: HTML
    ) -> WebResponse {
        guard let principal = request.signedIn else { return door(request, title: title, content: content) }
        let texts = request.texts
        let frame = PageFrame(
            title: title,
            texts: texts,
            assets: assets,
            user: SignedInUser(
                name: principal.dutyName,
                organization: organizations.name(principal.organization, texts.language)
            ),
            rail: rail(principal, texts),
            activeRail: active,
            currentPath: request.method == .get ? request.pathAndQuery : "/",
            csrfToken: request.csrfToken,
            languages: languages,
            notices: notices,
            hasErrors: hasErrors,
            isDemonstration: isDemonstration,
            isPractice: organizations.isPractice(principal.organization),
            searchEnabled: principal.may(.peopleRead),
            eventPosition: request.eventPosition,
            isWide: isWide
        )
        return .html(frame.page(content), status: hasErrors ? .unprocessableContent : .ok)
    }

    /// A page outside the desk: signing in, an invitation, an error.
    public func door(
        _ request: some IncomingRequest,
        title: String,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        content: HTML
    ) -> WebResponse {
        let frame = DoorFrame(
            title: title,
            texts: request.texts,
            assets: assets,
            currentPath: request.method == .get ? request.pathAndQuery : "/",
            csrfToken: request.csrfToken,
            languages: languages,
            notices: notices,
            hasErrors: hasErrors,
            isDemonstration: isDemonstration
        )
        return .html(frame.page(content), status: hasErrors ? .unprocessableContent : .ok)
    }

    /// Error pages outside the frame, so that they need nothing of the database.
    public var errorPages: ErrorPageRenderer {
        ErrorPageRenderer { [assets, languages, isDemonstration] page, texts, _ in
            DoorFrame(
                title: page.title,
                texts: texts,
                assets: assets,
                currentPath: page.path,
                csrfToken: page.token,
                languages: languages,
                isDemonstration: isDemonstration
            ).page(ErrorPageRenderer.content(page, texts))
        }
    }

    /// The organisation's time zone, in which its desk says when.
    public func zone(_ principal: Principal) -> String {
        organizations.zone(principal.organization)
    }
}
