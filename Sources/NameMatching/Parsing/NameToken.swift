/// What the form of a word says about its place in a name.
package enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
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
package struct NameToken: Hashable, Sendable, BitwiseCopyable {
    /// The whole folded word: what beginnings are compared by.
    package let whole: Stem
    private let stemCount: UInt8
    package var kind: TokenKind
    /// What the folding left out.
    package var spelling: WordSpelling

    /// `stem` is what `whole` begins with.
    package init(stem: Stem, whole: Stem, kind: TokenKind, spelling: WordSpelling = WordSpelling()) {
        self.whole = whole
        stemCount = UInt8(truncatingIfNeeded: stem.count)
        self.kind = kind
        self.spelling = spelling
    }

    /// The word without its ending and final vowels: what names are compared by.
    @inline(__always)
    package var stem: Stem { whole.prefix(Int(stemCount)) }
}

/// A name read into words in the order written.
package struct ParsedName: Equatable, Sendable {
    package typealias Tokens = FewItems<8, NameToken>

    package internal(set) var tokens = Tokens(filler: NameToken(stem: Stem(), whole: Stem(), kind: .bare))

    /// A name without words.
    package init() {}

    /// The gender that the endings speak for; unknown when they say nothing or contradict each other.
    package var gender: Gender {
        var found = Gender.unknown
        for place in tokens.indices {
            let gender = tokens[place].kind.gender
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
