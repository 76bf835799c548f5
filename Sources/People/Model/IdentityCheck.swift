import Domain
import NameMatching

/// Whether somebody who rings is who they say (safety rule 6): recognised by number or name is not identified. Before
/// a check is passed nothing is said, not even that the person is known. The result is recorded by whoever asks.
public enum IdentityCheck {
    /// What was said on the telephone against what is recorded.
    ///
    /// A wrong code word refuses whatever else was said; without one, two facts of different kinds must fit, and a fact
    /// that is wrong refuses, since who guesses may try again and again.
    public static func check(_ claim: IdentityClaim, against details: PersonDetails) -> IdentityCheckResult {
        let known = details.safety?.contact.codeWord ?? ""
        if !TypedText.trimmed(claim.codeWord).isEmpty {
            return !known.isEmpty && isSame(claim.codeWord, known) ? .confirmed(.codeWord) : .refused
        }
        let said = IdentityFact.allCases.filter { !TypedText.trimmed(claim[$0]).isEmpty }
        guard askable(details).count >= 2 || !known.isEmpty else { return .notPossible }
        let right = said.filter { fits($0, claim[$0], details) }
        return right.count >= 2 && right.count == said.count ? .confirmed(.facts(right)) : .refused
    }

    /// The facts that can be asked for, because they are recorded and readable; values are never shown.
    public static func askable(_ details: PersonDetails) -> [IdentityFact] {
        IdentityFact.allCases.filter { fact in
            switch fact {
            case .birthDate: details.identity.birth != nil
            case .documentTail: details.documents?.contains { !$0.number.isEmpty } == true
            case .homePlace: !details.identity.homePlace.isEmpty
            case .familyMember: details.circle?.contains { $0.relation.isFamily && !$0.name.isEmpty } == true
            case .phoneTail: details.phones?.isEmpty == false
            }
        }
    }

    /// Whether there is a code word to ask for.
    public static func hasCodeWord(_ details: PersonDetails) -> Bool {
        details.safety?.contact.codeWord.isEmpty == false
    }

    private static func fits(_ fact: IdentityFact, _ said: String, _ details: PersonDetails) -> Bool {
        switch fact {
        case .birthDate:
            // As precise as the record, so that a year alone never passes for a recorded day.
            return details.identity.birth.map { TypedText.date(said) == $0 } ?? false
        case .documentTail:
            return (details.documents ?? []).contains { hasTail(DocumentNumber($0.number)?.normalized, said) }
        case .homePlace: return FoldedNames.agree(said, details.identity.homePlace)
        case .familyMember:
            return (details.circle ?? []).contains { $0.relation.isFamily && FoldedNames.agree(said, $0.name) }
        case .phoneTail:
            return (details.phones ?? []).contains { hasTail($0.number, said) }
        }
    }

    /// Whether a number ends in the four or more letters or digits that were said.
    private static func hasTail(_ number: String?, _ said: String) -> Bool {
        guard let number else { return false }
        let tail = DocumentNumber(said)?.normalized ?? ""
        return tail.unicodeScalars.count >= 4 && number.hasSuffix(tail)
    }

    private static func isSame(_ said: String, _ known: String) -> Bool {
        let (said, known) = (NameFolding.fold(said), NameFolding.fold(known))
        return !said.isEmpty && said == known
    }
}

/// What somebody says about themselves, as typed.
public struct IdentityClaim: Sendable, Hashable {
    public var codeWord: String
    public var birthDate: String
    /// The last four or more letters and digits of a document's number.
    public var documentTail: String
    public var homePlace: String
    /// A name of somebody of the family.
    public var familyMember: String
    /// The last four or more digits of a phone that is recorded; never of the one that rings.
    public var phoneTail: String

    public init(
        codeWord: String = "",
        birthDate: String = "",
        documentTail: String = "",
        homePlace: String = "",
        familyMember: String = "",
        phoneTail: String = ""
    ) {
        self.codeWord = codeWord
        self.birthDate = birthDate
        self.documentTail = documentTail
        self.homePlace = homePlace
        self.familyMember = familyMember
        self.phoneTail = phoneTail
    }

    subscript(fact: IdentityFact) -> String {
        switch fact {
        case .birthDate: birthDate
        case .documentTail: documentTail
        case .homePlace: homePlace
        case .familyMember: familyMember
        case .phoneTail: phoneTail
        }
    }
}

/// What can be asked for besides the code word.
public enum IdentityFact: String, CaseIterable, Sendable {
    case birthDate = "birth_date"
    case documentTail = "document_tail"
    case homePlace = "home_place"
    case familyMember = "family_member"
    case phoneTail = "phone_tail"
}

/// How somebody proved who they are.
public enum IdentityProof: Sendable, Hashable {
    case codeWord
    case facts([IdentityFact])
}

public enum IdentityCheckResult: Sendable, Hashable {
    case confirmed(IdentityProof)
    /// Something was wrong or too little was said.
    case refused
    /// Too little is recorded to ask for.
    case notPossible

    public var isConfirmed: Bool {
        if case .confirmed = self { true } else { false }
    }

    /// A stable code for the record of the check.
    public var code: String {
        switch self {
        case .confirmed(.codeWord): "code_word"
        case .confirmed(.facts): "facts"
        case .refused: "refused"
        case .notPossible: "not_possible"
        }
    }
}

extension Kinship {
    /// Whether it is family, whose names not everybody knows.
    var isFamily: Bool {
        switch self {
        case .spouse, .parent, .child, .sibling, .grandparent, .otherRelative: true
        case .friend, .employer, .representative, .other: false
        }
    }
}

/// Compares names of people and places in any script.
enum FoldedNames {
    /// Whether every word that was said, of two letters at least, is one of the recorded ones, in whatever
    /// script and spelling.
    static func agree(_ said: String, _ recorded: String) -> Bool {
        let said = words(said)
        let recorded = words(recorded)
        guard !said.isEmpty, !recorded.isEmpty, said.contains(where: { $0.utf8.count > 1 }) else { return false }
        return said.allSatisfy(recorded.contains)
    }

    private static func words(_ text: String) -> [Substring] {
        NameFolding.fold(String(text.prefix(400))).split(separator: " ")
    }
}
