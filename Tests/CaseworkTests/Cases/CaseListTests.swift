import Access
import Casework
import Database
import Domain
import People
import TestSupport
import Testing

@Suite("Lists of cases")
struct CaseListTests {
    /// Thirty cases of two workers, three problems, open and closed, with days on which they were opened.
    private func fill(_ house: SharingHouse) async throws -> [CaseID] {
        let (cases, home, colleague) = (house.cases, house.home, house.colleague)
        let problems = ["unpaid_wages", "documents_withheld", "detention"].compactMap { ProblemCode(rawValue: $0) }
        let now = house.clock.now
        return try await house.write(as: home) { connection in
            try (0..<30).map { index in
                try cases.create(
                    CaseDraft(
                        problems: Array(([problems[index % 3]] + problems).uniqued().prefix(index % 2 + 1)),
                        worker: index % 5 == 0 ? colleague.user : home.user,
                        openedAt: now.advanced(bySeconds: -Int64((index * 7) % 30) * 86_400),
                        isImported: true,
                        status: index % 4 == 0 ? .closed : .open,
                        makesPlan: index % 4 != 0
                    ),
                    by: home,
                    on: connection
                ).id
            }
        }
    }

    private func all(_ query: CaseQuery, _ house: SharingHouse) async throws -> [CaseListItem] {
        let (cases, home) = (house.cases, house.home)
        var query = query
        query.limit = 4
        var items: [CaseListItem] = []
        while true {
            let asked = query
            let page = try await house.read(as: home) { try cases.list(asked, for: home, on: $0) }
            items += page.items
            guard page.hasNext, let last = page.items.last else { return items }
            query.after = query.place(of: last)
        }
    }

    @Test("Page by page they show what the filter says, once each, in order", arguments: TestEngine.available)
    func filters(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let ids = try await fill(house)
            let everything = try await all(CaseQuery(activity: .all), house)
            #expect(Set(everything.map(\.head.id)) == Set(ids))
            #expect(everything.count == ids.count)
            let keys = everything.map { ($0.head.openedAt.milliseconds, $0.head.id) }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 > $1 })

            let problem = try #require(ProblemCode(rawValue: "detention"))
            let (cases, home) = (house.cases, house.home)
            let withProblem = try await house.read(as: home) { connection in
                try everything.filter {
                    try cases.problems(of: $0.head.id, on: connection).contains { $0.code == problem }
                }.map(\.head.id)
            }
            let expected: [(CaseQuery, [CaseID])] = [
                (CaseQuery(), everything.filter { $0.head.status.isOpen }.map(\.head.id)),
                (CaseQuery(activity: .closed), everything.filter { !$0.head.status.isOpen }.map(\.head.id)),
                (
                    CaseQuery(worker: house.colleague.user),
                    everything.filter { $0.head.status.isOpen && $0.head.worker == house.colleague.user }
                        .map(\.head.id)
                ),
                (CaseQuery(activity: .all, problem: problem), withProblem),
                (
                    CaseQuery(activity: .closed, status: .closed),
                    everything.filter { $0.head.status == .closed }.map(\.head.id)
                ),
            ]
            for (query, ids) in expected {
                #expect(try await all(query, house).map(\.head.id) == ids)
                #expect(!ids.isEmpty)
            }
        }
    }

    @Test(
        "What is due comes first when it is asked for, and going back shows the page before",
        arguments: TestEngine.available
    )
    func due(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            _ = try await fill(house)
            let (cases, home) = (house.cases, house.home)
            let horizon = CivilDate(at: house.clock.now, zone: "Asia/Bishkek").advanced(byDays: 365)
            let items = try await all(CaseQuery(dueBy: horizon), house)
            let days = items.compactMap(\.head.nextDueOn)
            #expect(days.count == items.count)
            #expect(days == days.sorted())
            #expect(items.count > 4)

            var query = CaseQuery(dueBy: horizon, limit: 3)
            query.after = query.place(of: items[5])
            let forward = query
            let second = try await house.read(as: home) { try cases.list(forward, for: home, on: $0) }
            #expect(second.items.map(\.head.id) == items[6..<9].map(\.head.id))
            query.after = nil
            query.before = query.place(of: items[6])
            let backward = query
            let first = try await house.read(as: home) { try cases.list(backward, for: home, on: $0) }
            #expect(first.items.map(\.head.id) == items[3..<6].map(\.head.id))
            #expect(first.hasPrevious)
        }
    }

    @Test(
        "A recipient sees a shared case, and its client's name only with a grant on the person",
        arguments: TestEngine.available
    )
    func shared(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let authority = try await house.give(house.draft(to: house.clinic), in: made.id)
            let referral = try await house.send(made.id, to: house.clinic, by: authority)
            let (cases, clinic) = (house.cases, house.clinic)
            let query = CaseQuery(box: .shared, activity: .all)
            let page = try await house.read(as: clinic) { try cases.list(query, for: clinic, on: $0) }
            #expect(page.items.map(\.head.id) == [made.id])
            #expect(page.items.first?.clientName == "Осмонова Айжамал")
            try await house.revoke(referral)
            let after = try await house.read(as: clinic) { try cases.list(query, for: clinic, on: $0) }
            #expect(after.items.isEmpty)
        }
    }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
