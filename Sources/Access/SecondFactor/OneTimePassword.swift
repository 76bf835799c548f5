import Crypto
public import Domain

/// Time-based one-time passwords (RFC 6238): SHA-1, 30 seconds, six digits, the kind that every app knows.
public struct OneTimePassword: Sendable, Hashable {
    /// The shared secret; 20 bytes when made here.
    let secret: [UInt8]

    /// A fresh one.
    public init(surroundings: Surroundings) {
        secret = surroundings.randomBytes(20)
    }

    init(secret: [UInt8]) {
        self.secret = secret
    }

    /// The secret for typing into an app, in groups of four.
    public var readableSecret: String {
        let text = Array(Base32.encode(secret))
        return stride(from: 0, to: text.count, by: 4)
            .map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: " ")
    }

    /// The address that an app reads from a picture. The issuer is the network's name; the account is what the app
    /// shows beside it: the duty name, so that a borrowed phone shows no address.
    public func uri(issuer: String, account: String) -> String {
        let issuer = Self.percentEncoded(issuer)
        return "otpauth://totp/\(issuer):\(Self.percentEncoded(account))?secret=\(Base32.encode(secret))"
            + "&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
    }

    /// The number of the half minute that an instant lies in.
    public static func step(at instant: Instant) -> Int64 {
        instant.milliseconds / 30_000
    }

    /// The code of a half minute.
    public func code(step: Int64) -> String {
        let number = truncated(step: step) % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step whose code was given: this half minute's or a neighbour's, but only one later than the last one used,
    /// so that each code works once. Blanks in the typed code don't count.
    public func acceptedStep(for code: String, at now: Instant, after lastStep: Int64?) -> Int64? {
        let typed = Array(code.utf8.filter { $0 != 32 })
        guard typed.count == 6 else { return nil }
        let current = Self.step(at: now)
        var accepted: Int64?
        for step in (current - 1)...(current + 1) {
            let matches = zip(self.code(step: step).utf8, typed).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
            if matches, accepted == nil, lastStep.map({ step > $0 }) ?? true { accepted = step }
        }
        return accepted
    }

    /// The 31-bit number of RFC 4226, section 5.3.
    func truncated(step: Int64) -> UInt32 {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - Int64($0) * 8)) }
        let key = SymmetricKey(data: secret)
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(mac[19] & 0xF)
        return mac[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    }

    private static func percentEncoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.append(byte)
            default: result += [37, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
