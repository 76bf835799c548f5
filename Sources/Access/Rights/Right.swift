/// One thing that a member of staff may be allowed to do. The raw value is the code kept in data and shown in APIs.
public enum Right: String, CaseIterable, Sendable, Hashable {
    /// Open the record of a person and see them in lists.
    case peopleRead = "people.read"
    /// Add people and change their records.
    case peopleWrite = "people.write"
    /// Grant another organisation access to a person's record and take it back.
    case peopleShare = "people.share"
    /// Erase a person.
    case peopleErase = "people.erase"
    /// See who works in an organisation.
    case membersRead = "members.read"
    /// Invite colleagues, change their roles, end their sessions, disable them.
    case membersManage = "members.manage"
    /// Read a journal.
    case journalRead = "journal.read"
    /// Add organisations and change the installation's settings.
    case installationManage = "installation.manage"
    /// Hold a session of the programming interface.
    case apiUse = "api.use"
    /// See the log of contacts.
    case contactsRead = "contacts.read"
    /// Take contacts and work with the hotline's tools.
    case contactsWrite = "contacts.write"
    /// Open cases and see them in lists.
    case casesRead = "cases.read"
    /// Open new cases and work on them.
    case casesWrite = "cases.write"
    /// Answer referrals and transfers that come to the organisation.
    case referralsAnswer = "referrals.answer"
    /// See figures.
    case statisticsRead = "statistics.read"
    /// Take in lists from files.
    case recordsImport = "records.import"
    /// Take lists out into files.
    case recordsExport = "records.export"
    /// Change what the organisation says of itself to the network.
    case directoryManage = "directory.manage"
    /// Admit organisations to the network and mark them.
    case networkManage = "network.manage"

    /// Where the right stands in a ``RightSet``.
    var position: UInt64 {
        switch self {
        case .peopleRead: 0
        case .peopleWrite: 1
        case .peopleShare: 2
        case .peopleErase: 3
        case .membersRead: 4
        case .membersManage: 5
        case .journalRead: 6
        case .installationManage: 7
        case .apiUse: 8
        case .contactsRead: 9
        case .contactsWrite: 10
        case .casesRead: 11
        case .casesWrite: 12
        case .referralsAnswer: 13
        case .statisticsRead: 14
        case .recordsImport: 15
        case .recordsExport: 16
        case .directoryManage: 17
        case .networkManage: 18
        }
    }
}

/// How far a right goes. Each value contains the ones before it.
public enum Reach: Int, CaseIterable, Sendable, Hashable, Comparable {
    /// What concerns oneself.
    case own = 1
    /// What belongs to one's team.
    case team = 2
    /// What belongs to one's organisation.
    case organization = 3
    /// The same, and records of others that a live grant opens to one's organisation.
    case granted = 4
    /// Every organisation of the installation.
    case network = 5

    /// The code used in documents and APIs.
    public var code: String {
        switch self {
        case .own: "own"
        case .team: "team"
        case .organization: "organization"
        case .granted: "granted"
        case .network: "network"
        }
    }

    public static func < (left: Reach, right: Reach) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A right with its reach.
public struct GrantedRight: Sendable, Hashable {
    public let right: Right
    public let reach: Reach

    public init(_ right: Right, _ reach: Reach) {
        self.right = right
        self.reach = reach
    }
}

/// The rights that somebody has, as one machine word: it is made for every request.
public struct RightSet: Sendable, Hashable {
    /// Three bits for each right, holding its reach or 0.
    private let bits: UInt64

    /// - Parameter rights: where a right comes twice, the wider reach holds.
    public init(_ rights: some Sequence<GrantedRight>) {
        var bits: UInt64 = 0
        for granted in rights {
            let shift = granted.right.position * 3
            let reach = max((bits >> shift) & 0x7, UInt64(granted.reach.rawValue))
            bits = bits & ~(0x7 << shift) | reach << shift
        }
        self.bits = bits
    }

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// How far the right goes, or `nil` when it isn't there.
    public func reach(of right: Right) -> Reach? {
        Reach(rawValue: Int((bits >> (right.position * 3)) & 0x7))
    }

    /// Whether the right is there with at least this reach.
    public func allows(_ right: Right, _ reach: Reach = .own) -> Bool {
        (bits >> (right.position * 3)) & 0x7 >= UInt64(reach.rawValue)
    }

    /// The rights in the order of ``Right/allCases``.
    public var rights: [GrantedRight] {
        Right.allCases.compactMap { right in reach(of: right).map { GrantedRight(right, $0) } }
    }

    /// Those of the rights that are also named here; a token may be given less than its user has.
    public func limited(to scopes: Set<Right>) -> RightSet {
        let mask = scopes.reduce(UInt64(0)) { $0 | 0x7 << ($1.position * 3) }
        return RightSet(bits: bits & mask)
    }
}
