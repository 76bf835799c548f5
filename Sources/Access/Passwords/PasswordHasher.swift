import Dispatch
public import Domain
import Synchronization

/// Hashes and checks passwords on two threads of its own, so that neither event loops nor the memory suffer.
///
/// At most two run at once; a few wait; whoever comes after them is told ``PasswordHasher/Busy`` at once.
public final class PasswordHasher: Sendable {
    /// Too many sign-ins at once; the answer is 503 and "try again in a moment".
    public struct Busy: Error, Sendable, Hashable {}

    public let parameters: Argon2Parameters
    private let surroundings: Surroundings
    private let lanes: [DispatchQueue]
    private let waiting: Mutex<[Int]>
    private let limit: Int

    /// `queueLimit` is how many may run and wait together; 32 of them wait about three seconds. Tests take cheaper
    /// `parameters`.
    public init(surroundings: Surroundings, parameters: Argon2Parameters = .current, queueLimit: Int = 32) {
        self.surroundings = surroundings
        self.parameters = parameters
        lanes = (0..<2).map { DispatchQueue(label: "tirek.passwords.\($0)") }
        waiting = Mutex([0, 0])
        limit = queueLimit
    }

    /// The PHC string of a password.
    ///
    /// - Throws: ``Busy``, ``Argon2Error``.
    public func hash(_ password: String) async throws -> String {
        let salt = surroundings.randomBytes(16)
        let bytes = PasswordRules.normalized(password)
        let parameters = parameters
        return try await run { () throws(Argon2Error) in
            try PasswordHash(bytes, salt: salt, parameters: parameters).phc
        }
    }

    /// Whether the password belongs to the stored hash. Without one (no such account, no password yet) it does the
    /// same work and says no, so that the time tells nothing.
    ///
    /// - Throws: ``Busy``, ``Argon2Error``.
    public func verify(_ password: String, against stored: String?) async throws -> Bool {
        let bytes = PasswordRules.normalized(password)
        let known = stored.flatMap(PasswordHash.init(phc:))
        let salt = surroundings.randomBytes(16)
        let parameters = parameters
        return try await run { () throws(Argon2Error) in
            guard let known else {
                _ = try PasswordHash(bytes, salt: salt, parameters: parameters)
                return false
            }
            return try known.matches(bytes)
        }
    }

    /// Whether the stored hash is cheaper than today's and wants to be made anew at sign-in.
    public func needsRehash(_ stored: String) -> Bool {
        guard let known = PasswordHash(phc: stored)?.parameters else { return true }
        return known.time < parameters.time || known.memory < parameters.memory
    }

    private func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(Argon2Error) -> Value
    ) async throws -> Value {
        let lane = try claimLane()
        defer { waiting.withLock { $0[lane] -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            lanes[lane].async {
                do {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    /// Asked before an attempt is counted, so that nobody is slowed down for attempts that nobody looked at.
    func refuseWhenBusy() throws(Busy) {
        if waiting.withLock({ $0[0] + $0[1] >= limit }) { throw Busy() }
    }

    /// The lane with fewer waiting.
    private func claimLane() throws(Busy) -> Int {
        let lane = waiting.withLock { waiting -> Int? in
            guard waiting[0] + waiting[1] < limit else { return nil }
            let lane = waiting[0] <= waiting[1] ? 0 : 1
            waiting[lane] += 1
            return lane
        }
        guard let lane else { throw Busy() }
        return lane
    }
}
