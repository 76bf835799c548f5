public import Database
public import Domain

/// Sessions in the database: made, found, renewed, ended. Every call needs the installation's scope.
public struct Sessions: Sendable {
    let surroundings: Surroundings
    public let limits: SessionLimits

    public init(surroundings: Surroundings, limits: SessionLimits = SessionLimits()) {
        self.surroundings = surroundings
        self.limits = limits
    }

    /// Makes a session. Sign-in has checked what there is to check. The duty name, shown on every page, is sealed with
    /// the new token. In any state but `active` the session lives for ten minutes.
    public func create(
        user: UserID,
        organization: OrganizationID,
        kind: SessionKind,
        state: SessionState,
        client: ClientKind,
        dutyName: String,
        limits asked: TokenLimits = TokenLimits(),
        on connection: any Connection
    ) throws -> IssuedSession {
        let now = surroundings.now()
        let token = SessionToken(surroundings: surroundings)
        let id: SessionID = surroundings.newID()
        let expires = now.advanced(bySeconds: min(lifetime(kind, state), asked.seconds ?? .max))
        let label = try token.seal(label: dutyName, session: id, surroundings: surroundings)
        try connection.execute(
            """
            INSERT INTO session (id, user_id, organization_id, kind, state, client, token_hash, label, wrong_codes,
                created_at, last_seen_at, expires_at, stepped_up_until, scopes)
            VALUES (\(id), \(user), \(organization), \(kind.rawValue), \(state.rawValue), \(client.rawValue),
                \(Blob(token.hash)), \(Blob(label)), 0, \(now), \(now), \(expires), NULL, \(asked.stored))
            """
        )
        return IssuedSession(
            id: id,
            token: token,
            user: user,
            organization: organization,
            kind: kind,
            state: state,
            expiresAt: expires
        )
    }

    /// Gives a session a new token; the old one is dead with the commit. For a change of privilege or organisation.
    ///
    /// - Returns: `nil` when the session has ended meanwhile.
    public func renew(
        _ session: SessionID,
        organization: OrganizationID? = nil,
        dutyName: String,
        steppedUp: Bool = false,
        on connection: any Connection
    ) throws -> IssuedSession? {
        let now = surroundings.now()
        guard let old = try stored(session, on: connection) else { return nil }
        let token = SessionToken(surroundings: surroundings)
        let label = try token.seal(label: dutyName, session: session, surroundings: surroundings)
        let stepUp: Instant? = steppedUp ? now.advanced(bySeconds: limits.stepUp) : nil
        try connection.execute(
            """
            UPDATE session SET token_hash = \(Blob(token.hash)), label = \(Blob(label)),
                organization_id = \(organization ?? old.organization), last_seen_at = \(now),
                stepped_up_until = \(stepUp)
            WHERE id = \(session)
            """
        )
        return IssuedSession(
            id: session,
            token: token,
            user: old.user,
            organization: organization ?? old.organization,
            kind: old.kind,
            state: old.state,
            expiresAt: old.expiresAt
        )
    }

    /// Makes a session that waited for its second factor a signed-in one, with a new token and a full life.
    public func activate(
        _ session: SessionID,
        dutyName: String,
        on connection: any Connection
    ) throws -> IssuedSession? {
        guard let renewed = try renew(session, dutyName: dutyName, on: connection) else { return nil }
        let now = surroundings.now()
        let expires = now.advanced(bySeconds: lifetime(renewed.kind, .active))
        try connection.execute(
            """
            UPDATE session SET state = \(SessionState.active.rawValue), wrong_codes = 0, created_at = \(now),
                expires_at = \(expires)
            WHERE id = \(session)
            """
        )
        return IssuedSession(
            id: renewed.id,
            token: renewed.token,
            user: renewed.user,
            organization: renewed.organization,
            kind: renewed.kind,
            state: .active,
            expiresAt: expires
        )
    }

    /// Notes that the session is in use; changes nothing when that was noted within the last minute.
    public func touch(_ session: SessionID, on connection: any Connection) throws {
        let now = surroundings.now()
        try connection.execute(
            """
            UPDATE session SET last_seen_at = \(now)
            WHERE id = \(session) AND last_seen_at <= \(now.advanced(bySeconds: -limits.touch))
            """
        )
    }

    /// Counts a wrong code; ends the session at the limit.
    ///
    /// - Returns: whether the session still lives.
    func countWrongCode(_ session: SessionID, on connection: any Connection) throws -> Bool {
        try connection.execute("UPDATE session SET wrong_codes = wrong_codes + 1 WHERE id = \(session)")
        return try connection.execute(
            "DELETE FROM session WHERE id = \(session) AND wrong_codes >= \(limits.wrongCodes)"
        ) == 0
    }

    private func lifetime(_ kind: SessionKind, _ state: SessionState) -> Int64 {
        switch (state, kind) {
        case (.active, .desk): limits.deskAbsolute
        case (.active, .api): limits.apiAbsolute
        case (.awaitingSecondFactor, _), (.awaitingEnrolment, _): limits.pending
        }
    }

    private func stored(_ session: SessionID, on connection: any Connection) throws -> SessionHead? {
        try connection.first(
            "SELECT user_id, organization_id, kind, state, expires_at FROM session WHERE id = \(session)"
        ) { row in
            SessionHead(
                user: try row.id(0),
                organization: try row.id(1),
                kind: try row.code(2),
                state: try row.code(3),
                expiresAt: try row.instant(4)
            )
        }
    }
}

/// What of a session stays when it is renewed.
private struct SessionHead {
    let user: UserID
    let organization: OrganizationID
    let kind: SessionKind
    let state: SessionState
    let expiresAt: Instant
}

extension Row {
    /// A column that holds one of an enumeration's codes.
    func code<Code: RawRepresentable>(_ column: Int) throws -> Code where Code.RawValue == String {
        let text = try text(column)
        guard let code = Code(rawValue: text) else { throw DatabaseError.misuse("column \(column) holds no code") }
        return code
    }
}
