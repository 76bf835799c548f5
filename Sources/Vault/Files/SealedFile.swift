import Crypto
import Database
public import Domain

/// What the phantom parameter of a file's id is.
public enum SealedFileEntity {}
public typealias SealedFileID = Identifier<SealedFileEntity>

/// A file that belongs to a record: its bytes are sealed chunks, its name and kind are the business of the room that
/// links it.
public struct SealedFile: Sendable, Hashable {
    public let id: SealedFileID
    public let record: RecordID
    public let organization: OrganizationID
    public let byteCount: Int64
    public let chunkCount: Int
    /// `nil` while it is only staged: nothing refers to it yet, and it is swept after a day.
    public let linkedAt: Instant?

    static let columns: SQL = "f.id, f.record_id, f.organization_id, f.byte_count, f.chunk_count, f.linked_at"

    init(from row: any Row) throws {
        id = try row.id(0)
        record = try row.id(1)
        organization = try row.id(2)
        byteCount = try row.integer(3)
        chunkCount = Int(try row.integer(4))
        linkedAt = try row.instantOrNil(5)
    }
}

/// The key of one file and what is bound into its chunks: owner, record and key version, the file, the chunk's number
/// and whether it is the last. So no chunk can be moved, left out or cut off unnoticed.
struct ChunkCipher {
    private let record: RecordKey
    private let file: SealedFileID
    private let key: SymmetricKey

    /// - Throws: `VaultError.groupNotHeld` when the files are not shared.
    init(_ record: RecordKey, file: SealedFileID) throws {
        self.record = record
        self.file = file
        key = KeyDerivation.expand(try record.key(for: .files), info: Array("tirek/file/v1".utf8) + file.bytes)
    }

    func seal(_ plaintext: ArraySlice<UInt8>, number: Int, isLast: Bool) throws -> [UInt8] {
        try plaintext.withUnsafeBytes { plain in
            try bound(number, isLast) { associated in
                [RecordKey.format] + (try Cipher.seal(plain, with: key, authenticating: associated))
            }
        }
    }

    func open(_ sealed: UnsafeRawBufferPointer, number: Int, isLast: Bool) throws -> [UInt8] {
        guard let format = sealed.first else { throw VaultError.forged }
        guard format == RecordKey.format else { throw VaultError.unknownFormat(format) }
        return try bound(number, isLast) { associated in
            let rest = UnsafeRawBufferPointer(rebasing: sealed.dropFirst())
            return [UInt8](try Cipher.open(rest, with: key, authenticating: associated))
        }
    }

    private func bound<Value>(
        _ number: Int,
        _ isLast: Bool,
        _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value {
        guard let number = UInt32(exactly: number) else { throw VaultError.malformed("chunk number") }
        return try withStackBytes(
            72,
            { writer in
                record.writeAssociated(.fileChunk, &writer)
                writer.put(file.high)
                writer.put(file.low)
                writer.put(number)
                writer.put(isLast ? 1 : 0 as UInt8)
            },
            body
        )
    }
}
