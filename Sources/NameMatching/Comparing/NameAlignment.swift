/// A name with the parts its words play, ready for comparison.
package struct PreparedName: Sendable {
    package struct Word: Sendable, BitwiseCopyable {
        package let stem: Stem
        package let kind: TokenKind
        package let role: NameRole
        /// `Stem.letters`, which every comparison begins with.
        let letters: UInt32

        package init(stem: Stem, kind: TokenKind, role: NameRole) {
            self.stem = stem
            self.kind = kind
            self.role = role
            letters = stem.letters
        }
    }

    package typealias Words = FewItems<8, Word>

    package private(set) var words = Self.none
    package let isCertain: Bool
    package let gender: Gender

    package static let none = Words(filler: Word(stem: Stem(), kind: .bare, role: .unknown))

    package init(_ name: ParsedName) {
        let roles = NameRoles(name)
        isCertain = roles.isCertain
        gender = name.gender
        for place in 0..<name.tokens.count {
            let token = name.tokens[place]
            words.append(Word(stem: token.stem, kind: token.kind, role: roles[place]))
        }
    }

    package init(words: Words, isCertain: Bool, gender: Gender) {
        self.words = words
        self.isCertain = isCertain
        self.gender = gender
    }

    /// An order of names that knows nothing of who is compared with whom. Where two pairings of words are worth the same,
    /// the first found is taken, so names are put in this order before they are paired.
    @inline(__always)
    static func precedes(_ left: PreparedName, _ right: PreparedName) -> Bool {
        for place in 0..<min(left.words.count, right.words.count) {
            let (one, other) = (left.words[place], right.words[place])
            if one.stem != other.stem { return one.stem < other.stem }
            if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
            if one.role != other.role { return one.role.rawValue < other.role.rawValue }
        }
        return left.words.count < right.words.count
    }
}

/// The best pairing of the words of two names.
package struct NameAlignment: Sendable {
    package struct Pair: Sendable, BitwiseCopyable {
        private let places: (left: UInt8, right: UInt8)
        /// 0…255 as `EditDistance.similarity`, or `NicknameTable.mark` for a nickname.
        package let similarity: UInt8
        /// Hundredths of `FormAgreement`.
        package let form: UInt8

        init(left: Int, right: Int, similarity: UInt8, form: UInt8) {
            places = (UInt8(truncatingIfNeeded: left), UInt8(truncatingIfNeeded: right))
            self.similarity = similarity
            self.form = form
        }

        package var left: Int { Int(places.left) }
        package var right: Int { Int(places.right) }
        package var value: Int { Int(similarity) * Int(form) }
    }

    /// More than any names' words make that resemble each other.
    package typealias Pairs = FewItems<12, Pair>

    package private(set) var pairs = Pairs(filler: Pair(left: 0, right: 0, similarity: 0, form: 0))

    private static let most = 6

    package init(_ left: PreparedName, _ right: PreparedName) {
        let distance = EditDistance()
        let (settledRows, settledColumns) = takeEqual(left, right)
        for row in 0..<min(left.words.count, Self.most) where settledRows >> UInt32(row) & 1 == 0 {
            let word = left.words[row]
            for column in 0..<min(right.words.count, Self.most) where settledColumns >> UInt32(column) & 1 == 0 {
                let other = right.words[column]
                let similarity = Self.similarity(word, other, distance)
                guard similarity > 0 else { continue }
                let form = Self.form(word, left.isCertain, other, right.isCertain)
                pairs.append(Pair(left: row, right: column, similarity: similarity, form: form))
            }
        }
        guard !Self.isFreeOfConflict(pairs) else { return }
        var choice = Choice()
        choice.choose(pairs, from: 0, taken: 0, value: 0)
        for place in pairs.indices.reversed() where choice.best >> UInt16(place) & 1 == 0 { pairs.remove(at: place) }
    }

    /// Pairs words that are one and play one part, where neither has a double: nothing else could be nearer to either,
    /// so their distances from the rest need no measuring. Returns the rows and columns that are settled by it.
    private mutating func takeEqual(_ left: PreparedName, _ right: PreparedName) -> (rows: UInt32, columns: UInt32) {
        var (rows, columns): (UInt32, UInt32) = (0, 0)
        for row in 0..<min(left.words.count, Self.most) where !left.words.hasDouble(row) {
            let word = left.words[row]
            for column in 0..<min(right.words.count, Self.most) where right.words[column].stem == word.stem {
                guard word.kind != .initial, !right.words.hasDouble(column) else { continue }
                let form = Self.form(word, left.isCertain, right.words[column], right.isCertain)
                guard form >= Self.onePart else { continue }
                pairs.append(Pair(left: row, right: column, similarity: 255, form: form))
                rows |= 1 << UInt32(row)
                columns |= 1 << UInt32(column)
            }
        }
        return (rows, columns)
    }

    /// From here on two words may play one part of a name.
    private static let onePart: UInt8 = 90

    /// Every way to take pairs that share no word; there are few, since most words resemble one other at most.
    private struct Choice {
        /// The best pairs, a bit each.
        private(set) var best: UInt16 = 0
        private var value = 0
        private var (rows, columns): (UInt32, UInt32) = (0, 0)

        mutating func choose(_ all: Pairs, from place: Int, taken: UInt16, value: Int) {
            if value > self.value {
                self.value = value
                best = taken
            }
            for next in place..<all.count {
                let pair = all[next]
                let (row, column): (UInt32, UInt32) = (1 << UInt32(pair.left), 1 << UInt32(pair.right))
                guard rows & row == 0, columns & column == 0 else { continue }
                rows |= row
                columns |= column
                choose(all, from: next + 1, taken: taken | 1 << UInt16(next), value: value + pair.value)
                rows &= ~row
                columns &= ~column
            }
        }
    }

    private static func similarity(_ left: PreparedName.Word, _ right: PreparedName.Word, _ distance: EditDistance)
        -> UInt8
    {
        if left.kind == .initial || right.kind == .initial { return left.stem[0] == right.stem[0] ? 255 : 0 }
        if left.stem == right.stem { return 255 }
        let similarity = distance.similarity(left.stem, left.letters, right.stem, right.letters)
        if similarity < NicknameTable.mark, NicknameTable.shared.related(left.stem, right.stem) {
            return NicknameTable.mark
        }
        return similarity
    }

    /// The same in both directions, so that no comparison depends on who stands first.
    private static func form(
        _ left: PreparedName.Word,
        _ leftCertain: Bool,
        _ right: PreparedName.Word,
        _ rightCertain: Bool
    ) -> UInt8 {
        let one = FormAgreement.Form(left.kind, left.role, certain: leftCertain)
        let other = FormAgreement.Form(right.kind, right.role, certain: rightCertain)
        return UInt8((Int(FormAgreement.percent(one, other)) + Int(FormAgreement.percent(other, one))) / 2)
    }

    private static func isFreeOfConflict(_ pairs: Pairs) -> Bool {
        var (rows, columns): (UInt32, UInt32) = (0, 0)
        for place in 0..<pairs.count {
            let pair = pairs[place]
            let (row, column): (UInt32, UInt32) = (1 << UInt32(pair.left), 1 << UInt32(pair.right))
            if rows & row != 0 || columns & column != 0 { return false }
            rows |= row
            columns |= column
        }
        return true
    }
}

extension PreparedName.Words {
    /// Whether another word has the same stem.
    @inline(__always)
    fileprivate func hasDouble(_ place: Int) -> Bool {
        for other in 0..<count where other != place && self[other].stem == self[place].stem { return true }
        return false
    }
}
