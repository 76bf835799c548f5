import Database
import Domain
import Synchronization
import Testing
import TestSupport

@Suite("Row-level security", .enabled(if: TestEngine.hasPostgres))
struct PolicyTests {
    private static let own = TransactionScope.organization(Probe.own)
    private static let foreign = TransactionScope.organization(Probe.foreign)

    private func withDatabase(
        surroundings: Surroundings = .system,
        _ body: (Database) async throws -> Void
    ) async throws {
        try await TestEngine.postgres.withDatabase(Probe.parts, surroundings: surroundings) { database in
            try await database.write(Self.own) { try Probe.insert(1, words: "own", on: $0) }
            try await body(database)
        }
    }

    private func probes(_ database: Database, _ scope: TransactionScope) async throws -> Int64 {
        try await database.read(scope) { try Probe.count(on: $0) }
    }

    @Test("Without an organisation no row is seen")
    func unset() async throws {
        try await withDatabase { database in
            let counts = try await database.driver.migrate { connection in
                try connection.execute("SET LOCAL ROLE tirek_app")
                return try ["probe", "probe_child", "probe_log", "probe_member", "record_grant", "event"].map { name in
                    try connection.count("SELECT COUNT(*) FROM \(try #require(SQL(checkedName: name)))")
                }
            }
            #expect(counts.allSatisfy { $0 == 0 })
        }
    }

    @Test("A setting left empty opens nothing either")
    func empty() async throws {
        try await withDatabase { database in
            let counts = try await database.driver.migrate { connection in
                try connection.execute("SELECT set_config('role', 'tirek_app', true)")
                try connection.execute("SELECT set_config('tirek.organization', '', true)")
                return [
                    try Probe.count(on: connection),
                    try connection.count("SELECT COUNT(*) FROM probe_setting"),
                ]
            }
            #expect(counts == [0, 0])
        }
    }

    @Test("Another organisation sees, changes and removes nothing")
    func foreignOrganization() async throws {
        try await withDatabase { database in
            #expect(try await probes(database, Self.own) == 1)
            #expect(try await probes(database, Self.foreign) == 0)
            #expect(try await probes(database, .installation) == 0)
            #expect(try await probes(database, .system) == 1)
            let changed = try await database.write(Self.foreign) { connection in
                [
                    try connection.execute("UPDATE probe SET words = \("taken")"),
                    try connection.execute("DELETE FROM probe"),
                ]
            }
            #expect(changed == [0, 0])
            let kind = try await kindThrown {
                try await database.write(Self.foreign) { connection in
                    _ = try connection.execute(
                        "INSERT INTO probe (id, organization_id) VALUES (\(Probe.id(2)), \(Probe.own))"
                    )
                }
            }
            #expect(kind == .forbidden)
        }
    }

    @Test("A row can't be given away")
    func givingAway() async throws {
        try await withDatabase { database in
            let kind = try await kindThrown {
                try await database.write(Self.own) { connection in
                    _ = try connection.execute("UPDATE probe SET organization_id = \(Probe.foreign)")
                }
            }
            #expect(kind == .forbidden)
        }
    }

    @Test("A grant opens a row to its recipient for reading, from its start until its end")
    func grants() async throws {
        let clock = Mutex(Int64(1000))
        var surroundings = Surroundings.system
        surroundings.now = { Instant(milliseconds: clock.withLock { $0 }) }
        try await withDatabase(surroundings: surroundings) { database in
            try await grant(1, of: 1, from: 2000, to: 3000, in: database)
            var seen: [Int64] = []
            for now in [1999, 2000, 2999, 3000] as [Int64] {
                clock.withLock { $0 = now }
                seen.append(try await probes(database, Self.foreign))
            }
            #expect(seen == [0, 1, 1, 0])
            clock.withLock { $0 = 2500 }
            let changed = try await database.write(Self.foreign) { connection in
                try connection.execute("UPDATE probe SET words = \("taken")")
                    + connection.execute("DELETE FROM probe")
                    + connection.execute("UPDATE record_grant SET expires_at = \(9000)")
            }
            #expect(changed == 0)
            try await database.write(Self.own) { connection in
                _ = try connection.execute("UPDATE record_grant SET revoked_at = \(2400)")
            }
            #expect(try await probes(database, Self.foreign) == 0)
        }
    }

    @Test("A grant opens its own record and no other, to its own recipient and no other")
    func grantsAreNarrow() async throws {
        try await withDatabase { database in
            try await database.write(Self.own) { try Probe.insert(2, on: $0) }
            try await grant(1, of: 2, from: 0, to: Int64.max, in: database)
            let ids = try await database.read(Self.foreign) { connection in
                try connection.rows("SELECT id FROM probe") { row -> RecordID in try row.id(0) }
            }
            #expect(ids == [Probe.id(2)])
            #expect(try await probes(database, .organization(OrganizationID(high: 3, low: 3))) == 0)
        }
    }

