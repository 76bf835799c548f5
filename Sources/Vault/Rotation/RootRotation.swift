import Crypto
public import Database
import Domain

extension Vault {
    /// Wraps everything that hangs from the root secret under a new one, in the caller's one write transaction in the
    /// system scope: after the commit only the new secret opens the database, before it only the old one.
    ///
    /// The new secret must be kept safely, its recovery sheet printed, before this is called. What comes from
    /// ``derivedSecret(_:)`` is another afterwards.
    ///
    /// - Returns: the vault under the new secret, and how many keys were re-wrapped.
    public func rewrapRoot(
        to newRoot: RootSecret,
        on connection: any Connection
    ) throws -> (vault: Vault, count: Int) {
        let next = Vault(root: newRoot, surroundings: surroundings)
        var count = 0
        let kinds: [(KeyWrap.Kind, SQL)] = [(.organizationKey, "organization_key"), (.indexKey, "index_key")]
        for (kind, table) in kinds {
            let keys = try connection.rows(
                "SELECT version, root_id, wrapped, organization_id FROM \(table) ORDER BY organization_id, version"
            ) { row in
                let organization = try row.id(3, OrganizationEntity.self)
                return (organization, try unwrapped(kind, of: organization, from: row))
            }
            for (organization, key) in keys {
                let bound = KeyWrap.RootBound(kind: kind, organization: organization, version: key.version)
                let wrapped = try KeyWrap.wrap(key.key, under: next.wrappingKey, bound)
                try connection.execute(
                    """
                    UPDATE \(table) SET root_id = \(next.rootIdentifier), wrapped = \(Blob(wrapped))
                    WHERE organization_id = \(organization) AND version = \(Int(key.version))
                    """
                )
            }
            count += keys.count
        }
        return (next, try count + rewrapSecrets(to: next, on: connection))
    }

    private func rewrapSecrets(to next: Vault, on connection: any Connection) throws -> Int {
        let names = try connection.rows("SELECT name FROM installation_secret ORDER BY name") { try $0.text(0) }
        for name in names {
            let secret = try installationSecret(name, on: connection)
            let wrapped = try KeyWrap.wrap(secret, under: next.wrappingKey, installationSecretBound(name))
            try connection.execute(
                """
                UPDATE installation_secret SET root_id = \(next.rootIdentifier), wrapped = \(Blob(wrapped))
                WHERE name = \(name)
                """
            )
        }
        return names.count
    }
}
