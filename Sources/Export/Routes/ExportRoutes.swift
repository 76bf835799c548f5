import Access
import Database
import Domain
import HTTPTypes
import Journal
import Localization
import Markup
public import Web

/// The pages on which lists leave the organisation.
public struct ExportRoutes: Sendable {
    let desk: Desk
    let store: ExportStore
    let services: ExportServices

    /// - Parameters:
    ///   - desk: what every room of the desk needs.
    ///   - store: what was asked for and decided.
    ///   - services: where lists are read from.
    public init(desk: Desk, store: ExportStore, services: ExportServices) {
        self.desk = desk
        self.store = store
        self.services = services
    }

    /// Adds the room's routes to the table. Asking, deciding and downloading want the password again.
    public func register(in routes: inout RouteTable) {
        let strict = RouteOptions(stepUp: true)
        routes.get("exports", access: .right(.recordsExport)) { try await list($0, ExportInput(), FormErrors()) }
        routes.post("exports", access: .right(.recordsExport), options: strict) { try await ask($0) }
        routes.post("exports/:id/approve", access: .right(.recordsExport), options: strict) {
            try await decide($0, isApproved: true)
        }
        routes.post("exports/:id/decline", access: .right(.recordsExport), options: strict) {
            try await decide($0, isApproved: false)
        }
        routes.get("exports/:id/file", access: .right(.recordsExport), options: strict) { try await file($0) }
    }

    private func list(
        _ request: TenantRequest,
        _ input: ExportInput,
        _ errors: FormErrors
    ) async throws -> WebResponse {
        let query = try request.query()
        let before = query.trimmedOrNil("before").flatMap { ExportID($0) }
        let principal = request.principal
        let page = try await desk.database.read(request.scope) { [store] in
            try store.list(before: before, for: principal, on: $0)
        }
        // The reasons are sealed: who reads them stands in the journal.
        try await desk.appender.record([
            LeafDraft(
                log: principal.organization,
                kind: .exportsListed,
                actor: principal.user,
                actorOrganization: principal.organization
            )
        ])
        let shown = ExportsPage(
            page: page,
            input: input,
            errors: errors,
            kinds: ExportKind.allCases.filter { ExportRules.mayExport($0, principal) },
            user: principal.user,
            names: try await services.staffNames(Set(page.items.map(\.requestedBy)), principal),
            token: request.csrfToken,
            now: request.now,
            zone: desk.zone(principal)
        )
        return desk.page(
            request,
            title: request.texts.exports.title,
            active: ExportURL.list.url,
            notices: ExportNews(rawValue: query["done"]).map { [$0.notice(request.texts)] } ?? [],
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    private func ask(_ request: TenantRequest) async throws -> WebResponse {
        let input = ExportInput(try await request.form())
        let principal = request.principal
        let judged = ExportRules.order(
            input,
            by: principal,
            isPractice: desk.organizations.isPractice(principal.organization),
            today: CivilDate(at: request.now, zone: desk.zone(principal))
        )
        let order: ExportOrder
        switch judged {
        case .success(let judged): order = judged
        case .failure(let problems): return try await list(request, input, problems.formErrors)
        }
        // Counted outside the write, which nobody else should wait for.
        let rows = try await desk.database.read(request.scope) { [store] in
            try store.count(order, for: principal, on: $0)
        }
        guard rows > 0 else { return try await list(request, input, ExportProblems([.nothingThere]).formErrors) }
        guard rows <= ExportRules.mostRows else {
            return try await list(request, input, ExportProblems([.tooMany]).formErrors)
        }
        let run = try await desk.database.write(request.scope) { [store] in
            try store.ask(order, rows: rows, by: principal, on: $0)
        }
        return .seeOther((run.state == .ready ? ExportNews.ready : .asked).at(ExportURL.list.url))
    }

    private func decide(_ request: TenantRequest, isApproved: Bool) async throws -> WebResponse {
        let id = try request.parameters.id(ExportEntity.self)
        let principal = request.principal
        try await answering {
            try await desk.database.write(request.scope) { [store] in
                try store.decide(id, isApproved: isApproved, by: principal, on: $0)
            }
        }
        return .seeOther((isApproved ? ExportNews.approved : .declined).at(ExportURL.list.url))
    }

    private func file(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ExportEntity.self)
        let principal = request.principal
        return try await answering {
            let run = try await desk.database.read(request.scope) { [store] in
                try store.download(id, by: principal, on: $0)
            }
            let built = try await ListBuilder(
                database: desk.database,
                services: services,
                principal: principal,
                scope: request.scope,
                zone: desk.zone(principal),
                texts: request.texts
            ).build(run.order)
            try await report(built.damaged, request)
            // The leaf is on the disk before a byte leaves.
            let mayLeave = try await desk.database.write(request.scope) { [store] in
                try store.leave(id, rows: built.rowCount, by: principal, on: $0)
            }
            guard mayLeave else { throw ExportError.grown }
            return .attachment(built.bytes, type: built.mediaType, name: name(run.order, principal))
        }
    }

    private func name(_ order: ExportOrder, _ principal: Principal) -> String {
        let practice = desk.organizations.isPractice(principal.organization) ? "practice-" : ""
        return "\(practice)\(order.kind.rawValue)-\(order.from.iso)-\(order.until.iso).\(order.format.rawValue)"
    }

    /// What was forged goes into the journal.
    private func report(_ damaged: [RecordID], _ request: TenantRequest) async throws {
        try await desk.appender.record(
            damaged.map { record in
                LeafDraft(
                    log: request.principal.organization,
                    kind: .sealRefused,
                    actor: request.principal.user,
                    actorOrganization: request.principal.organization,
                    subject: record
                )
            }
        )
    }

    /// Turns the room's errors into answers.
    private func answering<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as ExportError {
            throw switch error {
            case .notFound: WebError.notFound
            case .ownRequest: WebError.conflict(code: "own_request") { $0.exports.problemOwn }
            case .decided: WebError.conflict(code: "decided") { $0.exports.problemDecided }
            case .notReady: WebError.conflict(code: "not_ready") { $0.exports.problemNotReady }
            case .grown: WebError.conflict(code: "grown") { $0.exports.problemGrown }
            case .tooMany:
                WebError.conflict(code: "too_many") {
                    $0.exports.problemTooMany(rows: $0.formats.number(ExportRules.mostRows))
                }
            }
        }
    }
}

/// What was just done, said on the page that one is led to afterwards.
enum ExportNews: String {
    case asked, ready, approved, declined

    /// An address that says it on arrival.
    func at(_ url: URLAttribute) -> URLAttribute {
        url.adding(query: "done", rawValue)
    }

    func notice(_ texts: Texts) -> Notice {
        let text =
            switch self {
            case .asked: texts.exports.newsAsked
            case .ready: texts.exports.newsReady
            case .approved: texts.exports.newsApproved
            case .declined: texts.exports.newsDeclined
            }
        return Notice(.success, text, isNews: true)
    }
}
