public import Domain

/// Which records a list holds. The raw value is kept in the database and never changes.
public enum ExportKind: String, CaseIterable, Sendable, Hashable {
    case contacts, cases
    /// What figures count: codes only, no person and no word.
    case facts
}

/// How a list is written. The raw value is kept in the database and never changes.
public enum ExportFormat: String, CaseIterable, Sendable, Hashable {
    case csv, xlsx
}

/// Where an export stands. The raw value is kept in the database and never changes.
public enum ExportState: String, CaseIterable, Sendable, Hashable {
    /// Waits for a second person.
    case requested
    case approved
    case declined
    /// Small enough to leave without a second person.
    case ready
    /// Downloaded at least once.
    case done
    /// Its time is over; computed from the clock, never stored.
    case expired

    /// Whether the file may be downloaded.
    public var isOpen: Bool { self == .approved || self == .ready || self == .done }
}

/// What somebody asks for, as the rules let it through.
public struct ExportOrder: Sendable, Hashable {
    public let kind: ExportKind
    public let format: ExportFormat
    /// The first civil day, in the organisation's zone.
    public let from: CivilDate
    /// The last civil day, counted too.
    public let until: CivilDate
    public let reason: String

    public init(kind: ExportKind, format: ExportFormat, from: CivilDate, until: CivilDate, reason: String) {
        self.kind = kind
        self.format = format
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// The instants of the period in a zone: from the first, before the second.
    func instants(_ zone: String) -> (from: Instant, until: Instant) {
        (
            Instant(on: from, minuteOfDay: 0, zone: zone),
            Instant(on: until.advanced(byDays: 1), minuteOfDay: 0, zone: zone)
        )
    }
}

/// An export and what became of it.
public struct ExportRun: Sendable, Hashable {
    public let id: ExportID
    public let order: ExportOrder
    /// As it stands at the instant of reading.
    public let state: ExportState
    /// Rows as counted when it was asked for; once it was downloaded, the rows that left.
    public let rowCount: Int
    public let requestedBy: UserID
    public let requestedAt: Instant
    /// The second person; `nil` when none was needed or none has decided.
    public let decidedBy: UserID?
}

/// Why an export could not be worked on.
public enum ExportError: Error, Sendable, Hashable {
    /// There is no such export for this reader; a foreign one is answered in the same way.
    case notFound
    /// Nobody decides on what they asked for themselves.
    case ownRequest
    /// Somebody has decided already.
    case decided
    /// Declined, expired, or still waiting.
    case notReady
    /// There are more rows now than may leave without a second person; the export waits again.
    case grown
    /// More rows than one file may have.
    case tooMany
}
