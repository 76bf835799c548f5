public import Domain

/// What is recorded of a person; a group that the reader may not open is `nil`.
public struct PersonDetails: Sendable, Hashable {
    public var identity: PersonIdentity
    public var phones: [PersonPhone]?
    public var documents: [PersonDocument]?
    public var notes: String?
    /// How the person may be reached without danger, what they wish and what endangers them.
    public var safety: PersonSafety?
    /// Relatives and others, and what each may be told.
    public var circle: [Relative]?
    public var stays: PersonStays?
    public var vulnerability: PersonVulnerability?
    /// Exact places. They stand in no summary and in no letter.
    public var places: [PersonPlace]?

    public init(
        identity: PersonIdentity,
        phones: [PersonPhone]? = [],
        documents: [PersonDocument]? = [],
        notes: String? = "",
        safety: PersonSafety? = PersonSafety(),
        circle: [Relative]? = [],
        stays: PersonStays? = PersonStays(),
        vulnerability: PersonVulnerability? = PersonVulnerability(),
        places: [PersonPlace]? = []
    ) {
        self.identity = identity
        self.phones = phones
        self.documents = documents
        self.notes = notes
        self.safety = safety
        self.circle = circle
        self.stays = stays
        self.vulnerability = vulnerability
        self.places = places
    }

    /// The name that lists show: the first that isn't empty, else the alias.
    public var displayName: String { identity.names.first { !$0.isEmpty }?.display ?? identity.alias }
}

/// A person as one page shows it.
public struct Person: Sendable {
    public let id: PersonID
    /// The organisation that owns the record.
    public let owner: OrganizationID
    /// Grows with each change; an edit names the version that it started from.
    public let version: Int64
    public let createdAt: Instant
    public let changedAt: Instant
    public let details: PersonDetails
    /// What the reader may open.
    public let groups: FieldGroups
    /// Whether the record came from an imported list, so that it is never offered for sharing without a recorded
    /// authority (safety rule 12).
    public let isImported: Bool
}

/// A person as a line of a list.
public struct PersonListItem: Sendable {
    public let id: PersonID
    public let owner: OrganizationID
    public let name: String
    public let birthDate: String
    public let changedAt: Instant
    /// What is wrong with the sealed value, when it could not be opened.
    public let isDamaged: Bool
}
