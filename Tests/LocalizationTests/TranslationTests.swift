import Foundation
import Localization
import Testing

@Suite("The program's texts")
struct TranslationTests {
    /// Keys that code uses in a way that the search for `.section.accessor` can't see.
    private static let exemptions: Set<String> = []

    @Test("Every message is translated, with the same placeholders", arguments: Repository.translations)
    func isComplete(language: String) throws {
        let translation = try Repository.catalog(language)
        let rule = try PluralRule(parsing: translation.headerValue("Plural-Forms") ?? "")
        let problems = CatalogCheck.problems(
            source: try Repository.catalog("en"),
            translation: translation,
            rule: rule
        )
        #expect(problems.isEmpty, "\(problems.map { $0.inFile("\(language).po").description })")
    }

    @Test func theCheckFindsWhatTranslatorsGetWrong() throws {
        let rule = try PluralRule(parsing: "nplurals=2; plural=(n != 1);")
        func entry(_ key: String, _ english: String, _ translation: String) -> PortableObject.Entry {
            PortableObject.Entry(key: key, english: english, translations: [translation], line: 1)
        }
        func rows(_ one: String, _ other: String) -> PortableObject.Entry {
            PortableObject.Entry(key: "a.r", english: "One", englishPlural: "{count}", translations: [one, other])
        }
        func reasons(_ source: PortableObject.Entry, _ translation: PortableObject.Entry?) -> [String] {
            let file = PortableObject(entries: translation.map { [$0] } ?? [])
            return CatalogCheck.problems(source: PortableObject(entries: [source]), translation: file, rule: rule)
                .map(\.reason)
        }
        let source = entry("a.b", "Dear {name}", "")
        #expect(reasons(source, entry("a.b", "Dear {name}", "Уважаемый {name}")) == [])
        #expect(reasons(source, nil) == ["'a.b' is missing"])
        #expect(reasons(source, entry("a.b", "Dear {name}", "")) == ["'a.b' is not translated"])
        #expect(reasons(source, entry("a.b", "Dear {name}", "{имя}")).count == 1)
        #expect(reasons(source, entry("a.b", "Dear {name}", "{nam}")).count == 1)
        #expect(reasons(source, entry("a.b", "Dear {name}", "{name} ")).count == 1)
        #expect(reasons(source, entry("a.c", "Dear {name}", "x")).count == 2)
        #expect(reasons(rows("", ""), rows("Один", "{count}")) == [])
        #expect(reasons(rows("", ""), rows("Один", "Много")).count == 1)
        #expect(reasons(rows("", ""), entry("a.r", "One", "Один")).count == 1)
    }

    @Test func theGeneratedCodeIsUpToDate() throws {
        for file in try AccessorGenerator.files(for: Repository.catalog("en")) {
            let committed = try Repository.bytes(Repository.generated.appendingPathComponent(file.name))
            #expect(committed == Array(file.text.utf8), "\(file.name): run script/texts")
        }
    }

    @Test func everyKeyIsUsed() throws {
        var uses = AccessorUses()
        for file in Repository.sources() { uses.add(source: try Repository.bytes(file)) }
        let unused = uses.unused(in: try Repository.catalog("en")).filter { !Self.exemptions.contains($0) }
        #expect(unused.isEmpty, "\(unused.joined(separator: " "))")
    }

    @Test func theSearchForUsesSeesCodeAndNotComments() {
        var uses = AccessorUses()
        let code = """
            // texts.common.no
            let a = "\\(page.texts.common.yes)" + texts
                .common
                .`continue` + texts.common
            other.save
            """
        uses.add(source: Array(code.utf8))
        let entries = ["common.yes", "common.continue", "common.no", "common.save"].map {
            PortableObject.Entry(key: $0, english: "x")
        }
        #expect(uses.unused(in: PortableObject(entries: entries)) == ["common.no", "common.save"])
    }

    @Test(
        "Keys that make no Swift names are refused",
        arguments: ["save", "a.", ".a", "a.1b", "A.b", "a.b-c", "a.ж", "formats.x", "a.texts", "a b.c"]
    )
    func refuses(key: String) {
        #expect(throws: CatalogError.self) { try AccessorName(key: key) }
    }

    @Test func accessorsHaveTheirParameters() throws {
        let entries = [
            PortableObject.Entry(key: "case_list.title", english: "Cases of {name}, {in}"),
            PortableObject.Entry(key: "other.default", english: "Default"),
            PortableObject.Entry(key: "case_list.rows", english: "One", englishPlural: "{count} of {name}"),
        ]
        let files = try AccessorGenerator.files(for: PortableObject(entries: entries))
        #expect(files.map(\.name) == ["Texts+Keys.swift", "CaseListTexts.swift", "OtherTexts.swift"])
        #expect(files[0].text.contains("\"case_list.title\",\n        \"case_list.rows\",\n        \"other.default\","))
        #expect(files[1].text.contains("public func title(name: String, `in`: String) -> String {"))
        #expect(files[1].text.contains("texts.text(Self.key(0), [\"name\": name, \"in\": `in`])"))
        #expect(files[1].text.contains("public func rows(count: Int, name: String) -> String {"))
        #expect(files[1].text.contains("texts.plural(Self.key(1), count, [\"name\": name])"))
        #expect(files[2].text.contains("public var `default`: String { texts.text(Self.key(0)) }"))
        #expect(files[2].text.contains("TextKey(index: 2 + offset)"))
    }

    @Test func keysWithOneSwiftNameAreRefused() {
        let entries = ["a.b_c", "a.b.c"].map { PortableObject.Entry(key: $0, english: "x", line: 7) }
        #expect(throws: CatalogError(line: 7, reason: "'a.b.c' has the Swift name of another key")) {
            try AccessorGenerator.files(for: PortableObject(entries: entries))
        }
    }

    @Test func accessorsFindTheirMessages() throws {
        let texts = try Repository.texts("ru")
        #expect(texts.common.save == "Сохранить")
        #expect(texts.start.membersLead(count: 21) == "Здесь работает 21 сотрудник.")
        #expect(texts.people.sharedByOther(organization: "А", date: "1 мая").contains("организация: А. До 1 мая"))
        #expect(texts.format.listAnd(first: "а", last: "б") == "а и б")
        #expect(try !Repository.texts("ru").isReviewed)
        #expect(try Repository.texts("en").isReviewed)
    }
}
