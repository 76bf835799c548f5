import Database
public import Domain
import Journal

extension SignIn {
    /// Takes the password again, and the code where there is a second factor, before exports and erasure. The session
    /// gets a new token. Wrong ones slow down the next, and end nothing.
    ///
    /// - Throws: ``PasswordHasher/Busy``.
    public func stepUp(_ principal: Principal, password: String, code: String?) async throws -> StepUpResult {
        switch try await reauthenticate(principal, password: password) {
        case .throttled(let until): return .throttled(until: until)
        case .wrong: return .refused
        case .right: break
        }
        return try await database.write(.installation) { connection in
            if try secondFactor.isEnrolled(principal.user, on: connection) {
                let tag = counter.tag("code", principal.user.text)
                if let until = try counter.claim(tag, on: connection) { return .throttled(until: until) }
                guard try secondFactor.verify(principal.user, code: code ?? "", on: connection) != nil else {
                    try recordRefusal(of: principal.user, on: connection)
                    return .refused
                }
                try counter.reset(tag, on: connection)
            }
            let renewed = try sessions.renew(
                principal.session,
                dutyName: principal.dutyName,
                steppedUp: true,
                on: connection
            )
            guard let renewed else { return .refused }
            try record(.sessionSteppedUp, principal, on: connection)
            return .done(renewed)
        }
    }

    /// Lets a session act for another organisation of its user, with a new token.
    ///
    /// - Returns: `nil` when the user isn't an active member there.
    public func switchOrganization(
        _ principal: Principal,
        to organization: OrganizationID
    ) async throws -> IssuedSession? {
        try await database.write(.installation) { connection in
            let places = try memberships.active(of: principal.user, on: connection)
            guard places.contains(where: { $0.organization == organization }) else { return nil }
            let renewed = try sessions.renew(
                principal.session,
                organization: organization,
                dutyName: principal.dutyName,
                on: connection
            )
            guard let renewed else { return nil }
            try connection.execute(
                "UPDATE user_account SET last_organization_id = \(organization) WHERE id = \(principal.user)"
            )
            try journal.append(
                LeafDraft(
                    log: .installation,
                    kind: .sessionSwitched,
                    actor: principal.user,
                    actorOrganization: principal.organization,
                    subject: principal.user.retagged(),
                    counterpart: organization
                ),
                on: connection
            )
            return renewed
        }
    }

    /// Ends the session.
    public func signOut(_ principal: Principal) async throws {
        try await end(principal.session, for: principal)
    }

    /// Ends one of one's own sessions.
    ///
    /// - Returns: `false` when there is no such one.
    @discardableResult
    public func end(_ session: SessionID, for principal: Principal) async throws -> Bool {
        try await database.write(.installation) { connection in
            guard try sessions.end(session, of: principal.user, on: connection) else { return false }
            try record(.sessionEnded, principal, on: connection)
            return true
        }
    }

    /// *Lock now*: ends all of one's own sessions, this one and those of programs too.
    ///
    /// - Returns: how many ended.
    @discardableResult
    public func lockNow(_ principal: Principal) async throws -> Int {
        try await database.write(.installation) { connection in
            let count = try sessions.endAll(of: principal.user, on: connection)
            try record(.sessionsLocked, principal, on: connection)
            return count
        }
    }

    enum Reauthentication: Sendable {
        case right, wrong
        case throttled(Instant)
    }

    /// Checks the password of somebody who is signed in, with a counter of its own.
    func reauthenticate(_ principal: Principal, password: String) async throws -> Reauthentication {
        try hasher.refuseWhenBusy()
        let tag = counter.tag("again", principal.user.text)
        let claim = try await database.write(.installation) { connection in
            (
                until: try counter.claim(tag, on: connection),
                hash: try credentials(of: principal.user, on: connection)?.passwordHash
            )
        }
        if let until = claim.until { return .throttled(until) }
        let hash = password.count <= PasswordRules.maximum ? claim.hash : nil
        let isRight = try await hasher.verify(String(password.prefix(PasswordRules.maximum)), against: hash)
        try await database.write(.installation) { connection in
            if isRight {
                try counter.reset(tag, on: connection)
            } else {
                try recordRefusal(of: principal.user, on: connection)
            }
        }
        return isRight ? .right : .wrong
    }

    func record(_ kind: LeafKind, _ principal: Principal, on connection: any Connection) throws {
        try journal.append(
            LeafDraft(
                log: .installation,
                kind: kind,
                actor: principal.user,
                actorOrganization: principal.organization,
                subject: principal.user.retagged()
            ),
            on: connection
        )
    }
}
