import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

/// The journal of one's own organisation, or of the installation for those who run it.
struct JournalRoutes: Sendable {
    let desk: Desk
    let access: AccessServices
    let checkpoints: JournalCheckpoints

    func register(in routes: inout RouteTable) {
        routes.get("journal", access: .right(.journalRead)) { try await list($0) }
        routes.get("journal/checkpoint", access: .right(.journalRead)) { try await checkpoint($0) }
    }

    /// How the journal stands now, signed, for whoever wants to hold the organisation to it later.
    private func checkpoint(_ request: TenantRequest) async throws -> WebResponse {
        let log = request.principal.organization
        guard JournalPolicy(request.principal).mayRead(log: log) else { throw WebError.notFound }
        try await recordListing(request.principal)
        guard let signed = try await checkpoints.sign(log) else { throw WebError.notFound }
        return .attachment(
            Array(signed.note.description.utf8),
            type: "text/plain; charset=utf-8",
            name: "\(log.text)-\(signed.checkpoint.size).checkpoint"
        )
    }

    private func list(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let log = principal.organization
        guard JournalPolicy(principal).mayRead(log: log) else { throw WebError.notFound }
        let query = try request.query()
        let filter = try filter(query, log)
        let before = try position(query)
        try await recordListing(principal)
        let page = try await read(JournalQuery(log: log, before: before, kindPrefix: filter.prefix(for: log)))
        let newest = try await read(JournalQuery(log: log, limit: 1))
        let language = request.texts.language
        let shown = JournalListPage(
            log: log,
            page: page,
            filter: filter,
            isFirst: before == nil,
            size: newest.entries.first.map { Int($0.position) + 1 } ?? 0,
            names: try await names(in: log),
            verifierKey: try checkpoints.verifierKey(log),
            zone: desk.zone(principal),
            organizationName: { [organizations = desk.organizations] in organizations.name($0, language) }
        )
        return desk.page(
            request,
            title: request.texts.journal.title,
            active: JournalURL.list(),
            isWide: true,
            content: shown.html(request.texts)
        )
    }

    private func recordListing(_ principal: Principal) async throws {
        let leaf = LeafDraft(
            log: principal.organization,
            kind: .journalListed,
            actor: principal.user,
            actorOrganization: principal.organization
        )
        try await desk.appender.record([leaf])
    }

    private func read(_ query: JournalQuery) async throws -> JournalPage {
        let scope: TransactionScope = query.log == .installation ? .installation : .organization(query.log)
        return try await desk.database.read(scope) { try JournalPage.read(query, on: $0) }
    }

    private func names(in organization: OrganizationID) async throws -> [UserID: String] {
        let members = try await access.database.read(.installation) { [access] connection in
            try access.memberships.list(in: organization, on: connection)
        }
        return Dictionary(
            members.map { ($0.account.id, $0.account.names.name) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func filter(_ query: FormData, _ log: OrganizationID) throws(WebError) -> JournalFilter {
        guard query.has("filter") else { return .all }
        guard let filter = JournalFilter(rawValue: query["filter"]), JournalFilter.offered(for: log).contains(filter)
        else { throw .badRequest(.parameter) }
        return filter
    }

    private func position(_ query: FormData) throws(WebError) -> Int64? {
        guard query.has("before") else { return nil }
        guard let position = Int64(query["before"]), position >= 0 else { throw .badRequest(.parameter) }
        return position
    }
}
