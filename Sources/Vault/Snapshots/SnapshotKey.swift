import Crypto
public import Domain
public import Foundation

/// Marks the id of a snapshot of names.
public enum SearchSnapshotEntity {}

/// Names one snapshot of an organisation's index of names; the next one has another.
public typealias SearchSnapshotID = Identifier<SearchSnapshotEntity>

/// The random key of one snapshot. Without its wrap in the database nobody opens the snapshot again.
public struct SnapshotKey: Sendable {
    public let id: SearchSnapshotID
    public let organization: OrganizationID
    let key: SymmetricKey

    /// Bytes of every chunk but the last before sealing.
    public static let chunkByteCount = 1 << 20
    /// Grows with the layout of files, of what is sealed in them, and of what an index is told of a record.
    static let version: UInt32 = 1
    private static let magic = Array("TIREKIDX".utf8)
    private static let headByteCount = 44
    /// No index is larger; a damaged length makes nobody reserve more.
    private static let largest: UInt64 = 1 << 34

    /// Seals bytes in chunks, each bound to the organisation, the snapshot, the position, the length and its place.
    ///
    /// - Parameters:
    ///   - bytes: what is sealed.
    ///   - position: the last event that the bytes know of.
    ///   - write: takes the file's bytes, piece by piece.
    /// - Throws: what `write` throws.
    public func seal(_ bytes: [UInt8], position: Int64, write: (Data) throws -> Void) throws {
        let head = Self.head(id, position, UInt64(bytes.count))
        try write(Data(head))
        for (number, start) in stride(from: 0, to: bytes.count, by: Self.chunkByteCount).enumerated() {
            let end = min(start + Self.chunkByteCount, bytes.count)
            let sealed = try bytes.withUnsafeBytes { all in
                try associated(head, number).withUnsafeBytes {
                    try Cipher.seal(UnsafeRawBufferPointer(rebasing: all[start..<end]), with: key, authenticating: $0)
                }
            }
            try write(sealed)
        }
    }

    /// Opens what ``seal(_:position:write:)`` wrote.
    ///
    /// - Parameter read: gives the file's next bytes, exactly so many, or `nil` when there are fewer; asked for 1 at the
    ///   end it has to give `nil`.
    /// - Returns: the bytes and the position that they know of.
    /// - Throws: `VaultError.forged` for anything that isn't this snapshot, whole.
    public func open(read: (Int) throws -> [UInt8]?) throws -> (bytes: [UInt8], position: Int64) {
        guard let head = try read(Self.headByteCount), let fields = Self.fields(head), fields.id == id else {
            throw VaultError.forged
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(fields.count))
        var number = 0
        while bytes.count < fields.count {
            let length = min(Self.chunkByteCount, Int(fields.count) - bytes.count)
            guard let sealed = try read(length + Cipher.overhead) else { throw VaultError.forged }
            let opened = try sealed.withUnsafeBytes { sealed in
                try associated(head, number).withUnsafeBytes {
                    try Cipher.open(sealed, with: key, authenticating: $0)
                }
            }
            bytes.append(contentsOf: opened)
            number += 1
        }
        guard try read(1) == nil else { throw VaultError.forged }
        return (bytes, fields.position)
    }

    private func associated(_ head: [UInt8], _ number: Int) -> [UInt8] {
        head + Self.bytes(organization.high) + Self.bytes(organization.low) + Self.bytes(UInt64(number))
    }

    private static func head(_ id: SearchSnapshotID, _ position: Int64, _ count: UInt64) -> [UInt8] {
        magic + bytes(version) + bytes(id.high) + bytes(id.low) + bytes(UInt64(bitPattern: position)) + bytes(count)
    }

    private static func fields(_ head: [UInt8]) -> (id: SearchSnapshotID, position: Int64, count: UInt64)? {
        guard head.starts(with: magic + bytes(version)) else { return nil }
        func number(_ start: Int) -> UInt64 { head[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        let count = number(36)
        guard count > 0, count <= largest else { return nil }
        return (SearchSnapshotID(high: number(12), low: number(20)), Int64(bitPattern: number(28)), count)
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian, Array.init)
    }
}

extension SnapshotKey: CustomStringConvertible, CustomReflectable {
    public var description: String { "key of snapshot \(id)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
