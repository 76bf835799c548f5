import GRDB
import GRDBSQLite

/// Runs `body` and turns GRDB's errors into the seam's.
func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as GRDB.DatabaseError {
        throw DatabaseError(
            sqliteCode: error.extendedResultCode.rawValue,
            // Constraint messages name columns, never values; statement text holds no values either.
            message: error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        )
    }
}

extension DatabaseError {
    // Extended codes are macros with arithmetic, which Swift doesn't import (https://sqlite.org/rescode.html).
    private static let foreignKeyConstraint = SQLITE_CONSTRAINT | (3 << 8)
    private static let primaryKeyConstraint = SQLITE_CONSTRAINT | (6 << 8)
    private static let uniqueConstraint = SQLITE_CONSTRAINT | (8 << 8)
    private static let rowidConstraint = SQLITE_CONSTRAINT | (10 << 8)
    private static let sharedMemorySize = SQLITE_IOERR | (19 << 8)

    /// SQLite's extended result code as kind and SQLSTATE.
    init(sqliteCode code: CInt, message: String) {
        let (kind, state): (Kind, String) =
            switch code {
            case Self.uniqueConstraint, Self.primaryKeyConstraint, Self.rowidConstraint:
                (.uniqueViolation, "23505")
            case Self.foreignKeyConstraint: (.foreignKeyViolation, "23503")
            // The index of the write-ahead log, which is made anew at each start, found no room to grow.
            case Self.sharedMemorySize: (.diskFull, "53100")
            default:
                switch code & 0xFF {
                case SQLITE_CONSTRAINT: (.constraintViolation, "23000")
                case SQLITE_BUSY, SQLITE_LOCKED: (.timeout, "55P03")
                case SQLITE_INTERRUPT: (.timeout, "57014")
                case SQLITE_FULL: (.diskFull, "53100")
                case SQLITE_IOERR: (.inputOutput, "58030")
                case SQLITE_CORRUPT: (.corrupt, "XX001")
                case SQLITE_NOTADB: (.corrupt, "XX002")
                case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: (.connectionLost, "08001")
                case SQLITE_READONLY: (.forbidden, "25006")
                case SQLITE_ERROR, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_MISMATCH: (.misuse, "42000")
                default: (.other, "HY000")
                }
            }
        self.init(kind: kind, sqlState: state, message: message)
    }
}
