public import Access
public import Database
public import Domain
import Journal
public import Vault

extension PeopleStore {
    /// Takes away a record that an import made and that nobody has changed since: whoever imports may take back what
    /// the import wrote. Whether other records name the person is the caller's question.
    ///
    /// - Returns: whether it was taken away; a record that was worked on stays.
    public func discardImported(
        _ id: PersonID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws -> Bool {
        let untouched = try connection.count(
            """
            SELECT COUNT(*) FROM person p
            WHERE p.id = \(id) AND p.organization_id = \(principal.organization) AND p.is_imported = 1 AND p.version = 1
                AND NOT EXISTS (SELECT 1 FROM record_grant g WHERE g.record_id = p.id)
                AND p.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM person h WHERE h.merged_into = p.id)
            """
        )
        guard untouched == 1, PeoplePolicy(principal).mayWrite(owner: principal.organization) else { return false }
        _ = try erasure.perform(record: id.retagged(), owner: principal.organization, on: connection)
        try connection.execute(
            "DELETE FROM person WHERE id = \(id) AND organization_id = \(principal.organization)"
        )
        try recorder.record(leaf(.personErased, id, by: principal, state: RecordState.gone), on: connection)
        return true
    }
}
