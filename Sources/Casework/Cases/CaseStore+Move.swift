import Access
public import Database
public import Domain
import Facts
import Journal
public import Vault

extension CaseStore {
    /// Hands a case's rows to the organisation that accepted its transfer: everything is sealed again under its key, and
    /// the case gets a number of its own there. What could be undone stays behind.
    ///
    /// - Parameters:
    ///   - id: the case.
    ///   - owner: the new owner.
    ///   - worker: who works on it there.
    ///   - old: the former owner's key of the record.
    ///   - new: the new owner's.
    ///   - connection: a write transaction in the system scope, after the vault has changed the record's owner.
    /// - Returns: the case's new number, and the state for the leaf that the caller writes in the new owner's log.
    /// - Throws: `CaseError.notFound`.
    public func moveRows(
        of id: CaseID,
        to owner: OrganizationID,
        worker: UserID?,
        old: RecordKey,
        new: RecordKey,
        on connection: any Connection
    ) throws -> (made: NewCase, state: [UInt8]) {
        let found = try connection.first("SELECT \(CaseRow.columns) FROM case_file c WHERE c.id = \(id)") {
            try CaseRow(from: $0)
        }
        guard var row = found else { throw CaseError.notFound }
        row.sealed = try row.sealed.sealedAgain(from: old, with: new)
        let now = surroundings.now()
        let year = CivilDate(at: now, zone: zone(owner)).date.year
        row.head.number = try SequenceNumbers.next("case", year: year, for: owner, on: connection)
        row.head.year = year
        row.head.owner = owner
        row.head.worker = worker
        row.head.version += 1
        row.head.changedAt = now
        row.head.fieldVersions = row.head.fieldVersions.advanced([.worker])
        let head = row.head
        try connection.execute(
            """
            UPDATE case_file SET organization_id = \(owner), year = \(head.year), number = \(head.number),
                version = \(head.version), field_versions = \(head.fieldVersions.text), worker_user_id = \(worker),
                changed_at = \(now), summary = \(Blob(row.sealed.summary)), narrative = \(Blob(row.sealed.narrative))
            WHERE id = \(id)
            """
        )
        try resealEntries(of: id, to: owner, worker, old, new, on: connection)
        for table: SQL in ["case_person", "case_problem"] {
            try connection.execute("UPDATE \(table) SET organization_id = \(owner) WHERE case_id = \(id)")
        }
        for table: SQL in ["case_undo", "case_bar", "case_employer"] {
            try connection.execute("DELETE FROM \(table) WHERE case_id = \(id)")
        }
        return (NewCase(id: id, number: head.displayNumber), row.state)
    }

    private func resealEntries(
        of id: CaseID,
        to owner: OrganizationID,
        _ worker: UserID?,
        _ old: RecordKey,
        _ new: RecordKey,
        on connection: any Connection
    ) throws {
        let entries = try connection.rows("SELECT id, kind, body FROM case_entry WHERE case_id = \(id)") { row in
            (id: try row.text(0), kind: EntryKind(rawValue: try row.text(1)) ?? .note, body: try row.blob(2))
        }
        for entry in entries {
            let body = try new.seal(try old.open(entry.body, entry.kind.sealedField), entry.kind.sealedField)
            try connection.execute(
                "UPDATE case_entry SET organization_id = \(owner), body = \(Blob(body)) WHERE id = \(entry.id)"
            )
        }
        try connection.execute(
            "UPDATE case_entry SET assignee_user_id = \(worker) WHERE case_id = \(id) AND is_open = 1"
        )
    }
}
