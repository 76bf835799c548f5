import Access
import Database
import Domain
import HTTPTypes
import Journal
import Localization
import Markup
public import Web

/// What this room needs to know of the content, which belongs to another room.
public struct DirectoryPorts: Sendable {
    /// The services by code with their titles in a language, in the order in which they are offered.
    public var services: @Sendable (_ language: String) -> [(code: String, title: String)]

    public init(services: @escaping @Sendable (_ language: String) -> [(code: String, title: String)]) {
        self.services = services
    }

    func title(_ code: String, _ language: String) -> String {
        services(language).first { $0.code == code }?.title ?? code
    }
}

/// The pages of who can help, and of what an organisation says of itself.
public struct DirectoryRoutes: Sendable {
    let desk: Desk
    let store: DirectoryStore
    let ports: DirectoryPorts

    public init(desk: Desk, store: DirectoryStore, ports: DirectoryPorts) {
        self.desk = desk
        self.store = store
        self.ports = ports
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("network", access: .right(.contactsRead)) { try await finder($0) }
        routes.get("network/organizations/:id", access: .right(.contactsRead)) { try await profile($0) }
        routes.get("network/marks", access: .right(.networkManage)) { try await marksPage($0) }
        routes.post("network/marks", access: .right(.networkManage)) { try await mark($0) }
        routes.get("network/own", access: .right(.directoryManage)) { try await own($0) }
        routes.get("network/own/sites/new", access: .right(.directoryManage)) { try await siteForm($0, nil) }
        routes.post("network/own/sites/new", access: .right(.directoryManage)) { try await saveSite($0, nil) }
        routes.get("network/own/sites/:id", access: .right(.directoryManage)) {
            try await siteForm($0, $0.parameters.id(SiteEntity.self))
        }
        routes.post("network/own/sites/:id", access: .right(.directoryManage)) {
            try await saveSite($0, $0.parameters.id(SiteEntity.self))
        }
        routes.post("network/own/sites/:id/remove", access: .right(.directoryManage)) { try await removeSite($0) }
        routes.get("network/own/services/new", access: .right(.directoryManage)) { try await serviceForm($0, nil) }
        routes.post("network/own/services/new", access: .right(.directoryManage)) { try await saveService($0, nil) }
        routes.get("network/own/services/:id", access: .right(.directoryManage)) {
            try await serviceForm($0, $0.parameters.id(ServiceEntity.self))
        }
        routes.post("network/own/services/:id", access: .right(.directoryManage)) {
            try await saveService($0, $0.parameters.id(ServiceEntity.self))
        }
        routes.post("network/own/services/:id/remove", access: .right(.directoryManage)) {
            try await removeService($0)
        }
    }

    private func finder(_ request: TenantRequest) async throws -> WebResponse {
        let input = FinderInput(try request.query())
        let query = input.query
        let organization = request.principal.organization
        let found = try await desk.database.read(request.scope) {
            try store.find(query, for: organization, limit: 100, on: $0)
        }
        let shown = FinderPage(
            input: input,
            offers: found,
            services: ports.services(request.texts.language),
            mayManage: request.principal.may(.directoryManage),
            zone: desk.zone(request.principal),
            name: name(request)
        )
        return page(request, request.texts.directory.title, content: shown.html(request.texts))
    }

    private func profile(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(OrganizationEntity.self)
        guard let entry = desk.organizations[id], id != .installation, entry.isActive else { throw WebError.notFound }
        let own = request.principal.organization
        let entries = try await read(id, request)
        let reader: FieldVisibility =
            id == own ? .owner : desk.organizations[own]?.isAdmitted == true ? .vetted : .member
        let shown = ProfilePage(
            name: name(request)(id),
            entry: entry,
            sites: entries.sites.map { $0.shown(to: reader) },
            offers: entries.offers,
            isOwn: false,
            now: request.now,
            zone: desk.zone(request.principal),
            token: request.csrfToken,
            serviceTitle: { ports.title($0, request.texts.language) }
        )
        return page(request, name(request)(id), content: shown.html(request.texts))
    }

    private func own(_ request: TenantRequest) async throws -> WebResponse {
        let id = request.principal.organization
        guard let entry = desk.organizations[id], id != .installation else { throw WebError.notFound }
        let entries = try await read(id, request)
        let shown = ProfilePage(
            name: name(request)(id),
            entry: entry,
            sites: entries.sites,
            offers: entries.offers,
            isOwn: true,
            now: request.now,
            zone: desk.zone(request.principal),
            token: request.csrfToken,
            serviceTitle: { ports.title($0, request.texts.language) }
        )
        let done = try request.query()["done"]
        let notices: [Notice] =
            done == "saved"
            ? [Notice(.success, request.texts.directory.saved, isNews: true)]
            : done == "removed" ? [Notice(.success, request.texts.directory.removed, isNews: true)] : []
        return page(request, request.texts.directory.own, notices: notices, content: shown.html(request.texts))
    }

    // MARK: - What handlers share

    func page(
        _ request: TenantRequest,
        _ title: String,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: DirectoryURL.finder.url,
            notices: notices,
            hasErrors: hasErrors,
            content: content
        )
    }

    func name(_ request: TenantRequest) -> @Sendable (OrganizationID) -> String {
        { [organizations = desk.organizations, language = request.texts.language] in organizations.name($0, language) }
    }

    func read(
        _ id: OrganizationID,
        _ request: TenantRequest
    ) async throws -> (sites: [Site], offers: [ServiceOffer]) {
        try await desk.database.read(request.scope) { connection in
            (sites: try store.sites(id, on: connection), offers: try store.offers(id, on: connection))
        }
    }
}
