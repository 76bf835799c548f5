public import Crypto
public import Database
import Domain

extension Vault {
    /// A random secret of the installation that outlives a change of the root secret, for what must stay verifiable
    /// (the key that signs checkpoints). Made at the first call, which must be in a write in the installation's scope.
    ///
    /// - Parameters:
    ///   - name: a short lower-case name, never used for two things.
    ///   - connection: a write transaction, unless the secret is known to exist.
    /// - Returns: 32 bytes.
    /// - Throws: `VaultError.wrongRoot` when it is wrapped by another root secret.
    public func installationSecret(_ name: String, on connection: any Connection) throws -> SymmetricKey {
        let bound = installationSecretBound(name)
        return try connection.seeing(.installation) {
            let found = try connection.first(
                "SELECT root_id, wrapped FROM installation_secret WHERE name = \(name)"
            ) { row in
                guard try row.text(0) == rootIdentifier else { throw VaultError.wrongRoot }
                return try row.withBlob(1) { try KeyWrap.unwrap($0, under: wrappingKey, bound) }
            }
            if let found { return found }
            let key = newKey()
            let wrapped = try KeyWrap.wrap(key, under: wrappingKey, bound)
            try connection.execute(
                """
                INSERT INTO installation_secret (name, root_id, wrapped, created_at)
                VALUES (\(name), \(rootIdentifier), \(Blob(wrapped)), \(surroundings.now()))
                """
            )
            return key
        }
    }

    func installationSecretBound(_ name: String) -> KeyWrap.RootBound {
        let hash = SHA256.hash(data: Array(name.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return KeyWrap.RootBound(kind: .installationSecret, organization: .installation, version: 1, name: hash)
    }
}
