public import Domain

/// Where the work on a case stands. Computed at each change, never typed.
public enum CaseStage: String, CaseIterable, Sendable, Hashable {
    case new, assessment, plan, action, waiting, closing, closed, reopened
}

/// Somebody in a case.
public struct CaseMember: Sendable, Hashable {
    public var person: PersonID
    public var role: CaseRole

    public init(_ person: PersonID, _ role: CaseRole) {
        self.person = person
        self.role = role
    }
}

/// One of a case's problems; the first is the primary one.
public struct CaseProblem: Sendable, Hashable {
    public var code: ProblemCode
    public var outcome: CaseOutcome?
    public var outcomeAt: Instant?

    public init(_ code: ProblemCode, outcome: CaseOutcome? = nil, outcomeAt: Instant? = nil) {
        self.code = code
        self.outcome = outcome
        self.outcomeAt = outcomeAt
    }
}

/// The countries that a case touches, ISO 3166-1 alpha-2.
public struct CaseCountries: Sendable, Hashable {
    /// Whose law the matter is judged by.
    public var right: CountryCode?
    /// Where the person is.
    public var stay: CountryCode?
    /// Where the person returns to.
    public var back: CountryCode?

    public init(right: CountryCode? = nil, stay: CountryCode? = nil, back: CountryCode? = nil) {
        self.right = right
        self.stay = stay
        self.back = back
    }
}

/// The clear columns of a case: what may be known without opening anything.
public struct CaseHead: Sendable, Hashable {
    public internal(set) var id: CaseID
    /// The organisation that owns the case.
    public internal(set) var owner: OrganizationID
    public internal(set) var year: Int
    public internal(set) var number: Int64
    /// Grows with each change of the row; leaves commit to it.
    public internal(set) var version: Int64
    public internal(set) var fieldVersions: FieldVersions
    public internal(set) var status: CaseStatus
    public internal(set) var stage: CaseStage
    public internal(set) var risk: RiskLevel
    public internal(set) var worker: UserID?
    /// The first client; a recipient without a grant on the person gets none.
    public internal(set) var client: PersonID?
    public internal(set) var primaryProblem: ProblemCode?
    public internal(set) var countries: CaseCountries
    public internal(set) var openedAt: Instant
    public internal(set) var changedAt: Instant
    public internal(set) var closedAt: Instant?
    public internal(set) var nextDueOn: CivilDate?
    /// How many persons the case has, shown or not.
    public internal(set) var personCount: Int
    public internal(set) var isCollective: Bool
    public internal(set) var isImported: Bool
    public internal(set) var contact: ContactID?
    /// The referral on whose acceptance the case was opened.
    public internal(set) var referral: ReferralID?
    public internal(set) var outcome: CaseOutcome?
    /// The token by which the network counts the person once; travels with a referral.
    public internal(set) var networkToken: [UInt8]?

    /// As people write it: `2026-0123`.
    public var displayNumber: String { CaseNumber.text(year: year, number: number) }
}

/// A case as far as the reader may see it.
public struct CaseFile: Sendable {
    public let head: CaseHead
    /// All members for the owner; for a recipient those whose own records are open to it.
    public let members: [CaseMember]
    public let problems: [CaseProblem]
    /// What the reader may open.
    public let groups: FieldGroups
    /// The case in a sentence; `nil` when the group isn't open.
    public let summary: String?
    /// What happened, in words; `nil` when the group isn't open.
    public let situation: String?
    /// The number under which an imported list kept the case.
    public let importedNumber: String?
    public let isOwn: Bool

    public var id: CaseID { head.id }
    public var owner: OrganizationID { head.owner }
    public var number: String { head.displayNumber }
}

/// How case numbers are written.
public enum CaseNumber {
    public static func text(year: Int, number: Int64) -> String {
        let digits = String(number)
        return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// Reads `2026-0123` or `2026-123`.
    public static func parse(_ text: String) -> (year: Int, number: Int64)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, (1...9).contains(parts[1].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let number = Int64(parts[1])
        else { return nil }
        return (year, number)
    }
}
