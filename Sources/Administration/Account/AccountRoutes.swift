import Access
import Database
import Domain
import Localization
import Markup
import Web

/// One's own account: password, sessions, entering the password again.
struct AccountRoutes: Sendable {
    let desk: Desk
    let access: AccessServices
    let site: Site

    func register(in routes: inout RouteTable) {
        let always = RouteOptions(isOpenBeforePasswordChange: true)
        let guessing = RouteOptions(rate: .guessing)
        let guessingAlways = RouteOptions(rate: .guessing, isOpenBeforePasswordChange: true)
        routes.get("account", access: .signedIn) { try await show($0) }
        routes.get("account/password", access: .signedIn, options: always) { passwordPage($0, FormErrors()) }
        routes.post("account/password", access: .signedIn, options: guessingAlways) { try await changePassword($0) }
        routes.post("account/sessions/:id/end", access: .signedIn) { try await endSession($0) }
        routes.post("account/other-sessions/end", access: .signedIn) { try await endOthers($0) }
        routes.get("account/confirm", access: .signedIn) { try await confirmForm($0) }
        routes.post("account/confirm", access: .signedIn, options: guessing) { try await confirm($0) }
    }

    private func page(
        _ request: TenantRequest,
        _ title: String,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: nil,
            notices: notices,
            hasErrors: hasErrors,
            content: content
        )
    }

    private func show(_ request: TenantRequest) async throws -> WebResponse {
        let user = request.principal.user
        let facts = try await access.database.read(.installation) { [access] connection -> AccountFacts in
            guard let account = try access.accounts.find(user, on: connection) else { throw WebError.notFound }
            return AccountFacts(
                account: account,
                sessions: try access.sessions.list(of: user, on: connection).filter { $0.state == .active },
                recoveryCodes: try access.secondFactor.remainingCodes(user, on: connection),
                isSecondFactorRequired: try InstallationSettings.read(on: connection).requiresSecondFactor,
                worksForSeveral: try access.memberships.active(of: user, on: connection).count > 1
            )
        }
        let language = request.texts.language
        let shown = AccountPage(
            facts: facts,
            principal: request.principal,
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(request.principal),
            organizationName: { [organizations = desk.organizations] in organizations.name($0, language) }
        )
        let title = request.texts.account.title
        return page(request, title, notices: try request.news(), shown.html(request.texts))
    }

    // MARK: - Password

    private func passwordPage(_ request: TenantRequest, _ errors: FormErrors) -> WebResponse {
        let shown = PasswordPage(
            isForced: request.principal.mustChangePassword,
            errors: errors,
            token: request.csrfToken
        )
        let title = request.texts.account.changePassword
        return page(request, title, hasErrors: !errors.isEmpty, shown.html(request.texts))
    }

    private func changePassword(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        let principal = request.principal
        var errors = FormErrors()
        _ = errors.require(form, PasswordPage.current)
        let new = NewPassword.read(form, &errors)
        if !new.isEmpty, new == form[PasswordPage.current] {
            errors.add(NewPassword.field, "same") { $0.account.passwordSame }
        }
        guard errors.isEmpty else { return passwordPage(request, errors) }
        let result = try await access.signIn.changePassword(principal, current: form[PasswordPage.current], new: new)
        switch result {
        case .done(let session):
            if let session { request.begin(session) }
            site.events.close(user: principal.user)
            return .seeOther(principal.mustChangePassword ? "/" : News.passwordChanged.at(AccountURL.account.url))
        case .wrongPassword, .noTicket:
            errors.add(PasswordPage.current, "wrong") { $0.account.passwordWrong }
        case .problem(let problem):
            errors.add(problem)
        case .throttled(let until):
            errors.addThrottling(PasswordPage.current, until: until, now: request.now)
            return passwordPage(request, errors).throttled(until: until, now: request.now)
        }
        return passwordPage(request, errors)
    }

    // MARK: - Sessions

    private func endSession(_ request: TenantRequest) async throws -> WebResponse {
        let session = try request.parameters.id(SessionEntity.self)
        guard try await access.signIn.end(session, for: request.principal) else { throw WebError.notFound }
        site.events.close(session: session)
        guard session != request.principal.session else {
            request.endSession()
            return .seeOther(News.signedOut.at(SignInURL.form.url()))
        }
        return .seeOther(News.sessionEnded.at(AccountURL.account.url))
    }

    private func endOthers(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let sessions = try await access.database.read(.installation) { [access] connection in
            try access.sessions.list(of: principal.user, on: connection)
        }
        for session in sessions where session.id != principal.session {
            try await access.signIn.end(session.id, for: principal)
            site.events.close(session: session.id)
        }
        return .seeOther(News.sessionEnded.at(AccountURL.account.url))
    }

    // MARK: - Entering the password again

    private func confirmForm(_ request: TenantRequest) async throws -> WebResponse {
        let next = NextPath.read(try request.query()["next"])
        return try await confirmPage(request, next, FormErrors())
    }

    private func confirmPage(
        _ request: TenantRequest,
        _ next: LocalPath?,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let shown = ConfirmPage(
            asksCode: try await isEnrolled(request),
            next: next,
            errors: errors,
            token: request.csrfToken
        )
        let title = request.texts.account.confirmTitle
        return page(request, title, hasErrors: !errors.isEmpty, shown.html(request.texts))
    }

    private func isEnrolled(_ request: TenantRequest) async throws -> Bool {
        let user = request.principal.user
        return try await access.database.read(.installation) { [access] connection in
            try access.secondFactor.isEnrolled(user, on: connection)
        }
    }

    private func confirm(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        let next = NextPath.read(form["next"])
        var errors = FormErrors()
        guard !errors.require(form, "password") else { return try await confirmPage(request, next, errors) }
        let result = try await access.signIn.stepUp(
            request.principal,
            password: form["password"],
            code: form.trimmedOrNil("code")
        )
        switch result {
        case .done(let session):
            request.begin(session)
            return .seeOther(next ?? LocalPath(AccountURL.account.url))
        case .refused:
            let asksCode = try await isEnrolled(request)
            errors.add("password", "refused") { texts in
                asksCode ? texts.account.confirmRefused : texts.account.passwordWrong
            }
            return try await confirmPage(request, next, errors)
        case .throttled(let until):
            errors.addThrottling("password", until: until, now: request.now)
            return try await confirmPage(request, next, errors).throttled(until: until, now: request.now)
        }
    }
}
