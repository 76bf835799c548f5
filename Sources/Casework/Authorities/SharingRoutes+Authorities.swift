import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

extension SharingRoutes {
    func giveForm(_ request: TenantRequest) async throws -> WebResponse {
        let typed = try request.query()
        var input = AuthorityInput()
        // A recipient that somebody chose by hand; a state is never put in for anybody.
        if let chosen = OrganizationID(typed["recipient"]), !desk.organizations.isStateRecipient(chosen) {
            input.recipient = chosen.text
        }
        return try await givePage(request, input, FormErrors())
    }

    func give(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        let input = AuthorityInput(form)
        if form["step"] == "words" { return try await givePage(request, input, FormErrors()) }
        var errors = FormErrors()
        guard let draft = input.draft(&errors) else { return try await givePage(request, input, errors) }
        let principal = request.principal
        let rooms = rooms
        let problems = try await attempt(request) {
            _ = try rooms.authorities.give(draft, in: id, by: principal, on: $0)
        }
        guard problems.isEmpty else {
            return try await givePage(request, input, SharingAnswers.formErrors(problems))
        }
        return .seeOther(SharingNews.given.at(SharingURL.case(id).url))
    }

    private func givePage(
        _ request: TenantRequest,
        _ input: AuthorityInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let page = AuthorityFormPage(
            subject: try await subject(request),
            recipients: recipients(request),
            input: input,
            errors: errors,
            token: request.csrfToken,
            spoken: input.language.isEmpty ? request.texts : request.site.catalogs.texts(input.language)
        )
        return self.page(
            request,
            request.texts.authority.giveTitle,
            hasErrors: !errors.isEmpty,
            page.html(request.texts)
        )
    }

    func confirm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let consent = try request.parameters.id(AuthorityEntity.self, "consent")
        let principal = request.principal
        let rooms = rooms
        let problems = try await attempt(request) {
            try rooms.authorities.confirm(consent, in: id, by: principal, on: $0)
        }
        guard problems.isEmpty else { throw SharingAnswers.webError(problems) }
        return .seeOther(SharingNews.confirmed.at(SharingURL.case(id).url))
    }

    func withdrawForm(_ request: TenantRequest) async throws -> WebResponse {
        try await withdrawPage(request, FormErrors())
    }

    func withdraw(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let consent = try request.parameters.id(AuthorityEntity.self, "consent")
        let form = try await request.form()
        let draft = WithdrawalDraft(
            deadlinesWereSaid: form.has("deadlinesSaid"),
            recipientLearnsWhy: form.has("learnsWhy")
        )
        let principal = request.principal
        let rooms = rooms
        let problems = try await attempt(request) {
            try rooms.authorities.withdraw(consent, in: id, draft, by: principal, on: $0)
        }
        guard problems.isEmpty else {
            return try await withdrawPage(request, SharingAnswers.formErrors(problems))
        }
        return .seeOther(SharingNews.withdrawn.at(SharingURL.case(id).url))
    }

    private func withdrawPage(_ request: TenantRequest, _ errors: FormErrors) async throws -> WebResponse {
        let consent = try request.parameters.id(AuthorityEntity.self, "consent")
        let subject = try await subject(request)
        guard let authority = subject.authorities.first(where: { $0.id == consent }), authority.endedAt == nil else {
            throw WebError.notFound
        }
        let page = WithdrawPage(
            subject: subject,
            authority: authority,
            recipient: authority.recipient.map(name(request)) ?? subject.details[consent]?.outsideRecipient ?? "",
            errors: errors,
            token: request.csrfToken
        )
        return self.page(
            request,
            request.texts.authority.withdrawTitle,
            hasErrors: !errors.isEmpty,
            page.html(request.texts)
        )
    }
}
