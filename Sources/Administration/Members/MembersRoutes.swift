import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

/// The organisation's staff: who they are, inviting, and what a manager can do about each.
struct MembersRoutes: Sendable {
    let desk: Desk
    let access: AccessServices
    let site: Site
    let invitations: Invitations

    func register(in routes: inout RouteTable) {
        routes.get("members", access: .right(.membersRead)) { try await list($0) }
        routes.get("members/invite", access: .right(.membersManage)) { inviteForm($0) }
        routes.post("members/invite", access: .right(.membersManage)) { try await invite($0) }
        routes.get("members/:id", access: .right(.membersManage)) { try await show($0) }
        routes.post("members/:id", access: .right(.membersManage)) { try await change($0) }
    }

    func page(
        _ request: TenantRequest,
        _ title: String,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        isWide: Bool = false,
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: MembersURL.list.url,
            notices: notices,
            hasErrors: hasErrors,
            isWide: isWide,
            content: content
        )
    }

    /// Writes down that names of staff are about to be shown.
    func recordListing(_ request: TenantRequest, of member: UserID? = nil) async throws {
        let principal = request.principal
        let leaf = LeafDraft(
            log: principal.organization,
            kind: .membersListed,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: member?.retagged()
        )
        try await desk.appender.record([leaf])
    }

    private func list(_ request: TenantRequest) async throws -> WebResponse {
        let organization = request.principal.organization
        guard MembersPolicy(request.principal).mayList(in: organization) else { throw WebError.notFound }
        try await recordListing(request)
        let members = try await access.database.read(.installation) { [access] connection in
            try access.memberships.list(in: organization, on: connection)
        }
        let shown = MembersPage(
            members: members,
            organization: desk.organizations.name(organization, request.texts.language),
            mayManage: !roles(request).isEmpty
        )
        return page(
            request,
            request.texts.members.title,
            notices: try request.news(),
            isWide: true,
            shown.html(request.texts)
        )
    }

    /// The roles that the principal may give in their own organisation.
    func roles(_ request: TenantRequest) -> [Role] {
        let policy = MembersPolicy(request.principal)
        return Role.allCases.filter { policy.mayInvite(as: $0, to: request.principal.organization) }
    }

    // MARK: - Inviting

    private func inviteForm(_ request: TenantRequest) -> WebResponse {
        invitePage(request, InvitationInput(), FormErrors())
    }

    private func invitePage(_ request: TenantRequest, _ input: InvitationInput, _ errors: FormErrors) -> WebResponse {
        let texts = request.texts
        let shown = InvitePage(
            title: texts.members.inviteTitle,
            breadcrumbs: [Breadcrumbs.Item(texts.members.title, MembersURL.list.url)],
            action: MembersURL.invite.url,
            cancel: MembersURL.list.url,
            roles: roles(request),
            input: input,
            errors: errors,
            token: request.csrfToken
        )
        return page(request, texts.members.inviteTitle, hasErrors: !errors.isEmpty, shown.html(texts))
    }

    private func invite(_ request: TenantRequest) async throws -> WebResponse {
        var errors = FormErrors()
        let input = InvitationInput(try await request.form(), &errors)
        let roles = roles(request)
        let role = roles.count == 1 ? roles.first : Role(rawValue: input.role)
        let outcome = try await invitations.invite(
            input,
            errors,
            to: request.principal.organization,
            as: role.flatMap { roles.contains($0) ? $0 : nil },
            by: request.principal
        )
        switch outcome {
        case .refused(let errors):
            return invitePage(request, input, errors)
        case .invited(let name, let ticket):
            return linkPage(request, request.texts.members.invitedTitle, name, ticket, back: MembersURL.list.url)
        }
    }

    func linkPage(
        _ request: TenantRequest,
        _ title: String,
        _ name: String,
        _ ticket: IssuedTicket?,
        back: URLAttribute
    ) -> WebResponse {
        let shown = PasswordLinkPage(
            title: title,
            breadcrumbs: [Breadcrumbs.Item(request.texts.members.title, MembersURL.list.url)],
            name: name,
            address: ticket.map { invitations.address(of: $0) },
            back: back
        )
        return page(request, title, shown.html(request.texts))
    }
}
