import Foundation
import JSON
import Testing

@Suite struct CodingFailureTests {
    struct Outer: Codable {
        struct Inner: Codable {
            var word: String
            var code: Everything.Code
        }

        var list: [Inner]
        var byName: [String: Int]?
    }

    private func failure(_ text: String) -> DecodingError? {
        do {
            _ = try JSONCoding.decode(Outer.self, from: Array(text.utf8))
            return nil
        } catch {
            return error as? DecodingError
        }
    }

    private func path(_ error: DecodingError?) -> [String] {
        switch error {
        case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context):
            context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        default: []
        }
    }

    @Test func saysWhereAndNeverWhat() {
        let secret = "Zuhra-7731"
        let texts: [(text: String, path: [String])] = [
            (#"{"list":[{"word":"a","code":"one"},{"code":"one","x":"\#(secret)"}]}"#, ["list", "1"]),
            (#"{"a":{"b":[1]},"list":[{"word":["\#(secret)"],"code":"one"}]}"#, ["list", "0", "word"]),
            (#"{"list":[{"word":"a","code":"\#(secret)"}]}"#, ["list", "0", "code"]),
            (#"{"list":[{"word":null,"code":"\#(secret)"}]}"#, ["list", "0", "word"]),
            (#"{"list":[],"byName":{"n":"\#(secret)"}}"#, ["byName", "n"]),
            (#"{"list":[],"byName":{"n":99999999999999999999}}"#, ["byName", "n"]),
            (#"{"list":"\#(secret)"}"#, ["list"]),
            (#"["\#(secret)"]"#, []),
            (#"{"list":[],"\#(secret)"}"#, []),
        ]
        for (text, expected) in texts {
            let error = failure(text)
            #expect(error != nil, "\(text)")
            #expect(path(error) == expected, "\(text)")
            #expect(!"\(String(reflecting: error)) \(String(describing: error))".contains(secret))
        }
        guard case .keyNotFound(let key, _) = failure(texts[0].text) else {
            Issue.record("a missing member was not said to be missing")
            return
        }
        #expect(key.stringValue == "word")
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1,]", "[,1]", "[[]", "[]]", "01", "-", "1.", ".5", "1e", "+1", "tru", "nulll", "'a'",
        "\"a",
        "\"a\\", "\"a\\\"", "[\"\\x\"]", "[\"\\u12\"]", "[\"\\u12G4\"]", "[\"\u{1}\"]", "[1 2]", "1 2", "\u{FEFF}[]",
        "NaN",
        "Infinity", "[\"\\uD800\"]", "[\"\\uDC00\"]", "[\"\\uD800\\u0041\"]", "[\"\\uD800\\", "//", "[\"a\" \"b\"]",
    ])
    func refusesWhatIsNoJSON(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONCoding.decode([String].self, from: Array(text.utf8)) }
    }

    @Test(arguments: [
        #"{"a" 1}"#, #"{"a":1,}"#, "{a:1}", #"{"a":}"#, #"{,}"#, #"{"a":1"#, #"{"a"#, #"{"\q":1}"#, #"{1:1}"#,
    ])
    func refusesBrokenObjects(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONCoding.decode([String: Int].self, from: Array(text.utf8)) }
    }

    @Test func refusesBrokenUTF8() {
        for text: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xD0, 0x22]] {
            #expect(throws: DecodingError.self) { try JSONCoding.decode(String.self, from: text) }
            let named = Array("{".utf8) + text + Array(":1}".utf8)
            #expect(throws: DecodingError.self) { try JSONCoding.decode([String: Int].self, from: named) }
        }
    }

    /// Whatever becomes of the bytes, there is a value or an error, and a value can be written again.
    @Test func survivesTruncatedAndAlteredBytes() throws {
        var dice = Dice(3)
        for _ in 0..<40 {
            let bytes = try JSONCoding.encode(Everything(&dice))
            for _ in 0..<40 {
                var altered = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &dice)))
                #expect(throws: DecodingError.self) { try JSONCoding.decode(Everything.self, from: altered) }
                altered = bytes
                for _ in 0...Int.random(in: 0..<3, using: &dice) {
                    altered[Int.random(in: altered.indices, using: &dice)] =
                        dice.flip() ? dice.whole() : Array("{}[]\":,\\0e-".utf8).randomElement(using: &dice) ?? 0
                }
                guard let value = try? JSONCoding.decode(Everything.self, from: altered) else { continue }
                #expect(try JSONCoding.decode(Everything.self, from: try JSONCoding.encode(value)) == value)
            }
        }
    }
}
