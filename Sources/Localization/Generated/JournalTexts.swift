// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `journal`.
public struct JournalTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 620 + offset) }

    /// Journal
    public var title: String { texts.text(Self.key(0)) }

    /// What was done, newest first
    public var caption: String { texts.text(Self.key(1)) }

    /// When
    public var when: String { texts.text(Self.key(2)) }

    /// What
    public var what: String { texts.text(Self.key(3)) }

    /// Who
    public var who: String { texts.text(Self.key(4)) }

    /// Record
    public var record: String { texts.text(Self.key(5)) }

    /// Organisation
    public var place: String { texts.text(Self.key(6)) }

    /// the program
    public var program: String { texts.text(Self.key(7)) }

    /// Nothing here yet
    public var emptyTitle: String { texts.text(Self.key(8)) }

    /// Each change and each opening of a record will stand here.
    public var emptyBody: String { texts.text(Self.key(9)) }

    /// Everything
    public var filterAll: String { texts.text(Self.key(10)) }

    /// People
    public var filterPeople: String { texts.text(Self.key(11)) }

    /// Sign-ins
    public var filterSessions: String { texts.text(Self.key(12)) }

    /// Staff
    public var filterMembers: String { texts.text(Self.key(13)) }

    /// Refused
    public var filterRefused: String { texts.text(Self.key(14)) }

    /// Nothing here can be changed or taken out unnoticed.
    public var lead: String { texts.text(Self.key(15)) }

    /// {count} entries
    public func size(count: Int) -> String {
        texts.plural(Self.key(16), count)
    }

    /// Person added
    public var kindPersonCreated: String { texts.text(Self.key(17)) }

    /// Person changed
    public var kindPersonChanged: String { texts.text(Self.key(18)) }

    /// Person opened
    public var kindPersonOpened: String { texts.text(Self.key(19)) }

    /// List of people shown
    public var kindPeopleListed: String { texts.text(Self.key(20)) }

    /// Look-up by number
    public var kindPeopleSearched: String { texts.text(Self.key(21)) }

    /// Record shared
    public var kindPersonShared: String { texts.text(Self.key(22)) }

    /// Record received
    public var kindPersonReceived: String { texts.text(Self.key(23)) }

    /// Sharing taken back
    public var kindPersonRevoked: String { texts.text(Self.key(24)) }

    /// Access to a record ended
    public var kindPersonWithdrawn: String { texts.text(Self.key(25)) }

    /// Person erased
    public var kindPersonErased: String { texts.text(Self.key(26)) }

    /// Access refused
    public var kindAccessRefused: String { texts.text(Self.key(27)) }

    /// A sealed value was damaged
    public var kindSealRefused: String { texts.text(Self.key(28)) }

    /// Signed in
    public var kindSessionStarted: String { texts.text(Self.key(29)) }

    /// Sign-in refused
    public var kindSessionRefused: String { texts.text(Self.key(30)) }

    /// Signed out
    public var kindSessionEnded: String { texts.text(Self.key(31)) }

    /// All sessions ended
    public var kindSessionsLocked: String { texts.text(Self.key(32)) }

    /// Password entered again
    public var kindSteppedUp: String { texts.text(Self.key(33)) }

    /// Account made
    public var kindAccountCreated: String { texts.text(Self.key(34)) }

    /// Account changed
    public var kindAccountChanged: String { texts.text(Self.key(35)) }

    /// Password changed
    public var kindPasswordChanged: String { texts.text(Self.key(36)) }

    /// Second step changed
    public var kindSecondFactor: String { texts.text(Self.key(37)) }

    /// Recovery codes
    public var kindRecoveryCodes: String { texts.text(Self.key(38)) }

    /// Organisation added
    public var kindOrganizationCreated: String { texts.text(Self.key(39)) }

    /// Organisation changed
    public var kindOrganizationChanged: String { texts.text(Self.key(40)) }

    /// Colleague added
    public var kindMemberAdded: String { texts.text(Self.key(41)) }

    /// Role changed
    public var kindMemberChanged: String { texts.text(Self.key(42)) }

    /// Colleague barred
    public var kindMemberDisabled: String { texts.text(Self.key(43)) }

    /// Colleague let in again
    public var kindMemberEnabled: String { texts.text(Self.key(44)) }

    /// List of staff shown
    public var kindMembersListed: String { texts.text(Self.key(45)) }

    /// Settings changed
    public var kindSettingsChanged: String { texts.text(Self.key(46)) }

    /// Keys made or changed
    public var kindKeys: String { texts.text(Self.key(47)) }

    /// Backup made or restored
    public var kindBackup: String { texts.text(Self.key(48)) }

    /// Journal shown
    public var kindJournalListed: String { texts.text(Self.key(49)) }

    /// Other act ({code})
    public func kindOther(code: String) -> String {
        texts.text(Self.key(50), ["code": code])
    }

    /// Person imported
    public var kindPersonImported: String { texts.text(Self.key(51)) }

    /// List of people exported
    public var kindPeopleExported: String { texts.text(Self.key(52)) }

    /// Went on to another organisation
    public var kindSessionSwitched: String { texts.text(Self.key(53)) }

    /// Account barred
    public var kindAccountDisabled: String { texts.text(Self.key(54)) }

    /// Account opened again
    public var kindAccountEnabled: String { texts.text(Self.key(55)) }

    /// Account erased
    public var kindAccountErased: String { texts.text(Self.key(56)) }

    /// Password address made
    public var kindPasswordLinkMade: String { texts.text(Self.key(57)) }

    /// Organisation closed
    public var kindOrganizationDisabled: String { texts.text(Self.key(58)) }

    /// Journal verified
    public var kindJournalVerified: String { texts.text(Self.key(59)) }

    /// Proof for partners
    public var checkpointTitle: String { texts.text(Self.key(60)) }

    /// Download a checkpoint
    public var checkpoint: String { texts.text(Self.key(61)) }

    /// Kept elsewhere, it shows later that nothing was changed or cut off.
    public var checkpointHint: String { texts.text(Self.key(62)) }

    /// Key that proves the signature:
    public var verifierKey: String { texts.text(Self.key(63)) }

    /// Answered the on-call alarm
    public var kindAlarmAnswered: String { texts.text(Self.key(64)) }

    /// Closed the on-call alarm
    public var kindAlarmClosed: String { texts.text(Self.key(65)) }

    /// Raised the on-call alarm
    public var kindAlarmRaised: String { texts.text(Self.key(66)) }

    /// Rang somebody on call
    public var kindAlarmRung: String { texts.text(Self.key(67)) }

    /// Changed an appointment
    public var kindAppointmentChanged: String { texts.text(Self.key(68)) }

    /// Planned an appointment
    public var kindAppointmentPlanned: String { texts.text(Self.key(69)) }

    /// Confirmed an authority
    public var kindAuthorityConfirmed: String { texts.text(Self.key(70)) }

    /// Decided after a withdrawal
    public var kindAuthorityDecided: String { texts.text(Self.key(71)) }

    /// Recorded an authority
    public var kindAuthorityGiven: String { texts.text(Self.key(72)) }

    /// An authority lapsed
    public var kindAuthorityLapsed: String { texts.text(Self.key(73)) }

    /// Withdrew an authority
    public var kindAuthorityWithdrawn: String { texts.text(Self.key(74)) }

    /// A call was announced
    public var kindCallAnnounced: String { texts.text(Self.key(75)) }

    /// Took a call
    public var kindCallTaken: String { texts.text(Self.key(76)) }

    /// Ended a call-back
    public var kindCallBackEnded: String { texts.text(Self.key(77)) }

    /// Tried a call-back
    public var kindCallBackTried: String { texts.text(Self.key(78)) }

    /// Barred or admitted a colleague to a case
    public var kindCaseBarred: String { texts.text(Self.key(79)) }

    /// Changed a case
    public var kindCaseChanged: String { texts.text(Self.key(80)) }

    /// Closed a case
    public var kindCaseClosed: String { texts.text(Self.key(81)) }

    /// Opened a new case
    public var kindCaseCreated: String { texts.text(Self.key(82)) }

    /// Linked an employer to a case
    public var kindCaseEmployerLinked: String { texts.text(Self.key(83)) }

    /// Added to a case
    public var kindCaseEntryAdded: String { texts.text(Self.key(84)) }

    /// Changed an entry of a case
    public var kindCaseEntryChanged: String { texts.text(Self.key(85)) }

    /// Finished a step of a case
    public var kindCaseEntryDone: String { texts.text(Self.key(86)) }

    /// Undid a change of a case
    public var kindCaseEntryUndone: String { texts.text(Self.key(87)) }

    /// Erased a case
    public var kindCaseErased: String { texts.text(Self.key(88)) }

    /// Opened a file of a case
    public var kindCaseFileOpened: String { texts.text(Self.key(89)) }

    /// Looked at a case
    public var kindCaseOpened: String { texts.text(Self.key(90)) }

    /// Reopened a case
    public var kindCaseReopened: String { texts.text(Self.key(91)) }

    /// Handed a case over
    public var kindCaseTransferred: String { texts.text(Self.key(92)) }

    /// Looked at the list of cases
    public var kindCasesListed: String { texts.text(Self.key(93)) }

    /// Changed a contact
    public var kindContactChanged: String { texts.text(Self.key(94)) }

    /// Took a contact
    public var kindContactCreated: String { texts.text(Self.key(95)) }

    /// Erased a contact
    public var kindContactErased: String { texts.text(Self.key(96)) }

    /// Imported a contact
    public var kindContactImported: String { texts.text(Self.key(97)) }

    /// Looked at a contact
    public var kindContactOpened: String { texts.text(Self.key(98)) }

    /// Threw a draft away
    public var kindContactDraftDiscarded: String { texts.text(Self.key(99)) }

    /// Parked a contact
    public var kindContactDraftParked: String { texts.text(Self.key(100)) }

    /// Began a contact
    public var kindContactDraftStarted: String { texts.text(Self.key(101)) }

    /// Took a draft over
    public var kindContactDraftTaken: String { texts.text(Self.key(102)) }

    /// Looked at the list of contacts
    public var kindContactsListed: String { texts.text(Self.key(103)) }

    /// Changed the directory
    public var kindDirectoryChanged: String { texts.text(Self.key(104)) }

    /// Changed an employer
    public var kindEmployerChanged: String { texts.text(Self.key(105)) }

    /// Added an employer
    public var kindEmployerCreated: String { texts.text(Self.key(106)) }

    /// Looked at the list of employers
    public var kindEmployersListed: String { texts.text(Self.key(107)) }

    /// Finished an import
    public var kindImportDone: String { texts.text(Self.key(108)) }

    /// Prepared an import
    public var kindImportPrepared: String { texts.text(Self.key(109)) }

    /// Downloaded the report of an import
    public var kindImportReported: String { texts.text(Self.key(110)) }

    /// Started an import
    public var kindImportStarted: String { texts.text(Self.key(111)) }

    /// Undid an import
    public var kindImportUndone: String { texts.text(Self.key(112)) }

    /// Looked at a letter
    public var kindLetterOpened: String { texts.text(Self.key(113)) }

    /// Wrote a letter
    public var kindLetterWritten: String { texts.text(Self.key(114)) }

    /// Marked a number
    public var kindNumberMarkMade: String { texts.text(Self.key(115)) }

    /// Removed the mark of a number
    public var kindNumberMarkRemoved: String { texts.text(Self.key(116)) }

    /// Handed a person over
    public var kindPersonHandedOver: String { texts.text(Self.key(117)) }

    /// Took a person over
    public var kindPersonTakenOver: String { texts.text(Self.key(118)) }

    /// Accepted a referral
    public var kindReferralAccepted: String { texts.text(Self.key(119)) }

    /// Asked back about a referral
    public var kindReferralAsked: String { texts.text(Self.key(120)) }

    /// Completed a referral
    public var kindReferralCompleted: String { texts.text(Self.key(121)) }

    /// Declined a referral
    public var kindReferralDeclined: String { texts.text(Self.key(122)) }

    /// A referral waits too long
    public var kindReferralEscalated: String { texts.text(Self.key(123)) }

    /// A referral expired
    public var kindReferralExpired: String { texts.text(Self.key(124)) }

    /// Looked at a referral
    public var kindReferralOpened: String { texts.text(Self.key(125)) }

    /// Revoked a referral
    public var kindReferralRevoked: String { texts.text(Self.key(126)) }

    /// Saw a referral
    public var kindReferralSeen: String { texts.text(Self.key(127)) }

    /// Sent a referral
    public var kindReferralSent: String { texts.text(Self.key(128)) }

    /// Began work on a referral
    public var kindReferralStarted: String { texts.text(Self.key(129)) }

    /// Looked at the inbox
    public var kindReferralsListed: String { texts.text(Self.key(130)) }

    /// Changed the rota
    public var kindRotaChanged: String { texts.text(Self.key(131)) }

    /// Read a handover note
    public var kindShiftNoteRead: String { texts.text(Self.key(132)) }

    /// Wrote a handover note
    public var kindShiftNoteWritten: String { texts.text(Self.key(133)) }

    /// Accepted a transfer
    public var kindTransferAccepted: String { texts.text(Self.key(134)) }

    /// Declined a transfer
    public var kindTransferDeclined: String { texts.text(Self.key(135)) }

    /// Offered a transfer
    public var kindTransferOffered: String { texts.text(Self.key(136)) }

    /// Looked at a transfer
    public var kindTransferOpened: String { texts.text(Self.key(137)) }

    /// Took a transfer back
    public var kindTransferRevoked: String { texts.text(Self.key(138)) }

    /// Ended the sharing of a case
    public var kindCaseRevoked: String { texts.text(Self.key(139)) }

    /// Lost access to a case
    public var kindCaseWithdrawn: String { texts.text(Self.key(140)) }

    /// Exported a list
    public var kindRecordsExported: String { texts.text(Self.key(141)) }

    /// Asked for an export
    public var kindExportRequested: String { texts.text(Self.key(142)) }

    /// Approved an export
    public var kindExportApproved: String { texts.text(Self.key(143)) }

    /// Declined an export
    public var kindExportDeclined: String { texts.text(Self.key(144)) }

    /// Looked at the list of exports
    public var kindExportsListed: String { texts.text(Self.key(145)) }

    /// Looked at the list of appointments
    public var kindAppointmentsListed: String { texts.text(Self.key(146)) }

    /// Recorded a request by an authority
    public var kindOfficialRequestRecorded: String { texts.text(Self.key(147)) }

    /// Decided on a request by an authority
    public var kindOfficialRequestDecided: String { texts.text(Self.key(148)) }

    /// Opened requests by authorities
    public var kindOfficialRequestOpened: String { texts.text(Self.key(149)) }

    /// Asked the network about a person
    public var kindPersonNetworkAsked: String { texts.text(Self.key(150)) }

    /// Put a contact to another person
    public var kindContactRelinked: String { texts.text(Self.key(151)) }

    /// Confirmed whose a contact is
    public var kindContactLinkConfirmed: String { texts.text(Self.key(152)) }

    /// Began to undo an import
    public var kindImportUndoing: String { texts.text(Self.key(153)) }

    /// Two records of a person merged
    public var kindPersonMerged: String { texts.text(Self.key(154)) }

    /// Merge of two records undone
    public var kindPersonMergeUndone: String { texts.text(Self.key(155)) }

    /// Two records noted as two persons
    public var kindPersonDistinct: String { texts.text(Self.key(156)) }

    /// Note of two persons taken back
    public var kindPersonDistinctTakenBack: String { texts.text(Self.key(157)) }

    /// List of possible duplicates opened
    public var kindDuplicatesListed: String { texts.text(Self.key(158)) }

    /// Weights of comparing records changed
    public var kindMatchWeightsChanged: String { texts.text(Self.key(159)) }

    /// Said who is the same person in an import
    public var kindImportChosen: String { texts.text(Self.key(160)) }
}
