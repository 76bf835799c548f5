import Access
import Database
import Domain
import Localization
import Markup
import Web

extension SignInRoutes {
    // MARK: - The second step

    func codeForm(_ request: PendingRequest) throws -> WebResponse {
        let next = NextPath.read(try request.query()["next"])
        guard request.pending.state == .awaitingSecondFactor else {
            return .seeOther(SignInURL.enrolment.url(next))
        }
        return codePage(request, next, FormErrors())
    }

    private func codePage(_ request: PendingRequest, _ next: LocalPath?, _ errors: FormErrors) -> WebResponse {
        let shown = CodePage(next: next, errors: errors, token: request.csrfToken)
        return desk.door(
            request,
            title: request.texts.signIn.codeTitle,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    func takeCode(_ request: PendingRequest) async throws -> WebResponse {
        let form = try await request.form()
        let next = NextPath.read(form["next"])
        var errors = FormErrors()
        guard !errors.require(form, "code") else { return codePage(request, next, errors) }
        switch try await access.signIn.complete(request.pending, code: form.trimmed("code")) {
        case .signedIn(let session, let memberships):
            return enter(request, session, memberships, next)
        case .wrongCode:
            errors.add("code", "wrong") { $0.signIn.codeRefused }
            return codePage(request, next, errors)
        case .ended:
            return startAgain(request, next)
        case .throttled(let until):
            errors.addThrottling("code", until: until, now: request.now)
            return codePage(request, next, errors).throttled(until: until, now: request.now)
        }
    }

    private func startAgain(_ request: PendingRequest, _ next: LocalPath?) -> WebResponse {
        request.endSession()
        return .seeOther(News.startAgain.at(SignInURL.form.url(next)))
    }

    // MARK: - Setting the second step up in the midst of a sign-in

    func enrolmentForm(_ request: PendingRequest) async throws -> WebResponse {
        let next = NextPath.read(try request.query()["next"])
        guard request.pending.state == .awaitingEnrolment else { return .seeOther(SignInURL.code.url(next)) }
        return try await enrolmentPage(request, next, FormErrors())
    }

    private func enrolmentPage(
        _ request: PendingRequest,
        _ next: LocalPath?,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let shown = SecondFactorSetUp(
            action: SignInURL.enrolment.url(),
            secret: try await access.signIn.enrolmentSecret(request.pending),
            lead: request.texts.signIn.enrolLead,
            next: next,
            errors: errors,
            token: request.csrfToken
        )
        return desk.door(
            request,
            title: request.texts.account.secondTitle,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    func enrol(_ request: PendingRequest) async throws -> WebResponse {
        let form = try await request.form()
        let next = NextPath.read(form["next"])
        var errors = FormErrors()
        guard !errors.require(form, "code") else { return try await enrolmentPage(request, next, errors) }
        let (result, codes) = try await access.signIn.completeEnrolment(request.pending, code: form.trimmed("code"))
        switch result {
        case .signedIn(let session, let memberships):
            request.begin(session)
            let onward = memberships.count > 1 ? SignInURL.organization.url(next) : (next ?? .start).url
            return desk.door(
                request,
                title: request.texts.account.recoveryTitle,
                notices: [Notice(.success, request.texts.account.secondEnabled, isNews: true)],
                content: RecoveryCodesPage(codes: codes, next: onward).html(request.texts)
            )
        case .wrongCode:
            errors.add("code", "wrong") { $0.signIn.codeRefused }
            return try await enrolmentPage(request, next, errors)
        case .ended:
            return startAgain(request, next)
        case .throttled(let until):
            errors.addThrottling("code", until: until, now: request.now)
            return try await enrolmentPage(request, next, errors).throttled(until: until, now: request.now)
        }
    }

    // MARK: - For which organisation

    func organizationForm(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let language = request.texts.language
        let memberships = try await access.database.read(.installation) { [access] connection in
            try access.memberships.active(of: principal.user, on: connection)
        }
        let shown = OrganizationPage(
            memberships: memberships,
            current: principal.organization,
            next: NextPath.read(try request.query()["next"]),
            token: request.csrfToken,
            organizationName: { [organizations = desk.organizations] in organizations.name($0, language) }
        )
        return desk.door(
            request,
            title: request.texts.signIn.organizationTitle,
            content: shown.html(request.texts)
        )
    }

    func chooseOrganization(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        let next = NextPath.read(form["next"])
        guard let organization = OrganizationID(form["organization"]) else { throw WebError.badRequest(.form) }
        guard organization != request.principal.organization else { return .seeOther(next ?? .start) }
        guard let session = try await access.signIn.switchOrganization(request.principal, to: organization) else {
            throw WebError.notFound
        }
        // Streams that are open speak of the organisation that was left.
        site.events.close(session: request.principal.session)
        request.begin(session)
        return .seeOther(next ?? .start)
    }
}
