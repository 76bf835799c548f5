public import Domain

/// Who makes a change, as the journal names them.
public struct ActingUser: Sendable, Hashable {
    public let user: UserID?
    public let organization: OrganizationID?

    public init(user: UserID?, organization: OrganizationID?) {
        self.user = user
        self.organization = organization
    }

    public init(_ principal: Principal) {
        user = principal.user
        organization = principal.organization
    }

    /// The program itself: the command line, the demonstration, a job.
    public static let program = ActingUser(user: nil, organization: nil)
}
