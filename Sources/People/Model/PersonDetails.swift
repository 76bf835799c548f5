public import Domain

/// A phone as it was told, with what to know before ringing it.
public struct PersonPhone: Sendable, Hashable, Codable {
    public var number: String
    public var note: String

    public init(number: String, note: String = "") {
        self.number = number
        self.note = note
    }
}

/// A document, and where it is now.
public struct PersonDocument: Sendable, Hashable, Codable {
    /// A ``Domain/DocumentKind`` code.
    public var kind: String
    public var number: String
    /// A ``Domain/DocumentState`` code.
    public var state: String

    public init(kind: DocumentKind, number: String, state: DocumentState = .held) {
        self.kind = kind.rawValue
        self.number = number
        self.state = state.rawValue
    }
}

/// The identity group of a person: everything here is sealed together.
public struct PersonIdentity: Sendable, Hashable, Codable {
    public var names: [PersonName]
    /// ISO 8601 in its stated precision (`1987`, `1987-03`, `1987-03-25`).
    public var birthDate: String?
    /// A ``Domain/Sex`` code.
    public var sex: String
    /// ISO 3166-1 alpha-2.
    public var citizenship: String?

    public init(names: [PersonName], birthDate: PartialDate?, sex: Sex, citizenship: CountryCode?) {
        self.names = names
        self.birthDate = birthDate?.iso
        self.sex = sex.rawValue
        self.citizenship = citizenship?.code
    }

    public var birth: PartialDate? { birthDate.flatMap { PartialDate(iso: $0) } }
}

/// What is recorded of a person; a group that the reader may not open is `nil`.
public struct PersonDetails: Sendable, Hashable {
    public var identity: PersonIdentity
    public var phones: [PersonPhone]?
    public var documents: [PersonDocument]?
    public var notes: String?

    public init(
        identity: PersonIdentity,
        phones: [PersonPhone]? = [],
        documents: [PersonDocument]? = [],
        notes: String? = ""
    ) {
        self.identity = identity
        self.phones = phones
        self.documents = documents
        self.notes = notes
    }

    /// The name that lists show: the first that isn't empty.
    public var displayName: String { identity.names.first { !$0.isEmpty }?.display ?? "" }
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
