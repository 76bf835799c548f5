import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Vault
import Web

extension PeopleRoutes {
    func list(_ request: TenantRequest) async throws -> WebResponse {
        let query = try listQuery(request)
        let principal = request.principal
        // The leaf is written while the page is read; the answer waits for both.
        async let journalled: Void = desk.appender.record([store.leaf(.peopleListed, nil, by: principal)])
        let people = try await desk.database.read(request.scope, isBrief: true) {
            try store.list(query, for: principal, on: $0)
        }
        try await journalled
        for id in people.damaged { try await reportForgery(request, id) }
        let list = PeopleListPage(
            page: people,
            query: query,
            principalOrganization: principal.organization,
            mayAdd: principal.may(.peopleWrite),
            now: request.now,
            zone: desk.zone(principal),
            organizationName: organizationName(request)
        )
        return page(request, request.texts.people.title, list.html(request.texts))
    }

    private func listQuery(_ request: TenantRequest) throws -> PeopleQuery {
        var query = PeopleQuery()
        let typed = try request.query()
        if typed.has("box") {
            guard let box = PeopleQuery.Box(rawValue: typed["box"]) else { throw WebError.badRequest(.parameter) }
            query.box = box
        }
        query.before = try key(typed, "before")
        query.after = query.before == nil ? try key(typed, "after") : nil
        return query
    }

    private func key(_ typed: FormData, _ name: String) throws -> PersonID? {
        guard typed.has(name) else { return nil }
        guard let id = PersonID(typed[name]) else { throw WebError.badRequest(.parameter) }
        return id
    }
}
