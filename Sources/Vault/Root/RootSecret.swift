import Crypto
public import Domain
import Foundation

/// The secret that every key hangs from: 32 random bytes that are never on the data disk and in no backup.
public struct RootSecret: Sendable {
    /// The length in bytes.
    public static let byteCount = 32

    let key: SymmetricKey

    public static func generate(_ surroundings: Surroundings) -> RootSecret {
        RootSecret(key: SymmetricKey(data: surroundings.randomBytes(byteCount)))
    }

    /// - Throws: `RootSecretError.wrongSize` unless there are 32 bytes.
    public init(bytes: [UInt8]) throws(RootSecretError) {
        guard bytes.count == Self.byteCount else { throw .wrongSize(found: bytes.count) }
        key = SymmetricKey(data: bytes)
    }

    private init(key: SymmetricKey) {
        self.key = key
    }

    /// Sixteen hexadecimal digits that tell one root secret from another; nothing about the secret follows from them.
    /// Stands beside every key that the root wraps.
    public var identifier: String {
        KeyDerivation.expand(key, "tirek/root/identifier/v1").withUnsafeBytes { Hexadecimal.text($0.prefix(8)) }
    }

    /// The bytes, for writing them where the operator keeps them.
    func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        try key.withUnsafeBytes(body)
    }
}

extension RootSecret: CustomStringConvertible, CustomReflectable {
    public var description: String { "root secret \(identifier)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension RootSecret: Equatable {
    /// Compares in constant time.
    public static func == (left: RootSecret, right: RootSecret) -> Bool { left.key == right.key }
}
