/// A name with the parts its words play, ready for comparison.
package struct PreparedName: Sendable {
    package struct Word: Sendable {
        package var stem: Stem
        package var kind: TokenKind
        package var role: NameRole
    }

    package var words: [Word]
    package var isCertain: Bool
    package var gender: Gender

    package init(_ name: ParsedName) {
        let roles = NameRoles(name)
        var words: [Word] = []
        words.reserveCapacity(name.tokens.count)
        for (index, token) in name.tokens.enumerated() {
            words.append(Word(stem: token.stem, kind: token.kind, role: roles[index]))
        }
        self.init(words: words, isCertain: roles.isCertain, gender: name.gender)
    }

    package init(words: [Word], isCertain: Bool, gender: Gender) {
        self.words = words
        self.isCertain = isCertain
        self.gender = gender
    }

    /// An order of names that knows nothing of who is compared with whom. Where two pairings of words are worth the same,
    /// the first found is taken, so names are put in this order before they are paired.
    @inline(__always)
    static func precedes(_ left: PreparedName, _ right: PreparedName) -> Bool {
        left.words.lexicographicallyPrecedes(right.words) { one, other in
            if one.stem != other.stem { return one.stem < other.stem }
            if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
            return one.role.rawValue < other.role.rawValue
        }
    }
}

/// The best pairing of the words of two names.
package struct NameAlignment: Sendable {
    package struct Pair: Sendable {
        package var left: Int
        package var right: Int
        /// 0…255 as `EditDistance.similarity`, or `NicknameTable.mark` for a nickname.
        package var similarity: UInt8
        /// Hundredths of `FormAgreement`.
        package var form: UInt8

        package var value: Int { Int(similarity) * Int(form) }
    }

    package private(set) var pairs: [Pair] = []

    private static let most = 6

    package init(_ left: PreparedName, _ right: PreparedName) {
        var all: [Pair] = []
        all.reserveCapacity(8)
        let distance = EditDistance()
        for (row, word) in left.words.prefix(Self.most).enumerated() {
            for (column, other) in right.words.prefix(Self.most).enumerated() {
                let similarity = Self.similarity(word, other, distance)
                guard similarity > 0 else { continue }
                let form = Self.form(word, left.isCertain, other, right.isCertain)
                all.append(Pair(left: row, right: column, similarity: similarity, form: form))
            }
        }
        if Self.isFreeOfConflict(all) {
            pairs = all
        } else {
            var choice = Choice()
            choice.choose(all.prefix(Choice.most), from: 0, taken: 0, value: 0)
            pairs = all.indices.filter { $0 < Choice.most && choice.best >> UInt16($0) & 1 == 1 }.map { all[$0] }
        }
    }

    /// Every way to take pairs that share no word; there are few, since most words resemble one other at most.
    private struct Choice {
        static let most = 12

        /// The best pairs, a bit each.
        private(set) var best: UInt16 = 0
        private var value = 0
        private var (rows, columns): (UInt32, UInt32) = (0, 0)

        mutating func choose(_ all: ArraySlice<Pair>, from place: Int, taken: UInt16, value: Int) {
            if value > self.value {
                self.value = value
                best = taken
            }
            for next in all.indices[place...] {
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
        let similarity = distance.similarity(left.stem, right.stem)
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

    private static func isFreeOfConflict(_ pairs: [Pair]) -> Bool {
        var (rows, columns): (UInt32, UInt32) = (0, 0)
        for pair in pairs {
            let (row, column): (UInt32, UInt32) = (1 << UInt32(pair.left), 1 << UInt32(pair.right))
            if rows & row != 0 || columns & column != 0 { return false }
            rows |= row
            columns |= column
        }
        return true
    }
}
