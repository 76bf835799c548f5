import Access
import Database
import Domain
import Localization
import Markup
import Web

/// The first page after signing in.
struct StartRoutes: Sendable {
    let desk: Desk
    let access: AccessServices
    let home: @Sendable (TenantRequest) async throws -> WebResponse?

    func register(in routes: inout RouteTable) {
        routes.get("/", access: .signedIn) { try await show($0) }
    }

    private func show(_ request: TenantRequest) async throws -> WebResponse {
        if let page = try await home(request) { return page }
        let principal = request.principal
        let mayList = MembersPolicy(principal).mayList(in: principal.organization)
        let facts = try await access.database.read(.installation) { [access] connection in
            (
                hasSecondFactor: try access.secondFactor.isEnrolled(principal.user, on: connection),
                members: mayList
                    ? try access.memberships.list(in: principal.organization, on: connection)
                        .count { $0.membership.state == .active } : nil
            )
        }
        let shown = StartPage(
            principal: principal,
            organization: desk.organizations.name(principal.organization, request.texts.language),
            members: facts.members,
            hasSecondFactor: facts.hasSecondFactor
        )
        return desk.page(request, title: request.texts.start.title, active: "/", content: shown.html(request.texts))
    }
}
