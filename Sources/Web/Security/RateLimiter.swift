import Crypto
public import Domain
import Synchronization

/// How many requests one address may make. Half as many again as a minute's allowance may come at once.
public struct RateLimits: Sendable, Hashable {
    /// Requests a minute from callers who aren't signed in; `nil` for no limit.
    public var generalPerMinute: Int?
    /// Attempts at passwords and codes a minute; `nil` for no limit.
    public var guessingPerMinute: Int?

    public init(generalPerMinute: Int? = 600, guessingPerMinute: Int? = 40) {
        self.generalPerMinute = generalPerMinute
        self.guessingPerMinute = guessingPerMinute
    }
}

/// Token buckets by address, in memory. An address is kept only as a keyed hash whose key is thrown away every hour.
public final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Instant
    }

    private struct State {
        var key = SymmetricKey(size: .bits256)
        var keyMadeAt: Instant?
        var buckets: [UInt64: Bucket] = [:]
    }

    /// More addresses than this in one hour, and the hour begins anew.
    private static let maximumBuckets = 100_000
    private let limits: RateLimits
    private let surroundings: Surroundings
    private let state = Mutex(State())

    public init(limits: RateLimits, surroundings: Surroundings) {
        self.limits = limits
        self.surroundings = surroundings
    }

    /// Takes one request from an address's allowance.
    ///
    /// - Returns: `nil` when it may go on, otherwise the seconds to wait.
    public func take(_ address: String, _ rate: RateClass) -> Int? {
        guard let perMinute = allowance(rate) else { return nil }
        let now = surroundings.now()
        let burst = Double(perMinute) * 1.5
        let perMillisecond = Double(perMinute) / 60_000
        return state.withLock { state in
            renew(&state, now)
            let key = bucketKey(address, rate, state.key)
            var bucket = state.buckets[key] ?? Bucket(tokens: burst, at: now)
            let elapsed = Double(max(0, now.milliseconds - bucket.at.milliseconds))
            bucket.tokens = min(burst, bucket.tokens + elapsed * perMillisecond)
            bucket.at = now
            defer { state.buckets[key] = bucket }
            guard bucket.tokens < 1 else {
                bucket.tokens -= 1
                return nil
            }
            return max(1, Int(((1 - bucket.tokens) / perMillisecond / 1000).rounded(.up)))
        }
    }

    private func allowance(_ rate: RateClass) -> Int? {
        switch rate {
        case .general: limits.generalPerMinute
        case .guessing: limits.guessingPerMinute
        case .unlimited: nil
        }
    }

    private func renew(_ state: inout State, _ now: Instant) {
        let isOld = state.keyMadeAt.map { now.milliseconds - $0.milliseconds > 3_600_000 } ?? true
        guard isOld || state.buckets.count > RateLimiter.maximumBuckets else { return }
        state.key = SymmetricKey(size: .bits256)
        state.keyMadeAt = now
        state.buckets.removeAll()
    }

    private func bucketKey(_ address: String, _ rate: RateClass, _ key: SymmetricKey) -> UInt64 {
        let message = (rate == .guessing ? "g/" : "a/") + network(of: address)
        return HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: key)
            .prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }

    /// An IPv6 subscriber has a whole /64, so that is what is counted.
    private func network(of address: String) -> String {
        guard let bytes = AddressRange.bytes(of: address), bytes.count == 16 else { return address }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
}
