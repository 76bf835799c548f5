import Domain
import Testing

@testable import Guides

@Suite("Rules, deadlines and emergency numbers")
struct RulesTests {
    private func day(_ iso: String) throws -> CivilDate {
        try #require(CivilDate(iso: iso))
    }

    @Test("A rule holds for its nationality, in its country, from its day on")
    func register() throws {
        let rules = try TestContent.library().rules
        let now = rules.rules(nationality: "KG", destination: "RU", on: try day("2026-11-21"))
        #expect(now.contains { $0.id == "ru-kg-work" })
        #expect(!now.contains { $0.nationality == "UZ" })
        let before = rules.rules(nationality: "KG", destination: "RU", on: try day("2015-08-11"))
        #expect(!before.contains { $0.id == "ru-kg-work" })
        #expect(
            rules.rules(nationality: nil, destination: "RU", on: try day("2026-11-21")).allSatisfy {
                $0.nationality == nil
            }
        )
        #expect(
            rules.rules(nationality: "KG", destination: "KZ", on: try day("2026-11-21")).allSatisfy {
                $0.destination == "KZ"
            }
        )
    }

    @Test("Rules for the nationality come before those for everybody; a topic narrows them")
    func order() throws {
        let rules = try TestContent.library().rules
        let found = rules.rules(nationality: "KG", destination: "RU", on: try day("2026-11-21"))
        let firstForAll = try #require(found.firstIndex { $0.nationality == nil })
        #expect(found[firstForAll...].allSatisfy { $0.nationality == nil })
        let topic = rules.rules(
            nationality: "KG",
            destination: "RU",
            on: try day("2026-11-21"),
            topic: "residence_registration"
        )
        #expect(!topic.isEmpty)
        #expect(topic.allSatisfy { $0.topic == "residence_registration" })
    }

    @Test("An ended rule no longer holds")
    func ended() throws {
        let rules = try TestContent.library().rules
        let ending = try #require(rules.all.first { $0.until != nil })
        let last = try #require(ending.until)
        func isThere(_ date: CivilDate) -> Bool {
            rules.rules(nationality: ending.nationality, destination: ending.destination, on: date)
                .contains { $0.id == ending.id }
        }
        #expect(isThere(last))
        #expect(!isThere(last.advanced(byDays: 1)))
    }

    @Test(
        "Periods end on civil days",
        arguments: [
            (DeadlinePeriod.days(10), "2026-02-20", "2026-03-02"), (.months(1), "2026-01-31", "2026-02-28"),
            (.months(1), "2028-01-31", "2028-02-29"), (.months(3), "2026-11-30", "2027-02-28"),
            (.months(12), "2026-12-15", "2027-12-15"), (.years(1), "2028-02-29", "2029-02-28"),
            (.hours(48), "2026-12-31", "2027-01-02"), (.hours(12), "2026-05-05", "2026-05-05"),
        ]
    )
    func periods(period: DeadlinePeriod, from: String, end: String) throws {
        #expect(period.end(after: try day(from)).iso == end)
    }

    @Test("Deadlines follow from what happened, soonest first, with their source")
    func deadlines() throws {
        let deadlines = try TestContent.library().deadlines
        let wages = try #require(ProblemCode(rawValue: "unpaid_wages"))
        let due = deadlines.deadlines(country: "RU", problem: wages, trigger: "wage_due", date: try day("2026-03-10"))
        #expect(due.map(\.due) == due.map(\.due).sorted())
        #expect(due.contains { $0.rule.code == "ru_wages_court" && $0.due.iso == "2027-03-10" })
        #expect(due.allSatisfy { !$0.rule.source.title.isEmpty && $0.rule.checked.iso >= "2026-01-01" })
        #expect(deadlines.deadlines(country: "XX", problem: wages, date: try day("2026-03-10")).isEmpty)
    }

    @Test("A deadline for another citizenship is not shown")
    func citizenship() throws {
        let deadlines = try TestContent.library().deadlines
        let kyrgyz = deadlines.deadlines(
            country: "RU",
            problem: nil,
            trigger: "arrival",
            citizenship: "KG",
            date: try day("2026-03-10")
        )
        #expect(kyrgyz.contains { $0.rule.nationality == "KG" })
        #expect(!kyrgyz.contains { $0.rule.nationality == "UZ" })
        let unknown = deadlines.deadlines(country: "RU", problem: nil, date: try day("2026-03-10"))
        #expect(unknown.allSatisfy { $0.rule.nationality == nil })
    }

    @Test("Russia, Kazakhstan and Kyrgyzstan have their emergency numbers", arguments: ["RU", "KZ", "KG"])
    func emergency(country: String) throws {
        let numbers = try #require(try TestContent.library().emergency.numbers(country: country))
        #expect(numbers.numbers.contains { $0.number == "112" })
        #expect(try TestContent.library().emergency.numbers(country: "XX") == nil)
    }
}
