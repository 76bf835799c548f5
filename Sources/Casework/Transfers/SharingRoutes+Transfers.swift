import Access
import Database
import Domain
import Journal
import Localization
import Markup
import Web

extension SharingRoutes {
    func offerForm(_ request: TenantRequest) async throws -> WebResponse {
        try await offerPage(request, TransferInput(), FormErrors())
    }

    func offer(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let input = TransferInput(try await request.form())
        guard let recipient = OrganizationID(input.recipient) else {
            return try await offerPage(request, input, SharingAnswers.formErrors([.recipientMissing]))
        }
        guard input.sheet.parts.allSatisfy({ $0.unicodeScalars.count <= LetterRules.longestText }) else {
            throw WebError.payloadTooLarge(limit: LetterRules.longestText)
        }
        let (rooms, principal) = (rooms, request.principal)
        let problems = try await attempt(request) {
            _ = try rooms.transfers.offer(id, to: recipient, input.sheet, by: principal, on: $0)
        }
        guard problems.isEmpty else {
            return try await offerPage(request, input, SharingAnswers.formErrors(problems))
        }
        return .seeOther(SharingNews.offered.at(SharingURL.case(id).url))
    }

    private func offerPage(
        _ request: TenantRequest,
        _ input: TransferInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let page = OfferPage(
            subject: try await subject(request),
            recipients: recipients(request),
            input: input,
            errors: errors,
            token: request.csrfToken
        )
        return self.page(
            request,
            request.texts.transfers.title,
            hasErrors: !errors.isEmpty,
            page.html(request.texts)
        )
    }

    func transfer(_ request: TenantRequest) async throws -> WebResponse {
        try await transferPage(request, FormErrors())
    }

    private func transferPage(_ request: TenantRequest, _ errors: FormErrors) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        let (rooms, principal) = (rooms, request.principal)
        let (transfer, sheet, file) = try await SharingAnswers.answering {
            try await desk.database.read(request.scope) { connection in
                let opened = try rooms.transfers.open(id, for: principal, on: connection)
                let isOpen = try rooms.cases.brief(opened.transfer.caseID, for: principal, on: connection) != nil
                let file = isOpen ? try rooms.cases.open(opened.transfer.caseID, for: principal, on: connection) : nil
                return (opened.transfer, opened.sheet, file)
            }
        }
        try await desk.appender.record([rooms.leaf(.transferOpened, id.retagged(), by: principal)])
        let page = TransferPage(
            transfer: transfer,
            sheet: sheet,
            file: file,
            own: principal.organization,
            mayAnswer: principal.may(.referralsAnswer),
            mayShare: principal.may(.peopleShare),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal),
            errors: errors,
            organizationName: name(request)
        )
        return self.page(
            request,
            request.texts.transfers.title,
            active: .box(transfer.to == principal.organization ? .in : .out),
            hasErrors: !errors.isEmpty,
            notices: try request.sharingNews(),
            page.html(request.texts)
        )
    }

    func takeOver(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        let (rooms, principal) = (rooms, request.principal)
        let problems = try await attempt(request, isJoint: true) {
            _ = try rooms.transfers.accept(id, by: principal, on: $0)
        }
        return try await answered(request, id, .takenOver, problems)
    }

    func turnDown(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        guard let reason = DeclineReason(rawValue: try await request.form()["reason"]) else {
            var errors = FormErrors()
            errors.add("reason", "required") { $0.request.fieldRequired }
            return try await transferPage(request, errors)
        }
        let (rooms, principal) = (rooms, request.principal)
        let problems = try await attempt(request, isJoint: true) {
            try rooms.transfers.decline(id, because: reason, by: principal, on: $0)
        }
        return try await answered(request, id, .turnedDown, problems)
    }

    func takeBack(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(TransferEntity.self)
        let (rooms, principal) = (rooms, request.principal)
        let problems = try await attempt(request) { try rooms.transfers.revoke(id, by: principal, on: $0) }
        return try await answered(request, id, .takenBack, problems)
    }

    private func answered(
        _ request: TenantRequest,
        _ id: TransferID,
        _ news: SharingNews,
        _ problems: [SharingProblem]
    ) async throws -> WebResponse {
        guard problems.isEmpty else {
            return try await transferPage(request, SharingAnswers.formErrors(problems))
        }
        return .seeOther(news.at(SharingURL.transfer(id).url))
    }
}
