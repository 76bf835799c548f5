import Crypto
import Foundation

/// AES-256-GCM over `nonce ‖ ciphertext ‖ tag`.
///
/// Nonces come from the cipher library itself and never through `Surroundings`: a test's fixed chance must not be able
/// to make the one mistake that breaks this cipher.
enum Cipher {
    /// Bytes that sealing adds.
    static let overhead = 28

    static func seal(
        _ plaintext: UnsafeRawBufferPointer,
        with key: SymmetricKey,
        authenticating associated: UnsafeRawBufferPointer
    ) throws -> Data {
        let box = try AES.GCM.seal(plaintext, using: key, authenticating: associated)
        guard let combined = box.combined else { throw VaultError.malformed("nonce") }
        return combined
    }

    static func open(
        _ sealed: UnsafeRawBufferPointer,
        with key: SymmetricKey,
        authenticating associated: UnsafeRawBufferPointer
    ) throws -> Data {
        guard sealed.count >= overhead else { throw VaultError.forged }
        do {
            return try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: associated)
        } catch {
            throw VaultError.forged
        }
    }
}
