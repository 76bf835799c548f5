/// The 24 letters that every name is folded into, numbered 1…24; the first five are vowels.
///
/// One letter stands for one sound as a clerk hears it, not for one letter of any alphabet: `tch` is ч, `sh` is ш and
/// щ, `j` is ж and дж, `c` is ц, `h` is х and ҳ.
package enum Letter {
    package static let a: UInt8 = 1
    package static let e: UInt8 = 2
    package static let i: UInt8 = 3
    package static let o: UInt8 = 4
    package static let u: UInt8 = 5
    package static let b: UInt8 = 6
    package static let v: UInt8 = 7
    package static let g: UInt8 = 8
    package static let d: UInt8 = 9
    package static let j: UInt8 = 10
    package static let z: UInt8 = 11
    package static let k: UInt8 = 12
    package static let l: UInt8 = 13
    package static let m: UInt8 = 14
    package static let n: UInt8 = 15
    package static let p: UInt8 = 16
    package static let r: UInt8 = 17
    package static let s: UInt8 = 18
    package static let t: UInt8 = 19
    package static let f: UInt8 = 20
    package static let h: UInt8 = 21
    package static let c: UInt8 = 22
    package static let tch: UInt8 = 23
    package static let sh: UInt8 = 24

    /// The printed form of each letter, in order; used by tests, tables and explanations.
    package static let printed: [Character] = Array("aeioubvgdjzklmnprstfhc46")

    /// The letter printed as `character`, or nil.
    package static func named(_ character: Character) -> UInt8? {
        printed.firstIndex(of: character).map { UInt8($0 + 1) }
    }

    @inline(__always)
    package static func isVowel(_ letter: UInt8) -> Bool { letter &- 1 < 5 }
}

/// A folded word of at most 24 letters in one machine value: five bits a letter from the left, the length last, so that
/// equality is one comparison and numeric order is alphabetical order. Longer words keep their first 24 letters.
package struct Stem: Hashable, Sendable, Comparable, BitwiseCopyable {
    package static let capacity = 24

    /// Two halves, since a value of 128 bits would make everything that holds one a multiple of 16 bytes.
    private var (low, high): (UInt64, UInt64)

    package init() { (low, high) = (0, 0) }

    package init(bits: UInt128) {
        low = UInt64(truncatingIfNeeded: bits)
        high = UInt64(truncatingIfNeeded: bits &>> 64)
    }

    @inline(__always)
    package private(set) var bits: UInt128 {
        get { UInt128(high) &<< 64 | UInt128(low) }
        set { self = Stem(bits: newValue) }
    }

    /// The word that is printed as `text` with `Letter.printed`; other characters are skipped.
    package init(_ text: String) {
        self.init()
        for character in text {
            if let letter = Letter.named(character) { append(letter) }
        }
    }

    @inline(__always)
    package var count: Int { Int(truncatingIfNeeded: bits & 0xFF) }

    @inline(__always)
    package var isEmpty: Bool { low | high == 0 }

    @inline(__always)
    package subscript(index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: bits &>> UInt128(truncatingIfNeeded: 123 &- 5 &* index)) & 31
    }

    @inline(__always)
    package mutating func append(_ letter: UInt8) {
        let length = count
        guard length < Stem.capacity else { return }
        bits |= UInt128(letter) &<< UInt128(truncatingIfNeeded: 123 &- 5 &* length)
        bits &+= 1
    }

    /// The first `length` letters.
    @inline(__always)
    package func prefix(_ length: Int) -> Stem {
        guard length < count else { return self }
        guard length > 0 else { return Stem() }
        let mask = ~UInt128(0) &<< UInt128(truncatingIfNeeded: 128 &- 5 &* length)
        return Stem(bits: (bits & mask) | UInt128(truncatingIfNeeded: length))
    }

    /// The letters behind the first `length` ones, of which there are at least so many.
    @inline(__always)
    package func removingFirst(_ length: Int) -> Stem {
        let letters = (bits & ~UInt128(0xFF)) &<< UInt128(truncatingIfNeeded: 5 &* length)
        return Stem(bits: letters | UInt128(truncatingIfNeeded: count &- length))
    }

    /// The letters that it has, a bit each.
    @inline(__always)
    package var letters: UInt32 {
        var (high, low) = (self.high, self.low)
        var letters: UInt32 = 0
        for _ in 0..<count {
            letters |= 1 &<< UInt32(truncatingIfNeeded: high &>> 59)
            high = high &<< 5 | low &>> 59
            low = low &<< 5
        }
        return letters
    }

    /// The word without the letter at `index`.
    package func removing(at index: Int) -> Stem {
        var shorter = prefix(index)
        for position in (index + 1)..<max(count, index + 1) { shorter.append(self[position]) }
        return shorter
    }

    @inline(__always)
    package func hasPrefix(_ other: Stem) -> Bool { prefix(other.count) == other }

    /// Without the a, e and i at its end, but of two letters at least: Мырза and Мырзев, Бай and Баев are one stem.
    @inline(__always)
    package var withoutFinalVowels: Stem {
        var length = count
        while length > 2, self[length &- 1] <= Letter.i { length &-= 1 }
        return prefix(length)
    }

    package func appending(_ other: Stem) -> Stem {
        var longer = self
        for index in 0..<other.count { longer.append(other[index]) }
        return longer
    }

    package static func < (left: Stem, right: Stem) -> Bool { left.bits < right.bits }

    /// A well mixed number for hash tables.
    @inline(__always)
    package var mixed: UInt64 { mix(high ^ mix(low)) }
}

extension Stem: CustomStringConvertible {
    package var description: String {
        String((0..<count).map { Letter.printed[Int(max(1, min(24, self[$0]))) - 1] })
    }
}

/// The finishing step of the SplitMix64 generator: every bit of the input reaches every bit of the result.
@inline(__always)
package func mix(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value &>> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value &>> 31)
}
