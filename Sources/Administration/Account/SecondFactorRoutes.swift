import Access
import Database
import Domain
import Localization
import Markup
import Web

/// The second step of one's own sign-in. A stolen session must not change it, so the password is asked for first.
struct SecondFactorRoutes: Sendable {
    let desk: Desk
    let access: AccessServices

    func register(in routes: inout RouteTable) {
        let weighty = RouteOptions(stepUp: true)
        let guessing = RouteOptions(stepUp: true, rate: .guessing)
        routes.get("account/second-factor", access: .signedIn, options: weighty) { try await setUpForm($0) }
        routes.post("account/second-factor", access: .signedIn, options: guessing) { try await setUp($0) }
        routes.get("account/second-factor/remove", access: .signedIn, options: weighty) { try await removeForm($0) }
        routes.post("account/second-factor/remove", access: .signedIn, options: weighty) { try await remove($0) }
        routes.get("account/recovery-codes", access: .signedIn, options: weighty) { codesForm($0) }
        routes.post("account/recovery-codes", access: .signedIn, options: weighty) { try await makeCodes($0) }
    }

    // MARK: - Setting up

    private func setUpForm(_ request: TenantRequest) async throws -> WebResponse {
        try await setUpPage(request, FormErrors())
    }

    private func setUpPage(_ request: TenantRequest, _ errors: FormErrors) async throws -> WebResponse {
        let user = request.principal.user
        // The secret that waits stays the same when the page is loaded again; it counts only with its first code.
        let secret = try await access.database.write(.installation) { [access] connection in
            try access.secondFactor.pending(user, on: connection) ?? access.secondFactor.begin(user, on: connection)
        }
        let shown = SecondFactorSetUp(
            action: AccountURL.secondFactor.url,
            secret: secret,
            lead: request.texts.account.secondLead,
            next: nil,
            errors: errors,
            token: request.csrfToken
        )
        return desk.page(
            request,
            title: request.texts.account.secondTitle,
            active: nil,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    private func setUp(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var errors = FormErrors()
        guard !errors.require(form, "code") else { return try await setUpPage(request, errors) }
        let code = form.trimmed("code")
        let principal = request.principal
        let codes = try await access.database.write(.installation) { [access] connection in
            try access.secondFactor.confirm(
                principal.user,
                code: code,
                by: ActingUser(principal),
                on: connection
            )
        }
        guard let codes else {
            errors.add("code", "wrong") { $0.signIn.codeRefused }
            return try await setUpPage(request, errors)
        }
        let news = Notice(.success, request.texts.account.secondEnabled, isNews: true)
        return codesPage(request, codes, notices: [news])
    }

    private func codesPage(
        _ request: TenantRequest,
        _ codes: [RecoveryCode],
        notices: [Notice] = []
    ) -> WebResponse {
        desk.page(
            request,
            title: request.texts.account.recoveryTitle,
            active: nil,
            notices: notices,
            content: RecoveryCodesPage(codes: codes, next: AccountURL.account.url).html(request.texts)
        )
    }

    // MARK: - Switching off

    private func removeForm(_ request: TenantRequest) async throws -> WebResponse {
        try await refuseWhereRequired()
        let texts = request.texts
        return question(
            request,
            SecondFactorQuestion(
                title: texts.account.secondRemove,
                explanation: texts.account.secondOff,
                button: Button(texts.account.secondRemove, style: .destructive),
                action: AccountURL.removeSecondFactor.url,
                token: request.csrfToken
            )
        )
    }

    private func remove(_ request: TenantRequest) async throws -> WebResponse {
        try await refuseWhereRequired()
        let principal = request.principal
        try await access.database.write(.installation) { [access] connection in
            guard try access.secondFactor.isEnrolled(principal.user, on: connection) else { return }
            try access.secondFactor.remove(principal.user, by: ActingUser(principal), on: connection)
        }
        return .seeOther(News.secondOff.at(AccountURL.account.url))
    }

    /// Where the network wants a second step of everybody, there is no page for switching it off.
    private func refuseWhereRequired() async throws {
        guard try await !access.settings().requiresSecondFactor else { throw WebError.notFound }
    }

    // MARK: - Recovery codes

    private func codesForm(_ request: TenantRequest) -> WebResponse {
        let texts = request.texts
        return question(
            request,
            SecondFactorQuestion(
                title: texts.account.recoveryNew,
                explanation: texts.account.recoveryReplace,
                button: Button(texts.account.recoveryNew, style: .primary),
                action: AccountURL.recoveryCodes.url,
                token: request.csrfToken
            )
        )
    }

    private func makeCodes(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let codes = try await access.database.write(.installation) { [access] connection in
            try access.secondFactor.renewCodes(principal.user, by: ActingUser(principal), on: connection)
        }
        guard let codes else { return .seeOther(AccountURL.account.url) }
        return codesPage(request, codes)
    }

    private func question(_ request: TenantRequest, _ question: SecondFactorQuestion) -> WebResponse {
        desk.page(request, title: question.title, active: nil, content: question.html(request.texts))
    }
}
