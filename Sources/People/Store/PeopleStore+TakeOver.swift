public import Access
public import Database
public import Domain
public import Journal
public import Vault

extension LeafKind {
    /// A person's record left for another organisation.
    public static let personHandedOver = LeafKind(rawValue: "person.handed_over")
    /// A person's record came from another organisation.
    public static let personTakenOver = LeafKind(rawValue: "person.taken_over")
}

extension PeopleStore {
    /// Makes the principal's organisation the owner of a person's record, as agreed in a transfer: a new key, every
    /// field sealed again, look-up rows moved, leaves in both logs. All grants of the record end.
    ///
    /// - Parameters:
    ///   - id: whose record.
    ///   - former: the present owner, which offered it.
    ///   - principal: who accepts, for the new owner.
    ///   - connection: a write transaction of the system scope.
    /// - Returns: the grants that ended.
    /// - Throws: `PeopleError.notFound`, and `VaultError.notOwner` when `former` isn't the owner.
    @discardableResult
    public func takeOver(
        _ id: PersonID,
        from former: OrganizationID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [Grant] {
        let new = principal.organization
        let row = try connection.first(
            "SELECT version, \(SealedPerson.columns) FROM person WHERE id = \(id) AND organization_id = \(former)"
        ) { (version: try $0.integer(0), sealed: try SealedPerson(from: $0, at: 1)) }
        guard let row else { throw PeopleError.notFound }
        let old = try vault.keyring(for: former, on: connection)
        let keyring = try vault.keyring(for: new, on: connection)
        let next = row.version + 1
        var moved: (details: PersonDetails, sealed: SealedPerson)?
        let (_, ended) = try keyring.takeOver(id.retagged(), from: old, on: connection) { oldKey, newKey in
            let details = try row.sealed.opened(with: oldKey)
            var sealed = try SealedPerson(details, isImported: row.sealed.isImported, with: newKey)
            sealed.mergedInto = row.sealed.mergedInto
            moved = (details, sealed)
            try connection.execute(
                """
                UPDATE person SET organization_id = \(new), version = \(next), changed_at = \(surroundings.now()),
                    \(sealed.assignments)
                WHERE id = \(id)
                """
            )
        }
        guard let moved else { throw PeopleError.notFound }
        try old.blindIndex(on: connection).remove(id.retagged(), on: connection)
        if moved.sealed.mergedInto == nil {
            try index(moved.details, id, try keyring.blindIndex(on: connection), on: connection)
        }
        var handedOver = theirs(.personHandedOver, id, log: former, by: principal)
        handedOver.state = RecordState.gone
        var lost: [LeafDraft] = []
        for grant in ended where grant.recipient != new {
            lost.append(theirs(.personWithdrawn, id, log: grant.recipient, by: principal))
        }
        try recorder.record(
            leaf(
                .personTakenOver,
                id,
                by: principal,
                state: moved.sealed.state(id: id, owner: new, version: next),
                counterpart: former
            ),
            and: [handedOver] + lost,
            on: connection
        )
        // What was united with it goes along, and can no longer be taken apart: the rows it was named in stay behind.
        try forgetMerges(of: id, owner: former, on: connection)
        for hidden in try merged(into: id, on: connection) {
            try takeOver(hidden, from: former, by: principal, on: connection)
        }
        return ended
    }
}
