import Foundation
import JSON
import Testing

/// Types that write by hand what synthesised ones never do.
@Suite struct CodingContainerTests {
    enum Key: String, CodingKey { case a, b, c, list }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONCoding.encode(value), as: UTF8.self)
    }

    struct Written: Encodable {
        let write: @Sendable (any Encoder) throws -> Void

        func encode(to encoder: any Encoder) throws { try write(encoder) }
    }

    @Test func nestedContainers() throws {
        let value = Written { encoder in
            var object = encoder.container(keyedBy: Key.self)
            var list = object.nestedUnkeyedContainer(forKey: .list)
            try list.encode(1)
            var inner = list.nestedContainer(keyedBy: Key.self)
            try inner.encode("x", forKey: .a)
            var deepest = list.nestedUnkeyedContainer()
            try deepest.encodeNil()
            #expect(list.count == 3)
            try object.encodeNil(forKey: .b)
        }
        let expected = #"{"list":[1,{"a":"x"},[null]],"b":null}"#
        #expect(try text(value) == expected)
        #expect(try text([value, value]) == "[\(expected),\(expected)]")
    }

    @Test func anObjectIsContinued() throws {
        let value = Written { encoder in
            var first = encoder.container(keyedBy: Key.self)
            try first.encode(1, forKey: .a)
            var second = encoder.container(keyedBy: Key.self)
            try second.encode(2, forKey: .b)
        }
        #expect(try text(value) == #"{"a":1,"b":2}"#)
    }

    @Test func whoWritesNothingIsAnEmptyObject() throws {
        let nothing = Written { _ in }
        #expect(try text(["x": [nothing, nothing]]) == #"{"x":[{},{}]}"#)
        #expect(try text(nothing) == "{}")
    }

    @Test func classesWithASuperclass() throws {
        class Base: Codable {
            var number = 1
        }
        final class Derived: Base {
            var word = "w"

            override init() { super.init() }
            required init(from decoder: any Decoder) throws {
                let values = try decoder.container(keyedBy: Key.self)
                word = try values.decode(String.self, forKey: .a)
                try super.init(from: try values.superDecoder())
            }
            override func encode(to encoder: any Encoder) throws {
                var values = encoder.container(keyedBy: Key.self)
                try super.encode(to: values.superEncoder())
                try values.encode(word, forKey: .a)
            }
        }
        let value = Derived()
        value.number = 7
        #expect(try text(value) == #"{"super":{"number":7},"a":"w"}"#)
        #expect(try JSONCoding.decode(Derived.self, from: try JSONCoding.encode(value)).number == 7)
    }

    @Test func writingOutOfTurnIsAnError() {
        let twice = Written { encoder in
            var single = encoder.singleValueContainer()
            try single.encode(1)
            try single.encode(2)
        }
        let crossed = Written { encoder in
            var object = encoder.container(keyedBy: Key.self)
            var first = object.nestedUnkeyedContainer(forKey: .a)
            var second = object.nestedUnkeyedContainer(forKey: .b)
            try second.encode(1)
            try first.encode(2)
        }
        let late = Written { encoder in
            var object = encoder.container(keyedBy: Key.self)
            let later = object.superEncoder(forKey: .a)
            try object.encode(1, forKey: .b)
            var single = later.singleValueContainer()
            try single.encode(2)
        }
        let mixed = Written { encoder in
            _ = encoder.container(keyedBy: Key.self)
            _ = encoder.unkeyedContainer()
        }
        for value in [twice, crossed, late, mixed] {
            #expect(throws: EncodingError.self) { try JSONCoding.encode([value]) }
        }
    }

    @Test func nestedReading() throws {
        struct Read: Decodable {
            let sum: Int
            let rest: [String]

            init(from decoder: any Decoder) throws {
                let object = try decoder.container(keyedBy: Key.self)
                #expect(object.allKeys == [.list, .b])
                #expect(object.contains(.b) && !object.contains(.a))
                #expect(try object.decodeNil(forKey: .b))
                var list = try object.nestedUnkeyedContainer(forKey: .list)
                #expect(list.count == 4)
                let first = try list.decode(Int.self)
                let inner = try list.nestedContainer(keyedBy: Key.self)
                var array = try list.nestedUnkeyedContainer()
                #expect(try array.decodeNil() && array.isAtEnd)
                sum = first + (try inner.decode(Int.self, forKey: .a))
                #expect(list.currentIndex == 3)
                #expect(try !list.decodeNil())
                rest = [try list.decode(String.self)]
                #expect(throws: DecodingError.self) { try list.decode(String.self) }
            }
        }
        let read = try JSONCoding.decode(
            Read.self,
            from: Array(#"{"list":[1,{"a":2},[null],"x"],"z":1,"b":null}"#.utf8)
        )
        #expect(read.sum == 3 && read.rest == ["x"])
    }
}
