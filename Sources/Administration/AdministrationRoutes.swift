public import Access
import Domain
import Localization
import Markup
public import Web

/// The room of accounts and of running things: signing in, one's account, the organisation's staff, the journal, the
/// installation's settings, the start page.
public struct AdministrationRoutes: Sendable {
    private let desk: Desk
    private let access: AccessServices
    private let site: Site
    private let isDevelopment: Bool
    private let publicAddress: String?
    private let checkpoints: JournalCheckpoints
    private let home: @Sendable (TenantRequest) async throws -> WebResponse?

    /// - Parameters:
    ///   - desk: the frame of pages, the database and the journal of reads.
    ///   - access: accounts, sessions and organisations.
    ///   - site: whose open event streams end with their sessions.
    ///   - isDevelopment: whether the gallery of components is served.
    ///   - publicAddress: scheme and host under which staff reach the site, without a slash at the end; stands before
    ///     the paths of password links. `nil` shows the paths alone.
    ///   - checkpoints: signs the journals' ends.
    ///   - home: the first page of those who work with cases; `nil` for somebody who doesn't.
    public init(
        desk: Desk,
        access: AccessServices,
        site: Site,
        isDevelopment: Bool,
        publicAddress: String? = nil,
        checkpoints: JournalCheckpoints,
        home: @escaping @Sendable (TenantRequest) async throws -> WebResponse?
    ) {
        self.desk = desk
        self.access = access
        self.site = site
        self.isDevelopment = isDevelopment
        self.publicAddress = publicAddress
        self.checkpoints = checkpoints
        self.home = home
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        let invitations = Invitations(access: access, publicAddress: publicAddress ?? "")
        StartRoutes(desk: desk, access: access, home: home).register(in: &routes)
        SignInRoutes(desk: desk, access: access, site: site).register(in: &routes)
        InvitationRoutes(desk: desk, access: access).register(in: &routes)
        AccountRoutes(desk: desk, access: access, site: site).register(in: &routes)
        SecondFactorRoutes(desk: desk, access: access).register(in: &routes)
        MembersRoutes(desk: desk, access: access, site: site, invitations: invitations).register(in: &routes)
        JournalRoutes(desk: desk, access: access, checkpoints: checkpoints).register(in: &routes)
        SettingsRoutes(desk: desk, access: access, invitations: invitations).register(in: &routes)
        SessionsAPI(desk: desk, access: access, site: site).register(in: &routes)
        if isDevelopment { registerGallery(in: &routes) }
    }

    private func registerGallery(in routes: inout RouteTable) {
        routes.get("gallery", access: .everyone) { [desk] request in
            let gallery = GalleryPage(texts: request.texts)
            return desk.page(request, title: request.texts.gallery.title, active: nil, content: gallery.html)
        }
    }
}
