import Database
import Domain
import Foundation
import Journal
import TestSupport
import Testing

@Suite("The appender of reads")
struct AppenderTests {
    @Test(arguments: TestEngine.available)
    func everyWaiterGoesOnWithItsLeafOnTheDisk(engine: TestEngine) async throws {
        try await engine.withDatabase(parts) { database in
            let appender = try makeAppender(database)
            try await withThrowingTaskGroup { group in
                for number in 0..<400 {
                    group.addTask {
                        let log = number % 2 == 0 ? alpha : beta
                        try await appender.record([opened(UInt64(number), in: log)])
                        let count = try await database.read(.system) { connection in
                            try connection.count(
                                "SELECT COUNT(*) FROM journal_leaf WHERE subject_id = \(record(UInt64(number)))"
                            )
                        }
                        #expect(count == 1)
                    }
                }
                try await group.waitForAll()
            }
            let figures = appender.figures
            #expect(figures.leaves == 400)
            #expect(figures.commits < 200)
            #expect(figures.reserved == 0)
            let report = try await JournalVerifier(stateReaders: [], key: nil).verify(database)
            #expect(report.findings == [])
            #expect(report.logs.map(\.size) == [200, 200])
        }
    }

    @Test func leavesKeepTheOrderInWhichTheyCame() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { database in
            let appender = try makeAppender(database)
            for number in 0..<20 {
                try await appender.record([opened(UInt64(2 * number)), opened(UInt64(2 * number + 1))])
            }
            #expect(try await subjects(of: alpha, in: database) == (0..<40).map(record))
        }
    }

    /// Two processes write one log: the head is read anew each time.
    @Test(arguments: TestEngine.available)
    func twoAppendersShareALog(engine: TestEngine) async throws {
        try await engine.withStore(parts) { store in
            let appenders = [try makeAppender(store.database), try makeAppender(try store.open())]
            try await withThrowingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask { try await appenders[number % 2].record([opened(UInt64(number))]) }
                }
                try await group.waitForAll()
            }
            #expect(Set(try await subjects(of: alpha, in: store.database)) == Set((0..<100).map(record)))
            #expect(try await JournalVerifier(stateReaders: [], key: nil).verify(store.database).isSound)
        }
    }

    @Test func anErrorReachesEveryWaiter() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { base in
            let driver = FaultyDriver(base.driver)
            let appender = try makeAppender(driver.database())
            driver.set(.other)
            let failures = await withTaskGroup { group in
                for number in 0..<30 {
                    group.addTask {
                        do {
                            try await appender.record([opened(UInt64(number))])
                            return 0
                        } catch {
                            return (error as? DatabaseError)?.kind == .timeout ? 1 : 0
                        }
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(failures == 30)
            driver.set(.none)
            try await appender.record([opened(1)])
            #expect(try await subjects(of: alpha, in: base) == [record(1)])
            let malformed = LeafDraft(log: alpha, kind: LeafKind(rawValue: ".x"))
            await #expect(throws: JournalError.malformedKind(".x")) { try await appender.record([malformed]) }
        }
    }

    @Test func stoppingWaitsForWhatIsUnderWay() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { database in
            let appender = try makeAppender(database)
            let recorded = try await withThrowingTaskGroup { group in
                for number in 0..<50 {
                    group.addTask {
                        do {
                            try await appender.record([opened(UInt64(number))])
                            return 1
                        } catch JournalError.stopped {
                            return 0
                        }
                    }
                }
                await appender.stop()
                return try await group.reduce(0, +)
            }
            #expect(try await subjects(of: alpha, in: database).count == recorded)
            await #expect(throws: JournalError.stopped) { try await appender.record([opened(99)]) }
        }
    }

    @Test func oneLeafForASearchOfThirtySeconds() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { database in
            let clock = TestClock()
            let appender = try makeAppender(database, surroundings: clock.surroundings)
            let (one, two) = (SessionID(high: 4, low: 1), SessionID(high: 4, low: 2))
            func search(_ session: SessionID, _ field: String) async throws -> Int {
                let leaf = LeafDraft(log: alpha, kind: .peopleSearched, actor: worker)
                try await appender.recordSearch(leaf, session: session, field: field)
                return Int(try await database.read(.system) { try $0.count("SELECT COUNT(*) FROM journal_leaf") })
            }
            #expect(try await search(one, "name") == 1)
            clock.move(seconds: 29)
            #expect(try await search(one, "name") == 1)
            #expect(try await search(one, "phone") == 2)
            #expect(try await search(two, "name") == 3)
            clock.move(seconds: 1)
            #expect(try await search(one, "name") == 4)
            clock.move(seconds: -3600)
            #expect(try await search(one, "name") == 5)
        }
    }

    @Test func aSearchWhoseLeafFailedIsNotCovered() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { base in
            let driver = FaultyDriver(base.driver)
            let appender = try makeAppender(driver.database())
            let leaf = LeafDraft(log: alpha, kind: .peopleSearched)
            let session = SessionID(high: 4, low: 1)
            driver.set(.other)
            await #expect(throws: DatabaseError.self) {
                try await appender.recordSearch(leaf, session: session, field: "name")
            }
            driver.set(.none)
            try await appender.recordSearch(leaf, session: session, field: "name")
            #expect(appender.figures.leaves == 1)
        }
    }
}
