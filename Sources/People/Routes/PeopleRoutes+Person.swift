import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Vault
import Web

extension PeopleRoutes {
    func show(_ request: TenantRequest) async throws -> WebResponse {
        let (person, grants) = try await open(request)
        let policy = PeoplePolicy(request.principal)
        let shown = PersonPage(
            person: person,
            grants: grants,
            isOwn: person.owner == request.principal.organization,
            mayWrite: policy.mayWrite(owner: person.owner),
            mayShare: policy.mayShare(owner: person.owner),
            mayErase: policy.mayErase(owner: person.owner, at: request.now) != .denied,
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(request.principal),
            organizationName: organizationName(request)
        )
        return page(
            request,
            request.texts.people.title,
            notices: try request.peopleNews(),
            shown.html(request.texts)
        )
    }

    func shareForm(_ request: TenantRequest) async throws -> WebResponse {
        try await sharePage(request, SharingInput(), FormErrors())
    }

    func share(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let input = SharingInput(try await request.form())
        var errors = FormErrors()
        guard let draft = SharingRules.draft(input, id, request.principal, recipients(request), request.now, &errors)
        else { return try await sharePage(request, input, errors) }
        let principal = request.principal
        do {
            try await answering(request, id) {
                _ = try await desk.database.write(request.scope) {
                    try store.share(id, draft, by: principal, on: $0)
                }
            }
        } catch VaultError.alreadyShared {
            errors.add("recipient", "already_shared") { $0.people.shareAlready }
            return try await sharePage(request, input, errors)
        }
        return .seeOther(PeopleNews.shared.at(PeopleURL.person(id).url))
    }

    func revoke(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let grant = try request.parameters.id(GrantEntity.self, "grant")
        let principal = request.principal
        try await answering(request, id) {
            try await desk.database.write(request.scope) {
                try store.revoke(id, grant, by: principal, on: $0)
            }
        }
        return .seeOther(PeopleNews.revoked.at(PeopleURL.person(id).url))
    }

    func eraseForm(_ request: TenantRequest) async throws -> WebResponse {
        let (person, grants) = try await open(request)
        guard person.owner == request.principal.organization else { throw WebError.notFound }
        let confirm = ErasePage(person: person, holders: grants.count, token: request.csrfToken)
        return page(request, request.texts.people.eraseTitle, confirm.html(request.texts))
    }

    func erase(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let principal = request.principal
        let certificate = try await answering(request, id) {
            try await desk.database.write(request.scope) {
                try store.erase(id, by: principal, erasure, on: $0)
            }
        }
        let shown = ErasureCertificatePage(certificate: certificate, zone: desk.zone(principal))
        return page(request, request.texts.people.erasedTitle, shown.html(request.texts))
    }

    private func sharePage(
        _ request: TenantRequest,
        _ input: SharingInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let (person, grants) = try await open(request)
        guard person.owner == request.principal.organization else { throw WebError.notFound }
        let shown = SharePage(
            person: person,
            list: GrantList(
                person: person.id,
                grants: grants,
                token: request.csrfToken,
                mayRevoke: true,
                zone: desk.zone(request.principal),
                organizationName: organizationName(request)
            ),
            organizations: recipients(request).map { (id: $0, name: organizationName(request)($0)) },
            input: input,
            errors: errors,
            token: request.csrfToken
        )
        return page(
            request,
            request.texts.people.shareTitle,
            hasErrors: !errors.isEmpty,
            shown.html(request.texts)
        )
    }

    /// Every open organisation of the network but one's own and the installation itself.
    private func recipients(_ request: TenantRequest) -> [OrganizationID] {
        desk.organizations.all.filter(\.isActive).map(\.id)
            .filter { $0 != request.principal.organization && $0 != .installation }
    }
}
