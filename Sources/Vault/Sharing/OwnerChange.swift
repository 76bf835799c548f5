public import Database
public import Domain

extension Keyring {
    /// Makes this organisation the owner of a record that belongs to another one, in a transaction of the system scope:
    /// a new key takes the old one's place, every grant of the record ends, files are sealed again, and `reseal` seals
    /// the record's fields again and writes its new owner into their rows.
    ///
    /// - Parameters:
    ///   - record: whose owner changes.
    ///   - former: the keyring of the present owner.
    ///   - connection: a write transaction of the system scope.
    ///   - reseal: opens each sealed value of the record with the first key and seals it with the second.
    /// - Returns: the new key, and the grants that ended, for the journal.
    /// - Throws: `VaultError.notOwner` when `former` isn't the owner.
    public func takeOver(
        _ record: RecordID,
        from former: Keyring,
        on connection: any Connection,
        reseal: (_ old: RecordKey, _ new: RecordKey) throws -> Void
    ) throws -> (key: RecordKey, ended: [Grant]) {
        guard former.organization != organization, let old = try former.open(record, on: connection), old.isWhole,
            old.owner == former.organization
        else { throw VaultError.notOwner }
        let new = RecordKey(
            record: record,
            owner: organization,
            keyVersion: old.keyVersion + 1,
            grant: nil,
            holding: .whole(vault.newKey())
        )
        let now = vault.surroundings.now()
        let grants = try connection.rows(
            """
            SELECT \(Grant.columns) FROM record_grant g
            WHERE g.record_id = \(record) AND g.keys_destroyed_at IS NULL ORDER BY g.id
            """,
            Grant.init(from:)
        )
        try RecordWraps.destroy(record, owner: former.organization, on: connection)
        try connection.execute(
            """
            UPDATE record_grant SET revoked_at = COALESCE(revoked_at, \(now)), keys_destroyed_at = \(now)
            WHERE record_id = \(record) AND keys_destroyed_at IS NULL
            """
        )
        try store(new, on: connection)
        try SealedFiles.reseal(old, new, on: connection)
        for table in ["sealed_file", "sealed_file_chunk"] as [SQL] {
            try connection.execute("UPDATE \(table) SET organization_id = \(organization) WHERE record_id = \(record)")
        }
        try reseal(old, new)
        return (new, grants)
    }
}
