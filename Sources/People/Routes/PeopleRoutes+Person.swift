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
        // A record that was united with another leads there.
        guard try request.parameters.id(PersonEntity.self) == person.id else {
            return .seeOther(PeopleURL.person(person.id).url)
        }
        let principal = request.principal
        let policy = PeoplePolicy(principal)
        let isOwn = person.owner == principal.organization
        let (cases, contacts, merges) = try await desk.database.read(request.scope) { [ports, store] connection in
            (
                try ports.cases(person.id, principal, connection),
                try ports.contacts(person.id, principal, connection),
                isOwn ? try store.merges(of: person.id, for: principal, on: connection) : []
            )
        }
        let shown = PersonPage(
            person: person,
            grants: grants,
            cases: cases,
            contacts: contacts,
            merges: merges,
            problemTitle: ports.problemTitle,
            isOwn: isOwn,
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
        guard let draft = SharingRules.draft(input, id, request.principal, desk.organizations, request.now, &errors)
        else { return try await sharePage(request, input, errors) }
        let principal = request.principal
        do {
            try await answering(request, id) {
                _ = try await desk.database.write(request.scope) { [ports, store] connection in
                    let authority = try ports.authority(id, draft.recipient, principal, connection)
                    return try store.share(id, draft, by: principal, on: connection, underAuthority: authority)
                }
            }
        } catch PeopleError.importedWithoutAuthority {
            errors.add("recipient", "imported_without_authority") { $0.people.importedNotShared }
            return try await sharePage(request, input, errors)
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
        let principal = request.principal
        let merges = try await desk.database.read(request.scope) { [store] in
            try store.merges(of: person.id, for: principal, on: $0)
        }
        let confirm = ErasePage(
            person: person,
            holders: grants.count,
            merged: merges.map(\.name),
            token: request.csrfToken
        )
        return page(request, request.texts.people.eraseTitle, confirm.html(request.texts))
    }

    func erase(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let principal = request.principal
        let erased = try await answering(request, id) {
            try await desk.database.write(request.scope) { connection in
                try store.requireErasable(id, by: principal, on: connection)
                let remaining = try ports.erasing(id, principal, erasure, connection)
                for hidden in try store.allMerged(into: id, on: connection) {
                    _ = try ports.erasing(hidden, principal, erasure, connection)
                }
                return (
                    merged: try store.eraseMerged(into: id, by: principal, erasure, on: connection),
                    certificate: try store.erase(id, by: principal, erasure, on: connection),
                    remaining: remaining
                )
            }
        }
        let shown = ErasureCertificatePage(
            certificate: erased.certificate,
            merged: erased.merged,
            remaining: erased.remaining,
            zone: desk.zone(principal)
        )
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
            organizations: SharingRules.recipients(of: request.principal, desk.organizations)
                .map { (id: $0, name: organizationName(request)($0)) },
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
}
