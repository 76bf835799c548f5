// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `codes`.
public struct CodesTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 887 + offset) }

    /// Phone
    public var channelPhone: String { texts.text(Self.key(0)) }

    /// Messenger
    public var channelMessenger: String { texts.text(Self.key(1)) }

    /// Visit
    public var channelVisit: String { texts.text(Self.key(2)) }

    /// Letter
    public var channelLetter: String { texts.text(Self.key(3)) }

    /// E-mail
    public var channelEmail: String { texts.text(Self.key(4)) }

    /// Website
    public var channelWeb: String { texts.text(Self.key(5)) }

    /// Outreach
    public var channelOutreach: String { texts.text(Self.key(6)) }

    /// Incoming
    public var directionIn: String { texts.text(Self.key(7)) }

    /// Outgoing
    public var directionOut: String { texts.text(Self.key(8)) }

    /// The person
    public var counterpartPerson: String { texts.text(Self.key(9)) }

    /// Relative
    public var counterpartRelative: String { texts.text(Self.key(10)) }

    /// Employer
    public var counterpartEmployer: String { texts.text(Self.key(11)) }

    /// Authority
    public var counterpartAuthority: String { texts.text(Self.key(12)) }

    /// Partner organisation
    public var counterpartPartner: String { texts.text(Self.key(13)) }

    /// Lawyer
    public var counterpartLawyer: String { texts.text(Self.key(14)) }

    /// Journalist
    public var counterpartJournalist: String { texts.text(Self.key(15)) }

    /// Caller
    public var contactRoleCaller: String { texts.text(Self.key(16)) }

    /// Person concerned
    public var contactRoleConcerned: String { texts.text(Self.key(17)) }

    /// Relative
    public var contactRoleRelative: String { texts.text(Self.key(18)) }

    /// Witness
    public var contactRoleWitness: String { texts.text(Self.key(19)) }

    /// Interpreter
    public var contactRoleInterpreter: String { texts.text(Self.key(20)) }

    /// Normal
    public var urgencyNormal: String { texts.text(Self.key(21)) }

    /// Urgent
    public var urgencyUrgent: String { texts.text(Self.key(22)) }

    /// Emergency
    public var urgencyEmergency: String { texts.text(Self.key(23)) }

    /// Advised
    public var contactOutcomeAdvised: String { texts.text(Self.key(24)) }

    /// Appointment
    public var contactOutcomeAppointment: String { texts.text(Self.key(25)) }

    /// Case opened
    public var contactOutcomeCase: String { texts.text(Self.key(26)) }

    /// Referred
    public var contactOutcomeReferred: String { texts.text(Self.key(27)) }

    /// Call back
    public var contactOutcomeCallBack: String { texts.text(Self.key(28)) }

    /// No request
    public var contactOutcomeNoRequest: String { texts.text(Self.key(29)) }

    /// Reached
    public var attemptReached: String { texts.text(Self.key(30)) }

    /// No answer
    public var attemptNoAnswer: String { texts.text(Self.key(31)) }

    /// Wrong number
    public var attemptWrongNumber: String { texts.text(Self.key(32)) }

    /// Did not want to talk
    public var attemptRefused: String { texts.text(Self.key(33)) }

    /// Not safe to talk
    public var attemptUnsafe: String { texts.text(Self.key(34)) }

    /// Yes
    public var answerYes: String { texts.text(Self.key(35)) }

    /// No
    public var answerNo: String { texts.text(Self.key(36)) }

    /// Not asked
    public var answerNotAsked: String { texts.text(Self.key(37)) }

    /// Not safe to ask
    public var answerNotSafeToAsk: String { texts.text(Self.key(38)) }

    /// Open
    public var caseStatusOpen: String { texts.text(Self.key(39)) }

    /// Waiting
    public var caseStatusWaiting: String { texts.text(Self.key(40)) }

    /// Closed
    public var caseStatusClosed: String { texts.text(Self.key(41)) }

    /// Reopened
    public var caseStatusReopened: String { texts.text(Self.key(42)) }

    /// Departed
    public var caseStatusDeparted: String { texts.text(Self.key(43)) }

    /// Deported
    public var caseStatusDeported: String { texts.text(Self.key(44)) }

    /// Disappeared
    public var caseStatusDisappeared: String { texts.text(Self.key(45)) }

    /// Deceased
    public var caseStatusDeceased: String { texts.text(Self.key(46)) }

    /// Transferred
    public var caseStatusTransferred: String { texts.text(Self.key(47)) }

    /// Client
    public var caseRoleClient: String { texts.text(Self.key(48)) }

    /// Relative
    public var caseRoleRelative: String { texts.text(Self.key(49)) }

    /// Witness
    public var caseRoleWitness: String { texts.text(Self.key(50)) }

    /// Representative
    public var caseRoleRepresentative: String { texts.text(Self.key(51)) }

    /// Interpreter
    public var caseRoleInterpreter: String { texts.text(Self.key(52)) }

    /// Other
    public var caseRoleOther: String { texts.text(Self.key(53)) }

    /// Normal risk
    public var riskNormal: String { texts.text(Self.key(54)) }

    /// Raised risk
    public var riskRaised: String { texts.text(Self.key(55)) }

    /// High risk
    public var riskHigh: String { texts.text(Self.key(56)) }

    /// Solved
    public var caseOutcomeSolved: String { texts.text(Self.key(57)) }

    /// Partly solved
    public var caseOutcomePartlySolved: String { texts.text(Self.key(58)) }

    /// Not solved
    public var caseOutcomeNotSolved: String { texts.text(Self.key(59)) }

    /// Withdrawn by the person
    public var caseOutcomeWithdrawn: String { texts.text(Self.key(60)) }

    /// Referred on
    public var caseOutcomeReferredOn: String { texts.text(Self.key(61)) }

    /// Contact lost
    public var caseOutcomeLostContact: String { texts.text(Self.key(62)) }

    /// No grounds
    public var caseOutcomeNoGrounds: String { texts.text(Self.key(63)) }

    /// Consent
    public var basisConsent: String { texts.text(Self.key(64)) }

    /// Consent of the guardian
    public var basisGuardian: String { texts.text(Self.key(65)) }

    /// Consent of the representative
    public var basisRepresentative: String { texts.text(Self.key(66)) }

    /// Danger to life or health
    public var basisVitalInterest: String { texts.text(Self.key(67)) }

    /// The child's best interest
    public var basisChildBestInterest: String { texts.text(Self.key(68)) }

    /// Legal duty
    public var basisLegalDuty: String { texts.text(Self.key(69)) }

    /// By word of mouth
    public var methodVerbal: String { texts.text(Self.key(70)) }

    /// In writing
    public var methodWritten: String { texts.text(Self.key(71)) }

    /// Electronically
    public var methodElectronic: String { texts.text(Self.key(72)) }

    /// Legal aid
    public var purposeLegalAid: String { texts.text(Self.key(73)) }

    /// Medical help
    public var purposeMedical: String { texts.text(Self.key(74)) }

    /// Shelter
    public var purposeShelter: String { texts.text(Self.key(75)) }

    /// Consular service
    public var purposeConsular: String { texts.text(Self.key(76)) }

    /// Employment
    public var purposeEmployment: String { texts.text(Self.key(77)) }

    /// Social support
    public var purposeSocial: String { texts.text(Self.key(78)) }

    /// Documents
    public var purposeDocuments: String { texts.text(Self.key(79)) }

    /// Other
    public var purposeOther: String { texts.text(Self.key(80)) }

    /// Sent
    public var referralStateSent: String { texts.text(Self.key(81)) }

    /// Seen
    public var referralStateSeen: String { texts.text(Self.key(82)) }

    /// Accepted
    public var referralStateAccepted: String { texts.text(Self.key(83)) }

    /// Declined
    public var referralStateDeclined: String { texts.text(Self.key(84)) }

    /// In progress
    public var referralStateInProgress: String { texts.text(Self.key(85)) }

    /// Done
    public var referralStateDone: String { texts.text(Self.key(86)) }

    /// Revoked
    public var referralStateRevoked: String { texts.text(Self.key(87)) }

    /// Expired
    public var referralStateExpired: String { texts.text(Self.key(88)) }

    /// Offered
    public var transferStateOffered: String { texts.text(Self.key(89)) }

    /// Accepted
    public var transferStateAccepted: String { texts.text(Self.key(90)) }

    /// Declined
    public var transferStateDeclined: String { texts.text(Self.key(91)) }

    /// Revoked
    public var transferStateRevoked: String { texts.text(Self.key(92)) }

    /// Required
    public var appointmentStateRequired: String { texts.text(Self.key(93)) }

    /// Planned
    public var appointmentStatePlanned: String { texts.text(Self.key(94)) }

    /// In progress
    public var appointmentStateInProgress: String { texts.text(Self.key(95)) }

    /// Completed
    public var appointmentStateCompleted: String { texts.text(Self.key(96)) }

    /// Missed
    public var appointmentStateMissed: String { texts.text(Self.key(97)) }

    /// Cancelled
    public var appointmentStateCancelled: String { texts.text(Self.key(98)) }

    /// Not required
    public var appointmentStateNotRequired: String { texts.text(Self.key(99)) }

    /// Who it is: name, age, citizenship
    public var fieldGroupIdentity: String { texts.text(Self.key(100)) }

    /// Phones and addresses
    public var fieldGroupContact: String { texts.text(Self.key(101)) }

    /// Safe contact
    public var fieldGroupSafeContact: String { texts.text(Self.key(102)) }

    /// What happened
    public var fieldGroupNarrative: String { texts.text(Self.key(103)) }

    /// Health
    public var fieldGroupHealth: String { texts.text(Self.key(104)) }

    /// Wages and money
    public var fieldGroupMoney: String { texts.text(Self.key(105)) }

    /// Documents and stay
    public var fieldGroupDocuments: String { texts.text(Self.key(106)) }

    /// Files
    public var fieldGroupFiles: String { texts.text(Self.key(107)) }
}
