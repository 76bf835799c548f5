import Crypto
public import Database
public import Domain
import Journal
public import Vault

/// Signing in: password, second factor, sessions, journal. Each step is one short transaction before the password is
/// hashed and one after it; a known and an unknown address take the same way.
public struct SignIn: Sendable {
    let database: Database
    let accounts: Accounts
    let memberships: Memberships
    let sessions: Sessions
    let secondFactor: SecondFactor
    let hasher: PasswordHasher
    let journal: Journal
    let surroundings: Surroundings
    let counter: SignInCounter

    public init(
        database: Database,
        vault: Vault,
        accounts: Accounts,
        memberships: Memberships,
        sessions: Sessions,
        secondFactor: SecondFactor,
        hasher: PasswordHasher,
        surroundings: Surroundings
    ) {
        self.database = database
        self.accounts = accounts
        self.memberships = memberships
        self.sessions = sessions
        self.secondFactor = secondFactor
        self.hasher = hasher
        journal = Journal(surroundings: surroundings)
        self.surroundings = surroundings
        counter = SignInCounter(key: vault.derivedSecret("sign-in-counter"), surroundings: surroundings)
    }

    /// Tries to sign in. The address is taken as typed. An API session, which has but one call, brings the second
    /// factor's code along.
    ///
    /// - Throws: ``PasswordHasher/Busy`` (answer 503), database errors.
    public func attempt(
        email typed: String,
        password: String,
        code: String? = nil,
        kind: SessionKind,
        client: ClientKind,
        limits: TokenLimits = TokenLimits()
    ) async throws -> SignInResult {
        try hasher.refuseWhenBusy()
        let email = EmailAddress(typed)
        // What is no address is counted too, under a tag of its own, so that it takes as long as one.
        let tag = counter.tag("e-mail", email?.normalized ?? String(typed.prefix(254)))
        let claim = try await database.write(.installation) { connection in
            if let until = try counter.claim(tag, on: connection) { return Claim.throttled(until) }
            return .known(try email.flatMap { try credentials(of: $0, on: connection) })
        }
        guard case .known(let credentials) = claim else {
            if case .throttled(let until) = claim { return .throttled(until: until) }
            return .refused
        }
        // No account has a longer one; it takes as long to refuse.
        let hash = password.count <= PasswordRules.maximum ? credentials?.passwordHash : nil
        let isRight = try await hasher.verify(String(password.prefix(PasswordRules.maximum)), against: hash)
        guard isRight, let credentials, let hash else {
            return try await refuse(credentials?.user)
        }
        let renewedHash = hasher.needsRehash(hash) ? try await hasher.hash(password) : nil
        let request = Request(
            user: credentials.user,
            hash: hash,
            code: code,
            kind: kind,
            client: client,
            limits: limits
        )
        return try await database.write(.installation) { connection in
            try counter.reset(tag, on: connection)
            return try admit(request, renewedHash: renewedHash, on: connection)
        }
    }

    /// Refusals are written down whether there is such an account or not.
    private func refuse(_ user: UserID?) async throws -> SignInResult {
        try await database.write(.installation) { connection in
            try recordRefusal(of: user, on: connection)
        }
        return .refused
    }

    func recordRefusal(of user: UserID?, on connection: any Connection) throws {
        try journal.append(
            LeafDraft(log: .installation, kind: .sessionRefused, subject: user?.retagged()),
            on: connection
        )
    }

    private func credentials(of email: EmailAddress, on connection: any Connection) throws -> Credentials? {
        guard let user = try accounts.find(email, on: connection) else { return nil }
        return try credentials(of: user, on: connection)
    }

    func credentials(of user: UserID, on connection: any Connection) throws -> Credentials? {
        try connection.first("SELECT password_hash FROM user_account WHERE id = \(user)") { row in
            Credentials(user: user, passwordHash: try row.textOrNil(0))
        }
    }

