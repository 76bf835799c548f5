// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `imports`.
public struct ImportsTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 2098 + offset) }

    /// Import of a log
    public var title: String { texts.text(Self.key(0)) }

    /// Bring in the log that your organization keeps. First you see how it was understood; nothing is written until you
    /// say so, and the whole import can be undone.
    public var explanation: String { texts.text(Self.key(1)) }

    /// File
    public var file: String { texts.text(Self.key(2)) }

    /// A table as XLSX or CSV. Titles of columns in Russian, English or Kyrgyz are recognised.
    public var fileHint: String { texts.text(Self.key(3)) }

    /// Read the file
    public var read: String { texts.text(Self.key(4)) }

    /// Read again with these columns
    public var readAgain: String { texts.text(Self.key(5)) }

    /// Earlier imports
    public var earlier: String { texts.text(Self.key(6)) }

    /// State
    public var state: String { texts.text(Self.key(7)) }

    /// Contacts taken
    public var taken: String { texts.text(Self.key(8)) }

    /// To be looked at
    public var flagged: String { texts.text(Self.key(9)) }

    /// Rows not taken
    public var rejected: String { texts.text(Self.key(10)) }

    /// Rows passed over
    public var skipped: String { texts.text(Self.key(11)) }

    /// People
    public var people: String { texts.text(Self.key(12)) }

    /// Cases
    public var cases: String { texts.text(Self.key(13)) }

    /// Import now
    public var start: String { texts.text(Self.key(14)) }

    /// Go on
    public var resume: String { texts.text(Self.key(15)) }

    /// Undo this import
    public var undo: String { texts.text(Self.key(16)) }

    /// Rows are being written. The page follows by itself; you may leave it.
    public var runningNote: String { texts.text(Self.key(17)) }

    /// The writing was interrupted. It goes on where it stopped; nothing is written twice.
    public var interruptedNote: String { texts.text(Self.key(18)) }

    /// Rows not taken (CSV, to be mended)
    public var rejectedFile: String { texts.text(Self.key(19)) }

    /// Rows to be looked at (CSV)
    public var remarksFile: String { texts.text(Self.key(20)) }

    /// Links between rows (CSV)
    public var linksFile: String { texts.text(Self.key(21)) }

    /// Which column is what
    public var columns: String { texts.text(Self.key(22)) }

    /// Change what was understood wrongly and read the file again. The columns are kept for your next file of this
    /// kind.
    public var columnsHint: String { texts.text(Self.key(23)) }

    /// Read this sheet
    public var sheet: String { texts.text(Self.key(24)) }

    /// not read
    public var notRead: String { texts.text(Self.key(25)) }

    /// Choose a file.
    public var fileMissing: String { texts.text(Self.key(26)) }

    /// This file can't be read as a table. Save it as XLSX or CSV and try again.
    public var unreadable: String { texts.text(Self.key(27)) }

    /// This is the old format or locked by a password. Save it as XLSX without a password.
    public var oldFormat: String { texts.text(Self.key(28)) }

    /// The file is too large. Divide it, for example by years.
    public var tooLarge: String { texts.text(Self.key(29)) }

    /// No sheet looks like a log: there is no column of dates. Give the columns titles.
    public var noLog: String { texts.text(Self.key(30)) }

    /// Say which column is the date.
    public var dateColumnMissing: String { texts.text(Self.key(31)) }

    /// Read, nothing written
    public var statePrepared: String { texts.text(Self.key(32)) }

    /// Being written
    public var stateRunning: String { texts.text(Self.key(33)) }

    /// Done
    public var stateDone: String { texts.text(Self.key(34)) }

    /// Being undone
    public var stateUndoing: String { texts.text(Self.key(35)) }

    /// Undone
    public var stateUndone: String { texts.text(Self.key(36)) }

    /// Impossible date
    public var rejectionDateImpossible: String { texts.text(Self.key(37)) }

    /// Date in the future
    public var rejectionDateInFuture: String { texts.text(Self.key(38)) }

    /// Date long past
    public var rejectionDateLongPast: String { texts.text(Self.key(39)) }

    /// No date
    public var rejectionDateMissing: String { texts.text(Self.key(40)) }

    /// Unreadable date
    public var rejectionDateUnreadable: String { texts.text(Self.key(41)) }

    /// All cells shifted
    public var rejectionShifted: String { texts.text(Self.key(42)) }

    /// Exact copy of another row
    public var rejectionExactCopy: String { texts.text(Self.key(43)) }

    /// Test row
    public var rejectionTest: String { texts.text(Self.key(44)) }

    /// Begun and left empty
    public var rejectionBegun: String { texts.text(Self.key(45)) }

    /// Sheet
    public var columnSheetName: String { texts.text(Self.key(46)) }

    /// Number
    public var columnNumber: String { texts.text(Self.key(47)) }

    /// Date
    public var columnDate: String { texts.text(Self.key(48)) }

    /// Time
    public var columnTime: String { texts.text(Self.key(49)) }

    /// Taken by
    public var columnStaff: String { texts.text(Self.key(50)) }

    /// Channel
    public var columnChannel: String { texts.text(Self.key(51)) }

    /// In or out
    public var columnDirection: String { texts.text(Self.key(52)) }

    /// Language
    public var columnLanguage: String { texts.text(Self.key(53)) }

    /// Full name
    public var columnName: String { texts.text(Self.key(54)) }

    /// Family name
    public var columnFamilyName: String { texts.text(Self.key(55)) }

    /// Given name
    public var columnGivenName: String { texts.text(Self.key(56)) }

    /// Patronymic
    public var columnPatronymic: String { texts.text(Self.key(57)) }

    /// Sex
    public var columnSex: String { texts.text(Self.key(58)) }

    /// Birth or age
    public var columnBirth: String { texts.text(Self.key(59)) }

    /// Telephone
    public var columnPhone: String { texts.text(Self.key(60)) }

    /// Citizenship
    public var columnCitizenship: String { texts.text(Self.key(61)) }

    /// Home region
    public var columnHome: String { texts.text(Self.key(62)) }

    /// Country of stay
    public var columnCountry: String { texts.text(Self.key(63)) }

    /// Region of stay
    public var columnRegion: String { texts.text(Self.key(64)) }

    /// Town of stay
    public var columnCity: String { texts.text(Self.key(65)) }

    /// Place, all in one
    public var columnPlace: String { texts.text(Self.key(66)) }

    /// Work
    public var columnWork: String { texts.text(Self.key(67)) }

    /// Documents
    public var columnDocuments: String { texts.text(Self.key(68)) }

    /// Problem, by the list
    public var columnCategory: String { texts.text(Self.key(69)) }

    /// What it is about
    public var columnDescription: String { texts.text(Self.key(70)) }

    /// Employer
    public var columnEmployer: String { texts.text(Self.key(71)) }

    /// Amount owed
    public var columnAmountOwed: String { texts.text(Self.key(72)) }

    /// What was done
    public var columnActions: String { texts.text(Self.key(73)) }

    /// Referred to
    public var columnReferredTo: String { texts.text(Self.key(74)) }

    /// Result
    public var columnResult: String { texts.text(Self.key(75)) }

    /// Amount paid back
    public var columnAmountPaid: String { texts.text(Self.key(76)) }

    /// Follow-up date
    public var columnFollowUp: String { texts.text(Self.key(77)) }

    /// Children
    public var columnChildren: String { texts.text(Self.key(78)) }

    /// Pregnant
    public var columnPregnant: String { texts.text(Self.key(79)) }

    /// Case number
    public var columnCaseNumber: String { texts.text(Self.key(80)) }

    /// Note
    public var columnNote: String { texts.text(Self.key(81)) }

    /// Consent
    public var columnConsent: String { texts.text(Self.key(82)) }

    /// Heard from
    public var columnHeardFrom: String { texts.text(Self.key(83)) }

    /// Urgency
    public var columnUrgency: String { texts.text(Self.key(84)) }

    /// All {count} contacts of this import, and the people and cases made by it, will be erased for good. Undo it?
    public func undoAsk(count: String) -> String {
        texts.text(Self.key(85), ["count": count])
    }

    /// The import is being undone. The page follows by itself; you may leave it.
    public var undoingNote: String { texts.text(Self.key(86)) }

    /// The undoing was interrupted. It goes on where it stopped.
    public var undoInterruptedNote: String { texts.text(Self.key(87)) }

    /// Go on undoing
    public var undoResume: String { texts.text(Self.key(88)) }

    /// Contacts written
    public var progressWriting: String { texts.text(Self.key(89)) }

    /// Contacts and people erased
    public var progressUndoing: String { texts.text(Self.key(90)) }

    /// Links to people
    public var linksTitle: String { texts.text(Self.key(91)) }

    /// These rows were put to a person whom earlier rows tell of. Where it is somebody else, take the link back: the
    /// row gets a person of its own. It can be linked again.
    public var linksHint: String { texts.text(Self.key(92)) }

    /// Row
    public var linkRow: String { texts.text(Self.key(93)) }

    /// Date
    public var linkDate: String { texts.text(Self.key(94)) }

    /// Written in the row
    public var linkWritten: String { texts.text(Self.key(95)) }

    /// Put to
    public var linkPerson: String { texts.text(Self.key(96)) }

    /// Why
    public var linkReasons: String { texts.text(Self.key(97)) }

    /// Case
    public var linkCase: String { texts.text(Self.key(98)) }

    /// Not looked at
    public var linkProvisional: String { texts.text(Self.key(99)) }

    /// Confirmed
    public var linkConfirmed: String { texts.text(Self.key(100)) }

    /// Link taken back
    public var linkTakenBack: String { texts.text(Self.key(101)) }

    /// Take this link back
    public var linkTakeBack: String { texts.text(Self.key(102)) }

    /// This is right
    public var linkConfirm: String { texts.text(Self.key(103)) }

    /// Link again
    public var linkAgain: String { texts.text(Self.key(104)) }

    /// Before: {name}
    public func linkWas(name: String) -> String {
        texts.text(Self.key(105), ["name": name])
    }

    /// This row opened the case. The case keeps its people; change them on its page.
    public var linkCaseStays: String { texts.text(Self.key(106)) }

    /// Left the case {number}; amounts of the row stay there.
    public func linkCaseLeft(number: String) -> String {
        texts.text(Self.key(107), ["number": number])
    }

    /// no longer kept
    public var linkUnknown: String { texts.text(Self.key(108)) }

    /// record no longer there
    public var linkPersonGone: String { texts.text(Self.key(109)) }

    /// All
    public var linkAll: String { texts.text(Self.key(110)) }

    /// No links
    public var linksNone: String { texts.text(Self.key(111)) }

    /// The link is confirmed.
    public var linkDoneConfirmed: String { texts.text(Self.key(112)) }

    /// The link is taken back. The contact has a person of its own.
    public var linkDoneBack: String { texts.text(Self.key(113)) }

    /// The contact is linked again.
    public var linkDoneAgain: String { texts.text(Self.key(114)) }

    /// This has changed meanwhile, so nothing was done. Look at the row again.
    public var linkChanged: String { texts.text(Self.key(115)) }

    /// same case number
    public var reasonSameCaseNumber: String { texts.text(Self.key(116)) }

    /// same home place
    public var reasonSameHome: String { texts.text(Self.key(117)) }

    /// same place of stay
    public var reasonSameHostPlace: String { texts.text(Self.key(118)) }

    /// same employer
    public var reasonSameEmployer: String { texts.text(Self.key(119)) }

    /// same problem
    public var reasonSameProblem: String { texts.text(Self.key(120)) }

    /// close in time
    public var reasonCloseInTime: String { texts.text(Self.key(121)) }

    /// Perhaps the same person
    public var suspected: String { texts.text(Self.key(122)) }

    /// Who may be the same person
    public var suspectedTitle: String { texts.text(Self.key(123)) }

    /// These people look alike, but too little speaks for it to join them. Say who is the same person and who is
    /// somebody else. Whom you leave for later gets a record of their own, and nothing is lost.
    public var suspectedHint: String { texts.text(Self.key(124)) }

    /// These were recorded apart. Compare the records when you know more.
    public var suspectedDoneHint: String { texts.text(Self.key(125)) }

    /// May be
    public var suspectedOther: String { texts.text(Self.key(126)) }

    /// Is it the same person?
    public var suspectedChoice: String { texts.text(Self.key(127)) }

    /// The same person
    public var suspectedSame: String { texts.text(Self.key(128)) }

    /// Somebody else
    public var suspectedElse: String { texts.text(Self.key(129)) }

    /// Decide later
    public var suspectedLater: String { texts.text(Self.key(130)) }

    /// Keep these answers
    public var suspectedKeep: String { texts.text(Self.key(131)) }

    /// The answers are kept. They count when the file is imported.
    public var suspectedKept: String { texts.text(Self.key(132)) }

    /// Nobody looks like somebody else without being joined.
    public var suspectedNone: String { texts.text(Self.key(133)) }

    /// Who may be the same (CSV)
    public var suspectedFile: String { texts.text(Self.key(134)) }

    /// same sum owed
    public var reasonSameDebt: String { texts.text(Self.key(135)) }

    /// the row refers to the other
    public var reasonRefersBack: String { texts.text(Self.key(136)) }

    /// chosen by a person
    public var reasonChosen: String { texts.text(Self.key(137)) }
}
