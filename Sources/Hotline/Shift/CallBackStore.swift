public import Access
public import Database
public import Domain
import Journal
public import People
import Vault

/// What is sealed of a call-back.
struct CallBackBody: Codable {
    var number: String
    var note: String
}

/// Somebody who waits to be called, as the queue shows it.
public struct CallBack: Sendable {
    public let id: CallBackID
    public let contact: ContactID
    public let person: PersonID?
    public let dueAt: Instant
    /// The zone of the clock that the caller named.
    public let zone: String
    public let urgency: Urgency
    public let language: String
    /// Whether nothing may show who calls.
    public let isNeutral: Bool
    public let attempts: Int
    public let lastAttemptAt: Instant?
    public let lastResult: AttemptResult?
    public let number: String
    public let note: String
}

/// The queue of people who wait to be called.
public struct CallBackStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    /// Puts somebody into the queue; sealed with the contact's key.
    func add(
        _ request: CallBackRequest,
        to row: ContactRow,
        _ draft: ContactDraft,
        _ key: RecordKey,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let id: CallBackID = contacts.surroundings.newID()
        let body = CallBackBody(number: request.number, note: request.note)
        let person = draft.members.first { $0.role == .caller }?.person ?? draft.members.first?.person
        try connection.execute(
            """
            INSERT INTO call_back (
                id, organization_id, contact_id, person_id, state, due_at, zone, urgency, is_neutral, created_at,
                created_by, attempts, body
            ) VALUES (
                \(id), \(row.organization), \(row.id), \(person), \(CallBackState.waiting.rawValue), \(request.dueAt),
                \(request.zone), \(row.urgency), \(request.isNeutral), \(contacts.surroundings.now()),
                \(principal.user), 0, \(Blob(try key.sealValue(body, .contactCaller)))
            )
            """
        )
    }

    /// Those who wait, the most pressing first; only those due before `until` where it is given.
    public func waiting(
        until: Instant? = nil,
        limit: Int = 100,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [CallBack] {
        guard principal.may(.contactsRead, .organization) else { return [] }
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let due: SQL = until.map { "AND b.due_at < \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT b.id, b.contact_id, b.person_id, b.due_at, b.zone, b.urgency, c.language, b.is_neutral, b.attempts,
                b.last_attempt_at, b.last_result, b.body, \(Keyring.wrapColumns)
            FROM call_back b JOIN contact c ON c.id = b.contact_id
            \(keyring.wrapJoin(record: "b.contact_id", for: .contact))
            WHERE b.organization_id = \(principal.organization) AND b.state = \(CallBackState.waiting.rawValue) \(due)
            ORDER BY b.due_at, b.id LIMIT \(limit)
            """
        ) { row in try callBack(row, keyring) }
    }

    /// How many wait for a call due before an instant.
    public func count(until: Instant, for principal: Principal, on connection: any Connection) throws -> Int {
        Int(
            try connection.count(
                """
                SELECT COUNT(*) FROM call_back WHERE organization_id = \(principal.organization)
                    AND state = \(CallBackState.waiting.rawValue) AND due_at < \(until)
                """
            )
        )
    }

    /// Notes an attempt: somebody who was reached waits no more, an unsafe or wrong number isn't rung again, anybody
    /// else is put back by an hour.
    ///
    /// - Throws: `HotlineError.notFound` when nobody waits there.
    public func tried(
        _ id: CallBackID,
        _ result: AttemptResult,
        note: String,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let now = contacts.surroundings.now()
        let found = try connection.first(
            """
            SELECT contact_id, attempts FROM call_back
            WHERE id = \(id) AND organization_id = \(principal.organization)
                AND state = \(CallBackState.waiting.rawValue)
            """
        ) { (contact: try $0.id(0, ContactEntity.self), attempts: try $0.integer(1)) }
        guard let found else { throw HotlineError.notFound }
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.key(of: found.contact.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO call_back_attempt (call_back_id, position, organization_id, at, by_user, result, note)
            VALUES (\(id), \(found.attempts + 1), \(principal.organization), \(now), \(principal.user),
                \(result.rawValue), \(Blob(try key.seal(note, .contactNarrative))))
            """
        )
        let state = CallBackRules.state(after: result)
        try connection.execute(
            """
            UPDATE call_back SET attempts = \(found.attempts + 1), last_attempt_at = \(now),
                last_result = \(result.rawValue), state = \(state.rawValue),
                due_at = CASE WHEN \(state == .waiting) = 1 THEN \(CallBackRules.next(after: now)) ELSE due_at END
            WHERE id = \(id) AND organization_id = \(principal.organization)
            """
        )
        try contacts.recorder.record(contacts.leaf(.callBackTried, id.retagged(), by: principal), on: connection)
        if state != .waiting { try close(found.contact, by: principal, on: connection) }
    }

    /// Takes somebody out of the queue without a call.
    public func cancel(_ id: CallBackID, by principal: Principal, on connection: any Connection) throws {
        let contact = try connection.first(
            """
            UPDATE call_back SET state = \(CallBackState.cancelled.rawValue)
            WHERE id = \(id) AND organization_id = \(principal.organization)
                AND state = \(CallBackState.waiting.rawValue)
            RETURNING contact_id
            """
        ) { try $0.id(0, ContactEntity.self) }
        guard let contact else { throw HotlineError.notFound }
        try contacts.recorder.record(contacts.leaf(.callBackEnded, id.retagged(), by: principal), on: connection)
        try close(contact, by: principal, on: connection)
    }

    private func close(_ id: ContactID, by principal: Principal, on connection: any Connection) throws {
        guard var row = try contacts.row(id, of: principal.organization, on: connection),
            row.state == ContactState.waiting.rawValue
        else { return }
        row.state = ContactState.closed.rawValue
        try contacts.touch(row, by: principal, on: connection)
    }

    private func callBack(_ row: any Row, _ keyring: Keyring) throws -> CallBack {
        let contact = try row.id(1, ContactEntity.self)
        let key = try keyring.recordKey(record: contact.retagged(), from: row, at: 12)
        let body: CallBackBody = try row.withBlob(11) { try key.openValue($0, .contactCaller) }
        return CallBack(
            id: try row.id(0),
            contact: contact,
            person: try row.idOrNil(2),
            dueAt: try row.instant(3),
            zone: try row.text(4),
            urgency: Urgency(rawValue: try row.text(5)) ?? .normal,
            language: try row.text(6),
            isNeutral: try row.bool(7),
            attempts: Int(try row.integer(8)),
            lastAttemptAt: try row.instantOrNil(9),
            lastResult: try row.textOrNil(10).flatMap { AttemptResult(rawValue: $0) },
            number: body.number,
            note: body.note
        )
    }
}

/// What follows from trying to reach somebody. Pure.
public enum CallBackRules {
    /// Whether somebody still waits after an attempt.
    public static func state(after result: AttemptResult) -> CallBackState {
        switch result {
        case .reached: .done
        case .noAnswer: .waiting
        case .wrongNumber, .refused, .unsafe: .cancelled
        }
    }

    /// When somebody who wasn't reached is tried again.
    public static func next(after now: Instant) -> Instant { now.advanced(bySeconds: 3600) }

    /// Whether the person may be called now, by their own safe-contact rules; everybody without a record may.
    public static func permission(_ safe: SafeContact?, channel: Channel = .phone, at now: Instant) -> CallPermission {
        safe?.mayReach(by: channel, at: now) ?? .allowed
    }
}
