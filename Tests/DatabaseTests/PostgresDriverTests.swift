import Database
import Domain
import Testing
import TestSupport

@Suite("PostgreSQL driver", .enabled(if: TestEngine.hasPostgres))
struct PostgresDriverTests {
    private static let own = TransactionScope.organization(Probe.own)

    private func withStore(_ body: (TestStore) async throws -> Void) async throws {
        try await TestEngine.postgres.withStore(Probe.parts, body)
    }

    private static func processID(on connection: any Connection) throws -> Int64 {
        try connection.count("SELECT pg_backend_pid()")
    }

    @Test("A connection speaks UTF-8 and UTC, says who it is and has time limits")
    func session() async throws {
        try await withStore { store in
            let settings = try await store.database.read(Self.own) { connection in
                try connection.rows(
                    """
                    SELECT current_setting(name) FROM (VALUES (1, 'client_encoding'), (2, 'timezone'),
                        (3, 'application_name'), (4, 'statement_timeout'), (5, 'lock_timeout'),
                        (6, 'idle_in_transaction_session_timeout'), (7, 'synchronous_commit'),
                        (8, 'transaction_isolation'), (9, 'transaction_read_only'), (10, 'role'))
                        AS wanted (place, name)
                    ORDER BY place
                    """
                ) { try $0.text(0) }
            }
            #expect(
                settings
                    == ["UTF8", "UTC", "tirek", "15s", "10s", "1min", "on", "repeatable read", "on", "tirek_app"]
            )
        }
    }

    @Test("A statement that takes too long ends as timeout, and the connection is used again")
    func statementTimeout() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1)
            let kind = try await kindThrown {
                try await database.read(Self.own) { connection in
                    try connection.execute("SELECT set_config('statement_timeout', '50', true)")
                    try connection.execute("SELECT pg_sleep(10)")
                }
            }
            #expect(kind == .timeout)
            #expect(try await database.read(Self.own) { try Probe.count(on: $0) } == 0)
        }
    }

    @Test("Who waits too long for a connection gets timeout")
    func poolTimeout() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1, patience: .milliseconds(50))
            let (began, beginning) = AsyncStream.makeStream(of: Void.self)
            let first = Task {
                try await database.read(Self.own) { connection in
                    beginning.finish()
                    try connection.execute("SELECT pg_sleep(0.5)")
                }
            }
            for await _ in began {}
            let kind = try await kindThrown {
                _ = try await database.read(Self.own) { try Probe.count(on: $0) }
            }
            #expect(kind == .timeout)
            _ = try await first.value
            #expect(try await database.read(Self.own) { try Probe.count(on: $0) } == 0)
        }
    }

    @Test("Cancelling a read stops the server's work at once")
    func cancellation() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1)
            let (began, beginning) = AsyncStream.makeStream(of: Void.self)
            let reading = Task {
                try await database.read(Self.own) { connection in
                    beginning.finish()
                    try connection.execute("SELECT pg_sleep(12)")
                }
            }
            for await _ in began {}
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            reading.cancel()
            await #expect(throws: CancellationError.self) { try await reading.value }
            #expect(ContinuousClock.now - start < .seconds(6))
            #expect(try await database.read(Self.own) { try Probe.count(on: $0) } == 0)
        }
    }

    @Test("A cancelled task that waits for a connection stops waiting")
    func cancelledWaiter() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1)
            let (began, beginning) = AsyncStream.makeStream(of: Void.self)
            let first = Task {
                try await database.read(Self.own) { connection in
                    beginning.finish()
                    try connection.execute("SELECT pg_sleep(1)")
                }
            }
            for await _ in began {}
            let waiting = Task { try await database.read(Self.own) { try Probe.count(on: $0) } }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            _ = try await first.value
            #expect(try await database.read(Self.own) { try Probe.count(on: $0) } == 0)
        }
    }

    @Test("A connection that the server ended is made anew")
    func reconnects() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1)
            let victim = try await database.read(.system) { try Self.processID(on: $0) }
            try await store.database.driver.migrate { connection in
                _ = try connection.execute("SELECT pg_terminate_backend(\(victim)::int, 5000)")
            }
            let next = try await database.read(.system) { try Self.processID(on: $0) }
            #expect(next != victim)
        }
    }

    @Test("A connection lost in the middle is an error, and the closure isn't run again")
    func lostMidway() async throws {
        try await withStore { store in
            let runs = Counter()
            let kind = try await kindThrown {
                try await store.database.driver.migrate { connection in
                    runs.raise()
                    _ = try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(kind == .connectionLost)
            #expect(runs.value == 1)
            try await store.database.write(Self.own) { try Probe.insert(1, on: $0) }
            #expect(try await store.database.read(Self.own) { try Probe.count(on: $0) } == 1)
        }
    }

    @Test("A commit whose connection died is reported as lost")
    func lostInCommit() async throws {
        try await withStore { store in
            try await store.database.driver.migrate { connection in
                try connection.execute(
                    """
                    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'
                    """
                )
                try connection.execute(
                    """
                    CREATE CONSTRAINT TRIGGER die AFTER INSERT ON probe DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION die()
                    """
                )
            }
            let runs = Counter()
            let kind = try await kindThrown {
                try await store.database.write(Self.own) { connection in
                    runs.raise()
                    try Probe.insert(1, on: connection)
                }
            }
            #expect(kind == .connectionLost)
            #expect(runs.value == 1)
        }
    }

    @Test("A transaction that stood in another's way is run again", arguments: ["40001", "40P01"])
    func retries(code: String) async throws {
        try await withStore { store in
            let runs = Counter()
            try await store.database.write(Self.own) { connection in
                try Probe.insert(1, on: connection)
                guard runs.raise() < 3 else { return }
                try connection.execute(Self.failure(code))
            }
            #expect(runs.value == 3)
            #expect(try await store.database.read(Self.own) { try Probe.count(on: $0) } == 1)
        }
    }

    @Test("It isn't run again for ever")
    func retriesEnd() async throws {
        try await withStore { store in
            let runs = Counter()
            let kind = try await kindThrown {
                try await store.database.write(Self.own) { connection in
                    runs.raise()
                    try connection.execute(Self.failure("40001"))
                }
            }
            #expect(kind == .retryable)
            #expect(runs.value == 6)
        }
    }

    private static func failure(_ code: String) -> SQL {
        code == "40001"
            ? "DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'; END $$"
            : "DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '40P01'; END $$"
    }

    @Test("A failure that the closure swallowed still fails the transaction")
    func swallowedFailure() async throws {
        try await withStore { store in
            let kind = try await kindThrown {
                try await store.database.write(Self.own) { connection in
                    try Probe.insert(1, on: connection)
                    do { try Probe.insert(1, on: connection) } catch is DatabaseError {}
                }
            }
            #expect(kind == .uniqueViolation)
            #expect(try await store.database.read(Self.own) { try Probe.count(on: $0) } == 0)
        }
    }

    @Test("Plans made before the schema changed are made anew")
    func stalePlans() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1)
            try await database.write(Self.own) { try Probe.insert(1, on: $0) }
            let widths = { @Sendable (connection: any Connection) in
                try connection.first("SELECT * FROM probe") { $0.columnCount }
            }
            #expect(try await database.read(Self.own, widths) == 6)
            try await store.database.driver.migrate { connection in
                _ = try connection.execute("ALTER TABLE probe ADD COLUMN later bigint")
            }
            #expect(try await database.read(Self.own, widths) == 7)
        }
    }

    @Test("More different statements than are remembered")
    func manyStatements() async throws {
        try await withStore { store in
            let database = try store.open(connections: 1)
            for _ in 0..<2 {
                let counts = try await database.read(Self.own) { connection in
                    try (1...300).map { count in
                        try connection.count("SELECT COUNT(*) FROM probe WHERE number IN \(Array(0..<count))")
                    }
                }
                #expect(counts == Array(repeating: 0, count: 300))
            }
        }
    }

    @Test("A row that escapes its closure reads no freed memory, a connection does nothing")
    func escaping() async throws {
        try await withStore { store in
            let kept = Kept()
            try await store.database.read(.system) { connection in
                kept.connection = connection
                try connection.forEachRow("SELECT id FROM probe_counter") { kept.row = $0 }
            }
            #expect(try kept.row?.integer(0) == 1)
            #expect(throws: DatabaseError.self) { try kept.connection?.count("SELECT 1::bigint") }
        }
    }

    /// What a careless store could carry out of its closure; one test's task touches it at a time.
    private final class Kept: @unchecked Sendable {
        var row: (any Row)?
        var connection: (any Connection)?
    }

    @Test("An address that is none is refused without being quoted")
    func badAddress() {
        let error = #expect(throws: DatabaseError.self) {
            try PostgresDriver(url: "postgres://user:secret@host:port:port/name?%zz")
        }
        #expect(error?.kind == .misuse)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("A server that isn't there is a lost connection")
    func noServer() async throws {
        let driver = try PostgresDriver(url: "postgres://nobody@127.0.0.1:1/nothing", connections: 1)
        let kind = try await kindThrown {
            _ = try await driver.read(.system) { try $0.count("SELECT 1::bigint") }
        }
        #expect(kind == .connectionLost)
        await driver.close()
    }
}
