/// What estimated weights may be: near the hand values, of the same sign, in the same order, and never so that relatives
/// become one person.
struct WeightLimits {
    let hand: MatchWeights

    /// How many bits a weight may leave its hand value: it counts twice as much or half as much at most.
    static let reach = 1.0
    /// What a weight keeps of its sign at least.
    static let least = 0.25

    /// Chains of levels, the highest weight first.
    private static let chains: [[MatchLevel]] = [
        [
            .sameBirthDate, .birthDayMonthSwapped, .neighbouringBirthYear, .sameBirthYear, .birthDateOneDigit,
            .otherBirthYear, .otherBirthDate,
        ],
        [.sameBirthDate, .sameBirthDateFirstOfJanuary, .sameBirthYear], [.samePhone, .samePhoneFamily, .otherPhone],
        [.sameDocument, .documentOneEdit, .otherDocument],
    ]

    /// One weight within its limits.
    func held(_ weight: Double, of level: MatchLevel) -> Double {
        let value = hand[level]
        let near = max(value - Self.reach, min(value + Self.reach, weight))
        return value > 0 ? max(Self.least, near) : min(-Self.least, near)
    }

    /// Lower levels never weigh more than higher ones.
    func ordered(_ weights: MatchWeights) -> MatchWeights {
        var result = weights
        for chain in Self.chains {
            for (higher, lower) in zip(chain, chain.dropFirst()) {
                result[lower] = min(result[lower], result[higher])
            }
        }
        return result
    }

    /// What relatives have in common speaks for one person more than by hand only as far as they remain two people, in
    /// quarters of the way; every other weight stays as it is.
    func safe(_ weights: MatchWeights) -> MatchWeights {
        for quarters in stride(from: 4.0, through: 0, by: -1) {
            var safe = weights
            for level in Self.levelsOfRelatives where weights[level] > hand[level] {
                safe[level] = hand[level] + (weights[level] - hand[level]) * quarters / 4
            }
            safe = ordered(safe)
            if Self.keepsRelativesApart(safe) { return safe }
        }
        return hand
    }

    /// Twins, siblings, father and son of the rarest names, with everything in common that relatives share.
    static func keepsRelativesApart(_ weights: MatchWeights) -> Bool {
        relatives.allSatisfy { first, second in
            RecordComparison.compare(first, second, weights: weights) { _ in 2 * weights.rarestName }.probability < 0.5
        }
    }

    private static let levelsOfRelatives: Set<MatchLevel> = {
        var levels: Set<MatchLevel> = []
        for (first, second) in relatives {
            RecordComparison.comparison(first, second, weights: .standard) { _ in 0 }
                .pattern.forEachTerm { level, _ in levels.insert(level) }
        }
        return levels
    }()

    private static let relatives: [(PreparedRecord, PreparedRecord)] = {
        func record(_ name: String, _ birth: String) -> PreparedRecord {
            PreparedRecord(
                MatchableRecord(
                    key: RecordKey(1),
                    names: [name],
                    birth: BirthDate(birth),
                    phones: ["+996555004512"]
                )
            )
        }
        return [
            (
                record("Асанова Айжамал Бакытовна", "1999-03-04"),
                record("Асанова Бермет Бакытовна", "1999-03-04")
            ),
            (record("Асанов Нурлан Бакытович", "1990-03-04"), record("Асанов Эмиль Бакытович", "1991-03-04")),
            (record("Асан уулу Бакыт", "1960-03-04"), record("Бакыт уулу Нурлан", "1990-07-08")),
            (record("Асанов Бакыт Асанович", "1960-01-01"), record("Асанов Нурлан Бакытович", "1990-01-01")),
        ]
    }()
}
