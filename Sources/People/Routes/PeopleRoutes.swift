import Access
import Database
import Domain
import Journal
import Localization
import Markup
public import Vault
public import Web

/// The pages of the register of people.
public struct PeopleRoutes: Sendable {
    let desk: Desk
    let store: PeopleStore
    let erasure: Erasure
    let finder: PeopleSearch
    let ports: PersonPagePorts
    let duplicates: DuplicateQueue
    /// How often each user may ask the network about people.
    let networkQuestions: RateLimiter

    /// - Parameters:
    ///   - desk: what every room of the desk needs.
    ///   - store: the register of people.
    ///   - erasure: for erasing somebody for good.
    ///   - search: the process's one search.
    ///   - ports: what other rooms know of a person.
    public init(
        desk: Desk,
        store: PeopleStore,
        erasure: Erasure,
        search: PeopleSearch,
        ports: PersonPagePorts = PersonPagePorts()
    ) {
        self.desk = desk
        self.store = store
        self.erasure = erasure
        finder = search
        duplicates = DuplicateQueue(search)
        self.ports = ports
        networkQuestions = RateLimiter(
            limits: RateLimits(generalPerMinute: NetworkQuestion.aMinute),
            surroundings: desk.surroundings
        )
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("people", access: .right(.peopleRead)) { try await list($0) }
        routes.get("search", access: .right(.peopleRead)) { searchForm($0) }
        routes.post("search", access: .right(.peopleRead)) { try await search($0) }
        routes.post("search/suggestions", access: .right(.peopleRead)) { try await suggest($0) }
        routes.get("people/new", access: .right(.peopleWrite)) { newForm($0) }
        routes.post("people/new", access: .right(.peopleWrite)) { try await create($0) }
        registerMerging(in: &routes)
        routes.get("people/:id", access: .right(.peopleRead)) { try await show($0) }
        routes.get("people/:id/edit", access: .right(.peopleWrite)) { try await editForm($0) }
        routes.post("people/:id/edit", access: .right(.peopleWrite)) { try await change($0) }
        routes.get("people/:id/share", access: .right(.peopleShare)) { try await shareForm($0) }
        routes.post("people/:id/share", access: .right(.peopleShare)) { try await share($0) }
        routes.post("people/:id/grants/:grant/revoke", access: .right(.peopleShare)) { try await revoke($0) }
        routes.post("people/:id/network-match", access: .right(.peopleShare)) { try await askNetwork($0) }
        routes.get("people/:id/erase", access: .right(.peopleErase), options: RouteOptions(stepUp: true)) {
            try await eraseForm($0)
        }
        routes.post("people/:id/erase", access: .right(.peopleErase), options: RouteOptions(stepUp: true)) {
            try await erase($0)
        }
    }

    // MARK: - What handlers share

    func page(
        _ request: TenantRequest,
        _ title: String,
        hasErrors: Bool = false,
        notices: [Notice] = [],
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: PeopleURL.list.url,
            notices: notices,
            hasErrors: hasErrors,
            content: content
        )
    }

    func organizationName(_ request: TenantRequest) -> @Sendable (OrganizationID) -> String {
        let language = request.texts.language
        return { [organizations = desk.organizations] in organizations.name($0, language) }
    }

    /// Opens a person for a page, with its leaf on the disk before anything is shown.
    func open(_ request: TenantRequest) async throws -> (person: Person, grants: [Grant]) {
        let id = try request.parameters.id(PersonEntity.self)
        let principal = request.principal
        let opened = try await answering(request, id) {
            try await desk.database.read(request.scope) { connection in
                (
                    person: try store.open(id, for: principal, on: connection),
                    grants: try store.grants(of: id, for: principal, on: connection)
                )
            }
        }
        try await desk.appender.record([store.leaf(.personOpened, opened.person.id, by: principal)])
        return opened
    }

    /// Turns the room's errors into answers; what was forged goes into the journal.
    func answering<Value>(
        _ request: TenantRequest,
        _ id: PersonID?,
        _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch PeopleError.notFound {
            throw WebError.notFound
        } catch VaultError.notOwner {
            throw WebError.notFound
        } catch PeopleError.tampered {
            try await reportForgery(request, id)
            throw WebError.internal
        } catch VaultError.forged {
            try await reportForgery(request, id)
            throw WebError.internal
        }
    }

    func reportForgery(_ request: TenantRequest, _ id: PersonID?) async throws {
        try await desk.appender.record([store.leaf(.sealRefused, id, by: request.principal)])
    }
}
