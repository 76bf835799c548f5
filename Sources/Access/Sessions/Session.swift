public import Domain

/// How long sessions live.
public struct SessionLimits: Sendable, Hashable {
    /// Seconds without a request after which a desk session is over.
    public var deskIdle: Int64 = 30 * 60
    /// Seconds after sign-in after which a desk session is over.
    public var deskAbsolute: Int64 = 12 * 3600
    /// Seconds after which an API session is over; it has no idle limit.
    public var apiAbsolute: Int64 = 30 * 86400
    /// Seconds for entering the second factor.
    public var pending: Int64 = 10 * 60
    /// Seconds during which a repeated password counts.
    public var stepUp: Int64 = 10 * 60
    /// Seconds between two notes of "last seen".
    public var touch: Int64 = 60
    /// Wrong codes after which a session that waits for one is over.
    public var wrongCodes: Int64 = 5

    public init() {}
}

/// How far the sign-in of a session has come.
public enum SessionState: String, CaseIterable, Sendable, Hashable {
    /// The password was right, the code is still to come.
    case awaitingSecondFactor = "awaiting_second_factor"
    /// The network wants a second factor and this account has none yet.
    case awaitingEnrolment = "awaiting_enrolment"
    case active
}

/// The family of a browser, all that is kept of what it says about itself.
public enum ClientKind: String, CaseIterable, Sendable, Hashable {
    case chrome, firefox, safari, edge, program, other

    /// - Parameter userAgent: the header; `nil` when there was none.
    public init(userAgent: String?) {
        guard let userAgent else {
            self = .other
            return
        }
        // The order matters: every one of them also claims to be the ones after it.
        let families: [(String, ClientKind)] = [
            ("Edg", .edge), ("Firefox/", .firefox), ("Chrome/", .chrome), ("Chromium/", .chrome), ("Safari/", .safari),
        ]
        self = families.first { userAgent.contains($0.0) }?.1 ?? .other
    }
}

/// A session that was just made or renewed, with the secret that is handed out once.
public struct IssuedSession: Sendable {
    public let id: SessionID
    public let token: SessionToken
    public let user: UserID
    public let organization: OrganizationID
    public let kind: SessionKind
    public let state: SessionState
    /// When it ends at the latest.
    public let expiresAt: Instant
}

/// A session whose second factor is still to come; good for the page that asks for it and for nothing else.
public struct PendingSession: Sendable {
    public let id: SessionID
    public let user: UserID
    public let organization: OrganizationID
    public let kind: SessionKind
    public let state: SessionState
    public let language: String?
    public let dutyName: String
    public let csrfToken: String
}

/// Why a token opens nothing. Web answers all of them alike; the reason is for the page's wording and for tests.
public enum SessionRefusal: Sendable, Hashable {
    /// No such session: never was, ended, renewed or swept.
    case unknown
    /// Nothing was asked for too long.
    case idle
    /// The session reached its greatest age.
    case expired
    /// The account or the organisation is disabled, or the membership has ended.
    case disabled
}

/// What a token stands for.
public enum SessionLookup: Sendable {
    /// A signed-in session; `needsTouch` asks for ``Sessions/touch(_:on:)``, at most once a minute.
    case active(Principal, needsTouch: Bool)
    case pending(PendingSession)
    case refused(SessionRefusal)

    /// The principal of a signed-in session.
    public var principal: Principal? {
        if case .active(let principal, _) = self { principal } else { nil }
    }
}

/// A line of the list of one's sessions.
public struct SessionSummary: Sendable, Hashable {
    public let id: SessionID
    public let organization: OrganizationID
    public let kind: SessionKind
    public let state: SessionState
    public let client: ClientKind
    public let createdAt: Instant
    public let lastSeenAt: Instant
    public let expiresAt: Instant
}
