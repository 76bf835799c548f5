import Database
import Domain
import Journal

extension SignIn {
    /// Takes the code of a sign-in that waits for it. After five wrong ones the pending session is over; wrong codes
    /// also slow down the next sign-ins of this account.
    public func complete(_ pending: PendingSession, code: String) async throws -> SecondStepResult {
        guard pending.state == .awaitingSecondFactor else { return .ended }
        return try await database.write(.installation) { connection in
            let tag = counter.tag("code", pending.user.text)
            if let until = try counter.claim(tag, on: connection) { return .throttled(until: until) }
            guard try secondFactor.verify(pending.user, code: code, on: connection) != nil else {
                try recordRefusal(of: pending.user, on: connection)
                return try sessions.countWrongCode(pending.id, on: connection) ? .wrongCode : .ended
            }
            try counter.reset(tag, on: connection)
            return try activate(pending, on: connection)
        }
    }

    /// The secret to show while a sign-in waits for the second factor to be set up; the same one when the page is
    /// loaded again.
    public func enrolmentSecret(_ pending: PendingSession) async throws -> OneTimePassword {
        try await database.write(.installation) { connection in
            if let waiting = try secondFactor.pending(pending.user, on: connection) { return waiting }
            return try secondFactor.begin(pending.user, on: connection)
        }
    }

    /// Sets up the second factor in the midst of a sign-in and completes it.
    ///
    /// - Returns: with `signedIn`, the recovery codes to show once.
    public func completeEnrolment(
        _ pending: PendingSession,
        code: String
    ) async throws -> (result: SecondStepResult, codes: [RecoveryCode]) {
        guard pending.state == .awaitingEnrolment else { return (.ended, []) }
        return try await database.write(.installation) { connection in
            let actor = ActingUser(user: pending.user, organization: pending.organization)
            // Somebody else may have signed in and set it up meanwhile; then this one starts again.
            guard try !secondFactor.isEnrolled(pending.user, on: connection) else {
                try sessions.end(pending.id, of: pending.user, on: connection)
                return (.ended, [])
            }
            guard let codes = try secondFactor.confirm(pending.user, code: code, by: actor, on: connection) else {
                let lives = try sessions.countWrongCode(pending.id, on: connection)
                return (lives ? .wrongCode : .ended, [])
            }
            return (try activate(pending, on: connection), codes)
        }
    }

    private func activate(_ pending: PendingSession, on connection: any Connection) throws -> SecondStepResult {
        guard let account = try accounts.find(pending.user, on: connection), account.state == .active,
            let session = try sessions.activate(pending.id, dutyName: account.names.dutyName, on: connection)
        else { return .ended }
        return .signedIn(session, memberships: try finish(session, account, on: connection))
    }
}
