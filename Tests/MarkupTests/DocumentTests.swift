import Foundation
import Markup
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct DocumentTests {
    @Test func wholePage() throws {
        let page = HTML.document(
            language: "tg",
            direction: .leftToRight,
            title: "A & B",
            head: "<link rel=\"icon\" href=\"/icon.svg\"/>",
            body: "<main>ҳ<br/></main>"
        )
        #expect(
            page.string.hasPrefix("<!DOCTYPE html>\n<html lang=\"tg\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\"/>")
        )
        let document = try parse(page)
        #expect(try document.nodes(forXPath: "/html/head/title").first?.stringValue == "A & B")
        #expect(try document.nodes(forXPath: "/html/head/link").count == 1)
        #expect(try document.nodes(forXPath: "/html/body/main/br").count == 1)
        #expect(document.rootElement()?.attribute(forName: "dir")?.stringValue == "ltr")
    }

    @Test func headMayBeLeftOut() throws {
        let page = HTML.document(language: "ar", direction: .rightToLeft, title: "", body: "<p/>")
        let document = try parse(page)
        #expect(document.rootElement()?.attribute(forName: "dir")?.stringValue == "rtl")
        #expect(try document.nodes(forXPath: "/html/head/*").count == 3)
    }

    @Test func isolation() {
        #expect(HTML.isolated("a\u{202E}<b").string == "<bdi>a\u{202E}&lt;b</bdi>")
        #expect("x\u{2069}\u{202E}y\u{2066}".isolatedPlainText == "\u{2068}xy\u{2069}")
    }

    /// Exactly one isolate is opened and closed, so what follows keeps its direction.
    @Test(arguments: HostileTexts.all)
    func plainIsolationIsBalanced(hostile: HostileText) {
        let scalars = Array(hostile.text.isolatedPlainText.unicodeScalars)
        #expect(scalars.first == "\u{2068}" && scalars.last == "\u{2069}")
        let directing = scalars.filter {
            ("\u{202A}"..."\u{202E}").contains($0) || ("\u{2066}"..."\u{2069}").contains($0)
        }
        #expect(directing.count == 2)
    }

    @Test func drawingsUseTheSameType() throws {
        let bars = HTML.each([3, 5]) { "<rect width=\"4\" height=\"\($0)\"/>" }
        let drawing: HTML = "<svg\(attribute: "aria-label", "a < b")>\(bars)</svg>"
        let root = try #require(try parse(drawing).rootElement())
        #expect(root.childCount == 2)
        #expect(root.attribute(forName: "aria-label")?.stringValue == "a < b")
    }
}
