public import Domain

public enum MembershipState: String, CaseIterable, Sendable, Hashable {
    case active, disabled
}

/// That a user works for an organisation, and as what.
public struct Membership: Sendable, Hashable {
    public let organization: OrganizationID
    public let user: UserID
    public let role: Role
    /// A code of the organisation's own, or `nil`.
    public let team: String?
    public let state: MembershipState
    public let createdAt: Instant
}
