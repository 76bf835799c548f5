import Access
import Database
import Domain
import Guides
import Journal
import Localization
import Markup
import Web

extension SharingRoutes {
    func referForm(_ request: TenantRequest) async throws -> WebResponse {
        try await referPage(request, ReferInput(), FormErrors())
    }

    func refer(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let input = ReferInput(try await request.form())
        let subject = try await subject(request)
        guard let authority = AuthorityID(input.consent).flatMap({ id in subject.authorities.first { $0.id == id } }),
            let recipient = authority.recipient
        else { return try await referPage(request, input, SharingAnswers.formErrors([.consentMissing])) }
        guard let urgency = Urgency(rawValue: input.urgency) else { throw WebError.badRequest(.form) }
        let draft = ReferralDraft(
            recipient: recipient,
            service: subject.candidates.first { $0.organization == recipient }?.service,
            authority: authority.id,
            urgency: urgency,
            note: input.note
        )
        let principal = request.principal
        let rooms = rooms
        let problems = try await attempt(request) {
            _ = try rooms.referrals.send(draft, of: id, by: principal, on: $0)
        }
        guard problems.isEmpty else {
            return try await referPage(request, input, SharingAnswers.formErrors(problems))
        }
        return .seeOther(SharingNews.sent.at(SharingURL.case(id).url))
    }

    private func referPage(
        _ request: TenantRequest,
        _ input: ReferInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let subject = try await subject(request)
        let now = request.now
        let page = ReferPage(
            subject: subject,
            live: subject.authorities.filter { $0.recipient != nil && $0.isLive(at: now) },
            input: input,
            errors: errors,
            token: request.csrfToken,
            services: rooms.cases.content.services,
            organizationName: name(request)
        )
        return self.page(
            request,
            request.texts.referrals.referTitle,
            hasErrors: !errors.isEmpty,
            page.html(request.texts)
        )
    }

    func decide(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let form = try await request.form()
        guard let decision = WithdrawalDecision(rawValue: form["decision"]) else { throw WebError.badRequest(.form) }
        let basis = form.trimmed("basis")
        let principal = request.principal
        let rooms = rooms
        let problems = try await attempt(request) {
            try rooms.referrals.decide(decision, basis: basis, for: id, by: principal, on: $0)
        }
        guard problems.isEmpty else { throw SharingAnswers.webError(problems) }
        return .seeOther(SharingNews.decided.at(SharingURL.case(id).url))
    }

    // MARK: - Inbox and outbox

    func box(_ request: TenantRequest, _ box: ReferralBox) async throws -> WebResponse {
        let typed = try request.query()
        var query = ReferralQuery(box)
        if typed.has("filter") {
            guard let filter = ReferralQuery.Filter(rawValue: typed["filter"]) else {
                throw WebError.badRequest(.parameter)
            }
            query.filter = filter
        }
        if typed.has("before") {
            guard let before = ReferralID(typed["before"]) else { throw WebError.badRequest(.parameter) }
            query.before = before
        }
        let principal = request.principal
        let (asked, rooms) = (query, rooms)
        async let journalled: Void = desk.appender.record([rooms.cases.leaf(.referralsListed, nil, by: principal)])
        let (page, transfers) = try await desk.database.read(request.scope) { connection in
            (
                try rooms.referrals.list(asked, for: principal, on: connection),
                try rooms.transfers.list(box, for: principal, on: connection)
            )
        }
        try await journalled
        let list = InboxPage(
            page: page,
            query: query,
            transfers: transfers,
            now: request.now,
            zone: desk.zone(principal),
            organizationName: name(request),
            problemName: { [language = request.texts.language] in rooms.cases.content.problems.name($0, language) }
        )
        return self.page(
            request,
            list.title(request.texts),
            active: .box(box),
            notices: try request.sharingNews(),
            list.html(request.texts)
        )
    }

    // MARK: - One referral

    func referral(_ request: TenantRequest) async throws -> WebResponse {
        try await referralPage(request, FormErrors())
    }

