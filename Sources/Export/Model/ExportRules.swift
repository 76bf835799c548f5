public import Access
public import Domain

/// What is wrong with an order. The raw value is the code that programs see.
public enum ExportProblem: String, Sendable, Hashable, CaseIterable {
    case unknownKind = "unknown_kind"
    case unknownFormat = "unknown_format"
    case unreadableFirstDay = "first_day"
    case unreadableLastDay = "last_day"
    case reversed
    case future
    case reasonTooShort = "reason_too_short"
    case reasonTooLong = "reason_too_long"
    /// The role doesn't open such records.
    case missingRight = "missing_right"
    /// Practice enters no figure (safety rule 12).
    case practice
    case nothingThere = "nothing_there"
    case tooMany = "too_many"
}

/// An order as it was typed.
public struct ExportInput: Sendable, Hashable {
    /// The three parts of a date.
    public struct Day: Sendable, Hashable {
        public var year: String
        public var month: String
        public var day: String

        public init(year: String = "", month: String = "", day: String = "") {
            self.year = year
            self.month = month
            self.day = day
        }

        /// `nil` unless all three parts are there and make a day of the calendar.
        var date: CivilDate? {
            guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
            return PartialDate(year: year, month: month, day: day).flatMap { CivilDate($0) }
        }
    }

    public var kind: String
    public var format: String
    public var from: Day
    public var until: Day
    public var reason: String

    public init(kind: String = "", format: String = "", from: Day = Day(), until: Day = Day(), reason: String = "") {
        self.kind = kind
        self.format = format
        self.from = from
        self.until = until
        self.reason = reason
    }
}

/// All that is wrong with an order.
public struct ExportProblems: Error, Sendable, Hashable {
    public let all: [ExportProblem]

    public init(_ all: [ExportProblem]) {
        self.all = all
    }
}

/// Who may take which list out, and when a second person has to agree. Pure.
public enum ExportRules {
    /// Unicode scalars of a reason.
    public static let reasonLength = 10...500
    /// More rows than this leave only when a second person agrees.
    public static let freeRows = 500
    /// No file has more rows.
    public static let mostRows = 50_000
    /// How long a file may be downloaded, in seconds: 24 hours.
    public static let lifetime: Int64 = 86_400

    /// Judges an order.
    ///
    /// - Parameters:
    ///   - input: as typed.
    ///   - principal: who asks.
    ///   - isPractice: whether the organisation is for training only.
    ///   - today: in the organisation's zone.
    /// - Returns: the order, or all that is wrong with it.
    public static func order(
        _ input: ExportInput,
        by principal: Principal,
        isPractice: Bool,
        today: CivilDate
    ) -> Result<ExportOrder, ExportProblems> {
        var problems: [ExportProblem] = []
        let kind = ExportKind(rawValue: input.kind)
        if let kind {
            if !mayExport(kind, principal) { problems.append(.missingRight) }
            if kind == .facts, isPractice { problems.append(.practice) }
        } else {
            problems.append(.unknownKind)
        }
        let format = ExportFormat(rawValue: input.format)
        if format == nil { problems.append(.unknownFormat) }
        let (from, until) = (input.from.date, input.until.date)
        if from == nil { problems.append(.unreadableFirstDay) }
        if let until {
            if let from, until < from { problems.append(.reversed) }
            if until > today { problems.append(.future) }
        } else {
            problems.append(.unreadableLastDay)
        }
        let length = input.reason.unicodeScalars.count
        if length < reasonLength.lowerBound { problems.append(.reasonTooShort) }
        if length > reasonLength.upperBound { problems.append(.reasonTooLong) }
        guard problems.isEmpty, let kind, let format, let from, let until else {
            return .failure(ExportProblems(problems))
        }
        return .success(ExportOrder(kind: kind, format: format, from: from, until: until, reason: input.reason))
    }

    /// Whether somebody may take such records out at all: whoever exports a list may also open what is in it.
    public static func mayExport(_ kind: ExportKind, _ principal: Principal) -> Bool {
        guard principal.may(.recordsExport, .organization) else { return false }
        return switch kind {
        case .contacts: principal.may(.contactsRead, .organization) && principal.may(.peopleRead, .organization)
        case .cases: principal.may(.casesRead, .organization) && principal.may(.peopleRead, .organization)
        case .facts: principal.may(.statisticsRead, .organization)
        }
    }

    /// Whether a second person has to agree.
    ///
    /// - Parameters:
    ///   - rows: of the list.
    ///   - recentRows: that the same person took out without a second one within the last 24 hours, so that a long
    ///     list can't leave in short pieces.
    ///   - isStateRecipient: a state's own organisation takes nothing out without two people.
    /// - Returns: whether one person isn't enough.
    public static func needsSecondPerson(rows: Int, recentRows: Int, isStateRecipient: Bool) -> Bool {
        isStateRecipient || rows + recentRows > freeRows
    }

    /// Whether somebody may decide on an export.
    public static func mayDecide(_ decider: UserID, on requester: UserID) -> Bool { decider != requester }
}
