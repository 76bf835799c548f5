import Database
import Domain
import Facts
import Statistics
import TestSupport
import Testing
import Vault

@Suite("Figures")
struct StatisticsTests {
    private static let parts = [DatabaseSchema.part, VaultSchema.part, FactsSchema.part]

    private struct House: Sendable {
        let database: Database
        let writer: FactWriter
        let own: OrganizationID
        let other: OrganizationID

        func add(_ facts: [Fact], to organization: OrganizationID) async throws {
            try await database.write(.organization(organization)) { connection in
                for fact in facts {
                    try writer.replace(
                        subject: Surroundings.system.newID(),
                        with: [fact],
                        of: organization,
                        on: connection
                    )
                }
            }
        }

        func table(
            _ query: StatisticsQuery,
            threshold: Int = 2,
            network: Bool = false
        ) async throws -> StatisticsTable {
            let store = StatisticsStore(threshold: threshold)
            let reach: StatisticsReach = network ? .network : .organization(own)
            return try await database.read(network ? .system : .organization(own)) {
                try store.table(query, reach, on: $0)
            }
        }
    }

    private func run(_ engine: TestEngine, _ body: (House) async throws -> Void) async throws {
        try await engine.withDatabase(Self.parts, surroundings: .system) { database in
            let vault = Vault(root: .generate(.system), surroundings: .system)
            let ids: [OrganizationID] = [Surroundings.system.newID(), Surroundings.system.newID()]
            for id in [.installation] + ids {
                try await database.write(.system) { try vault.createKeys(for: id, on: $0) }
            }
            let writer = FactWriter(vault: vault, surroundings: .system)
            try await body(House(database: database, writer: writer, own: ids[0], other: ids[1]))
        }
    }

    private func contact(
        _ month: String,
        _ problem: String,
        _ sex: String = "female",
        person: PersonID? = nil
    ) throws -> Fact {
        let day = try #require(CivilDate(iso: month + "-15"))
        return Fact(.contact, on: day, codes: [.problem: problem, .sex: sex], person: person)
    }

    @Test("Counts by month and problem, with totals, of one's own facts only", arguments: TestEngine.available)
    func countsByMonth(engine: TestEngine) async throws {
        let facts =
            try (0..<6).map { _ in try contact("2026-01", "detention") }
            + (0..<7).map { _ in try contact("2026-02", "unpaid_wages") }
            + (0..<8).map { _ in try contact("2026-02", "detention") }
        try await run(engine) { house in
            try await house.add(facts, to: house.own)
            try await house.add(facts, to: house.other)
            let table = try await house.table(
                StatisticsQuery(measure: .contacts, rows: .month, columns: .dimension(.problem))
            )
            #expect(table.rows == ["2026-01", "2026-02"])
            #expect(table.columns == ["detention", "unpaid_wages"])
            #expect(table.cells == [[.shown(6), .shown(0)], [.shown(8), .shown(7)]])
            #expect(table.rowTotals == [.shown(6), .shown(15)])
            #expect(table.columnTotals == [.shown(14), .shown(7)])
            #expect(table.total == .shown(21))
            let filtered = try await house.table(
                StatisticsQuery(
                    measure: .contacts,
                    rows: .month,
                    from: "2026-02",
                    filters: [StatisticsQuery.Filter(.dimension(.problem), "detention")]
                )
            )
            #expect(filtered.rows == ["2026-02"])
            #expect(filtered.total == .shown(8))
        }
    }

    @Test("Small cells are hidden together with what would reveal them", arguments: TestEngine.available)
    func hidesSmallCells(engine: TestEngine) async throws {
        let facts =
            try [contact("2026-01", "trafficking")] + (0..<20).map { _ in try contact("2026-01", "detention") }
            + (0..<30).map { _ in try contact("2026-02", "trafficking") }
            + (0..<40).map { _ in try contact("2026-02", "detention") }
        try await run(engine) { house in
            try await house.add(facts, to: house.own)
            let table = try await house.table(
                StatisticsQuery(measure: .contacts, rows: .month, columns: .dimension(.problem)),
                threshold: 5
            )
            let row = try #require(table.rows.firstIndex(of: "2026-01"))
            let column = try #require(table.columns.firstIndex(of: "trafficking"))
            #expect(table.cells[row][column] == .hidden)
            #expect(table.cells[row].count { $0 == .hidden } + (table.rowTotals[row] == .hidden ? 1 : 0) > 1)
            #expect(table.cells.count { $0[column] == .hidden } + (table.columnTotals[column] == .hidden ? 1 : 0) > 1)
            #expect(table.hidesSome)
        }
    }

