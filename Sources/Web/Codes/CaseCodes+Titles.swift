public import Domain
public import Localization

extension CaseStatus {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .open: texts.codes.caseStatusOpen
        case .waiting: texts.codes.caseStatusWaiting
        case .closed: texts.codes.caseStatusClosed
        case .reopened: texts.codes.caseStatusReopened
        case .departed: texts.codes.caseStatusDeparted
        case .deported: texts.codes.caseStatusDeported
        case .disappeared: texts.codes.caseStatusDisappeared
        case .deceased: texts.codes.caseStatusDeceased
        case .transferred: texts.codes.caseStatusTransferred
        }
    }
}

extension CaseRole {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .client: texts.codes.caseRoleClient
        case .relative: texts.codes.caseRoleRelative
        case .witness: texts.codes.caseRoleWitness
        case .representative: texts.codes.caseRoleRepresentative
        case .interpreter: texts.codes.caseRoleInterpreter
        case .other: texts.codes.caseRoleOther
        }
    }
}

extension RiskLevel {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .normal: texts.codes.riskNormal
        case .raised: texts.codes.riskRaised
        case .high: texts.codes.riskHigh
        }
    }
}

extension CaseOutcome {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .solved: texts.codes.caseOutcomeSolved
        case .partlySolved: texts.codes.caseOutcomePartlySolved
        case .notSolved: texts.codes.caseOutcomeNotSolved
        case .withdrawn: texts.codes.caseOutcomeWithdrawn
        case .referredOn: texts.codes.caseOutcomeReferredOn
        case .lostContact: texts.codes.caseOutcomeLostContact
        case .noGrounds: texts.codes.caseOutcomeNoGrounds
        }
    }
}

extension AuthorityBasis {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .consent: texts.codes.basisConsent
        case .guardian: texts.codes.basisGuardian
        case .representative: texts.codes.basisRepresentative
        case .vitalInterest: texts.codes.basisVitalInterest
        case .childBestInterest: texts.codes.basisChildBestInterest
        case .legalDuty: texts.codes.basisLegalDuty
        }
    }
}

extension AuthorityMethod {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .verbal: texts.codes.methodVerbal
        case .written: texts.codes.methodWritten
        case .electronic: texts.codes.methodElectronic
        }
    }
}

extension SharePurpose {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .legalAid: texts.codes.purposeLegalAid
        case .medical: texts.codes.purposeMedical
        case .shelter: texts.codes.purposeShelter
        case .consular: texts.codes.purposeConsular
        case .employment: texts.codes.purposeEmployment
        case .social: texts.codes.purposeSocial
        case .documents: texts.codes.purposeDocuments
        case .other: texts.codes.purposeOther
        }
    }
}

extension ReferralState {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .sent: texts.codes.referralStateSent
        case .seen: texts.codes.referralStateSeen
        case .accepted: texts.codes.referralStateAccepted
        case .declined: texts.codes.referralStateDeclined
        case .inProgress: texts.codes.referralStateInProgress
        case .done: texts.codes.referralStateDone
        case .revoked: texts.codes.referralStateRevoked
        case .expired: texts.codes.referralStateExpired
        }
    }
}

extension TransferState {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .offered: texts.codes.transferStateOffered
        case .accepted: texts.codes.transferStateAccepted
        case .declined: texts.codes.transferStateDeclined
        case .revoked: texts.codes.transferStateRevoked
        }
    }
}

extension AppointmentState {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .required: texts.codes.appointmentStateRequired
        case .planned: texts.codes.appointmentStatePlanned
        case .inProgress: texts.codes.appointmentStateInProgress
        case .completed: texts.codes.appointmentStateCompleted
        case .missed: texts.codes.appointmentStateMissed
        case .cancelled: texts.codes.appointmentStateCancelled
        case .notRequired: texts.codes.appointmentStateNotRequired
        }
    }
}

extension FieldGroup {
    /// The code in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .identity: texts.codes.fieldGroupIdentity
        case .contact: texts.codes.fieldGroupContact
        case .safeContact: texts.codes.fieldGroupSafeContact
        case .narrative: texts.codes.fieldGroupNarrative
        case .health: texts.codes.fieldGroupHealth
        case .money: texts.codes.fieldGroupMoney
        case .documents: texts.codes.fieldGroupDocuments
        case .files: texts.codes.fieldGroupFiles
        }
    }
}
