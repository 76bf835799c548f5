import Access
import Database
import Domain
import HTTPTypes
import Localization
import Markup
import Web

/// Password links: for new colleagues and for those who forgot theirs.
struct InvitationRoutes: Sendable {
    let desk: Desk
    let access: AccessServices

    func register(in routes: inout RouteTable) {
        let guessing = RouteOptions(rate: .guessing)
        routes.get("invitation/:token", access: .everyone) { try await form($0) }
        routes.post("invitation/:token", access: .everyone, options: guessing) { try await choose($0) }
    }

    private func form(_ request: PublicRequest) async throws -> WebResponse {
        try await page(request, FormErrors())
    }

    private func page(_ request: PublicRequest, _ errors: FormErrors) async throws -> WebResponse {
        guard let ticket = TicketToken(request.parameters.text("token")) else { return expired(request) }
        let holder = try await access.database.read(.installation) { [access] connection in
            try access.tickets.holder(of: ticket, on: connection)
        }
        guard let holder else { return expired(request) }
        let shown = InvitationPage(ticket: ticket, holder: holder, errors: errors, token: request.csrfToken)
        return desk.door(
            request,
            title: request.texts.signIn.invitationTitle,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    /// A link that was used, is too old or never was: all answered alike.
    private func expired(_ request: PublicRequest) -> WebResponse {
        let texts = request.texts
        let header = PageHeader(texts.signIn.invitationTitle).html(texts)
        let notice = Notice(.warning, texts.signIn.invitationExpired).html(texts)
        let onward = Toolbar([Button(texts.signIn.title, .link(SignInURL.form.url()))]).html
        var response = desk.door(
            request,
            title: texts.signIn.invitationTitle,
            content: "\(header)\(notice)\(onward)"
        )
        response.status = .notFound
        return response
    }

    private func choose(_ request: PublicRequest) async throws -> WebResponse {
        guard let ticket = TicketToken(request.parameters.text("token")) else { return expired(request) }
        var errors = FormErrors()
        let password = NewPassword.read(try await request.form(), &errors)
        guard errors.isEmpty else { return try await page(request, errors) }
        switch try await access.signIn.usePasswordTicket(ticket, password: password) {
        case .done:
            return .seeOther(News.passwordSet.at(SignInURL.form.url()))
        case .problem(let problem):
            errors.add(problem)
            return try await page(request, errors)
        case .noTicket, .wrongPassword:
            return expired(request)
        case .throttled(let until):
            errors.addThrottling(NewPassword.field, until: until, now: request.now)
            return try await page(request, errors).throttled(until: until, now: request.now)
        }
    }
}
