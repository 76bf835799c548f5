public import Access
public import Database
public import Domain
import Journal
public import Vault

extension PeopleStore {
    /// Opens parts of a person's record to another organisation until a day.
    ///
    /// - Parameters:
    ///   - id: whose record.
    ///   - draft: to whom, what, why and until when.
    ///   - principal: who shares.
    ///   - connection: a write transaction of the owner.
    ///   - authority: the recorded authority to do so, without which an imported record is never shared.
    /// - Returns: the grant.
    /// - Throws: `PeopleError.notFound`, `.importedWithoutAuthority`; `VaultError.alreadyShared` and others of
    ///   ``Vault/Sharing``.
    public func share(
        _ id: PersonID,
        _ draft: GrantDraft,
        by principal: Principal,
        on connection: any Connection,
        underAuthority authority: AuthorityID? = nil
    ) throws -> Grant {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        try requireOwn(id, by: principal, on: connection) { $0.mayShare(owner: $1) }
        if authority == nil, try isImported(id, on: connection) { throw PeopleError.importedWithoutAuthority }
        let grant = try Sharing(vault).grant(draft, by: keyring, on: connection)
        try recorder.record(
            leaf(.personShared, id, by: principal, counterpart: draft.recipient),
            and: [theirs(.personReceived, id, log: draft.recipient, by: principal)],
            on: connection
        )
        return grant
    }

    /// Ends a sharing at once.
    ///
    /// - Throws: `PeopleError.notFound` when the grant isn't one of this person's.
    public func revoke(
        _ id: PersonID,
        _ grantID: GrantID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try requireOwn(id, by: principal, on: connection) { $0.mayShare(owner: $1) }
        let sharing = Sharing(vault)
        guard let grant = try sharing.grant(grantID, on: connection), grant.record == id.retagged(),
            grant.owner == principal.organization
        else { throw PeopleError.notFound }
        // A second click, or a link kept open, changes nothing and leaves no second leaf.
        guard grant.revokedAt == nil else { return }
        _ = try sharing.revoke(grantID, by: principal.organization, on: connection)
        try recorder.record(
            leaf(.personRevoked, id, by: principal, counterpart: grant.recipient),
            and: [theirs(.personWithdrawn, id, log: grant.recipient, by: principal)],
            on: connection
        )
    }

    /// The live sharings of a person's record; only its owner sees them.
    public func grants(
        of id: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [Grant] {
        let now = surroundings.now()
        return try Sharing(vault).grants(of: id.retagged(), on: connection).filter {
            $0.isLive(at: now) && ($0.owner == principal.organization || $0.recipient == principal.organization)
        }
    }

    /// Journals a grant that a process made itself, on both sides, so that the recipient's lists and search hear of it.
    public func granted(
        _ id: PersonID,
        to recipient: OrganizationID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try recorder.record(
            leaf(.personShared, id, by: principal, counterpart: recipient),
            and: [theirs(.personReceived, id, log: recipient, by: principal)],
            on: connection
        )
    }

    /// As ``granted(_:to:by:on:)``, for the end of a grant.
    public func withdrawn(
        _ id: PersonID,
        from recipient: OrganizationID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try recorder.record(
            leaf(.personRevoked, id, by: principal, counterpart: recipient),
            and: [theirs(.personWithdrawn, id, log: recipient, by: principal)],
            on: connection
        )
    }

    /// Whether the record came from an imported list.
    public func isImported(_ id: PersonID, on connection: any Connection) throws -> Bool {
        try connection.first("SELECT is_imported FROM person WHERE id = \(id)") { try $0.bool(0) } ?? false
    }

    /// The owner's leaf has its twin in the other organisation's log.
    func theirs(
        _ kind: LeafKind,
        _ id: PersonID,
        log: OrganizationID,
        by principal: Principal
    ) -> LeafDraft {
        var draft = leaf(kind, id, by: principal, counterpart: principal.organization)
        draft.log = log
        return draft
    }

    func requireOwn(
        _ id: PersonID,
        by principal: Principal,
        on connection: any Connection,
        _ allows: (PeoplePolicy, OrganizationID) -> Bool
    ) throws {
        let owner = try connection.first("SELECT organization_id FROM person WHERE id = \(id) AND merged_into IS NULL")
        { row in
            try row.id(0, OrganizationEntity.self)
        }
        guard let owner, allows(PeoplePolicy(principal), owner) else { throw PeopleError.notFound }
    }
}
