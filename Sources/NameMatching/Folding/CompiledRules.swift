/// The rules of one spelling, packed for a reader that goes through a word once.
final class CompiledRules: Sendable {
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
    /// By letter: what it folds to when none of `seconds` comes next, 0 when that takes a look at the rules.
    private let plain: [UInt8]
    /// By letter: the letters that a group may go on with, a bit each.
    private let seconds: [UInt32]

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
        let groups = (0..<27).map { $0 == 0 ? [] : Array(rules[starts[$0]..<starts[$0 + 1]]) }
        plain = groups.map { rules in
            guard let rule = rules.first(where: { $0.length == 1 }), rule.context == .anywhere, rule.folded < 32
            else { return 0 }
            return UInt8(rule.folded)
        }
        seconds = groups.map { rules in
            rules.filter { $0.length > 1 }.reduce(0) { $0 | 1 << UInt32($1.pattern >> 8 & 31) }
        }
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
                word.append(code & 31, isSoft: code & Code.soft != 0)
                place &+= 1
                continue
            }
            let next = place &+ 1 < end ? codes[place &+ 1] : 0
            let letter = plain[Int(code)]
            if letter != 0, next >= 32 || seconds[Int(code)] &>> UInt32(next) & 1 == 0 {
                word.append(letter, isSoft: code == 25 && Self.isOpen(codes, start, place, end))
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
                    let isSoft = code == 25 && Self.isOpen(codes, start, place, end)
                    while folded != 0 {
                        word.append(UInt8(truncatingIfNeeded: folded), isSoft: isSoft)
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

    /// A y with no vowel beside it is ы.
    @inline(__always)
    private static func isOpen(_ codes: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ place: Int, _ end: Int)
        -> Bool
    {
        !(place > start && isVowel(codes[place &- 1])) && !(place &+ 1 < end && isVowel(codes[place &+ 1]))
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
