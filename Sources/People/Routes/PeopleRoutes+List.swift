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
        let people = try await desk.database.read(request.scope) { try store.list(query, for: principal, on: $0) }
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

    func searchForm(_ request: TenantRequest) -> WebResponse {
        page(
            request,
            request.texts.people.lookupTitle,
            LookUpPage(
                matches: [],
                form: LookUpForm(token: request.csrfToken, typed: "", error: nil),
                wasAsked: false,
                mayAdd: request.principal.may(.peopleWrite)
            ).html(request.texts)
        )
    }

    func lookUp(_ request: TenantRequest) async throws -> WebResponse {
        let texts = request.texts
        let typed = try await request.form().trimmed("q")
        let matches = try await matches(request, typed)
        let result = LookUpPage(
            matches: matches ?? [],
            form: LookUpForm(
                token: request.csrfToken,
                typed: typed,
                error: matches == nil ? texts.people.lookupUnreadable : nil
            ),
            wasAsked: matches != nil,
            mayAdd: request.principal.may(.peopleWrite)
        )
        return page(request, texts.people.lookupTitle, hasErrors: matches == nil, result.html(texts))
    }

    /// The script's answer while somebody types: options for its list box.
    func suggest(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try await request.form().trimmed("q")
        let found = try await matches(request, typed) ?? []
        let suggestions = found.prefix(10).map { match in
            Suggestion(
                match.item.name.isEmpty ? request.texts.people.unnamed : match.item.name,
                detail: BirthText.short(match.item.birthDate, request.texts.formats),
                url: PeopleURL.person(match.item.id).url
            )
        }
        return .html(Suggestion.list(Array(suggestions), request.texts))
    }

    /// `nil` when what was typed can be no number. One leaf per search session; what was typed is kept nowhere.
    func matches(_ request: TenantRequest, _ typed: String) async throws -> [PersonMatch]? {
        let phone = PhoneNumber(typed)
        let document = typed.utf8.contains { (48...57).contains($0) } ? DocumentNumber(typed) : nil
        guard phone != nil || document != nil else { return nil }
        let principal = request.principal
        try await journalSearch(request)
        return try await desk.database.read(request.scope) {
            try store.lookUp(phone: phone, document: document, for: principal, on: $0)
        }
    }

    /// Before anybody is shown who was found by a number.
    func journalSearch(_ request: TenantRequest) async throws {
        try await desk.appender.recordSearch(
            store.leaf(.peopleSearched, nil, by: request.principal),
            session: request.principal.session,
            field: "number"
        )
    }
}
