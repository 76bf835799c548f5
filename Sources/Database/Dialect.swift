/// The engine that a statement is for. Queries are written once in the common dialect; where the engines differ, a
/// fragment from here is spliced in. There are few on purpose.
public enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres

    /// The type of 64-bit whole numbers, instants (milliseconds) and booleans (0 or 1).
    public var integerType: SQL {
        switch self {
        case .sqlite: "INTEGER"
        case .postgres: "BIGINT"
        }
    }

    /// The type of sealed values, hashes and key wraps.
    public var blobType: SQL {
        switch self {
        case .sqlite: "BLOB"
        case .postgres: "BYTEA"
        }
    }

    /// The type of ids and codes, compared byte by byte on both engines.
    public var textType: SQL {
        switch self {
        case .sqlite: "TEXT"
        case .postgres: "TEXT COLLATE \"C\""
        }
    }

    /// What ends a `CREATE TABLE`: SQLite's STRICT makes it hold to the declared types as PostgreSQL does.
    public var tableEnd: SQL {
        switch self {
        case .sqlite: "STRICT"
        case .postgres: ""
        }
    }

    /// `SUM` of whole numbers as a whole number on both engines.
    public func sum(_ column: SQL) -> SQL {
        switch self {
        case .sqlite: "COALESCE(SUM(\(column)), 0)"
        case .postgres: "COALESCE(SUM(\(column)), 0)::bigint"
        }
    }
}
