public import Database
public import Domain
public import Journal
public import Vault

/// The accounts of staff: records of the installation, each sealed with a key of its own. Every call needs the
/// installation's scope.
public struct Accounts: Sendable {
    let vault: Vault
    let recorder: Recorder
    let surroundings: Surroundings

    public init(vault: Vault, recorder: Recorder, surroundings: Surroundings) {
        self.vault = vault
        self.recorder = recorder
        self.surroundings = surroundings
    }

    /// Makes an account. Without a password nobody can sign in to it until a ticket was used; one that
    /// somebody else chose must be changed.
    ///
    /// - Throws: ``AccessError/emailTaken``.
    public func create(
        _ draft: AccountDraft,
        passwordHash: String? = nil,
        mustChangePassword: Bool = false,
        by actor: ActingUser,
        on connection: any Connection
    ) throws -> UserID {
        guard try find(draft.email, on: connection) == nil else { throw AccessError.emailTaken }
        let id: UserID = surroundings.newID()
        let keyring = try vault.keyring(for: .installation, on: connection)
        let key = try keyring.newRecord(id.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO user_account (id, email, names, language, password_hash, must_change_password, state, created_at)
            VALUES (\(id), \(Blob(try key.seal(draft.email.text, .accountEmail))),
                \(Blob(try key.seal(draft.names.encoded, .accountName))), \(draft.language?.rawValue), \(passwordHash),
                \(mustChangePassword), \(AccountState.active.rawValue), \(surroundings.now()))
            """
        )
        try index(draft.email, of: id, keyring: keyring, on: connection)
        try record(.accountCreated, id, by: actor, on: connection)
        return id
    }

    /// Changes the names. Sessions that exist show the old duty name until they are renewed.
    public func setNames(
        _ names: StaffNames,
        of id: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        let key = try recordKey(id, on: connection)
        try connection.execute(
            "UPDATE user_account SET names = \(Blob(try key.seal(names.encoded, .accountName))) WHERE id = \(id)"
        )
        try record(.accountChanged, id, by: actor, on: connection)
    }

    /// Changes the address with which the user signs in; the caller has asked for the password.
    ///
    /// - Throws: ``AccessError/emailTaken``.
    public func setEmail(
        _ email: EmailAddress,
        of id: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        if let other = try find(email, on: connection), other != id { throw AccessError.emailTaken }
        let key = try recordKey(id, on: connection)
        try connection.execute(
            "UPDATE user_account SET email = \(Blob(try key.seal(email.text, .accountEmail))) WHERE id = \(id)"
        )
        try index(email, of: id, keyring: try vault.keyring(for: .installation, on: connection), on: connection)
        try record(.accountChanged, id, by: actor, on: connection)
    }

    /// Chooses the language of the user's pages; `nil` for the browser's. Not worth a leaf.
    public func setLanguage(_ language: InterfaceLanguage?, of id: UserID, on connection: any Connection) throws {
        try connection.execute("UPDATE user_account SET language = \(language?.rawValue) WHERE id = \(id)")
    }

    /// Disables an account, which ends all its sessions, or makes it active again.
    public func setActive(
        _ isActive: Bool,
        _ id: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        let state: AccountState = isActive ? .active : .disabled
        let changed = try connection.execute(
            """
            UPDATE user_account SET state = \(state.rawValue)
            WHERE id = \(id) AND state <> \(AccountState.erased.rawValue)
            """
        )
        guard changed > 0 else { throw AccessError.noSuchAccount }
        if !isActive { try connection.execute("DELETE FROM session WHERE user_id = \(id)") }
        try record(isActive ? .accountEnabled : .accountDisabled, id, by: actor, on: connection)
    }

    /// Stores a new password's hash, ends what could set another one, and notes it.
    public func setPasswordHash(
        _ hash: String,
        mustChange: Bool = false,
        of id: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE user_account SET password_hash = \(hash), must_change_password = \(mustChange)
            WHERE id = \(id) AND state <> \(AccountState.erased.rawValue)
            """
        )
        guard changed > 0 else { throw AccessError.noSuchAccount }
        try connection.execute("DELETE FROM password_ticket WHERE user_id = \(id)")
        try record(.passwordChanged, id, by: actor, on: connection)
    }

    /// Writes a leaf about an account into the installation's log, with the account's state as it is now.
    func record(
        _ kind: LeafKind,
        _ id: UserID,
        by actor: ActingUser,
        on connection: any Connection
    ) throws {
        try recorder.record(
            LeafDraft(
                log: .installation,
                kind: kind,
                actor: actor.user,
                actorOrganization: actor.organization,
                subject: id.retagged(),
                state: try recordState(id, on: connection)
            ),
            on: connection
        )
    }

    /// The account's key.
    ///
    /// - Throws: ``AccessError/noSuchAccount`` when there is none, because the account was erased or never was.
    func recordKey(_ id: UserID, on connection: any Connection) throws -> RecordKey {
        let keyring = try vault.keyring(for: .installation, on: connection)
        guard let key = try keyring.open(id.retagged(), on: connection) else { throw AccessError.noSuchAccount }
        return key
    }
}
