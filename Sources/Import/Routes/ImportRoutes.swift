import Access
import Database
import Domain
import HTTPTypes
import Journal
import Localization
import Markup
import Spreadsheets
public import Vault
public import Web

/// The pages of imports.
public struct ImportRoutes: Sendable {
    let desk: Desk
    let services: ImportServices
    let store: ImportStore
    let worker: ImportWorker
    let erasure: Erasure

    /// 32 MB, which is a log of some 100,000 rows.
    static let largest = 32_000_000

    public init(desk: Desk, services: ImportServices, worker: ImportWorker, erasure: Erasure) {
        self.desk = desk
        self.services = services
        self.worker = worker
        self.erasure = erasure
        store = ImportStore(services)
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        let upload = RouteOptions(body: .multipart(Self.largest + (1 << 20)))
        routes.get("import", access: .right(.recordsImport)) { try await list($0, FormErrors()) }
        routes.post("import", access: .right(.recordsImport), options: upload) { try await take($0) }
        routes.get("import/:id", access: .right(.recordsImport)) { try await show($0, FormErrors()) }
        routes.post("import/:id/mapping", access: .right(.recordsImport)) { try await map($0) }
        routes.post("import/:id/start", access: .right(.recordsImport)) { try await start($0) }
        // What an import brought is erased by those who may erase.
        routes.get("import/:id/undo", access: .right(.peopleErase), options: RouteOptions(stepUp: true)) {
            try await askUndo($0)
        }
        routes.post("import/:id/undo", access: .right(.peopleErase), options: RouteOptions(stepUp: true)) {
            try await undo($0)
        }
        routes.get("import/:id/links", access: .right(.recordsImport)) { try await showLinks($0) }
        routes.post("import/:id/links", access: .right(.recordsImport)) { try await changeLink($0) }
        routes.get("import/:id/suspected", access: .right(.recordsImport)) { try await showSuspected($0) }
        routes.post("import/:id/suspected", access: .right(.recordsImport)) { try await choose($0) }
        routes.get("import/:id/rejected.csv", access: .right(.recordsImport)) { request in
            try await report(request, "rejected.csv") { reading, _ in ImportReport.rejected(reading) }
        }
        routes.get("import/:id/remarks.csv", access: .right(.recordsImport)) { request in
            try await report(request, "remarks.csv") { reading, _ in ImportReport.remarks(reading) }
        }
        routes.get("import/:id/links.csv", access: .right(.recordsImport)) { request in
            try await report(request, "links.csv") { _, plan in ImportReport.links(plan) }
        }
        routes.get("import/:id/suspected.csv", access: .right(.recordsImport)) { request in
            try await report(request, "suspected.csv") { _, plan in ImportReport.suspected(plan) }
        }
    }

