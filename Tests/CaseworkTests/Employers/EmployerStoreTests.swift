import Access
import Casework
import Database
import Domain
import Journal
import TestSupport
import Testing

@Suite("Employers across cases")
struct EmployerStoreTests {
    @Test(
        "One name is one employer, alleged until a source proves it, with its cases counted",
        arguments: TestEngine.available
    )
    func names(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let employers = EmployerStore(cases: house.cases)
            let (home, clinic) = (house.home, house.clinic)
            let one = try await house.openCase()
            let two = try await house.openCase()
            let (first, second) = try await house.write(as: home) { connection in
                let first = try employers.findOrCreate(
                    name: "ООО «СтройГрад»",
                    source: "Рабочие",
                    by: home,
                    on: connection
                )
                let second = try employers.findOrCreate(name: "  ооо  \"Стройград\" ", by: home, on: connection)
                try employers.link(first, role: .formalEmployer, to: one.id, by: home, on: connection)
                try employers.link(first, role: .hirer, to: two.id, by: home, on: connection)
                return (first, second)
            }
            #expect(first == second)
            let linked = try await house.read(as: home) { try employers.employers(of: one.id, for: home, on: $0) }
            #expect(linked.map(\.otherCases) == [1])
            #expect(linked.first?.employer.standing == .alleged)
            #expect(linked.first?.employer.notes.source == "Рабочие")
            #expect(linked.first?.role == .formalEmployer)

            await #expect(throws: CaseError.refused(.emptyText)) {
                try await house.write(as: home) {
                    try employers.change(
                        first,
                        name: EmployerNames("СтройГрад"),
                        country: nil,
                        standing: .proven,
                        notes: EmployerNotes(),
                        from: 1,
                        by: home,
                        on: $0
                    )
                }
            }
            await #expect(throws: CaseError.notFound) {
                try await house.read(as: clinic) { try employers.open(first, for: clinic, on: $0) }
            }
            #expect(try await house.read(as: clinic) { try employers.list(for: clinic, on: $0) }.isEmpty)
        }
    }

    @Test("A name without a letter or digit is none", arguments: ["", "  ", "«»", "—"])
    func empty(name: String) {
        #expect(!EmployerNames("x").has(name))
    }

    @Test("Verification agrees with what the journal says", arguments: TestEngine.available)
    func states(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let employers = EmployerStore(cases: house.cases)
            let home = house.home
            let id = try await house.write(as: home) { connection in
                let id = try employers.findOrCreate(name: "Завод", by: home, on: connection)
                try employers.change(
                    id,
                    name: EmployerNames("Завод", others: ["Кирпич"]),
                    country: CountryCode("RU"),
                    standing: .proven,
                    notes: EmployerNotes(text: "Долги", source: "Решение суда"),
                    from: 1,
                    by: home,
                    on: connection
                )
                return id
            }
            let (states, committed) = try await house.database.read(.system) { connection -> ([[UInt8]], [UInt8]?) in
                var states: [[UInt8]] = []
                try RecordStateReader.employers.forEach(connection) { _, _, state in states.append(state) }
                let committed = try connection.first(
                    "SELECT state FROM journal_leaf WHERE subject_id = \(id) ORDER BY position DESC LIMIT 1"
                ) { try $0.blob(0) }
                return (states, committed)
            }
            #expect(states == [try #require(committed)])
        }
    }
}
