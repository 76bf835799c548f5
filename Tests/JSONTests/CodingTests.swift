import Foundation
import JSON
import Testing

@Suite struct CodingTests {
    @Test func agreesWithFoundationBothWays() throws {
        var dice = Dice(1)
        for _ in 0..<300 {
            let value = Everything(&dice)
            let ours = try JSONCoding.encode(value)
            let theirs = [UInt8](try JSONEncoder().encode(value))
            #expect(try JSONCoding.decode(Everything.self, from: ours) == value)
            #expect(try JSONCoding.decode(Everything.self, from: theirs) == value)
            #expect(try JSONDecoder().decode(Everything.self, from: Data(ours)) == value)
        }
    }

    @Test func readsBytesThatSomebodyElseKeeps() throws {
        let bytes = Array("[1,2]".utf8)
        #expect(try bytes.withUnsafeBytes { try JSONCoding.decode([Int].self, from: $0) } == [1, 2])
    }

    @Test func writesLikeFoundation() throws {
        struct Plain: Encodable {
            var text = "a\"\\/\n\u{1}Ж"
            var none: Int?
            var number = -12
            var whole = 2.0
            var list = [true, false]
        }
        let expected = #"{"text":"a\"\\/\n\u0001Ж","number":-12,"whole":2,"list":[true,false]}"#
        #expect(String(decoding: try JSONCoding.encode(Plain()), as: UTF8.self) == expected)
        #expect(String(decoding: try JSONCoding.encode(7), as: UTF8.self) == "7")
        #expect(String(decoding: try JSONCoding.encode([String]()), as: UTF8.self) == "[]")
    }

    struct Pair: Codable, Equatable {
        var a: Int
        var b: String?
    }

    @Test(arguments: [
        #"{"b":"x","a":1}"#, #" { "c" : [ { "a" : 2 } ] , "b" : "x" , "a" : 1 , "d" : { } } "#, #"{"a":1.0,"b":"x"}"#,
        #"{"a":10e-1,"b":"\u0078"}"#, #"{"\u0061":1,"b":"x"}"#, #"{"a":1,"b":"x","":null}"#,
    ])
    func takesMembersInAnyOrderAndPassesOverOthers(_ text: String) throws {
        #expect(try JSONCoding.decode(Pair.self, from: Array(text.utf8)) == Pair(a: 1, b: "x"))
    }

    @Test func nullAndMissingAreNone() throws {
        #expect(try JSONCoding.decode(Pair.self, from: Array(#"{"a":1,"b":null}"#.utf8)).b == nil)
        #expect(try JSONCoding.decode(Pair.self, from: Array(#"{"a":1}"#.utf8)).b == nil)
    }

    @Test func wholeNumbersAreExact() throws {
        for text in ["-9223372036854775808", "9223372036854775807", "-1", "0", "-0"] {
            #expect(try JSONCoding.decode(Int64.self, from: Array(text.utf8)) == Int64(text))
        }
        #expect(try JSONCoding.decode(UInt64.self, from: Array("18446744073709551615".utf8)) == .max)
        for text in ["9223372036854775808", "-9223372036854775809", "18446744073709551616", "1.5", "1e400", "9e18"] {
            #expect(throws: DecodingError.self) { try JSONCoding.decode(Int64.self, from: Array(text.utf8)) }
        }
        #expect(throws: DecodingError.self) { try JSONCoding.decode(UInt8.self, from: Array("256".utf8)) }
        #expect(throws: DecodingError.self) { try JSONCoding.decode(UInt8.self, from: Array("-1".utf8)) }
    }

    @Test func fractionsKeepEveryBit() throws {
        var dice = Dice(2)
        for _ in 0..<2000 {
            let number = dice.fraction()
            let again = try JSONCoding.decode(Double.self, from: try JSONCoding.encode(number))
            #expect(again.bitPattern == number.bitPattern)
        }
    }

    @Test func refusesNumbersThatAreNone() {
        for number in [Double.nan, .infinity, -.infinity] {
            #expect(throws: EncodingError.self) { try JSONCoding.encode([number]) }
            #expect(throws: EncodingError.self) { try JSONCoding.encode([Float(number)]) }
        }
        #expect(throws: DecodingError.self) { try JSONCoding.decode(Double.self, from: Array("1e400".utf8)) }
    }

    @Test func nestsOnlySoDeep() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        struct Tower: Codable {
            var inner: [Tower]

            init(_ height: Int) { inner = height == 0 ? [] : [Tower(height - 1)] }
            init(from decoder: any Decoder) throws {
                inner = try decoder.singleValueContainer().decode([Tower].self)
            }
            func encode(to encoder: any Encoder) throws {
                var container = encoder.singleValueContainer()
                try container.encode(inner)
            }
        }
        #expect(try JSONCoding.encode(Tower(63)) == nested(64))
        _ = try JSONCoding.decode(Tower.self, from: nested(64))
        #expect(throws: EncodingError.self) { try JSONCoding.encode(Tower(64)) }
        #expect(throws: DecodingError.self) { try JSONCoding.decode(Tower.self, from: nested(65)) }
        let bottomless = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: DecodingError.self) { try JSONCoding.decode(Tower.self, from: bottomless) }
    }
}
