public import Domain

/// Where a person stayed and on what ground, and where they were held; sealed with the documents group.
public struct PersonStays: Sendable, Hashable, Codable {
    public var stays: [Stay]
    public var detentions: [Detention]

    public init(stays: [Stay] = [], detentions: [Detention] = []) {
        self.stays = stays
        self.detentions = detentions
    }

    public var isEmpty: Bool { stays.isEmpty && detentions.isEmpty }
}

/// A stay in a country. Dates are ISO 8601 in their stated precision.
public struct Stay: Sendable, Hashable, Codable {
    /// ISO 3166-1 alpha-2.
    public var country: String
    public var enteredOn: String?
    /// On what ground: visa-free, patent, contract, study, family, none.
    public var basis: StayBasis
    public var registeredUntil: String?
    public var permitUntil: String?
    public var bannedUntil: String?
    /// Since when the person stands on the register of controlled persons.
    public var onControlRegisterSince: String?
    public var note: String

    public init(
        country: String,
        enteredOn: String? = nil,
        basis: StayBasis = .unknown,
        registeredUntil: String? = nil,
        permitUntil: String? = nil,
        bannedUntil: String? = nil,
        onControlRegisterSince: String? = nil,
        note: String = ""
    ) {
        self.country = country
        self.enteredOn = enteredOn
        self.basis = basis
        self.registeredUntil = registeredUntil
        self.permitUntil = permitUntil
        self.bannedUntil = bannedUntil
        self.onControlRegisterSince = onControlRegisterSince
        self.note = note
    }
}

public enum StayBasis: String, CaseIterable, Sendable, Codable {
    case unknown
    case visaFree = "visa_free"
    case visa
    case workPermit = "work_permit"
    case contract
    case residencePermit = "residence_permit"
    case study, family, asylum, citizenship
    case none
    case other
}

/// What the person said about their consul when they were held.
public enum ConsulWish: String, CaseIterable, Sendable, Codable {
    case notAsked = "not_asked"
    case asked, refused
}

/// A time in which the person was held. Dates are ISO 8601 in their stated precision.
public struct Detention: Sendable, Hashable, Codable {
    public var place: String
    public var ground: String
    public var heldFrom: String?
    public var heldUntil: String?
    public var hadInterpreter: Bool
    public var hadLawyer: Bool
    public var consul: ConsulWish
    public var transfers: String
    public var visits: String
    public var papersTaken: String

    public init(
        place: String,
        ground: String = "",
        heldFrom: String? = nil,
        heldUntil: String? = nil,
        hadInterpreter: Bool = false,
        hadLawyer: Bool = false,
        consul: ConsulWish = .notAsked,
        transfers: String = "",
        visits: String = "",
        papersTaken: String = ""
    ) {
        self.place = place
        self.ground = ground
        self.heldFrom = heldFrom
        self.heldUntil = heldUntil
        self.hadInterpreter = hadInterpreter
        self.hadLawyer = hadLawyer
        self.consul = consul
        self.transfers = transfers
        self.visits = visits
        self.papersTaken = papersTaken
    }
}

/// What an exact place is to the person.
public enum PlaceKind: String, CaseIterable, Sendable, Codable {
    case address, worksite, shelter
}

/// An exact place: kept for a purpose and until a day, after which nobody is shown it.
public struct PersonPlace: Sendable, Hashable, Codable {
    public var kind: PlaceKind
    public var text: String
    /// What it is recorded for.
    public var purpose: String
    /// ISO 8601 day on which it is forgotten; `nil` for as long as the record lives.
    private var expiry: String?

    public init(kind: PlaceKind, text: String, purpose: String = "", expiresOn: CivilDate? = nil) {
        self.kind = kind
        self.text = text
        self.purpose = purpose
        expiry = expiresOn?.iso
    }

    /// The first day on which it is no longer shown.
    public var expiresOn: CivilDate? {
        get { expiry.flatMap { CivilDate(iso: $0) } }
        set { expiry = newValue?.iso }
    }

    public func isLive(on day: CivilDate) -> Bool { expiresOn.map { day < $0 } ?? true }
}