    @Test(
        "A person counts once, and in the network not again where a referral brought them",
        arguments: TestEngine.available
    )
    func countsPersons(engine: TestEngine) async throws {
        let people: [PersonID] = (0..<6).map { _ in Surroundings.system.newID() }
        let twice = try people.flatMap {
            [try contact("2026-01", "detention", person: $0), try contact("2026-02", "housing", person: $0)]
        }
        let day = try #require(CivilDate(iso: "2026-03-01"))
        let referred = people.map { _ in
            Fact(.caseFile, on: day, person: Surroundings.system.newID(), networkToken: [1, 2, 3])
        }
        try await run(engine) { house in
            try await house.add(twice, to: house.own)
            try await house.add(referred, to: house.other)
            let query = StatisticsQuery(measure: .persons, rows: .month)
            let own = try await house.table(query)
            #expect(own.rowTotals == [.shown(6), .shown(6)])
            #expect(own.total == .shown(6))
            #expect(try await house.table(query, network: true).total == .shown(6))
        }
    }

    @Test("A problem counts under its parent, and in detail under itself", arguments: TestEngine.available)
    func countsUnderParents(engine: TestEngine) async throws {
        let facts =
            try (0..<6).map { _ in try contact("2026-01", "control_register") }
            + (0..<7).map { _ in try contact("2026-01", "deportation") }
        let parent = try #require(ProblemCode(rawValue: "deportation"))
        let child = try #require(ProblemCode(rawValue: "control_register"))
        try await run(engine) { house in
            try await house.add(facts, to: house.own)
            let store = StatisticsStore(parents: [child: parent])
            let own = house.own
            func table(_ rows: Breakdown, _ columns: Breakdown?) async throws -> StatisticsTable {
                let query = StatisticsQuery(measure: .contacts, rows: rows, columns: columns)
                return try await house.database.read(.organization(own)) {
                    try store.table(query, .organization(own), on: $0)
                }
            }
            let rolled = try await table(.dimension(.problem), .dimension(.sex))
            #expect(rolled.rows == ["deportation"] && rolled.total == .shown(13))
            #expect(try await table(.problemDetail, nil).rows == ["deportation", "control_register"])
        }
    }

    @Test("Amounts are never added up over currencies or kinds", arguments: TestEngine.available)
    func addsAmounts(engine: TestEngine) async throws {
        let day = try #require(CivilDate(iso: "2026-03-01"))
        let roubles = try #require(CurrencyCode("RUB"))
        let tenge = try #require(CurrencyCode("KZT"))
        func outcome(_ hundredths: Int64, _ currency: CurrencyCode, _ kind: AmountKind) -> Fact {
            Fact(.outcome, on: day, amount: Money(hundredths: hundredths, currency: currency), amountKind: kind)
        }
        let facts =
            (0..<3).map { _ in outcome(100_000, roubles, .recovered) }
            + (0..<3).map { _ in outcome(5_000, tenge, .recovered) } + [outcome(9_999_900, roubles, .owed)]
        try await run(engine) { house in
            try await house.add(facts, to: house.own)
            let query = try StatisticsRules.query(
                rows: "month",
                columns: "",
                measure: "amounts",
                from: "",
                to: "",
                filter: "",
                reach: .organization(house.own)
            )
            let table = try await house.table(query)
            #expect(table.columns == ["RUB", "KZT"])
            #expect(table.cells == [[.shown(3000), .shown(150)]])
        }
    }

    @Test("What can't be answered is told by parameter")
    func refusesNonsense() {
        func problem(
            rows: String = "month",
            columns: String = "",
            measure: String = "contacts",
            from: String = "",
            to: String = "",
            filter: String = "",
            reach: StatisticsReach = .organization(.installation)
        ) -> StatisticsProblem? {
            do throws(StatisticsProblem) {
                _ = try StatisticsRules.query(
                    rows: rows,
                    columns: columns,
                    measure: measure,
                    from: from,
                    to: to,
                    filter: filter,
                    reach: reach
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(problem(measure: "souls") == .unknownMeasure)
        #expect(problem(rows: "name") == .unknownBreakdown(parameter: "rows"))
        #expect(problem(columns: "person_id") == .unknownBreakdown(parameter: "columns"))
        #expect(problem(rows: "sex", columns: "sex") == .sameBreakdownTwice)
        #expect(problem(from: "2026-13") == .unreadableMonth(parameter: "from"))
        #expect(problem(from: "2026-05", to: "2026-03") == .monthsReversed)
        #expect(problem(filter: "sex") == .unreadableFilter)
        #expect(problem(filter: "id:1") == .unreadableFilter)
        #expect(problem(filter: "sex:female", reach: .network) == .filterOfNetwork)
        #expect(problem(columns: "sex", measure: "amounts") == .currencyMissing)
        #expect(problem() == nil)
    }
}
