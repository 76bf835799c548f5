import Database

/// The rows of one table in a file: a mark, the table's columns, then each row with its length before it, a length
/// of 0 as the end, and how many rows there were.
enum RowFile {
    private static let mark = Array("TIREKBK1".utf8)
    private static let longestRow = 1 << 28

    /// Writes all rows of a table; returns how many.
    static func write(_ table: StoredTable, to file: BackupFileWriter, on connection: any Connection) throws -> Int64 {
        try file.write(mark)
        var header: [UInt8] = []
        StoredRow.encode([.text(table.name)] + table.columns.map { .text($0.name) }, into: &header)
        try file.write(length(header.count) + header)
        var count: Int64 = 0
        try table.forEachRow(on: connection) { values in
            var bytes: [UInt8] = []
            StoredRow.encode(values, into: &bytes)
            try file.write(length(bytes.count) + bytes)
            count += 1
        }
        var end = length(0)
        StoredRow.encode([.integer(count)], into: &end)
        try file.write(end)
        return count
    }

    /// Calls `body` with each row and the names of its columns; returns how many rows there were.
    static func read(_ path: String, of table: String, _ body: (DetachedRow) throws -> Void) throws -> Int64 {
        let file = try BackupFileReader(path: path)
        guard try file.read(mark.count) == mark, let header = try frame(file),
            case .text(table)? = StoredRow.decode(header)?.first
        else { throw damaged(path) }
        let columns = (StoredRow.decode(header) ?? []).dropFirst().compactMap { value -> String? in
            if case .text(let name) = value { name } else { nil }
        }
        var count: Int64 = 0
        while let bytes = try frame(file) {
            guard let values = StoredRow.decode(bytes), values.count == columns.count else { throw damaged(path) }
            try body(DetachedRow(columns: columns, values: values))
            count += 1
        }
        guard let end = try file.read(9), StoredRow.decode(end) == [.integer(count)], try file.read(1) == nil else {
            throw damaged(path)
        }
        return count
    }

    /// The next row's bytes; `nil` at the end.
    private static func frame(_ file: BackupFileReader) throws -> [UInt8]? {
        guard let four = try file.read(4) else { throw BackupError("The backup is not whole: a file ends too early.") }
        let count = four.reduce(0) { $0 << 8 | Int($1) }
        if count == 0 { return nil }
        guard count <= longestRow, let bytes = try file.read(count) else {
            throw BackupError("The backup is damaged: a row is longer than its file.")
        }
        return bytes
    }

    private static func length(_ count: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    private static func damaged(_ path: String) -> BackupError {
        BackupError("The backup is damaged: \(path) isn't what was written.")
    }
}
