public import Domain

/// What is to be written into a log. Ids and codes only: whatever says something about a person is sealed first and
/// goes into ``details``.
public struct LeafDraft: Sendable, Hashable {
    /// The organisation whose log it is, or the installation.
    public var log: OrganizationID
    /// What was done.
    public var kind: LeafKind
    /// Who did it; `nil` for the program itself.
    public var actor: UserID?
    /// For whom the actor acted.
    public var actorOrganization: OrganizationID?
    /// The record it was done to.
    public var subject: RecordID?
    /// The other organisation of an act between two.
    public var counterpart: OrganizationID?
    /// More about it, sealed with the record's key. Empty counts as none.
    public var details: [UInt8]?
    /// The hash of the record's columns after the change (``RecordState``), or ``RecordState/gone``; `nil` when the
    /// act left the record as it was.
    public var state: [UInt8]?
    /// When it was done; `nil` for now.
    public var at: Instant?

    public init(
        log: OrganizationID,
        kind: LeafKind,
        actor: UserID? = nil,
        actorOrganization: OrganizationID? = nil,
        subject: RecordID? = nil,
        counterpart: OrganizationID? = nil,
        details: [UInt8]? = nil,
        state: [UInt8]? = nil,
        at: Instant? = nil
    ) {
        self.log = log
        self.kind = kind
        self.actor = actor
        self.actorOrganization = actorOrganization
        self.subject = subject
        self.counterpart = counterpart
        self.details = details
        self.state = state
        self.at = at
    }
}
