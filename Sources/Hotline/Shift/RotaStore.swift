public import Access
public import Database
public import Domain
import Journal
import Vault

/// Somebody who can be rung.
public struct DutyPerson: Sendable, Hashable, Codable {
    /// The duty name, under which callers know them.
    public var name: String
    public var phone: String
    public var note: String

    public init(name: String, phone: String = "", note: String = "") {
        self.name = name
        self.phone = phone
        self.note = note
    }
}

/// Hours on duty as they were agreed: a civil day and clock times in the zone of whoever does them.
public struct DutyHours: Sendable, Hashable {
    public var day: CivilDate
    /// Minutes since midnight.
    public var fromMinute: Int
    /// Minutes since midnight of the same day; up to 2,880, since duties pass midnight.
    public var untilMinute: Int
    public var zone: String

    public init(day: CivilDate, fromMinute: Int, untilMinute: Int, zone: String) {
        self.day = day
        self.fromMinute = fromMinute
        self.untilMinute = untilMinute
        self.zone = zone
    }

    /// When it begins on the time line.
    public var startsAt: Instant { Instant(on: day, minuteOfDay: fromMinute, zone: zone) }

    /// When it ends on the time line; the clock time of the next day when it passes midnight, also on the nights when
    /// clocks change.
    public var endsAt: Instant {
        let next = untilMinute >= 1440
        return Instant(
            on: next ? day.advanced(byDays: 1) : day,
            minuteOfDay: next ? untilMinute - 1440 : untilMinute,
            zone: zone
        )
    }

    /// Whether it covers an instant.
    public func covers(_ now: Instant) -> Bool { startsAt <= now && now < endsAt }
}

/// A line of the rota.
public struct RotaEntry: Sendable {
    public let id: RotaEntryID
    public let hours: DutyHours
    /// Rung in an emergency only, not at the telephones.
    public let isOnCall: Bool
    public let person: DutyPerson
}

/// Who is on duty when, over time zones.
public struct RotaStore: Sendable {
    let contacts: ContactStore

    public init(contacts: ContactStore) {
        self.contacts = contacts
    }

    @discardableResult
    public func add(
        _ hours: DutyHours,
        _ person: DutyPerson,
        isOnCall: Bool,
        by principal: Principal,
        on connection: any Connection
    ) throws -> RotaEntryID {
        let id: RotaEntryID = contacts.surroundings.newID()
        let key = try contacts.vault.keyring(for: principal.organization, on: connection)
            .newRecord(id.retagged(), on: connection)
        try connection.execute(
            """
            INSERT INTO rota_entry (
                id, organization_id, on_day, from_minute, until_minute, zone, starts_at, ends_at, is_on_call, body
            ) VALUES (
                \(id), \(principal.organization), \(hours.day.iso), \(hours.fromMinute), \(hours.untilMinute),
                \(hours.zone), \(hours.startsAt), \(hours.endsAt), \(isOnCall),
                \(Blob(try key.sealValue(person, .rotaBody)))
            )
            """
        )
        try contacts.recorder.record(contacts.leaf(.rotaChanged, id.retagged(), by: principal), on: connection)
        return id
    }

    public func remove(_ id: RotaEntryID, by principal: Principal, on connection: any Connection) throws {
        let removed = try connection.execute(
            "DELETE FROM rota_entry WHERE id = \(id) AND organization_id = \(principal.organization)"
        )
        guard removed == 1 else { throw HotlineError.notFound }
        try contacts.recorder.record(contacts.leaf(.rotaChanged, id.retagged(), by: principal), on: connection)
    }

    /// What ends after an instant, in the order of its beginning.
    public func list(
        endingAfter instant: Instant,
        limit: Int = 100,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [RotaEntry] {
        let keyring = try contacts.vault.keyring(for: principal.organization, on: connection)
        return try connection.rows(
            """
            SELECT r.id, r.on_day, r.from_minute, r.until_minute, r.zone, r.is_on_call, r.body, \(Keyring.wrapColumns)
            FROM rota_entry r \(keyring.wrapJoin(record: "r.id", for: .narrative))
            WHERE r.organization_id = \(principal.organization) AND r.ends_at > \(instant)
            ORDER BY r.starts_at, r.id LIMIT \(limit)
            """
        ) { row -> RotaEntry? in
            guard let day = CivilDate(iso: try row.text(1)) else { return nil }
            let id = try row.id(0, RotaEntryEntity.self)
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 7)
            return RotaEntry(
                id: id,
                hours: DutyHours(
                    day: day,
                    fromMinute: Int(try row.integer(2)),
                    untilMinute: Int(try row.integer(3)),
                    zone: try row.text(4)
                ),
                isOnCall: try row.bool(5),
                person: try row.withBlob(6) { try key.openValue($0, .rotaBody) }
            )
        }.compactMap { $0 }
    }

    /// Who is on duty now.
    public func onDuty(for principal: Principal, on connection: any Connection) throws -> [RotaEntry] {
        let now = contacts.surroundings.now()
        return try list(endingAfter: now, for: principal, on: connection).filter { $0.hours.covers(now) }
    }
}
