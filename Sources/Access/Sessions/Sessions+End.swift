public import Database
public import Domain

extension Sessions {
    /// A user's sessions, the one used last first.
    public func list(of user: UserID, on connection: any Connection) throws -> [SessionSummary] {
        try connection.rows(
            """
            SELECT id, organization_id, kind, state, client, created_at, last_seen_at, expires_at
            FROM session WHERE user_id = \(user) AND expires_at > \(surroundings.now())
            ORDER BY last_seen_at DESC, id
            """
        ) { row in
            SessionSummary(
                id: try row.id(0),
                organization: try row.id(1),
                kind: try row.code(2),
                state: try row.code(3),
                client: try row.code(4),
                createdAt: try row.instant(5),
                lastSeenAt: try row.instant(6),
                expiresAt: try row.instant(7)
            )
        }
    }

    /// Ends one of a user's sessions.
    ///
    /// - Returns: `false` when the user has no such session.
    @discardableResult
    public func end(_ session: SessionID, of user: UserID, on connection: any Connection) throws -> Bool {
        try connection.execute("DELETE FROM session WHERE id = \(session) AND user_id = \(user)") > 0
    }

    /// *Lock now*: ends all sessions of a user, of every kind and for every organisation; a `kept` one goes
    /// on, as after a change of password made in it.
    ///
    /// - Returns: how many ended.
    @discardableResult
    public func endAll(of user: UserID, except kept: SessionID? = nil, on connection: any Connection) throws -> Int {
        if let kept {
            return try connection.execute("DELETE FROM session WHERE user_id = \(user) AND id <> \(kept)")
        }
        return try connection.execute("DELETE FROM session WHERE user_id = \(user)")
    }

    /// Ends a user's sessions that act for one organisation, when they are no longer a member of it.
    @discardableResult
    public func endAll(
        of user: UserID,
        in organization: OrganizationID,
        on connection: any Connection
    ) throws -> Int {
        try connection.execute(
            "DELETE FROM session WHERE user_id = \(user) AND organization_id = \(organization)"
        )
    }

    /// Removes sessions that are over. Nothing depends on it: ``find(_:on:)`` refuses them anyway.
    @discardableResult
    public func sweep(on connection: any Connection) throws -> Int {
        let now = surroundings.now()
        let idle = now.advanced(bySeconds: -limits.deskIdle)
        return try connection.execute(
            """
            DELETE FROM session
            WHERE expires_at <= \(now) OR (kind = \(SessionKind.desk.rawValue) AND last_seen_at <= \(idle))
            """
        )
    }
}
