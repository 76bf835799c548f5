import Localization
import Testing

@Suite("PO files")
struct PortableObjectTests {
    private static let sample = """
        # Reviewed by nobody yet.
        msgid ""
        msgstr ""
        "Language: ru\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
        "X-Reviewed: no\\n"

        # A translator's remark.
        #. Where it stands.
        #: Sources/People/List.swift:12
        #, fuzzy, no-wrap
        #| msgid "Old"
        msgctxt "people.greeting"
        msgid "Dear {name},\\n"
        "welcome \\"home\\" \\\\ \\t."
        msgstr ""
        "Здравствуйте, {name}\\n"
        "добро пожаловать"

        msgctxt "people.rows"
        msgid "{count} row"
        msgid_plural "{count} rows"
        msgstr[0] "{count} строка"
        msgstr[1] "{count} строк"

        #~ msgctxt "people.gone"
        #~ msgid "Gone"
        #~ msgstr "Нет"

        """

    @Test func readsEverythingThatTranslatorsWrite() throws {
        let file = try PortableObject(parsing: Self.sample)
        #expect(file.headerComments == ["Reviewed by nobody yet."])
        #expect(file.headerValue("language") == "ru")
        #expect(file.headerValue("X-Reviewed") == "no")
        #expect(file.entries.count == 2)
        let first = try #require(file.entries.first)
        #expect(first.key == "people.greeting")
        #expect(first.english == "Dear {name},\nwelcome \"home\" \\ \t.")
        #expect(first.translations == ["Здравствуйте, {name}\nдобро пожаловать"])
        #expect(first.translatorComments == ["A translator's remark."])
        #expect(first.authorComments == ["Where it stands."])
        #expect(first.flags == ["fuzzy", "no-wrap"])
        #expect(first.isFuzzy)
        #expect(first.line == 13)
        let second = try #require(file.entries.last)
        #expect(second.englishPlural == "{count} rows")
        #expect(second.translations == ["{count} строка", "{count} строк"])
        #expect(second.isTranslated)
    }

    @Test func writesWhatItReads() throws {
        let file = try PortableObject(parsing: Self.sample)
        let again = try PortableObject(parsing: file.serialized())
        #expect(again.serialized() == file.serialized())
        #expect(again.header == file.header)
        #expect(again.entries.map(\.english) == file.entries.map(\.english))
        #expect(again.entries.map(\.translations) == file.entries.map(\.translations))
    }

    @Test func readsWindowsLineEndsAndAByteOrderMark() throws {
        let windows =
            "\u{FEFF}"
            + Self.sample.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        let entries = try PortableObject(parsing: windows).entries
        #expect(entries == (try PortableObject(parsing: Self.sample).entries))
    }

    @Test(
        "Faults are named with their line",
        arguments: [
            ("msgctxt \"a.b\"\nmsgid \"A\"\n", 2, "a message without msgstr"),
            ("msgid \"A\"\nmsgstr \"B\"", 1, "a message without msgctxt: 'A'"),
            ("msgctxt \"a.b\"\nmsgid \"\"\nmsgstr \"B\"", 1, "'a.b' has an empty msgid"),
            ("msgctxt \"a.b\"\nmsgstr \"B\"", 2, "msgstr without msgid"),
            ("\nmsgctxt \"a.b", 2, "a text without a closing quotation mark"),
            ("msgctxt \"a.b\" c", 1, "text after the closing quotation mark"),
            ("msgctxt \"a\\b\"", 1, "unknown escape; known are \\n \\t \\r \\\" \\\\"),
            ("msgctxt \"a\\", 1, "a text without a closing quotation mark"),
            ("\"stray\"", 1, "a text that belongs to no keyword"),
            ("msgtext \"a\"", 1, "unknown keyword 'msgtext'"),
            ("hello", 1, "expected a keyword and a text in quotation marks"),
            ("msgctxt \"a\"\n# no\nmsgid \"A\"", 2, "a comment inside a message"),
            ("msgctxt \"a\"\nmsgctxt \"b\"", 2, "msgctxt after msgctxt or msgid"),
            ("msgctxt \"a\"\nmsgid \"A\"\nmsgid \"B\"", 3, "msgid after msgid"),
            ("msgctxt \"a\"\nmsgid_plural \"A\"", 2, "msgid_plural must follow msgid"),
            ("msgctxt \"a\"\nmsgid \"A\"\nmsgstr[0] \"B\"", 3, "msgstr[0] without msgid_plural"),
            ("msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr \"\"", 4, "msgstr of a plural needs a number"),
            (
                "msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[1] \"\"", 4,
                "expected msgstr[0], not msgstr[1]"
            ),
            ("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\nmsgstr \"C\"", 4, "msgstr is given twice"),
            (
                "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\nmsgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"", 4,
                "'a' is there twice"
            ),
            ("msgid \"\"\nmsgstr \"no colon\"", 1, "header line without a colon: 'no colon'"),
            ("msgid \"\"\nmsgstr \"a: b\"\nmsgid \"\"\nmsgstr \"a: b\"", 3, "the header must come first, and once"),
        ]
    )
    func refuses(text: String, line: Int, reason: String) {
        #expect(throws: CatalogError(line: line, reason: reason)) { try PortableObject(parsing: text) }
    }

    @Test func refusesWhatIsNotUTF8() {
        let bytes = Array("msgctxt \"".utf8) + [0xFF, 0x22]
        #expect(throws: CatalogError(line: 1, reason: "not UTF-8")) { try PortableObject(parsing: bytes) }
    }

    @Test func mergingKeepsTranslationsAndMarksOutdatedOnes() throws {
        func entry(_ key: String, _ english: String, _ translation: String) -> PortableObject.Entry {
            PortableObject.Entry(key: key, english: english, translations: [translation])
        }
        let rows = PortableObject.Entry(key: "a.rows", english: "{count} row", englishPlural: "{count} rows")
        let source = PortableObject(entries: [
            entry("a.one", "One", ""), entry("b.two", "Two, newly", ""), rows, entry("a.new", "New", ""),
        ])
        var kept = entry("a.one", "One", "Один")
        kept.translatorComments = ["Sure."]
        let old = PortableObject(entries: [entry("a.gone", "Gone", "Нет"), entry("b.two", "Two", "Два"), kept])
        let merged = old.merged(with: source, forms: 3)
        #expect(merged.entries.map(\.key) == ["a.one", "a.rows", "a.new", "b.two"])
        #expect(merged.entries.map(\.translations) == [["Один"], ["", "", ""], [""], ["Два"]])
        #expect(merged.entries.map(\.isFuzzy) == [false, false, false, true])
        #expect(merged.entries[0].translatorComments == ["Sure."])
        #expect(merged.merged(with: source, forms: 3) == merged)
    }
}
