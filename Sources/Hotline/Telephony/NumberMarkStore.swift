public import Access
public import Database
public import Domain
import Journal
import Vault

/// What is sealed of a mark.
struct NumberMarkBody: Codable {
    var number: String
    var note: String
}

/// A number that somebody marked, and until when.
public struct NumberMark: Sendable {
    public let id: NumberMarkID
    public let reason: NumberMarkReason
    public let madeBy: UserID
    public let madeAt: Instant
    public let expiresAt: Instant
    public let number: String
    public let note: String
}

/// Marks on numbers of abusive callers. They warn, expire, and never keep a call away.
public struct NumberMarkStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    /// Marks a number for so many days, at most ``NumberMarks/longestDays``.
    @discardableResult
    public func mark(
        _ number: String,
        _ reason: NumberMarkReason,
        days: Int64,
        note: String,
        by principal: Principal,
        on connection: any Connection
    ) throws -> NumberMarkID {
        let id: NumberMarkID = contacts.surroundings.newID()
        let now = contacts.surroundings.now()
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.newRecord(id.retagged(), on: connection)
        let body = NumberMarkBody(number: number, note: note)
        try connection.execute(
            """
            INSERT INTO number_mark (id, organization_id, reason, made_by, made_at, expires_at, body)
            VALUES (\(id), \(principal.organization), \(reason.rawValue), \(principal.user), \(now),
                \(NumberMarks.end(from: now, days: days)), \(Blob(try key.sealValue(body, .contactCaller))))
            """
        )
        let blind = try keyring.blindIndex(on: connection)
        try blind.add([ContactStore.markEntry(number)], .codeLocator, to: id.retagged(), on: connection)
        try contacts.recorder.record(contacts.leaf(.numberMarked, id.retagged(), by: principal), on: connection)
        return id
    }

    /// Ends a mark now.
    public func end(_ id: NumberMarkID, by principal: Principal, on connection: any Connection) throws {
        let changed = try connection.execute(
            """
            UPDATE number_mark SET expires_at = \(contacts.surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        guard changed == 1 else { throw HotlineError.notFound }
        try contacts.recorder.record(contacts.leaf(.numberUnmarked, id.retagged(), by: principal), on: connection)
    }

    /// The marks on a number that still say something.
    public func live(
        on number: String,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [NumberMarkID] {
        guard !number.isEmpty else { return [] }
        let blind = try contacts.vault.keyring(for: principal.organization, on: connection).blindIndex(on: connection)
        let records = try blind.records(.codeLocator, ContactStore.markEntry(number), on: connection)
        guard !records.isEmpty else { return [] }
        let now = contacts.surroundings.now()
        return try connection.rows(
            """
            SELECT id, expires_at FROM number_mark
            WHERE organization_id = \(principal.organization) AND id IN \(records)
            """
        ) { (id: try $0.id(0, NumberMarkEntity.self), end: try $0.instant(1)) }
        .filter { NumberMarks.isLive(expiresAt: $0.end, at: now) }.map(\.id)
    }

    /// All live marks, the next to end first.
    public func list(for principal: Principal, on connection: any Connection) throws -> [NumberMark] {
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        return try connection.rows(
            """
            SELECT m.id, m.reason, m.made_by, m.made_at, m.expires_at, m.body, \(Keyring.wrapColumns)
            FROM number_mark m \(keyring.wrapJoin(record: "m.id", for: .contact))
            WHERE m.organization_id = \(principal.organization) AND m.expires_at > \(contacts.surroundings.now())
            ORDER BY m.expires_at, m.id LIMIT 200
            """
        ) { row in
            let id = try row.id(0, NumberMarkEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 6)
            let body: NumberMarkBody = try row.withBlob(5) { try key.openValue($0, .contactCaller) }
            return NumberMark(
                id: id,
                reason: NumberMarkReason(rawValue: try row.text(1)) ?? .abuse,
                madeBy: try row.id(2),
                madeAt: try row.instant(3),
                expiresAt: try row.instant(4),
                number: body.number,
                note: body.note
            )
        }
    }
}
