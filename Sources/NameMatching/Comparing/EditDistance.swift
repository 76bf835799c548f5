/// What one slip costs, in twentieths of a wholly different letter.
package final class EditCosts: Sendable {
    static let whole = 20

    /// Pairs that ears and passport officers confuse, with the cost of one for the other.
    static let confusable: [(pairs: String, cost: UInt8)] = [
        ("ou ei", 4), ("ao ae ie ia oe ui ue ua oi eu", 6), ("cs 46 kh gh gk", 9),
        ("sz s6 jz dt bp bv vf j4 c4 6j ct zc", 10),
        ("ji jg hf pf vu", 12),
    ]

    static let vowelGap: UInt8 = 8
    static let glideGap: UInt8 = 6
    static let breathGap: UInt8 = 12
    static let swap: UInt8 = 13

    /// 32 x 32, row times 32 plus column.
    let substitution: [UInt8]
    /// By letter: the cost of having it or not.
    let gap: [UInt8]
    /// By letter: the letters that may stand for it at less than the whole price, a bit each, and the least of these
    /// prices; a vowel's is nothing, since `floor` doesn't count them.
    let near: [UInt32]
    let least: [UInt8]

    static let shared = EditCosts()

    private init() {
        var substitution = [UInt8](repeating: UInt8(Self.whole), count: 1024)
        var gap = [UInt8](repeating: UInt8(Self.whole), count: 32)
        for letter in 0..<32 { substitution[letter * 33] = 0 }
        for (pairs, cost) in Self.confusable {
            for pair in pairs.split(separator: " ") {
                let letters = pair.compactMap(Letter.named)
                guard let left = letters.first.map(Int.init), let right = letters.last.map(Int.init) else { continue }
                substitution[left * 32 + right] = cost
                substitution[right * 32 + left] = cost
            }
        }
        for letter in Letter.a...Letter.u { gap[Int(letter)] = Self.vowelGap }
        gap[Int(Letter.i)] = Self.glideGap
        gap[Int(Letter.h)] = Self.breathGap
        self.substitution = substitution
        self.gap = gap
        var near = [UInt32](repeating: 0, count: 32)
        var least = gap
        for letter in 0..<32 {
            for other in 0..<32 where other != letter && substitution[letter * 32 + other] < UInt8(Self.whole) {
                near[letter] |= 1 << UInt32(other)
                least[letter] = min(least[letter], substitution[letter * 32 + other])
            }
        }
        self.near = near
        self.least = least
    }

    private static let vowels: UInt32 = (Letter.a...Letter.u).reduce(0) { $0 | 1 << UInt32($1) }

    /// What words with these letters differ by at least: a consonant that the other has not is left out or replaced.
    @inline(__always)
    func floor(_ left: UInt32, _ right: UInt32) -> Int {
        max(cost(of: left & ~right & ~Self.vowels, among: right), cost(of: right & ~left & ~Self.vowels, among: left))
    }

    @inline(__always)
    private func cost(of letters: UInt32, among others: UInt32) -> Int {
        var sum = 0
        var rest = letters
        while rest != 0 {
            let letter = rest.trailingZeroBitCount
            sum &+= Int(near[letter] & others == 0 ? gap[letter] : least[letter])
            rest &= rest &- 1
        }
        return sum
    }
}

/// The weighted distance of two folded words: substitutions, gaps and turned neighbours, each at its own price.
package struct EditDistance: Sendable {
    private let costs = EditCosts.shared

    package init() {}

    /// 255 for equal words down to 0 for words too far apart to be one name: 1 - distance / (0.45 x the longer length),
    /// and nothing below 0.36; a short word may have one wrong letter.
    @inline(__always)
    package func similarity(_ left: Stem, _ right: Stem) -> UInt8 {
        similarity(left, left.letters, right, right.letters)
    }

    /// The same for who already knows the words' `Stem.letters`.
    @inline(__always)
    package func similarity(_ left: Stem, _ leftLetters: UInt32, _ right: Stem, _ rightLetters: UInt32) -> UInt8 {
        if left == right { return 255 }
        let longer = max(left.count, right.count)
        let room = max(36, longer * 9 * EditCosts.whole / 20)
        let limit = room * 64 / 100
        if costs.floor(leftLetters, rightLetters) > limit { return 0 }
        let distance = self.distance(left, right, limit: limit)
        guard distance <= limit else { return 0 }
        return UInt8(255 * (room - distance) / max(room, 1))
    }

    /// The distance in twentieths; anything above `limit` may be returned as `limit + 1`.
    package func distance(_ first: Stem, _ second: Stem, limit: Int) -> Int {
        var (left, right) = (first, second)
        if left.count > right.count { swap(&left, &right) }
        let (rows, columns) = (left.count, right.count)
        if (columns - rows) * Int(EditCosts.glideGap) > limit { return limit + 1 }
        var start = 0
        while start < rows, left[start] == right[start] { start &+= 1 }
        // One letter before the first difference stays, since a swap may reach back to it.
        start = max(0, start &- 1)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 5 * 26) { cells in
            fill(cells, left, right, start, rows, columns, limit)
        }
    }

    private func fill(
        _ cells: UnsafeMutableBufferPointer<Int32>,
        _ left: Stem,
        _ right: Stem,
        _ start: Int,
        _ rows: Int,
        _ columns: Int,
        _ limit: Int
    ) -> Int {
        costs.substitution.withUnsafeBufferPointer { substitution in
            costs.gap.withUnsafeBufferPointer { gap in
                // Three rolling rows of 26 cells; the right word's letters and gaps behind them.
                let letters = 78
                let gaps = 104
                var (above, current, older) = (26, 0, 52)
                cells[above] = 0
                let width = columns &- start
                for column in 0..<width {
                    let letter = right[start &+ column]
                    cells[letters &+ column] = Int32(letter)
                    cells[gaps &+ column] = Int32(gap[Int(letter)])
                    cells[above &+ column &+ 1] = cells[above &+ column] &+ cells[gaps &+ column]
                }
                var previous: Int32 = 0
                for row in start..<rows {
                    let letter = Int32(left[row])
                    let own = Int32(gap[Int(letter)])
                    cells[current] = cells[above] &+ own
                    var least = cells[current]
                    let base = Int(letter) &* 32
                    for column in 0..<width {
                        let other = cells[letters &+ column]
                        var best = cells[above &+ column] &+ Int32(substitution[base &+ Int(other)])
                        best = min(best, cells[above &+ column &+ 1] &+ own)
                        best = min(best, cells[current &+ column] &+ cells[gaps &+ column])
                        if row > start, column > 0, letter == cells[letters &+ column &- 1], other == previous {
                            best = min(best, cells[older &+ column &- 1] &+ Int32(EditCosts.swap))
                        }
                        cells[current &+ column &+ 1] = best
                        least = min(least, best)
                    }
                    if Int(least) > limit &+ Int(EditCosts.swap) { return limit &+ 1 }
                    previous = letter
                    (older, above, current) = (above, current, older)
                }
                return Int(cells[above &+ width])
            }
        }
    }
}
