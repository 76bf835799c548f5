/// The rules of one spelling, packed for a reader that goes through a word once.
struct CompiledRules: Sendable {
    struct Rule: Sendable {
        /// The raw letters, the first in the lowest byte.
        let pattern: UInt64
        let mask: UInt64
        let length: Int
        let context: RuleContext
        /// The folded letters, the first in the lowest byte.
        let folded: UInt64
    }

    /// By first letter 1…26: where its rules begin in `rules`; they end where the next letter's begin.
    private let starts: [Int]
    private let rules: [Rule]

    static let all: [CompiledRules] = Spelling.allCases.map(CompiledRules.init)

    private init(_ spelling: Spelling) {
        let sources = (SpellingRules.own[spelling] ?? []).map { ($0, 0) } + SpellingRules.general.map { ($0, 1) }
        var starts = [0, 0]
        var rules: [Rule] = []
        for letter in UInt8(1)...26 {
            let first = Character(UnicodeScalar(letter + 96))
            let own = sources.filter { $0.0.letters.first == first }
                .enumerated()
                .sorted { left, right in
                    let (a, b) = (left.element, right.element)
                    if a.0.letters.utf8.count != b.0.letters.utf8.count {
                        return a.0.letters.utf8.count > b.0.letters.utf8.count
                    }
                    return (a.1, left.offset) < (b.1, right.offset)
                }
            rules += own.map { Self.packed($0.element.0) }
            if let plain = Letter.named(first) {
                rules.append(
                    Rule(pattern: UInt64(letter), mask: 0xFF, length: 1, context: .anywhere, folded: UInt64(plain))
                )
            }
            starts.append(rules.count)
        }
        self.starts = starts
        self.rules = rules
    }

    private static func packed(_ rule: SpellingRule) -> Rule {
        var pattern: UInt64 = 0
        var mask: UInt64 = 0
        for (index, byte) in rule.letters.utf8.enumerated() {
            pattern |= UInt64(byte &- 96) << UInt64(8 * index)
            mask |= 0xFF << UInt64(8 * index)
        }
        var folded: UInt64 = 0
        for (index, character) in rule.folded.enumerated() {
            folded |= UInt64(Letter.named(character) ?? 0) << UInt64(8 * index)
        }
        let length = rule.letters.utf8.count
        return Rule(pattern: pattern, mask: mask, length: length, context: rule.context, folded: folded)
    }

    /// Folds the raw Latin letters `codes[start..<end]` into `word`.
    @inline(__always)
    func fold(_ codes: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ end: Int, into word: inout FoldedWord) {
        var place = start
        while place < end {
            let code = codes[place]
            if code >= 64 {
                word.append(code & 31)
                place &+= 1
                continue
            }
            let window = Self.window(codes, place, end)
            var index = starts[Int(code)]
            let last = starts[Int(code) + 1]
            var read = 1
            while index < last {
                let rule = rules[index]
                if window & rule.mask == rule.pattern, applies(rule, codes, start, place, end) {
                    var folded = rule.folded
                    while folded != 0 {
                        word.append(UInt8(truncatingIfNeeded: folded))
                        folded &>>= 8
                    }
                    read = rule.length
                    break
                }
                index &+= 1
            }
            place &+= read
        }
    }

    /// The next eight letters of the word, the first in the lowest byte.
    @inline(__always)
    private static func window(_ codes: UnsafeMutableBufferPointer<UInt8>, _ place: Int, _ end: Int) -> UInt64 {
        let left = end &- place
        if place &+ 8 <= codes.count {
            let eight = UInt64(
                littleEndian: UnsafeRawBufferPointer(codes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
            )
            return left >= 8 ? eight : eight & ((1 &<< UInt64(truncatingIfNeeded: 8 &* left)) &- 1)
        }
        var window: UInt64 = 0
        for ahead in 0..<min(8, left) {
            window |= UInt64(codes[place &+ ahead]) &<< UInt64(truncatingIfNeeded: 8 &* ahead)
        }
        return window
    }

    @inline(__always)
    private func applies(
        _ rule: Rule,
        _ codes: UnsafeMutableBufferPointer<UInt8>,
        _ start: Int,
        _ place: Int,
        _ end: Int
    ) -> Bool {
        let next = place &+ rule.length < end ? codes[place &+ rule.length] : 0
        switch rule.context {
        case .anywhere: return true
        case .beforeFrontVowel: return next == 5 || next == 9 || next == 25
        case .closing: return place > start && Self.isVowel(codes[place &- 1]) && !Self.isVowel(next)
        case .afterVowel: return place > start && Self.isVowel(codes[place &- 1])
        case .atStart: return place == start
        case .atEnd: return next == 0
        }
    }

    /// a, e, i, o, u, y of the raw letters, or a folded vowel.
    @inline(__always)
    private static func isVowel(_ code: UInt8) -> Bool {
        switch code {
        case 1, 5, 9, 15, 21, 25: true
        default: code >= 64 && Letter.isVowel(code & 31)
        }
    }
}

/// A word as it grows letter by letter, with the joins that make every script and spelling arrive at the same letters.
struct FoldedWord {
    private(set) var stem = Stem()
    private(set) var last: UInt8 = 0

    /// Doubles count once; i is not heard before another vowel (ия, iya, ia are all a); дж is ж; нг is ң; and the
    /// pairs that Latin spellings write for one letter are one letter wherever they come from: тс is ц, сх is what
    /// `sh` cannot be told from, and so on.
    @inline(__always)
    mutating func append(_ letter: UInt8) {
        var letter = letter
        while true {
            if letter == last || letter == 0 { return }
            guard let joined = Self.join(last, letter) else { break }
            drop()
            letter = joined
        }
        stem.append(letter)
        last = letter
    }

    @inline(__always)
    private mutating func drop() {
        let count = stem.count
        stem = stem.prefix(count &- 1)
        last = count > 1 ? stem[count &- 2] : 0
    }

    /// What two neighbours become, or nil when they stay.
    @inline(__always)
    private static func join(_ left: UInt8, _ right: UInt8) -> UInt8? {
        if left == Letter.i { return Letter.isVowel(right) ? right : nil }
        if right == Letter.h {
            switch left {
            case Letter.k: return Letter.h
            case Letter.g: return Letter.g
            case Letter.z: return Letter.j
            case Letter.s: return Letter.sh
            default: return nil
            }
        }
        switch (left, right) {
        case (Letter.d, Letter.j): return Letter.j
        case (Letter.n, Letter.g): return Letter.n
        case (Letter.t, Letter.s): return Letter.c
        case (Letter.t, Letter.tch): return Letter.tch
        default: return nil
        }
    }
}
