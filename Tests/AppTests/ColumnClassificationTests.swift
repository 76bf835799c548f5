import App
import Database
import TestSupport
import Testing

/// The columns are read from the migrated schema itself, so that one without a sensitivity can't slip in.
@Suite struct ColumnClassificationTests {
    @Test(arguments: TestEngine.available)
    func everyColumnIsClassified(engine: TestEngine) async throws {
        try await engine.withDatabase(Installation.schema) { database in
            let found = try await database.read(.system) { try FoundColumn.all(on: $0) }
            #expect(found.count > 50)
            #expect(Set(found.map(\.place)).subtracting(Self.described).sorted() == [], "without a sensitivity")
            #expect(Self.described.subtracting(found.map(\.place)).sorted() == [], "described but not there")
        }
    }

    @Test(arguments: TestEngine.available)
    func anUnclassifiedColumnIsFound(engine: TestEngine) async throws {
        try await engine.withDatabase(Installation.schema) { database in
            try await database.driver.migrate { connection in
                try connection.execute("ALTER TABLE person ADD COLUMN nickname \(connection.dialect.textType)")
                try connection.execute("CREATE TABLE stray (id \(connection.dialect.textType) NOT NULL PRIMARY KEY)")
            }
            let found = try await database.read(.system) { try FoundColumn.all(on: $0) }
            let unclassified = Set(found.map(\.place)).subtracting(Self.described)
            #expect(unclassified == ["person.nickname", "stray.id"])
        }
    }

    @Test(.enabled(if: TestEngine.hasPostgres))
    func bothEnginesHaveTheSameTables() async throws {
        var found: [TestEngine: [FoundColumn]] = [:]
        for engine in TestEngine.allCases {
            try await engine.withDatabase(Installation.schema) { database in
                found[engine] = try await database.read(.system) { try FoundColumn.all(on: $0) }
            }
        }
        #expect(found[.sqlite] == found[.postgres])
    }

    @Test func whatASensitivityPromisesFitsTheType() async throws {
        try await TestEngine.sqlite.withDatabase(Installation.schema) { database in
            let found = try await database.read(.system) { try FoundColumn.all(on: $0) }
            let types = Dictionary(found.map { ($0.place, $0.type) }, uniquingKeysWith: { first, _ in first })
            for table in Installation.schema.flatMap(\.tables) {
                for column in table.columns where column.sensitivity == .sealed || column.sensitivity == .wrappedKey {
                    #expect(types["\(table.name).\(column.name)"] == "blob", "\(table.name).\(column.name)")
                }
            }
        }
    }

    private static let described = Set(
        Installation.schema.flatMap(\.tables).flatMap { table in table.columns.map { "\(table.name).\($0.name)" } }
    )
}

/// A column as the engine's own catalogue has it.
private struct FoundColumn: Hashable, Sendable {
    let place: String
    /// integer, text or blob.
    let type: String
    let isRequired: Bool
    let isKey: Bool

    static func all(on connection: any Connection) throws -> [FoundColumn] {
        try connection.rows(query(connection.dialect)) { row in
            let names = ["bigint": "integer", "bytea": "blob"]
            let type = try row.text(2).lowercased()
            return FoundColumn(
                place: "\(try row.text(0)).\(try row.text(1))",
                type: names[type] ?? type,
                isRequired: try row.integer(3) != 0,
                isKey: try row.integer(4) != 0
            )
        }.sorted { $0.place < $1.place }
    }

    private static func query(_ dialect: Dialect) -> SQL {
        switch dialect {
        case .sqlite:
            """
            SELECT t.name, c.name, c.type, c."notnull", c.pk > 0
            FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~'
            """
        case .postgres:
            """
            SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL)::text, a.attnotnull::int::bigint,
                (i.indrelid IS NOT NULL)::int::bigint
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
                AND a.attnum > 0 AND NOT a.attisdropped
            """
        }
    }
}
