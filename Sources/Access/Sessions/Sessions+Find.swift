import Crypto
public import Database
import Domain

extension Sessions {
    /// Finds what a token stands for, with account, membership and organisation as they are now, in one query.
    ///
    /// It runs for every request: no write, no other key than the token itself.
    public func find(_ token: SessionToken, on connection: any Connection) throws -> SessionLookup {
        let now = surroundings.now()
        let lookup = try connection.first(
            """
            SELECT s.id, s.user_id, s.organization_id, s.kind, s.state, s.last_seen_at, s.expires_at,
                s.stepped_up_until, s.label, m.role, m.team, m.state, u.state, u.language, u.must_change_password, o.state,
                s.scopes
            FROM session s
            JOIN user_account u ON u.id = s.user_id
            LEFT JOIN membership m ON m.organization_id = s.organization_id AND m.user_id = s.user_id
            LEFT JOIN organization o ON o.id = s.organization_id
            WHERE s.token_hash = \(Blob(token.hash))
            """
        ) { row in try self.judge(row, token: token, at: now) }
        return lookup ?? .refused(.unknown)
    }

    private func judge(_ row: any Row, token: SessionToken, at now: Instant) throws -> SessionLookup {
        let kind: SessionKind = try row.code(3)
        let lastSeen = try row.instant(5)
        guard now < (try row.instant(6)) else { return .refused(.expired) }
        if kind == .desk, now >= lastSeen.advanced(bySeconds: limits.deskIdle) { return .refused(.idle) }
        guard
            try row.textOrNil(11) == MembershipState.active.rawValue,
            try row.text(12) == AccountState.active.rawValue,
            try row.textOrNil(15) == OrganizationState.active.rawValue
        else { return .refused(.disabled) }
        let session: SessionID = try row.id(0)
        // A label that doesn't open was changed in the database: such a session is worth nothing.
        guard let dutyName = try openLabel(row, token: token, session: session) else { return .refused(.unknown) }
        let state: SessionState = try row.code(4)
        guard state == .active else {
            return .pending(
                PendingSession(
                    id: session,
                    user: try row.id(1),
                    organization: try row.id(2),
                    kind: kind,
                    state: state,
                    language: try row.textOrNil(13),
                    dutyName: dutyName,
                    csrfToken: token.csrfToken
                )
            )
        }
        let principal = Principal(
            user: try row.id(1),
            organization: try row.id(2),
            role: try row.code(9),
            team: try row.textOrNil(10),
            session: session,
            kind: kind,
            csrfToken: token.csrfToken,
            language: try row.textOrNil(13),
            steppedUpUntil: try row.instantOrNil(7),
            dutyName: dutyName,
            mustChangePassword: try row.bool(14),
            scopes: TokenLimits.scopes(stored: try row.textOrNil(16))
        )
        return .active(principal, needsTouch: now >= lastSeen.advanced(bySeconds: limits.touch))
    }

    private func openLabel(_ row: any Row, token: SessionToken, session: SessionID) throws -> String? {
        do {
            return try row.withBlob(8) { try token.open(label: $0, session: session) }
        } catch is CryptoKitError {
            return nil
        }
    }
}
