public import Database
public import Domain

extension Keyring {
    /// Gives a record of this organisation a new key, for when an old one may be known to somebody: every live wrap is
    /// replaced, files are sealed again, and `reseal` seals the record's fields again, all in one transaction: readers
    /// see either the old whole or the new whole. Files that are only being staged are lost by it.
    ///
    /// - Parameters:
    ///   - record: a record that the organisation owns.
    ///   - connection: in a write transaction.
    ///   - reseal: opens each sealed value of the record with the first key and seals it with the second.
    /// - Returns: the new key.
    /// - Throws: `VaultError.notOwner` for a record of another organisation.
    public func renew(
        _ record: RecordID,
        on connection: any Connection,
        reseal: (_ old: RecordKey, _ new: RecordKey) throws -> Void
    ) throws -> RecordKey {
        guard let old = try open(record, on: connection), old.isWhole, old.owner == organization else {
            throw VaultError.notOwner
        }
        let new = RecordKey(
            record: record,
            owner: organization,
            keyVersion: old.keyVersion + 1,
            grant: nil,
            holding: .whole(vault.newKey())
        )
        let grants = try connection.rows(
            """
            SELECT \(Grant.columns) FROM record_grant g
            WHERE g.record_id = \(record) AND g.keys_destroyed_at IS NULL ORDER BY g.id
            """,
            Grant.init(from:)
        )
        try RecordWraps.destroy(record, owner: organization, on: connection)
        try connection.seeing(organization) { try store(new, on: connection) }
        let sharing = Sharing(vault)
        for grant in grants { try sharing.give(grant.groups.groups, of: new, by: grant, on: connection) }
        try SealedFiles.reseal(old, new, on: connection)
        try reseal(old, new)
        return new
    }
}
