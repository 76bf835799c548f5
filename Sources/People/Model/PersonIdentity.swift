public import Domain

/// The identity group of a person: everything here is sealed together, and is what a summary shows.
public struct PersonIdentity: Sendable, Hashable {
    public var names: [PersonName]
    /// What the person is called when no name is known or none is safe to use.
    public var alias: String
    /// Whether it was chosen that no name is recorded.
    public var isNameless: Bool
    /// ISO 8601 in its stated precision (`1987`, `1987-03`, `1987-03-25`).
    public var birthDate: String?
    /// Whether the date was guessed from voice, looks or papers that may be false.
    public var isBirthEstimated: Bool
    /// A ``Domain/Sex`` code.
    public var sex: String
    /// ISO 3166-1 alpha-2.
    public var citizenship: String?
    /// ISO 3166-2, such as `KG-O`.
    public var homeRegion: String?
    /// The village or town the person comes from.
    public var homePlace: String
    /// BCP 47 tags, the best one first.
    public var languages: [String]

    public init(
        names: [PersonName],
        birthDate: PartialDate?,
        sex: Sex,
        citizenship: CountryCode?,
        alias: String = "",
        isNameless: Bool = false,
        isBirthEstimated: Bool = false,
        homeRegion: String? = nil,
        homePlace: String = "",
        languages: [String] = []
    ) {
        self.names = names
        self.birthDate = birthDate?.iso
        self.sex = sex.rawValue
        self.citizenship = citizenship?.code
        self.alias = alias
        self.isNameless = isNameless
        self.isBirthEstimated = isBirthEstimated
        self.homeRegion = homeRegion
        self.homePlace = homePlace
        self.languages = languages
    }

    public var birth: PartialDate? { birthDate.flatMap { PartialDate(iso: $0) } }
}

/// Members that came later may be missing in what was sealed before.
extension PersonIdentity: Codable {
    private enum CodingKeys: String, CodingKey {
        case names, birthDate, sex, citizenship, alias, isNameless, isBirthEstimated, homeRegion, homePlace, languages
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        names = try values.decode([PersonName].self, forKey: .names)
        birthDate = try values.decodeIfPresent(String.self, forKey: .birthDate)
        sex = try values.decode(String.self, forKey: .sex)
        citizenship = try values.decodeIfPresent(String.self, forKey: .citizenship)
        alias = try values.decodeIfPresent(String.self, forKey: .alias) ?? ""
        isNameless = try values.decodeIfPresent(Bool.self, forKey: .isNameless) ?? false
        isBirthEstimated = try values.decodeIfPresent(Bool.self, forKey: .isBirthEstimated) ?? false
        homeRegion = try values.decodeIfPresent(String.self, forKey: .homeRegion)
        homePlace = try values.decodeIfPresent(String.self, forKey: .homePlace) ?? ""
        languages = try values.decodeIfPresent([String].self, forKey: .languages) ?? []
    }
}

/// Whose phone a number is; a number that is somebody else's may tell them who called.
public enum PhoneOwner: String, CaseIterable, Sendable, Codable {
    case person, relative, shared, employer, other
}

/// A phone as it was told, with what to know before ringing it.
public struct PersonPhone: Sendable, Hashable {
    public var number: String
    public var note: String
    public var owner: PhoneOwner
    /// The messengers that answer at this number, in words.
    public var messenger: String

    public init(number: String, note: String = "", owner: PhoneOwner = .person, messenger: String = "") {
        self.number = number
        self.note = note
        self.owner = owner
        self.messenger = messenger
    }
}

extension PersonPhone: Codable {
    private enum CodingKeys: String, CodingKey { case number, note, owner, messenger }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        number = try values.decode(String.self, forKey: .number)
        note = try values.decode(String.self, forKey: .note)
        owner = try values.decodeIfPresent(PhoneOwner.self, forKey: .owner) ?? .person
        messenger = try values.decodeIfPresent(String.self, forKey: .messenger) ?? ""
    }
}

/// A document, where it is now and who has it.
public struct PersonDocument: Sendable, Hashable, Codable {
    /// A ``Domain/DocumentKind`` code.
    public var kind: String
    public var number: String
    /// A ``Domain/DocumentState`` code.
    public var state: String
    /// Who has it, when it is not with the person.
    public var heldBy: String?
    /// Since when it is there, ISO 8601 in its stated precision.
    public var since: String?

    public init(
        kind: DocumentKind,
        number: String,
        state: DocumentState = .held,
        heldBy: String = "",
        since: PartialDate? = nil
    ) {
        self.kind = kind.rawValue
        self.number = number
        self.state = state.rawValue
        self.heldBy = heldBy.isEmpty ? nil : heldBy
        self.since = since?.iso
    }
}
