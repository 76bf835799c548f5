import Crypto
import Domain
import Foundation

/// A key sealed by the key above it: format (1) ‖ nonce ‖ 32 bytes ‖ tag, 61 bytes in all. The associated data say
/// which key it is and under which it is sealed, so that no wrap works in another's place.
enum KeyWrap {
    static let format: UInt8 = 1

    /// What stands in the first byte after the format; kinds of wraps are never confused.
    enum Kind: UInt8 {
        case organizationKey = 1
        case indexKey = 2
        case recordKey = 3
        case installationSecret = 4
        case searchSnapshot = 5
    }

    /// A key of an organisation, under the root.
    struct RootBound {
        let kind: Kind
        let organization: OrganizationID
        let version: UInt32
        /// For installation secrets, the hash of their name; 0 otherwise.
        var name: UInt64 = 0

        func write(_ writer: inout ByteWriter) {
            writer.put(format)
            writer.put(kind.rawValue)
            writer.put(organization.high)
            writer.put(organization.low)
            writer.put(version)
            writer.put(name)
        }
    }

    /// A record's key or one of its group keys, under an organisation's key.
    struct RecordBound {
        let owner: OrganizationID
        let record: RecordID
        let holder: OrganizationID
        let keyVersion: UInt32
        /// 0 for the record's key itself.
        let group: UInt32
        let organizationKeyVersion: UInt32
        /// Bound in, so that a wrap can't outlive its grant under another one's name.
        let grant: GrantID?

        func write(_ writer: inout ByteWriter) {
            writer.put(format)
            writer.put(Kind.recordKey.rawValue)
            writer.put(owner.high)
            writer.put(owner.low)
            writer.put(record.high)
            writer.put(record.low)
            writer.put(holder.high)
            writer.put(holder.low)
            writer.put(keyVersion)
            writer.put(group)
            writer.put(organizationKeyVersion)
            writer.put(grant?.high ?? 0)
            writer.put(grant?.low ?? 0)
        }
    }

    /// The key of a snapshot of names, under an organisation's key.
    struct SnapshotBound {
        let snapshot: SearchSnapshotID
        let organization: OrganizationID
        let organizationKeyVersion: UInt32

        func write(_ writer: inout ByteWriter) {
            writer.put(format)
            writer.put(Kind.searchSnapshot.rawValue)
            writer.put(snapshot.high)
            writer.put(snapshot.low)
            writer.put(organization.high)
            writer.put(organization.low)
            writer.put(organizationKeyVersion)
        }
    }

    static func wrap(_ key: SymmetricKey, under upper: SymmetricKey, _ bound: RootBound) throws -> [UInt8] {
        try withStackBytes(40, bound.write) { try wrap(key, under: upper, associated: $0) }
    }

    static func wrap(_ key: SymmetricKey, under upper: SymmetricKey, _ bound: RecordBound) throws -> [UInt8] {
        try withStackBytes(80, bound.write) { try wrap(key, under: upper, associated: $0) }
    }

    static func wrap(_ key: SymmetricKey, under upper: SymmetricKey, _ bound: SnapshotBound) throws -> [UInt8] {
        try withStackBytes(40, bound.write) { try wrap(key, under: upper, associated: $0) }
    }

    static func unwrap(
        _ wrapped: UnsafeRawBufferPointer,
        under upper: SymmetricKey,
        _ bound: SnapshotBound
    ) throws -> SymmetricKey {
        try withStackBytes(40, bound.write) { try unwrap(wrapped, under: upper, associated: $0) }
    }

    static func unwrap(
        _ wrapped: UnsafeRawBufferPointer,
        under upper: SymmetricKey,
        _ bound: RootBound
    ) throws -> SymmetricKey {
        try withStackBytes(40, bound.write) { try unwrap(wrapped, under: upper, associated: $0) }
    }

    static func unwrap(
        _ wrapped: UnsafeRawBufferPointer,
        under upper: SymmetricKey,
        _ bound: RecordBound
    ) throws -> SymmetricKey {
        try withStackBytes(80, bound.write) { try unwrap(wrapped, under: upper, associated: $0) }
    }

    private static func wrap(
        _ key: SymmetricKey,
        under upper: SymmetricKey,
        associated: UnsafeRawBufferPointer
    ) throws -> [UInt8] {
        let sealed = try key.withUnsafeBytes { try Cipher.seal($0, with: upper, authenticating: associated) }
        return [format] + sealed
    }

    private static func unwrap(
        _ wrapped: UnsafeRawBufferPointer,
        under upper: SymmetricKey,
        associated: UnsafeRawBufferPointer
    ) throws -> SymmetricKey {
        guard let first = wrapped.first else { throw VaultError.forged }
        guard first == format else { throw VaultError.unknownFormat(first) }
        var bytes = try Cipher.open(
            UnsafeRawBufferPointer(rebasing: wrapped.dropFirst()),
            with: upper,
            authenticating: associated
        )
        guard bytes.count == 32 else { throw VaultError.forged }
        let key = SymmetricKey(data: bytes)
        bytes.withUnsafeMutableBytes { wipe($0) }
        return key
    }
}
