// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `cases`.
public struct CasesTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1386 + offset) }

    /// Cases
    public var title: String { texts.text(Self.key(0)) }

    /// New case
    public var newTitle: String { texts.text(Self.key(1)) }

    /// New case
    public var add: String { texts.text(Self.key(2)) }

    /// Open
    public var tabOpen: String { texts.text(Self.key(3)) }

    /// Mine
    public var tabMine: String { texts.text(Self.key(4)) }

    /// Closed
    public var tabClosed: String { texts.text(Self.key(5)) }

    /// All
    public var tabAll: String { texts.text(Self.key(6)) }

    /// Shared with us
    public var tabShared: String { texts.text(Self.key(7)) }

    /// Without a worker
    public var tabUnassigned: String { texts.text(Self.key(8)) }

    /// Due
    public var tabDue: String { texts.text(Self.key(9)) }

    /// Cases, newest first
    public var listCaption: String { texts.text(Self.key(10)) }

    /// Number
    public var columnNumber: String { texts.text(Self.key(11)) }

    /// Client
    public var columnClient: String { texts.text(Self.key(12)) }

    /// Problem
    public var columnProblem: String { texts.text(Self.key(13)) }

    /// Status
    public var columnStatus: String { texts.text(Self.key(14)) }

    /// Worker
    public var columnWorker: String { texts.text(Self.key(15)) }

    /// Due
    public var columnDue: String { texts.text(Self.key(16)) }

    /// Opened
    public var columnOpened: String { texts.text(Self.key(17)) }

    /// Organisation
    public var columnOwner: String { texts.text(Self.key(18)) }

    /// Problem
    public var filterProblem: String { texts.text(Self.key(19)) }

    /// Status
    public var filterStatus: String { texts.text(Self.key(20)) }

    /// Show
    public var filterButton: String { texts.text(Self.key(21)) }

    /// Any
    public var filterAny: String { texts.text(Self.key(22)) }

    /// No cases here
    public var emptyTitle: String { texts.text(Self.key(23)) }

    /// A case begins with a contact or with the button above.
    public var emptyBody: String { texts.text(Self.key(24)) }

    /// Without a name
    public var unnamed: String { texts.text(Self.key(25)) }

    /// Not shown
    public var hiddenClient: String { texts.text(Self.key(26)) }

    /// This record was changed from outside
    public var damaged: String { texts.text(Self.key(27)) }

    /// Nobody yet
    public var nobody: String { texts.text(Self.key(28)) }

    /// and {count} more
    public func morePersons(count: Int) -> String {
        texts.plural(Self.key(29), count)
    }

    /// New
    public var stageNew: String { texts.text(Self.key(30)) }

    /// Assessment
    public var stageAssessment: String { texts.text(Self.key(31)) }

    /// Plan
    public var stagePlan: String { texts.text(Self.key(32)) }

    /// Action
    public var stageAction: String { texts.text(Self.key(33)) }

    /// Waiting for others
    public var stageWaiting: String { texts.text(Self.key(34)) }

    /// Ready to close
    public var stageClosing: String { texts.text(Self.key(35)) }

    /// Closed
    public var stageClosed: String { texts.text(Self.key(36)) }

    /// Reopened
    public var stageReopened: String { texts.text(Self.key(37)) }

    /// Due next
    public var nextDue: String { texts.text(Self.key(38)) }

    /// Overdue
    public var overdue: String { texts.text(Self.key(39)) }

    /// Number in the old list
    public var importedNumber: String { texts.text(Self.key(40)) }

    /// Imported
    public var imported: String { texts.text(Self.key(41)) }

    /// Collective matter
    public var collective: String { texts.text(Self.key(42)) }

    /// Story
    public var story: String { texts.text(Self.key(43)) }

    /// Nothing is written yet. Begin with a note.
    public var storyEmpty: String { texts.text(Self.key(44)) }

    /// Facts
    public var facts: String { texts.text(Self.key(45)) }

    /// People
    public var people: String { texts.text(Self.key(46)) }

    /// Problems
    public var problems: String { texts.text(Self.key(47)) }

    /// In one sentence
    public var summary: String { texts.text(Self.key(48)) }

    /// Name nothing delicate here: a partner sees this sentence before it accepts a referral.
    public var summaryHint: String { texts.text(Self.key(49)) }

    /// What happened
    public var situation: String { texts.text(Self.key(50)) }

    /// Standing
    public var standing: String { texts.text(Self.key(51)) }

    /// Status
    public var status: String { texts.text(Self.key(52)) }

    /// Risk
    public var risk: String { texts.text(Self.key(53)) }

    /// Worker
    public var worker: String { texts.text(Self.key(54)) }

    /// Country of the right
    public var countryRight: String { texts.text(Self.key(55)) }

    /// Country of stay
    public var countryStay: String { texts.text(Self.key(56)) }

    /// Country of return
    public var countryReturn: String { texts.text(Self.key(57)) }

    /// Plan
    public var plan: String { texts.text(Self.key(58)) }

    /// No steps yet
    public var planEmpty: String { texts.text(Self.key(59)) }

    /// Deadlines
    public var deadlines: String { texts.text(Self.key(60)) }

    /// Claims
    public var claims: String { texts.text(Self.key(61)) }

    /// Documents and files
    public var documents: String { texts.text(Self.key(62)) }

    /// Employers
    public var employers: String { texts.text(Self.key(63)) }

    /// Conflict of interest
    public var conflict: String { texts.text(Self.key(64)) }

    /// A colleague who is barred sees that the case is there and can't open it.
    public var conflictHint: String { texts.text(Self.key(65)) }

    /// Bar
    public var bar: String { texts.text(Self.key(66)) }

    /// Let in again
    public var unbar: String { texts.text(Self.key(67)) }

    /// A colleague has noted a conflict of interest. Ask your coordinator.
    public var barredBody: String { texts.text(Self.key(68)) }

    /// Edit
    public var edit: String { texts.text(Self.key(69)) }

    /// Close
    public var close: String { texts.text(Self.key(70)) }

    /// Close case {number}
    public func closeTitle(number: String) -> String {
        texts.text(Self.key(71), ["number": number])
    }

    /// How did it end?
    public var closeOutcome: String { texts.text(Self.key(72)) }

    /// What became of it
    public var closeStatus: String { texts.text(Self.key(73)) }

    /// What was the person told?
    public var closeTold: String { texts.text(Self.key(74)) }

    /// In the words in which it was said. It stays in the case.
    public var closeToldHint: String { texts.text(Self.key(75)) }

    /// Write what the person was told, or that nobody could be reached.
    public var closeToldMissing: String { texts.text(Self.key(76)) }

    /// Recovered and confirmed by the person
    public var closeRecovered: String { texts.text(Self.key(77)) }

    /// {count} steps and tasks are still open.
    public func closeOpenWork(count: Int) -> String {
        texts.plural(Self.key(78), count)
    }

    /// Amount
    public var amount: String { texts.text(Self.key(79)) }

    /// Currency
    public var currency: String { texts.text(Self.key(80)) }

    /// Reopen
    public var reopen: String { texts.text(Self.key(81)) }

    /// Why is it opened again?
    public var reopenWhy: String { texts.text(Self.key(82)) }

    /// Print
    public var print: String { texts.text(Self.key(83)) }

    /// Undo
    public var undo: String { texts.text(Self.key(84)) }

    /// Your last act in this case can be taken back until {time}.
    public func undoHint(time: String) -> String {
        texts.text(Self.key(85), ["time": time])
    }

    /// Name, phone or document
    public var personFind: String { texts.text(Self.key(86)) }

    /// Add a person
    public var personAdd: String { texts.text(Self.key(87)) }

    /// Choose
    public var personChoose: String { texts.text(Self.key(88)) }

    /// Nobody was found. Add the person first, then the case.
    public var personNone: String { texts.text(Self.key(89)) }

    /// New person
    public var personNew: String { texts.text(Self.key(90)) }

    /// Role
    public var personRole: String { texts.text(Self.key(91)) }

    /// Take out of the case
    public var personRemove: String { texts.text(Self.key(92)) }

    /// Choose whom the case is about.
    public var personMissing: String { texts.text(Self.key(93)) }

    /// Open the case
    public var create: String { texts.text(Self.key(94)) }

    /// Somebody else changed the same field meanwhile
    public var staleTitle: String { texts.text(Self.key(95)) }

    /// Nothing of yours is lost: below is what is saved now and what you typed. Save again to keep yours.
    public var staleBody: String { texts.text(Self.key(96)) }

    /// Saved now
    public var savedNow: String { texts.text(Self.key(97)) }

    /// The case was opened.
    public var doneCreated: String { texts.text(Self.key(98)) }

    /// Saved.
    public var doneChanged: String { texts.text(Self.key(99)) }

    /// The case was closed.
    public var doneClosed: String { texts.text(Self.key(100)) }

    /// The case is open again.
    public var doneReopened: String { texts.text(Self.key(101)) }

    /// Taken back.
    public var doneUndone: String { texts.text(Self.key(102)) }

    /// This case belongs to {organization}. You see what it has shared with you.
    public func sharedBy(organization: String) -> String {
        texts.text(Self.key(103), ["organization": organization])
    }

    /// Other cases of the same persons
    public var related: String { texts.text(Self.key(104)) }

    /// Outcome
    public var outcome: String { texts.text(Self.key(105)) }

    /// Still open
    public var outcomeNone: String { texts.text(Self.key(106)) }

    /// Choose at least one problem.
    public var refusedProblemMissing: String { texts.text(Self.key(107)) }

    /// This problem isn't in the catalogue, or was chosen twice.
    public var refusedUnknownProblem: String { texts.text(Self.key(108)) }

    /// “Information” and “other” stand alone: choose them without further problems.
    public var refusedProblemStandsAlone: String { texts.text(Self.key(109)) }

    /// This person isn't in your register or isn't part of the case.
    public var refusedUnknownPerson: String { texts.text(Self.key(110)) }

    /// This colleague doesn't work here.
    public var refusedUnknownWorker: String { texts.text(Self.key(111)) }

    /// The case is closed. Reopen it first.
    public var refusedAlreadyClosed: String { texts.text(Self.key(112)) }

    /// The case isn't closed.
    public var refusedNotClosed: String { texts.text(Self.key(113)) }

    /// This status follows from an act and isn't chosen.
    public var refusedStatusNotTyped: String { texts.text(Self.key(114)) }

    /// First record the status check: stay, control register, warrant, entry ban.
    public var refusedStatusCheckMissing: String { texts.text(Self.key(115)) }

    /// First record what the person wants and forbids.
    public var refusedInstructionMissing: String { texts.text(Self.key(116)) }

    /// The person's instruction forbids it.
    public var refusedInstructionForbids: String { texts.text(Self.key(117)) }

    /// The person lives or works at the employer's: first agree when it may be done.
    public var refusedEmployerNotAgreed: String { texts.text(Self.key(118)) }

    /// Record with whom the child is and who is the guardian.
    public var refusedGuardianMissing: String { texts.text(Self.key(119)) }

    /// Record why this is best for the child.
    public var refusedBestInterestMissing: String { texts.text(Self.key(120)) }

    /// A second person must confirm it.
    public var refusedSecondPersonMissing: String { texts.text(Self.key(121)) }

    /// Somebody else must do this than who asked for it.
    public var refusedSamePerson: String { texts.text(Self.key(122)) }

    /// Aid is given after another colleague has approved it.
    public var refusedNotApproved: String { texts.text(Self.key(123)) }

    /// This is done already.
    public var refusedAlreadyDone: String { texts.text(Self.key(124)) }

    /// This can't be done with the entry as it stands.
    public var refusedNotOpen: String { texts.text(Self.key(125)) }

    /// There is nothing to take back, or more than 30 minutes have passed.
    public var refusedNothingToUndo: String { texts.text(Self.key(126)) }

    /// Somebody has built upon it since; change it by hand.
    public var refusedUndoChangedSince: String { texts.text(Self.key(127)) }

    /// Write what it is about.
    public var refusedRequired: String { texts.text(Self.key(128)) }

    /// This is too long.
    public var refusedTooLong: String { texts.text(Self.key(129)) }

    /// This entry isn't in the case any more.
    public var refusedUnknownEntry: String { texts.text(Self.key(130)) }

    /// This employer isn't recorded.
    public var refusedUnknownEmployer: String { texts.text(Self.key(131)) }

    /// Choose a file.
    public var refusedFileMissing: String { texts.text(Self.key(132)) }

    /// The file is larger than 25 MB.
    public var refusedFileTooLarge: String { texts.text(Self.key(133)) }

    /// Files of this kind aren't taken. Pictures (JPEG, PNG, WebP), PDF, documents, recordings and plain text are.
    public var refusedFileType: String { texts.text(Self.key(134)) }

    /// The file's name says another kind than its content.
    public var refusedFileDisguised: String { texts.text(Self.key(135)) }

    /// The picture is damaged and can't be cleaned of its metadata.
    public var refusedFileDamaged: String { texts.text(Self.key(136)) }

    /// A fee from recovered money is shown: say in the text how much you take and by which written agreement, in
    /// figures. It can't be more than the money.
    public var refusedFeeHidden: String { texts.text(Self.key(137)) }
}
