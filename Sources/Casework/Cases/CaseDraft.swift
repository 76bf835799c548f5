public import Domain
public import Facts

/// What a new case shall be.
public struct CaseDraft: Sendable {
    /// Everybody in it; the first client is the one that lists name.
    public var members: [CaseMember]
    /// The first is the primary one; each only once.
    public var problems: [ProblemCode]
    /// The case in a sentence. It travels with a referral before that is accepted, so it names nothing delicate.
    public var summary: String
    /// What happened, in words.
    public var situation: String
    public var countries: CaseCountries
    public var risk: RiskLevel
    /// `nil` for whoever opens the case.
    public var worker: UserID?
    /// When it began; `nil` for now. Its year is the number's.
    public var openedAt: Instant?
    public var contact: ContactID?
    /// The referral that was accepted with this case.
    public var referral: ReferralID?
    public var networkToken: [UInt8]?
    public var importedNumber: String?
    public var importID: ImportID?
    public var isImported: Bool
    public var isCollective: Bool
    /// An imported case may be closed already.
    public var status: CaseStatus
    public var outcome: CaseOutcome?
    /// Whether the steps of the problems' plan templates are written in.
    public var makesPlan: Bool
    /// Codes for figures that the case itself doesn't hold, such as region and sector. With a sex among them nothing is
    /// taken from the client's record.
    public var factCodes: [FactDimension: String]

    public init(
        members: [CaseMember] = [],
        problems: [ProblemCode],
        summary: String = "",
        situation: String = "",
        countries: CaseCountries = CaseCountries(),
        risk: RiskLevel = .normal,
        worker: UserID? = nil,
        openedAt: Instant? = nil,
        contact: ContactID? = nil,
        referral: ReferralID? = nil,
        networkToken: [UInt8]? = nil,
        importedNumber: String? = nil,
        importID: ImportID? = nil,
        isImported: Bool = false,
        isCollective: Bool = false,
        status: CaseStatus = .open,
        outcome: CaseOutcome? = nil,
        makesPlan: Bool = true,
        factCodes: [FactDimension: String] = [:]
    ) {
        self.members = members
        self.problems = problems
        self.summary = summary
        self.situation = situation
        self.countries = countries
        self.risk = risk
        self.worker = worker
        self.openedAt = openedAt
        self.contact = contact
        self.referral = referral
        self.networkToken = networkToken
        self.importedNumber = importedNumber
        self.importID = importID
        self.isImported = isImported
        self.isCollective = isCollective
        self.status = status
        self.outcome = outcome
        self.makesPlan = makesPlan
        self.factCodes = factCodes
    }

    /// From a contact: what another room's port asks for.
    public init(_ request: CaseRequest) {
        self.init(
            members: request.members.map { CaseMember($0.person, $0.role) },
            problems: request.problems,
            situation: request.summary,
            countries: CaseCountries(stay: request.country.flatMap { CountryCode($0) }),
            risk: request.risk,
            openedAt: request.openedAt,
            contact: request.contact,
            importedNumber: request.importedNumber,
            isImported: request.isImported,
            makesPlan: !request.isImported
        )
    }
}

/// A case that was just made.
public struct NewCase: Sendable, Hashable {
    public let id: CaseID
    /// As people write it.
    public let number: String
}

/// What of a case shall be otherwise; only what is set is looked at.
public struct CaseChange: Sendable, Hashable {
    public var status: CaseStatus?
    public var risk: RiskLevel?
    public var worker: UserID??
    public var problems: [ProblemCode]?
    public var members: [CaseMember]?
    public var rightCountry: CountryCode??
    public var stayCountry: CountryCode??
    public var returnCountry: CountryCode??
    public var summary: String?
    public var situation: String?
    public var isCollective: Bool?

    public init() {}

    /// The fields that it carries.
    public var fields: Set<CaseField> {
        var fields: Set<CaseField> = []
        if status != nil { fields.insert(.status) }
        if risk != nil { fields.insert(.risk) }
        if worker != nil { fields.insert(.worker) }
        if problems != nil { fields.insert(.problems) }
        if members != nil { fields.insert(.members) }
        if rightCountry != nil { fields.insert(.rightCountry) }
        if stayCountry != nil { fields.insert(.stayCountry) }
        if returnCountry != nil { fields.insert(.returnCountry) }
        if summary != nil { fields.insert(.summary) }
        if situation != nil { fields.insert(.situation) }
        if isCollective != nil { fields.insert(.isCollective) }
        return fields
    }
}

/// How a case is closed.
public struct CaseClosing: Sendable, Hashable {
    /// How the case as a whole ended; also every problem's outcome that has none of its own.
    public var outcome: CaseOutcome
    /// `closed`, or what became of the person: departed, deported, disappeared, deceased.
    public var status: CaseStatus
    public var outcomes: [ProblemCode: CaseOutcome]
    /// What the person was told, in words.
    public var told: String
    /// What the person got, confirmed by them; each becomes a confirmed payment.
    public var recovered: [Money]

    public init(
        outcome: CaseOutcome,
        status: CaseStatus = .closed,
        outcomes: [ProblemCode: CaseOutcome] = [:],
        told: String = "",
        recovered: [Money] = []
    ) {
        self.outcome = outcome
        self.status = status
        self.outcomes = outcomes
        self.told = told
        self.recovered = recovered
    }
}
