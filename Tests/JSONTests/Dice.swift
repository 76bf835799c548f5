/// Random numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func flip() -> Bool { Bool.random(using: &self) }

    mutating func list<Element>(_ most: Int, _ make: (inout Dice) -> Element) -> [Element] {
        (0..<Int.random(in: 0...most, using: &self)).map { _ in make(&self) }
    }

    mutating func maybe<Value>(_ make: (inout Dice) -> Value) -> Value? { flip() ? make(&self) : nil }

    /// A text of letters of many scripts, of what needs escapes, and of what looks like JSON.
    mutating func text() -> String {
        let pieces = [
            "a", "Ж", "ў", "漢", "😀", "e\u{301}", "\"", "\\", "/", "\u{0}", "\u{8}", "\u{c}", "\n", "\r", "\t", "\u{1f}",
            "\u{7f}",
            "\u{2028}", "{", "}", "[", ",", ":", "null", "\\u0041", " ", "Ошская область", "plain words, eight",
        ]
        return list(6) { pieces.randomElement(using: &$0) ?? "" }.joined()
    }

    mutating func whole<Number: FixedWidthInteger>() -> Number {
        switch next() % 6 {
        case 0: .min
        case 1: .max
        case 2: 0
        default: Number(truncatingIfNeeded: next() >> (next() % 64))
        }
    }

    mutating func fraction() -> Double {
        let number = Double(bitPattern: next())
        if number.isFinite, flip() { return number }
        return [0, -0.0, 1, -1.5, 0.1, 1e16, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-7].randomElement(
            using: &self
        ) ?? 0
    }
}
