public import Database
public import Domain

/// One line of a log as a page shows it.
public struct JournalEntry: Sendable, Hashable {
    public let position: Int64
    public let at: Instant
    public let kind: LeafKind
    public let actor: UserID?
    public let actorOrganization: OrganizationID?
    public let subject: RecordID?
    public let counterpart: OrganizationID?
    /// Sealed with the record's key.
    public let details: [UInt8]?
}

/// Which lines of a log are wanted.
public struct JournalQuery: Sendable, Hashable {
    /// Whose log.
    public var log: OrganizationID
    /// Only lines before this position: the last one of the previous page.
    public var before: Int64?
    /// How many lines at most.
    public var limit: Int
    /// Only kinds that begin with this: `person.` or a whole code.
    public var kindPrefix: String?
    public var actor: UserID?
    public var subject: RecordID?
    /// Only what was done at this instant or later.
    public var from: Instant?
    /// Only what was done before this instant.
    public var until: Instant?

    public init(
        log: OrganizationID,
        before: Int64? = nil,
        limit: Int = 50,
        kindPrefix: String? = nil,
        actor: UserID? = nil,
        subject: RecordID? = nil,
        from: Instant? = nil,
        until: Instant? = nil
    ) {
        self.log = log
        self.before = before
        self.limit = limit
        self.kindPrefix = kindPrefix
        self.actor = actor
        self.subject = subject
        self.from = from
        self.until = until
    }
}

/// Reads a log for a person, newest line first, by the page.
public struct JournalPage: Sendable, Hashable {
    public let entries: [JournalEntry]
    /// The ``JournalQuery/before`` of the next page; `nil` on the last.
    public let next: Int64?

    /// Reads a page in the log's own scope.
    public static func read(_ query: JournalQuery, on connection: any Connection) throws -> JournalPage {
        let limit = max(1, min(query.limit, 500))
        var entries = try connection.rows(
            """
            SELECT position, at, kind, actor_id, actor_organization_id, subject_id, counterpart_id, details
            FROM journal_leaf WHERE \(condition(query)) ORDER BY position DESC LIMIT \(limit + 1)
            """
        ) { row in
            JournalEntry(
                position: try row.integer(0),
                at: try row.instant(1),
                kind: LeafKind(rawValue: try row.text(2)),
                actor: try row.idOrNil(3),
                actorOrganization: try row.idOrNil(4),
                subject: try row.idOrNil(5),
                counterpart: try row.idOrNil(6),
                details: try row.blobOrNil(7)
            )
        }
        let hasMore = entries.count > limit
        if hasMore { entries.removeLast() }
        return JournalPage(entries: entries, next: hasMore ? entries.last?.position : nil)
    }

    private static func condition(_ query: JournalQuery) -> SQL {
        var parts: [SQL] = ["log_id = \(query.log)"]
        if let before = query.before { parts.append("position < \(before)") }
        if let actor = query.actor { parts.append("actor_id = \(actor)") }
        if let subject = query.subject { parts.append("subject_id = \(subject)") }
        if let from = query.from { parts.append("at >= \(from)") }
        if let until = query.until { parts.append("at < \(until)") }
        if let prefix = query.kindPrefix, !prefix.isEmpty {
            // Kinds are made of a–z, `_` and points, which all sort before `~`.
            parts.append("kind >= \(prefix) AND kind < \(prefix + "~")")
        }
        return .joined(parts, separator: " AND ")
    }
}
