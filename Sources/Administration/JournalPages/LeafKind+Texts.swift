import Access
import Journal
import Localization

extension LeafKind {
    /// What was done, in words; for a kind of a newer version its code.
    func title(_ texts: Texts) -> String {
        personTitle(texts) ?? accountTitle(texts) ?? organizationTitle(texts)
            ?? workTitle(texts) ?? texts.journal.kindOther(code: rawValue)
    }

    private func personTitle(_ texts: Texts) -> String? {
        switch self {
        case .personCreated: texts.journal.kindPersonCreated
        case .personChanged: texts.journal.kindPersonChanged
        case .personImported: texts.journal.kindPersonImported
        case .personOpened: texts.journal.kindPersonOpened
        case .peopleListed: texts.journal.kindPeopleListed
        case .peopleSearched: texts.journal.kindPeopleSearched
        case .peopleExported: texts.journal.kindPeopleExported
        case .personShared: texts.journal.kindPersonShared
        case .personReceived: texts.journal.kindPersonReceived
        case .personRevoked: texts.journal.kindPersonRevoked
        case .personWithdrawn: texts.journal.kindPersonWithdrawn
        case .personErased: texts.journal.kindPersonErased
        case .accessRefused: texts.journal.kindAccessRefused
        case .sealRefused: texts.journal.kindSealRefused
        default: nil
        }
    }

    private func accountTitle(_ texts: Texts) -> String? {
        switch self {
        case .sessionStarted: texts.journal.kindSessionStarted
        case .sessionRefused: texts.journal.kindSessionRefused
        case .sessionEnded: texts.journal.kindSessionEnded
        case .sessionsLocked: texts.journal.kindSessionsLocked
        case .sessionSteppedUp: texts.journal.kindSteppedUp
        case .sessionSwitched: texts.journal.kindSessionSwitched
        case .accountCreated: texts.journal.kindAccountCreated
        case .accountChanged: texts.journal.kindAccountChanged
        case .accountDisabled: texts.journal.kindAccountDisabled
        case .accountEnabled: texts.journal.kindAccountEnabled
        case .accountErased: texts.journal.kindAccountErased
        case .passwordChanged: texts.journal.kindPasswordChanged
        case .passwordLinkMade: texts.journal.kindPasswordLinkMade
        case .secondFactorEnabled, .secondFactorDisabled: texts.journal.kindSecondFactor
        case .recoveryCodesMade, .recoveryCodeUsed: texts.journal.kindRecoveryCodes
        default: nil
        }
    }

    private func organizationTitle(_ texts: Texts) -> String? {
        switch self {
        case .organizationCreated: texts.journal.kindOrganizationCreated
        case .organizationChanged: texts.journal.kindOrganizationChanged
        case .organizationDisabled: texts.journal.kindOrganizationDisabled
        case .memberAdded: texts.journal.kindMemberAdded
        case .memberChanged: texts.journal.kindMemberChanged
        case .memberDisabled: texts.journal.kindMemberDisabled
        case .memberEnabled: texts.journal.kindMemberEnabled
        case .membersListed: texts.journal.kindMembersListed
        case .settingsChanged: texts.journal.kindSettingsChanged
        case .keysCreated, .keysRotated, .keysRewrapped: texts.journal.kindKeys
        case .backupMade, .backupRestored, .registerOverridden: texts.journal.kindBackup
        case .journalListed: texts.journal.kindJournalListed
        case .journalVerified: texts.journal.kindJournalVerified
        default: nil
        }
    }
}
