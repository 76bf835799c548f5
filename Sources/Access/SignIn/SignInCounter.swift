import Crypto
import Database
import Domain

/// Counts wrong passwords for one address, whether an account has it or not, and says when the next may be tried.
///
/// Sessions that exist are never touched by it. An attempt is counted *before* the password is checked and forgotten
/// when it was right; otherwise many attempts at the same moment would all pass.
struct SignInCounter: Sendable {
    /// Wrong ones that cost nothing.
    static let freeFailures: Int64 = 5
    /// Seconds to wait after the fifth; doubled each time.
    static let firstDelay: Int64 = 5
    /// Seconds to wait at the most.
    static let longestDelay: Int64 = 15 * 60
    /// Seconds after which earlier failures are forgotten.
    static let memory: Int64 = 24 * 3600

    let key: SymmetricKey
    let surroundings: Surroundings

    /// What stands for an address, or for a user who enters the password again.
    func tag(_ purpose: String, _ value: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(purpose)\u{0}\(value)".utf8), using: key))
    }

    /// Seconds to wait after so many failures in a row.
    static func delay(after failures: Int64) -> Int64 {
        guard failures >= freeFailures else { return 0 }
        return min(longestDelay, firstDelay << min(failures - freeFailures, 20))
    }

    /// Counts an attempt.
    ///
    /// - Returns: `nil` when it may go on; else until when none may.
    func claim(_ tag: [UInt8], on connection: any Connection) throws -> Instant? {
        let now = surroundings.now()
        let stored = try connection.first(
            """
            SELECT failures, last_failure_at, blocked_until FROM sign_in_counter WHERE tag = \(Blob(tag))
            """
        ) { row in (failures: try row.integer(0), last: try row.instant(1), blocked: try row.instant(2)) }
        if let stored, stored.blocked > now { return stored.blocked }
        let isForgotten = stored.map { $0.last.advanced(bySeconds: Self.memory) < now } ?? true
        let failures = (isForgotten ? 0 : stored?.failures ?? 0) + 1
        let blocked = now.advanced(bySeconds: Self.delay(after: failures))
        try connection.execute(
            """
            INSERT INTO sign_in_counter (tag, failures, last_failure_at, blocked_until)
            VALUES (\(Blob(tag)), \(failures), \(now), \(blocked))
            ON CONFLICT (tag) DO UPDATE SET failures = excluded.failures,
                last_failure_at = excluded.last_failure_at, blocked_until = excluded.blocked_until
            """
        )
        return nil
    }

    /// Forgets all attempts after a right one.
    func reset(_ tag: [UInt8], on connection: any Connection) throws {
        try connection.execute("DELETE FROM sign_in_counter WHERE tag = \(Blob(tag))")
    }

    /// Removes what is forgotten anyway.
    func sweep(on connection: any Connection) throws {
        let limit = surroundings.now().advanced(bySeconds: -Self.memory)
        try connection.execute("DELETE FROM sign_in_counter WHERE last_failure_at < \(limit)")
    }
}
