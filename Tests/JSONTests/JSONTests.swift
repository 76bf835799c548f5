import Testing

@testable import JSON

@Suite struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8))
    }

    @Test func readsEveryKind() throws {
        let value = try parse(
            " {\"a\":[1,-2.5,1e3,true,false,null],\"b\":\"\\u0416\\uD83D\\uDE00\\n\\/\",\"c\":{},\"d\":[]} "
        )
        #expect(value["a"] == .array([.integer(1), .number(-2.5), .number(1000), .bool(true), .bool(false), .null]))
        #expect(value["b"]?.string == "Ж😀\n/")
        #expect(value["c"]?.members?.isEmpty == true)
        #expect(value["d"]?.array?.isEmpty == true)
        #expect(value["e"] == nil)
        #expect(value.unknownMembers(besides: ["a", "b", "c"]) == ["d"])
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{a:1}", "01", "-", "1.", ".5", "1e", "+1", "tru", "nulll", "'a'",
        "\"a", "\"\\x\"", "\"\\u12\"", "\"\u{1}\"", "[1 2]", "{\"a\" 1}", "1 2", "\u{FEFF}1", "NaN", "Infinity",
        "1e999",
        "\"\\u0000\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"", "{\"a\":1,\"a\":2}", "[\"a\",]", "//",
    ])
    func refuses(_ text: String) {
        #expect(throws: JSONError.self) { try parse(text) }
    }

    @Test func refusesBrokenUTF8() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test func nestsOnlySoDeep() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try parse(nested(64))
        #expect(throws: JSONError.self) { try parse(nested(65)) }
        #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 100_000)) }
    }

    @Test func writesWhatItReads() throws {
        var writer = JSONWriter()
        writer.object { root in
            root.member("text", "\"\\\u{0}\u{1F}\n\t\r/Ж😀\u{2028}")
            root.member("number", -5)
            root.member("flag", true)
            root.member("nothing", nil as String?)
            root.array("list") { list in
                list.value(1)
                list.object { _ in }
                list.array { $0.value("x") }
                list.value(0.5)
                list.value(Double.nan)
            }
            root.object("inner") { $0.member("a", "b") }
            root.member(named: "na\"me", "v")
        }
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(
            text
                == "{\"text\":\"\\\"\\\\\\u0000\\u001f\\n\\t\\r/Ж😀\u{2028}\",\"number\":-5,\"flag\":true,\"nothing\":null,"
                + "\"list\":[1,{},[\"x\"],0.5,null],\"inner\":{\"a\":\"b\"},\"na\\\"me\":\"v\"}"
        )
    }

    @Test func survivesNoise() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("{}[]\",:\\u0eE+-.truefalsn 1\u{1}".utf8) + [0xFF, 0xC3]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...40)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            var writer = JSONWriter()
            writer.value(value)
            #expect((try? JSONValue(parsing: writer.bytes)) == value)
        }
    }
}
