public import Domain

/// Who may read which journal.
public struct JournalPolicy: Sendable {
    private let organization: OrganizationID
    private let rights: RightSet

    public init(_ principal: Principal) {
        organization = principal.organization
        rights = principal.rights
    }

    /// Whether the log of this organisation (or of the installation) may be read.
    public func mayRead(log: OrganizationID) -> Bool {
        rights.allows(.journalRead, log == organization ? .organization : .network)
    }
}
