// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `exports`.
public struct ExportsTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 2023 + offset) }

    /// Exports
    public var title: String { texts.text(Self.key(0)) }

    /// Only your own organization's records are exported, never those that others shared with you. Every export is
    /// journalled with its reason.
    public var intro: String { texts.text(Self.key(1)) }

    /// New export
    public var newTitle: String { texts.text(Self.key(2)) }

    /// What
    public var kind: String { texts.text(Self.key(3)) }

    /// Contacts
    public var kindContacts: String { texts.text(Self.key(4)) }

    /// Cases
    public var kindCases: String { texts.text(Self.key(5)) }

    /// Facts for figures, codes only
    public var kindFacts: String { texts.text(Self.key(6)) }

    /// Format
    public var format: String { texts.text(Self.key(7)) }

    /// CSV (any program)
    public var formatCsv: String { texts.text(Self.key(8)) }

    /// XLSX (spreadsheet)
    public var formatXlsx: String { texts.text(Self.key(9)) }

    /// First day
    public var from: String { texts.text(Self.key(10)) }

    /// Last day
    public var until: String { texts.text(Self.key(11)) }

    /// Reason
    public var reason: String { texts.text(Self.key(12)) }

    /// What it is for and who will get it: 10 to 500 characters. Nobody's name.
    public var reasonHint: String { texts.text(Self.key(13)) }

    /// Ask for the export
    public var ask: String { texts.text(Self.key(14)) }

    /// Above {rows} rows a second person with the right to export must approve. An export can be downloaded for {hours}
    /// hours.
    public func rule(rows: String, hours: String) -> String {
        texts.text(Self.key(15), ["rows": rows, "hours": hours])
    }

    /// Exports asked for
    public var caption: String { texts.text(Self.key(16)) }

    /// What
    public var columnWhat: String { texts.text(Self.key(17)) }

    /// Period
    public var columnPeriod: String { texts.text(Self.key(18)) }

    /// Rows
    public var columnRows: String { texts.text(Self.key(19)) }

    /// Asked by
    public var columnBy: String { texts.text(Self.key(20)) }

    /// When
    public var columnAsked: String { texts.text(Self.key(21)) }

    /// Reason
    public var columnReason: String { texts.text(Self.key(22)) }

    /// State
    public var columnState: String { texts.text(Self.key(23)) }

    /// Actions
    public var columnActions: String { texts.text(Self.key(24)) }

    /// A colleague
    public var colleague: String { texts.text(Self.key(25)) }

    /// You
    public var you: String { texts.text(Self.key(26)) }

    /// Waits for a second person
    public var stateRequested: String { texts.text(Self.key(27)) }

    /// Approved
    public var stateApproved: String { texts.text(Self.key(28)) }

    /// Ready
    public var stateReady: String { texts.text(Self.key(29)) }

    /// Declined
    public var stateDeclined: String { texts.text(Self.key(30)) }

    /// Downloaded
    public var stateDone: String { texts.text(Self.key(31)) }

    /// Expired
    public var stateExpired: String { texts.text(Self.key(32)) }

    /// Approve
    public var approve: String { texts.text(Self.key(33)) }

    /// Decline
    public var decline: String { texts.text(Self.key(34)) }

    /// Download
    public var download: String { texts.text(Self.key(35)) }

    /// Nothing was exported yet
    public var emptyTitle: String { texts.text(Self.key(36)) }

    /// Fill in the form above to ask for the first list.
    public var emptyBody: String { texts.text(Self.key(37)) }

    /// Choose one of the answers.
    public var problemChoose: String { texts.text(Self.key(38)) }

    /// Enter the whole date: day, month and year.
    public var problemDay: String { texts.text(Self.key(39)) }

    /// The last day is before the first.
    public var problemReversed: String { texts.text(Self.key(40)) }

    /// The last day is in the future.
    public var problemFuture: String { texts.text(Self.key(41)) }

    /// Say in at least {length} characters what it is for.
    public func problemReasonShort(length: String) -> String {
        texts.text(Self.key(42), ["length": length])
    }

    /// Shorten the reason to {length} characters.
    public func problemReasonLong(length: String) -> String {
        texts.text(Self.key(43), ["length": length])
    }

    /// Your role doesn't open these records.
    public var problemRight: String { texts.text(Self.key(44)) }

    /// A practice organization has no facts.
    public var problemPractice: String { texts.text(Self.key(45)) }

    /// There is nothing in this period.
    public var problemNone: String { texts.text(Self.key(46)) }

    /// More than {rows} rows: choose a shorter period.
    public func problemTooMany(rows: String) -> String {
        texts.text(Self.key(47), ["rows": rows])
    }

    /// Somebody else has to decide on what you asked for.
    public var problemOwn: String { texts.text(Self.key(48)) }

    /// This export isn't waiting any more.
    public var problemDecided: String { texts.text(Self.key(49)) }

    /// This export can't be downloaded now. Ask for it again if it is still needed.
    public var problemNotReady: String { texts.text(Self.key(50)) }

    /// There are more rows now than may leave without a second person. The export waits for approval.
    public var problemGrown: String { texts.text(Self.key(51)) }

    /// The export waits for a second person.
    public var newsAsked: String { texts.text(Self.key(52)) }

    /// The export is ready to download.
    public var newsReady: String { texts.text(Self.key(53)) }

    /// The export was approved.
    public var newsApproved: String { texts.text(Self.key(54)) }

    /// The export was declined.
    public var newsDeclined: String { texts.text(Self.key(55)) }

    /// Number
    public var cellNumber: String { texts.text(Self.key(56)) }

    /// Date
    public var cellDate: String { texts.text(Self.key(57)) }

    /// Channel
    public var cellChannel: String { texts.text(Self.key(58)) }

    /// Language
    public var cellLanguage: String { texts.text(Self.key(59)) }

    /// Problems
    public var cellProblems: String { texts.text(Self.key(60)) }

    /// Place
    public var cellPlace: String { texts.text(Self.key(61)) }

    /// Outcome
    public var cellOutcome: String { texts.text(Self.key(62)) }

    /// Persons
    public var cellPersons: String { texts.text(Self.key(63)) }

    /// Phones
    public var cellPhones: String { texts.text(Self.key(64)) }

    /// Summary
    public var cellSummary: String { texts.text(Self.key(65)) }

    /// Opened
    public var cellOpened: String { texts.text(Self.key(66)) }

    /// Closed
    public var cellClosed: String { texts.text(Self.key(67)) }

    /// Status
    public var cellStatus: String { texts.text(Self.key(68)) }

    /// Client
    public var cellClient: String { texts.text(Self.key(69)) }

    /// Worker
    public var cellWorker: String { texts.text(Self.key(70)) }

    /// Owed
    public var cellOwed: String { texts.text(Self.key(71)) }

    /// Demanded
    public var cellDemanded: String { texts.text(Self.key(72)) }

    /// Recovered
    public var cellRecovered: String { texts.text(Self.key(73)) }

    /// Damaged: see the journal
    public var cellDamaged: String { texts.text(Self.key(74)) }
}
