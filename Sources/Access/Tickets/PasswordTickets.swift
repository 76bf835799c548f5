public import Database
public import Domain

/// Links with which a colleague chooses a password. Every call needs the installation's scope.
public struct PasswordTickets: Sendable {
    /// Seconds that a link is good for.
    public static let lifetime: Int64 = 7 * 86400

    private let accounts: Accounts
    private let surroundings: Surroundings

    public init(accounts: Accounts, surroundings: Surroundings) {
        self.accounts = accounts
        self.surroundings = surroundings
    }

    /// Makes a link for an account; an earlier one is void. A reset ends the account's sessions at once. The second
    /// factor stays: the link alone signs nobody in.
    public func issue(
        _ purpose: TicketPurpose,
        for user: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws -> IssuedTicket {
        let now = surroundings.now()
        let token = TicketToken(surroundings: surroundings)
        let expires = now.advanced(bySeconds: Self.lifetime)
        try connection.execute("DELETE FROM password_ticket WHERE user_id = \(user)")
        try connection.execute(
            """
            INSERT INTO password_ticket (id, user_id, purpose, token_hash, created_by, created_at, expires_at)
            VALUES (\(surroundings.newID(RecordEntity.self)), \(user), \(purpose.rawValue), \(Blob(token.hash)),
                \(actor.user), \(now), \(expires))
            """
        )
        if purpose == .reset { try connection.execute("DELETE FROM session WHERE user_id = \(user)") }
        try accounts.record(.passwordLinkMade, user, by: actor, on: connection)
        return IssuedTicket(token: token, purpose: purpose, expiresAt: expires)
    }

    /// Whom a link is for; `nil` when it was used, is void or too old, or the account may not be used.
    public func holder(of token: TicketToken, on connection: any Connection) throws -> TicketHolder? {
        let found = try connection.first(
            """
            SELECT t.user_id, t.purpose FROM password_ticket t JOIN user_account u ON u.id = t.user_id
            WHERE t.token_hash = \(Blob(token.hash)) AND t.expires_at > \(surroundings.now())
                AND u.state = \(AccountState.active.rawValue)
            """
        ) { row in (user: try row.id(0, UserEntity.self), purpose: try row.code(1) as TicketPurpose) }
        guard let found, let account = try accounts.find(found.user, on: connection) else { return nil }
        return TicketHolder(
            user: found.user,
            purpose: found.purpose,
            names: account.names,
            email: account.email,
            language: account.language
        )
    }

    /// Removes links that are too old.
    @discardableResult
    public func sweep(on connection: any Connection) throws -> Int {
        try connection.execute("DELETE FROM password_ticket WHERE expires_at <= \(surroundings.now())")
    }
}
