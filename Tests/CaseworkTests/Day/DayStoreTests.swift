import Access
import Casework
import Database
import Domain
import TestSupport
import Testing

@Suite("My day")
struct DayStoreTests {
    @Test("It holds one's own work that is near, what nobody works on, and what waits", arguments: TestEngine.available)
    func day(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (cases, entries, home, colleague) = (house.cases, house.entries, house.home, house.colleague)
            let wages = try #require(ProblemCode(rawValue: "unpaid_wages"))
            let today = CivilDate(at: house.clock.now, zone: "Asia/Bishkek")
            let (mine, waiting) = try await house.write(as: home) { connection in
                func open(_ worker: UserID?) throws -> CaseID {
                    try cases.create(
                        CaseDraft(problems: [wages], worker: worker, makesPlan: false),
                        by: home,
                        on: connection
                    ).id
                }
                let mine = try open(home.user)
                for (title, days) in [("Сегодня", 0), ("Вчера", -1), ("Через три дня", 3), ("Через месяц", 30)] {
                    try entries.add(
                        EntryDraft(.task, EntryBody(title: title), dueOn: today.advanced(byDays: Int64(days))),
                        to: mine,
                        by: home,
                        on: connection
                    )
                }
                try entries.add(
                    EntryDraft(.task, EntryBody(title: "Чужое"), assignee: colleague.user, dueOn: today),
                    to: mine,
                    by: home,
                    on: connection
                )
                let waiting = try open(home.user)
                var change = CaseChange()
                change.status = .waiting
                _ = try cases.patch(waiting, change, from: FieldVersions(), by: home, on: connection)
                change = CaseChange()
                change.worker = .some(nil)
                let free = try open(home.user)
                _ = try cases.patch(free, change, from: FieldVersions(), by: home, on: connection)
                return (mine, waiting)
            }
            let day = DayStore(cases: cases)
            let items = try await house.read(as: home) { try day.items(for: home, on: $0) }
            let work = items.filter { $0.path == ["cases", mine.text] }
            #expect(work.map(\.title) == ["Вчера", "Сегодня", "Через три дня"])
            #expect(work.map(\.urgency) == [.now, .now, .thisWeek])
            #expect(items.contains { $0.kind == "waiting" && $0.path == ["cases", waiting.text] })
            #expect(items.filter { $0.kind == "case" }.count == 1)
            try await house.write(as: home) {
                try cases.close(mine, CaseClosing(outcome: .solved, told: "Всё"), by: home, on: $0)
            }
            let closed = try await house.read(as: home) { try day.items(for: home, on: $0) }
            #expect(!closed.contains { $0.path == ["cases", mine.text] })
            try await house.write(as: home) { try cases.reopen(mine, why: "Ещё раз", by: home, on: $0) }
            let again = try await house.read(as: home) { try day.items(for: home, on: $0) }
            #expect(again.filter { $0.path == ["cases", mine.text] }.count == work.count)
            let others = try await house.read(as: colleague) { try day.items(for: colleague, on: $0) }
            #expect(others.filter { $0.kind == "task" }.map(\.title) == ["Чужое"])
            let foreign = try await house.read(as: house.clinic) { try day.items(for: house.clinic, on: $0) }
            #expect(foreign.isEmpty)
        }
    }
}
