/// Two records of which somebody said whether they are one person's.
public struct JudgedPair: Sendable {
    public var first: MatchableRecord
    public var second: MatchableRecord
    public var isSame: Bool

    public init(_ first: MatchableRecord, _ second: MatchableRecord, isSame: Bool) {
        self.first = first
        self.second = second
        self.isSame = isSame
    }
}

/// Weights estimated on a register, with what they rest on.
public struct WeightEstimate: Sendable {
    public struct Line: Sendable {
        public let level: MatchLevel
        /// The value set by hand.
        public let hand: Double
        public let estimated: Double
        /// About how many pairs of one person were met at this level, and how many of two.
        public let same: Double
        public let different: Double
    }

    public let weights: MatchWeights
    public let lines: [Line]
    /// How many pairs were looked at, those that somebody judged not among them.
    public let pairs: Int
    public let judgedSame: Int
    public let judgedDifferent: Int
}

/// Counts levels of agreement among pairs that are likely one person's and among the others, over and over with the
/// weights that follow (expectation and maximization), beginning from the hand values and never forgetting them.
struct WeightEstimation {
    /// A pair of records.
    struct Observation {
        var pattern: AgreementPattern
        /// Its bits under the hand values, the prior included.
        var bits: Double
        /// What its probability can be at most.
        var cap = 1.0
        /// What its levels say something about; not what it was found by.
        var fields: Set<MatchField> = Set(MatchField.allCases)
        /// What somebody said.
        var isSame: Bool?
    }

    let hand: MatchWeights
    /// As how many pairs of either kind the hand values count in each field.
    let strength: Double

    /// Pairs of two people are many and much alike: together they count as so many times the pairs of one.
    static let mostDifferent = 4.0
    private static let mostRounds = 40
    private static let smallestStep = 0.001

    init(hand: MatchWeights = .standard, strength: Double = 200) {
        self.hand = hand
        self.strength = max(1, strength)
    }

    func estimate(_ observations: [Observation]) -> WeightEstimate {
        var weights = hand
        var counts = Counts()
        for _ in 0..<Self.mostRounds {
            counts = count(observations, weights)
            let next = weighed(counts)
            let step = MatchLevel.allCases.map { abs(next[$0] - weights[$0]) }.max() ?? 0
            weights = next
            if step < Self.smallestStep { break }
        }
        weights = WeightLimits(hand: hand).safe(weights)
        // As they are stored; sums that differ in their last digits alone give the same weights.
        for level in MatchLevel.allCases { weights[level] = (weights[level] * 1000).rounded() / 1000 }
        return report(weights, counts, observations)
    }

    /// By field and level.
    private struct Counts {
        var same = Self.empty
        var different = Self.empty
        var saidDifferent = Self.empty

        static var empty: [[Double]] { MatchField.allCases.map { Array(repeating: 0, count: $0.levels.count + 1) } }
    }

    private func count(_ observations: [Observation], _ weights: MatchWeights) -> Counts {
        var moved = MatchLevel.allCases.map { weights[$0] - hand[$0] }
        let places = Dictionary(uniqueKeysWithValues: MatchLevel.allCases.enumerated().map { ($1, $0) })
        moved.append(0)
        var counts = Counts()
        for observation in observations {
            var bits = observation.bits
            observation.pattern.forEachTerm { level, times in bits += moved[places[level] ?? moved.count - 1] * times }
            let likely = min(observation.cap, 1 / (1 + EvidenceSum.powerOfTwo(-bits)))
            for field in observation.fields {
                guard let place = observation.pattern.place(in: field) else { continue }
                let row = Int(field.rawValue)
                switch observation.isSame {
                case true?: counts.same[row][place] += 1
                case false?: counts.saidDifferent[row][place] += 1
                case nil:
                    counts.same[row][place] += likely
                    counts.different[row][place] += 1 - likely
                }
            }
        }
        return counts
    }

    private func weighed(_ counts: Counts) -> MatchWeights {
        let limits = WeightLimits(hand: hand)
        var weights = hand
        for field in MatchField.allCases {
            let row = Int(field.rawValue)
            let shares = LevelShares(field, hand)
            let same = counts.same[row]
            let all = counts.different[row].reduce(0, +)
            let share = all > 0 ? min(1, Self.mostDifferent * same.reduce(0, +) / all) : 0
            let different = zip(counts.different[row], counts.saidDifferent[row]).map { $0 * share + $1 }
            for (place, level) in field.levels.enumerated() {
                let more = change(same, place, shares.same) - change(different, place, shares.different)
                weights[level] = limits.held(hand[level] + more, of: level)
            }
        }
        return limits.ordered(weights)
    }

    /// By how many bits a level is met more often than the hand values suppose; exactly 0 where nothing was counted.
    private func change(_ counts: [Double], _ place: Int, _ shares: [Double]) -> Double {
        let supposed = shares[place]
        return BinaryLogarithm.of(
            (counts[place] + strength * supposed) / ((counts.reduce(0, +) + strength) * supposed)
        )
    }

    private func report(
        _ weights: MatchWeights,
        _ counts: Counts,
        _ observations: [Observation]
    ) -> WeightEstimate {
        let lines = MatchField.allCases.flatMap { field in
            field.levels.enumerated().map { place, level in
                let row = Int(field.rawValue)
                return WeightEstimate.Line(
                    level: level,
                    hand: hand[level],
                    estimated: weights[level],
                    same: counts.same[row][place],
                    different: counts.different[row][place] + counts.saidDifferent[row][place]
                )
            }
        }
        return WeightEstimate(
            weights: weights,
            lines: lines,
            pairs: observations.count { $0.isSame == nil },
            judgedSame: observations.count { $0.isSame == true },
            judgedDifferent: observations.count { $0.isSame == false }
        )
    }
}
