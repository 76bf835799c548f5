import Domain
import GRDB
import GRDBSQLite

/// GRDB's connection inside a transaction, read through SQLite's own column calls: lists read hundreds of columns.
final class SQLiteConnection: Connection {
    let dialect = Dialect.sqlite
    private(set) var scope: TransactionScope
    private let database: GRDB.Database
    private let mayWrite: Bool

    init(_ database: GRDB.Database, scope: TransactionScope, mayWrite: Bool) {
        self.database = database
        self.scope = scope
        self.mayWrite = mayWrite
    }

    /// SQLite has no row-level security; the scope is kept so that stores and ``Connection/acting(as:_:)`` agree.
    func enter(_ scope: TransactionScope) {
        self.scope = scope
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        guard mayWrite else { throw DatabaseError(kind: .forbidden, sqlState: "25006", message: "read transaction") }
        let before = sqlite3_total_changes(database.sqliteConnection)
        try forEachRow(sql) { _ in }
        return Int(sqlite3_total_changes(database.sqliteConnection) - before)
    }

    func forEachRow(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        try translating {
            let (text, values) = sql.rendered(for: .sqlite)
            let statement = try database.cachedStatement(sql: text)
            let handle = statement.sqliteStatement
            sqlite3_reset(handle)
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            try bind(values, to: handle)
            let row = SQLiteRow(handle)
            while true {
                switch sqlite3_step(handle) {
                case SQLITE_ROW: try body(row)
                case SQLITE_DONE: return
                case let code: throw sqliteError(sqlite3_extended_errcode(database.sqliteConnection), base: code)
                }
            }
        }
    }

    private func bind(_ values: [SQLValue], to handle: OpaquePointer) throws {
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            throw DatabaseError.misuse("statement takes \(sqlite3_bind_parameter_count(handle)) values")
        }
        // SQLite copies what it is told is transient.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (offset, value) in values.enumerated() {
            let index = CInt(offset + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, index)
                case .integer(let number): sqlite3_bind_int64(handle, index, number)
                case .real(let number): sqlite3_bind_double(handle, index, number)
                case .text(let text): sqlite3_bind_text(handle, index, text, CInt(text.utf8.count), transient)
                case .blob(let bytes):
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob(handle, index, bytes, CInt(bytes.count), transient)
                }
            guard code == SQLITE_OK else { throw sqliteError(code, base: code) }
        }
    }

    private func sqliteError(_ extended: CInt, base: CInt) -> DatabaseError {
        DatabaseError(sqliteCode: extended == 0 ? base : extended, message: String(cString: sqlite3_errstr(base)))
    }
}

/// A row of a running SQLite statement.
struct SQLiteRow: Row {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    var columnCount: Int { Int(sqlite3_column_count(handle)) }

    func name(_ column: Int) -> String {
        sqlite3_column_name(handle, CInt(column)).map { String(cString: $0) } ?? ""
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) throws(DatabaseError) -> Int64 {
        try expect(SQLITE_INTEGER, column)
        return sqlite3_column_int64(handle, CInt(column))
    }

    func real(_ column: Int) throws(DatabaseError) -> Double {
        let type = sqlite3_column_type(handle, CInt(column))
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else {
            throw .misuse("column \(column) is no number")
        }
        return sqlite3_column_double(handle, CInt(column))
    }

    func text(_ column: Int) throws(DatabaseError) -> String {
        try expect(SQLITE_TEXT, column)
        guard let start = sqlite3_column_text(handle, CInt(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, CInt(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int) throws(DatabaseError) -> [UInt8] {
        try expect(SQLITE_BLOB, column)
        return Array(bytes(column))
    }

    func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        try expect(SQLITE_BLOB, column)
        return try body(bytes(column))
    }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, CInt(column))
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, CInt(column))))
    }

    private func expect(_ type: CInt, _ column: Int) throws(DatabaseError) {
        guard sqlite3_column_type(handle, CInt(column)) == type else {
            throw .misuse("column \(column) has SQLite type \(sqlite3_column_type(handle, CInt(column)))")
        }
    }
}
