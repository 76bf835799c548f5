/// What folding leaves out of the first three letters of a word and of its end, in one byte: юл and ул, оом and ом, мыр
/// and мир fold alike, and whoever types ю waits for the names with ю first.
package struct WordSpelling: Hashable, Sendable, BitwiseCopyable {
    /// The vowels at the end of a word, or before its ending, that its stem is without, by the first of them.
    package enum End: UInt8, Sendable, CaseIterable {
        case none
        case a
        case e
        case i
    }

    /// Letters that are looked at.
    package static let letters = 3

    /// Two bits a letter (soft, doubled), from the lowest; the end in the two topmost.
    package private(set) var bits: UInt8 = 0

    package init() {}

    package init(bits: UInt8) { self.bits = bits }

    /// я, ю, ё, ы or what stands for one in Latin letters.
    @inline(__always)
    package mutating func setSoft(_ letter: Int) {
        if letter < Self.letters { bits |= 1 &<< UInt8(truncatingIfNeeded: 2 &* letter) }
    }

    /// A vowel written twice.
    @inline(__always)
    package mutating func setDoubled(_ letter: Int) {
        if letter < Self.letters { bits |= 2 &<< UInt8(truncatingIfNeeded: 2 &* letter) }
    }

    /// Forgets a letter that was joined with the one behind it.
    @inline(__always)
    package mutating func clear(_ letter: Int) {
        if letter < Self.letters { bits &= ~(3 &<< UInt8(truncatingIfNeeded: 2 &* letter)) }
    }

    package var end: End {
        get { End(rawValue: bits >> 6) ?? .none }
        set { bits = bits & 63 | newValue.rawValue << 6 }
    }

    /// The same with the end that `stem` is without in `whole`, a word or its root.
    @inline(__always)
    func ending(_ whole: Stem, without stem: Stem) -> WordSpelling {
        guard stem.count < whole.count else { return self }
        var other = self
        switch whole[stem.count] {
        case Letter.a: other.end = .a
        case Letter.e: other.end = .e
        case Letter.i: other.end = .i
        default: break
        }
        return other
    }
}
