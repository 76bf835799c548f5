public import Access
public import Database
public import Domain
import Journal
public import Vault

extension PeopleStore {
    /// Erases a person for good: keys, look-up rows, files and the row itself, with leaves for everybody who held it.
    /// Records that were united with this one go with it.
    ///
    /// - Throws: `PeopleError.notFound` for a missing or foreign one, and when the password wasn't entered recently.
    public func erase(
        _ id: PersonID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws -> ErasureCertificate {
        try requireErasable(id, by: principal, on: connection)
        try eraseMerged(into: id, by: principal, erasure, on: connection)
        let certificate = try erasure.perform(record: id.retagged(), owner: principal.organization, on: connection)
        try connection.execute(
            "DELETE FROM person WHERE id = \(id) AND organization_id = \(principal.organization)"
        )
        try forgetMerges(of: id, owner: principal.organization, on: connection)
        try recorder.record(
            leaf(.personErased, id, by: principal, state: RecordState.gone),
            and: certificate.formerHolders.map { theirs(.personWithdrawn, id, log: $0, by: principal) },
            on: connection
        )
        return certificate
    }

    /// Refuses unless the principal may erase this person now; before anything else is touched.
    ///
    /// - Throws: `PeopleError.notFound`.
    func requireErasable(_ id: PersonID, by principal: Principal, on connection: any Connection) throws {
        let now = surroundings.now()
        try requireOwn(id, by: principal, on: connection) { $0.mayErase(owner: $1, at: now) == .allowed }
    }

    /// Deletes the row of a person whose erasure a crash cut off, or a restored backup brought back, and journals it
    /// for the program itself. For a record that is no person, or is gone already, nothing happens.
    public func complete(_ entry: ErasureEntry, on connection: any Connection) throws {
        let id = entry.record.retagged(as: PersonEntity.self)
        try forgetMerges(of: id, owner: entry.owner, on: connection)
        let removed = try connection.execute("DELETE FROM person WHERE id = \(id) AND organization_id = \(entry.owner)")
        guard removed > 0 else { return }
        // The vault marked the grants that died with the keys; those organisations lose the record and hear of it.
        let holders = try connection.rows(
            """
            SELECT DISTINCT recipient_organization_id FROM record_grant
            WHERE record_id = \(entry.record) AND keys_destroyed_at = \(entry.at)
            ORDER BY recipient_organization_id
            """
        ) { try $0.id(0, OrganizationEntity.self) }
        let erased = LeafDraft(
            log: entry.owner,
            kind: .personErased,
            actorOrganization: entry.owner,
            subject: entry.record,
            state: RecordState.gone,
            at: entry.at
        )
        try recorder.record(
            erased,
            and: holders.map { holder in
                LeafDraft(
                    log: holder,
                    kind: .personWithdrawn,
                    actorOrganization: entry.owner,
                    subject: entry.record,
                    counterpart: entry.owner,
                    at: entry.at
                )
            },
            on: connection
        )
    }
}
