public import Access
public import Database
public import Domain
import Journal
import Vault

/// A place in the order in which people are rung in an emergency.
public struct OnCallStep: Sendable {
    public let id: OnCallStepID
    public let position: Int
    /// Minutes to wait for an answer before the next is rung.
    public let waitMinutes: Int
    public let person: DutyPerson
}

/// One ringing of somebody in an alarm.
public struct AlarmRing: Sendable {
    public let position: Int
    public let step: OnCallStepID
    public let rungBy: UserID
    public let rungAt: Instant
    /// `nil` while it rings.
    public let answer: AlarmAnswer?
    public let answeredAt: Instant?
    /// As the person was written in the ladder at that moment.
    public let person: DutyPerson
}

/// One press of the red key, and all that followed.
public struct Alarm: Sendable {
    public let id: AlarmID
    public let contact: ContactID?
    public let raisedBy: UserID
    public let raisedAt: Instant
    public let closedBy: UserID?
    public let closedAt: Instant?
    public let reason: String
    /// In the order in which they were rung.
    public let rings: [AlarmRing]

    /// Whether somebody has answered.
    public var isAnswered: Bool { rings.contains { $0.answer == .answered } }
}

/// Who is rung next. Pure.
public enum OnCallLadder {
    /// A step of an alarm.
    public enum Next: Sendable, Hashable {
        /// Ring this place of the ladder.
        case ring(position: Int)
        /// The last one rung still has so many seconds to answer.
        case wait(seconds: Int64)
        /// Somebody answered.
        case answered
        /// Everybody was rung and nobody answered: begin again from the top.
        case exhausted
    }

    /// What an alarm needs now.
    ///
    /// - Parameters:
    ///   - waits: minutes to wait for each place of the ladder.
    ///   - rings: what was tried, in its order: which place, when, with what answer.
    ///   - now: the present.
    /// - Returns: the next step.
    public static func next(
        waits: [Int],
        rings: [(place: Int, at: Instant, answer: AlarmAnswer?)],
        at now: Instant
    ) -> Next {
        if rings.contains(where: { $0.answer == .answered }) { return .answered }
        guard let last = rings.last else { return waits.isEmpty ? .exhausted : .ring(position: 0) }
        if last.answer == nil, waits.indices.contains(last.place) {
            let end = last.at.advanced(bySeconds: Int64(waits[last.place]) * 60)
            if end > now { return .wait(seconds: (end.milliseconds - now.milliseconds + 999) / 1000) }
        }
        let next = last.place + 1
        return next < waits.count ? .ring(position: next) : .exhausted
    }
}

