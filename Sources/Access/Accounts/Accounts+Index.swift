public import Database
public import Domain
import Vault

extension Accounts {
    /// The account that an address belongs to. The index may hold foreign accounts with the same short tag, so the
    /// sealed addresses are compared.
    public func find(_ email: EmailAddress, on connection: any Connection) throws -> UserID? {
        let keyring = try vault.keyring(for: .installation, on: connection)
        let candidates = try keyring.blindIndex(on: connection).records(.email, email.normalized, on: connection)
        for record in candidates {
            let id: UserID = record.retagged()
            guard
                let stored = try connection.first(
                    "SELECT email FROM user_account WHERE id = \(id) AND email IS NOT NULL",
                    { try $0.blob(0) }
                ), let key = try keyring.open(record, on: connection)
            else { continue }
            let text = try key.openText(stored, .accountEmail)
            if EmailAddress(text)?.normalized == email.normalized { return id }
        }
        return nil
    }

    func index(
        _ email: EmailAddress,
        of id: UserID,
        keyring: Keyring,
        on connection: any Connection
    ) throws {
        try keyring.blindIndex(on: connection)
            .replace([email.normalized], .email, of: id.retagged(), on: connection)
    }
}
