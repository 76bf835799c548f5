import Domain
import Markup
import Testing

@testable import Guides

@Suite("Guides")
struct GuideTests {
    private static let head = """
        ---
        title: A title
        countries: RU, KZ
        checked: 2026-11-21
        version: 2
        source: A law | A state | 2015-08-12 | https://example.org/law
        source: A report | An organization | 2013
        ---

        """
    private static let body = """
        ## danger
        Call **112**. <b>
        ## now
        1. First
        2. Second [here](https://example.org) and [there](javascript:alert)
        ## law
        One
        paragraph.

        - a
        - b
        ## who
        Somebody.
        """

    private func guide(_ text: String) throws -> Guide {
        let code = try #require(ProblemCode(rawValue: "unpaid_wages"))
        return try GuideParser(Array(text.utf8), file: "guides/unpaid_wages/en.md").guide(code, language: "en")
    }

    @Test("The facts and sections of a guide are read")
    func reads() throws {
        let guide = try guide(Self.head + Self.body)
        #expect(guide.title == "A title")
        #expect(guide.countries == ["RU", "KZ"])
        #expect(guide.reference == "unpaid_wages/en/2")
        #expect(guide.sources.map(\.url) == ["https://example.org/law", nil])
        #expect(guide.steps.count == 2)
        #expect(guide.section(.law)?.string == "<p>One paragraph.</p><ul><li>a</li><li>b</li></ul>")
    }

    @Test("Markup of the text is text; only https links are links")
    func escapes() throws {
        let guide = try guide(Self.head + Self.body)
        #expect(guide.section(.danger)?.string == "<p>Call <strong>112</strong>. &lt;b&gt;</p>")
        let steps = guide.steps.map(\.string)
        #expect(steps[1].contains("<a href=\"https://example.org\""))
        #expect(!steps[1].contains("href=\"javascript"))
    }

    @Test("What is not closed stays as it is", arguments: ["**open", "[label](https://open", "[label]", "a ** b"])
    func unclosed(text: String) {
        #expect(GuideSpan.html(GuideParser.spans(text)).string == text)
    }

    @Test(
        "A guide with a fault is refused with its place",
        arguments: [
            ("title: A title\n", "", "title"), ("version: 2", "version: 0", "version"),
            ("checked: 2026-11-21", "checked: soon", "checked"), ("RU, KZ", "RU, Kz", "countries"),
            ("| A state | 2015-08-12 |", "| A state |", "source"), ("https://example.org/law", "ftp://x", "source"),
            ("## law", "## laws", "line 14"), ("## who\nSomebody.", "", "who"), ("Somebody.", "", "who"),
            ("## danger", "text\n## danger", "line 9"), ("Somebody.", "# heading", "line 21"),
            ("---\ntitle", "title", "line 1"),
        ]
    )
    func refuses(old: String, new: String, place: String) throws {
        let text = (Self.head + Self.body).replacing(old, with: new, maxReplacements: 1)
        let error = try #require(throws: ContentError.self) { try guide(text) }
        #expect(error.file == "guides/unpaid_wages/en.md")
        #expect(error.path == place, "\(error)")
    }

    @Test("Every guide of the content is in Russian, English and Kyrgyz, with steps and sources")
    func complete() throws {
        let guides = try TestContent.library().guides
        #expect(guides.problems.count >= 15)
        for problem in guides.problems {
            #expect(Set(guides.languages(of: problem)).isSuperset(of: ["en", "ru", "ky"]), "\(problem.rawValue)")
        }
        for guide in guides.all { #expect(guide.steps.count >= 3, "\(guide.reference)") }
    }

    @Test("A reader of another language gets the next of the chain, marked")
    func fallback() throws {
        let guides = try TestContent.library().guides
        let code = try #require(ProblemCode(rawValue: "unpaid_wages"))
        let kyrgyz = try #require(guides.guide(code, language: "ky"))
        #expect(kyrgyz.guide.language == "ky")
        #expect(!kyrgyz.isOtherLanguage)
        let tajik = try #require(guides.guide(code, language: "tg"))
        #expect(tajik.guide.language == "ru")
        #expect(tajik.isOtherLanguage)
        #expect(guides.guide(code, language: "ro")?.guide.language == "en")
        #expect(guides.guide(code, language: "ky", country: "XX") == nil)
        #expect(guides.guide(.other, language: "ky") == nil)
    }
}
