public import Crypto
public import Database
public import Domain

/// The keys of an installation, hanging from one root secret. Holds nothing of the database; whatever it unwraps
/// lives as long as the transaction that asked for it.
public struct Vault: Sendable {
    let root: RootSecret
    let rootIdentifier: String
    let wrappingKey: SymmetricKey
    private let purposesKey: SymmetricKey
    let surroundings: Surroundings

    public init(root: RootSecret, surroundings: Surroundings) {
        self.root = root
        self.surroundings = surroundings
        rootIdentifier = root.identifier
        wrappingKey = KeyDerivation.expand(root.key, "tirek/root/wrap/v1")
        purposesKey = KeyDerivation.expand(root.key, "tirek/root/purposes/v1")
    }

    /// A key for one purpose, from the root secret. It changes when the root secret does, so nothing that must be read
    /// later may hang from it; for that there is ``installationSecret(_:on:)``.
    ///
    /// - Parameter purpose: a short lower-case name such as `csrf`, never used for two things.
    /// - Returns: 32 bytes.
    public func derivedSecret(_ purpose: String) -> SymmetricKey {
        KeyDerivation.expand(purposesKey, purpose)
    }

    /// Makes the first key and the first index key of an organisation.
    ///
    /// - Throws: `VaultError.alreadyKeyed` when it has keys.
    public func createKeys(for organization: OrganizationID, on connection: any Connection) throws {
        try connection.seeing(organization) {
            let existing = try connection.count(
                "SELECT COUNT(*) FROM organization_key WHERE organization_id = \(organization)"
            )
            guard existing == 0 else { throw VaultError.alreadyKeyed }
            try insertOrganizationKey(version: 1, of: organization, on: connection)
            try insertIndexKey(version: 1, of: organization, on: connection)
        }
    }

    /// Unwraps the organisation's keys for one transaction.
    ///
    /// - Throws: `VaultError.missingKey` for an organisation without keys, `VaultError.wrongRoot` when they are
    ///   wrapped by another root secret.
    public func keyring(for organization: OrganizationID, on connection: any Connection) throws -> Keyring {
        let keys = try connection.seeing(organization) {
            try connection.rows(
                """
                SELECT version, root_id, wrapped FROM organization_key
                WHERE organization_id = \(organization) ORDER BY version DESC
                """
            ) { row in
                try unwrapped(.organizationKey, of: organization, from: row)
            }
        }
        guard !keys.isEmpty else { throw VaultError.missingKey }
        return Keyring(vault: self, organization: organization, keys: keys)
    }

    /// Whether the keys in the database are wrapped by this vault's root secret; asked at start, before anything is
    /// opened. True for a database without keys.
    public func matches(_ connection: any Connection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM organization_key WHERE root_id <> \(rootIdentifier)") == 0
    }
}

extension Vault: CustomStringConvertible, CustomReflectable {
    public var description: String { "vault under \(root)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A key with its version.
struct VersionedKey: Sendable {
    let version: UInt32
    let key: SymmetricKey
}

extension Vault {
    func newKey() -> SymmetricKey {
        SymmetricKey(data: surroundings.randomBytes(32))
    }

    @discardableResult
    func insertOrganizationKey(
        version: UInt32,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> VersionedKey {
        let key = newKey()
        let wrapped = try KeyWrap.wrap(
            key,
            under: wrappingKey,
            KeyWrap.RootBound(kind: .organizationKey, organization: organization, version: version)
        )
        try connection.execute(
            """
            INSERT INTO organization_key (organization_id, version, root_id, wrapped, created_at)
            VALUES (\(organization), \(Int(version)), \(rootIdentifier), \(Blob(wrapped)), \(surroundings.now()))
            """
        )
        return VersionedKey(version: version, key: key)
    }

    @discardableResult
    func insertIndexKey(
        version: UInt32,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> VersionedKey {
        let key = newKey()
        let wrapped = try KeyWrap.wrap(
            key,
            under: wrappingKey,
            KeyWrap.RootBound(kind: .indexKey, organization: organization, version: version)
        )
        try connection.execute(
            """
            INSERT INTO index_key (organization_id, version, root_id, wrapped, created_at)
            VALUES (\(organization), \(Int(version)), \(rootIdentifier), \(Blob(wrapped)), \(surroundings.now()))
            """
        )
        return VersionedKey(version: version, key: key)
    }

    /// From a row of version, root_id, wrapped.
    func unwrapped(
        _ kind: KeyWrap.Kind,
        of organization: OrganizationID,
        from row: any Row
    ) throws -> VersionedKey {
        guard try row.text(1) == rootIdentifier else { throw VaultError.wrongRoot }
        let version = try row.keyVersion(0)
        let bound = KeyWrap.RootBound(kind: kind, organization: organization, version: version)
        let key = try row.withBlob(2) { try KeyWrap.unwrap($0, under: wrappingKey, bound) }
        return VersionedKey(version: version, key: key)
    }
}

extension Row {
    /// A key version: a whole number that fits 32 bits.
    func keyVersion(_ column: Int) throws -> UInt32 {
        guard let version = UInt32(exactly: try integer(column)) else { throw VaultError.malformed("key version") }
        return version
    }
}

extension Connection {
    /// True for rows with the scope's organisation in one of the columns, which row-level security asks for on
    /// PostgreSQL anyway; for all rows in the system scope.
    func isOwn(_ columns: SQL...) -> SQL {
        let own: OrganizationID
        switch scope {
        case .system: return "1 = 1"
        case .installation: own = .installation
        case .organization(let id): own = id
        }
        return "(\(SQL.joined(columns.map { "\($0) = \(own)" }, separator: " OR ")))"
    }

    /// Runs `body` so that an organisation's own rows are visible: keys and wraps of the second organisation of an act,
    /// and of the installation, whose accounts every organisation names.
    func seeing<Value>(_ organization: OrganizationID, _ body: () throws -> Value) throws -> Value {
        if scope == .system { return try body() }
        return try acting(as: organization == .installation ? .installation : .organization(organization), body)
    }
}
