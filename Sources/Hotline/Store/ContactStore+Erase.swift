public import Access
public import Database
public import Domain
import Facts
import Journal
public import Vault

extension ContactStore {
    /// Erases a contact for good: its key, its look-up rows and its rows; its facts stay as figures and lead nowhere.
    public func erase(
        _ id: ContactID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws {
        guard principal.may(.peopleErase, .organization),
            try row(id, of: principal.organization, on: connection) != nil
        else { throw HotlineError.notFound }
        _ = try erasure.perform(record: id.retagged(), owner: principal.organization, on: connection)
        try facts.unlink(id.retagged(), of: principal.organization, on: connection)
        try deleteRows(of: id, owner: principal.organization, on: connection)
        try recorder.record(
            leaf(.contactErased, id.retagged(), by: principal, state: RecordState.gone),
            on: connection
        )
    }

    /// Throws an unfinished contact away together with its key.
    public func discard(
        _ id: ContactID,
        by principal: Principal,
        _ erasure: Erasure,
        on connection: any Connection
    ) throws {
        let removed = try connection.execute(
            "DELETE FROM contact_draft WHERE id = \(id) AND organization_id = \(principal.organization)"
        )
        guard removed == 1 else { throw HotlineError.notFound }
        // A call of the exchange under the same id keeps the key: its number is still on the list.
        let isCall = try connection.count("SELECT COUNT(*) FROM telephony_call WHERE id = \(id)") > 0
        if !isCall {
            _ = try erasure.perform(record: id.retagged(), owner: principal.organization, on: connection)
        }
        try recorder.record(leaf(.contactDraftDiscarded, id.retagged(), by: principal), on: connection)
    }

    /// Takes an erased person out of all contacts; they stay as contacts with somebody unnamed.
    public func forget(_ person: PersonID, of organization: OrganizationID, on connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE contact_person SET person_id = NULL
            WHERE organization_id = \(organization) AND person_id = \(person)
            """
        )
        try connection.execute(
            "UPDATE call_back SET person_id = NULL WHERE organization_id = \(organization) AND person_id = \(person)"
        )
        try facts.unlink(person.retagged(), of: organization, on: connection)
    }

    /// Deletes the rows of a contact or draft whose erasure a crash cut off, or a restored backup brought back. For
    /// another record nothing happens.
    public func complete(_ entry: ErasureEntry, on connection: any Connection) throws {
        let id = entry.record.retagged(as: ContactEntity.self)
        try connection.execute(
            "DELETE FROM contact_draft WHERE id = \(id) AND organization_id = \(entry.owner)"
        )
        guard try deleteRows(of: id, owner: entry.owner, on: connection) else { return }
        try recorder.record(
            LeafDraft(
                log: entry.owner,
                kind: .contactErased,
                actorOrganization: entry.owner,
                subject: entry.record,
                state: RecordState.gone,
                at: entry.at
            ),
            on: connection
        )
    }

    /// Whether there was a contact to delete.
    @discardableResult
    private func deleteRows(of id: ContactID, owner: OrganizationID, on connection: any Connection) throws -> Bool {
        let removed = try connection.execute("DELETE FROM contact WHERE id = \(id) AND organization_id = \(owner)")
        guard removed == 1 else { return false }
        try connection.execute(
            """
            DELETE FROM call_back_attempt WHERE call_back_id IN (SELECT id FROM call_back WHERE contact_id = \(id))
            """
        )
        try connection.execute("DELETE FROM call_back WHERE contact_id = \(id)")
        try connection.execute("DELETE FROM contact_person WHERE contact_id = \(id)")
        try connection.execute("DELETE FROM contact_problem WHERE contact_id = \(id)")
        return true
    }
}