    private func referralPage(_ request: TenantRequest, _ errors: FormErrors) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let principal = request.principal
        let rooms = rooms
        let view = try await SharingAnswers.answering {
            var view = try await desk.database.read(request.scope) {
                try rooms.referrals.open(id, for: principal, on: $0)
            }
            // Opening it for the first time is seeing it; the sender's clock shows that.
            if view.referral.state == .sent, view.referral.to == principal.organization,
                principal.may(.referralsAnswer)
            {
                view = try await desk.database.write(request.scope) { connection in
                    try rooms.referrals.see(id, by: principal, on: connection)
                    return try rooms.referrals.open(id, for: principal, on: connection)
                }
            }
            return view
        }
        try await desk.appender.record([rooms.leaf(.referralOpened, id.retagged(), by: principal)])
        let detail = ReferralDetailPage(
            view: view,
            own: principal.organization,
            mayAnswer: principal.may(.referralsAnswer),
            mayShare: principal.may(.peopleShare),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal),
            errors: errors,
            organizationName: name(request)
        )
        return page(
            request,
            request.texts.referrals.title,
            active: .box(view.referral.to == principal.organization ? .in : .out),
            hasErrors: !errors.isEmpty,
            notices: try request.sharingNews(),
            detail.html(request.texts)
        )
    }

    func accept(_ request: TenantRequest) async throws -> WebResponse {
        let (rooms, principal) = (rooms, request.principal)
        return try await act(request, .accepted, isJoint: true) {
            _ = try rooms.referrals.accept($0, by: principal, on: $1)
        }
    }

    func decline(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        guard let reason = DeclineReason(rawValue: form["reason"]) else {
            return try await missing(request, "reason")
        }
        let text = form.trimmed("text")
        let (rooms, principal) = (rooms, request.principal)
        return try await act(request, .declined, isJoint: true) {
            try rooms.referrals.decline($0, because: reason, text: text, by: principal, on: $1)
        }
    }

    func start(_ request: TenantRequest) async throws -> WebResponse {
        let (rooms, principal) = (rooms, request.principal)
        return try await act(request, .started) { try rooms.referrals.start($0, by: principal, on: $1) }
    }

    func complete(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        guard let outcome = CaseOutcome(rawValue: form["outcome"]) else {
            return try await missing(request, "outcome")
        }
        let text = form.trimmed("text")
        let (rooms, principal) = (rooms, request.principal)
        return try await act(request, .completed, isJoint: true) {
            try rooms.referrals.complete($0, outcome: outcome, text: text, by: principal, on: $1)
        }
    }

    func revoke(_ request: TenantRequest) async throws -> WebResponse {
        let (rooms, principal) = (rooms, request.principal)
        return try await act(request, .revoked) { try rooms.referrals.revoke($0, by: principal, on: $1) }
    }

    func ask(_ request: TenantRequest) async throws -> WebResponse {
        let text = try await request.form().trimmed("text")
        let (rooms, principal) = (rooms, request.principal)
        return try await act(request, .asked) { try rooms.referrals.ask($0, text, by: principal, on: $1) }
    }

    private func missing(_ request: TenantRequest, _ field: String) async throws -> WebResponse {
        var errors = FormErrors()
        errors.add(field, "required") { $0.request.fieldRequired }
        return try await referralPage(request, errors)
    }

    private func act(
        _ request: TenantRequest,
        _ news: SharingNews,
        isJoint: Bool = false,
        _ work: @escaping @Sendable (ReferralID, any Connection) throws -> Void
    ) async throws -> WebResponse {
        let id = try request.parameters.id(ReferralEntity.self)
        let problems = try await attempt(request, isJoint: isJoint) { try work(id, $0) }
        guard problems.isEmpty else {
            return try await referralPage(request, SharingAnswers.formErrors(problems))
        }
        return .seeOther(news.at(SharingURL.referral(id).url))
    }
}
