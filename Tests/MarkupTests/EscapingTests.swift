import Markup
import Testing

@Suite struct EscapingTests {
    @Test func specialCharactersBecomeEntities() {
        let html: HTML = "<p>\("<a href=\"x\" title='y'> & </a>")</p>"
        #expect(html.string == "<p>&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt; &amp; &lt;/a&gt;</p>")
    }

    /// A quote and the combining mark after it are one `Character`; escaping by characters misses the quote.
    @Test(arguments: ["\"", "'", "<", ">", "&"])
    func combiningMarkDoesNotHideASpecialCharacter(special: String) {
        for mark in ["\u{301}", "\u{338}", "\u{20DD}", "\u{200D}", "\u{FE0F}"] {
            let text = special + mark
            #expect(text.count == 1 || mark == "\u{200D}" || mark == "\u{FE0F}")
            let html = HTML(text: text)
            #expect(!html.bytes.contains(special.utf8.first ?? 0) || special == "&")
            #expect(html.string.utf8.last == mark.utf8.last)
            #expect(html.bytes.count > text.utf8.count)
        }
    }

    @Test func controlsBecomeReplacementCharactersButLineEndsStay() {
        let allowed: Set<UInt8> = [9, 10, 13]
        for byte in UInt8(0)..<32 {
            let html = HTML(text: "a\(Unicode.Scalar(byte))b")
            let expected = allowed.contains(byte) ? [0x61, byte, 0x62] : Array("a\u{FFFD}b".utf8)
            #expect(html.bytes == expected, "byte \(byte)")
        }
    }

    @Test func noncharactersXMLForbidsBecomeReplacementCharacters() {
        let text = String(decoding: [0xEF, 0xBF, 0xBE, 0x61, 0xEF, 0xBF, 0xBF], as: UTF8.self)
        #expect(HTML(text: text).bytes == Array("\u{FFFD}a\u{FFFD}".utf8))
        #expect(HTML(text: "\u{FFFD}\u{FFFC}\u{FE0F}").bytes == Array("\u{FFFD}\u{FFFC}\u{FE0F}".utf8))
    }

    @Test func everyOtherScalarStaysAsItIs() {
        let special = Set("&<>\"'".unicodeScalars)
        for value in UInt32(0x20)...0xFFFD {
            guard let scalar = Unicode.Scalar(value), !special.contains(scalar) else { continue }
            let text = String(scalar)
            #expect(HTML(text: text).bytes == Array(text.utf8), "U+\(String(value, radix: 16))")
        }
    }

    @Test func substringsAreEscapedLikeStrings() {
        let text = "a<b>c\"d&e"
        let html: HTML = "\(text.dropFirst().dropLast())"
        #expect(html.string == "&lt;b&gt;c&quot;d&amp;")
        var appended = HTML()
        appended.append(text: text.prefix(2))
        appended.append(text: "'")
        #expect(appended.string == "a&lt;&#39;")
    }

    @Test func onlyRawPassesUnescaped() {
        let markup = "<b>&amp;</b>"
        let asText: HTML = "\(raw: markup)|\(raw: Array(markup.utf8))|\(markup)"
        #expect(asText.string == "<b>&amp;</b>|<b>&amp;</b>|&lt;b&gt;&amp;amp;&lt;/b&gt;")
    }

    /// Escaping the parts is escaping the whole, wherever the text is cut.
    @Test(arguments: HostileTexts.all)
    func escapingDistributesOverConcatenation(hostile: HostileText) {
        let scalars = Array(hostile.text.unicodeScalars)
        for cut in Set([0, 1, scalars.count / 2, scalars.count]) where cut <= scalars.count {
            let front = string(of: scalars[..<cut])
            let back = string(of: scalars[cut...])
            #expect(HTML(text: front) + HTML(text: back) == HTML(text: hostile.text))
        }
    }

    /// Markup that was made once is never escaped again.
    @Test(arguments: HostileTexts.all)
    func nestingDoesNotEscapeTwice(hostile: HostileText) {
        let once = HTML(text: hostile.text)
        let nested: HTML = "\("\("\(once)" as HTML)" as HTML)"
        #expect(nested == once)
    }

    @Test(arguments: HostileTexts.all)
    func noSpecialByteSurvives(hostile: HostileText) {
        let html = HTML(text: hostile.text)
        let forbidden = Set("<>\"'".utf8).union(0..<9).union([11, 12]).union(14..<32)
        #expect(html.bytes.allSatisfy { !forbidden.contains($0) })
    }

    private func string(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
