import Database
import Domain
import Synchronization
import Testing
import TestSupport

@Suite("Event log")
struct EventLogTests {
    private struct Stop: Error {}

    private static func append(_ kind: String, on connection: any Connection) throws -> Int64 {
        try EventLog.append(
            Event(kind: kind, organization: Probe.own, subject: Probe.id(1), at: Instant(milliseconds: 5)),
            on: connection
        )
    }

    @Test("Positions count from 1 without gaps, also past undone writes", arguments: TestEngine.available)
    func gapless(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            var positions: [Int64] = []
            for number in 1...6 {
                do {
                    positions.append(
                        try await database.write(.organization(Probe.own)) { connection in
                            let position = try Self.append("probe.\(number)", on: connection)
                            if number.isMultiple(of: 2) { throw Stop() }
                            return position
                        }
                    )
                } catch is Stop { continue }
            }
            #expect(positions == [1, 2, 3])
            let events = try await database.read(.system) { try EventLog.read(after: 1, limit: 9, on: $0) }
            #expect(events.map(\.position) == [2, 3])
            #expect(events.map(\.event.kind) == ["probe.3", "probe.5"])
            #expect(events.first?.event.subject == Probe.id(1))
            #expect(try await database.read(.system) { try EventLog.head(on: $0) } == 3)
        }
    }

    @Test("Writers of two processes leave no gap, and a follower misses nothing", arguments: TestEngine.available)
    func twoProcesses(engine: TestEngine) async throws {
        try await engine.withStore(Probe.parts) { store in
            let databases = [try store.open(), try store.open()]
            let seen = Mutex<[Int64]>([])
            let (complete, completing) = AsyncStream.makeStream(of: Void.self)
            let follower = Task { [database = store.database] in
                try await EventFollower(database: database, batch: 7, interval: .milliseconds(10)).run(after: 0) {
                    events in
                    let count = seen.withLock { seen in
                        seen += events.map(\.position)
                        return seen.count
                    }
                    if count >= 320 { completing.finish() }
                }
            }
            try await Self.writeFromBoth(databases)
            let alarm = Task {
                try await Task.sleep(for: .seconds(60))
                completing.finish()
            }
            for await _ in complete {}
            alarm.cancel()
            follower.cancel()
            #expect(seen.withLock { $0 } == Array(1...320))
        }
    }

    /// 16 writers with 20 events each, and as many writes that are undone after they took a position.
    private static func writeFromBoth(_ databases: [Database]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<16 {
                group.addTask {
                    for number in 0..<20 {
                        try await databases[task % 2].write(.organization(Probe.own)) { connection in
                            _ = try append("probe.\(number)", on: connection)
                        }
                        await #expect(throws: Stop.self) {
                            try await databases[task % 2].write(.organization(Probe.own)) { connection in
                                _ = try append("probe.undone", on: connection)
                                throw Stop()
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
