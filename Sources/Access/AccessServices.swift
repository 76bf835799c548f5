public import Database
public import Domain
import Journal
public import Vault

/// Everything of Access, put together once at start.
public struct AccessServices: Sendable {
    public let database: Database
    public let organizations: Organizations
    public let accounts: Accounts
    public let memberships: Memberships
    public let sessions: Sessions
    public let secondFactor: SecondFactor
    public let tickets: PasswordTickets
    public let hasher: PasswordHasher
    public let signIn: SignIn
    private let recorder: Recorder
    private let surroundings: Surroundings

    /// Tests give a cheaper hasher.
    public init(
        database: Database,
        vault: Vault,
        surroundings: Surroundings,
        limits: SessionLimits = SessionLimits(),
        hasher: PasswordHasher? = nil
    ) {
        let recorder = Recorder(surroundings: surroundings)
        self.recorder = recorder
        self.surroundings = surroundings
        self.database = database
        organizations = Organizations(vault: vault, recorder: recorder, surroundings: surroundings)
        accounts = Accounts(vault: vault, recorder: recorder, surroundings: surroundings)
        memberships = Memberships(accounts: accounts, recorder: recorder, surroundings: surroundings)
        sessions = Sessions(surroundings: surroundings, limits: limits)
        secondFactor = SecondFactor(accounts: accounts, surroundings: surroundings)
        tickets = PasswordTickets(accounts: accounts, surroundings: surroundings)
        self.hasher = hasher ?? PasswordHasher(surroundings: surroundings)
        signIn = SignIn(
            database: database,
            vault: vault,
            accounts: accounts,
            memberships: memberships,
            sessions: sessions,
            secondFactor: secondFactor,
            hasher: self.hasher,
            surroundings: surroundings
        )
    }

    /// Finds what a token stands for; every request's first question.
    public func find(_ token: SessionToken) async throws -> SessionLookup {
        try await database.read(.installation, isBrief: true) { try sessions.find(token, on: $0) }
    }

    /// Invites a colleague: a new account with a link to hand over, or a membership for an account that exists. The
    /// caller has asked ``MembersPolicy/mayInvite(as:to:)``.
    ///
    /// - Returns: the link's ticket; `nil` for somebody who signs in already.
    public func invite(
        _ draft: AccountDraft,
        to organization: OrganizationID,
        as role: Role,
        team: String? = nil,
        by actor: ActingUser
    ) async throws -> (user: UserID, ticket: IssuedTicket?) {
        try await database.write(.installation) { connection in
            if let user = try accounts.find(draft.email, on: connection) {
                try memberships.add(user, to: organization, as: role, team: team, by: actor, on: connection)
                return (user, nil)
            }
            let user = try accounts.create(draft, by: actor, on: connection)
            try memberships.add(user, to: organization, as: role, team: team, by: actor, on: connection)
            return (user, try tickets.issue(.invitation, for: user, by: actor, on: connection))
        }
    }

    /// Makes a link with which a member chooses another password, and ends their sessions. The caller has asked
    /// ``MembersPolicy/mayResetPassword(of:in:isSharedMember:)``.
    ///
    /// - Throws: ``AccessError/notAMember``.
    public func resetPassword(
        of user: UserID,
        in organization: OrganizationID,
        by actor: ActingUser
    ) async throws -> IssuedTicket {
        try await database.write(.installation) { connection in
            guard let member = try memberships.find(user, in: organization, on: connection) else {
                throw AccessError.notAMember
            }
            // Who never had a password still needs the invitation's words.
            let isNew = try accounts.find(member.user, on: connection)?.hasPassword == false
            let ticket = try tickets.issue(isNew ? .invitation : .reset, for: user, by: actor, on: connection)
            try memberships.record(.passwordLinkMade, user, in: organization, by: actor, on: connection)
            return ticket
        }
    }

    /// Ends a member's sessions for an organisation, with a leaf in its log.
    ///
    /// - Returns: how many ended.
    @discardableResult
    public func endSessions(
        of user: UserID,
        in organization: OrganizationID,
        by actor: ActingUser
    ) async throws -> Int {
        try await database.write(.installation) { connection in
            let count = try sessions.endAll(of: user, in: organization, on: connection)
            try memberships.record(.sessionEnded, user, in: organization, by: actor, on: connection)
            return count
        }
    }

    /// Makes an account with a password and a membership: for the command line and the demonstration. With
    /// `mustChangePassword` the password is only good for the first sign-in.
    public func addUser(
        _ draft: AccountDraft,
        password: String,
        mustChangePassword: Bool,
        to organization: OrganizationID,
        as role: Role,
        by actor: ActingUser = .program
    ) async throws -> UserID {
        let hash = try await hasher.hash(password)
        return try await database.write(.installation) { connection in
            let user = try accounts.create(
                draft,
                passwordHash: hash,
                mustChangePassword: mustChangePassword,
                by: actor,
                on: connection
            )
            try memberships.add(user, to: organization, as: role, by: actor, on: connection)
            return user
        }
    }

    /// Sets an account's password from the command line; all its sessions end.
    public func setPassword(
        _ password: String,
        mustChange: Bool,
        of user: UserID,
        by actor: ActingUser = .program
    ) async throws {
        let hash = try await hasher.hash(password)
        try await database.write(.installation) { connection in
            try accounts.setPasswordHash(hash, mustChange: mustChange, of: user, by: actor, on: connection)
            try sessions.endAll(of: user, on: connection)
        }
    }

    /// The installation's settings.
    public func settings() async throws -> InstallationSettings {
        try await database.read(.installation) { try InstallationSettings.read(on: $0) }
    }

    /// Changes the installation's settings, with a leaf.
    public func change(_ settings: InstallationSettings, by actor: ActingUser) async throws {
        try await database.write(.installation) { connection in
            try settings.write(at: surroundings.now(), on: connection)
            try recorder.record(
                LeafDraft(
                    log: .installation,
                    kind: .settingsChanged,
                    actor: actor.user,
                    actorOrganization: actor.organization
                ),
                on: connection
            )
        }
    }

    /// Removes what is over: sessions, links, forgotten failures. Every few minutes.
    public func sweep() async throws {
        try await database.write(.installation) { connection in
            try sessions.sweep(on: connection)
            try tickets.sweep(on: connection)
            try signIn.counter.sweep(on: connection)
        }
    }
}
