import Access
import Domain
import HTTPTypes
import Localization
import Markup
import Web

/// Signing in step by step, and out again.
struct SignInRoutes: Sendable {
    let desk: Desk
    let access: AccessServices
    let site: Site

    func register(in routes: inout RouteTable) {
        let guessing = RouteOptions(rate: .guessing)
        let always = RouteOptions(isOpenBeforePasswordChange: true)
        routes.get("sign-in", access: .everyone) { try await form($0) }
        routes.post("sign-in", access: .everyone, options: guessing) { try await signIn($0) }
        routes.get("sign-in/code", access: .pendingSecondFactor) { try codeForm($0) }
        routes.post("sign-in/code", access: .pendingSecondFactor, options: guessing) { try await takeCode($0) }
        routes.get("sign-in/enrol", access: .pendingSecondFactor) { try await enrolmentForm($0) }
        routes.post("sign-in/enrol", access: .pendingSecondFactor, options: guessing) { try await enrol($0) }
        routes.get("sign-in/organization", access: .signedIn) { try await organizationForm($0) }
        routes.post("sign-in/organization", access: .signedIn) { try await chooseOrganization($0) }
        routes.post("sign-out", access: .signedIn, options: always) { try await signOut($0) }
        routes.post("lock", access: .signedIn, options: always) { try await lock($0) }
    }

    // MARK: - Address and password

    private func form(_ request: PublicRequest) async throws -> WebResponse {
        let next = NextPath.read(try request.query()["next"])
        if request.signedIn != nil { return .seeOther(next ?? .start) }
        // A cookie that stands for nobody, or for a sign-in that was given up, must not meet the form's token.
        if request.cookie(site.cookies.sessionName) != nil { request.endSession() }
        return try await formPage(request, next: next)
    }

    private func formPage(
        _ request: PublicRequest,
        email: String = "",
        next: LocalPath?,
        errors: FormErrors = FormErrors()
    ) async throws -> WebResponse {
        let shown = SignInPage(
            networkName: try await access.settings().networkName,
            email: email,
            next: next,
            errors: errors,
            token: request.csrfToken
        )
        return desk.door(
            request,
            title: request.texts.signIn.title,
            notices: errors.isEmpty ? try request.news() : [],
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    private func signIn(_ request: PublicRequest) async throws -> WebResponse {
        let form = try await request.form()
        let next = NextPath.read(form["next"])
        let email = form.trimmed("email")
        var errors = FormErrors()
        let lacks = (errors.require(form, "email"), errors.require(form, "password"))
        guard lacks == (false, false) else {
            return try await formPage(request, email: email, next: next, errors: errors)
        }
        let result = try await access.signIn.attempt(
            email: email,
            password: form["password"],
            kind: .desk,
            client: ClientKind(userAgent: request.headers[.userAgent])
        )
        switch result {
        case .signedIn(let session, let memberships):
            if let earlier = request.signedIn { try await end(earlier) }
            return enter(request, session, memberships, next)
        case .needsSecondFactor(let session):
            return try wait(request, session, .code, next)
        case .needsEnrolment(let session):
            return try wait(request, session, .enrolment, next)
        case .refused:
            errors.add("email", "refused") { $0.signIn.refused }
            return try await formPage(request, email: email, next: next, errors: errors)
        case .throttled(let until):
            errors.addThrottling("email", until: until, now: request.now)
            return try await formPage(request, email: email, next: next, errors: errors)
                .throttled(until: until, now: request.now)
        }
    }

    private func wait(
        _ request: PublicRequest,
        _ session: IssuedSession?,
        _ step: SignInURL,
        _ next: LocalPath?
    ) throws(WebError) -> WebResponse {
        guard let session else { throw .internal }
        request.begin(session)
        return .seeOther(step.url(next))
    }

    /// Signed in: on to the page that was wanted, or first to the choice of the organisation.
    func enter(
        _ request: some IncomingRequest,
        _ session: IssuedSession,
        _ memberships: [Membership],
        _ next: LocalPath?
    ) -> WebResponse {
        request.begin(session)
        guard memberships.count > 1 else { return .seeOther(next ?? .start) }
        return .seeOther(SignInURL.organization.url(next))
    }

    // MARK: - Out again

    private func signOut(_ request: TenantRequest) async throws -> WebResponse {
        try await end(request.principal)
        request.endSession()
        return .seeOther(News.signedOut.at(SignInURL.form.url()))
    }

    private func lock(_ request: TenantRequest) async throws -> WebResponse {
        try await access.signIn.lockNow(request.principal)
        site.events.close(user: request.principal.user)
        request.endSession()
        return .seeOther(News.locked.at(SignInURL.form.url()))
    }

    private func end(_ principal: Principal) async throws {
        try await access.signIn.signOut(principal)
        site.events.close(session: principal.session)
    }
}
