import Domain
import Foundation
import Localization
import Markup
import Testing

@testable import Web

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("What components do")
struct ComponentTests {
    private func texts(_ language: String = "en") throws -> Texts {
        try Fixture.catalogs().texts(language)
    }

    @Test("A table writes its cells under their columns, drops surplus ones and fills missing ones")
    func tableCells() throws {
        let table = Table(
            "People",
            columns: [TableColumn("Name", isHeading: true), TableColumn("Calls", isNumeric: true)]
        )
        let html = try table.html(texts()) { rows in
            rows.row { row in
                row.link("Ana", to: "/people/1")
                row.text("2")
                row.text("surplus")
            }
            rows.row { row in row.text("Bek") }
        }
        let rows = try Fixture.elements(html).filter { $0.name == "tr" }
        #expect(rows.map { $0.children?.compactMap(\.name) ?? [] } == [["th", "th"], ["th", "td"], ["th", "td"]])
        let cell = try #require(try rows[1].nodes(forXPath: "td").first as? XMLElement)
        #expect(cell.value("data-label") == "Calls")
        #expect(!html.string.contains("surplus"))
    }

    @Test("A table without rows shows the next step")
    func emptyTable() throws {
        let table = Table("People", columns: [TableColumn("Name")], empty: EmptyState("Nobody yet"))
        let html = try table.html(texts()) { _ in }
        #expect(html.string.contains("Nobody yet"))
        #expect(!html.string.contains("<table>"))
    }

    @Test("A sorted column says its order and leads to the other one")
    func sortedColumn() throws {
        let column = TableColumn("Name", sortURL: "?sort=-name", order: .ascending)
        let html = try Table("People", columns: [column]).html(texts()) { rows in rows.row { $0.text("Ana") } }
        let heading = try #require(try Fixture.elements(html).first { $0.name == "th" })
        #expect(heading.value("aria-sort") == "ascending")
        #expect(try heading.nodes(forXPath: "a[@href='?sort=-name']").count == 1)
    }

    @Test("An answer that isn't offered any more is shown again")
    func unknownAnswer() throws {
        let html = try SelectField("a", label: "A", options: [FieldOption("x", "X")], value: "gone").html(texts())
        let chosen = try Fixture.elements(html).filter { $0.value("selected") != nil }
        #expect(chosen.map { $0.value("value") } == ["gone"])
    }

    @Test("A date shows the month's name in the reader's language and keeps nonsense")
    func dates() throws {
        let html = try DateField("born", legend: "Born", day: "40", month: "3", year: "198?").html(texts("ru"))
        let elements = try Fixture.elements(html)
        #expect(elements.first { $0.value("selected") != nil }?.stringValue == "март")
        #expect(elements.first { $0.value("name") == "bornDay" }?.value("value") == "40")
        #expect(elements.first { $0.value("name") == "bornYear" }?.value("value") == "198?")
    }

    @Test("A password is not shown again")
    func passwords() throws {
        let input = try Fixture.elements(PasswordField("p", label: "P").html(texts())).first { $0.name == "input" }
        #expect(input?.attribute(forName: "value") == nil)
        #expect(input?.value("autocomplete") == "current-password")
    }

