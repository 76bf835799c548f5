import CLibPQ

/// What a statement returned; frees libpq's memory when the last row is let go.
final class PostgresResult {
    fileprivate let handle: OpaquePointer

    /// Takes over `handle`, which must be a result of libpq that nobody else frees.
    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQclear(handle) }

    var rowCount: CInt { PQntuples(handle) }

    /// How many rows the statement changed; 0 for one that only reads.
    var changedRows: Int {
        guard !commandTag.hasPrefix("SELECT"), let text = PQcmdTuples(handle) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    /// What the server says it did, such as `INSERT 0 1`.
    var commandTag: String {
        PQcmdStatus(handle).map { String(cString: $0) } ?? ""
    }

    subscript(row: CInt) -> PostgresRow { PostgresRow(result: self, row: row) }
}

/// A row of a result in binary form. It keeps the result alive, so that one that escapes its closure reads no freed
/// memory.
struct PostgresRow: Row {
    fileprivate let result: PostgresResult
    fileprivate let row: CInt

    var columnCount: Int { Int(PQnfields(result.handle)) }

    func name(_ column: Int) -> String {
        PQfname(result.handle, CInt(column)).map { String(cString: $0) } ?? ""
    }

    func isNull(_ column: Int) -> Bool {
        guard column >= 0, column < columnCount else { return true }
        return PQgetisnull(result.handle, row, CInt(column)) == 1
    }

    func integer(_ column: Int) throws(DatabaseError) -> Int64 {
        let bytes = try value(column)
        switch PQftype(result.handle, CInt(column)) {
        case PostgresType.int8: return Int64(bitPattern: bigEndian(bytes))
        case PostgresType.int4: return Int64(Int32(truncatingIfNeeded: bigEndian(bytes)))
        case PostgresType.int2: return Int64(Int16(truncatingIfNeeded: bigEndian(bytes)))
        case PostgresType.oid, PostgresType.bool: return Int64(bigEndian(bytes))
        default: throw wrongType(column, "whole number")
        }
    }

    func real(_ column: Int) throws(DatabaseError) -> Double {
        let bytes = try value(column)
        switch PQftype(result.handle, CInt(column)) {
        case PostgresType.float8: return Double(bitPattern: bigEndian(bytes))
        case PostgresType.float4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bigEndian(bytes))))
        case PostgresType.int8, PostgresType.int4, PostgresType.int2: return Double(try integer(column))
        default: throw wrongType(column, "number")
        }
    }

    func text(_ column: Int) throws(DatabaseError) -> String {
        let bytes = try value(column)
        switch PQftype(result.handle, CInt(column)) {
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name, PostgresType.unknown:
            return String(decoding: bytes, as: UTF8.self)
        default: throw wrongType(column, "text")
        }
    }

    func blob(_ column: Int) throws(DatabaseError) -> [UInt8] {
        Array(try blobBytes(column))
    }

    func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        let bytes = try blobBytes(column)
        return try withExtendedLifetime(result) { try body(bytes) }
    }

    private func blobBytes(_ column: Int) throws(DatabaseError) -> UnsafeRawBufferPointer {
        let bytes = try value(column)
        guard PQftype(result.handle, CInt(column)) == PostgresType.bytea else { throw wrongType(column, "blob") }
        return bytes
    }

    private func value(_ column: Int) throws(DatabaseError) -> UnsafeRawBufferPointer {
        guard column >= 0, column < columnCount else { throw .misuse("there is no column \(column)") }
        guard PQgetisnull(result.handle, row, CInt(column)) == 0 else { throw .misuse("column \(column) is NULL") }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result.handle, row, CInt(column)),
            count: Int(PQgetlength(result.handle, row, CInt(column)))
        )
    }

    private func bigEndian(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func wrongType(_ column: Int, _ wanted: String) -> DatabaseError {
        .misuse("column \(column) is no \(wanted): PostgreSQL type \(PQftype(result.handle, CInt(column)))")
    }
}
