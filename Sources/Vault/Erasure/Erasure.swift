import Crypto
public import Database
public import Domain

/// Erases records by destroying their keys.
///
/// The order is what makes it safe: the register's line is on the disk before the transaction commits. A crash between
/// the two leaves a line whose wraps still exist, and ``reconcile(_:isRestore:completing:)`` completes it at the next
/// start.
public struct Erasure: Sendable {
    let vault: Vault
    let register: ErasureRegister

    public init(_ vault: Vault, register: ErasureRegister) {
        self.vault = vault
        self.register = register
    }

    /// Does Vault's share of an erasure in the owner's transaction: the register's line, the wraps of all holders,
    /// grants, look-up rows of all holders, files. Rows of other rooms are theirs to delete in the same transaction,
    /// after this. When that transaction then fails, the erasure stays ordered and is completed at the next start.
    ///
    /// - Throws: `VaultError.notOwner` when the organisation doesn't own the record or it was erased before.
    public func perform(
        record: RecordID,
        owner: OrganizationID,
        on connection: any Connection
    ) throws -> ErasureCertificate {
        let keyring = try vault.keyring(for: owner, on: connection)
        guard let key = try keyring.open(record, on: connection), key.owner == owner,
            let identifier = key.identifier
        else { throw VaultError.notOwner }
        let entry = ErasureEntry(
            record: record,
            owner: owner,
            at: vault.surroundings.now(),
            keyIdentifier: identifier
        )
        try register.append(entry)
        return try destroy(entry, on: connection)
    }

    /// Completes every erasure in the register that the database doesn't show: those that a crash cut off, and, after a
    /// restore, those made since the backup. Called at start before anything is served.
    ///
    /// - Parameters:
    ///   - database: before anything else works on it.
    ///   - isRestore: calls `completing` for every line, since a restored data part has rows whose wraps are gone
    ///     already.
    ///   - completing: deletes the other rooms' rows of the record and journals, in the same transaction, in the system
    ///     scope.
    /// - Returns: the certificates of what was completed.
    /// - Throws: `ErasureRegisterError` when the register is missing or damaged.
    @discardableResult
    public func reconcile(
        _ database: Database,
        isRestore: Bool = false,
        completing: @escaping @Sendable (ErasureEntry, any Connection) throws -> Void
    ) async throws -> [ErasureCertificate] {
        var certificates: [ErasureCertificate] = []
        for entry in try register.entries() {
            let isIncomplete = try await database.read(.system) { try Self.hasTraces(entry, on: $0) }
            guard isIncomplete || isRestore else { continue }
            let certificate = try await database.write(.system) { connection in
                let certificate = try self.destroy(entry, on: connection)
                try completing(entry, connection)
                return certificate
            }
            if isIncomplete { certificates.append(certificate) }
        }
        return certificates
    }

    private static func hasTraces(_ entry: ErasureEntry, on connection: any Connection) throws -> Bool {
        try connection.count(
            """
            SELECT (SELECT COUNT(*) FROM record_key_wrap WHERE record_id = \(entry.record))
                + (SELECT COUNT(*) FROM blind_index WHERE record_id = \(entry.record))
            """
        ) > 0
    }

    private func destroy(_ entry: ErasureEntry, on connection: any Connection) throws -> ErasureCertificate {
        let recipients: [OrganizationID] = try connection.rows(
            """
            SELECT DISTINCT recipient_organization_id FROM record_grant
            WHERE record_id = \(entry.record) AND owner_organization_id = \(entry.owner)
            ORDER BY recipient_organization_id
            """
        ) { try $0.id(0) }
        let holders: [OrganizationID] = try connection.rows(
            """
            SELECT DISTINCT holder_organization_id FROM record_key_wrap
            WHERE record_id = \(entry.record) AND grant_id IS NOT NULL ORDER BY holder_organization_id
            """
        ) { try $0.id(0) }
        let wraps = try RecordWraps.destroy(entry.record, owner: entry.owner, on: connection)
        try connection.execute(
            """
            UPDATE record_grant
            SET revoked_at = COALESCE(revoked_at, \(entry.at)),
                keys_destroyed_at = COALESCE(keys_destroyed_at, \(entry.at))
            WHERE record_id = \(entry.record) AND owner_organization_id = \(entry.owner)
                AND (revoked_at IS NULL OR keys_destroyed_at IS NULL)
            """
        )
        var indexRows = 0
        // A recipient may have noted values of the record in its own index.
        for organization in [entry.owner] + recipients {
            indexRows += try connection.seeing(organization) {
                try connection.execute(
                    """
                    DELETE FROM blind_index
                    WHERE organization_id = \(organization) AND record_id = \(entry.record)
                    """
                )
            }
        }
        // Their key is gone; the sweep removes the chunks without holding up this transaction.
        let files = try connection.execute(
            """
            UPDATE sealed_file SET linked_at = NULL, staged_at = 0
            WHERE record_id = \(entry.record) AND organization_id = \(entry.owner)
            """
        )
        return ErasureCertificate(
            entry: entry,
            wrapsDestroyed: wraps,
            formerHolders: holders,
            indexRowsRemoved: indexRows,
            filesDestroyed: files,
            backupsUnreadableFrom: entry.at.advanced(bySeconds: ErasureCertificate.keyPartDays * 86_400)
        )
    }
}

extension RecordKey {
    /// Names the key without telling anything about it; `nil` for a recipient's part.
    var identifier: String? {
        guard case .whole(let key) = holding else { return nil }
        return KeyDerivation.expand(key, "tirek/record-key/identifier/v1").withUnsafeBytes {
            Hexadecimal.text($0.prefix(8))
        }
    }
}
