import Crypto
import Domain

/// A code for the day the phone is lost: 80 random bits in four groups, good for one sign-in.
public struct RecoveryCode: Sendable, Hashable {
    private let bytes: [UInt8]

    /// How many are made at a time.
    public static let count = 10

    init(surroundings: Surroundings) {
        bytes = surroundings.randomBytes(10)
    }

    /// Reads what was typed: hyphens, blanks and case don't matter; `nil` when it can't be one.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 40, let bytes = Base32.decode(text), bytes.count == 10 else { return nil }
        self.bytes = bytes
    }

    /// `ABCD-EFGH-IJKL-MNOP`.
    public var text: String {
        let text = Array(Base32.encode(bytes))
        return stride(from: 0, to: text.count, by: 4)
            .map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: "-")
    }

    /// What the database keeps: keyed with the account's own sealed pepper, so the table alone can't be tried.
    func hash(pepper: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: pepper)))
    }
}
