public import Access
public import Database
public import Domain
import Facts
import Journal
public import Vault

extension CaseStore {
    /// What becomes of the cases of a person who is being erased: those where they are the only client go with them,
    /// keys and all; in others they are no longer named.
    ///
    /// - Returns: the numbers of cases that stay, whose words a worker goes through: what others wrote there may still
    ///   tell of the person.
    public func forget(
        _ person: PersonID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws -> [String] {
        let own = principal.organization
        try SharingErasure(self).prepare(person: person, of: own, by: principal, on: connection)
        let cases = try connection.rows(
            """
            SELECT m.case_id, (
                SELECT COUNT(*) FROM case_person o WHERE o.case_id = m.case_id AND o.person_id <> m.person_id
                    AND o.role = \(CaseRole.client.rawValue)
            )
            FROM case_person m WHERE m.person_id = \(person) AND m.organization_id = \(own) ORDER BY m.case_id
            """
        ) { (id: try $0.id(0, CaseEntity.self), otherClients: try $0.integer(1)) }
        var remaining: [String] = []
        for found in cases {
            if found.otherClients == 0 {
                try erase(found.id, by: principal, erasure, on: connection)
            } else {
                try leaveOut(person, of: found.id, by: principal, on: connection)
                remaining.append(try head(found.id, for: principal, on: connection).displayNumber)
            }
        }
        return remaining
    }

    /// Deletes the rows of a case whose erasure a crash cut off, or a restored backup brought back. For another record
    /// nothing happens.
    public func complete(_ entry: ErasureEntry, on connection: any Connection) throws {
        let id = entry.record.retagged(as: CaseEntity.self)
        guard try deleteRows(of: id, owner: entry.owner, on: connection) else { return }
        try recorder.record(
            LeafDraft(
                log: entry.owner,
                kind: .caseErased,
                actorOrganization: entry.owner,
                subject: entry.record,
                state: RecordState.gone,
                at: entry.at
            ),
            on: connection
        )
    }

    /// Erases a case that an import opened and in which nobody is named; any other is left as it is.
    ///
    /// - Returns: whether it was erased.
    public func eraseNameless(
        _ id: CaseID,
        from importID: ImportID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws -> Bool {
        let found = try connection.count(
            """
            SELECT COUNT(*) FROM case_file f
            WHERE f.id = \(id) AND f.organization_id = \(principal.organization) AND f.import_id = \(importID)
                AND NOT EXISTS (SELECT 1 FROM case_person m WHERE m.case_id = f.id)
            """
        )
        guard found == 1 else { return false }
        try erase(id, by: principal, erasure, on: connection)
        return true
    }

    private func erase(
        _ id: CaseID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws {
        let own = principal.organization
        let related = try SharingErasure(self).prepare(case: id, of: own, by: principal, on: connection)
        for record in [id.retagged()] + related {
            _ = try erasure.perform(record: record, owner: own, on: connection)
            try facts.unlink(record, of: own, on: connection)
        }
        try deleteRows(of: id, owner: principal.organization, on: connection)
        try recorder.record(
            leaf(.caseErased, id, by: principal, state: RecordState.gone),
            on: connection
        )
    }

    private func leaveOut(
        _ person: PersonID,
        of id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try connection.execute("DELETE FROM case_person WHERE case_id = \(id) AND person_id = \(person)")
        try connection.execute("UPDATE case_entry SET person_id = NULL WHERE case_id = \(id) AND person_id = \(person)")
        try connection.execute(
            """
            UPDATE case_file SET person_count = (SELECT COUNT(*) FROM case_person p WHERE p.case_id = case_file.id),
                client_person_id = (
                    SELECT p.person_id FROM case_person p
                    WHERE p.case_id = case_file.id AND p.role = \(CaseRole.client.rawValue)
                    ORDER BY p.position LIMIT 1
                )
            WHERE id = \(id)
            """
        )
        try touch(id, .caseChanged, by: principal, on: connection)
        try AuthorityStore(self).membersChanged(in: id, by: principal, on: connection)
    }

    /// Whether there was a case to delete. Referrals stay as ended ones, without words; what recipients made of them is
    /// their own work.
    @discardableResult
    private func deleteRows(of id: CaseID, owner: OrganizationID, on connection: any Connection) throws -> Bool {
        let exists = try connection.count(
            "SELECT COUNT(*) FROM case_file WHERE id = \(id) AND organization_id = \(owner)"
        )
        guard exists > 0 else { return false }
        for table: SQL in [
            "authority", "case_employer", "case_undo", "case_entry", "case_bar", "case_problem", "case_person",
        ] {
            try connection.execute("DELETE FROM \(table) WHERE case_id = \(id)")
        }
        try connection.execute("DELETE FROM case_file WHERE id = \(id) AND organization_id = \(owner)")
        return true
    }
}
