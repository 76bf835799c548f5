import Domain
import Localization
import Web

extension AuthorityGiver {
    func title(_ texts: Texts) -> String {
        switch self {
        case .person: texts.authority.giverPerson
        case .guardian: texts.authority.giverGuardian
        case .representative: texts.authority.giverRepresentative
        case .staff: texts.authority.giverStaff
        }
    }
}

extension AuthorityEnd {
    func title(_ texts: Texts) -> String {
        switch self {
        case .withdrawn: texts.authority.endedWithdrawn
        case .lapsed: texts.authority.endedLapsed
        case .transferred: texts.authority.endedTransferred
        }
    }
}

extension DeclineReason {
    func title(_ texts: Texts) -> String {
        switch self {
        case .noCapacity: texts.referrals.reasonNoCapacity
        case .notOurService: texts.referrals.reasonNotOurService
        case .otherPlace: texts.referrals.reasonOtherPlace
        case .language: texts.referrals.reasonLanguage
        case .conflict: texts.referrals.reasonConflict
        case .notReached: texts.referrals.reasonNotReached
        case .other: texts.referrals.reasonOther
        }
    }
}

extension ReferralEnd {
    func title(_ texts: Texts) -> String {
        switch self {
        case .revoked: texts.referrals.endRevoked
        case .ended: texts.referrals.endEnded
        case .withdrawn: texts.referrals.endWithdrawn
        case .unanswered: texts.referrals.endUnanswered
        case .lapsed: texts.referrals.endLapsed
        case .transferred: texts.referrals.endTransferred
        case .erased: texts.referrals.endErased
        }
    }
}

extension WithdrawalDecision {
    func title(_ texts: Texts) -> String {
        switch self {
        case .keep: texts.referrals.decisionKeep
        case .handBack: texts.referrals.decisionHandBack
        case .erase: texts.referrals.decisionErase
        }
    }
}

extension ReferralQuery.Filter {
    func title(_ texts: Texts) -> String {
        switch self {
        case .waiting: texts.referrals.filterWaiting
        case .working: texts.referrals.filterWorking
        case .ended: texts.referrals.filterEnded
        case .all: texts.referrals.filterAll
        }
    }
}

extension EntryCounterpart {
    /// As the address of a letter.
    func addresseeTitle(_ texts: Texts) -> String {
        switch self {
        case .police: texts.letters.addresseePolice
        case .inspectorate: texts.letters.addresseeInspectorate
        case .court: texts.letters.addresseeCourt
        case .migration: texts.letters.addresseeMigration
        case .hospital: texts.letters.addresseeHospital
        case .consulate: texts.letters.addresseeConsulate
        case .employer: texts.letters.addresseeEmployer
        case .partner: texts.letters.addresseePartner
        case .family: texts.letters.addresseeFamily
        }
    }
}

enum SharingTitles {
    /// The field groups as people know them.
    static func title(_ group: FieldGroup, _ texts: Texts) -> String {
        switch group {
        case .identity: texts.authority.groupIdentity
        case .contact: texts.authority.groupContact
        case .safeContact: texts.authority.groupSafeContact
        case .narrative: texts.authority.groupNarrative
        case .health: texts.authority.groupHealth
        case .money: texts.authority.groupMoney
        case .documents: texts.authority.groupDocuments
        case .files: texts.authority.groupFiles
        }
    }

    static func list(_ groups: FieldGroups, _ texts: Texts) -> String {
        texts.formats.list(groups.groups.map { title($0, texts) })
    }

    /// Why something ended, whichever side ended it.
    static func reason(_ code: String, _ texts: Texts) -> String {
        DeclineReason(rawValue: code)?.title(texts) ?? ReferralEnd(rawValue: code)?.title(texts) ?? code
    }

    static func state(_ state: TransferState, _ texts: Texts) -> String {
        switch state {
        case .offered: texts.transfers.stateOffered
        case .accepted: texts.transfers.stateAccepted
        case .declined: texts.transfers.stateDeclined
        case .revoked: texts.transfers.stateRevoked
        }
    }

    static func badge(_ state: ReferralState, _ texts: Texts) -> Badge {
        let kind: Badge.Kind =
            switch state {
            case .sent, .seen: .due
            case .accepted, .inProgress: .active
            case .done: .done
            case .declined, .revoked, .expired: .neutral
            }
        return Badge(state.title(texts), kind)
    }

    static func day(_ day: CivilDate, _ texts: Texts) -> String {
        texts.formats.date(year: day.date.year, month: day.date.month, day: day.date.day, relativeToYear: nil)
    }
}
