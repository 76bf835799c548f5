import Markup
import Testing

@Suite struct URLAttributeTests {
    @Test(arguments: [
        "/", "/people", "/people/1?q=a%20b&c=d#top", "/a/b/../c", "/a//b", "/люди", "#", "#top", "?page=2", "?",
        "http://example.org", "https://example.org/a?b=c#d", "HTTPS://Example.org", "Https://example.org",
        "https://пример.рф/", "https://[::1]:8080/", "mailto:a@example.org", "mailto:a@example.org?subject=x",
        "tel:+992927777777", "sms:+992927777777", "/javascript:alert(1)", "?next=javascript:alert(1)",
    ])
    func allowed(address: String) {
        #expect(URLAttribute(address).string == address)
    }

    @Test(arguments: [
        "", " ", ".", "people", "../people", "./people", "//evil.example", "///evil.example", "/\\evil.example",
        "\\\\evil.example", "\\/evil.example", "/a\\b", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example",
        " /people", "/people ", "/a b", "/a\u{0}b", "/a\u{7F}b", "/a\u{85}b", "/a\u{A0}b", "/a\u{2028}b", "/a\u{3000}b",
        "\u{FEFF}/people", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\u{1}javascript:x",
        "java\tscript:alert(1)", "java\nscript:alert(1)", "javascript\u{0}:alert(1)", "javascript&colon;alert(1)",
        "javascript%3Aalert(1)", "data:text/html,x", "DATA:text/html,x", "vbscript:x", "file:///etc/passwd",
        "blob:https://example.org/1", "about:blank", "ftp://example.org", "ws://example.org", "view-source:http://a",
        "http:", "http:people", "http:/evil.example", "http://", "https:///evil.example", "https://?x", "https://#x",
        "https://@evil.example", "https://:80", "mailto:", "tel:", "tel: 1", ":", "://example.org", "\u{212A}ttp://a",
        "\u{17F}ms:1", "http\u{301}://a", "ｈttp://a", "https\u{FF1A}//a",
    ])
    func refused(address: String) {
        #expect(URLAttribute(address) == .nowhere)
        #expect(URLAttribute(address).string == "#")
    }

    @Test(arguments: HostileTexts.addresses.prefix(8))
    func hostileAddressesLeadNowhere(hostile: HostileText) {
        #expect(URLAttribute(hostile.text) == .nowhere)
    }

    @Test func literalsAreCheckedToo() {
        let good: URLAttribute = "/people"
        let bad: URLAttribute = "javascript:alert(1)"
        #expect(good.string == "/people")
        #expect(bad == .nowhere)
    }

    @Test func pathsEncodeTheirSegments() {
        #expect(URLAttribute.path().string == "/")
        #expect(URLAttribute.path("people", "0190-ab_c.d~e").string == "/people/0190-ab_c.d~e")
        #expect(URLAttribute.path("a/b", "c?d#e%f g\"h").string == "/a%2Fb/c%3Fd%23e%25f%20g%22h")
        #expect(URLAttribute.path("ж", "\\").string == "/%D0%B6/%5C")
        #expect(URLAttribute.path(["people", ""]).string == "/people/")
    }

    @Test(arguments: [["", "evil.example"], ["a", "", "b"], [".."], ["a", ".."], [".", "a"]])
    func pathsNeitherClimbNorLeaveTheSite(segments: [String]) {
        #expect(URLAttribute.path(segments) == .nowhere)
    }

    @Test func queryItems() {
        let list = URLAttribute.path("people")
        #expect(list.adding(query: "q", "a b&c=d+é").string == "/people?q=a%20b%26c%3Dd%2B%C3%A9")
        #expect(list.adding(query: "q", nil as String?) == list)
        #expect(list.adding(query: "page", 2).adding(query: "sort", "name").string == "/people?page=2&sort=name")
        #expect(list.adding(query: "page", nil as Int?) == list)
        #expect(list.adding(query: "a&b", "").string == "/people?a%26b=")
        #expect(URLAttribute("?").adding(query: "a", "b").string == "?a=b")
        #expect(URLAttribute("/x?a=b&").adding(query: "c", "d").string == "/x?a=b&c=d")
        #expect(URLAttribute("/x?a#top").adding(query: "c", "d").string == "/x?a&c=d#top")
        #expect(URLAttribute("/x#top?a").adding(query: "c", "d").string == "/x?c=d#top?a")
        #expect(URLAttribute("mailto:a@example.org").adding(query: "subject", "x y").string.hasSuffix("?subject=x%20y"))
    }

    /// `?` and `#` are found by bytes: a combining mark after one of them does not hide it.
    @Test func marksDoNotHideSeparators() {
        let address = URLAttribute("/x?\u{301}a#\u{301}b").adding(query: "c", "d")
        #expect(address.string == "/x?\u{301}a&c=d#\u{301}b")
    }

    @Test func fragments() {
        #expect(URLAttribute.path("a").adding(fragment: "b c").string == "/a#b%20c")
        #expect(URLAttribute("/a?x#old").adding(fragment: "new").string == "/a?x#new")
    }

    @Test func nowhereStaysNowhere() {
        let refused = URLAttribute("javascript:alert(1)")
        #expect(refused.adding(query: "a", "b").adding(fragment: "c") == .nowhere)
    }

    /// Whatever the parts hold, the outcome would pass the check of addresses, too.
    @Test(arguments: HostileTexts.all)
    func composedAddressesAreAllowed(hostile: HostileText) {
        let address = URLAttribute.path("people", hostile.text)
            .adding(query: hostile.text, hostile.text)
            .adding(fragment: hostile.text)
        #expect(URLAttribute(address.string) == address)
        #expect(address.string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        #expect(address.string.hasPrefix("/people/"))
    }
}
