// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `entries`.
public struct EntriesTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 1524 + offset) }

    /// Step
    public var kindStep: String { texts.text(Self.key(0)) }

    /// Task
    public var kindTask: String { texts.text(Self.key(1)) }

    /// Deadline
    public var kindDeadline: String { texts.text(Self.key(2)) }

    /// Note
    public var kindNote: String { texts.text(Self.key(3)) }

    /// Note about health
    public var kindHealthNote: String { texts.text(Self.key(4)) }

    /// Letter
    public var kindLetter: String { texts.text(Self.key(5)) }

    /// The person's instruction
    public var kindInstruction: String { texts.text(Self.key(6)) }

    /// Status check
    public var kindStatusCheck: String { texts.text(Self.key(7)) }

    /// Risk questions
    public var kindScreening: String { texts.text(Self.key(8)) }

    /// Power of attorney
    public var kindMandate: String { texts.text(Self.key(9)) }

    /// Aid
    public var kindAid: String { texts.text(Self.key(10)) }

    /// Claim
    public var kindClaim: String { texts.text(Self.key(11)) }

    /// Payment
    public var kindPayment: String { texts.text(Self.key(12)) }

    /// Work
    public var kindEpisode: String { texts.text(Self.key(13)) }

    /// File
    public var kindAttachment: String { texts.text(Self.key(14)) }

    /// Child: guardian and best interest
    public var kindChildNote: String { texts.text(Self.key(15)) }

    /// Closed
    public var kindClosing: String { texts.text(Self.key(16)) }

    /// Event
    public var kindEvent: String { texts.text(Self.key(17)) }

    /// To do
    public var stateOpen: String { texts.text(Self.key(18)) }

    /// Approved
    public var stateApproved: String { texts.text(Self.key(19)) }

    /// Refused
    public var stateRefused: String { texts.text(Self.key(20)) }

    /// Done
    public var stateDone: String { texts.text(Self.key(21)) }

    /// Cancelled
    public var stateCancelled: String { texts.text(Self.key(22)) }

    /// Police
    public var counterpartPolice: String { texts.text(Self.key(23)) }

    /// Inspectorate
    public var counterpartInspectorate: String { texts.text(Self.key(24)) }

    /// Court
    public var counterpartCourt: String { texts.text(Self.key(25)) }

    /// Migration office
    public var counterpartMigration: String { texts.text(Self.key(26)) }

    /// Hospital
    public var counterpartHospital: String { texts.text(Self.key(27)) }

    /// Consulate
    public var counterpartConsulate: String { texts.text(Self.key(28)) }

    /// Employer
    public var counterpartEmployer: String { texts.text(Self.key(29)) }

    /// Partner
    public var counterpartPartner: String { texts.text(Self.key(30)) }

    /// Family
    public var counterpartFamily: String { texts.text(Self.key(31)) }

    /// Write a note
    public var compose: String { texts.text(Self.key(32)) }

    /// Text
    public var text: String { texts.text(Self.key(33)) }

    /// What is to be done
    public var titleField: String { texts.text(Self.key(34)) }

    /// Add
    public var add: String { texts.text(Self.key(35)) }

    /// Add something else
    public var more: String { texts.text(Self.key(36)) }

    /// Due
    public var due: String { texts.text(Self.key(37)) }

    /// Who
    public var assignee: String { texts.text(Self.key(38)) }

    /// Whom it concerns
    public var person: String { texts.text(Self.key(39)) }

    /// The whole case
    public var everybody: String { texts.text(Self.key(40)) }

    /// To whom it goes
    public var counterpart: String { texts.text(Self.key(41)) }

    /// To nobody outside
    public var counterpartNone: String { texts.text(Self.key(42)) }

    /// Date
    public var date: String { texts.text(Self.key(43)) }

    /// This day isn't in the calendar.
    public var dateWrong: String { texts.text(Self.key(44)) }

    /// Write the amount in digits, such as 45000 or 1200.50, and choose the currency.
    public var amountWrong: String { texts.text(Self.key(45)) }

    /// Choose one of the list.
    public var choiceWrong: String { texts.text(Self.key(46)) }

    /// Done
    public var done: String { texts.text(Self.key(47)) }

    /// Met
    public var met: String { texts.text(Self.key(48)) }

    /// The person confirmed it
    public var confirmPayment: String { texts.text(Self.key(49)) }

    /// Read as second person
    public var secondRead: String { texts.text(Self.key(50)) }

    /// Approve
    public var approve: String { texts.text(Self.key(51)) }

    /// Refuse
    public var refuse: String { texts.text(Self.key(52)) }

    /// Given
    public var given: String { texts.text(Self.key(53)) }

    /// Cancel
    public var cancel: String { texts.text(Self.key(54)) }

    /// Open again
    public var reopen: String { texts.text(Self.key(55)) }

    /// Owed
    public var owed: String { texts.text(Self.key(56)) }

    /// Demanded
    public var demanded: String { texts.text(Self.key(57)) }

    /// Recovered
    public var recovered: String { texts.text(Self.key(58)) }

    /// From which day the time limit runs
    public var trigger: String { texts.text(Self.key(59)) }

    /// What stopped the time limit
    public var interruptions: String { texts.text(Self.key(60)) }

    /// Against whom
    public var respondents: String { texts.text(Self.key(61)) }

    /// Evidence
    public var evidence: String { texts.text(Self.key(62)) }

    /// One a line: what it is, what it proves, where the original is.
    public var evidenceHint: String { texts.text(Self.key(63)) }

    /// Who paid
    public var payer: String { texts.text(Self.key(64)) }

    /// How it came
    public var route: String { texts.text(Self.key(65)) }

    /// Cash
    public var routeCash: String { texts.text(Self.key(66)) }

    /// Card
    public var routeCard: String { texts.text(Self.key(67)) }

    /// Transfer
    public var routeTransfer: String { texts.text(Self.key(68)) }

    /// Through our staff's hands
    public var routeThroughStaff: String { texts.text(Self.key(69)) }

    /// Received by
    public var receivedBy: String { texts.text(Self.key(70)) }

    /// Second person
    public var witness: String { texts.text(Self.key(71)) }

    /// What is given
    public var aidSort: String { texts.text(Self.key(72)) }

    /// Ticket
    public var aidTicket: String { texts.text(Self.key(73)) }

    /// Food
    public var aidFood: String { texts.text(Self.key(74)) }

    /// Bed
    public var aidBed: String { texts.text(Self.key(75)) }

    /// Medicine
    public var aidMedicine: String { texts.text(Self.key(76)) }

    /// Money
    public var aidCash: String { texts.text(Self.key(77)) }

    /// Other
    public var aidOther: String { texts.text(Self.key(78)) }

    /// Receipt
    public var receipt: String { texts.text(Self.key(79)) }

    /// Site
    public var site: String { texts.text(Self.key(80)) }

    /// From
    public var from: String { texts.text(Self.key(81)) }

    /// Until
    public var until: String { texts.text(Self.key(82)) }

    /// What work
    public var workTask: String { texts.text(Self.key(83)) }

    /// Promised pay
    public var ratePromised: String { texts.text(Self.key(84)) }

    /// Paid
    public var ratePaid: String { texts.text(Self.key(85)) }

    /// Contract
    public var contract: String { texts.text(Self.key(86)) }

    /// Written
    public var contractWritten: String { texts.text(Self.key(87)) }

    /// Verbal
    public var contractVerbal: String { texts.text(Self.key(88)) }

    /// Civil-law
    public var contractCivil: String { texts.text(Self.key(89)) }

    /// None
    public var contractNone: String { texts.text(Self.key(90)) }

    /// Powers
    public var powers: String { texts.text(Self.key(91)) }

    /// Where the paper is
    public var custody: String { texts.text(Self.key(92)) }

    /// Valid until
    public var validUntil: String { texts.text(Self.key(93)) }

    /// Authorities may be given name, address or papers
    public var allowsAuthorities: String { texts.text(Self.key(94)) }

    /// The employer may be called or written to
    public var allowsEmployer: String { texts.text(Self.key(95)) }

    /// The person may be named to the employer
    public var mayBeNamed: String { texts.text(Self.key(96)) }

    /// The person lives or works at the employer's
    public var isAtEmployer: String { texts.text(Self.key(97)) }

    /// When it may be done
    public var timing: String { texts.text(Self.key(98)) }

    /// Right to stay
    public var checkStay: String { texts.text(Self.key(99)) }

    /// Control register
    public var checkRegister: String { texts.text(Self.key(100)) }

    /// Warrant
    public var checkWarrant: String { texts.text(Self.key(101)) }

    /// Entry ban
    public var checkBan: String { texts.text(Self.key(102)) }

    /// Clear
    public var checkClear: String { texts.text(Self.key(103)) }

    /// Problem found
    public var checkProblem: String { texts.text(Self.key(104)) }

    /// Unknown
    public var checkUnknown: String { texts.text(Self.key(105)) }

    /// With whom the child is
    public var childWith: String { texts.text(Self.key(106)) }

    /// Guardian
    public var childGuardian: String { texts.text(Self.key(107)) }

    /// Why this is best for the child
    public var childInterest: String { texts.text(Self.key(108)) }

    /// The parents are the danger: don't contact them
    public var childParentsDanger: String { texts.text(Self.key(109)) }

    /// The state is the danger: don't contact it
    public var childStateDanger: String { texts.text(Self.key(110)) }

    /// A second person must read this before any referral.
    public var childSecondWaiting: String { texts.text(Self.key(111)) }

    /// Deadline rule
    public var ruleChoose: String { texts.text(Self.key(112)) }

    /// Own deadline
    public var ruleOwn: String { texts.text(Self.key(113)) }

    /// Source: {source}, checked {date}
    public func ruleSource(source: String, date: String) -> String {
        texts.text(Self.key(114), ["source": source, "date": date])
    }

    /// Yes
    public var answerYes: String { texts.text(Self.key(115)) }

    /// No
    public var answerNo: String { texts.text(Self.key(116)) }

    /// Not asked
    public var answerNotAsked: String { texts.text(Self.key(117)) }

    /// Not safe to ask
    public var answerNotSafe: String { texts.text(Self.key(118)) }

    /// File
    public var file: String { texts.text(Self.key(119)) }

    /// Pictures, PDF, documents, recordings; up to 25 MB. Where and when a picture was taken is removed from the copy
    /// that others see.
    public var fileHint: String { texts.text(Self.key(120)) }

    /// Open
    public var fileOpen: String { texts.text(Self.key(121)) }

    /// Original
    public var fileOriginal: String { texts.text(Self.key(122)) }

    /// Reopened
    public var eventReopened: String { texts.text(Self.key(123)) }

    /// Everything
    public var filterAll: String { texts.text(Self.key(124)) }

    /// Notes
    public var filterNotes: String { texts.text(Self.key(125)) }

    /// Steps and tasks
    public var filterWork: String { texts.text(Self.key(126)) }

    /// Money
    public var filterMoney: String { texts.text(Self.key(127)) }

    /// Papers
    public var filterPapers: String { texts.text(Self.key(128)) }

    /// Add to case {number}
    public func newTitle(number: String) -> String {
        texts.text(Self.key(129), ["number": number])
    }

    /// Edit
    public var editTitle: String { texts.text(Self.key(130)) }

    /// Somebody else changed this entry meanwhile. What you typed is still here; below it is what is saved now.
    public var stale: String { texts.text(Self.key(131)) }

    /// Not shared
    public var hidden: String { texts.text(Self.key(132)) }

    /// Our fee from this money
    public var fee: String { texts.text(Self.key(133)) }

    /// Help with wages takes no share. Leave it empty. A fixed fee agreed in writing is named here and in the text, or
    /// it is refused.
    public var feeHint: String { texts.text(Self.key(134)) }
}
