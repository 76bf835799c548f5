import Access
import Database
import Domain
import Journal
import Localization
import Markup
public import Web

/// The pages of the register of requests by authorities. Nothing on them leads to a person's record or to a search.
public struct OfficialRequestRoutes: Sendable {
    private let desk: Desk
    private let cases: CaseStore
    private let store: OfficialRequestStore
    private let ports: SharingPorts

    public init(desk: Desk, cases: CaseStore, ports: SharingPorts = SharingPorts()) {
        self.desk = desk
        self.cases = cases
        store = OfficialRequestStore(cases)
        self.ports = ports
    }

    /// Adds the pages to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("official-requests", access: .right(.casesWrite)) { try await list($0, FormData(), FormErrors()) }
        routes.post("official-requests", access: .right(.casesWrite)) { try await record($0) }
        routes.get("official-requests/:id", access: .right(.casesWrite)) {
            try await show($0, FormData(), FormErrors())
        }
        routes.post("official-requests/:id/decide", access: .right(.membersManage)) { try await decide($0) }
    }

    private func list(_ request: TenantRequest, _ form: FormData, _ errors: FormErrors) async throws -> WebResponse {
        let principal = request.principal
        let store = store
        async let journalled: Void = desk.appender.record([cases.leaf(.officialRequestOpened, nil, by: principal)])
        let requests = try await desk.database.read(request.scope) { try store.list(for: principal, on: $0) }
        try await journalled
        let page = OfficialRequestsPage(
            requests: requests,
            form: form,
            errors: errors,
            token: request.csrfToken,
            today: cases.today(principal.organization)
        )
        return answer(request, request.texts.official.title, errors, page.html(request.texts))
    }

    private func record(_ request: TenantRequest) async throws -> WebResponse {
        let form = try await request.form()
        var errors = FormErrors()
        let draft = Self.draft(form, &errors)
        guard let draft, errors.isEmpty else { return try await list(request, form, errors) }
        let principal = request.principal
        let store = store
        do {
            let id = try await desk.database.write(request.scope) { try store.record(draft, by: principal, on: $0) }
            return .seeOther(OfficialRequestURL.request(id).url.adding(query: "done", "recorded"))
        } catch OfficialRequestError.refused(let problems) {
            return try await list(request, form, OfficialRequestProblem.errors(problems))
        } catch OfficialRequestError.notFound {
            throw WebError.notFound
        }
    }

    private func show(_ request: TenantRequest, _ form: FormData, _ errors: FormErrors) async throws -> WebResponse {
        let id = try request.parameters.id(OfficialRequestEntity.self)
        let principal = request.principal
        let (store, ports) = (store, ports)
        let opened: (request: OfficialRequest, names: [UserID: String])
        do {
            opened = try await desk.database.read(request.scope) { connection in
                let names = try ports.colleagues(principal, connection).map { ($0.id, $0.name) }
                return (
                    try store.open(id, for: principal, on: connection),
                    Dictionary(names, uniquingKeysWith: { first, _ in first })
                )
            }
        } catch OfficialRequestError.notFound {
            throw WebError.notFound
        }
        try await desk.appender.record([cases.leaf(.officialRequestOpened, id.retagged(), by: principal)])
        let page = OfficialRequestPage(
            request: opened.request,
            form: form,
            errors: errors,
            token: request.csrfToken,
            user: principal.user,
            mayDecide: OfficialRequestRule.mayDecide(principal),
            names: opened.names,
            today: cases.today(principal.organization),
            now: request.now,
            zone: desk.zone(principal)
        )
        return answer(request, page.title(request.texts), errors, page.html(request.texts))
    }

    private func decide(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(OfficialRequestEntity.self)
        let form = try await request.form()
        let decision = OfficialDecision(
            OfficialRequestState(rawValue: form["state"]) ?? .received,
            reason: form.trimmed("reason"),
            told: form.trimmed("told")
        )
        let principal = request.principal
        let store = store
        do {
            try await desk.database.write(request.scope) { try store.decide(id, decision, by: principal, on: $0) }
            return .seeOther(OfficialRequestURL.request(id).url.adding(query: "done", "decided"))
        } catch OfficialRequestError.refused(let problems) {
            return try await show(request, form, OfficialRequestProblem.errors(problems))
        } catch OfficialRequestError.notFound {
            throw WebError.notFound
        }
    }

    private func answer(
        _ request: TenantRequest,
        _ title: String,
        _ errors: FormErrors,
        _ content: HTML
    ) -> WebResponse {
        let texts = request.texts
        let done = (try? request.query()["done"]) ?? ""
        let news = ["recorded": texts.official.newsRecorded, "decided": texts.official.newsDecided][done]
        return desk.page(
            request,
            title: title,
            active: SharingURL.box(.in).url,
            notices: errors.isEmpty ? news.map { [Notice(.success, $0, isNews: true)] } ?? [] : [],
            hasErrors: !errors.isEmpty,
            content: content
        )
    }

    // MARK: - The form

    private static func draft(_ form: FormData, _ errors: inout FormErrors) -> OfficialRequestDraft? {
        let authority = RequestingAuthority(rawValue: form["authority"])
        if authority == nil { errors.add("authority", "required") { $0.request.fieldRequired } }
        let channel = Channel(rawValue: form["channel"])
        if channel == nil { errors.add("channel", "required") { $0.request.fieldRequired } }
        let received = date("received", form, isRequired: true, &errors)
        let due = date("due", form, isRequired: false, &errors)
        guard let authority, let channel, let received else { return nil }
        return OfficialRequestDraft(
            receivedOn: received,
            dueOn: due,
            authority: authority,
            channel: channel,
            body: OfficialRequestBody(
                asker: form.trimmed("asker"),
                wanted: form.trimmed("wanted"),
                paper: form.trimmed("paper")
            )
        )
    }

    private static func date(
        _ name: String,
        _ form: FormData,
        isRequired: Bool,
        _ errors: inout FormErrors
    ) -> CivilDate? {
        let parts = ["Year", "Month", "Day"].map { form.trimmed(name + $0) }
        if !isRequired, parts.allSatisfy(\.isEmpty) { return nil }
        let numbers = parts.compactMap { Int($0) }
        if numbers.count == 3, let date = PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]),
            let day = CivilDate(date)
        {
            return day
        }
        errors.add(name + "Day", "impossible_date") { $0.official.problemDate }
        return nil
    }
}
