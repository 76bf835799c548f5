import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Vault
import Web

extension PeopleRoutes {
    func newForm(_ request: TenantRequest) -> WebResponse {
        formPage(request, newPage(request, PersonInput(), FormErrors()))
    }

    func create(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var input = PersonInput(form)
        if input.applyRowButtons(form) { return formPage(request, newPage(request, input, FormErrors())) }
        let details: PersonDetails
        switch PersonRules.details(of: input, now: request.now) {
        case .success(let judged): details = judged
        case .failure(let problems):
            return formPage(request, newPage(request, input, problems.formErrors), hasErrors: true)
        }
        let principal = request.principal
        if !form.has("confirmed") {
            let known = try await duplicates(request, of: details)
            guard known.isEmpty else {
                var again = newPage(request, input, FormErrors())
                again.duplicates = known
                return formPage(request, again, hasErrors: true)
            }
        }
        let others = form.has("confirmed") ? form.values("shown").prefix(Self.mostShown).compactMap(PersonID.init) : []
        let id = try await answering(request, nil) {
            try await desk.database.write(request.scope) { [store] connection in
                let id = try store.create(details, by: principal, on: connection)
                for other in others {
                    // Somebody of another organization stays out of the review queue anyhow.
                    do {
                        try store.setDistinct(true, id, other, by: principal, on: connection)
                    } catch PeopleError.notFound {}
                }
                return id
            }
        }
        return .seeOther(PeopleNews.created.at(PeopleURL.person(id).url))
    }

    /// Those who may be the person described, likely enough to ask; journalled before anybody is shown.
    func duplicates(_ request: TenantRequest, of details: PersonDetails) async throws -> [PersonHit] {
        let found = try await finder.candidates(for: details, for: request.principal, scope: request.scope)
        for id in found.damaged { try await reportForgery(request, id) }
        let likely = found.hits.filter { $0.score >= Self.askingScore }
        if !likely.isEmpty { try await journalSearch(request) }
        return likely
    }

    /// From here on somebody is asked whether it is the same person.
    static let askingScore = 0.5
    /// No more are ever shown for one new record.
    private static let mostShown = 5

    func editForm(_ request: TenantRequest) async throws -> WebResponse {
        let person = try await open(request).person
        guard person.owner == request.principal.organization else { throw WebError.notFound }
        return formPage(request, editPage(request, person.id, PersonInput(person.details), person.version))
    }

    func change(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(PersonEntity.self)
        let form = try await request.form()
        guard let version = Int64(form["version"]) else { throw WebError.badRequest(.form) }
        var input = PersonInput(form)
        if input.applyRowButtons(form) { return formPage(request, editPage(request, id, input, version)) }
        let details: PersonDetails
        switch PersonRules.details(of: input, now: request.now) {
        case .success(let judged): details = judged
        case .failure(let problems):
            var again = editPage(request, id, input, version)
            again.errors = problems.formErrors
            return formPage(request, again, hasErrors: true)
        }
        let principal = request.principal
        do {
            try await answering(request, id) {
                _ = try await desk.database.write(request.scope) {
                    try store.change(id, to: details, from: version, by: principal, on: $0)
                }
            }
            return .seeOther(PeopleNews.changed.at(PeopleURL.person(id).url))
        } catch PeopleError.stale {
            let saved = try await open(request).person
            var again = editPage(request, id, input, saved.version)
            again.saved = saved.details
            return formPage(request, again, hasErrors: true)
        }
    }

    private func newPage(_ request: TenantRequest, _ input: PersonInput, _ errors: FormErrors) -> PersonFormPage {
        PersonFormPage(
            title: request.texts.people.newTitle,
            action: PeopleURL.new.url,
            cancel: PeopleURL.list.url,
            token: request.csrfToken,
            input: input,
            errors: errors,
            zone: desk.zone(request.principal),
            readiness: finder.readiness
        )
    }

    private func editPage(
        _ request: TenantRequest,
        _ id: PersonID,
        _ input: PersonInput,
        _ version: Int64
    ) -> PersonFormPage {
        PersonFormPage(
            title: request.texts.people.editTitle,
            action: PeopleURL.edit(id).url,
            cancel: PeopleURL.person(id).url,
            token: request.csrfToken,
            input: input,
            errors: FormErrors(),
            zone: desk.zone(request.principal),
            version: version
        )
    }

    private func formPage(
        _ request: TenantRequest,
        _ form: PersonFormPage,
        hasErrors: Bool = false
    ) -> WebResponse {
        page(request, form.title, hasErrors: hasErrors, form.html(request.texts))
    }
}
