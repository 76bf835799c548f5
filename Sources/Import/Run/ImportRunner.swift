public import Access
import Database
public import Domain
import Spreadsheets
import Vault

/// Reads files and writes them row by row. What is written is noted with it, so that an import that was cut off goes on
/// where it stopped, and one that is run again adds nothing.
public struct ImportRunner: Sendable {
    let services: ImportServices
    let store: ImportStore
    let scope: TenantScope

    /// How long one transaction goes on taking rows. The writer must be free again within 10 ms.
    private static let batchTime = Duration.milliseconds(5)
    private static let batchRows = 24

    /// - Parameters:
    ///   - services: the stores.
    ///   - scope: the organization's whose file it is.
    public init(_ services: ImportServices, scope: TenantScope) {
        self.services = services
        self.scope = scope
        store = ImportStore(services)
    }

    /// Reads and judges a file without writing anything.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: its name, which becomes the name of a CSV file's only table.
    ///   - mapping: how to read it; the organization's own for such files, or a guess, when nil.
    ///   - principal: who reads.
    /// - Returns: the file as judged.
    /// - Throws: `SpreadsheetError`, `ImportError.noLog`.
    public func read(
        _ bytes: [UInt8],
        name: String,
        mapping: ImportMapping?,
        for principal: Principal
    ) async throws -> ImportReading {
        let (workbook, guess) = try await AsideWork.run {
            let workbook = try SpreadsheetReader.read(bytes, name: name)
            return (workbook, MappingGuess.guess(workbook))
        }
        var chosen = mapping
        if chosen == nil {
            chosen = try await services.database.read(scope) {
                try store.keptMapping(for: guess, principal, on: $0)
            }
        }
        let plan = try Self.fitted(chosen ?? guess, to: workbook)
        guard plan.sheets.contains(where: \.isLog) else { throw ImportError.noLog }
        let today = services.today(principal.organization)
        return try await AsideWork.run {
            ImportReading.read(
                workbook,
                mapping: plan,
                recognizers: Recognizers(services.content, home: plan.homeCountry),
                today: today
            )
        }
    }

    /// A mapping for one table reads any file with one table, whatever its name.
    private static func fitted(_ mapping: ImportMapping, to workbook: Workbook) throws -> ImportMapping {
        var mapping = mapping
        let names = Set(workbook.sheets.map(\.name))
        if mapping.sheets.count == 1, workbook.sheets.count == 1, let only = workbook.sheets.first {
            mapping.sheets[0].sheet = only.name
        }
        guard mapping.sheets.contains(where: { names.contains($0.sheet) }) else { throw ImportError.badMapping }
        return mapping
    }

    /// Keeps an upload sealed and notes the import as prepared.
    /// - Returns: the import's id.
    public func prepare(
        _ bytes: [UInt8],
        name: String,
        _ reading: ImportReading,
        by principal: Principal
    ) async throws -> ImportID {
        let id: ImportID = services.surroundings.newID()
        try await services.database.write(scope) { connection in
            _ = try services.vault.keyring(for: principal.organization, on: connection)
                .newRecord(id.retagged(), on: connection)
        }
        let file = try await services.files.stage(OneTime(bytes), of: id.retagged(), in: scope)
        let counts = reading.counts(try await plan(reading, for: principal))
        try await services.database.write(scope) { connection in
            try services.files.link(file.id, on: connection)
            try store.insert(
                id,
                name: name,
                file: SealedFileReference(id: file.id),
                mapping: reading.mapping,
                counts: counts,
                state: .prepared,
                by: principal,
                on: connection
            )
        }
        return id
    }

    /// The import that a stop of the program interrupted, when its rows are these; else a new one.
    public func resumable(
        _ bytes: [UInt8],
        name: String,
        _ reading: ImportReading,
        by principal: Principal
    ) async throws -> ImportID {
        let open = try await services.database.read(scope) { connection in
            try store.runs(limit: 20, for: principal, on: connection).first { run in
                (run.state == .running || run.state == .prepared) && run.name == name
                    && run.counts.total == reading.rows.count && run.mapping == reading.mapping
            }
        }
        if let open { return open.id }
        return try await prepare(bytes, name: name, reading, by: principal)
    }

    /// The file of an import, read anew.
    public func reading(of id: ImportID, for principal: Principal) async throws -> (
        run: ImportRun, reading: ImportReading
    ) {
        let (run, file) = try await services.database.read(scope) { connection in
            let run = try store.run(id, for: principal, on: connection)
            guard let reference = run.file, let file = try services.files.find(reference.id, on: connection) else {
                throw ImportError.notFound
            }
            return (run, file)
        }
        var bytes: [UInt8] = []
        for try await chunk in services.files.chunks(of: file, in: scope) { bytes += chunk }
        return (run, try await read(bytes, name: run.name, mapping: run.mapping, for: principal))
    }

    /// Writes a prepared or interrupted import to its end.
    /// - Returns: what was new.
    /// - Throws: `ImportError.wrongState`, and what the stores throw; what is written by then stays and is gone on from.
    @discardableResult
    public func write(_ id: ImportID, by principal: Principal) async throws -> ImportOutcome {
        try await write(id, try await reading(of: id, for: principal).reading, by: principal)
    }

