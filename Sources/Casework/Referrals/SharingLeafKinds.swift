import Domain
public import Journal

/// What is done between organisations; each leaf stands in the logs of both.
extension LeafKind {
    public static let authorityGiven = LeafKind(rawValue: "authority.given")
    public static let authorityConfirmed = LeafKind(rawValue: "authority.confirmed")
    public static let authorityWithdrawn = LeafKind(rawValue: "authority.withdrawn")
    public static let authorityLapsed = LeafKind(rawValue: "authority.lapsed")
    public static let withdrawalDecided = LeafKind(rawValue: "authority.decided")
    public static let referralSent = LeafKind(rawValue: "referral.sent")
    public static let referralSeen = LeafKind(rawValue: "referral.seen")
    public static let referralAccepted = LeafKind(rawValue: "referral.accepted")
    public static let referralDeclined = LeafKind(rawValue: "referral.declined")
    public static let referralStarted = LeafKind(rawValue: "referral.started")
    public static let referralCompleted = LeafKind(rawValue: "referral.completed")
    public static let referralRevoked = LeafKind(rawValue: "referral.revoked")
    public static let referralExpired = LeafKind(rawValue: "referral.expired")
    public static let referralEscalated = LeafKind(rawValue: "referral.escalated")
    public static let referralAsked = LeafKind(rawValue: "referral.asked")
    public static let referralOpened = LeafKind(rawValue: "referral.opened")
    public static let referralsListed = LeafKind(rawValue: "referrals.listed")
    public static let transferOffered = LeafKind(rawValue: "transfer.offered")
    public static let transferAccepted = LeafKind(rawValue: "transfer.accepted")
    public static let transferDeclined = LeafKind(rawValue: "transfer.declined")
    public static let transferRevoked = LeafKind(rawValue: "transfer.revoked")
    public static let transferOpened = LeafKind(rawValue: "transfer.opened")
    public static let letterWritten = LeafKind(rawValue: "letter.written")
    public static let letterOpened = LeafKind(rawValue: "letter.opened")
}

extension ReferralState {
    /// The leaf of the step into this state.
    var leafKind: LeafKind {
        switch self {
        case .sent: .referralSent
        case .seen: .referralSeen
        case .accepted: .referralAccepted
        case .declined: .referralDeclined
        case .inProgress: .referralStarted
        case .done: .referralCompleted
        case .revoked: .referralRevoked
        case .expired: .referralExpired
        }
    }
}
