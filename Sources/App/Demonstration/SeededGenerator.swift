/// SplitMix64: a small reproducible generator for fictional data; never for keys.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of a list that isn't empty; the fallback keeps an empty list from trapping.
    mutating func pick<Element>(_ list: [Element], or fallback: Element) -> Element {
        list.randomElement(using: &self) ?? fallback
    }

    /// True so many times out of a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    /// A whole number of a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of a list, each as often as its weight says.
    mutating func weighted<Element>(_ list: [(weight: Int, value: Element)], or fallback: Element) -> Element {
        let total = list.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return fallback }
        var left = number(0...(total - 1))
        for entry in list {
            if left < entry.weight { return entry.value }
            left -= entry.weight
        }
        return fallback
    }
}
