import Access
import Database
import Domain
import Journal
import Localization
import Markup
public import Vault
public import Web

/// The pages of cases, of employers and of *my day*.
public struct CaseRoutes: Sendable {
    let desk: Desk
    let cases: CaseStore
    let entries: CaseEntryStore
    let employers: EmployerStore
    let files: SealedFiles
    let ports: CaseworkPorts

    public init(desk: Desk, cases: CaseStore, files: SealedFiles, ports: CaseworkPorts) {
        self.desk = desk
        self.cases = cases
        entries = CaseEntryStore(cases: cases)
        employers = EmployerStore(cases: cases)
        self.files = files
        self.ports = ports
    }

    /// Adds the pages to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("cases", access: .right(.casesRead)) { try await list($0) }
        routes.get("cases/new", access: .right(.casesWrite)) { try await newForm($0) }
        routes.post("cases/new", access: .right(.casesWrite)) { try await create($0) }
        routes.get("cases/:id", access: .right(.casesRead)) { try await show($0) }
        routes.get("cases/:id/print", access: .right(.casesRead)) { try await printed($0) }
        routes.post("cases/:id/fields", access: .right(.casesWrite)) { try await changeFields($0) }
        routes.post("cases/:id/members", access: .right(.casesWrite)) { try await changeMembers($0) }
        routes.post("cases/:id/outcome", access: .right(.casesWrite)) { try await setOutcome($0) }
        routes.post("cases/:id/bars", access: .right(.casesWrite)) { try await setBar($0) }
        routes.get("cases/:id/close", access: .right(.casesWrite)) { try await closeForm($0) }
        routes.post("cases/:id/close", access: .right(.casesWrite)) { try await close($0) }
        routes.post("cases/:id/reopen", access: .right(.casesWrite)) { try await reopen($0) }
        routes.post("cases/:id/undo", access: .right(.casesWrite)) { try await undo($0) }
        routes.post("cases/:id/entries", access: .right(.casesWrite)) { try await addEntry($0) }
        routes.get("cases/:id/entries/new", access: .right(.casesWrite)) { try await newEntryForm($0) }
        routes.get("cases/:id/entries/:entry", access: .right(.casesWrite)) { try await editEntryForm($0) }
        routes.post("cases/:id/entries/:entry", access: .right(.casesWrite)) { try await changeEntry($0) }
        routes.post("cases/:id/entries/:entry/act", access: .right(.casesWrite)) { try await act($0) }
        routes.post(
            "cases/:id/files",
            access: .right(.casesWrite),
            options: RouteOptions(body: .multipart(AttachmentIntake.largestRequest))
        ) { try await attach($0) }
        routes.get("cases/:id/files/:entry", access: .right(.casesRead)) { try await download($0) }
        routes.post("cases/:id/employers", access: .right(.casesWrite)) { try await changeEmployers($0) }
        routes.get("employers", access: .right(.casesRead)) { try await employerList($0) }
        routes.get("employers/:id", access: .right(.casesRead)) { try await employerPage($0) }
        routes.post("employers/:id", access: .right(.casesWrite)) { try await changeEmployer($0) }
        routes.get("day", access: .right(.casesRead)) { try await day($0) }
    }

    // MARK: - What handlers share

    func page(
        _ request: TenantRequest,
        _ title: String,
        hasErrors: Bool = false,
        notices: [Notice] = [],
        isWide: Bool = false,
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: CaseURL.list.url,
            notices: notices,
            hasErrors: hasErrors,
            isWide: isWide,
            content: content
        )
    }

    func context(_ request: TenantRequest) -> CasePageContext {
        let language = request.texts.language
        return CasePageContext(
            principal: request.principal,
            csrfToken: request.csrfToken,
            now: request.now,
            zone: desk.zone(request.principal),
            texts: request.texts,
            organizationName: { [organizations = desk.organizations] in organizations.name($0, language) }
        )
    }

    func staff(_ request: TenantRequest) async throws -> StaffBook {
        StaffBook(try await ports.staff(request.principal.organization))
    }

    /// Turns the room's errors into answers; what was forged goes into the journal.
    func answering<Value>(
        _ request: TenantRequest,
        _ id: CaseID?,
        _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch CaseError.notFound {
            throw WebError.notFound
        } catch VaultError.notOwner {
            throw WebError.notFound
        } catch CaseError.tampered {
            try await reportForgery(request, id)
            throw WebError.internal
        } catch VaultError.forged {
            try await reportForgery(request, id)
            throw WebError.internal
        } catch CaseError.refused(.barred) {
            throw WebError.conflict(code: CaseRefusal.barred.rawValue) { $0.cases.barredBody }
        }
    }

    func reportForgery(_ request: TenantRequest, _ id: CaseID?) async throws {
        try await desk.appender.record([cases.leaf(.sealRefused, id, by: request.principal)])
    }

    /// Does a change of a case and leads back to its page; what a rule refuses is said there.
    func change(
        _ request: TenantRequest,
        _ id: CaseID,
        news: CaseNews = .changed,
        _ work: @escaping @Sendable (any Connection) throws -> Void
    ) async throws -> WebResponse {
        do {
            try await answering(request, id) { try await desk.database.write(request.scope, work) }
            return .seeOther(news.at(CaseURL.file(id).url))
        } catch CaseError.refused(let refusal) {
            return try await casePage(request, id, refusal: refusal)
        }
    }
}

/// The colleagues of an organisation, for naming and for choosing.
struct StaffBook: Sendable {
    let all: [StaffName]
    private let byID: [UserID: String]

    init(_ all: [StaffName]) {
        self.all = all
        byID = Dictionary(all.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(id: UserID?) -> String? { id.flatMap { byID[$0] } }

    /// As options of a list.
    var options: [FieldOption] { all.map { FieldOption($0.id.text, $0.name) } }
}
