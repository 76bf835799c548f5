import Database
import Domain
import Foundation
import Journal
import TestSupport
import Testing

@Suite("The reserve for a full disk")
struct ReserveTests {
    @Test func leavesOfAFullDiskReachTheJournalLater() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                driver.set(.diskFull)
                for number in 0..<5 { try await appender.record([opened(UInt64(number))]) }
                #expect(appender.isUsingReserve)
                #expect(appender.figures.reserved == 5)
                #expect(try await subjects(of: alpha, in: base).isEmpty)
                driver.set(.none)
                // Without any further leaf the reserve empties by itself.
                for _ in 0..<100 where appender.isUsingReserve { try await Task.sleep(for: .milliseconds(50)) }
                #expect(!appender.isUsingReserve)
                try await appender.record([opened(5)])
                #expect(try await subjects(of: alpha, in: base) == (0..<6).map(record))
                #expect(try await JournalVerifier(stateReaders: [], key: nil).verify(base).isSound)
            }
        }
    }

    @Test func everyFieldSurvivesTheReserve() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                let draft = LeafDraft(
                    log: beta,
                    kind: .accessRefused,
                    actor: worker,
                    actorOrganization: alpha,
                    subject: record(9),
                    counterpart: alpha,
                    details: [1, 2, 3],
                    state: [4],
                    at: Instant(milliseconds: 77)
                )
                driver.set(.diskFull)
                try await appender.record([draft])
                driver.set(.none)
                try await Task.sleep(for: .seconds(1.1))
                try await appender.record([opened(1, in: beta)])
                let page = try await base.read(.organization(beta)) { connection in
                    try JournalPage.read(JournalQuery(log: beta), on: connection)
                }
                let entry = try #require(page.entries.last)
                #expect(entry.kind == draft.kind)
                #expect(entry.actor == worker)
                #expect(entry.actorOrganization == alpha)
                #expect(entry.subject == record(9))
                #expect(entry.counterpart == alpha)
                #expect(entry.details == [1, 2, 3])
                #expect(entry.at == Instant(milliseconds: 77))
                let state = try await base.read(.system) { connection in
                    try connection.first("SELECT state FROM journal_leaf WHERE position = 0") { try $0.blob(0) }
                }
                #expect(state == [4])
            }
        }
    }

    /// The process dies after leaves went into the reserve; the next one finds them.
    @Test func leavesSurviveACrash() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                driver.set(.diskFull)
                try await fill(driver, folder, 0..<3)
                try await fill(driver, folder, 3..<5)
                driver.set(.none)
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                try await appender.record([opened(5)])
                #expect(try await subjects(of: alpha, in: base) == (0..<6).map(record))
                await appender.stop()
            }
        }
    }

    /// The drain commits and the process hears nothing of it, dies, and drains again.
    @Test func noLeafIsDoubledWhenTheDrainIsRepeated() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                driver.set(.diskFull)
                try await fill(driver, folder, 0..<3)
                driver.set(.lostAfterCommit)
                let deaf = try makeAppender(driver.database(), reserve: folder + "/reserve")
                await #expect(throws: DatabaseError.self) { try await deaf.record([opened(3)]) }
                await deaf.stop()
                #expect(try await subjects(of: alpha, in: base) == (0..<4).map(record))
                driver.set(.diskFull)
                // What comes now goes behind the old entries, and only it is new.
                try await fill(driver, folder, 4..<6)
                driver.set(.none)
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                try await appender.record([opened(6)])
                #expect(try await subjects(of: alpha, in: base) == (0..<7).map(record))
                await appender.stop()
            }
        }
    }

    /// The room of drained entries is used again, and what is left of them is never read as new.
    @Test func theReserveIsUsedAgain() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                for round in 0..<3 {
                    driver.set(.diskFull)
                    try await fill(driver, folder, (round * 4)..<(round * 4 + 4 - round))
                    driver.set(.none)
                    let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                    try await appender.record([opened(UInt64(round + 100))])
                    #expect(!appender.isUsingReserve)
                    driver.set(.diskFull)
                    try await appender.record([opened(UInt64(round + 200))])
                    driver.set(.none)
                    await appender.stop()
                }
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                try await appender.record([opened(300)])
                let expected: [UInt64] = [0, 1, 2, 3, 100, 200, 4, 5, 6, 101, 201, 8, 9, 102, 202, 300]
                #expect(try await subjects(of: alpha, in: base) == expected.map(record))
                await appender.stop()
            }
        }
    }

    @Test func steadyReadingKeepsNothingInTheReserve() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                driver.set(.diskFull)
                try await appender.record([opened(0)])
                driver.set(.none)
                for number in 1..<40 where appender.isUsingReserve {
                    try await appender.record([opened(UInt64(number))])
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(!appender.isUsingReserve)
            }
        }
    }

    /// The first entry of another use is torn, so that no earlier number can be read; what comes then is new all the same.
    @Test func numbersGoOnAfterATornFirstEntry() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                let path = folder + "/reserve"
                driver.set(.diskFull)
                try await fill(driver, folder, 0..<3)
                driver.set(.none)
                let first = try makeAppender(driver.database(), reserve: path)
                try await first.record([opened(3)])
                await first.stop()
                let file = try #require(FileHandle(forUpdatingAtPath: path))
                try file.seek(toOffset: 4096 + 12)
                try file.write(contentsOf: Array(repeating: 0xFF, count: 20))
                try file.close()
                driver.set(.diskFull)
                try await fill(driver, folder, 4..<6)
                driver.set(.none)
                let second = try makeAppender(driver.database(), reserve: path)
                try await second.record([opened(6)])
                #expect(try await subjects(of: alpha, in: base) == (0..<7).map(record))
                await second.stop()
            }
        }
    }

    @Test func aFullReserveRefuses() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                let path = folder + "/reserve"
                let appender = try makeAppender(driver.database(), reserve: path, size: 4096 + 1000)
                driver.set(.diskFull)
                var taken = 0
                await #expect(throws: JournalError.journalUnavailable) {
                    for number in 0..<100 {
                        try await appender.record([opened(UInt64(number))])
                        taken += 1
                    }
                }
                #expect((1..<10).contains(taken))
                let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
                #expect(size == 4096 + 1000)
                driver.set(.none)
                try await Task.sleep(for: .seconds(1.1))
                try await appender.record([opened(500)])
                #expect(try await subjects(of: alpha, in: base).count == taken + 1)
            }
        }
    }

    @Test func withoutAReserveAFullDiskRefuses() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { base in
            let driver = FaultyDriver(base.driver)
            let appender = try makeAppender(driver.database())
            driver.set(.diskFull)
            await #expect(throws: JournalError.journalUnavailable) { try await appender.record([opened(1)]) }
            driver.set(.none)
            try await appender.record([opened(2)])
            #expect(try await subjects(of: alpha, in: base) == [record(2)])
        }
    }

    /// A torn entry at the end is as if it had never been; its writer never got an answer.
    @Test func aTornEntryIsLeftOut() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let driver = FaultyDriver(base.driver)
                driver.set(.diskFull)
                try await fill(driver, folder, 0..<3)
                let url = URL(fileURLWithPath: folder + "/reserve")
                var content = try Data(contentsOf: url)
                let last = try #require(content.lastIndex { $0 != 0 })
                content[last] ^= 0xFF
                try content.write(to: url)
                driver.set(.none)
                let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
                try await appender.record([opened(9)])
                #expect(try await subjects(of: alpha, in: base) == [0, 1, 9].map(record))
                await appender.stop()
            }
        }
    }

    @Test func aDamagedOrTakenReserveIsRefused() async throws {
        try await withFolder { folder in
            try await TestEngine.sqlite.withDatabase(parts) { base in
                let path = folder + "/reserve"
                let appender = try makeAppender(base, reserve: path)
                #expect(throws: ReserveError.inUse(path: path)) { try makeAppender(base, reserve: path) }
                await appender.stop()
                let damaged = folder + "/damaged"
                try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: damaged))
                #expect(throws: ReserveError.damaged(path: damaged)) { try makeAppender(base, reserve: damaged) }
                #expect(throws: FileError.self) { try makeAppender(base, reserve: folder + "/none/reserve") }
            }
        }
    }

    /// A process that only finds a full disk, and then ends.
    private func fill(_ driver: FaultyDriver, _ folder: String, _ numbers: Range<Int>) async throws {
        let appender = try makeAppender(driver.database(), reserve: folder + "/reserve")
        for number in numbers { try await appender.record([opened(UInt64(number))]) }
        await appender.stop()
    }
}
