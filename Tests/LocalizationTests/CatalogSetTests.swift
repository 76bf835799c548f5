import Localization
import Testing

@Suite("Catalogues and fallback")
struct CatalogSetTests {
    private static let keys = ["a.all", "a.russian", "a.english", "a.rows", "a.nowhere", "a.braces", "a.pair"]

    private static func catalog(_ language: String, _ plurals: String, _ body: String) throws -> Catalog {
        let header = """
            msgid ""
            msgstr "Language: \(language)\\nPlural-Forms: \(plurals)\\nX-Reviewed: \(language == "en" ? "yes" : "no")\\n"

            """
        return try Catalog(parsing: Array((header + body).utf8), name: "\(language).po")
    }

    private static func message(_ key: String, _ english: String, _ translation: String, fuzzy: Bool = false) -> String
    {
        "\n\(fuzzy ? "#, fuzzy\n" : "")msgctxt \"\(key)\"\nmsgid \"\(english)\"\nmsgstr \"\(translation)\"\n"
    }

    private static func set() throws -> CatalogSet {
        let rows = "\nmsgctxt \"a.rows\"\nmsgid \"{count} row of {name}\"\nmsgid_plural \"{count} rows of {name}\"\n"
        let english = try catalog(
            "en",
            "nplurals=2; plural=(n != 1);",
            message("a.all", "All", "") + message("a.russian", "Some", "") + message("a.english", "One", "")
                + message("a.braces", "{{x}} {x}", "") + message("a.pair", "{a}{b}{a}", "")
                + rows + "msgstr[0] \"\"\nmsgstr[1] \"\"\n"
        )
        let russian = try catalog(
            "ru",
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
            message("a.all", "All", "Все") + message("a.russian", "Some", "Некоторые")
                + message("a.english", "One", "Устарело", fuzzy: true) + rows
                + "msgstr[0] \"{count} строка {name}\"\nmsgstr[1] \"{count} строки {name}\"\n"
                + "msgstr[2] \"{count} строк {name}\"\n"
        )
        let kyrgyz = try catalog(
            "ky",
            "nplurals=2; plural=(n != 1);",
            message("a.all", "All", "Баары") + message("a.russian", "Some", "") + rows
                + "msgstr[0] \"\"\nmsgstr[1] \"\"\n"
        )
        let romanian = try catalog("ro", "nplurals=1; plural=0;", message("a.all", "All", "Toate"))
        return CatalogSet([english, russian, kyrgyz, romanian], keys: keys)
    }

    private static func lines(_ language: String) throws -> [String] {
        let texts = try set().texts(language)
        return (0..<3).map { texts.text(TextKey(index: $0)) }
    }

    @Test func missingMessagesComeFromTheNextLanguageOfTheChain() throws {
        #expect(try Self.lines("ky") == ["Баары", "Некоторые", "One"])
        #expect(try Self.lines("ro") == ["Toate", "Some", "One"])
        #expect(try Self.lines("ru") == ["Все", "Некоторые", "One"], "an outdated translation is not shown")
    }

    @Test func aMessageThatIsNowhereShowsItsKey() throws {
        let texts = try Self.set().texts("ky")
        #expect(texts.text(TextKey(index: 4)) == "a.nowhere")
        #expect(texts.plural(TextKey(index: 4), 2) == "a.nowhere")
        #expect(texts.text(TextKey(index: 99)) == "")
        #expect(texts.plural(TextKey(index: -1), 2) == "")
    }

    @Test func pluralsFollowTheLanguageThatTheyComeFrom() throws {
        let set = try Self.set()
        let texts = ["en", "ru", "ky"].map { set.texts($0) }
        let rows = [1, 2, 5, 21].map { count in
            texts.map { $0.plural(TextKey(index: 3), count, ["name": "A"]) }
        }
        #expect(
            rows == [
                ["1 row of A", "1 строка A", "1 строка A"], ["2 rows of A", "2 строки A", "2 строки A"],
                ["5 rows of A", "5 строк A", "5 строк A"], ["21 rows of A", "21 строка A", "21 строка A"],
            ]
        )
        #expect(texts[0].plural(TextKey(index: 3), 12345, ["name": "A"]) == "12,345 rows of A")
    }

    @Test func valuesFillPlaceholdersByNameAndAreNotReadAgain() throws {
        let texts = try Self.set().texts("en")
        #expect(texts.text(TextKey(index: 5), ["x": "{y}"]) == "{x} {y}")
        #expect(texts.text(TextKey(index: 6), ["b": "2", "a": "{b}"]) == "{b}2{b}")
        #expect(texts.text(TextKey(index: 6), ["b": "2"]) == "{a}2{a}")
    }

    @Test func tagsFindTheirLanguage() throws {
        let set = try Self.set()
        #expect(set.texts("ky-KG").language == "ky")
        #expect(set.texts("RU").language == "ru")
        #expect(set.texts("fr").language == "en")
        #expect(set.texts("").language == "en")
        #expect(set.texts("en").isReviewed)
        #expect(!set.texts("ky").isReviewed)
        #expect(set.bestLanguage(acceptLanguage: "fr, ky-KG;q=0.8, ru;q=0.9") == "ru")
        #expect(set.bestLanguage(acceptLanguage: "ky;q=0, ro ; q=0.1") == "ro")
        #expect(set.bestLanguage(acceptLanguage: "ru;q=x, *, ;;,") == nil)
    }

    @Test(
        "Unusable catalogues are refused with file and line",
        arguments: [
            ("msgctxt \"a.b\"\nmsgid \"A\"\nmsgstr \"{\"", "'{' without '}'"),
            ("msgctxt \"a.b\"\nmsgid \"A\"\nmsgstr \"}\"", "'}' without '{'"),
            ("msgctxt \"a.b\"\nmsgid \"A\"\nmsgstr \"{a b}\"", "is no name for a placeholder"),
            ("msgctxt \"a.b\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"x\"", "1 plural forms where 2 are needed"),
        ]
    )
    func refuses(body: String, reason: String) throws {
        let error = #expect(throws: CatalogError.self) {
            try Self.catalog("ru", "nplurals=2; plural=(n != 1);", "\n" + body)
        }
        #expect(error?.file == "ru.po")
        #expect(error?.line == 4)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test func aCatalogueNeedsItsHeader() {
        for header in ["Language: ru\\n", "Plural-Forms: nplurals=1; plural=0;\\n"] {
            let text = "msgid \"\"\nmsgstr \"\(header)\"\n"
            #expect(throws: CatalogError.self) { try Catalog(parsing: Array(text.utf8)) }
        }
    }
}
