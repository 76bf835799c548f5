public import Database
public import Domain

/// Gives other organisations the keys of exactly the groups of fields that they shall open, and takes them away again.
/// Everything happens in the owner's transaction; journalling both sides is the caller's.
public struct Sharing: Sendable {
    let vault: Vault

    public init(_ vault: Vault) {
        self.vault = vault
    }

    /// Shares a record of the keyring's organisation.
    ///
    /// - Throws: `VaultError.notOwner` when the organisation doesn't own the record or shares with itself,
    ///   `.alreadyShared` while a grant to the same recipient is live or still to begin, `.missingKey` when the
    ///   recipient has no keys.
    public func grant(_ draft: GrantDraft, by keyring: Keyring, on connection: any Connection) throws -> Grant {
        let owner = keyring.organization
        guard draft.recipient != owner else { throw VaultError.notOwner }
        guard draft.groups.rawValue & ~FieldGroups.full.rawValue == 0, !draft.groups.groups.isEmpty else {
            throw VaultError.malformed("groups")
        }
        let now = vault.surroundings.now()
        guard draft.expiresAt > max(now, draft.startsAt ?? now) else { throw VaultError.malformed("end of grant") }
        let key = try ownKey(of: draft.record, keyring, on: connection)
        let earlier = try connection.rows(
            """
            SELECT \(Grant.columns) FROM record_grant g
            WHERE g.record_id = \(draft.record) AND g.recipient_organization_id = \(draft.recipient)
                AND g.keys_destroyed_at IS NULL
            """,
            Grant.init(from:)
        )
        for grant in earlier {
            guard grant.expiresAt <= now else { throw VaultError.alreadyShared(grant.id) }
            try destroyKeys(of: grant, at: now, on: connection)
        }
        let grant = Grant(
            draft,
            id: vault.surroundings.newID(),
            owner: owner,
            startsAt: draft.startsAt ?? now
        )
        try connection.execute(
            """
            INSERT INTO record_grant (
                id, record_id, owner_organization_id, recipient_organization_id, field_groups, purpose, starts_at,
                expires_at, created_by, created_at
            ) VALUES (
                \(grant.id), \(grant.record), \(owner), \(grant.recipient), \(grant.groups.rawValue),
                \(grant.purpose), \(grant.startsAt), \(grant.expiresAt), \(grant.createdBy), \(now)
            )
            """
        )
        try give(grant.groups.groups, of: key, by: grant, on: connection)
        return grant
    }

    /// Adds groups to a grant that has not ended; those it has already stay as they are.
    ///
    /// - Throws: `VaultError.noLiveGrant` when it has ended or is another organisation's.
    public func extend(
        _ id: GrantID,
        to groups: FieldGroups,
        by keyring: Keyring,
        on connection: any Connection
    ) throws -> Grant {
        guard let grant = try self.grant(id, on: connection), grant.owner == keyring.organization,
            grant.revokedAt == nil, vault.surroundings.now() < grant.expiresAt
        else { throw VaultError.noLiveGrant }
        let key = try ownKey(of: grant.record, keyring, on: connection)
        let all = grant.groups.union(groups.intersection(.full))
        try connection.execute("UPDATE record_grant SET field_groups = \(all.rawValue) WHERE id = \(id)")
        try give(all.subtracting(grant.groups).groups, of: key, by: grant, on: connection)
        guard let extended = try self.grant(id, on: connection) else { throw VaultError.noLiveGrant }
        return extended
    }

    /// Ends a grant and destroys the recipient's keys. A second call changes nothing.
    ///
    /// - Throws: `VaultError.noLiveGrant` when there is no such grant of this owner.
    public func revoke(_ id: GrantID, by owner: OrganizationID, on connection: any Connection) throws -> Grant {
        guard let grant = try self.grant(id, on: connection), grant.owner == owner else {
            throw VaultError.noLiveGrant
        }
        let now = vault.surroundings.now()
        try connection.execute(
            "UPDATE record_grant SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL"
        )
        try destroyKeys(of: grant, at: now, on: connection)
        guard let revoked = try self.grant(id, on: connection) else { throw VaultError.noLiveGrant }
        return revoked
    }

    /// A grant that the transaction's organisation gave or received.
    public func grant(_ id: GrantID, on connection: any Connection) throws -> Grant? {
        try connection.first(
            """
            SELECT \(Grant.columns) FROM record_grant g
            WHERE g.id = \(id) AND \(connection.isOwn("g.owner_organization_id", "g.recipient_organization_id"))
            """,
            Grant.init(from:)
        )
    }

    /// All grants of a record that the transaction's organisation may see, ended ones too, newest first.
    public func grants(of record: RecordID, on connection: any Connection) throws -> [Grant] {
        try connection.rows(
            """
            SELECT \(Grant.columns) FROM record_grant g
            WHERE g.record_id = \(record)
                AND \(connection.isOwn("g.owner_organization_id", "g.recipient_organization_id"))
            ORDER BY g.id DESC
            """,
            Grant.init(from:)
        )
    }

    /// Destroys the keys of grants that have expired; they were dead from that instant on, since every opening looks.
    /// Called by a job in the system scope.
    ///
    /// - Returns: the grants, for the journal; fewer than `limit` when none is left.
    public func sweepExpired(limit: Int = 200, on connection: any Connection) throws -> [Grant] {
        let now = vault.surroundings.now()
        let expired = try connection.rows(
            """
            SELECT \(Grant.columns) FROM record_grant g
            WHERE g.keys_destroyed_at IS NULL AND g.expires_at <= \(now) ORDER BY g.expires_at, g.id LIMIT \(limit)
            """,
            Grant.init(from:)
        )
        for grant in expired { try destroyKeys(of: grant, at: now, on: connection) }
        return expired
    }

    /// The owner's whole key, or an error.
    private func ownKey(
        of record: RecordID,
        _ keyring: Keyring,
        on connection: any Connection
    ) throws -> RecordKey {
        guard let key = try keyring.open(record, on: connection), key.isWhole, key.owner == keyring.organization
        else { throw VaultError.notOwner }
        return key
    }

    /// Wraps the keys of the groups under the recipient's key. The server can, because the root opens both sides.
    func give(
        _ groups: [FieldGroup],
        of key: RecordKey,
        by grant: Grant,
        on connection: any Connection
    ) throws {
        guard !groups.isEmpty else { return }
        let recipient = try vault.keyring(for: grant.recipient, on: connection)
        let part = RecordKey(
            record: key.record,
            owner: key.owner,
            keyVersion: key.keyVersion,
            grant: grant.id,
            holding: .groups(try groups.map { ($0, try key.key(for: $0)) })
        )
        try recipient.store(part, on: connection)
    }

    private func destroyKeys(of grant: Grant, at now: Instant, on connection: any Connection) throws {
        try RecordWraps.destroy(of: grant, on: connection)
        try connection.execute(
            """
            UPDATE record_grant SET keys_destroyed_at = \(now) WHERE id = \(grant.id) AND keys_destroyed_at IS NULL
            """
        )
    }
}
