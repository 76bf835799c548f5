import Foundation
import Markup
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct RoundTripTests {
    @Test(arguments: HostileTexts.all)
    func hostileTextSurvives(hostile: HostileText) throws {
        try expectSurvival(of: hostile.text)
    }

    /// Neighbours could make a special sequence together that neither makes alone.
    @Test func hostileTextsSurviveInPairs() throws {
        let short = HostileTexts.all.filter { $0.text.utf8.count < 100 }
        try #require(short.count > 40)
        for (first, second) in zip(short, short.dropFirst(7) + short.prefix(7)) {
            try expectSurvival(of: first.text + second.text)
        }
    }

    @Test(arguments: UInt64(1)...20)
    func randomTextSurvives(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        for _ in 0..<50 {
            try expectSurvival(of: randomScalars(using: &random))
            try expectSurvival(of: randomBytes(using: &random))
        }
    }

    @Test(arguments: HostileTexts.all)
    func documentSurvives(hostile: HostileText) throws {
        let page = HTML.document(
            language: hostile.text,
            direction: .rightToLeft,
            title: hostile.text,
            head: "<link rel=\"stylesheet\"\(attribute: "href", hostile.text)/>",
            body: "<main><p>\(HTML.isolated(hostile.text))</p></main>"
        )
        let document = try parse(page)
        #expect(try document.nodes(forXPath: "//*").count == 10)
        let isolated = try #require(try document.nodes(forXPath: "/html/body/main/p/bdi").first)
        #expect(Array((isolated.stringValue ?? "").unicodeScalars) == asParsed(hostile.text))
        let title = try #require(try document.nodes(forXPath: "/html/head/title").first)
        #expect(Array((title.stringValue ?? "").unicodeScalars) == asParsed(hostile.text))
    }

    private func expectSurvival(of text: String, _ location: SourceLocation = #_sourceLocation) throws {
        let html: HTML = """
            <div\(attribute: "title", text) class="\(text)" lang='\(text)'><p>\(text)</p><i\(attribute: "id", "end")/></div>
            """
        let root = try #require(try parse(html).rootElement(), sourceLocation: location)
        try #require(root.childCount == 2, sourceLocation: location)
        #expect(root.attributes?.count == 3, sourceLocation: location)
        let content = scalars(root.child(at: 0)?.stringValue)
        #expect(content == asParsed(text), sourceLocation: location)
        for name in ["title", "class", "lang"] {
            let value = scalars(root.attribute(forName: name)?.stringValue)
            #expect(value == asParsedAttribute(text), "\(name)", sourceLocation: location)
        }
    }

    private func scalars(_ text: String?) -> [Unicode.Scalar] {
        Array((text ?? "").unicodeScalars)
    }

    private func randomScalars(using random: inout SeededGenerator) -> String {
        let nasty: [Unicode.Scalar] = ["<", ">", "&", "\"", "'", "\u{301}", "\u{0}", "\r", "\n", "\u{FFFD}", "/", ";"]
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            let limit: UInt32 = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF].randomElement(using: &random) ?? 0x7F
            let scalar = Bool.random(using: &random) ? nasty.randomElement(using: &random) : nil
            view.append(scalar ?? Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) ?? "?")
        }
        return String(view)
    }

    /// Bytes that are not UTF-8 are repaired by `String`, in ways worth trying.
    private func randomBytes(using random: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...80, using: &random)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// SplitMix64: the same numbers for the same seed, so that a failure can be repeated.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
