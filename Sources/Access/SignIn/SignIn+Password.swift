import Database
import Domain
import Journal

extension SignIn {
    /// Changes one's own password: the present one is asked for, all other sessions end, this one gets a new token.
    ///
    /// - Throws: ``PasswordHasher/Busy``.
    public func changePassword(
        _ principal: Principal,
        current: String,
        new: String
    ) async throws -> PasswordChangeResult {
        switch try await reauthenticate(principal, password: current) {
        case .throttled(let until): return .throttled(until: until)
        case .wrong: return .wrongPassword
        case .right: break
        }
        let context = try await database.read(.installation) { connection in
            try passwordContext(of: principal.user, on: connection)
        }
        if let problem = PasswordRules.problem(of: new, context: context) { return .problem(problem) }
        let hash = try await hasher.hash(new)
        return try await database.write(.installation) { connection in
            // Whoever locked the account or made a reset link while the password was hashed has the last word.
            let renewed = try sessions.renew(principal.session, dutyName: principal.dutyName, on: connection)
            guard let renewed else { return .wrongPassword }
            try accounts.setPasswordHash(hash, of: principal.user, by: ActingUser(principal), on: connection)
            try sessions.endAll(of: principal.user, except: principal.session, on: connection)
            return .done(renewed)
        }
    }

    /// Chooses a password with a link. It signs nobody in: that comes next, second factor included.
    ///
    /// - Throws: ``PasswordHasher/Busy``.
    public func usePasswordTicket(_ token: TicketToken, password: String) async throws -> PasswordChangeResult {
        let tickets = PasswordTickets(accounts: accounts, surroundings: surroundings)
        let found = try await database.read(.installation) { connection -> (TicketHolder, [String])? in
            guard let holder = try tickets.holder(of: token, on: connection) else { return nil }
            return (holder, try passwordContext(of: holder.user, on: connection))
        }
        guard let (holder, context) = found else { return .noTicket }
        if let problem = PasswordRules.problem(of: password, context: context) { return .problem(problem) }
        let hash = try await hasher.hash(password)
        return try await database.write(.installation) { connection in
            // Again, within the write: of two that come at once, one is late.
            guard try tickets.holder(of: token, on: connection) == holder else { return .noTicket }
            let actor = ActingUser(user: holder.user, organization: nil)
            try accounts.setPasswordHash(hash, of: holder.user, by: actor, on: connection)
            try sessions.endAll(of: holder.user, on: connection)
            return .done(nil)
        }
    }

    /// What a password may not be little more than: address, names, the organisations' names and codes.
    private func passwordContext(of user: UserID, on connection: any Connection) throws -> [String] {
        guard let account = try accounts.find(user, on: connection) else { return [] }
        let organizations = try connection.rows(
            """
            SELECT n.text, o.code FROM membership m JOIN organization o ON o.id = m.organization_id
            JOIN organization_name n ON n.organization_id = o.id WHERE m.user_id = \(user)
            """
        ) { [try $0.text(0), try $0.text(1)] }
        return [account.email, account.names.name, account.names.dutyName] + organizations.flatMap(\.self)
    }
}
