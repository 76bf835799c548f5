/// How often each level of a field is met among pairs of one person and among pairs of two, as weights set by hand imply
/// it.
struct LevelShares {
    private(set) var same: [Double]
    private(set) var different: [Double]

    /// - Parameters:
    ///   - field: what is compared.
    ///   - weights: their ratios: log2 of one share over the other is each level's weight.
    init(_ field: MatchField, _ weights: MatchWeights) {
        let ratios = field.levels.map { EvidenceSum.powerOfTwo(weights[$0]) }
        if field.hasOpenLevel {
            (same, different) = Self.beside(ratios, mostDifferent: field == .gender ? 0.45 : 0.9)
        } else {
            (same, different) = Self.whole(ratios, shape: field.levels.map(Self.shape))
        }
    }

    /// Where an open level takes the rest: most pairs of two people disagree (genders do in half of them), and one pair of
    /// one person in twenty has an initial.
    private static func beside(_ ratios: [Double], mostDifferent: Double) -> ([Double], [Double]) {
        let same = ratios.map { $0 < 1 ? mostDifferent * $0 : 0.05 }
        let different = zip(same, ratios).map { $0 / $1 }
        return (same + [1 - same.reduce(0, +)], different + [1 - different.reduce(0, +)])
    }

    /// The levels for and the levels against keep their proportions among themselves; how much each side has in all
    /// follows from both columns being whole.
    private static func whole(_ ratios: [Double], shape: [Double]) -> ([Double], [Double]) {
        func sum(_ isFor: Bool, _ value: (Int) -> Double) -> Double {
            ratios.indices.filter { (ratios[$0] > 1) == isFor }.reduce(0) { $0 + value($1) }
        }
        let (agreeing, disagreeing) = (sum(true) { shape[$0] }, sum(false) { shape[$0] })
        let chance = sum(true) { shape[$0] / ratios[$0] } / agreeing
        let contrary = sum(false) { shape[$0] / ratios[$0] } / disagreeing
        let against = (1 - chance) / (contrary - chance)
        let same = ratios.indices.map {
            ratios[$0] > 1 ? (1 - against) * shape[$0] / agreeing : against * shape[$0] / disagreeing
        }
        return (same, zip(same, ratios).map { $0 / $1 })
    }

    /// How the pairs of one person spread over the levels of one side.
    private static func shape(_ level: MatchLevel) -> Double {
        switch level {
        case .sameBirthDate: 0.80
        case .sameBirthDateFirstOfJanuary: 0.08
        case .sameBirthYear: 0.06
        case .birthDayMonthSwapped, .neighbouringBirthYear: 0.03
        case .birthDateOneDigit: 0.5
        case .otherBirthDate: 0.3
        case .otherBirthYear: 0.2
        case .samePhone: 0.9
        case .samePhoneFamily: 0.1
        case .sameDocument: 0.95
        case .documentOneEdit: 0.05
        default: 1
        }
    }
}
