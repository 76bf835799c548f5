/// What the form of a word says about its place in a name.
package enum TokenKind: UInt8, Sendable, CaseIterable {
    case bare
    case initial
    /// -ов, -ев and their kin.
    case surnameMale
    /// -ова, -ева.
    case surnameFemale
    /// -зода, -зада, -zade.
    case descendant
    /// -ович, -евич.
    case patronymicMale
    /// -овна, -евна.
    case patronymicFemale
    /// уулу, ұлы, o'g'li.
    case son
    /// кызы, қызы, qizi.
    case daughter
    /// -ий, -iy, -ский, -ская: often a surname, its stem kept.
    case surnameOther

    package var gender: Gender {
        switch self {
        case .surnameMale, .patronymicMale, .son: .male
        case .surnameFemale, .patronymicFemale, .daughter: .female
        default: .unknown
        }
    }

    /// Whether the form alone tells that this is a family name (a patronymic of the uulu kind serves as one).
    package var isFamily: Bool {
        switch self {
        case .surnameMale, .surnameFemale, .son, .daughter: true
        default: false
        }
    }

    package var isPatronymic: Bool { self == .patronymicMale || self == .patronymicFemale }
}

/// One word of a name.
package struct NameToken: Hashable, Sendable {
    /// The word without its ending and final vowels: what names are compared by.
    package var stem: Stem
    /// The whole folded word: what beginnings are compared by.
    package var whole: Stem
    package var kind: TokenKind

    package init(stem: Stem, whole: Stem, kind: TokenKind) {
        self.stem = stem
        self.whole = whole
        self.kind = kind
    }
}

/// A name read into words in the order written.
package struct ParsedName: Hashable, Sendable {
    package static let maximumTokens = 8

    package var tokens: [NameToken]

    package init(tokens: [NameToken]) { self.tokens = tokens }

    /// The gender that the endings speak for; unknown when they say nothing or contradict each other.
    package var gender: Gender {
        var found = Gender.unknown
        for token in tokens {
            let gender = token.kind.gender
            if gender == .unknown || gender == found { continue }
            if found != .unknown { return .unknown }
            found = gender
        }
        return found
    }
}

/// As recorded; people are not asked to prove it.
public enum Gender: UInt8, Sendable {
    case unknown
    case female
    case male
}
