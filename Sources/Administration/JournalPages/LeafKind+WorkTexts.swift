import Journal
import Localization

// The kinds of rooms above this floor, by their codes: this room knows none of those rooms.

extension LeafKind {
    /// What was done in the work with people, in words.
    func workTitle(_ texts: Texts) -> String? {
        hotlineTitle(texts) ?? sharingTitle(texts) ?? caseTitle(texts) ?? exchangeTitle(texts)
    }

    private func hotlineTitle(_ texts: Texts) -> String? {
        switch rawValue {
        case "alarm.answered": texts.journal.kindAlarmAnswered
        case "alarm.closed": texts.journal.kindAlarmClosed
        case "alarm.raised": texts.journal.kindAlarmRaised
        case "alarm.rung": texts.journal.kindAlarmRung
        case "appointment.changed": texts.journal.kindAppointmentChanged
        case "appointments.listed": texts.journal.kindAppointmentsListed
        case "appointment.planned": texts.journal.kindAppointmentPlanned
        case "call.announced": texts.journal.kindCallAnnounced
        case "call.taken": texts.journal.kindCallTaken
        case "call_back.ended": texts.journal.kindCallBackEnded
        case "call_back.tried": texts.journal.kindCallBackTried
        case "contact.changed": texts.journal.kindContactChanged
        case "contact.created": texts.journal.kindContactCreated
        case "contact.erased": texts.journal.kindContactErased
        case "contact.imported": texts.journal.kindContactImported
        case "contact.link_confirmed": texts.journal.kindContactLinkConfirmed
        case "contact.relinked": texts.journal.kindContactRelinked
        case "contact.opened": texts.journal.kindContactOpened
        case "contact_draft.discarded": texts.journal.kindContactDraftDiscarded
        case "contact_draft.parked": texts.journal.kindContactDraftParked
        case "contact_draft.started": texts.journal.kindContactDraftStarted
        case "contact_draft.taken": texts.journal.kindContactDraftTaken
        case "contacts.listed": texts.journal.kindContactsListed
        case "directory.changed": texts.journal.kindDirectoryChanged
        case "match_weights.changed": texts.journal.kindMatchWeightsChanged
        case "number_mark.made": texts.journal.kindNumberMarkMade
        case "number_mark.removed": texts.journal.kindNumberMarkRemoved
        case "people.duplicates_listed": texts.journal.kindDuplicatesListed
        case "person.distinct": texts.journal.kindPersonDistinct
        case "person.distinct_taken_back": texts.journal.kindPersonDistinctTakenBack
        case "person.handed_over": texts.journal.kindPersonHandedOver
        case "person.merge_undone": texts.journal.kindPersonMergeUndone
        case "person.merged": texts.journal.kindPersonMerged
        case "person.network_asked": texts.journal.kindPersonNetworkAsked
        case "person.taken_over": texts.journal.kindPersonTakenOver
        case "rota.changed": texts.journal.kindRotaChanged
        case "shift_note.read": texts.journal.kindShiftNoteRead
        case "shift_note.written": texts.journal.kindShiftNoteWritten
        default: nil
        }
    }

    private func sharingTitle(_ texts: Texts) -> String? {
        switch rawValue {
        case "authority.confirmed": texts.journal.kindAuthorityConfirmed
        case "authority.decided": texts.journal.kindAuthorityDecided
        case "authority.given": texts.journal.kindAuthorityGiven
        case "authority.lapsed": texts.journal.kindAuthorityLapsed
        case "authority.withdrawn": texts.journal.kindAuthorityWithdrawn
        case "referral.accepted": texts.journal.kindReferralAccepted
        case "referral.asked": texts.journal.kindReferralAsked
        case "referral.completed": texts.journal.kindReferralCompleted
        case "referral.declined": texts.journal.kindReferralDeclined
        case "referral.escalated": texts.journal.kindReferralEscalated
        case "referral.expired": texts.journal.kindReferralExpired
        case "referral.opened": texts.journal.kindReferralOpened
        case "referral.revoked": texts.journal.kindReferralRevoked
        case "referral.seen": texts.journal.kindReferralSeen
        case "referral.sent": texts.journal.kindReferralSent
        case "referral.started": texts.journal.kindReferralStarted
        case "referrals.listed": texts.journal.kindReferralsListed
        case "transfer.accepted": texts.journal.kindTransferAccepted
        case "transfer.declined": texts.journal.kindTransferDeclined
        case "transfer.offered": texts.journal.kindTransferOffered
        case "transfer.opened": texts.journal.kindTransferOpened
        case "transfer.revoked": texts.journal.kindTransferRevoked
        default: nil
        }
    }

    private func caseTitle(_ texts: Texts) -> String? {
        switch rawValue {
        case "case.barred": texts.journal.kindCaseBarred
        case "case.changed": texts.journal.kindCaseChanged
        case "case.closed": texts.journal.kindCaseClosed
        case "case.created": texts.journal.kindCaseCreated
        case "case.employer_linked": texts.journal.kindCaseEmployerLinked
        case "case.entry_added": texts.journal.kindCaseEntryAdded
        case "case.entry_changed": texts.journal.kindCaseEntryChanged
        case "case.entry_done": texts.journal.kindCaseEntryDone
        case "case.entry_undone": texts.journal.kindCaseEntryUndone
        case "case.erased": texts.journal.kindCaseErased
        case "case.file_opened": texts.journal.kindCaseFileOpened
        case "case.opened": texts.journal.kindCaseOpened
        case "case.reopened": texts.journal.kindCaseReopened
        case "case.transferred": texts.journal.kindCaseTransferred
        case "cases.listed": texts.journal.kindCasesListed
        case "employer.changed": texts.journal.kindEmployerChanged
        case "employer.created": texts.journal.kindEmployerCreated
        case "employers.listed": texts.journal.kindEmployersListed
        case "letter.opened": texts.journal.kindLetterOpened
        case "letter.written": texts.journal.kindLetterWritten
        case "official_request.decided": texts.journal.kindOfficialRequestDecided
        case "official_request.opened": texts.journal.kindOfficialRequestOpened
        case "official_request.recorded": texts.journal.kindOfficialRequestRecorded
        case "case.revoked": texts.journal.kindCaseRevoked
        case "case.withdrawn": texts.journal.kindCaseWithdrawn
        default: nil
        }
    }

    private func exchangeTitle(_ texts: Texts) -> String? {
        switch rawValue {
        case "import.chosen": texts.journal.kindImportChosen
        case "import.done": texts.journal.kindImportDone
        case "import.prepared": texts.journal.kindImportPrepared
        case "import.reported": texts.journal.kindImportReported
        case "import.started": texts.journal.kindImportStarted
        case "import.undoing": texts.journal.kindImportUndoing
        case "import.undone": texts.journal.kindImportUndone
        case "records.exported": texts.journal.kindRecordsExported
        case "exports.listed": texts.journal.kindExportsListed
        case "export.requested": texts.journal.kindExportRequested
        case "export.approved": texts.journal.kindExportApproved
        case "export.declined": texts.journal.kindExportDeclined
        default: nil
        }
    }
}