    /// After the right password: everything is read anew, since hashing took its time.
    private func admit(
        _ request: Request,
        renewedHash: String?,
        on connection: any Connection
    ) throws -> SignInResult {
        guard try isUsable(request, on: connection),
            let place = try place(of: request.user, on: connection),
            request.kind == .desk || place.role.rights.allows(.apiUse),
            let account = try accounts.find(request.user, on: connection)
        else {
            try recordRefusal(of: request.user, on: connection)
            return .refused
        }
        if let renewedHash {
            try connection.execute(
                "UPDATE user_account SET password_hash = \(renewedHash) WHERE id = \(request.user)"
            )
            let actor = ActingUser(user: request.user, organization: place.organization)
            try accounts.record(.accountChanged, request.user, by: actor, on: connection)
        }
        let entry = Entry(request: request, account: account, place: place)
        if account.hasSecondFactor { return try takeSecondFactor(entry, on: connection) }
        if try InstallationSettings.read(on: connection).requiresSecondFactor {
            guard request.kind == .desk else { return .needsEnrolment(nil) }
            return .needsEnrolment(try open(entry, .awaitingEnrolment, on: connection))
        }
        let session = try open(entry, .active, on: connection)
        return .signedIn(session, memberships: try finish(session, account, on: connection))
    }

    private func takeSecondFactor(_ entry: Entry, on connection: any Connection) throws -> SignInResult {
        guard let code = entry.request.code, !code.isEmpty else {
            guard entry.request.kind == .desk else { return .needsSecondFactor(nil) }
            return .needsSecondFactor(try open(entry, .awaitingSecondFactor, on: connection))
        }
        let tag = counter.tag("code", entry.account.id.text)
        if let until = try counter.claim(tag, on: connection) { return .throttled(until: until) }
        guard try secondFactor.verify(entry.account.id, code: code, on: connection) != nil else {
            try recordRefusal(of: entry.account.id, on: connection)
            return .refused
        }
        try counter.reset(tag, on: connection)
        let session = try open(entry, .active, on: connection)
        return .signedIn(session, memberships: try finish(session, entry.account, on: connection))
    }

    private func open(_ entry: Entry, _ state: SessionState, on connection: any Connection) throws -> IssuedSession {
        try sessions.create(
            user: entry.account.id,
            organization: entry.place.organization,
            kind: entry.request.kind,
            state: state,
            client: entry.request.client,
            dutyName: entry.account.names.dutyName,
            limits: entry.request.limits,
            on: connection
        )
    }

    /// The account is active and its password still the one that was checked.
    private func isUsable(_ request: Request, on connection: any Connection) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM user_account
            WHERE id = \(request.user) AND state = \(AccountState.active.rawValue) AND password_hash = \(request.hash)
            """
        ) > 0
    }

    /// Where the user worked last, or else longest.
    private func place(of user: UserID, on connection: any Connection) throws -> Membership? {
        let places = try memberships.active(of: user, on: connection)
        let last = try connection.first("SELECT last_organization_id FROM user_account WHERE id = \(user)") {
            try $0.idOrNil(0, OrganizationEntity.self)
        }
        return places.first { $0.organization == last ?? nil } ?? places.first
    }

    /// Notes a complete sign-in.
    ///
    /// - Returns: the memberships that the session may be switched to.
    func finish(
        _ session: IssuedSession,
        _ account: Account,
        on connection: any Connection
    ) throws -> [Membership] {
        try connection.execute(
            """
            UPDATE user_account SET last_sign_in_at = \(surroundings.now()), last_organization_id = \(session.organization)
            WHERE id = \(account.id)
            """
        )
        try journal.append(
            LeafDraft(
                log: .installation,
                kind: .sessionStarted,
                actor: account.id,
                actorOrganization: session.organization,
                subject: account.record
            ),
            on: connection
        )
        return try memberships.active(of: account.id, on: connection)
    }
}

/// What a sign-in knows of an account before the password was checked.
struct Credentials: Sendable {
    let user: UserID
    let passwordHash: String?
}

private enum Claim: Sendable {
    case throttled(Instant)
    case known(Credentials?)
}

private struct Request: Sendable {
    let user: UserID
    let hash: String
    let code: String?
    let kind: SessionKind
    let client: ClientKind
    let limits: TokenLimits
}

private struct Entry {
    let request: Request
    let account: Account
    let place: Membership
}
