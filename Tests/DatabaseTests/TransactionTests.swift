import Database
import Domain
import Testing
import TestSupport

@Suite("Transactions")
struct TransactionTests {
    private struct Stop: Error {}

    @Test("What a closure threw out of is undone", arguments: TestEngine.available)
    func rollsBack(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            await #expect(throws: Stop.self) {
                try await database.write(.organization(Probe.own)) { connection in
                    try Probe.insert(1, on: connection)
                    throw Stop()
                }
            }
            #expect(try await database.read(.organization(Probe.own)) { try Probe.count(on: $0) } == 0)
            try await database.write(.organization(Probe.own)) { try Probe.insert(1, on: $0) }
            #expect(try await database.read(.organization(Probe.own)) { try Probe.count(on: $0) } == 1)
        }
    }

    @Test("A read sees one moment, whatever is written meanwhile", arguments: TestEngine.available)
    func snapshot(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let (began, beginning) = AsyncStream.makeStream(of: Void.self)
            let written = Counter()
            let reading = Task {
                try await database.read(.organization(Probe.own)) { connection in
                    let first = try Probe.count(on: connection)
                    beginning.finish()
                    // The other transaction commits while this one is open.
                    let deadline = ContinuousClock.now + .seconds(10)
                    while written.value == 0, ContinuousClock.now < deadline { continue }
                    return [first, try Probe.count(on: connection), Int64(written.value)]
                }
            }
            for await _ in began {}
            try await database.write(.organization(Probe.own)) { try Probe.insert(1, on: $0) }
            written.raise()
            #expect(try await reading.value == [0, 0, 1])
            #expect(try await database.read(.organization(Probe.own)) { try Probe.count(on: $0) } == 1)
        }
    }

    @Test("Writers follow one another", arguments: TestEngine.available)
    func writersSerialise(engine: TestEngine) async throws {
        try await engine.withStore(Probe.parts) { store in
            let databases = [store.database, try store.open()]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<16 {
                    group.addTask {
                        for _ in 0..<10 { try await Self.raiseSlowly(databases[task % 2]) }
                    }
                }
                try await group.waitForAll()
            }
            let value = try await store.database.read(.system) {
                try $0.count("SELECT value FROM probe_counter")
            }
            #expect(value == 160)
        }
    }

    /// Reads, then writes what it read plus one: loses a step whenever two transactions overlap.
    private static func raiseSlowly(_ database: Database) async throws {
        try await database.write(.organization(Probe.own)) { connection in
            let value = try connection.count("SELECT value FROM probe_counter WHERE id = 1")
            try connection.execute("UPDATE probe_counter SET value = \(value + 1) WHERE id = 1")
        }
    }

    @Test("Cancelling the task doesn't stop its write", arguments: TestEngine.available)
    func writesAreShielded(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let (began, beginning) = AsyncStream.makeStream(of: Void.self)
            let cancelled = Counter()
            let writing = Task {
                try await database.write(.organization(Probe.own)) { connection in
                    try Probe.insert(1, on: connection)
                    beginning.finish()
                    let deadline = ContinuousClock.now + .seconds(10)
                    while cancelled.value == 0, ContinuousClock.now < deadline { continue }
                    try Probe.insert(2, on: connection)
                }
            }
            for await _ in began {}
            writing.cancel()
            cancelled.raise()
            _ = await writing.result
            let count = try await database.read(.organization(Probe.own)) { try Probe.count(on: $0) }
            #expect(count == 2)
        }
    }

    @Test("A write of a task that was cancelled before is done too", arguments: TestEngine.available)
    func writesOfCancelledTasks(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let writing = Task {
                while !Task.isCancelled { await Task.yield() }
                try await database.write(.organization(Probe.own)) { try Probe.insert(1, on: $0) }
            }
            writing.cancel()
            try await writing.value
            #expect(try await database.read(.organization(Probe.own)) { try Probe.count(on: $0) } == 1)
        }
    }

    @Test("Acting as another returns to one's own scope, also after an error", arguments: TestEngine.available)
    func actingAs(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            try await database.write(.organization(Probe.own)) { connection in
                try Probe.insert(1, on: connection)
                try connection.acting(as: .organization(Probe.foreign)) {
                    #expect(connection.scope == .organization(Probe.foreign))
                    try Probe.insert(2, on: connection)
                }
                #expect(connection.scope == .organization(Probe.own))
                #expect(throws: Stop.self) {
                    try connection.acting(as: .installation) { throw Stop() }
                }
                #expect(connection.scope == .organization(Probe.own))
            }
            let owners = try await database.read(.system) { connection in
                try connection.rows("SELECT organization_id FROM probe ORDER BY id") { row -> OrganizationID in
                    try row.id(0)
                }
            }
            #expect(owners == [Probe.own, Probe.foreign])
        }
    }

    @Test("After each write followers are woken")
    func wakesUp() async throws {
        try await TestEngine.sqlite.withDatabase(Probe.parts) { database in
            var signals = database.wakeUp.signals().makeAsyncIterator()
            try await database.write(.organization(Probe.own)) { try Probe.insert(1, on: $0) }
            #expect(await signals.next() != nil)
        }
    }

    @Test("A closed database answers with an error", arguments: TestEngine.available)
    func closing(engine: TestEngine) async throws {
        try await engine.withStore(Probe.parts) { store in
            let other = try store.open()
            #expect(try await other.read(.system) { try Probe.count(on: $0) } == 0)
            await other.driver.close()
            await #expect(throws: (any Error).self) {
                try await other.read(.system) { try Probe.count(on: $0) }
            }
        }
    }
}
