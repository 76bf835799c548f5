import Testing

@testable import NameMatching

@Suite struct WeightEstimationTests {
    private typealias Observation = WeightEstimation.Observation

    private static let told: [MatchField] = [.patronymic, .birth, .phone, .document]

    /// A pattern whose fields are at the given places among their levels; names agree.
    private static func pattern(_ places: [MatchField: Int]) -> AgreementPattern {
        var pattern = AgreementPattern()
        pattern.family.grade = 100
        pattern.given.grade = 100
        if let place = places[.patronymic] { pattern.patronymic = place == 0 ? 100 : 0 }
        pattern.birth = places[.birth].map { MatchField.birth.levels[$0] }
        pattern.phone = places[.phone].map { MatchField.phone.levels[$0] }
        pattern.document = places[.document].map { MatchField.document.levels[$0] }
        return pattern
    }

    private static func bits(_ pattern: AgreementPattern, _ names: Double) -> Double {
        var bits = MatchWeights.standard.prior + names
        pattern.forEachTerm { bits += MatchWeights.standard[$0] * $1 }
        return bits
    }

    /// Pairs as they would be met where `truth` holds, a tenth of them of one person.
    private static func pairs(_ count: Int, _ truth: MatchWeights, seed: UInt64) -> [Observation] {
        var generator = SeededGenerator(seed: seed)
        let shares = Dictionary(uniqueKeysWithValues: told.map { ($0, LevelShares($0, truth)) })
        return (0..<count).map { number in
            let isSame = number % 10 == 0
            var places: [MatchField: Int] = [:]
            for field in told {
                var rest = Double.random(in: 0..<1, using: &generator)
                let levels = shares[field].map { isSame ? $0.same : $0.different } ?? []
                places[field] = levels.firstIndex { share in
                    rest -= share
                    return rest < 0
                }
            }
            let pattern = Self.pattern(places)
            let names = isSame ? Double.random(in: 9...14, using: &generator) : .random(in: -8...6, using: &generator)
            return Observation(pattern: pattern, bits: bits(pattern, names), fields: Set(told))
        }
    }

    @Test func theSharesOfTheHandValuesAreWholeAndHaveTheirRatios() {
        for field in MatchField.allCases {
            let shares = LevelShares(field, .standard)
            #expect(abs(shares.same.reduce(0, +) - 1) < 1e-6, "\(field)")
            #expect(abs(shares.different.reduce(0, +) - 1) < 1e-6, "\(field)")
            #expect((shares.same + shares.different).allSatisfy { $0 > 0 && $0 < 1 }, "\(field)")
            for (place, level) in field.levels.enumerated() {
                let ratio = BinaryLogarithm.of(shares.same[place] / shares.different[place])
                #expect(abs(ratio - MatchWeights.standard[level]) < 0.01, "\(level)")
            }
        }
    }

