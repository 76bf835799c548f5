import Access
import Domain
import Journal
import Localization
import Markup
import Web

extension PeopleRoutes {
    func searchForm(_ request: TenantRequest) -> WebResponse {
        searchPage(request, typed: "", found: nil)
    }

    func search(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try await request.form().trimmed("q")
        guard !typed.isEmpty else { return searchPage(request, typed: "", found: nil, isEmpty: true) }
        return searchPage(request, typed: typed, found: try await found(request, typed, limit: 50))
    }

    /// The script's answer while somebody types: options for its list box.
    func suggest(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try await request.form().trimmed("q")
        let found = try await found(request, typed, limit: 10)
        return .html(SearchSuggestions(found: found).html(request.texts))
    }

    /// Whom a typed text may mean. One leaf per search session; what was typed is kept nowhere.
    func found(_ request: TenantRequest, _ typed: String, limit: Int) async throws -> PeopleFound {
        try await journalSearch(request)
        let found = try await finder.search(typed, for: request.principal, limit: limit, scope: request.scope)
        for id in found.damaged { try await reportForgery(request, id) }
        return found
    }

    /// Before anybody is shown who was found.
    func journalSearch(_ request: TenantRequest) async throws {
        try await desk.appender.recordSearch(
            store.searchLeaf(by: request.principal),
            session: request.principal.session,
            field: "name"
        )
    }

    private func searchPage(
        _ request: TenantRequest,
        typed: String,
        found: PeopleFound?,
        isEmpty: Bool = false
    ) -> WebResponse {
        let shown = SearchPage(
            found: found,
            typed: typed,
            isEmpty: isEmpty,
            readiness: finder.readiness,
            token: request.csrfToken,
            mayAdd: request.principal.may(.peopleWrite),
            own: request.principal.organization,
            organizationName: organizationName(request)
        )
        return page(request, request.texts.people.searchTitle, hasErrors: isEmpty, shown.html(request.texts))
    }
}
