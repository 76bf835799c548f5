public import Domain

/// Something that happened, as derived things (indexes, inboxes, cubes) need to know it: ids and codes only.
public struct Event: Sendable, Hashable {
    /// What happened, as a code such as `person.changed`.
    public let kind: String
    /// Whose event it is.
    public let organization: OrganizationID
    /// The record that it is about.
    public let subject: RecordID?
    public let at: Instant

    public init(kind: String, organization: OrganizationID, subject: RecordID?, at: Instant) {
        self.kind = kind
        self.organization = organization
        self.subject = subject
        self.at = at
    }
}

/// An event with its place in the log.
public struct PositionedEvent: Sendable, Hashable {
    /// 1 for the first event of the installation; without gaps, in the order of commits.
    public let position: Int64
    public let event: Event
}

/// The installation's log of events, written in the transaction of the change itself.
///
/// Positions are gapless and in commit order since one writer works at a time and takes the next number inside its
/// transaction: a follower that has seen position n can never miss a smaller one.
public enum EventLog {
    /// Appends an event and returns its position.
    @discardableResult
    public static func append(_ event: Event, on connection: any Connection) throws -> Int64 {
        let next = try connection.first(
            "UPDATE event_head SET position = position + 1 WHERE id = 1 RETURNING position"
        ) { try $0.integer(0) }
        guard let next else { throw DatabaseError.misuse("the event log has no head") }
        try connection.execute(
            """
            INSERT INTO event (position, organization_id, kind, subject_id, at)
            VALUES (\(next), \(event.organization), \(event.kind), \(event.subject), \(event.at))
            """
        )
        return next
    }

    /// The position of the last event; 0 before the first.
    public static func head(on connection: any Connection) throws -> Int64 {
        try connection.count("SELECT position FROM event_head WHERE id = 1")
    }

    /// Events after a position, in order; in the `.system` scope of every organisation, else of one's own.
    public static func read(
        after position: Int64,
        limit: Int,
        on connection: any Connection
    ) throws -> [PositionedEvent] {
        try connection.rows(
            """
            SELECT position, organization_id, kind, subject_id, at FROM event
            WHERE position > \(position) ORDER BY position LIMIT \(limit)
            """
        ) { row in
            PositionedEvent(
                position: try row.integer(0),
                event: Event(
                    kind: try row.text(2),
                    organization: try row.id(1),
                    subject: try row.idOrNil(3),
                    at: try row.instant(4)
                )
            )
        }
    }
}
