public import Domain

/// One coded row that statistics count: no name, no text, no id that stands anywhere else.
public struct Fact: Sendable, Hashable {
    public var kind: FactKind
    /// The civil day in the owning organisation's zone.
    public var day: CivilDate
    /// Only codes; what isn't known is left out.
    public var codes: [FactDimension: String]
    /// Whom it is about, to count persons; stored as an HMAC under the organisation's fact key.
    public var person: PersonID?
    /// The random token that travels with a referral, so that the network counts a person once.
    public var networkToken: [UInt8]?
    public var amount: Money?
    public var amountKind: AmountKind?
    /// How many people the matter concerns, when more than one.
    public var groupSize: Int?

    public init(
        _ kind: FactKind,
        on day: CivilDate,
        codes: [FactDimension: String] = [:],
        person: PersonID? = nil,
        networkToken: [UInt8]? = nil,
        amount: Money? = nil,
        amountKind: AmountKind? = nil,
        groupSize: Int? = nil
    ) {
        self.kind = kind
        self.day = day
        self.codes = codes
        self.person = person
        self.networkToken = networkToken
        self.amount = amount
        self.amountKind = amountKind
        self.groupSize = groupSize
    }
}

/// How codes of facts are made from what is recorded.
public enum FactRules {
    /// The age group of somebody born then on a day; `nil` when the year isn't known. With the year alone, the age at
    /// the end of the year counts.
    public static func ageGroup(_ birth: PartialDate?, on day: CivilDate) -> String? {
        guard let birth else { return nil }
        var age = day.date.year - birth.year
        if let month = birth.month,
            (day.date.month ?? 12, day.date.day ?? 31) < (month, birth.day ?? 1)
        {
            age -= 1
        }
        return switch age {
        case ..<0: nil
        case ..<14: "0-13"
        case ..<18: "14-17"
        case ..<25: "18-24"
        case ..<35: "25-34"
        case ..<45: "35-44"
        case ..<55: "45-54"
        default: "55+"
        }
    }

    /// Whether the group is of children.
    public static func isChild(_ ageGroup: String?) -> Bool { ageGroup == "0-13" || ageGroup == "14-17" }
}
