import Access
import Database
import Domain
public import Journal
import Localization
import Markup
import Web

extension DirectoryRoutes {
    func siteForm(_ request: TenantRequest, _ id: SiteID?) async throws -> WebResponse {
        guard let id else { return sitePage(request, nil, SiteInput(), FormErrors()) }
        let sites = try await read(request.principal.organization, request).sites
        guard let site = sites.first(where: { $0.id == id }) else { throw WebError.notFound }
        return sitePage(request, id, SiteInput(site), FormErrors())
    }

    func saveSite(_ request: TenantRequest, _ id: SiteID?) async throws -> WebResponse {
        let input = SiteInput(try await request.form())
        var errors = FormErrors()
        let organization = request.principal.organization
        let new: SiteID = desk.surroundings.newID()
        guard let site = input.site(id ?? new, organization, &errors) else {
            return sitePage(request, id, input, errors)
        }
        let isSaved = try await write(request) { connection in
            let exists = try store.sites(organization, on: connection).contains { $0.id == site.id }
            guard exists || id == nil else { return false }
            return try store.save(site, on: connection)
        }
        guard isSaved else { throw WebError.notFound }
        return .seeOther(DirectoryURL.own.url.adding(query: "done", "saved"))
    }

    func removeSite(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(SiteEntity.self)
        let organization = request.principal.organization
        _ = try await write(request) { connection in
            try store.removeSite(id, of: organization, on: connection)
            return true
        }
        return .seeOther(DirectoryURL.own.url.adding(query: "done", "removed"))
    }

    func serviceForm(_ request: TenantRequest, _ id: ServiceID?) async throws -> WebResponse {
        let entries = try await read(request.principal.organization, request)
        guard !entries.sites.isEmpty else { return .seeOther(DirectoryURL.newSite.url) }
        guard let id else { return servicePage(request, nil, ServiceInput(), entries.sites, FormErrors()) }
        guard let offer = entries.offers.first(where: { $0.id == id }) else { throw WebError.notFound }
        return servicePage(request, id, ServiceInput(offer, now: request.now), entries.sites, FormErrors())
    }

    func saveService(_ request: TenantRequest, _ id: ServiceID?) async throws -> WebResponse {
        let input = ServiceInput(try await request.form())
        let organization = request.principal.organization
        let entries = try await read(organization, request)
        if let id, !entries.offers.contains(where: { $0.id == id }) { throw WebError.notFound }
        var errors = FormErrors()
        let new: ServiceID = desk.surroundings.newID()
        let codes = Set(ports.services("en").map(\.code))
        let judged = input.offer(
            id ?? new,
            organization,
            sites: Set(entries.sites.map(\.id)),
            services: codes,
            now: request.now,
            &errors
        )
        guard let offer = judged else { return servicePage(request, id, input, entries.sites, errors) }
        guard try await write(request, { try store.save(offer, on: $0) }) else { throw WebError.notFound }
        return .seeOther(DirectoryURL.own.url.adding(query: "done", "saved"))
    }

    func removeService(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ServiceEntity.self)
        let organization = request.principal.organization
        _ = try await write(request) { connection in
            try store.removeOffer(id, of: organization, on: connection)
            return true
        }
        return .seeOther(DirectoryURL.own.url.adding(query: "done", "removed"))
    }

    /// Changes the organisation's entry with a leaf in its journal.
    private func write(
        _ request: TenantRequest,
        _ change: @escaping @Sendable (any Connection) throws -> Bool
    ) async throws -> Bool {
        let principal = request.principal
        let recorder = Recorder(surroundings: desk.surroundings)
        return try await desk.database.write(request.scope) { connection in
            guard try change(connection) else { return false }
            try recorder.record(
                LeafDraft(
                    log: principal.organization,
                    kind: .directoryChanged,
                    actor: principal.user,
                    actorOrganization: principal.organization
                ),
                on: connection
            )
            return true
        }
    }

    private func sitePage(
        _ request: TenantRequest,
        _ id: SiteID?,
        _ input: SiteInput,
        _ errors: FormErrors
    ) -> WebResponse {
        let shown = SiteFormPage(id: id, input: input, errors: errors, token: request.csrfToken)
        return page(
            request,
            request.texts.directory.addSite,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    private func servicePage(
        _ request: TenantRequest,
        _ id: ServiceID?,
        _ input: ServiceInput,
        _ sites: [Site],
        _ errors: FormErrors
    ) -> WebResponse {
        let shown = ServiceFormPage(
            id: id,
            input: input,
            sites: sites,
            services: ports.services(request.texts.language),
            errors: errors,
            token: request.csrfToken
        )
        return page(
            request,
            request.texts.directory.addService,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }
}

extension LeafKind {
    /// An organisation changed what it says of itself to the network.
    public static let directoryChanged = LeafKind(rawValue: "directory.changed")
}
