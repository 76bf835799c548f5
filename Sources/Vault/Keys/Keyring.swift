import Crypto
public import Database
public import Domain

/// An organisation's unwrapped keys within one transaction. Never kept longer, never encoded, never printed.
public struct Keyring: Sendable {
    public let organization: OrganizationID
    let vault: Vault
    /// Newest first.
    let keys: [VersionedKey]
    private let organizationText: String

    init(vault: Vault, organization: OrganizationID, keys: [VersionedKey]) {
        self.vault = vault
        self.organization = organization
        self.keys = keys
        organizationText = organization.text
    }

    /// Makes the key of a new record that this organisation owns, and keeps it wrapped in the record's own transaction.
    ///
    /// - Throws: `VaultError.alreadyKeyed` when the record has a key.
    public func newRecord(_ record: RecordID, on connection: any Connection) throws -> RecordKey {
        let key = RecordKey(
            record: record,
            owner: organization,
            keyVersion: 1,
            grant: nil,
            holding: .whole(vault.newKey())
        )
        do {
            try connection.seeing(organization) { try store(key, on: connection) }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw VaultError.alreadyKeyed
        }
        return key
    }

    /// What this organisation holds of a record's key now: all of it as owner, the granted groups as recipient of a
    /// live grant.
    ///
    /// - Returns: `nil` when it holds nothing.
    public func open(_ record: RecordID, on connection: any Connection) throws -> RecordKey? {
        let held = try connection.seeing(organization) {
            try connection.rows(
                """
                SELECT \(Self.wrapColumns) FROM record_key_wrap w
                WHERE w.holder_organization_id = \(organization) AND w.record_id = \(record)
                    AND \(liveWrap)
                ORDER BY w.field_group
                """
            ) { try recordKey(record: record, from: $0, at: 0) }
        }
        guard let first = held.first, !first.isWhole else { return held.first }
        let groups = held.flatMap { key -> [(group: FieldGroup, key: SymmetricKey)] in
            if case .groups(let keys) = key.holding { keys } else { [] }
        }
        return RecordKey(
            record: record,
            owner: first.owner,
            keyVersion: first.keyVersion,
            grant: first.grant,
            holding: .groups(groups)
        )
    }

    /// As ``open(_:on:)``, for where a missing key is an error.
    ///
    /// - Throws: `VaultError.missingKey` when this organisation holds nothing of the record's key.
    public func key(of record: RecordID, on connection: any Connection) throws -> RecordKey {
        guard let key = try open(record, on: connection) else { throw VaultError.missingKey }
        return key
    }

    /// True for wraps `w` of the organisation itself and of grants that are live at this instant.
    var liveWrap: SQL {
        let isLive = Grant.isLive("live", at: vault.surroundings.now())
        return
            "(w.grant_id IS NULL OR EXISTS (SELECT 1 FROM record_grant live WHERE live.id = w.grant_id AND \(isLive)))"
    }
}

// MARK: - Lists

extension Keyring {
    /// The columns that ``recordKey(record:from:at:)`` reads, of ``wrapColumnCount`` in this order, alias `w`.
    public static let wrapColumns: SQL = """
        w.owner_organization_id, w.key_version, w.field_group, w.organization_key_version, w.grant_id, w.wrapped
        """
    public static let wrapColumnCount = 6

    /// The join of a list with the keys that this organisation holds: one row per record, none for a record whose group
    /// it can't open now.
    ///
    /// - Parameters:
    ///   - record: the list's column with the record's id, such as `"p.record_id"`.
    ///   - group: the group that the list opens; the owner's key covers all.
    /// - Returns: a `JOIN` with the alias `w`.
    public func wrapJoin(record: SQL, for group: FieldGroup) -> SQL {
        // The plus keeps SQLite from two look-ups per row, one for each group: an owner has one wrap, a recipient few.
        // The empty text keeps both engines from beginning with all keys that the organisation holds, which are as many
        // as its records: a list is read along its own index, and each line's key by the record.
        """
        JOIN record_key_wrap w ON w.record_id = \(record) AND w.holder_organization_id || '' = \(organization)
            AND +w.field_group IN (0, \(group.rawValue)) AND \(liveWrap)
        """
    }

    /// The record's key from a row of a list's own query, where ``wrapColumns`` begin at `column`; nothing else is
    /// read. For a recipient it covers the one group of the row.
    public func recordKey(record: RecordID, from row: any Row, at column: Int) throws -> RecordKey {
        let ownerText = try row.text(column)
        let owner: OrganizationID
        if ownerText == organizationText {
            owner = organization
        } else if let other = OrganizationID(ownerText) {
            owner = other
        } else {
            throw VaultError.malformed("owner")
        }
        let group = try row.keyVersion(column + 2)
        let bound = KeyWrap.RecordBound(
            owner: owner,
            record: record,
            holder: organization,
            keyVersion: try row.keyVersion(column + 1),
            group: group,
            organizationKeyVersion: try row.keyVersion(column + 3),
            grant: try row.idOrNil(column + 4, GrantEntity.self)
        )
        return try row.withBlob(column + 5) { try unwrapped($0, bound) }
    }

    func unwrapped(_ wrapped: UnsafeRawBufferPointer, _ bound: KeyWrap.RecordBound) throws -> RecordKey {
        let key = try KeyWrap.unwrap(wrapped, under: try organizationKey(bound.organizationKeyVersion), bound)
        let holding: RecordKey.Holding
        if bound.group == 0 {
            holding = .whole(key)
        } else if let group = FieldGroup(rawValue: Int(bound.group)) {
            holding = .groups([(group, key)])
        } else {
            throw VaultError.malformed("field group")
        }
        return RecordKey(
            record: bound.record,
            owner: bound.owner,
            keyVersion: bound.keyVersion,
            grant: bound.grant,
            holding: holding
        )
    }

    func organizationKey(_ version: UInt32) throws(VaultError) -> SymmetricKey {
        for candidate in keys where candidate.version == version { return candidate.key }
        throw .missingKey
    }
}

// MARK: - Storing wraps

extension Keyring {
    /// The newest key, under which everything new is wrapped.
    var current: VersionedKey {
        get throws(VaultError) {
            guard let newest = keys.first else { throw .missingKey }
            return newest
        }
    }

    /// Stores one wrap for each key that `key` holds: one for a whole key, one per group otherwise.
    func store(_ key: RecordKey, on connection: any Connection) throws {
        let parts: [(group: UInt32, key: SymmetricKey)] =
            switch key.holding {
            case .whole(let whole): [(0, whole)]
            case .groups(let keys): keys.map { (UInt32($0.group.rawValue), $0.key) }
            }
        for part in parts {
            let bound = KeyWrap.RecordBound(
                owner: key.owner,
                record: key.record,
                holder: organization,
                keyVersion: key.keyVersion,
                group: part.group,
                organizationKeyVersion: try current.version,
                grant: key.grant
            )
            let wrapped = try KeyWrap.wrap(part.key, under: try current.key, bound)
            try connection.execute(
                """
                INSERT INTO record_key_wrap (
                    holder_organization_id, record_id, field_group, owner_organization_id, key_version,
                    organization_key_version, grant_id, wrapped
                ) VALUES (
                    \(organization), \(key.record), \(Int(part.group)), \(key.owner), \(Int(key.keyVersion)),
                    \(Int(bound.organizationKeyVersion)), \(key.grant), \(Blob(wrapped))
                )
                """
            )
        }
    }
}

extension Keyring: CustomStringConvertible, CustomReflectable {
    public var description: String { "keyring of organization \(organization)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
