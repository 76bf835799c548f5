// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `journal`.
public struct JournalTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 358 + offset) }

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
}