    private func grant(
        _ number: UInt64,
        of record: UInt64,
        from start: Int64,
        to end: Int64,
        in database: Database
    ) async throws {
        try await database.write(Self.own) { connection in
            _ = try connection.execute(
                """
                INSERT INTO record_grant
                    (id, owner_organization_id, recipient_organization_id, record_id, starts_at, expires_at)
                VALUES (\(Probe.id(number)), \(Probe.own), \(Probe.foreign), \(Probe.id(record)), \(start), \(end))
                """
            )
        }
    }

    @Test("Nobody grants in another's name")
    func forgedGrants() async throws {
        try await withDatabase { database in
            let kind = try await kindThrown {
                try await database.write(Self.foreign) { connection in
                    _ = try connection.execute(
                        """
                        INSERT INTO record_grant
                            (id, owner_organization_id, recipient_organization_id, record_id, starts_at, expires_at)
                        VALUES (\(Probe.id(1)), \(Probe.own), \(Probe.foreign), \(Probe.id(1)), 0, 9)
                        """
                    )
                }
            }
            #expect(kind == .forbidden)
        }
    }

    @Test("An append-only table takes rows and gives none back", arguments: ["UPDATE", "DELETE", "TRUNCATE"])
    func appendOnly(verb: String) async throws {
        try await withDatabase { database in
            try await database.write(Self.own) { connection in
                _ = try connection.execute("INSERT INTO probe_log (position, organization_id) VALUES (1, \(Probe.own))")
            }
            let statement: SQL =
                switch verb {
                case "UPDATE": "UPDATE probe_log SET position = 2"
                case "DELETE": "DELETE FROM probe_log"
                default: "TRUNCATE probe_log"
                }
            let kind = try await kindThrown {
                try await database.write(Self.own) { connection in _ = try connection.execute(statement) }
            }
            #expect(kind == .forbidden)
        }
    }

    @Test("The installation's rows are the installation's; shared ones are the organisation's too")
    func installation() async throws {
        try await withDatabase { database in
            try await database.write(.installation) { connection in
                try connection.execute("INSERT INTO probe_setting (name) VALUES ('a')")
                try connection.execute(
                    "INSERT INTO probe_member (id, organization_id) VALUES (\(Probe.id(1)), \(Probe.own))"
                )
            }
            for (scope, expected) in [
                (.installation, [1, 1]), (Self.own, [0, 1]), (Self.foreign, [0, 0]), (.system, [1, 1]),
            ] as [(TransactionScope, [Int64])] {
                let counts = try await database.read(scope) { connection in
                    [
                        try connection.count("SELECT COUNT(*) FROM probe_setting"),
                        try connection.count("SELECT COUNT(*) FROM probe_member"),
                    ]
                }
                #expect(counts == expected, "\(scope)")
            }
        }
    }

    @Test("Every described table has forced row security, and the program's role owns none")
    func everyTable() async throws {
        try await withDatabase { database in
            let open = try await database.read(.system) { connection in
                try connection.rows(
                    """
                    SELECT c.relname FROM pg_class c
                    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                        AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
                            OR pg_get_userbyid(c.relowner) IN ('tirek_app', 'tirek_system'))
                    """
                ) { try $0.text(0) }
            }
            #expect(open.isEmpty)
            let count = try await database.read(.system) { connection in
                try connection.count(
                    "SELECT COUNT(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                )
            }
            #expect(count == Int64(Probe.parts.flatMap(\.tables).count))
        }
    }

    @Test("The program's role makes no tables and changes none")
    func appRoleIsSmall() async throws {
        try await withDatabase { database in
            for statement in ["CREATE TABLE sly (id int)", "ALTER TABLE probe DISABLE ROW LEVEL SECURITY"] as [SQL] {
                let kind = try await kindThrown {
                    try await database.write(Self.own) { connection in _ = try connection.execute(statement) }
                }
                #expect(kind == .forbidden)
            }
        }
    }

    @Test("Migrating again changes nothing, and the policies can be made again")
    func idempotent() async throws {
        try await withDatabase { database in
            let applied = try await Migrator(parts: Probe.parts, surroundings: .system).migrate(database)
            #expect(applied.isEmpty)
            #expect(try await probes(database, Self.own) == 1)
            #expect(try await probes(database, Self.foreign) == 0)
        }
    }

    @Test("A table whose name or column is none gets no rights at all")
    func badNames() {
        let table = TableDescription("probe; DROP", .organization(column: "organization_id"), [:])
        #expect(PostgresPolicies.statements(for: [table]).count == 1)
        let column = TableDescription("probe", .organization(column: "a = a OR true"), [:])
        let texts = PostgresPolicies.statements(for: [column]).map { $0.rendered(for: .postgres).text }
        #expect(!texts.contains { $0.contains("a = a") || $0.contains("tirek_app_select") })
    }

    @Test("The policies name the installation by its id")
    func installationID() {
        let table = TableDescription("probe", .installation, [:])
        let texts = PostgresPolicies.statements(for: [table]).map { $0.rendered(for: .postgres).text }
        #expect(texts.contains { $0.contains("= '\(OrganizationID.installation.text)'") })
    }
}
