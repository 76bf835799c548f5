/// A value of every kind that `Codable` can make of a type.
struct Everything: Codable, Equatable {
    enum Code: String, Codable, CaseIterable {
        case one, two = "second/slash", three = "третий"
    }

    enum Level: Int, Codable, CaseIterable {
        case low = -1, middle, high = 9000
    }

    enum Key: String, Codable, CodingKeyRepresentable, CaseIterable {
        case left, right
    }

    enum Choice: Codable, Equatable {
        case nothing
        case words(String)
        indirect case both(Choice, also: Int)
    }

    struct Part: Codable, Equatable {
        var text: String
        var number: Int64?
        var inner: [Part]
    }

    struct Empty: Codable, Equatable {}

    /// A value in one place, without a name of its own.
    struct Wrapped: Codable, Equatable {
        var value: String

        init(value: String) { self.value = value }
        init(from decoder: any Decoder) throws {
            value = try decoder.singleValueContainer().decode(String.self)
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }

    var flag: Bool
    var whole: Int
    var small: Int8
    var short: Int16
    var middle: Int32
    var long: Int64
    var natural: UInt
    var octet: UInt8
    var pair: UInt16
    var quad: UInt32
    var large: UInt64
    var fraction: Double
    var single: Float
    var text: String
    var maybeFlag: Bool?
    var maybeWhole: Int?
    var maybeLong: Int64?
    var maybeFraction: Double?
    var maybeText: String?
    var maybePart: Part?
    var code: Code
    var codes: [Code?]
    var level: Level
    var choice: Choice
    var part: Part
    var texts: [String]
    var rows: [[Int]]
    var octets: [UInt8]
    var byName: [String: Int]
    var byNumber: [Int: String]
    var byKey: [Key: Part]
    var byCode: [Code: String]
    var unique: Set<String>
    var empty: Empty
    var wrapped: [Wrapped]
    var twice: Int??
    /// A name with what needs an escape.
    var odd: String

    enum CodingKeys: String, CodingKey {
        case flag, whole, small, short, middle, long, natural, octet, pair, quad, large, fraction, single, text,
            maybeFlag
        case maybeWhole, maybeLong, maybeFraction, maybeText, maybePart, code, codes, level, choice, part, texts, rows
        case octets, byName, byNumber, byKey, byCode, unique, empty, wrapped, twice
        case odd = "имя \"в/кавычках\"\n"
    }
}

extension Everything.Part {
    init(_ dice: inout Dice, depth: Int = 0) {
        self.init(
            text: dice.text(),
            number: dice.maybe { $0.whole() },
            inner: depth > 3 ? [] : dice.list(2) { Self(&$0, depth: depth + 1) }
        )
    }
}

extension Everything.Choice {
    init(_ dice: inout Dice) {
        switch dice.next() % 3 {
        case 0: self = .nothing
        case 1: self = .words(dice.text())
        default: self = .both(Self(&dice), also: dice.whole())
        }
    }
}

extension Everything {
    init(_ dice: inout Dice) {
        self.init(
            flag: dice.flip(),
            whole: dice.whole(),
            small: dice.whole(),
            short: dice.whole(),
            middle: dice.whole(),
            long: dice.whole(),
            natural: dice.whole(),
            octet: dice.whole(),
            pair: dice.whole(),
            quad: dice.whole(),
            large: dice.whole(),
            fraction: dice.fraction(),
            single: [0, -1.25, 0.1, .greatestFiniteMagnitude].randomElement(using: &dice) ?? 0,
            text: dice.text(),
            maybeFlag: dice.maybe { $0.flip() },
            maybeWhole: dice.maybe { $0.whole() },
            maybeLong: dice.maybe { $0.whole() },
            maybeFraction: dice.maybe { $0.fraction() },
            maybeText: dice.maybe { $0.text() },
            maybePart: dice.maybe { Part(&$0) },
            code: Code.allCases.randomElement(using: &dice) ?? .one,
            codes: dice.list(3) { dice in dice.maybe { Code.allCases.randomElement(using: &$0) ?? .one } },
            level: Level.allCases.randomElement(using: &dice) ?? .low,
            choice: Choice(&dice),
            part: Part(&dice),
            texts: dice.list(5) { $0.text() },
            rows: dice.list(3) { $0.list(3) { $0.whole() } },
            octets: dice.list(5) { $0.whole() },
            byName: Dictionary(dice.list(9) { ($0.text(), $0.whole()) }) { first, _ in first },
            byNumber: Dictionary(dice.list(5) { ($0.whole(), $0.text()) }) { first, _ in first },
            byKey: Dictionary(dice.list(2) { (Key.allCases.randomElement(using: &$0) ?? .left, Part(&$0)) }) { $1 },
            byCode: Dictionary(dice.list(2) { (Code.allCases.randomElement(using: &$0) ?? .one, $0.text()) }) { $1 },
            unique: Set(dice.list(3) { $0.text() }),
            empty: Empty(),
            wrapped: dice.list(3) { Wrapped(value: $0.text()) },
            twice: dice.maybe { $0.whole() },
            odd: dice.text()
        )
    }
}
