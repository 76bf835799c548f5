/// What a room asks of casework to open a case from a contact; rooms of one floor meet through values like this.
public struct CaseRequest: Sendable {
    public struct Member: Sendable, Hashable {
        public var person: PersonID
        public var role: CaseRole

        public init(person: PersonID, role: CaseRole) {
            self.person = person
            self.role = role
        }
    }

    /// The contact that the case comes from.
    public var contact: ContactID?
    public var members: [Member]
    /// The first is the primary one.
    public var problems: [ProblemCode]
    /// What happened, in the operator's words.
    public var summary: String
    /// ISO 3166-1 alpha-2 of the country of stay.
    public var country: String?
    public var risk: RiskLevel
    public var openedAt: Instant?
    /// The number under which an imported list kept the case.
    public var importedNumber: String?
    /// Whether the case came from an imported list; such a case is never offered for sharing without an authority.
    public var isImported: Bool

    public init(
        contact: ContactID? = nil,
        members: [Member],
        problems: [ProblemCode],
        summary: String = "",
        country: String? = nil,
        risk: RiskLevel = .normal,
        openedAt: Instant? = nil,
        importedNumber: String? = nil,
        isImported: Bool = false
    ) {
        self.contact = contact
        self.members = members
        self.problems = problems
        self.summary = summary
        self.country = country
        self.risk = risk
        self.openedAt = openedAt
        self.importedNumber = importedNumber
        self.isImported = isImported
    }
}

/// A case in one line, for rooms that only name it.
public struct CaseBrief: Sendable, Hashable {
    public let id: CaseID
    /// As people write it, such as `2026-0123`.
    public let number: String
    public let status: CaseStatus
    public let problem: ProblemCode?
    public let changedAt: Instant

    public init(id: CaseID, number: String, status: CaseStatus, problem: ProblemCode?, changedAt: Instant) {
        self.id = id
        self.number = number
        self.status = status
        self.problem = problem
        self.changedAt = changedAt
    }
}

/// A contact in one line, for the story of a case or a person.
public struct ContactBrief: Sendable, Hashable {
    public let id: ContactID
    public let number: Int64
    public let channel: Channel
    public let occurredAt: Instant
    public let problem: ProblemCode?
    public let outcome: ContactOutcome?
    public let summary: String

    public init(
        id: ContactID,
        number: Int64,
        channel: Channel,
        occurredAt: Instant,
        problem: ProblemCode?,
        outcome: ContactOutcome?,
        summary: String
    ) {
        self.id = id
        self.number = number
        self.channel = channel
        self.occurredAt = occurredAt
        self.problem = problem
        self.outcome = outcome
        self.summary = summary
    }
}

/// One line of *my day*: what has to be done, about whom, and where one acts.
public struct DayItem: Sendable, Hashable {
    /// The list it belongs to.
    public enum Urgency: Int, Sendable, Hashable, Comparable {
        case now, thisWeek, waiting

        public static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }
    }

    /// What it is, as a code whose title the page knows: `task`, `step`, `deadline`, `referral`, `call_back`,
    /// `appointment`, `authority`, `transfer`.
    public let kind: String
    public let urgency: Urgency
    /// Who it is about; empty when nobody is named.
    public let name: String
    /// What has to be done.
    public let title: String
    public let dueOn: CivilDate?
    public let since: Instant?
    /// Where one acts, as path components.
    public let path: [String]

    public init(
        kind: String,
        urgency: Urgency,
        name: String,
        title: String,
        dueOn: CivilDate? = nil,
        since: Instant? = nil,
        path: [String]
    ) {
        self.kind = kind
        self.urgency = urgency
        self.name = name
        self.title = title
        self.dueOn = dueOn
        self.since = since
        self.path = path
    }
}
