import Crypto
public import Database
public import Domain

/// What a blind index finds records by. The raw value enters key derivation and the database.
public enum BlindIndexKind: String, CaseIterable, Sendable {
    case phone
    case document
    case email
    case codeLocator = "code_locator"
}

/// Exact look-up of records by a sealed value: the database holds only keyed hashes (HMAC-SHA256, 16 bytes), with keys
/// of the organisation's own, so that a taken disk can't be searched for a number.
///
/// Valid within one transaction, like the keyring it comes from.
public struct BlindIndex: Sendable {
    /// Bytes of a tag.
    public static let tagByteCount = 16

    public let organization: OrganizationID
    /// Newest first.
    let keys: [VersionedKey]

    /// Notes that the record has the values, beside those noted before. They are normalised by the caller, as in
    /// ``Domain/PhoneNumber/e164``.
    public func add(
        _ values: [String],
        _ kind: BlindIndexKind,
        to record: RecordID,
        on connection: any Connection
    ) throws {
        guard let newest = keys.first else { throw VaultError.missingKey }
        let key = Self.key(newest.key, kind)
        try connection.seeing(organization) {
            for value in Set(values) {
                try connection.execute(
                    """
                    INSERT INTO blind_index (organization_id, kind, key_version, tag, record_id)
                    VALUES (
                        \(organization), \(kind.rawValue), \(Int(newest.version)), \(Blob(Self.tag(value, key))),
                        \(record)
                    ) ON CONFLICT DO NOTHING
                    """
                )
            }
        }
    }

    /// Makes the record findable by exactly these values of the kind.
    public func replace(
        _ values: [String],
        _ kind: BlindIndexKind,
        of record: RecordID,
        on connection: any Connection
    ) throws {
        try connection.seeing(organization) {
            try connection.execute(
                """
                DELETE FROM blind_index
                WHERE organization_id = \(organization) AND record_id = \(record) AND kind = \(kind.rawValue)
                """
            )
            try add(values, kind, to: record, on: connection)
        }
    }

    /// Makes the record unfindable.
    public func remove(_ record: RecordID, on connection: any Connection) throws {
        try connection.seeing(organization) {
            _ = try connection.execute(
                "DELETE FROM blind_index WHERE organization_id = \(organization) AND record_id = \(record)"
            )
        }
    }

    /// The records that were noted with the value under any live key version, in the order of their ids.
    public func records(
        _ kind: BlindIndexKind,
        _ value: String,
        on connection: any Connection
    ) throws -> [RecordID] {
        try connection.seeing(organization) {
            var found: Set<RecordID> = []
            for tag in tags(kind, value) {
                try connection.forEachRow(
                    """
                    SELECT record_id FROM blind_index
                    WHERE organization_id = \(organization) AND kind = \(kind.rawValue)
                        AND key_version = \(Int(tag.version)) AND tag = \(Blob(tag.bytes))
                    """
                ) { found.insert(try $0.id(0)) }
            }
            return found.sorted()
        }
    }

    /// The value's tags under all live key versions, newest first; for a room's own joins.
    public func tags(_ kind: BlindIndexKind, _ value: String) -> [(version: UInt32, bytes: [UInt8])] {
        keys.map { ($0.version, Self.tag(value, Self.key($0.key, kind))) }
    }

    private static func key(_ indexKey: SymmetricKey, _ kind: BlindIndexKind) -> SymmetricKey {
        KeyDerivation.expand(indexKey, "tirek/blind-index/\(kind.rawValue)/v1")
    }

    private static func tag(_ value: String, _ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(value.utf8), using: key).prefix(tagByteCount))
    }
}

extension Keyring {
    /// Unwraps the organisation's index keys for look-ups and changes within this transaction.
    public func blindIndex(on connection: any Connection) throws -> BlindIndex {
        let keys = try connection.seeing(organization) {
            try connection.rows(
                """
                SELECT version, root_id, wrapped FROM index_key
                WHERE organization_id = \(organization) ORDER BY version DESC
                """
            ) { try vault.unwrapped(.indexKey, of: organization, from: $0) }
        }
        guard !keys.isEmpty else { throw VaultError.missingKey }
        return BlindIndex(organization: organization, keys: keys)
    }
}
