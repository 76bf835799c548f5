import Crypto
public import Domain

/// A session's secret: 32 random bytes, known to the browser or program alone. The database keeps its hash.
public struct SessionToken: Sendable, Hashable {
    private let bytes: [UInt8]

    /// A fresh one.
    public init(surroundings: Surroundings) {
        bytes = surroundings.randomBytes(32)
    }

    /// Reads what a cookie or header carries; `nil` for anything but 43 characters of base64url.
    public init?(_ text: some StringProtocol) {
        guard let bytes = Base64URL.decode(text.utf8), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// What goes into the cookie or header: 43 characters of base64url.
    public var text: String { Base64URL.encode(bytes) }

    /// The SHA-256 by which the database finds the session.
    public var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The token for forms, 43 characters; it cannot be had from the hash.
    public var csrfToken: String {
        Base64URL.encode(Array(derived("tirek/session/csrf/v1")))
    }

    /// Seals the duty name for the session's row. Only the token opens it, so a stolen table shows no name and the
    /// busiest query needs no other key.
    func seal(label: String, session: SessionID, surroundings: Surroundings) throws -> [UInt8] {
        let nonce = try AES.GCM.Nonce(data: surroundings.randomBytes(12))
        let box = try AES.GCM.seal(
            Array(label.utf8),
            using: SymmetricKey(data: derived("tirek/session/label/v1")),
            nonce: nonce,
            authenticating: session.bytes
        )
        return Array(nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens what ``seal(label:session:surroundings:)`` made; throws when it was changed or moved.
    func open(label sealed: UnsafeRawBufferPointer, session: SessionID) throws -> String {
        let box = try AES.GCM.SealedBox(combined: sealed)
        let key = SymmetricKey(data: derived("tirek/session/label/v1"))
        let opened = try AES.GCM.open(box, using: key, authenticating: session.bytes)
        return String(decoding: opened, as: UTF8.self)
    }

    private func derived(_ purpose: StaticString) -> HMAC<SHA256>.MAC {
        purpose.withUTF8Buffer {
            HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: bytes))
        }
    }
}
