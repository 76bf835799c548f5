/// Words that together point to a problem: `паспорт* забра*`. A star stands for any ending, a hyphen before a word
/// forbids it. An exclamation mark before its one word says that this counts
/// also in a part of its own beside a surer sign: беременна, алименты.
struct ProblemSign: Sendable, Hashable {
    struct Stem: Sendable, Hashable {
        let word: FoldedWord
        let isOpen: Bool

        /// Exactly: without the slip of the pen that a long word may have.
        func matches(_ other: FoldedWord, isExact: Bool = false) -> Bool {
            guard isOpen else { return word == other }
            if other.hasPrefix(word) { return true }
            guard !isExact, word.count >= 6, other.count >= word.count else { return false }
            return other.prefix(word.count).isOneTypo(from: word)
        }
    }

    let wanted: [Stem]
    let unwanted: [Stem]
    /// Whether the sign counts beside surer ones though it is a single word.
    let isPlain: Bool
    /// How many letters are asked for in all; the more, the surer.
    let weight: Int

    /// `nil` when no word is wanted.
    init?(_ text: String) {
        var wanted: [Stem] = []
        var unwanted: [Stem] = []
        var isPlain = false
        for piece in text.split(separator: " ") {
            isPlain = isPlain || piece.hasPrefix("!")
            for word in FoldedWord.words(of: piece) {
                let stem = Stem(word: word, isOpen: piece.hasSuffix("*"))
                if piece.hasPrefix("-") { unwanted.append(stem) } else { wanted.append(stem) }
            }
        }
        guard !wanted.isEmpty else { return nil }
        self.wanted = wanted
        self.unwanted = unwanted
        self.isPlain = isPlain
        weight = wanted.reduce(0) { $0 + $1.word.count }
    }

    /// The positions of the wanted words; `nil` unless all are there.
    func positions(in words: [FoldedWord], isExact: Bool = false) -> [Int]? {
        var positions: [Int] = []
        for stem in wanted {
            let index = words.indices.first {
                !positions.contains($0) && stem.matches(words[$0], isExact: isExact)
            }
            guard let index else { return nil }
            positions.append(index)
        }
        return positions
    }

    /// Whether a word is there that forbids the sign.
    func isForbidden(in words: [FoldedWord]) -> Bool {
        unwanted.contains { stem in words.contains { stem.matches($0) } }
    }
}