/// The on-call ladder and the alarms raised by the red key.
public struct OnCallStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    private var now: Instant { contacts.surroundings.now() }

    // MARK: - The ladder

    @discardableResult
    public func addStep(
        _ person: DutyPerson,
        waitMinutes: Int,
        by principal: Principal,
        on connection: any Connection
    ) throws -> OnCallStepID {
        let id: OnCallStepID = contacts.surroundings.newID()
        let key = try contacts.vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        let last = try connection.count(
            "SELECT COALESCE(MAX(position), 0) FROM on_call_step WHERE organization_id = \(principal.organization)"
        )
        try connection.execute(
            """
            INSERT INTO on_call_step (id, organization_id, position, wait_minutes, body)
            VALUES (\(id), \(principal.organization), \(last + 1), \(max(1, min(waitMinutes, 60))),
                \(Blob(try key.sealValue(person, .rotaBody))))
            """
        )
        try contacts.recorder.record(contacts.leaf(.rotaChanged, id.retagged(), by: principal), on: connection)
        return id
    }

    public func removeStep(_ id: OnCallStepID, by principal: Principal, on connection: any Connection) throws {
        let removed = try connection.execute(
            "DELETE FROM on_call_step WHERE id = \(id) AND organization_id = \(principal.organization)"
        )
        guard removed == 1 else { throw HotlineError.notFound }
        try contacts.recorder.record(contacts.leaf(.rotaChanged, id.retagged(), by: principal), on: connection)
    }

    /// The ladder from its top.
    public func steps(for principal: Principal, on connection: any Connection) throws -> [OnCallStep] {
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        return try connection.rows(
            """
            SELECT s.id, s.position, s.wait_minutes, s.body, \(Keyring.wrapColumns)
            FROM on_call_step s \(keyring.wrapJoin(record: "s.id", for: .narrative))
            WHERE s.organization_id = \(principal.organization) ORDER BY s.position, s.id
            """
        ) { row in
            let id = try row.id(0, OnCallStepEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 4)
            return OnCallStep(
                id: id,
                position: Int(try row.integer(1)),
                waitMinutes: Int(try row.integer(2)),
                person: try row.withBlob(3) { try key.openValue($0, .rotaBody) }
            )
        }
    }

    // MARK: - Alarms

    /// Presses the red key: an alarm begins, and the first of the ladder is rung.
    @discardableResult
    public func raise(
        reason: String,
        contact: ContactID?,
        by principal: Principal,
        on connection: any Connection
    ) throws -> AlarmID {
        let id: AlarmID = contacts.surroundings.newID()
        let key = try contacts.vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO on_call_alarm (id, organization_id, contact_id, raised_by, raised_at, reason)
            VALUES (\(id), \(principal.organization), \(contact), \(principal.user), \(now),
                \(Blob(try key.seal(reason, .rotaBody))))
            """
        )
        try contacts.recorder.record(contacts.leaf(.alarmRaised, id.retagged(), by: principal), on: connection)
        if try !steps(for: principal, on: connection).isEmpty { try ring(id, by: principal, on: connection) }
        return id
    }

    /// Rings the next of the ladder, from the top again when all were rung; whoever still rings counts as not having
    /// answered.
    public func ring(_ id: AlarmID, by principal: Principal, on connection: any Connection) throws {
        let key = try openAlarm(id, principal, on: connection)
        let ladder = try steps(for: principal, on: connection)
        guard !ladder.isEmpty else { throw HotlineError.notFound }
        try connection.execute(
            """
            UPDATE on_call_ring SET answer = \(AlarmAnswer.noAnswer.rawValue), answered_at = \(now)
            WHERE alarm_id = \(id) AND answer IS NULL
            """
        )
        let rung: [OnCallStepID] = try connection.rows(
            "SELECT step_id FROM on_call_ring WHERE alarm_id = \(id) ORDER BY position"
        ) { try $0.id(0) }
        let last = rung.last.flatMap { last in ladder.firstIndex { $0.id == last } }
        let next = ladder[last.map { ($0 + 1) % ladder.count } ?? 0]
        try connection.execute(
            """
            INSERT INTO on_call_ring (alarm_id, position, organization_id, step_id, rung_by, rung_at, body)
            VALUES (\(id), \(rung.count + 1), \(principal.organization), \(next.id), \(principal.user), \(now),
                \(Blob(try key.sealValue(next.person, .rotaBody))))
            """
        )
        try contacts.recorder.record(contacts.leaf(.alarmRung, id.retagged(), by: principal), on: connection)
    }

    /// Notes what whoever rings now said.
    public func answer(
        _ id: AlarmID,
        _ answer: AlarmAnswer,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        _ = try openAlarm(id, principal, on: connection)
        let changed = try connection.execute(
            """
            UPDATE on_call_ring SET answer = \(answer.rawValue), answered_at = \(now)
            WHERE alarm_id = \(id) AND answer IS NULL
            """
        )
        guard changed > 0 else { throw HotlineError.stale }
        try contacts.recorder.record(contacts.leaf(.alarmAnswered, id.retagged(), by: principal), on: connection)
        if answer != .answered { try ring(id, by: principal, on: connection) }
    }

    /// Ends an alarm.
    public func close(_ id: AlarmID, by principal: Principal, on connection: any Connection) throws {
        _ = try openAlarm(id, principal, on: connection)
        try connection.execute(
            """
            UPDATE on_call_alarm SET closed_by = \(principal.user), closed_at = \(now)
            WHERE id = \(id) AND organization_id = \(principal.organization) AND closed_at IS NULL
            """
        )
        try contacts.recorder.record(contacts.leaf(.alarmClosed, id.retagged(), by: principal), on: connection)
    }

    /// The newest alarms with everybody who was rung.
    public func alarms(limit: Int = 20, for principal: Principal, on connection: any Connection) throws -> [Alarm] {
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        let ids: [AlarmID] = try connection.rows(
            """
            SELECT id FROM on_call_alarm WHERE organization_id = \(principal.organization)
            ORDER BY raised_at DESC, id DESC LIMIT \(limit)
            """
        ) { try $0.id(0) }
        return try ids.compactMap { id in
            let key = try keyring.key(of: id.retagged(), on: connection)
            return try alarm(id, key, on: connection)
        }
    }

    private func alarm(_ id: AlarmID, _ key: RecordKey, on connection: any Connection) throws -> Alarm? {
        let rings = try connection.rows(
            """
            SELECT position, step_id, rung_by, rung_at, answer, answered_at, body FROM on_call_ring
            WHERE alarm_id = \(id) ORDER BY position
            """
        ) { row in
            AlarmRing(
                position: Int(try row.integer(0)),
                step: try row.id(1),
                rungBy: try row.id(2),
                rungAt: try row.instant(3),
                answer: try row.textOrNil(4).flatMap { AlarmAnswer(rawValue: $0) },
                answeredAt: try row.instantOrNil(5),
                person: try row.withBlob(6) { try key.openValue($0, .rotaBody) }
            )
        }
        return try connection.first(
            """
            SELECT contact_id, raised_by, raised_at, closed_by, closed_at, reason FROM on_call_alarm WHERE id = \(id)
            """
        ) { row in
            Alarm(
                id: id,
                contact: try row.idOrNil(0),
                raisedBy: try row.id(1),
                raisedAt: try row.instant(2),
                closedBy: try row.idOrNil(3),
                closedAt: try row.instantOrNil(4),
                reason: try row.withBlob(5) { try key.openText($0, .rotaBody) },
                rings: rings
            )
        }
    }

    private func openAlarm(
        _ id: AlarmID,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> RecordKey {
        let isOpen = try connection.count(
            """
            SELECT COUNT(*) FROM on_call_alarm
            WHERE id = \(id) AND organization_id = \(principal.organization) AND closed_at IS NULL
            """
        )
        guard isOpen == 1 else { throw HotlineError.notFound }
        return try contacts.vault.keyring(for: principal.organization, on: connection)
            .key(of: id.retagged(), on: connection)
    }
}
