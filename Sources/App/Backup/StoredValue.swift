import Database

/// What a column holds, the same on both engines.
enum StoredType: UInt8, Sendable {
    case integer = 1
    case real = 2
    case text = 3
    case blob = 4

    /// From an engine's own name of the type; `nil` for one that Tirek's tables don't use.
    init?(engineName: String) {
        switch engineName.lowercased() {
        case "integer", "int8", "bigint": self = .integer
        case "real", "float8": self = .real
        case "text": self = .text
        case "blob", "bytea": self = .blob
        default: return nil
        }
    }

    func read(_ row: any Row, _ column: Int) throws -> SQLValue {
        if row.isNull(column) { return .null }
        return switch self {
        case .integer: .integer(try row.integer(column))
        case .real: .real(try row.real(column))
        case .text: .text(try row.text(column))
        case .blob: .blob(try row.blob(column))
        }
    }
}

/// Rows as bytes that no engine knows of: per value a byte for its type (0 for null), then eight bytes, or four bytes
/// of length and the content; numbers big-endian.
enum StoredRow {
    static func encode(_ values: [SQLValue], into bytes: inout [UInt8]) {
        for value in values {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number):
                bytes.append(StoredType.integer.rawValue)
                append(UInt64(bitPattern: number), to: &bytes)
            case .real(let number):
                bytes.append(StoredType.real.rawValue)
                append(number.bitPattern, to: &bytes)
            case .text(let text): append(.text, Array(text.utf8), to: &bytes)
            case .blob(let content): append(.blob, content, to: &bytes)
            }
        }
    }

    /// The values of a row; `nil` when the bytes are none.
    static func decode(_ bytes: [UInt8]) -> [SQLValue]? {
        var values: [SQLValue] = []
        var position = 0
        func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard count >= 0, bytes.count - position >= count else { return nil }
            defer { position += count }
            return bytes[position..<position + count]
        }
        while let type = take(1)?.first {
            switch StoredType(rawValue: type) {
            case nil where type == 0: values.append(.null)
            case nil: return nil
            case .integer, .real:
                guard let eight = take(8) else { return nil }
                let number = eight.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                values.append(
                    type == StoredType.integer.rawValue
                        ? .integer(Int64(bitPattern: number)) : .real(Double(bitPattern: number))
                )
            case .text, .blob:
                guard let four = take(4), let content = take(four.reduce(0) { $0 << 8 | Int($1) }) else { return nil }
                values.append(
                    type == StoredType.text.rawValue
                        ? .text(String(decoding: content, as: UTF8.self)) : .blob(Array(content))
                )
            }
        }
        return values
    }

    private static func append(_ type: StoredType, _ content: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(type.rawValue)
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: content.count >> shift)) }
        bytes += content
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}

/// A row of a backup's file, read by those who read a database's rows.
struct DetachedRow: Row {
    let columns: [String]
    let values: [SQLValue]

    var columnCount: Int { values.count }

    func name(_ column: Int) -> String { columns.indices.contains(column) ? columns[column] : "" }

    func isNull(_ column: Int) -> Bool { value(column) == .null }

    func integer(_ column: Int) throws(DatabaseError) -> Int64 {
        guard case .integer(let number) = value(column) else { throw .misuse("column \(column) is no whole number") }
        return number
    }

    func real(_ column: Int) throws(DatabaseError) -> Double {
        guard case .real(let number) = value(column) else { throw .misuse("column \(column) is no number") }
        return number
    }

    func text(_ column: Int) throws(DatabaseError) -> String {
        guard case .text(let text) = value(column) else { throw .misuse("column \(column) is no text") }
        return text
    }

    func blob(_ column: Int) throws(DatabaseError) -> [UInt8] {
        guard case .blob(let bytes) = value(column) else { throw .misuse("column \(column) is no blob") }
        return bytes
    }

    func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        try blob(column).withUnsafeBytes(body)
    }

    private func value(_ column: Int) -> SQLValue {
        values.indices.contains(column) ? values[column] : .null
    }
}
