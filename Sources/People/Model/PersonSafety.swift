public import Domain

/// How a person may be reached, what they wish of helpers, and what endangers them; sealed together.
public struct PersonSafety: Sendable, Hashable, Codable {
    public var contact: SafeContact
    public var wishes: PersonWishes
    /// In the order of the code list, each once.
    public private(set) var marks: [SafetyMark]
    /// Whether organisations of the network may be told that one of them knows the person; `nil` where nobody asked.
    public var recognition: RecognitionConsent?

    public init(
        contact: SafeContact = SafeContact(),
        wishes: PersonWishes = PersonWishes(),
        marks: some Sequence<SafetyMark> = [],
        recognition: RecognitionConsent? = nil
    ) {
        self.contact = contact
        self.wishes = wishes
        self.recognition = recognition
        let given = Set(marks)
        self.marks = SafetyMark.allCases.filter(given.contains)
    }

    public var isEmpty: Bool { self == PersonSafety() }

    /// Whether nothing may go to a consulate, government or other recipient of the person's own state unless the
    /// person overrides it with a lawyer present (safety rule 4).
    public var forbidsStateRecipient: Bool { !marks.isEmpty || wishes.doNotTellMyState }
}

/// The person's leave to be recognised in the network: to be met where another organisation asks whether somebody may be
/// the same person (decision 20).
public struct RecognitionConsent: Sendable, Hashable, Codable {
    public var manner: RecognitionManner
    private var given: String
    private var withdrawn: String?

    public init(manner: RecognitionManner, givenOn: CivilDate, withdrawnOn: CivilDate? = nil) {
        self.manner = manner
        given = givenOn.iso
        withdrawn = withdrawnOn?.iso
    }

    public var givenOn: CivilDate? { CivilDate(iso: given) }
    public var withdrawnOn: CivilDate? { withdrawn.flatMap { CivilDate(iso: $0) } }
    /// Whether it holds: from the moment in which it is recorded until the one in which its end is.
    public var isLive: Bool { withdrawn == nil }
}

/// How a leave was given.
public enum RecognitionManner: String, CaseIterable, Sendable, Codable {
    case oral, written
    /// By phone or message.
    case remote
}

/// What makes the person's own state a danger.
public enum SafetyMark: String, CaseIterable, Sendable, Codable {
    case asylum
    case politicalDanger = "political_danger"
    case traffickingByOfficials = "trafficking_by_officials"
}

/// What the person wishes of those who help.
public struct PersonWishes: Sendable, Hashable, Codable {
    public var womanLawyer: Bool
    /// Nobody from the own village, region or kin.
    public var notFromOwnVillage: Bool
    public var doNotTellMyState: Bool
    public var interpreter: InterpreterWish

    public init(
        womanLawyer: Bool = false,
        notFromOwnVillage: Bool = false,
        doNotTellMyState: Bool = false,
        interpreter: InterpreterWish = .none
    ) {
        self.womanLawyer = womanLawyer
        self.notFromOwnVillage = notFromOwnVillage
        self.doNotTellMyState = doNotTellMyState
        self.interpreter = interpreter
    }
}

public enum InterpreterWish: String, CaseIterable, Sendable, Codable {
    case none, wanted, refused
}

/// What makes a person vulnerable, as far as helpers have to know it.
public enum Vulnerability: String, CaseIterable, Sendable, Codable {
    case childAlone = "child_alone"
    case pregnant
    case smallChildren = "small_children"
    case disability
    case illness
    case mentalDistress = "mental_distress"
    case violence
    case trafficking
    case elderly
    case noLocalLanguage = "no_local_language"
    case cannotRead = "cannot_read"
    case homeless
    case addiction
    case minority
}

/// The vulnerabilities and what there is to say about them; sealed with the health group.
public struct PersonVulnerability: Sendable, Hashable, Codable {
    /// In the order of the code list, each once.
    public private(set) var codes: [Vulnerability]
    public var note: String

    public init(codes: some Sequence<Vulnerability> = [], note: String = "") {
        let given = Set(codes)
        self.codes = Vulnerability.allCases.filter(given.contains)
        self.note = note
    }

    public var isEmpty: Bool { codes.isEmpty && note.isEmpty }
}
