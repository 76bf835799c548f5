import Crypto
public import Domain
import Foundation
import JSON

/// What one organisation holds of one record's key: all of it, or the keys of some groups of fields.
///
/// Lives no longer than the transaction that opened it; it can't be stored, encoded or printed.
public struct RecordKey: Sendable {
    enum Holding: Sendable {
        case whole(SymmetricKey)
        case groups([(group: FieldGroup, key: SymmetricKey)])
    }

    /// The first byte of every sealed value.
    public static let format: UInt8 = 1
    /// Bytes that sealing adds to a value.
    public static let overhead = 1 + 4 + Cipher.overhead

    public let record: RecordID
    /// The organisation that made the record; bound into every sealed value.
    public let owner: OrganizationID
    /// Counts from 1; stands in every value sealed with the key.
    public let keyVersion: UInt32
    /// The grant by which a recipient holds the key; `nil` for the owner.
    public let grant: GrantID?
    let holding: Holding

    /// Whether fields of the group can be opened and sealed.
    public func has(_ group: FieldGroup) -> Bool {
        switch holding {
        case .whole: true
        case .groups(let keys): keys.contains { $0.group == group }
        }
    }

    /// Whether this is the owner's key, which covers every group and can be shared.
    public var isWhole: Bool {
        if case .whole = holding { true } else { false }
    }

    /// All groups that can be opened.
    public var groups: FieldGroups { FieldGroups(FieldGroup.allCases.filter(has)) }

    /// Seals a value: format ‖ key version ‖ nonce ‖ ciphertext ‖ tag, bound to owner, record, field and key version.
    public func seal(_ plaintext: [UInt8], _ field: SealedField) throws -> [UInt8] {
        let key = try key(for: field.group)
        return try plaintext.withUnsafeBytes { plain in
            try associated(with: field) { bound in
                let sealed = try Cipher.seal(plain, with: key, authenticating: bound)
                return [UInt8](unsafeUninitializedCapacity: 5 + sealed.count) { buffer, count in
                    buffer[0] = Self.format
                    for index in 0..<4 {
                        buffer[1 + index] = UInt8(truncatingIfNeeded: keyVersion >> UInt32(24 - 8 * index))
                    }
                    count = 5 + sealed.copyBytes(to: UnsafeMutableBufferPointer(rebasing: buffer[5...]))
                }
            }
        }
    }

    /// Seals a text as UTF-8.
    public func seal(_ text: String, _ field: SealedField) throws -> [UInt8] {
        try seal(Array(text.utf8), field)
    }

    /// Opens a sealed value.
    ///
    /// - Throws: `VaultError` when it was changed or moved here from elsewhere, when the group is not held, or when
    ///   it was sealed with another version of the key.
    public func open(_ sealed: [UInt8], _ field: SealedField) throws -> [UInt8] {
        try sealed.withUnsafeBytes { try open($0, field) }
    }

    /// As ``open(_:_:)-([UInt8],_)``, straight from a row's bytes.
    public func open(_ sealed: UnsafeRawBufferPointer, _ field: SealedField) throws -> [UInt8] {
        [UInt8](try opened(sealed, field))
    }

    /// Opens a value that was sealed as text. Broken UTF-8 can't come back, since what was sealed is authenticated.
    public func openText(_ sealed: [UInt8], _ field: SealedField) throws -> String {
        try sealed.withUnsafeBytes { try openText($0, field) }
    }

    /// As ``openText(_:_:)-([UInt8],_)``, straight from a row's bytes.
    public func openText(_ sealed: UnsafeRawBufferPointer, _ field: SealedField) throws -> String {
        try opened(sealed, field).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the opened bytes, which are not copied; for lists.
    public func withOpened<Value>(
        _ sealed: UnsafeRawBufferPointer,
        _ field: SealedField,
        _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value {
        try opened(sealed, field).withUnsafeBytes(body)
    }

    /// Seals a value of several parts as one, written by ``JSON/JSONCoding``.
    public func sealValue(_ value: some Encodable, _ field: SealedField) throws -> [UInt8] {
        try seal(try JSONCoding.encode(value), field)
    }

    /// Opens a value of several parts that was sealed as one.
    ///
    /// - Throws: as ``open(_:_:)-([UInt8],_)``; `DecodingError` for what isn't such a value.
    public func openValue<Value: Decodable>(
        _ sealed: [UInt8],
        _ field: SealedField,
        as type: Value.Type = Value.self
    ) throws -> Value {
        try sealed.withUnsafeBytes { try openValue($0, field, as: type) }
    }

    /// As ``openValue(_:_:as:)-([UInt8],_,_)``, straight from a row's bytes.
    public func openValue<Value: Decodable>(
        _ sealed: UnsafeRawBufferPointer,
        _ field: SealedField,
        as type: Value.Type = Value.self
    ) throws -> Value {
        try JSONCoding.decode(type, from: try open(sealed, field))
    }

    private func opened(_ sealed: UnsafeRawBufferPointer, _ field: SealedField) throws -> Data {
        let key = try key(for: field.group)
        guard let first = sealed.first else { throw VaultError.forged }
        guard first == Self.format else { throw VaultError.unknownFormat(first) }
        guard sealed.count >= Self.overhead else { throw VaultError.forged }
        let version = UInt32(bigEndian: sealed.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
        guard version == keyVersion else {
            throw VaultError.otherKeyVersion(sealed: version, held: keyVersion)
        }
        return try associated(with: field) { bound in
            try Cipher.open(UnsafeRawBufferPointer(rebasing: sealed.dropFirst(5)), with: key, authenticating: bound)
        }
    }

    func key(for group: FieldGroup) throws(VaultError) -> SymmetricKey {
        switch holding {
        case .whole(let key): return KeyDerivation.groupKey(key, group)
        case .groups(let keys):
            for held in keys where held.group == group { return held.key }
            throw .groupNotHeld(group)
        }
    }

    private func associated<Value>(
        with field: SealedField,
        _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value {
        try withStackBytes(48, { writeAssociated(field, &$0) }, body)
    }

    /// Format ‖ owner ‖ record ‖ field number ‖ key version.
    func writeAssociated(_ field: SealedField, _ writer: inout ByteWriter) {
        writer.put(Self.format)
        writer.put(owner.high)
        writer.put(owner.low)
        writer.put(record.high)
        writer.put(record.low)
        writer.put(field.number)
        writer.put(keyVersion)
    }
}

extension RecordKey: CustomStringConvertible, CustomReflectable {
    public var description: String { "key of record \(record)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
