import App
import Database
import Domain
import TestSupport
import Testing

/// A row of a foreign organisation in every table there is, and what the database itself lets others do with it. The
/// tables are read from the schema, so that one that is new is tried too.
@Suite("Foreign rows", .enabled(if: TestEngine.hasPostgres))
struct ForeignRowTests {
    private static let own = OrganizationID(high: 1, low: 11)
    private static let foreign = OrganizationID(high: 1, low: 12)
    private static let third = OrganizationID(high: 1, low: 13)
    private static let scope = TransactionScope.organization(own)

    /// What came of trying: how many rows were seen or changed, `nil` when the database refused outright.
    private struct Outcome: Equatable {
        var seen: Int64?
        var changed: Int64?
        var removed: Int64?
        var isForgedTaken = false
    }

    private func withRows(
        between partner: OrganizationID,
        _ body: (Database, [TableDescription]) async throws -> Void
    ) async throws {
        try await TestEngine.postgres.withDatabase(Installation.schema) { database in
            try await database.driver.migrate { _ = try $0.execute(Self.dropConstraints) }
            let tables = Installation.schema.flatMap(\.tables)
            let types = try await database.read(.system) { try Self.types(on: $0) }
            for table in tables where table.tenancy.ownerColumn != nil {
                let row = try ForeignRow(table, types, owner: Self.foreign, partner: partner)
                try await database.write(.system) { connection in
                    try connection.execute("DELETE FROM \(row.name)")
                    try connection.execute(row.insert)
                }
            }
            try await body(database, tables)
        }
    }

    private func attempt(_ database: Database, _ statement: SQL) async throws -> Int64? {
        do {
            return try await database.write(Self.scope) { Int64(try $0.execute(statement)) }
        } catch let error as DatabaseError where error.kind == .forbidden {
            return nil
        }
    }

    private func outcome(
        _ database: Database,
        _ table: TableDescription,
        _ row: ForeignRow
    ) async throws -> Outcome {
        let name = row.name
        var outcome = Outcome()
        outcome.seen = try await database.read(Self.scope) { connection in
            try connection.count("SELECT COUNT(*) FROM \(name)")
        }
        outcome.changed = try await attempt(database, "UPDATE \(name) SET \(row.owner) = \(row.owner)")
        outcome.removed = try await attempt(database, "DELETE FROM \(name)")
        outcome.isForgedTaken = try await attempt(database, row.insert) != nil
        return outcome
    }

    @Test("Nobody sees, changes, removes or adds another organisation's rows but where the table says so")
    func strangers() async throws {
        try await withRows(between: Self.third) { database, tables in
            let types = try await database.read(.system) { try Self.types(on: $0) }
            var tried = 0
            for table in tables {
                guard table.tenancy.ownerColumn != nil else { continue }
                let row = try ForeignRow(table, types, owner: Self.foreign, partner: Self.third)
                let found = try await outcome(database, table, row)
                let isPublished = if case .published = table.tenancy { true } else { false }
                #expect(found.seen == (isPublished ? 1 : 0), "\(table.name)")
                #expect([nil, 0].contains(found.changed), "\(table.name)")
                #expect([nil, 0].contains(found.removed), "\(table.name)")
                #expect(!found.isForgedTaken, "\(table.name): a row in another's name was taken")
                tried += 1
            }
            #expect(tried > 40)
        }
    }

    @Test("A partner sees what lies between two, changes what is joint, and removes or adds neither")
    func partners() async throws {
        try await withRows(between: Self.own) { database, tables in
            let types = try await database.read(.system) { try Self.types(on: $0) }
            var joint = 0
            for table in tables {
                let isJoint: Bool
                switch table.tenancy {
                case .between: isJoint = false
                case .joint: isJoint = true
                default: continue
                }
                let row = try ForeignRow(table, types, owner: Self.foreign, partner: Self.own)
                let found = try await outcome(database, table, row)
                #expect(found.seen == 1, "\(table.name)")
                #expect(isJoint ? found.changed == 1 : [nil, 0].contains(found.changed), "\(table.name)")
                #expect([nil, 0].contains(found.removed), "\(table.name)")
                #expect(!found.isForgedTaken, "\(table.name)")
                joint += isJoint ? 1 : 0
            }
            #expect(joint >= 2, "referrals and transfers are joint")
        }
    }

    @Test("What is published is changed by its owner and by the installation")
    func published() async throws {
        try await withRows(between: Self.third) { database, tables in
            var tried = 0
            for table in tables {
                guard case .published(let column) = table.tenancy, let name = SQL(checkedName: table.name),
                    let owner = SQL(checkedName: column)
                else { continue }
                for scope in [TransactionScope.installation, .organization(Self.foreign)] {
                    let changed = try await database.write(scope) { connection in
                        try connection.execute("UPDATE \(name) SET \(owner) = \(owner)")
                    }
                    #expect(changed == 1, "\(table.name) in \(scope)")
                }
                tried += 1
            }
            #expect(tried >= 3)
        }
    }

    /// What a column must refer to or be is no matter here, where rows hold anything.
    private static let dropConstraints: SQL = """
        DO $$
        DECLARE found record;
        BEGIN
            FOR found IN
                SELECT c.conrelid::regclass AS place, c.conname AS name FROM pg_constraint c
                WHERE c.connamespace = current_schema()::regnamespace AND c.contype IN ('c', 'f')
                ORDER BY c.contype DESC
            LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.place, found.name);
            END LOOP;
        END $$
        """

    private static func types(on connection: any Connection) throws -> [String: String] {
        let found = try connection.rows(
            """
            SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL)::text
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
                AND a.attnum > 0 AND NOT a.attisdropped
            """
        ) { ("\(try $0.text(0)).\(try $0.text(1))", try $0.text(2)) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

/// A made-up row of a table, whatever its columns are.
private struct ForeignRow: Sendable {
    let name: SQL
    let owner: SQL
    let insert: SQL

    init(
        _ table: TableDescription,
        _ types: [String: String],
        owner: OrganizationID,
        partner: OrganizationID
    ) throws {
        guard let ownerColumn = table.tenancy.ownerColumn, let name = SQL(checkedName: table.name),
            let ownerName = SQL(checkedName: ownerColumn)
        else { throw TestTrouble("no owner in \(table.name)") }
        let partnerColumn: String? =
            switch table.tenancy {
            case .between(_, let recipient): recipient
            case .joint(_, let partner): partner
            default: nil
            }
        var columns: SQL = ""
        var values: SQL = ""
        for (index, column) in table.columns.enumerated() {
            guard let columnName = SQL(checkedName: column.name) else { throw TestTrouble(column.name) }
            let comma: SQL = index == 0 ? "" : ", "
            let value: SQL =
                switch (column.name, types["\(table.name).\(column.name)"] ?? "") {
                case (ownerColumn, _): "\(owner)"
                case (partnerColumn ?? "", _): "\(partner)"
                case (_, "bigint"): "1"
                case (_, "bytea"): "\(Blob([1, 2, 3]))"
                default: "\("made up")"
                }
            columns = "\(columns)\(comma)\(columnName)"
            values = "\(values)\(comma)\(value)"
        }
        self.name = name
        self.owner = ownerName
        insert = "INSERT INTO \(name) (\(columns)) VALUES (\(values))"
    }
}
