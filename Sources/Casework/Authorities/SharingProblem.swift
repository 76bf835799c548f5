public import Localization

/// Why something may not be passed on; each is one sentence for people and one code for programs.
public enum SharingProblem: String, CaseIterable, Error, Sendable, Hashable {
    // The recipient
    case ownOrganization = "own_organization"
    case unknownRecipient = "unknown_recipient"
    case notAdmitted = "not_admitted"
    case practice = "practice_organization"
    case recipientMissing = "recipient_missing"
    // The authority
    case groupsMissing = "groups_missing"
    case endMissing = "end_missing"
    case endPassed = "end_passed"
    case endTooFar = "end_too_far"
    case languageMissing = "language_missing"
    case giverMissing = "giver_missing"
    case notAMember = "not_a_member"
    case bestInterestMissing = "best_interest_missing"
    case reasonMissing = "reason_missing"
    // Emergencies
    case tooManyFields = "too_many_fields"
    case secondPersonMissing = "second_person_missing"
    case samePerson = "same_person"
    case alreadyConfirmed = "already_confirmed"
    // States
    case stateSentenceMissing = "state_sentence_missing"
    case stateForbidden = "state_forbidden"
    // Referring
    case consentMissing = "consent_missing"
    case consentOfOtherRecipient = "consent_of_other_recipient"
    case alreadyReferred = "already_referred"
    case alreadyOffered = "already_offered"
    case caseClosed = "case_closed"
    case childGuardianMissing = "guardian_missing"
    case childNoteMissing = "child_note_missing"
    case childSecondPersonMissing = "child_second_person_missing"
    case childStateIsDanger = "child_state_is_danger"
    case notEveryMember = "not_every_member"
    // Answering
    case wrongState = "wrong_state"
    case deadlinesNotSaid = "deadlines_not_said"
    case decisionBasisMissing = "decision_basis_missing"
    // Letters
    case contactInLetter = "contact_in_letter"
    case textMissing = "required"
    case textTooLong = "too_long"
    case statusCheckMissing = "status_check_missing"
    case instructionMissing = "instruction_missing"
    case instructionForbids = "instruction_forbids"
    case employerNotAgreed = "employer_not_agreed"

    /// The field of a form that it stands at.
    public var field: String {
        switch self {
        case .ownOrganization, .unknownRecipient, .notAdmitted, .practice, .recipientMissing, .alreadyReferred,
            .alreadyOffered:
            "recipient"
        case .groupsMissing, .tooManyFields: "groups"
        case .endMissing, .endPassed, .endTooFar: "expiresOnDay"
        case .languageMissing: "language"
        case .giverMissing: "giverName"
        case .notAMember: "person"
        case .bestInterestMissing: "bestInterest"
        case .reasonMissing: "reason"
        case .secondPersonMissing, .samePerson: "secondUser"
        case .stateSentenceMissing: "stateSentence"
        case .stateForbidden: "lawyer"
        case .consentMissing, .consentOfOtherRecipient, .caseClosed, .childGuardianMissing, .childNoteMissing,
            .childSecondPersonMissing, .childStateIsDanger, .notEveryMember, .alreadyConfirmed, .wrongState:
            "consent"
        case .deadlinesNotSaid: "deadlinesSaid"
        case .decisionBasisMissing: "decision"
        case .contactInLetter, .textMissing, .textTooLong: "text"
        case .statusCheckMissing, .instructionMissing, .instructionForbids, .employerNotAgreed: "addressee"
        }
    }

    public var code: String { rawValue }

    /// The sentence for people.
    public func message(_ texts: Texts) -> String {
        switch self {
        case .ownOrganization: texts.authority.problemOwnOrganization
        case .unknownRecipient: texts.authority.problemUnknownRecipient
        case .notAdmitted: texts.authority.problemNotAdmitted
        case .practice: texts.authority.problemPractice
        case .recipientMissing: texts.authority.problemRecipientMissing
        case .groupsMissing: texts.authority.problemGroupsMissing
        case .endMissing: texts.authority.problemEndMissing
        case .endPassed: texts.authority.problemEndPassed
        case .endTooFar: texts.authority.problemEndTooFar
        case .languageMissing: texts.authority.problemLanguageMissing
        case .giverMissing: texts.authority.problemGiverMissing
        case .notAMember: texts.authority.problemNotAMember
        case .bestInterestMissing: texts.authority.problemBestInterestMissing
        case .reasonMissing: texts.authority.problemReasonMissing
        case .tooManyFields: texts.authority.problemTooManyFields
        case .secondPersonMissing: texts.authority.problemSecondPersonMissing
        case .samePerson: texts.authority.problemSamePerson
        case .alreadyConfirmed: texts.authority.problemAlreadyConfirmed
        case .stateSentenceMissing: texts.authority.problemStateSentenceMissing
        case .stateForbidden: texts.authority.problemStateForbidden
        case .consentMissing: texts.referrals.problemConsentMissing
        case .consentOfOtherRecipient: texts.referrals.problemConsentOfOther
        case .alreadyReferred: texts.referrals.problemAlreadyReferred
        case .alreadyOffered: texts.transfers.problemAlreadyOffered
        case .caseClosed: texts.referrals.problemCaseClosed
        case .childGuardianMissing: texts.referrals.problemChildGuardian
        case .childNoteMissing: texts.referrals.problemChildNote
        case .childSecondPersonMissing: texts.referrals.problemChildSecondPerson
        case .childStateIsDanger: texts.referrals.problemChildState
        case .notEveryMember: texts.transfers.problemNotEveryMember
        case .wrongState: texts.referrals.problemWrongState
        case .deadlinesNotSaid: texts.authority.problemDeadlinesNotSaid
        case .decisionBasisMissing: texts.referrals.problemDecision
        case .contactInLetter: texts.letters.problemContact
        case .textMissing: texts.request.fieldRequired
        case .textTooLong: texts.letters.problemTooLong
        case .statusCheckMissing: texts.letters.problemStatusCheck
        case .instructionMissing: texts.letters.problemInstructionMissing
        case .instructionForbids: texts.letters.problemInstructionForbids
        case .employerNotAgreed: texts.letters.problemEmployerNotAgreed
        }
    }
}

/// Why an act of sharing failed.
public enum SharingError: Error, Sendable, Hashable {
    /// There is no such thing for this organisation; a foreign one is answered in the same way.
    case notFound
    /// Rules stand against it; at least one.
    case refused([SharingProblem])
}