    private func list(_ request: TenantRequest, _ errors: FormErrors) async throws -> WebResponse {
        let principal = request.principal
        let runs = try await desk.database.read(request.scope) { try store.runs(for: principal, on: $0) }
        let shown = ImportListPage(runs: runs, errors: errors, token: request.csrfToken, zone: desk.zone(principal))
        return desk.page(
            request,
            title: request.texts.imports.title,
            active: ImportURL.list.url,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    private func take(_ request: TenantRequest) async throws -> WebResponse {
        let upload = try await upload(request)
        guard let upload else { return try await list(request, error("file", "required") { $0.imports.fileMissing }) }
        let runner = ImportRunner(services, scope: request.scope)
        do {
            let reading = try await runner.read(upload.bytes, name: upload.name, mapping: nil, for: request.principal)
            let id = try await runner.prepare(upload.bytes, name: upload.name, reading, by: request.principal)
            return .seeOther(ImportURL.run(id).url)
        } catch let problem as SpreadsheetError {
            return try await list(request, error("file", "unreadable") { problem.message($0) })
        } catch ImportError.noLog {
            return try await list(request, error("file", "no_log") { $0.imports.noLog })
        }
    }

    private func upload(_ request: TenantRequest) async throws -> (bytes: [UInt8], name: String)? {
        let reader = try request.multipart()
        while let event = try await reader.next() {
            guard case .part(let part) = event, part.name == "file", let name = part.fileName, !name.isEmpty else {
                continue
            }
            var bytes: [UInt8] = []
            reading: while true {
                switch try await reader.next() {
                case .data(let piece): bytes += piece
                case .end, nil: break reading
                case .part: throw WebError.badRequest(.form)
                }
            }
            let stem = name.split(separator: ".").dropLast().joined(separator: ".")
            return bytes.isEmpty ? nil : (bytes, String((stem.isEmpty ? name : stem).prefix(200)))
        }
        return nil
    }

    private func show(_ request: TenantRequest, _ errors: FormErrors) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        // Asked first: work that ends in between is shown once more as running, never as stopped.
        let isRunning = worker.isRunning(id)
        var found = try await run(request, id)
        // The writer has been told and is about to note it.
        if isRunning, found.state == .prepared { found.state = .running }
        let run = found
        let principal = request.principal
        let progress = try await desk.database.read(request.scope) {
            try store.progress(of: run, for: principal, on: $0)
        }
        // The file is read again only where the page tells of its rows.
        let reading = run.state == .prepared || run.state == .done ? try await reading(request, id).reading : nil
        var plan: ImportPlan?
        if let reading, run.state == .prepared {
            plan = try await ImportRunner(services, scope: request.scope).plan(reading, for: principal)
        }
        let shown = ImportRunPage(
            run: run,
            reading: reading,
            plan: plan,
            progress: progress,
            isRunning: isRunning,
            mayUndo: principal.may(.peopleErase),
            errors: errors,
            token: request.csrfToken
        )
        var page = desk.page(
            request,
            title: request.texts.imports.title,
            active: ImportURL.list.url,
            hasErrors: !errors.isEmpty,
            isWide: true,
            content: shown.html(request.texts)
        )
        // A page that comes again by itself needs no script.
        if progress != nil, isRunning, let refresh = HTTPField.Name("Refresh") { page.headers[refresh] = "2" }
        return page
    }

    private func map(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        let form = try await request.form()
        let principal = request.principal
        let run = try await run(request, id)
        let mapping = MappingForm(form).applied(to: run.mapping)
        guard mapping.sheets.contains(where: { $0.isLog && $0.columns.contains(.date) }) else {
            return try await show(request, error("sheet0", "no_date") { $0.imports.dateColumnMissing })
        }
        try await desk.database.write(request.scope) { try store.change(mapping, of: id, by: principal, on: $0) }
        return .seeOther(ImportURL.run(id).url)
    }

    private func start(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        let run = try await run(request, id)
        if run.state == .prepared || run.state == .running {
            worker.start(id, by: request.principal, in: request.scope)
        }
        return .seeOther(ImportURL.run(id).url)
    }

    private func askUndo(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        let run = try await run(request, id)
        let content = Confirmation(
            request.texts.imports.undo,
            explanation: request.texts.imports.undoAsk(count: request.texts.formats.number(run.counts.taken)),
            confirmLabel: request.texts.imports.undo,
            action: ImportURL.undo(id).url,
            token: request.csrfToken,
            isOpen: true
        ).html(request.texts)
        return desk.page(request, title: request.texts.imports.undo, active: ImportURL.list.url, content: content)
    }

    private func undo(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        do {
            try await ImportUndo(services, scope: request.scope, erasure: erasure).begin(id, by: request.principal)
            worker.undo(id, by: request.principal, in: request.scope)
        } catch ImportError.notFound {
            throw WebError.notFound
        } catch ImportError.wrongState {
            throw WebError.notFound
        }
        return .seeOther(ImportURL.run(id).url)
    }

    private func report(
        _ request: TenantRequest,
        _ name: String,
        _ make: @Sendable (ImportReading, ImportPlan) -> [UInt8]
    ) async throws -> WebResponse {
        let id = try request.parameters.id(ImportEntity.self)
        let found = try await reading(request, id)
        let plan = try await ImportRunner(services, scope: request.scope).plan(found.reading, for: request.principal)
        try await desk.appender.record([store.leaf(.importReported, id, by: request.principal)])
        return .attachment(make(found.reading, plan), type: "text/csv; charset=utf-8", name: name)
    }

    func run(_ request: TenantRequest, _ id: ImportID) async throws -> ImportRun {
        let principal = request.principal
        do {
            return try await desk.database.read(request.scope) { try store.run(id, for: principal, on: $0) }
        } catch ImportError.notFound {
            throw WebError.notFound
        }
    }

    func reading(_ request: TenantRequest, _ id: ImportID) async throws -> (
        run: ImportRun, reading: ImportReading
    ) {
        do {
            return try await ImportRunner(services, scope: request.scope).reading(of: id, for: request.principal)
        } catch ImportError.notFound {
            throw WebError.notFound
        }
    }

    private func error(
        _ field: String,
        _ code: String,
        _ words: @escaping @Sendable (Texts) -> String
    ) -> FormErrors {
        var errors = FormErrors()
        errors.add(field, code, words)
        return errors
    }
}

extension SpreadsheetError {
    /// In the reader's words, with what to do.
    func message(_ texts: Texts) -> String {
        switch self {
        case .oldFormat, .encrypted: texts.imports.oldFormat
        case .tooLarge: texts.imports.tooLarge
        default: texts.imports.unreadable
        }
    }
}
