public import Domain

/// One erasure, as the register keeps it: ids only, no name.
public struct ErasureEntry: Sendable, Hashable {
    public let record: RecordID
    public let owner: OrganizationID
    public let at: Instant
    /// The destroyed key, as sixteen hexadecimal digits that follow from it and tell nothing about it.
    public let keyIdentifier: String

    public init(record: RecordID, owner: OrganizationID, at: Instant, keyIdentifier: String) {
        self.record = record
        self.owner = owner
        self.at = at
        self.keyIdentifier = keyIdentifier
    }
}

/// What an erasure destroyed, and what of it can still be read until when.
public struct ErasureCertificate: Sendable, Hashable {
    public let entry: ErasureEntry
    /// Wraps of the record's key that were destroyed, of all organisations that held one.
    public let wrapsDestroyed: Int
    /// The other organisations that could open the record until now.
    public let formerHolders: [OrganizationID]
    /// Look-up rows that were removed.
    public let indexRowsRemoved: Int
    /// Files that became unreadable with the record.
    public let filesDestroyed: Int
    /// From this instant on the copies in backups are unreadable too: key parts and PostgreSQL's base backups and
    /// archives are kept ``keyPartDays`` days at most.
    public let backupsUnreadableFrom: Instant

    /// How long a backup's key part is kept at most.
    public static let keyPartDays: Int64 = 30
}