    @Test func withoutDataTheHandValuesStandExactly() {
        #expect(WeightEstimation().estimate([]).weights == .standard)
        #expect(NameIndex().estimateWeights().weights == .standard)
        var one = NameIndex()
        one.insert(MatchableRecord(key: RecordKey(1), names: ["Осмонова Айжамал"], birth: BirthDate("1987-05-12")))
        #expect(one.estimateWeights().weights == .standard)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func plantedWeightsAreFoundAgain(seed: UInt64) {
        var truth = MatchWeights.standard
        truth.sameBirthDate = 7.3
        truth.birthDayMonthSwapped = 5.2
        truth.otherBirthDate = -5.7
        truth.samePatronymic = 4.3
        truth.otherPatronymic = -5.2
        truth.otherPhone = -1.2
        truth.samePhone = 6.7
        truth.otherDocument = -5.2
        let found = WeightEstimation(strength: 50).estimate(Self.pairs(100_000, truth, seed: seed)).weights
        for level in [
            .sameBirthDate, .otherBirthDate, .samePatronymic, .otherPatronymic, .otherPhone, .samePhone, .otherDocument,
            .sameBirthYear,
        ] as [MatchLevel] {
            let text = "\(level): \(found[level]) for \(truth[level])"
            #expect(abs(found[level] - truth[level]) < 0.5, "\(text)")
            let moved = abs(truth[level] - MatchWeights.standard[level])
            if moved > 0.6 { #expect(abs(found[level] - truth[level]) < moved, "\(text)") }
        }
    }

    @Test func fewPairsMoveLittle() {
        let usual = Self.pattern([.birth: 0, .phone: 2, .document: 0, .patronymic: 0])
        let pairs = (0..<10).map { _ in Observation(pattern: usual, bits: Self.bits(usual, 11), isSame: true) }
        let found = WeightEstimation().estimate(pairs).weights
        #expect(found != .standard)
        for level in MatchLevel.allCases {
            #expect(abs(found[level] - MatchWeights.standard[level]) < 0.35, "\(level)")
        }
    }

    @Test func whatPeopleSaidCountsWhereItContradicts() {
        // Here phones are lent: pairs with the same phone were told apart again and again.
        let lent = Self.pattern([.phone: 0])
        let pairs = (0..<500).map { _ in Observation(pattern: lent, bits: Self.bits(lent, 11), isSame: false) }
        let found = WeightEstimation().estimate(pairs).weights
        #expect(found.samePhone == MatchWeights.standard.samePhone - WeightLimits.reach)
        #expect(found.samePhone >= found.samePhoneFamily)
    }

    @Test func noDataBreakTheLimits() {
        var all: [AgreementPattern] = []
        for place in 0..<8 { all.append(Self.pattern([.birth: place, .phone: place % 3, .document: place % 3])) }
        var other = AgreementPattern()
        other.family.grade = 0
        other.given.grade = 0
        other.patronymic = 0
        other.hasGenderConflict = true
        all.append(other)
        for isSame in [true, false] {
            for pattern in all {
                let pairs = (0..<5000).map { _ in
                    Observation(pattern: pattern, bits: Self.bits(pattern, 5), isSame: isSame)
                }
                expectSane(WeightEstimation(strength: 1).estimate(pairs).weights)
            }
        }
    }

    private func expectSane(_ weights: MatchWeights) {
        let hand = MatchWeights.standard
        for level in MatchLevel.allCases {
            #expect(abs(weights[level] - hand[level]) <= WeightLimits.reach + 0.001, "\(level)")
            #expect((weights[level] > 0) == (hand[level] > 0), "\(level)")
        }
        #expect(weights.sameBirthDate >= weights.birthDayMonthSwapped)
        #expect(weights.birthDayMonthSwapped >= weights.neighbouringBirthYear)
        #expect(weights.neighbouringBirthYear >= weights.sameBirthYear)
        #expect(weights.sameBirthDateFirstOfJanuary >= weights.sameBirthYear)
        #expect(weights.otherBirthYear >= weights.otherBirthDate)
        #expect(weights.samePhone >= weights.samePhoneFamily)
        #expect(weights.documentOneEdit >= weights.otherDocument)
        #expect(WeightLimits.keepsRelativesApart(weights))
        #expect(weights.prior == hand.prior)
    }

    @Test func relativesStayTwoPeopleThoughEverythingSpeaksForThem() {
        // Twins united by mistake a thousand times.
        var twins = AgreementPattern()
        twins.family.grade = 100
        twins.given.grade = 0
        twins.patronymic = 100
        twins.birth = .sameBirthDate
        twins.isTwin = true
        twins.phone = .samePhoneFamily
        let pairs = (0..<1000).map { _ in Observation(pattern: twins, bits: Self.bits(twins, 5), isSame: true) }
        let found = WeightEstimation(strength: 1).estimate(pairs).weights
        expectSane(found)
        #expect(found.otherGivenName < 0)
        #expect(found.otherGivenName > MatchWeights.standard.otherGivenName)
    }

    @Test func bitsAreTheSumOfTheirLevels() {
        var weights = MatchWeights.standard
        for (place, level) in MatchLevel.allCases.enumerated() { weights[level] += Double(place % 5) / 4 - 0.5 }
        func record(_ name: String, _ birth: String, _ phone: String, _ document: String, _ gender: Gender)
            -> PreparedRecord
        {
            PreparedRecord(
                MatchableRecord(
                    key: RecordKey(1),
                    names: [name],
                    birth: BirthDate(birth),
                    phones: [phone],
                    documents: [document],
                    gender: gender
                )
            )
        }
        let records = [
            record("Осмонова Айжамал Асановна", "1987-05-12", "+996555004512", "AN1234567", .female),
            record("Osmonova Aijamal Asanovna", "1987-12-05", "+996555004512", "AN1234576", .female),
            record("Осмонова Бермет Асановна", "1987-05-12", "+996555004512", "AN7654321", .female),
            record("Осмонов А.", "1987-01-01", "+996555004513", "AN1234567", .male),
            record("Асан уулу Бакыт", "1960", "+996555004512", "ID1", .male),
            record("Бакыт уулу Нурлан", "1961-05-12", "+996700004512", "ID2", .unknown),
            record("Ismailova Aijan", "1987-05-22", "+996700004512", "", .unknown),
        ]
        for one in records {
            for other in records {
                let (hand, pattern) = RecordComparison.comparison(one, other, weights: .standard) { _ in 6 }
                let (moved, again) = RecordComparison.comparison(one, other, weights: weights) { _ in 6 }
                var bits = hand.bits
                pattern.forEachTerm { bits += (weights[$0] - MatchWeights.standard[$0]) * $1 }
                // The best pair of spellings is the same with one spelling each.
                #expect(pattern == again)
                #expect(abs(bits - moved.bits) < 1e-9)
            }
        }
    }

    @Test func anIndexComparesByItsOwnWeights() {
        var index = NameIndex()
        index.insert(MatchableRecord(key: RecordKey(1), names: ["Осмонова Айжамал"], phones: ["+996555004512"]))
        let other = MatchableRecord(key: RecordKey(2), names: ["Osmonova Aijamal"], phones: ["+996555004512"])
        let before = index.possibleDuplicates(of: other, above: 0).first?.probability ?? 0
        index.weights.samePhone = 5.5
        let after = index.possibleDuplicates(of: other, above: 0).first?.probability ?? 0
        #expect(before > after && after > 0)
    }

    @Test func anIndexIsWeighedTheSameWhateverIsInUse() {
        var index = NameIndex()
        let names = ["Осмонова Айжамал", "Асан уулу Нурлан", "Токтогулова Жылдыз", "Каримов Шерзод"]
        for number in 0..<200 {
            index.insert(
                MatchableRecord(
                    key: RecordKey(UInt64(number)),
                    names: [names[number % 4]],
                    birth: BirthDate(year: 1950 + number / 8, month: 1 + number % 12, day: 2 + number % 20),
                    phones: ["+99655500\(1000 + number / 8)"]
                )
            )
        }
        let first = index.estimateWeights()
        #expect(first.pairs > 0)
        index.weights.samePhone = 9
        #expect(index.estimateWeights().weights == first.weights)
        var backwards = NameIndex()
        for number in (0..<200).reversed() {
            backwards.insert(
                MatchableRecord(
                    key: RecordKey(UInt64(number)),
                    names: [names[number % 4]],
                    birth: BirthDate(year: 1950 + number / 8, month: 1 + number % 12, day: 2 + number % 20),
                    phones: ["+99655500\(1000 + number / 8)"]
                )
            )
        }
        #expect(backwards.estimateWeights().weights == first.weights)
        expectSane(first.weights)
    }
}