    /// As ``write(_:by:)``, with the file read already.
    @discardableResult
    public func write(_ id: ImportID, _ reading: ImportReading, by principal: Principal) async throws -> ImportOutcome {
        try await services.database.write(scope) { connection in
            try store.move(
                id,
                from: [.prepared, .running],
                to: .running,
                .importStarted,
                by: principal,
                on: connection
            )
            try store.keep(reading.mapping, by: principal, on: connection)
        }
        return try await writeRows(id, reading, by: principal)
    }

    private func writeRows(_ id: ImportID, _ reading: ImportReading, by principal: Principal) async throws
        -> ImportOutcome
    {
        let prepared = try await prepared(reading, for: principal, asksRegister: false)
        let (plan, tags, known) = (prepared.plan, prepared.tags, prepared.known)
        var state = start(plan, tags, known)
        let before = (persons: Set(state.persons.values), cases: Set(state.cases.values))
        let open = plan.rows.indices.filter { index in !tags[index].contains { known[$0] != nil } }
        let writer = RowWriter(
            services: services,
            plan: plan,
            importID: id,
            principal: principal,
            zone: services.zone(principal.organization)
        )
        var refused: [(row: Int, reason: String)] = []
        var next = 0
        var others = GivingWay()
        while next < open.count {
            do {
                let (from, entry) = (next, state)
                let turn = try await services.database.write(scope) { connection in
                    let (found, began) = (try Self.trace(on: connection), ContinuousClock.now)
                    let (next, state) = try self.batch(open, from: from, tags, writer, entry, on: connection)
                    return (next, state, found: found, leaving: try Self.trace(on: connection), began: began)
                }
                (next, state) = (turn.0, turn.1)
                let now = ContinuousClock.now
                let pause = others.pause(found: turn.found, leaving: turn.leaving, held: now - turn.began, at: now)
                if let pause { try await Task.sleep(for: pause) }
            } catch let error where Self.isOfOneRow(error) {
                // The batch is undone as a whole; its first row is tried alone, so that one bad row costs only itself.
                let (from, entry) = (next, state)
                do {
                    state = try await services.database.write(scope) { connection in
                        try writer.write(plan.rows[open[from]], tag: tags[open[from]][0], entry, on: connection)
                    }
                } catch let error where Self.isOfOneRow(error) {
                    refused.append((open[from], "\(error)"))
                }
                next += 1
            }
        }
        return try await finish(
            id,
            reading,
            plan,
            state,
            before: before,
            refused: refused,
            open: open.count,
            by: principal
        )
    }

    /// What SQLite tells of who wrote. PostgreSQL serves its clients in turn by itself.
    private static func trace(on connection: any Connection) throws -> GivingWay.Trace {
        guard connection.dialect == .sqlite else { return GivingWay.Trace(elsewhere: 0, here: 0) }
        return GivingWay.Trace(
            elsewhere: try connection.count("PRAGMA data_version"),
            here: try connection.count("SELECT total_changes()")
        )
    }

    private func finish(
        _ id: ImportID,
        _ reading: ImportReading,
        _ plan: ImportPlan,
        _ state: WritingState,
        before: (persons: Set<PersonID>, cases: Set<CaseID>),
        refused: [(row: Int, reason: String)],
        open: Int,
        by principal: Principal
    ) async throws -> ImportOutcome {
        var counts = reading.counts(plan)
        // Who was chosen to be somebody of the register is nobody new.
        let joined = Set(state.joined.compactMap { state.persons[$0] })
        let newPersons = Set(state.persons.values).subtracting(before.persons).subtracting(joined).count
        let newCases = Set(state.cases.values).subtracting(before.cases).count
        let result = counts
        counts.rejected += refused.count
        counts.taken -= refused.count
        let noted = counts
        try await services.database.write(scope) { connection in
            try store.note(noted, written: noted.taken, of: id, principal.organization, on: connection)
            try store.move(id, from: [.running], to: .done, .importDone, by: principal, on: connection)
        }
        var new = noted
        new.taken = open - refused.count
        new.flagged = open == result.taken ? result.flagged : min(result.flagged, new.taken)
        new.skipped += result.taken - open
        new.people = newPersons
        new.cases = newCases
        return ImportOutcome(
            new: new,
            all: noted,
            refused: refused.map { (plan.rows[$0.row].contact.place, $0.reason) }
        )
    }

    /// Rows until the time is up; at least one.
    private func batch(
        _ open: [Int],
        from start: Int,
        _ tags: [[[UInt8]]],
        _ writer: RowWriter,
        _ state: WritingState,
        on connection: any Connection
    ) throws -> (Int, WritingState) {
        let clock = ContinuousClock()
        let end = clock.now + Self.batchTime
        var state = state
        var next = start
        repeat {
            state = try writer.write(writer.plan.rows[open[next]], tag: tags[open[next]][0], state, on: connection)
            next += 1
        } while next < open.count && next - start < Self.batchRows && clock.now < end
        return (next, state)
    }

    /// What a store says of one row's values; anything else ends the import until it is resumed.
    private static func isOfOneRow(_ error: any Error) -> Bool {
        !(error is DatabaseError) && !(error is VaultError) && !(error is CancellationError)
    }
}

/// What a run came to.
public struct ImportOutcome: Sendable {
    /// What this run added.
    public let new: ImportCounts
    /// What the file holds.
    public let all: ImportCounts
    /// Rows that a store refused, with its reason.
    public let refused: [(place: RowPlace, reason: String)]
}

/// Bytes as a sequence of one piece.
private struct OneTime: AsyncSequence, AsyncIteratorProtocol {
    private var bytes: [UInt8]?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() async -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }

    func makeAsyncIterator() -> OneTime { self }
}
