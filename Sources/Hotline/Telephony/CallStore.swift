public import Access
public import Database
public import Domain
import Journal
import Vault

/// What a telephone exchange says of a call.
public struct CallAnnouncement: Sendable, Hashable {
    /// The exchange's own name of the call, which all its messages about it carry.
    public var callID: String
    /// The caller's number; empty when it is withheld.
    public var from: String
    /// The number or extension that was called.
    public var to: String
    /// A short code of the line, such as `main`.
    public var line: String?
    public var event: CallState
    public var at: Instant

    public init(callID: String, from: String, to: String, line: String? = nil, event: CallState, at: Instant) {
        self.callID = callID
        self.from = from
        self.to = to
        self.line = line
        self.event = event
        self.at = at
    }
}

/// What is sealed of a call.
struct CallBody: Codable {
    var from: String
    var to: String
}

/// A call as operators see it.
public struct IncomingCall: Sendable {
    /// The id that the contact gets when the call is taken.
    public let id: ContactID
    public let state: CallState
    public let line: String?
    public let announcedAt: Instant
    public let from: String
    public let to: String
    /// Whether the number is marked as abusive; a mark only warns.
    public let isMarked: Bool
    /// Whether somebody opened a contact for it.
    public let takenBy: UserID?
}

/// Calls that a telephone exchange announces.
public struct CallStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    /// Seconds for which an unanswered call is shown.
    public static let shownFor: Int64 = 3600

    /// The order of a call's states: a late message takes nothing back.
    private static func rank(_ state: CallState) -> Int {
        switch state {
        case .ringing: 0
        case .answered: 1
        case .ended: 2
        }
    }

    /// Notes what the exchange says; saying it again changes nothing.
    ///
    /// - Returns: the id under which a contact about the call is written.
    public func announce(
        _ call: CallAnnouncement,
        by principal: Principal,
        on connection: any Connection
    ) throws -> ContactID {
        guard principal.may(.contactsWrite, .organization) else { throw HotlineError.notFound }
        let now = contacts.surroundings.now()
        let hash = ContactStore.hash("call", call.callID, of: principal.organization)
        let found = try connection.first(
            """
            SELECT id, state FROM telephony_call
            WHERE organization_id = \(principal.organization) AND call_hash = \(hash)
            """
        ) { (id: try $0.id(0, ContactEntity.self), state: CallState(rawValue: try $0.text(1)) ?? .ended) }
        if let found {
            guard Self.rank(call.event) > Self.rank(found.state) else { return found.id }
            try connection.execute(
                """
                UPDATE telephony_call SET state = \(call.event.rawValue), changed_at = \(now),
                    answered_at = COALESCE(answered_at, \(call.event == .answered ? call.at : nil)),
                    ended_at = COALESCE(ended_at, \(call.event == .ended ? call.at : nil))
                WHERE id = \(found.id) AND organization_id = \(principal.organization)
                """
            )
            try record(found.id, principal, on: connection)
            return found.id
        }
        let id: ContactID = contacts.surroundings.newID()
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let key = try keyring.newRecord(id.retagged(), on: connection)
        let body = CallBody(from: call.from, to: call.to)
        try connection.execute(
            """
            INSERT INTO telephony_call (
                id, organization_id, call_hash, state, line, announced_at, answered_at, ended_at, changed_at, caller
            ) VALUES (
                \(id), \(principal.organization), \(hash), \(call.event.rawValue), \(call.line), \(now),
                \(call.event == .answered ? call.at : nil), \(call.event == .ended ? call.at : nil), \(now),
                \(Blob(try key.sealValue(body, .contactCaller)))
            )
            """
        )
        try record(id, principal, on: connection)
        return id
    }

    private func record(_ id: ContactID, _ principal: Principal, on connection: any Connection) throws {
        try contacts.recorder.record(contacts.leaf(.callAnnounced, id.retagged(), by: principal), on: connection)
    }

    /// The calls of the last hour, the newest first.
    public func recent(for principal: Principal, on connection: any Connection) throws -> [IncomingCall] {
        guard principal.may(.contactsRead, .organization) else { return [] }
        let now = contacts.surroundings.now()
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let rows = try connection.rows(
            """
            SELECT t.id, t.state, t.line, t.announced_at, t.caller, t.taken_by, \(Keyring.wrapColumns)
            FROM telephony_call t \(keyring.wrapJoin(record: "t.id", for: .contact))
            WHERE t.organization_id = \(principal.organization)
                AND t.announced_at > \(now.advanced(bySeconds: -Self.shownFor))
            ORDER BY t.announced_at DESC, t.id DESC LIMIT 20
            """
        ) { row in
            let id = try row.id(0, ContactEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 6)
            let body: CallBody = try row.withBlob(4) { try key.openValue($0, .contactCaller) }
            return IncomingCall(
                id: id,
                state: CallState(rawValue: try row.text(1)) ?? .ended,
                line: try row.textOrNil(2),
                announcedAt: try row.instant(3),
                from: body.from,
                to: body.to,
                isMarked: false,
                takenBy: try row.idOrNil(5)
            )
        }
        let marks = NumberMarkStore(contacts: contacts)
        return try rows.map { call in
            IncomingCall(
                id: call.id,
                state: call.state,
                line: call.line,
                announcedAt: call.announcedAt,
                from: call.from,
                to: call.to,
                isMarked: try !marks.live(on: call.from, for: principal, on: connection).isEmpty,
                takenBy: call.takenBy
            )
        }
    }

    /// One call of the organisation; `nil` for any other id.
    func call(_ id: ContactID, for principal: Principal, on connection: any Connection) throws -> IncomingCall? {
        try recent(for: principal, on: connection).first { $0.id == id }
    }

    /// Notes that somebody writes a contact about the call.
    func take(_ id: ContactID, by principal: Principal, on connection: any Connection) throws {
        let changed = try connection.execute(
            """
            UPDATE telephony_call SET taken_by = \(principal.user)
            WHERE id = \(id) AND organization_id = \(principal.organization) AND taken_by IS NULL
            """
        )
        guard changed == 1 else { return }
        try contacts.recorder.record(contacts.leaf(.callTaken, id.retagged(), by: principal), on: connection)
    }
}