    @Test("A repeated group works by buttons alone, and Enter presses none of them")
    func repeatedGroup() throws {
        let texts = try texts()
        let group = RepeatableGroup("phones", legend: "Phones", count: 2, maximum: 2) { prefix, _ in
            PhoneField(prefix + ".number", label: "Number").html(texts)
        }
        let form = try Fixture.elements(Form("/people", token: "t", content: group.html(texts)).html(texts))
        let buttons = form.filter { $0.name == "button" && $0.value("type") == "submit" }
        #expect(buttons.first?.value("name") == nil)
        #expect(
            buttons.filter { $0.value("name") == "_remove" }.map { $0.value("value") }.prefix(2) == [
                "phones.0", "phones.1",
            ]
        )
        let add = try #require(buttons.first { $0.value("name") == "_add" })
        #expect(add.value("value") == "phones")
        #expect(add.attribute(forName: "hidden") != nil)
        #expect(form.contains { $0.value("name") == "phones.__index__.number" })
    }

    @Test("A number too small to be shown is in neither the picture nor a total")
    func hiddenNumbers() throws {
        let chart = Chart(
            id: "a",
            .stacked,
            title: "T",
            categoryTitle: "C",
            categories: ["one"],
            series: [ChartSeries("x", [7]), ChartSeries("y", [nil])],
            source: "S",
            date: "today"
        )
        let html = try chart.html(texts())
        let cells = try Fixture.elements(html).filter { $0.name == "td" }.map { $0.stringValue ?? "" }
        #expect(cells == ["7", "[c]", "[c]"])
        #expect(html.string.contains("[c] stands for"))
    }

    @Test("Labels of moments stand apart, and numbers hidden side by side have one sign")
    func moments() throws {
        let months = (0..<37).map { "20\(23 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
        let values = months.indices.map { (3...5).contains($0) || $0 == 20 ? nil : $0 }
        let chart = Chart(
            id: "a",
            .line,
            title: "T",
            categoryTitle: "C",
            categories: months.map { "the month \($0)" },
            axisLabels: months,
            series: [ChartSeries("x", values)],
            source: "S",
            date: "today"
        )
        let words = try Fixture.elements(try chart.html(texts())).filter { $0.name == "text" }
        let labels = words.filter { months.contains($0.stringValue ?? "") }
        let places = labels.compactMap { $0.value("x").flatMap { Int($0) } }
        #expect(places.count == labels.count && places.count > 3)
        for (left, right) in zip(places, places.dropFirst()) { #expect(right - left >= 7 * 8) }
        #expect(places.allSatisfy { $0 <= 420 - 28 })
        #expect(words.count { $0.stringValue == "[c]" } == 2)
    }

    @Test(
        "An axis begins at zero, ends at or above the greatest value and has few lines",
        arguments: [
            0, 1, 3, 7, 10, 99, 100, 101, 4_999, 123_456, Int.max,
        ]
    )
    func axes(_ value: Int) {
        let scale = ChartScale(holding: value)
        #expect(scale.maximum >= value)
        #expect(scale.ticks.first == 0)
        #expect((2...7).contains(scale.ticks.count))
        #expect(scale.length(0, of: 200) == 0)
        #expect(scale.length(scale.maximum, of: 200) == 200)
    }

    @Test("A relative time has the exact one for people and machines")
    func relativeTime() throws {
        let now = Instant(milliseconds: 1_772_600_000_000)
        let html = try RelativeTime(now.advanced(bySeconds: -300), now: now, zone: "Asia/Bishkek").html(texts())
        let time = try #require(try Fixture.elements(html).first { $0.name == "time" })
        #expect(time.stringValue == "5 min ago")
        #expect(time.value("datetime") == "2026-03-04T04:48:20Z")
        #expect(time.value("title") == "2026-03-04 10:48:20 (UTC+06:00)")
    }

    @Test("Progress stays within its bounds", arguments: [(-5, 10, "0"), (5, 10, "5"), (50, 10, "10"), (1, 0, "1")])
    func progress(_ done: Int, _ total: Int, _ shown: String) throws {
        let bar = try Fixture.elements(Progress("P", done: done, total: total).html(texts())).first {
            $0.name == "progress"
        }
        #expect(bar?.value("value") == shown)
    }

    @Test("Initials come from the first two words", arguments: [("Айжамал Осмонова", "АО"), ("Ana", "A"), ("", "")])
    func initials(_ name: String, _ shown: String) {
        #expect(SignedInUser(name: name, organization: "").initials == shown)
    }

    @Test("Languages written from right to left say so")
    func direction() {
        #expect(ShellDocument.direction("fa-AF") == .rightToLeft)
        #expect(ShellDocument.direction("ky") == .leftToRight)
    }
}
