import Crypto
public import Database
public import Domain

extension Keyring {
    /// Makes the key of a new snapshot of this organisation's index, which takes an older one's place. Only what is read
    /// after this transaction may be sealed with it: whoever is erased later destroys it, whoever was erased before is
    /// not in it.
    public func newSnapshotKey(on connection: any Connection) throws -> SnapshotKey {
        let key = SnapshotKey(id: vault.surroundings.newID(), organization: organization, key: vault.newKey())
        let current = try current
        let bound = KeyWrap.SnapshotBound(
            snapshot: key.id,
            organization: organization,
            organizationKeyVersion: current.version
        )
        let wrapped = try KeyWrap.wrap(key.key, under: current.key, bound)
        try vault.destroySnapshotKey(of: organization, on: connection)
        try connection.execute(
            """
            INSERT INTO search_snapshot_key (
                organization_id, snapshot_id, organization_key_version, wrapped, created_at
            ) VALUES (
                \(organization), \(key.id), \(Int(current.version)), \(Blob(wrapped)), \(vault.surroundings.now())
            )
            """
        )
        return key
    }

    /// The key of this organisation's snapshot; `nil` when there is none any more.
    ///
    /// - Throws: `VaultError` for a wrap that isn't this organisation's.
    public func snapshotKey(on connection: any Connection) throws -> SnapshotKey? {
        try connection.first(
            """
            SELECT snapshot_id, organization_key_version, wrapped FROM search_snapshot_key
            WHERE organization_id = \(organization)
            """
        ) { row in
            let bound = KeyWrap.SnapshotBound(
                snapshot: try row.id(0),
                organization: organization,
                organizationKeyVersion: try row.keyVersion(1)
            )
            let key = try row.withBlob(2) {
                try KeyWrap.unwrap($0, under: try organizationKey(bound.organizationKeyVersion), bound)
            }
            return SnapshotKey(id: bound.snapshot, organization: organization, key: key)
        }
    }
}

extension Vault {
    /// Destroys the key of an organisation's snapshot, if it has one.
    public func destroySnapshotKey(of organization: OrganizationID, on connection: any Connection) throws {
        try RecordWraps.destroySnapshotKey(of: organization, on: connection)
    }

    /// The snapshots whose keys there are, in the system scope.
    public func snapshots(on connection: any Connection) throws -> [OrganizationID: SearchSnapshotID] {
        let rows = try connection.rows("SELECT organization_id, snapshot_id FROM search_snapshot_key") {
            (try $0.id(0, OrganizationEntity.self), try $0.id(1, SearchSnapshotEntity.self))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
