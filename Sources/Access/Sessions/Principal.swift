public import Domain

/// Who makes a request: a user acting for one organisation in one session, with the rights of this very moment.
///
/// It is read anew for every request and never cached, so that a role taken away is gone with the next one.
public struct Principal: Sendable {
    public let user: UserID
    /// The organisation that the session acts for.
    public let organization: OrganizationID
    public let role: Role
    public let rights: RightSet
    public let team: String?
    public let session: SessionID
    public let kind: SessionKind
    /// The token that forms carry against forged requests; derived from the session's secret and stored nowhere.
    public let csrfToken: String
    /// The user's chosen language (a BCP 47 tag), or `nil` for the browser's.
    public let language: String?
    /// Until when the password was entered again recently enough for exports and erasure.
    public let steppedUpUntil: Instant?
    /// What clients and colleagues see in place of the user's name.
    public let dutyName: String
    /// The password was set by somebody else and must be changed before anything else.
    public let mustChangePassword: Bool

    public init(
        user: UserID,
        organization: OrganizationID,
        role: Role,
        team: String? = nil,
        session: SessionID,
        kind: SessionKind = .desk,
        csrfToken: String,
        language: String? = nil,
        steppedUpUntil: Instant? = nil,
        dutyName: String,
        mustChangePassword: Bool = false,
        scopes: Set<Right>? = nil
    ) {
        self.user = user
        self.organization = organization
        self.role = role
        rights = scopes.map { role.rights.limited(to: $0) } ?? role.rights
        self.team = team
        self.session = session
        self.kind = kind
        self.csrfToken = csrfToken
        self.language = language
        self.steppedUpUntil = steppedUpUntil
        self.dutyName = dutyName
        self.mustChangePassword = mustChangePassword
    }

    /// Whether the right is there at all; how far it goes is a policy's question.
    public func may(_ right: Right) -> Bool {
        rights.allows(right)
    }

    /// Whether the right is there with at least this reach.
    public func may(_ right: Right, _ reach: Reach) -> Bool {
        rights.allows(right, reach)
    }

    /// Whether the password was entered again within the last minutes.
    public func isSteppedUp(at now: Instant) -> Bool {
        steppedUpUntil.map { $0 > now } ?? false
    }
}

/// What a session is for.
public enum SessionKind: String, CaseIterable, Sendable, Hashable {
    /// The pages, with a cookie.
    case desk
    /// The programming interface, with a bearer token.
    case api
}
