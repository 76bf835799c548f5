/// A word as it grows letter by letter, with the joins that make every script and spelling arrive at the same letters.
struct FoldedWord {
    /// The letters, five bits each, the newest lowest: the first twelve, and those behind them.
    private var (head, tail): (UInt64, UInt64) = (0, 0)
    private(set) var count = 0
    private var last: UInt8 = 0
    private(set) var spelling = WordSpelling()

    private static let half = 12
    /// The letters that join with others than i before them.
    private static let joining: UInt32 =
        1 << UInt32(Letter.h) | 1 << UInt32(Letter.j) | 1 << UInt32(Letter.g) | 1 << UInt32(Letter.s)
        | 1 << UInt32(Letter.tch)

    var stem: Stem {
        let front = head &<< UInt64(truncatingIfNeeded: 5 &* (Self.half &- min(count, Self.half)))
        let back = tail &<< UInt64(truncatingIfNeeded: 5 &* (Self.half &- max(count &- Self.half, 0)))
        return Stem(bits: UInt128(front) &<< 68 | UInt128(back) &<< 8 | UInt128(truncatingIfNeeded: count))
    }

    /// Doubles count once; i is not heard before another vowel (ия, iya, ia are all a); дж is ж; нг is ң; and the
    /// pairs that Latin spellings write for one letter are one letter wherever they come from: тс is ц, сх is what
    /// `sh` cannot be told from, and so on.
    @inline(__always)
    mutating func append(_ letter: UInt8, isSoft: Bool = false) {
        var (letter, isSoft) = (letter, isSoft)
        while true {
            if letter == 0 { return }
            if letter == last { return double(isSoft) }
            // Most letters join with none, so that is asked first.
            guard last == Letter.i || Self.joining &>> UInt32(letter) & 1 == 1, let joined = Self.join(last, letter)
            else { break }
            if last == Letter.i { isSoft = true }
            drop()
            letter = joined
        }
        last = letter
        guard count < Stem.capacity else { return }
        if isSoft { spelling.setSoft(count) }
        if count < Self.half { head = head &<< 5 | UInt64(letter) } else { tail = tail &<< 5 | UInt64(letter) }
        count &+= 1
    }

    @inline(__always)
    private mutating func double(_ isSoft: Bool) {
        guard Letter.isVowel(last) else { return }
        spelling.setDoubled(count &- 1)
        if isSoft { spelling.setSoft(count &- 1) }
    }

    @inline(__always)
    private mutating func drop() {
        guard count > 0 else { return }
        count &-= 1
        spelling.clear(count)
        if count < Self.half { head &>>= 5 } else { tail &>>= 5 }
        last = UInt8(truncatingIfNeeded: (count > Self.half ? tail : head) & 31)
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
