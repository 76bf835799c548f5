public enum CaseStatus: String, CaseIterable, Sendable, Hashable {
    case open, waiting, closed, reopened, departed, deported, disappeared, deceased, transferred

    /// Whether work goes on.
    public var isOpen: Bool { self == .open || self == .waiting || self == .reopened }
}

/// What somebody is in a case.
public enum CaseRole: String, CaseIterable, Sendable, Hashable {
    case client, relative, witness, representative, interpreter, other
}

public enum RiskLevel: String, CaseIterable, Sendable, Hashable, Comparable {
    case normal, raised, high

    public static func < (left: RiskLevel, right: RiskLevel) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// How one problem of a case ended, and a case as a whole.
public enum CaseOutcome: String, CaseIterable, Sendable, Hashable {
    case solved
    case partlySolved = "partly_solved"
    case notSolved = "not_solved"
    case withdrawn
    case referredOn = "referred_on"
    case lostContact = "lost_contact"
    case noGrounds = "no_grounds"
}

/// Why data may be passed on (design, *Authority*).
public enum AuthorityBasis: String, CaseIterable, Sendable, Hashable {
    case consent, guardian, representative
    case vitalInterest = "vital_interest"
    case childBestInterest = "child_best_interest"
    case legalDuty = "legal_duty"
}

/// How an authority was given.
public enum AuthorityMethod: String, CaseIterable, Sendable, Hashable {
    case verbal, written, electronic
}

/// What data is passed on for.
public enum SharePurpose: String, CaseIterable, Sendable, Hashable {
    case legalAid = "legal_aid"
    case medical, shelter, consular, employment, social, documents, other
}

public enum ReferralState: String, CaseIterable, Sendable, Hashable {
    case sent, seen, accepted, declined
    case inProgress = "in_progress"
    case done, revoked, expired

    /// Whether the recipient has something to do or to look at.
    public var isLive: Bool { self == .sent || self == .seen || self == .accepted || self == .inProgress }

    /// The states that may follow; the only table of moves.
    public var next: Set<ReferralState> {
        switch self {
        case .sent: [.seen, .accepted, .declined, .revoked, .expired]
        case .seen: [.accepted, .declined, .revoked, .expired]
        case .accepted: [.inProgress, .done, .declined, .revoked, .expired]
        case .inProgress: [.done, .declined, .revoked, .expired]
        case .declined, .done, .revoked, .expired: []
        }
    }
}

public enum TransferState: String, CaseIterable, Sendable, Hashable {
    case offered, accepted, declined, revoked
}

/// What became of an appointment (design: seven states).
public enum AppointmentState: String, CaseIterable, Sendable, Hashable {
    case required, planned
    case inProgress = "in_progress"
    case completed, missed, cancelled
    case notRequired = "not_required"
}
