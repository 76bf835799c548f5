public import Database
public import Domain
import Journal
import Vault

/// The second factor of accounts: an authenticator app, and ten recovery codes for the day it is lost. Every call
/// needs the installation's scope.
public struct SecondFactor: Sendable {
    let accounts: Accounts
    let surroundings: Surroundings

    public init(accounts: Accounts, surroundings: Surroundings) {
        self.accounts = accounts
        self.surroundings = surroundings
    }

    /// How a code was right.
    public enum Acceptance: Sendable, Hashable {
        case app
        /// A recovery code, which is used up now.
        case recoveryCode
    }

    /// Whether the account has a second factor.
    public func isEnrolled(_ user: UserID, on connection: any Connection) throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM user_account WHERE id = \(user) AND second_factor IS NOT NULL"
        ) > 0
    }

    /// Makes a secret for the app; it counts only once a code of it was entered. An existing one stays in force till
    /// then.
    public func begin(_ user: UserID, on connection: any Connection) throws -> OneTimePassword {
        let secret = Secret(
            password: OneTimePassword(surroundings: surroundings),
            pepper: surroundings.randomBytes(Secret.pepperSize)
        )
        let key = try accounts.recordKey(user, on: connection)
        try connection.execute(
            """
            UPDATE user_account SET pending_second_factor = \(Blob(try key.seal(secret.bytes, .accountTOTP)))
            WHERE id = \(user)
            """
        )
        return secret.password
    }

    /// The secret that waits for its first code, for showing the page once more.
    public func pending(_ user: UserID, on connection: any Connection) throws -> OneTimePassword? {
        try secret(user, pending: true, on: connection)?.password
    }

    /// Puts the waiting secret in force when the code is right, in place of an older one.
    ///
    /// - Returns: new recovery codes, to be shown once; `nil` when the code is wrong or nothing waits.
    public func confirm(
        _ user: UserID,
        code: String,
        by actor: ActingUser,
        on connection: any Connection
    ) throws -> [RecoveryCode]? {
        guard let secret = try secret(user, pending: true, on: connection),
            let step = secret.password.acceptedStep(for: code, at: surroundings.now(), after: nil)
        else { return nil }
        try connection.execute(
            """
            UPDATE user_account SET second_factor = pending_second_factor, pending_second_factor = NULL,
                last_code_step = \(step)
            WHERE id = \(user)
            """
        )
        let codes = try replaceCodes(user, secret, on: connection)
        try accounts.record(.secondFactorEnabled, user, by: actor, on: connection)
        return codes
    }

    /// Checks a code of the app or a recovery code; each is good for one time.
    ///
    /// - Returns: `nil` when it is wrong, used already, or there is no second factor.
    public func verify(_ user: UserID, code: String, on connection: any Connection) throws -> Acceptance? {
        guard let secret = try secret(user, pending: false, on: connection) else { return nil }
        let last = try connection.first("SELECT last_code_step FROM user_account WHERE id = \(user)") {
            try $0.integerOrNil(0)
        }
        if let step = secret.password.acceptedStep(for: code, at: surroundings.now(), after: last ?? nil) {
            try connection.execute("UPDATE user_account SET last_code_step = \(step) WHERE id = \(user)")
            return .app
        }
        guard let recovery = RecoveryCode(code) else { return nil }
        let used = try connection.execute(
            """
            UPDATE recovery_code SET used_at = \(surroundings.now())
            WHERE user_id = \(user) AND code_hash = \(Blob(recovery.hash(pepper: secret.pepper))) AND used_at IS NULL
            """
        )
        guard used > 0 else { return nil }
        try accounts.record(.recoveryCodeUsed, user, by: ActingUser(user: user, organization: nil), on: connection)
        return .recoveryCode
    }

    /// How many recovery codes are left.
    public func remainingCodes(_ user: UserID, on connection: any Connection) throws -> Int {
        Int(
            try connection.count(
                "SELECT COUNT(*) FROM recovery_code WHERE user_id = \(user) AND used_at IS NULL"
            )
        )
    }

    /// Makes ten new recovery codes; the old ones are void. `nil` without a second factor.
    public func renewCodes(
        _ user: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws -> [RecoveryCode]? {
        guard let secret = try secret(user, pending: false, on: connection) else { return nil }
        let codes = try replaceCodes(user, secret, on: connection)
        try accounts.record(.recoveryCodesMade, user, by: actor, on: connection)
        return codes
    }

    /// Takes the second factor away; whoever runs the installation does it for somebody who lost app and codes.
    public func remove(_ user: UserID, by actor: ActingUser, on connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE user_account SET second_factor = NULL, pending_second_factor = NULL, last_code_step = NULL
            WHERE id = \(user)
            """
        )
        try connection.execute("DELETE FROM recovery_code WHERE user_id = \(user)")
        try accounts.record(.secondFactorDisabled, user, by: actor, on: connection)
    }

    private func secret(_ user: UserID, pending: Bool, on connection: any Connection) throws -> Secret? {
        let column: SQL = pending ? "pending_second_factor" : "second_factor"
        let sealed = try connection.first("SELECT \(column) FROM user_account WHERE id = \(user)") {
            try $0.blobOrNil(0)
        }
        guard let sealed = sealed ?? nil else { return nil }
        return Secret(bytes: try accounts.recordKey(user, on: connection).open(sealed, .accountTOTP))
    }

    private func replaceCodes(
        _ user: UserID,
        _ secret: Secret,
        on connection: any Connection
    ) throws -> [RecoveryCode] {
        try connection.execute("DELETE FROM recovery_code WHERE user_id = \(user)")
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode(surroundings: surroundings) }
        for code in codes {
            try connection.execute(
                """
                INSERT INTO recovery_code (user_id, code_hash) VALUES (\(user), \(Blob(code.hash(pepper: secret.pepper))))
                """
            )
        }
        return codes
    }
}

/// What is sealed for an account: the app's secret, and the key with which recovery codes are hashed.
private struct Secret {
    static let pepperSize = 32
    let password: OneTimePassword
    let pepper: [UInt8]

    init(password: OneTimePassword, pepper: [UInt8]) {
        self.password = password
        self.pepper = pepper
    }

    init?(bytes: [UInt8]) {
        guard bytes.count > Self.pepperSize else { return nil }
        password = OneTimePassword(secret: Array(bytes.dropLast(Self.pepperSize)))
        pepper = Array(bytes.suffix(Self.pepperSize))
    }

    var bytes: [UInt8] { password.secret + pepper }
}
