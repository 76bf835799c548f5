/// How the words with each stem are written, counted, so that the nearest spellings of a beginning come first.
struct SpellingCounts: Sendable {
    /// By stem: how many words there are, then each of the six bits, then each end.
    private var counts: [UInt32] = []
    private static let perStem = 11
    /// A spelling that one word in so many has is one that the stem is written in.
    private static let rare: UInt32 = 4

    var footprint: Int { counts.capacity * 4 }

    init(stems: Int = 0) { counts = [UInt32](repeating: 0, count: stems * Self.perStem) }

    mutating func addStem() { for _ in 0..<Self.perStem { counts.append(0) } }

    mutating func add(_ spelling: WordSpelling, to stem: Int) { change(spelling, stem, by: 1) }

    mutating func remove(_ spelling: WordSpelling, from stem: Int) { change(spelling, stem, by: UInt32.max) }

    private mutating func change(_ spelling: WordSpelling, _ stem: Int, by step: UInt32) {
        let first = stem * Self.perStem
        counts[first] &+= step
        for bit in 0..<6 where spelling.bits >> UInt8(bit) & 1 == 1 { counts[first + 1 + bit] &+= step }
        counts[first + 7 + Int(spelling.end.rawValue)] &+= step
    }

    /// How many of the letters that were typed the stem's words hardly ever have so.
    func strangeLetters(_ typed: TypedSpelling, in stem: Int) -> Int {
        guard typed.known != 0 else { return 0 }
        let first = stem * Self.perStem
        let whole = counts[first]
        var strange = 0
        var left = typed.known
        while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left &- 1
            let has = counts[first + 1 + bit]
            let same = typed.spelling.bits >> UInt8(bit) & 1 == 1 ? has : whole &- has
            if same &* Self.rare < whole { strange += 1 }
        }
        return strange
    }

    /// Whether names with the stem are hardly ever written with the end that was typed.
    func isStrangeEnd(_ end: WordSpelling.End, in stem: Int) -> Bool {
        let first = stem * Self.perStem
        return end != .none && counts[first + 7 + Int(end.rawValue)] &* Self.rare <= counts[first]
    }
}

/// How the first letters were typed, as far as that is known.
struct TypedSpelling {
    let spelling: WordSpelling
    /// Which of the spelling's bits say something: those of vowels, and of the last letter only that it is doubled, since
    /// it may yet become so.
    let known: UInt8

    init(_ spelling: WordSpelling, of beginning: Stem) {
        self.spelling = spelling
        var known: UInt8 = 0
        for letter in 0..<min(beginning.count, WordSpelling.letters) where Letter.isVowel(beginning[letter]) {
            known |= 3 << UInt8(2 * letter)
        }
        let last = beginning.count - 1
        if 0..<WordSpelling.letters ~= last, spelling.bits >> UInt8(2 * last + 1) & 1 == 0 {
            known &= ~(2 << UInt8(2 * last))
        }
        self.known = known
    }
}
