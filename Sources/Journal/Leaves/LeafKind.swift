/// What was done: a code that a page translates. Rooms add their own kinds as extensions.
///
/// A code is lower-case words joined by points, the thing first and the act last; it enters leaf hashes and is never
/// renamed.
public struct LeafKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    private init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    // People
    public static let personCreated = LeafKind("person.created")
    public static let personChanged = LeafKind("person.changed")
    public static let personImported = LeafKind("person.imported")
    public static let personOpened = LeafKind("person.opened")
    public static let peopleListed = LeafKind("people.listed")
    public static let peopleSearched = LeafKind("people.searched")
    public static let peopleExported = LeafKind("people.exported")
    public static let personShared = LeafKind("person.shared")
    public static let personReceived = LeafKind("person.received")
    public static let personRevoked = LeafKind("person.revoked")
    public static let personWithdrawn = LeafKind("person.withdrawn")
    public static let personErased = LeafKind("person.erased")

    // What was refused
    public static let accessRefused = LeafKind("access.refused")
    public static let sealRefused = LeafKind("seal.refused")

    // Signing in
    public static let sessionStarted = LeafKind("session.started")
    public static let sessionRefused = LeafKind("session.refused")
    public static let sessionEnded = LeafKind("session.ended")
    public static let sessionsLocked = LeafKind("session.locked")
    public static let sessionSteppedUp = LeafKind("session.stepped_up")
    public static let accountCreated = LeafKind("account.created")
    public static let accountChanged = LeafKind("account.changed")
    public static let accountDisabled = LeafKind("account.disabled")
    public static let accountEnabled = LeafKind("account.enabled")
    public static let accountErased = LeafKind("account.erased")
    public static let passwordChanged = LeafKind("account.password_changed")
    public static let secondFactorEnabled = LeafKind("account.second_factor_enabled")
    public static let secondFactorDisabled = LeafKind("account.second_factor_disabled")
    public static let recoveryCodesMade = LeafKind("account.recovery_codes_made")
    public static let recoveryCodeUsed = LeafKind("account.recovery_code_used")

    // Organisations and their members
    public static let organizationCreated = LeafKind("organization.created")
    public static let organizationChanged = LeafKind("organization.changed")
    public static let organizationDisabled = LeafKind("organization.disabled")
    public static let memberAdded = LeafKind("member.added")
    public static let memberChanged = LeafKind("member.changed")
    public static let memberDisabled = LeafKind("member.disabled")
    public static let memberEnabled = LeafKind("member.enabled")
    public static let membersListed = LeafKind("members.listed")

    // The installation
    public static let settingsChanged = LeafKind("settings.changed")
    public static let keysCreated = LeafKind("keys.created")
    public static let keysRotated = LeafKind("keys.rotated")
    public static let keysRewrapped = LeafKind("keys.rewrapped")
    public static let backupMade = LeafKind("backup.made")
    public static let backupRestored = LeafKind("backup.restored")
    public static let registerOverridden = LeafKind("backup.register_overridden")
    public static let journalListed = LeafKind("journal.listed")
    public static let journalVerified = LeafKind("journal.verified")

    /// Whether the act leaves nothing of the record; such kinds end in `.erased`.
    package var isErasure: Bool { rawValue.hasSuffix(".erased") }

    /// Whether the code has the form that the journal takes: 1 to 64 of a–z, `_` and points between words.
    package var isWellFormed: Bool {
        let bytes = rawValue.utf8
        guard (1...64).contains(bytes.count), bytes.first != 46, bytes.last != 46 else { return false }
        return bytes.allSatisfy { (97...122).contains($0) || $0 == 95 || $0 == 46 }
    }
}
