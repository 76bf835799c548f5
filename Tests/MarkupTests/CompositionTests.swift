import Markup
import Testing

@Suite struct CompositionTests {
    private let bold: HTML = "<b>x</b>"

    @Test func markupNests() {
        let pieces: [HTML] = ["<i/>", bold]
        let missing: HTML? = nil
        let present: HTML? = bold
        let html: HTML = "<p>\(bold)\(pieces)\(missing)\(present)\(-42)</p>"
        #expect(html.string == "<p><b>x</b><i/><b>x</b><b>x</b>-42</p>")
    }

    @Test func numbersAreWrittenInFull() {
        let html: HTML = "\(0) \(Int.min) \(Int.max)"
        #expect(html.string == "0 -9223372036854775808 9223372036854775807")
    }

    @Test func joining() {
        let pieces: [HTML] = ["a", "b", "c"]
        #expect(pieces.joined(separator: "<br/>").string == "a<br/>b<br/>c")
        #expect(pieces.joined().string == "abc")
        #expect(pieces.prefix(1).joined(separator: ", ").string == "a")
        #expect([HTML]().joined(separator: "-").isEmpty)
        #expect(["", "", ""].joined(separator: "-") as HTML == "--")
    }

    @Test func addition() {
        var html = bold + "<i/>"
        html += "&amp;"
        html.append(bold)
        #expect(html.string == "<b>x</b><i/>&amp;<b>x</b>")
        #expect(bold.string == "<b>x</b>")
    }

    @Test func building() {
        let rows = HTML.build(reservingCapacity: 10) { html in
            for number in 1...3 { html.append("<li>\(number)</li>") }
        }
        #expect(rows.string == "<li>1</li><li>2</li><li>3</li>")
        #expect(HTML.each(1...3) { "<li>\($0)</li>" } == rows)
    }

    @Test func buildingPassesErrorsOn() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try HTML.build { (html: inout HTML) throws(Refusal) in
                html.append("a")
                throw Refusal()
            }
        }
        #expect(throws: Refusal.self) {
            try HTML.each([1]) { (_: Int) throws(Refusal) -> HTML in throw Refusal() }
        }
    }

    @Test func emptiness() {
        #expect(HTML().isEmpty)
        #expect(("" as HTML).isEmpty)
        #expect(!bold.isEmpty)
        #expect(HTML() == "")
    }

    /// Canonically equivalent texts are equal strings, but different pages.
    @Test func equalityIsByBytes() {
        #expect("e\u{301}" == "\u{E9}")
        #expect(HTML(text: "e\u{301}") != HTML(text: "\u{E9}"))
    }

    @Test func singleCharacterLiterals() {
        let one: HTML = "-"
        let accented: HTML = "é"
        #expect((one + accented).string == "-é")
    }
}
