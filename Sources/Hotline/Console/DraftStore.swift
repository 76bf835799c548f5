public import Access
public import Database
public import Domain
import Journal
import Vault

/// A contact that is being written, as the console lists it.
public struct DraftLine: Sendable {
    public let id: ContactID
    /// Who works on it, or parked it.
    public let user: UserID
    public let isParked: Bool
    public let channel: Channel
    public let startedAt: Instant
    public let savedAt: Instant
    /// A few words of it; empty when it can't be opened.
    public let title: String
    public let problem: ProblemCode?
}

/// A contact that is being written.
struct Draft: Sendable {
    let id: ContactID
    let user: UserID
    let isParked: Bool
    let version: Int64
    let state: ConsoleState
}

/// Half-done contacts: they survive a reload, a crash and the end of a shift.
public struct DraftStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    /// Seconds after which somebody else's open draft may be taken over though nobody parked it.
    public static let abandonedAfter: Int64 = 120

    /// Whether a draft may be taken over: a parked one at once, an open one when nothing was saved for a while.
    public static func mayTake(isParked: Bool, savedAt: Instant, at now: Instant) -> Bool {
        isParked || savedAt.advanced(bySeconds: abandonedAfter) < now
    }

    /// Saves what was typed; the first time under a new key, whose id the finished contact keeps.
    ///
    /// - Throws: `HotlineError.stale` when a colleague has taken it over, `.notFound` when it is a contact already.
    func save(
        _ state: ConsoleState,
        of id: ContactID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let now = contacts.surroundings.now()
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let found = try line(id, principal, on: connection)
        guard try contacts.row(id, of: principal.organization, on: connection) == nil else {
            throw HotlineError.notFound
        }
        if let found, found.user != principal.user { throw HotlineError.stale }
        let key: RecordKey
        do {
            key = try keyring.open(id.retagged(), on: connection) ?? keyring.newRecord(id.retagged(), on: connection)
        } catch VaultError.alreadyKeyed {
            throw HotlineError.notFound
        }
        let body = Blob(try key.sealValue(state, .draftBody))
        if found != nil {
            try connection.execute(
                """
                UPDATE contact_draft SET saved_at = \(now), version = version + 1, channel = \(state.channel),
                    is_parked = 0, body = \(body)
                WHERE id = \(id) AND organization_id = \(principal.organization)
                """
            )
        } else {
            try connection.execute(
                """
                INSERT INTO contact_draft (
                    id, organization_id, user_id, is_parked, channel, started_at, saved_at, version, body
                ) VALUES (
                    \(id), \(principal.organization), \(principal.user), 0, \(state.channel),
                    \(state.startedAt), \(now), 1, \(body)
                )
                """
            )
            try contacts.recorder.record(
                contacts.leaf(.contactDraftStarted, id.retagged(), by: principal),
                on: connection
            )
        }
    }

    /// Opens a draft; `nil` when nothing was saved under the id.
    func open(_ id: ContactID, for principal: Principal, on connection: any Connection) throws -> Draft? {
        let found = try connection.first(
            """
            SELECT user_id, is_parked, version, body FROM contact_draft
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        ) { row in
            (
                user: try row.id(0, UserEntity.self), isParked: try row.bool(1), version: try row.integer(2),
                body: try row.blob(3)
            )
        }
        guard let found else { return nil }
        let key = try contacts.vault.keyring(for: principal.organization, on: connection)
            .key(of: id.retagged(), on: connection)
        return Draft(
            id: id,
            user: found.user,
            isParked: found.isParked,
            version: found.version,
            state: try key.openValue(found.body, .draftBody)
        )
    }

    /// Lays a draft aside, for oneself or a colleague.
    func park(_ id: ContactID, by principal: Principal, on connection: any Connection) throws {
        let changed = try connection.execute(
            """
            UPDATE contact_draft SET is_parked = 1, saved_at = \(contacts.surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization) AND user_id = \(principal.user)
            """
        )
        guard changed == 1 else { throw HotlineError.stale }
        try contacts.recorder.record(contacts.leaf(.contactDraftParked, id.retagged(), by: principal), on: connection)
    }

    /// Goes on with a draft, one's own or a colleague's.
    ///
    /// - Throws: `HotlineError.notFound`, or `.stale` while the colleague is at work on it.
    public func take(_ id: ContactID, by principal: Principal, on connection: any Connection) throws {
        guard let found = try line(id, principal, on: connection) else { throw HotlineError.notFound }
        let now = contacts.surroundings.now()
        guard
            found.user == principal.user
                || Self.mayTake(isParked: found.isParked, savedAt: found.savedAt, at: now)
        else { throw HotlineError.stale }
        try connection.execute(
            """
            UPDATE contact_draft SET user_id = \(principal.user), is_parked = 0, saved_at = \(now)
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        try contacts.recorder.record(contacts.leaf(.contactDraftTaken, id.retagged(), by: principal), on: connection)
    }

    /// All half-done contacts of the organisation, the newest first.
    public func list(for principal: Principal, on connection: any Connection) throws -> [DraftLine] {
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        return try connection.rows(
            """
            SELECT d.id, d.user_id, d.is_parked, d.channel, d.started_at, d.saved_at, d.body, \(Keyring.wrapColumns)
            FROM contact_draft d \(keyring.wrapJoin(record: "d.id", for: .narrative))
            WHERE d.organization_id = \(principal.organization) ORDER BY d.saved_at DESC, d.id LIMIT 100
            """
        ) { row in
            let id = try row.id(0, ContactEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 7)
            let state: ConsoleState = try row.withBlob(6) { try key.openValue($0, .draftBody) }
            return DraftLine(
                id: id,
                user: try row.id(1),
                isParked: try row.bool(2),
                channel: Channel(rawValue: try row.text(3)) ?? .phone,
                startedAt: try row.instant(4),
                savedAt: try row.instant(5),
                title: String((state.summary.isEmpty ? state.callerName : state.summary).prefix(60)),
                problem: state.problemCodes.first
            )
        }
    }

    private func line(
        _ id: ContactID,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> (user: UserID, isParked: Bool, savedAt: Instant)? {
        try connection.first(
            """
            SELECT user_id, is_parked, saved_at FROM contact_draft
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        ) { (user: try $0.id(0), isParked: try $0.bool(1), savedAt: try $0.instant(2)) }
    }
}
