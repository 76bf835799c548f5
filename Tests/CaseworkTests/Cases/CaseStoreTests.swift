import Access
import Casework
import Database
import Domain
import Journal
import People
import TestSupport
import Testing
import Vault

@Suite("The register of cases")
struct CaseStoreTests {
    private static func problem(_ code: String) throws -> ProblemCode { try #require(ProblemCode(rawValue: code)) }

    @Test("What was recorded is read back, numbered by organisation and year", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let first = try await house.openCase()
            let second = try await house.openCase()
            let (cases, home) = (house.cases, house.home)
            let (one, two) = try await house.read(as: home) { connection in
                (
                    try cases.open(first.id, for: home, on: connection),
                    try cases.open(second.id, for: home, on: connection)
                )
            }
            #expect(one.number == "2027-0001")
            #expect(two.number == "2027-0002")
            #expect(one.summary == "Не заплатили")
            #expect(one.situation == "Работали три месяца, бригадир исчез")
            #expect(one.members == first.persons.map { CaseMember($0, .client) })
            #expect(one.head.worker == home.user)
            #expect(one.head.primaryProblem == (try Self.problem("unpaid_wages")))
            #expect(one.head.stage == .new)
            #expect(one.head.nextDueOn != nil)
        }
    }

    @Test("Another organisation finds nothing: no page, no line, no change", arguments: TestEngine.available)
    func foreign(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, entries, clinic) = (house.cases, house.entries, house.clinic)
            await #expect(throws: CaseError.notFound) {
                try await house.read(as: clinic) { try cases.open(made.id, for: clinic, on: $0) }
            }
            await #expect(throws: CaseError.notFound) {
                try await house.read(as: clinic) { try entries.entries(of: made.id, for: clinic, on: $0) }
            }
            for box in CaseQuery.Box.allCases {
                let page = try await house.read(as: clinic) {
                    try cases.list(CaseQuery(box: box, activity: .all), for: clinic, on: $0)
                }
                #expect(page.items.isEmpty)
            }
            let briefs = try await house.read(as: clinic) {
                try cases.briefs(of: made.persons[0], for: clinic, on: $0)
            }
            #expect(briefs.isEmpty)
            var change = CaseChange()
            change.risk = .high
            let asked = change
            await #expect(throws: CaseError.notFound) {
                try await house.write(as: clinic) {
                    try cases.patch(made.id, asked, from: FieldVersions(), by: clinic, on: $0)
                }
            }
            await #expect(throws: CaseError.notFound) {
                try await house.write(as: clinic) {
                    try entries.add(EntryDraft(.note, EntryBody(text: "x")), to: made.id, by: clinic, on: $0)
                }
            }
        }
    }

    @Test(
        "Two people who change different fields both get their way; the same field is refused and named",
        arguments: TestEngine.available
    )
    func concurrentEdits(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, home, colleague) = (house.cases, house.home, house.colleague)
            let read = try await house.read(as: home) { try cases.head(made.id, for: home, on: $0).fieldVersions }
            var risk = CaseChange()
            risk.risk = .high
            var words = CaseChange()
            words.summary = "Не заплатили за март"
            words.situation = "Новые слова"
            var again = CaseChange()
            again.risk = .raised
            again.stayCountry = .some(CountryCode("RU"))
            let (first, second, third) = (risk, words, again)
            try await house.write(as: home) { _ = try cases.patch(made.id, first, from: read, by: home, on: $0) }
            try await house.write(as: colleague) {
                _ = try cases.patch(made.id, second, from: read, by: colleague, on: $0)
            }
            await #expect(throws: CaseError.stale([.risk])) {
                try await house.write(as: colleague) {
                    _ = try cases.patch(made.id, third, from: read, by: colleague, on: $0)
                }
            }
            let file = try await house.read(as: home) { try cases.open(made.id, for: home, on: $0) }
            #expect(file.head.risk == .high)
            #expect(file.summary == "Не заплатили за март")
            #expect(file.situation == "Новые слова")
            // Nothing of the refused change was done.
            #expect(file.head.countries.stay == nil)
        }
    }

    @Test("What can't be recorded is refused", arguments: TestEngine.available)
    func refusals(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, home) = (house.cases, house.home)
            let unknownPerson: PersonID = cases.surroundings.newID()
            let unknownProblem = try Self.problem("no_such_problem")
            let wages = try Self.problem("unpaid_wages")
            let drafts: [(CaseDraft, CaseRefusal)] = [
                (CaseDraft(problems: []), .noProblem),
                (CaseDraft(problems: [unknownProblem]), .unknownProblem),
                (CaseDraft(problems: [wages, .information]), .problemStandsAlone),
                (CaseDraft(members: [CaseMember(unknownPerson, .client)], problems: [wages]), .unknownPerson),
                (CaseDraft(problems: [wages], situation: String(repeating: "ы", count: 20_001)), .textTooLong),
            ]
            for (draft, refusal) in drafts {
                await #expect(throws: CaseError.refused(refusal)) {
                    try await house.write(as: home) { _ = try cases.create(draft, by: home, on: $0) }
                }
            }
            var change = CaseChange()
            change.status = .closed
            let closed = change
            await #expect(throws: CaseError.refused(.statusNotTyped)) {
                try await house.write(as: home) {
                    _ = try cases.patch(made.id, closed, from: FieldVersions(), by: home, on: $0)
                }
            }
            change = CaseChange()
            change.worker = .some(house.clinic.user)
            let foreign = change
            await #expect(throws: CaseError.refused(.unknownWorker)) {
                try await house.write(as: home) {
                    _ = try cases.patch(made.id, foreign, from: FieldVersions(), by: home, on: $0)
                }
            }
        }
    }

    @Test(
        "A case is closed with an outcome for each problem, opened again, and never closed twice",
        arguments: TestEngine.available
    )
    func closing(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, entries, home) = (house.cases, house.entries, house.home)
            let roubles = try #require(CurrencyCode("RUB"))
            let closing = CaseClosing(
                outcome: .partlySolved,
                told: "Сказали, что половина выплачена",
                recovered: [Money(hundredths: 4_500_000, currency: roubles)]
            )
            try await house.write(as: home) { try cases.close(made.id, closing, by: home, on: $0) }
            let (file, lines) = try await house.read(as: home) { connection in
                (
                    try cases.open(made.id, for: home, on: connection),
                    try entries.entries(of: made.id, for: home, on: connection)
                )
            }
            #expect(file.head.status == .closed)
            #expect(file.head.stage == .closed)
            #expect(file.problems.map(\.outcome) == [.partlySolved])
            #expect(lines.first { $0.kind == .closing }?.body?.text == "Сказали, что половина выплачена")
            #expect(ClaimTotals(lines).recovered == [roubles: 4_500_000])
            await #expect(throws: CaseError.refused(.alreadyClosed)) {
                try await house.write(as: home) { try cases.close(made.id, closing, by: home, on: $0) }
            }
            await #expect(throws: CaseError.refused(.emptyText)) {
                try await house.write(as: home) { try cases.reopen(made.id, why: "", by: home, on: $0) }
            }
            try await house.write(as: home) {
                try cases.reopen(made.id, why: "Не заплатили вторую половину", by: home, on: $0)
            }
            let reopened = try await house.read(as: home) { try cases.open(made.id, for: home, on: $0) }
            #expect(reopened.head.status == .reopened)
            #expect(reopened.head.closedAt == nil)
            await #expect(throws: CaseError.refused(.notClosed)) {
                try await house.write(as: home) { try cases.reopen(made.id, why: "x", by: home, on: $0) }
            }
        }
    }

    @Test("A colleague with a conflict of interest is kept out until let in again", arguments: TestEngine.available)
    func conflict(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, home, colleague) = (house.cases, house.home, house.colleague)
            try await house.write(as: home) { try cases.setBar(true, colleague.user, from: made.id, by: home, on: $0) }
            await #expect(throws: CaseError.refused(.barred)) {
                try await house.read(as: colleague) { try cases.open(made.id, for: colleague, on: $0) }
            }
            await #expect(throws: CaseError.refused(.barred)) {
                try await house.write(as: colleague) {
                    try cases.setBar(false, colleague.user, from: made.id, by: colleague, on: $0)
                }
            }
            try await house.write(as: home) { try cases.setBar(false, colleague.user, from: made.id, by: home, on: $0) }
            let file = try await house.read(as: colleague) { try cases.open(made.id, for: colleague, on: $0) }
            #expect(file.id == made.id)
        }
    }

    @Test(
        "An older row that was put back is found out, and verification agrees with every change",
        arguments: TestEngine.available
    )
    func tampering(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (cases, entries, home) = (house.cases, house.entries, house.home)
            _ = try await house.write(as: home) {
                try entries.add(EntryDraft(.note, EntryBody(text: "Звонили")), to: made.id, by: home, on: $0)
            }
            var change = CaseChange()
            change.summary = "Другое"
            let words = change
            try await house.write(as: home) {
                _ = try cases.patch(made.id, words, from: FieldVersions(), by: home, on: $0)
            }
            let states = try await house.database.read(.system) { connection -> [[UInt8]] in
                var states: [[UInt8]] = []
                try RecordStateReader.cases.forEach(connection) { record, _, state in
                    if record == made.id.retagged() { states.append(state) }
                }
                return states
            }
            let committed = try await house.database.read(.system) { connection in
                try connection.first(
                    """
                    SELECT state FROM journal_leaf WHERE subject_id = \(made.id) AND state IS NOT NULL
                    ORDER BY position DESC LIMIT 1
                    """
                ) { try $0.blob(0) }
            }
            #expect(states == [try #require(committed)])
            try await house.database.write(.system) { connection in
                _ = try connection.execute("UPDATE case_file SET risk = 'high' WHERE id = \(made.id)")
            }
            await #expect(throws: CaseError.tampered(made.id)) {
                try await house.read(as: home) { try cases.open(made.id, for: home, on: $0) }
            }
        }
    }
}
