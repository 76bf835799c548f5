public import Domain

/// A contact as its page shows it.
public struct Contact: Sendable {
    public let id: ContactID
    public let number: Int64
    public let version: Int64
    public let createdAt: Instant
    public let takenBy: UserID
    public let occurredAt: Instant
    public let direction: ContactDirection
    public let channel: Channel
    public let messenger: String?
    public let counterpart: Counterpart
    public let relation: CallerRelation?
    public let heardFrom: HeardFrom?
    public let language: String
    public let hostCountry: String?
    public let hostRegion: String?
    public let settlement: Settlement?
    public let urgency: Urgency
    public let outcome: ContactOutcome?
    public let attempt: AttemptResult?
    public let state: ContactState
    /// The first is the primary one.
    public let problems: [ProblemCode]
    public let members: [ContactMember]
    public let caseID: CaseID?
    /// The first contact of the same unnamed caller.
    public let thread: ContactID?
    public let isImported: Bool
    public let narrative: ContactNarrative
    public let caller: ContactCaller
}

/// A contact as a line of a list.
public struct ContactListItem: Sendable {
    public let id: ContactID
    public let number: Int64
    public let occurredAt: Instant
    public let direction: ContactDirection
    public let channel: Channel
    public let language: String
    public let urgency: Urgency
    public let outcome: ContactOutcome?
    public let state: ContactState
    public let problem: ProblemCode?
    public let takenBy: UserID
    public let isImported: Bool
    /// The first words of what was said.
    public let headline: String
    /// Whether the sealed value was refused; it goes into the journal.
    public let isDamaged: Bool
}

/// What saving a contact came to.
public struct SavedContact: Sendable, Hashable {
    public let id: ContactID
    /// Counts per organisation.
    public let number: Int64
    /// Whether it wasn't there before under the same task id.
    public let isNew: Bool
}

/// Why a contact could not be worked on.
public enum HotlineError: Error, Sendable, Hashable {
    /// There is no such record for this organisation; a foreign one is answered in the same way.
    case notFound
    /// A person whom the contact names isn't there for this organisation.
    case personNotFound(index: Int)
    /// Somebody else changed it meanwhile.
    case stale
    /// The row does not say what the journal says.
    case tampered(ContactID)
    /// What was to be recorded breaks rules.
    case refused(ContactProblems)
}
