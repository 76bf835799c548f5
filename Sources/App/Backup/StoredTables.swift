import Database

/// A table as a backup keeps it, with its columns and key as the engine's own catalogue names them.
struct StoredTable: Sendable {
    struct Column: Sendable, Hashable {
        let name: String
        let type: StoredType
    }

    /// What must not come back to life: sessions and links that were ended since the backup, counted guesses, and keys of
    /// snapshots of names, in which somebody may stand who was erased since.
    static let leftOut: Set<String> = ["session", "password_ticket", "sign_in_counter", "search_snapshot_key"]

    /// Made by migrations, not restored from rows.
    static let migrations = "schema_migration"

    let name: String
    /// Whether its rows open the data part, or are destroyed by an erasure.
    let isKeyTable: Bool
    let columns: [Column]
    let primaryKey: [String]

    /// The tables that a backup holds, in the order in which rows may be inserted: a room names what it refers to
    /// before what refers to it.
    static func all(_ tables: [TableDescription], on connection: any Connection) throws -> [StoredTable] {
        try tables.filter { !leftOut.contains($0.name) && $0.name != migrations }.map { try read($0, on: connection) }
    }

    static func isKeyTable(_ table: TableDescription) -> Bool {
        table.name == "blind_index" || table.columns.contains { $0.sensitivity == .wrappedKey }
    }

    private static func read(_ table: TableDescription, on connection: any Connection) throws -> StoredTable {
        var keys: [(place: Int64, name: String)] = []
        let columns = try connection.rows(catalogue(table.name, connection.dialect)) { row in
            let name = try row.text(0)
            guard let type = StoredType(engineName: try row.text(1)) else {
                throw BackupError("Column \(table.name).\(name) has a type that backups don't know.")
            }
            if try row.integer(2) > 0 { keys.append((try row.integer(2), name)) }
            return Column(name: name, type: type)
        }
        guard Set(columns.map(\.name)) == Set(table.columns.map(\.name)) else {
            throw BackupError("Table \(table.name) isn't as this program describes it; run `tirek migrate` first.")
        }
        return StoredTable(
            name: table.name,
            isKeyTable: isKeyTable(table),
            columns: columns,
            primaryKey: keys.sorted { $0.place < $1.place }.map(\.name)
        )
    }

    /// Name, type and place in the primary key (0 for none) of each column.
    private static func catalogue(_ table: String, _ dialect: Dialect) -> SQL {
        switch dialect {
        case .sqlite: "SELECT name, type, pk FROM pragma_table_info(\(table)) ORDER BY cid"
        case .postgres:
            // The vector of key columns counts from 0.
            """
            SELECT a.attname::text, t.typname::text,
                (COALESCE(array_position(i.indkey::int2[], a.attnum), -1) + 1)::bigint
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = \(table)::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
            """
        }
    }

    /// Calls `body` with each row in the order of the primary key, without holding them all.
    func forEachRow(on connection: any Connection, _ body: ([SQLValue]) throws -> Void) throws {
        let select: SQL = "SELECT \(try names(columns.map(\.name))) FROM \(try Self.checked(name)) \(try order())"
        func take(_ row: any Row) throws {
            try body(try columns.enumerated().map { try $0.element.type.read(row, $0.offset) })
        }
        switch connection.dialect {
        case .sqlite: try connection.forEachRow(select, take)
        case .postgres:
            // The driver holds a whole result, so the rows come in pages from a cursor on the same snapshot.
            let cursor = try Self.checked("backup_\(name)")
            try connection.execute("DECLARE \(cursor) NO SCROLL CURSOR FOR \(select)")
            var count = 500
            while count == 500 {
                count = 0
                try connection.forEachRow("FETCH FORWARD 500 FROM \(cursor)") { row in
                    count += 1
                    try take(row)
                }
            }
            try connection.execute("CLOSE \(cursor)")
        }
    }

    /// Adds a row whose values stand in the order of `names`.
    static func insert(
        _ values: [SQLValue],
        _ names: [String],
        into table: String,
        on connection: any Connection
    ) throws {
        let columns = SQL.joined(try names.map(checked), separator: ", ")
        let bound = SQL.joined(values.map { "\($0)" }, separator: ", ")
        try connection.execute("INSERT INTO \(try checked(table)) (\(columns)) VALUES (\(bound))")
    }

    static func count(_ table: String, on connection: any Connection) throws -> Int64 {
        try connection.count("SELECT COUNT(*) FROM \(try checked(table))")
    }

    static func checked(_ name: String) throws -> SQL {
        guard let name = SQL(checkedName: name) else { throw BackupError("\(name) is no name of a table or column.") }
        return name
    }

    private func names(_ names: [String]) throws -> SQL {
        SQL.joined(try names.map(Self.checked), separator: ", ")
    }

    private func order() throws -> SQL {
        primaryKey.isEmpty ? "" : "ORDER BY \(try names(primaryKey))"
    }
}
