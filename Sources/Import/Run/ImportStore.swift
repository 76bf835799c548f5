public import Access
public import Database
public import Domain
import Foundation
public import Journal
import Vault

extension LeafKind {
    public static let importPrepared = LeafKind(rawValue: "import.prepared")
    public static let importStarted = LeafKind(rawValue: "import.started")
    public static let importDone = LeafKind(rawValue: "import.done")
    public static let importUndoing = LeafKind(rawValue: "import.undoing")
    public static let importUndone = LeafKind(rawValue: "import.undone")
    public static let importReported = LeafKind(rawValue: "import.reported")
}

/// Everything that touches the tables of imports. Functions run inside a transaction and take its connection.
public struct ImportStore: Sendable {
    let services: ImportServices

    public init(_ services: ImportServices) {
        self.services = services
    }

    private static let columns: SQL = """
        r.id, r.created_at, r.created_by, r.changed_at, r.state, r.file_id, r.total, r.taken, r.flagged, r.rejected,
        r.skipped, r.people, r.cases, r.written, r.name, r.mapping
        """

    /// One import of the principal's organization.
    /// - Throws: `ImportError.notFound`.
    public func run(_ id: ImportID, for principal: Principal, on connection: any Connection) throws -> ImportRun {
        let keyring = try services.vault.keyring(for: principal.organization, on: connection)
        guard let key = try keyring.open(id.retagged(), on: connection) else { throw ImportError.notFound }
        let found = try connection.first(
            """
            SELECT \(Self.columns) FROM import_run r
            WHERE r.id = \(id) AND r.organization_id = \(principal.organization)
            """
        ) { try Self.read($0, key) }
        guard let found else { throw ImportError.notFound }
        return found
    }

    /// The newest imports of the principal's organization.
    public func runs(limit: Int = 50, for principal: Principal, on connection: any Connection) throws -> [ImportRun] {
        let ids: [ImportID] = try connection.rows(
            """
            SELECT id FROM import_run WHERE organization_id = \(principal.organization)
            ORDER BY created_at DESC, id DESC LIMIT \(limit)
            """
        ) { try $0.id(0) }
        return try ids.map { try run($0, for: principal, on: connection) }
    }

    /// Imports whose writing or undoing a stop of the program interrupted, over all organizations.
    public func interrupted(on connection: any Connection) throws -> [InterruptedImport] {
        try connection.rows(
            """
            SELECT id, organization_id, COALESCE(undone_by, created_by), state FROM import_run
            WHERE state IN \([ImportState.running.rawValue, ImportState.undoing.rawValue]) ORDER BY id
            """
        ) { row in
            InterruptedImport(
                id: try row.id(0),
                organization: try row.id(1),
                user: try row.id(2),
                isUndoing: try row.text(3) == ImportState.undoing.rawValue
            )
        }
    }

    /// How far the writing or the undoing of an import is; `nil` when neither is under way.
    func progress(of run: ImportRun, for principal: Principal, on connection: any Connection) throws
        -> ImportProgress?
    {
        let rows: SQL =
            "FROM import_row r WHERE r.organization_id = \(principal.organization) AND r.import_id = \(run.id)"
        switch run.state {
        case .prepared, .done, .undone: return nil
        case .running:
            return ImportProgress(done: Int(try connection.count("SELECT COUNT(*) \(rows)")), total: run.counts.taken)
        case .undoing:
            let contacts = try connection.count(
                """
                SELECT COUNT(*) FROM contact
                WHERE organization_id = \(principal.organization) AND import_id = \(run.id)
                """
            )
            let people = try connection.count(
                """
                SELECT COUNT(*) FROM person p
                WHERE p.id IN (SELECT r.person_id \(rows) AND (
                    r.joined IS NULL OR r.link_state = \(LinkState.takenBack.rawValue)
                ))
                """
            )
            let total = run.counts.taken + run.counts.people
            return ImportProgress(done: max(0, total - Int(contacts) - Int(people)), total: total)
        }
    }

