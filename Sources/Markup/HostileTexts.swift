/// A text that has broken some program somewhere, with a name that says how.
package struct HostileText: Sendable, CustomStringConvertible {
    /// What is hostile about it; unique in the corpus.
    package let name: String
    /// The text itself.
    package let text: String

    package init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// The name alone, so that a report of failed tests stays readable.
    package var description: String { name }
}

/// The texts every component, form and page is tested with, in every place where a user's text can appear.
///
/// A page that shows one of them must still parse, must show the same text (as far as XML can hold it) and must have the
/// same elements and attributes as with a harmless text.
package enum HostileTexts {
    /// The whole corpus.
    package static let all: [HostileText] =
        combiningMarks + invisibles + markup + addresses + otherSyntaxes + shapes + scripts

    /// A mark joined to a special character makes one `Character` of the two, which hides it from naive escaping.
    package static let combiningMarks: [HostileText] = [
        HostileText("double quote with acute breaks out", "\"\u{301} onmouseover=alert(1) x=\"\u{301}"),
        HostileText("single quote with acute breaks out", "'\u{301} onfocus=alert(1) autofocus x='\u{301}"),
        HostileText("less-than with solidus overlay", "<\u{338}script>alert(1)<\u{338}/script>"),
        HostileText("greater-than with grave", "\"\u{300}>\u{300}<\u{300}b>\u{300}"),
        HostileText("ampersand with enclosing circle", "&\u{20DD}lt;&\u{20DD}amp;"),
        HostileText("quote with zero-width joiner", "\"\u{200D}onclick=\u{200D}\"\u{200D}"),
        HostileText("quote with variation selector", "\"\u{FE0F} onload=alert(1) \"\u{FE0F}"),
        HostileText("a hundred marks on one letter", "z" + String(repeating: "\u{335}", count: 100)),
        HostileText("lone combining mark", "\u{301}"),
        HostileText("decomposed and composed", "e\u{301} \u{E9} и\u{306} \u{439}"),
    ]

    /// What cannot be seen, or turns round what can.
    package static let invisibles: [HostileText] = [
        HostileText("right-to-left override", "invoice_\u{202E}fdp.exe"),
        HostileText("unclosed isolates and embeddings", "\u{2066}\u{2067}\u{202A}\u{202B}name"),
        HostileText("stray pop of an isolate", "name\u{2069}\u{2069}\u{202C} more"),
        HostileText("zero-width characters", "pa\u{200B}ss\u{200C}po\u{200D}rt\u{2060}"),
        HostileText("byte order mark", "\u{FEFF}name"),
        HostileText("null bytes", "before\u{0}after\u{0}"),
        HostileText("all C0 controls and delete", String(decoding: Array(0...31) + [127], as: UTF8.self)),
        HostileText("C1 controls", "a\u{80}\u{85}\u{9B}31m\u{9F}"),
        HostileText("terminal escapes", "\u{1B}[31mred\u{1B}]0;title\u{7}"),
        HostileText("lone carriage return", "first\rsecond"),
        HostileText("mixed line ends", "one\r\ntwo\nthree\rfour\u{85}five"),
        HostileText("line and paragraph separators", "a\u{2028}b\u{2029}c"),
        // U+FFFE, U+FFFF, U+FDD0 and U+10FFFF in bytes, since a literal may not hold the first two.
        HostileText(
            "noncharacters",
            String(
                decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90, 0xF4, 0x8F, 0xBF, 0xBF],
                as: UTF8.self
            )
        ),
        HostileText("replacement and object characters", "\u{FFFD}\u{FFFC}"),
        HostileText("tag characters", "flag\u{E0067}\u{E0062}\u{E007F}"),
        HostileText("overlong white space", String(repeating: " \t\n\u{A0}\u{3000}", count: 500)),
        HostileText("only white space", " \u{2003}\t "),
    ]

    /// What a browser might take for markup.
    package static let markup: [HostileText] = [
        HostileText("script", "<script>alert(1)</script>"),
        HostileText("script in mixed case", "<ScRiPt>alert(1)</sCrIpT\t>"),
        HostileText("script with a slash", "<script/x>alert(1)</script >"),
        HostileText("script split in two", "<scr<script>ipt>alert(1)</scr</script>ipt>"),
        HostileText("attribute breakout", "\"><img src=x onerror=alert(1)>"),
        HostileText("attribute breakout with single quote", "'><svg onload=alert(1)>"),
        HostileText("attribute breakout without quotes", "x onmouseover=alert(1) y=`"),
        HostileText("end of textarea and title", "</textarea></title></style><script>alert(1)</script>"),
        HostileText("end of document", "</body></html><!DOCTYPE html>"),
        HostileText("comment", "<!-- --!> --> <!--"),
        HostileText("CDATA and processing instruction", "<![CDATA[ ]]> <?php echo 1 ?> ]]>"),
        HostileText("entities", "&lt;b&gt; &amp;amp; &#60; &#x3C; &copy &notit; &"),
        HostileText("unknown and unfinished entities", "&nope; &#; &#x; &#1114112; &#xD800;"),
        HostileText("external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        HostileText("full-width and look-alike signs", "\u{FF1C}script\u{FF1E} \u{2039}b\u{203A} \u{2018}\u{201D}"),
        HostileText("base and meta", "<base href=//evil.example><meta http-equiv=refresh content=0>"),
    ]

    /// What must not become a link.
    package static let addresses: [HostileText] = [
        HostileText("javascript address", "javascript:alert(1)"),
        HostileText("javascript with tab and line feed", "java\tscr\nipt:alert(1)"),
        HostileText("javascript in mixed case after controls", "\u{1}\u{20}JaVaScRiPt:alert(1)"),
        HostileText("javascript with entities", "javascript&colon;alert(1) &#106;avascript:alert(1)"),
        HostileText("data address", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="),
        HostileText("address of another host", "//evil.example/login"),
        HostileText("backslash address of another host", "/\\evil.example"),
        HostileText("tab between slashes", "/\t/evil.example"),
        HostileText("percent-encoded", "%3Cscript%3E %00 %2e%2e%2f %u003c %"),
        HostileText("path traversal", "../../../etc/passwd\u{0}.jpg"),
    ]
}
