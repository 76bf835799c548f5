import Crypto
import Database
import Domain
import Journal
import TestSupport
import Testing

@Suite("Appending and reading")
struct AppendTests {
    @Test(arguments: TestEngine.available)
    func positionsAreGaplessInEachLog(engine: TestEngine) async throws {
        try await engine.withDatabase(parts) { database in
            let journal = Journal(surroundings: .system)
            let positions = try await database.write(.organization(alpha)) { connection in
                let first = try journal.append(opened(1), on: connection)
                let second = try journal.append(opened(2), on: connection)
                // An act between two organisations leaves a leaf in each log.
                let other = try journal.append(opened(3, in: beta), on: connection)
                let own = try journal.append(opened(4, in: .installation), on: connection)
                #expect(connection.scope == .organization(alpha))
                return [first, second, other, own]
            }
            #expect(positions == [0, 1, 0, 0])
            try await database.write(.system) { connection in
                try journal.append([opened(5), opened(6, in: beta), opened(7)], on: connection)
            }
            #expect(try await subjects(of: alpha, in: database) == [1, 2, 5, 7].map(record))
            #expect(try await subjects(of: beta, in: database) == [3, 6].map(record))
            #expect(try await subjects(of: .installation, in: database) == [record(4)])
        }
    }

    @Test(arguments: TestEngine.available)
    func aFailedTransactionLeavesNoLeaf(engine: TestEngine) async throws {
        try await engine.withDatabase(parts) { database in
            let recorder = Recorder(surroundings: .system)
            await #expect(throws: JournalError.malformedKind("Person Opened")) {
                try await database.write(.organization(alpha)) { connection in
                    try recorder.record(opened(1), on: connection)
                    try recorder.record(
                        LeafDraft(log: alpha, kind: LeafKind(rawValue: "Person Opened")),
                        on: connection
                    )
                }
            }
            #expect(try await subjects(of: alpha, in: database).isEmpty)
            #expect(try await database.read(.system) { try EventLog.head(on: $0) } == 0)
            let position = try await database.write(.organization(alpha)) { connection in
                try recorder.record(opened(2), and: [opened(2, in: beta)], event: "person.seen", on: connection)
            }
            #expect(position == 1)
            let events = try await database.read(.system) { try EventLog.read(after: 0, limit: 10, on: $0) }
            #expect(events.map(\.event.kind) == ["person.seen", "person.opened"])
            #expect(events.map(\.event.organization) == [alpha, beta], "who follows the other log hears of it too")
            #expect(events.first?.event.subject == record(2))
            #expect(try await subjects(of: beta, in: database) == [record(2)])
        }
    }

    /// The encoding is written down here a second time: a leaf's hash must mean the same for ever.
    @Test func leafHashIsTheDescribedEncoding() async throws {
        try await TestEngine.sqlite.withDatabase(parts) { database in
            let clock = TestClock()
            let journal = Journal(surroundings: clock.surroundings)
            let draft = LeafDraft(
                log: alpha,
                kind: .personChanged,
                actor: worker,
                subject: record(1),
                details: [9, 8, 7],
                state: [1, 2]
            )
            try await database.write(.organization(alpha)) { try journal.append([opened(0), draft], on: $0) }
            let (salt, hash) = try await database.read(.system) { connection in
                try #require(
                    try connection.first("SELECT salt, leaf_hash FROM journal_leaf WHERE position = 1") {
                        (try $0.blob(0), try $0.blob(1))
                    }
                )
            }
            var expected: [UInt8] = [0, 1] + alpha.bytes + [0, 0, 0, 0, 0, 0, 0, 1]
            let instant = clock.surroundings.now().milliseconds
            expected += stride(from: Int64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: instant >> $0) }
            expected += [0, 0, 0, 14] + Array("person.changed".utf8)
            expected += [1] + worker.bytes + [0] + [1] + record(1).bytes + [0]
            expected += [0, 0, 0, 32] + Array(SHA256.hash(data: salt + [9, 8, 7]))
            expected += [1, 0, 0, 0, 2, 1, 2]
            #expect(hash == Array(SHA256.hash(data: expected)))
        }
    }

    @Test(arguments: TestEngine.available)
    func pagesGoBackwardsAndFilter(engine: TestEngine) async throws {
        try await engine.withDatabase(parts) { database in
            let clock = TestClock()
            let journal = Journal(surroundings: clock.surroundings)
            let start = clock.surroundings.now()
            for number in 0..<10 {
                try await database.write(.organization(alpha)) { connection in
                    var draft = opened(UInt64(number % 3))
                    if number == 4 { draft.kind = .peopleListed }
                    if number == 5 { draft.actor = nil }
                    draft.details = number == 9 ? [1] : nil
                    try journal.append(draft, on: connection)
                }
                clock.move(seconds: 10)
            }
            func page(_ query: JournalQuery, in scope: OrganizationID = alpha) async throws -> JournalPage {
                try await database.read(.organization(scope)) { try JournalPage.read(query, on: $0) }
            }
            let first = try await page(JournalQuery(log: alpha, limit: 4))
            #expect(first.entries.map(\.position) == [9, 8, 7, 6])
            #expect(first.entries.first?.details == [1])
            #expect(first.next == 6)
            let last = try await page(JournalQuery(log: alpha, before: 4, limit: 4))
            #expect(last.entries.map(\.position) == [3, 2, 1, 0])
            #expect(last.next == nil)
            #expect(try await page(JournalQuery(log: alpha, kindPrefix: "people.")).entries.map(\.position) == [4])
            #expect(try await page(JournalQuery(log: alpha, kindPrefix: "person.opened")).entries.count == 9)
            #expect(try await page(JournalQuery(log: alpha, kindPrefix: "pers")).entries.count == 9)
            #expect(try await page(JournalQuery(log: alpha, actor: worker)).entries.count == 9)
            #expect(try await page(JournalQuery(log: alpha, subject: record(2))).entries.map(\.position) == [8, 5, 2])
            let period = JournalQuery(
                log: alpha,
                from: start.advanced(bySeconds: 20),
                until: start.advanced(bySeconds: 40)
            )
            #expect(try await page(period).entries.map(\.position) == [3, 2])
            #expect(try await page(JournalQuery(log: beta)).entries.isEmpty)
            if engine == .postgres {
                #expect(try await page(JournalQuery(log: alpha), in: beta).entries.isEmpty)
            }
        }
    }

    @Test func statesTellMissingFromEmptyAndColumnFromColumn() {
        func state(_ add: (inout RecordState) -> Void) -> [UInt8] {
            var state = RecordState()
            add(&state)
            return state.finish()
        }
        func state(_ values: SQLValue...) -> [UInt8] {
            state { state in
                for value in values { state.add(value) }
            }
        }
        let states = [
            state(.blob([1, 2])), state(.blob([1]), .blob([2])), state(.blob([1, 2]), .null),
            state(.blob([1, 2]), .blob([])), state(.text("\u{1}\u{2}")), state(.integer(258)),
            state(.null, .blob([1, 2])), state(),
        ]
        #expect(Set(states).count == states.count)
        let typed = state { state in
            state.add([1, 2])
            state.add(5)
            state.add(nil as String?)
            state.add("x")
        }
        #expect(typed == state(.blob([1, 2]), .integer(5), .null, .text("x")))
        #expect(!states.contains(RecordState.gone))
    }
}
