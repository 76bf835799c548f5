public import Domain

/// Who may see and manage the people who work in an organisation.
public struct MembersPolicy: Sendable {
    private let user: UserID
    private let organization: OrganizationID
    private let rights: RightSet

    public init(_ principal: Principal) {
        user = principal.user
        organization = principal.organization
        rights = principal.rights
    }

    /// Whether the list of members may be seen.
    public func mayList(in organization: OrganizationID) -> Bool {
        reaches(.membersRead, organization)
    }

    /// Whether a colleague may be invited with this role. From outside an organisation only its managers are
    /// appointed: those who run the installation open doors and don't work behind them.
    public func mayInvite(as role: Role, to organization: OrganizationID) -> Bool {
        guard reaches(.membersManage, organization) else { return false }
        guard organization != .installation else { return role == .installationAdministrator }
        guard role != .installationAdministrator else { return false }
        return organization == self.organization || role == .manager
    }

    /// Whether a member's role may be changed; nobody changes their own.
    public func mayChangeRole(of member: UserID, to role: Role, in organization: OrganizationID) -> Bool {
        member != user && mayInvite(as: role, to: organization)
    }

    /// Whether a member may be disabled, enabled, or have their sessions ended; never oneself, so that an
    /// organisation isn't left without a manager by a slip.
    public func mayDisable(_ member: UserID, in organization: OrganizationID) -> Bool {
        member != user && reaches(.membersManage, organization)
    }

    /// Whether a new password link may be made for a member. Whoever works for another organisation too gets it from
    /// those who run the installation, or one manager could walk into the other organisation.
    public func mayResetPassword(of member: UserID, in organization: OrganizationID, isSharedMember: Bool) -> Bool {
        guard mayDisable(member, in: organization) else { return false }
        return !isSharedMember || rights.allows(.membersManage, .network)
    }

    private func reaches(_ right: Right, _ organization: OrganizationID) -> Bool {
        rights.allows(right, organization == self.organization ? .organization : .network)
    }
}