    /// Notes an import that is read and judged but not written.
    func insert(
        _ id: ImportID,
        name: String,
        file: SealedFileReference?,
        mapping: ImportMapping,
        counts: ImportCounts,
        state: ImportState,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let key = try services.vault.keyring(for: principal.organization, on: connection)
            .key(of: id.retagged(), on: connection)
        let now = services.surroundings.now()
        try connection.execute(
            """
            INSERT INTO import_run (
                id, organization_id, created_at, created_by, changed_at, state, file_id, total, taken, flagged,
                rejected, skipped, people, cases, written, name, mapping
            ) VALUES (
                \(id), \(principal.organization), \(now), \(principal.user), \(now), \(state.rawValue), \(file?.id),
                \(counts.total), \(counts.taken), \(counts.flagged), \(counts.rejected), \(counts.skipped),
                \(counts.people), \(counts.cases), 0, \(Blob(try key.seal(name, .importRow))),
                \(Blob(try key.sealValue(mapping, .importMapping)))
            )
            """
        )
        try record(state == .prepared ? .importPrepared : .importStarted, id, by: principal, on: connection)
    }

    /// Moves an import on, only from one of the given states.
    /// - Throws: `ImportError.wrongState`.
    func move(
        _ id: ImportID,
        from: [ImportState],
        to state: ImportState,
        _ kind: LeafKind?,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let present = try run(id, for: principal, on: connection)
        guard from.contains(present.state) else { throw ImportError.wrongState(present.state) }
        try connection.execute(
            """
            UPDATE import_run SET state = \(state.rawValue), changed_at = \(services.surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        if let kind { try record(kind, id, by: principal, on: connection) }
    }

    /// Notes how far the writing is.
    func note(
        _ counts: ImportCounts,
        written: Int,
        of id: ImportID,
        _ organization: OrganizationID,
        on connection: any Connection
    ) throws {
        try connection.execute(
            """
            UPDATE import_run SET total = \(counts.total), taken = \(counts.taken), flagged = \(counts.flagged),
                rejected = \(counts.rejected), skipped = \(counts.skipped), people = \(counts.people),
                cases = \(counts.cases), written = \(written), changed_at = \(services.surroundings.now())
            WHERE id = \(id) AND organization_id = \(organization)
            """
        )
    }

    /// Keeps another mapping for an import that is not written yet.
    func change(_ mapping: ImportMapping, of id: ImportID, by principal: Principal, on connection: any Connection)
        throws
    {
        let key = try services.vault.keyring(for: principal.organization, on: connection)
            .key(of: id.retagged(), on: connection)
        try connection.execute(
            """
            UPDATE import_run SET mapping = \(Blob(try key.sealValue(mapping, .importMapping)))
            WHERE id = \(id) AND organization_id = \(principal.organization) AND state = \(ImportState.prepared.rawValue)
            """
        )
    }

    func record(_ kind: LeafKind, _ id: ImportID, by principal: Principal, on connection: any Connection) throws {
        try services.recorder.record(leaf(kind, id, by: principal), on: connection)
    }

    /// A leaf about an import in the log of the principal's organization.
    public func leaf(_ kind: LeafKind, _ id: ImportID, by principal: Principal) -> LeafDraft {
        LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization,
            subject: id.retagged()
        )
    }

    private static func read(_ row: any Row, _ key: RecordKey) throws -> ImportRun {
        var counts = ImportCounts()
        counts.total = Int(try row.integer(6))
        counts.taken = Int(try row.integer(7))
        counts.flagged = Int(try row.integer(8))
        counts.rejected = Int(try row.integer(9))
        counts.skipped = Int(try row.integer(10))
        counts.people = Int(try row.integer(11))
        counts.cases = Int(try row.integer(12))
        return ImportRun(
            id: try row.id(0),
            createdAt: try row.instant(1),
            createdBy: try row.id(2),
            changedAt: try row.instant(3),
            state: ImportState(rawValue: try row.text(4)) ?? .prepared,
            file: try row.idOrNil(5).map { SealedFileReference(id: $0) },
            counts: counts,
            written: Int(try row.integer(13)),
            name: try row.withBlob(14) { try key.openText($0, .importRow) },
            mapping: try row.withBlob(15) { try key.openValue($0, .importMapping) }
        )
    }
}
