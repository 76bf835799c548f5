public import Database
public import Domain
import Vault

extension Accounts {
    /// An account, opened; `nil` when there is none or it was erased.
    public func find(_ id: UserID, on connection: any Connection) throws -> Account? {
        let keyring = try vault.keyring(for: .installation, on: connection)
        return try connection.first(
            "SELECT \(Self.columns) FROM user_account u WHERE u.id = \(id) AND u.email IS NOT NULL"
        ) { row in
            guard let key = try keyring.open(id.retagged(), on: connection) else { return nil }
            return try Self.account(row, key: key)
        } ?? nil
    }

    /// The columns that ``account(_:key:)`` reads, of the alias `u`.
    static let columns: SQL = """
        u.id, u.email, u.names, u.language, u.state, u.password_hash IS NOT NULL, u.second_factor IS NOT NULL,
        u.must_change_password, u.created_at, u.last_sign_in_at
        """

    static func account(_ row: any Row, key: RecordKey) throws -> Account {
        let email = try row.withBlob(1) { try key.openText($0, .accountEmail) }
        let names = try row.withBlob(2) { try key.open($0, .accountName) }
        guard let names = StaffNames(encoded: names) else { throw VaultError.malformed("account names") }
        return Account(
            id: try row.id(0),
            email: email,
            names: names,
            language: try row.textOrNil(3),
            state: try row.code(4),
            hasPassword: try row.bool(5),
            hasSecondFactor: try row.bool(6),
            mustChangePassword: try row.bool(7),
            createdAt: try row.instant(8),
            lastSignInAt: try row.instantOrNil(9)
        )
    }
}
