import Crypto
public import Database

/// Makes the hash of a record's columns that a leaf commits to, and that verification compares with the row.
///
/// Columns are added in a fixed order that the record's room sets down; sealed columns as they are on the disk. A
/// column that is added to a table later goes last and only when it isn't null, so that old hashes keep their meaning.
public struct RecordState: Sendable {
    private var hasher = SHA256()

    /// The state of a record that no longer exists.
    public static let gone: [UInt8] = []

    public init() {}

    /// Adds sealed bytes, or that there are none.
    public mutating func add(_ bytes: [UInt8]?) {
        guard let bytes else { return hasher.update(data: [0]) }
        bytes.withUnsafeBytes { add($0) }
    }

    /// Adds sealed bytes from a row without a copy.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(data: [1])
        addNumber(UInt64(bytes.count))
        hasher.update(bufferPointer: bytes)
    }

    /// Adds an id or a code, or that there is none.
    public mutating func add(_ text: String?) {
        guard let text else { return hasher.update(data: [0]) }
        let bytes = Array(text.utf8)
        hasher.update(data: [2])
        addNumber(UInt64(bytes.count))
        hasher.update(data: bytes)
    }

    /// Adds a number, an instant or a flag, or that there is none.
    public mutating func add(_ number: Int64?) {
        guard let number else { return hasher.update(data: [0]) }
        hasher.update(data: [3])
        addNumber(UInt64(bitPattern: number))
    }

    /// Adds a column of a row, whatever it holds; whole numbers, texts and blobs only.
    public mutating func add(_ value: SQLValue) {
        switch value {
        case .null: hasher.update(data: [0])
        case .integer(let number): add(number)
        case .real(let number): add(Int64(bitPattern: number.bitPattern))
        case .text(let text): add(text)
        case .blob(let bytes): add(bytes)
        }
    }

    /// The hash of all that was added.
    public func finish() -> [UInt8] {
        Array(hasher.finalize())
    }

    private mutating func addNumber(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { hasher.update(bufferPointer: $0) }
    }
}
