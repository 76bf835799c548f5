/// Bits for and against, by level of agreement: log2 of how much likelier the level is for one person's two records than
/// for two people's. The standard values are set by hand; a network may estimate its own and keep these as prior.
public struct MatchWeights: Sendable, Hashable {
    /// A name's agreement counts by its rarity, log2 of one over its share, times this; the two below bound it.
    public var rarity = 0.75
    public var rarestName = 9.0
    public var commonestName = 2.5
    /// For a name whose frequency is not known.
    public var typicalName = 6.5
    public var otherFamilyName = -5.5
    public var otherGivenName = -6.0
    public var initialOnly = 3.5
    public var samePatronymic = 3.5
    public var otherPatronymic = -6.0
    public var sameBirthDate = 6.5
    public var sameBirthDateFirstOfJanuary = 1.5
    public var sameBirthYear = 1.0
    public var birthDayMonthSwapped = 4.5
    public var birthDateOneDigit = -1.0
    public var neighbouringBirthYear = 4.0
    public var otherBirthDate = -6.5
    /// The same where one of the dates is a first of January, whose day says nothing but whose year does.
    public var otherBirthYear = -5.0
    public var samePhone = 7.5
    /// The same phone where the given names disagree: families share phones.
    public var samePhoneFamily = 1.5
    public var otherPhone = -0.5
    public var sameDocument = 12.0
    public var documentOneEdit = 5.0
    public var otherDocument = -6.0
    public var genderConflict = -3.0
    /// What the evidence must outweigh before two records are thought to be one person's.
    public var prior = -13.7

    public init() {}

    public static let standard = MatchWeights()

    func bits(_ level: BirthLevel, isFirstOfJanuary: Bool) -> Double {
        switch level {
        case .unknown: 0
        case .exact: sameBirthDate
        case .exactFirstOfJanuary: sameBirthDateFirstOfJanuary
        case .yearOnly: sameBirthYear
        case .swapped: birthDayMonthSwapped
        case .oneDigit: birthDateOneDigit
        case .neighbouringYear: neighbouringBirthYear
        case .different: isFirstOfJanuary ? otherBirthYear : otherBirthDate
        }
    }
}
