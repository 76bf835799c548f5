/// What a comparison comes to. Even `same` is a proposal: a person clicks.
public enum MatchVerdict: String, Sendable, Hashable {
    case same, ask, different
}

/// Two records compared.
public struct RecordMatch: Sendable {
    /// That both are one person's, 0…1.
    public var probability: Double
    /// The weights' sum, the prior included.
    public var bits: Double
    public var verdict: MatchVerdict
    public var reasons: [MatchReason]
}

/// A record's evidence in the form that comparisons work on.
package struct PreparedRecord: Sendable {
    package var names: [PreparedName]
    package var birth: BirthDate
    package var phones: [UInt32]
    package var documents: [UInt64]
    package var gender: Gender

    package init(_ record: MatchableRecord) {
        names = record.names.map { PreparedName(NameReader.read($0)) }
        birth = record.birth ?? BirthDate(year: nil)
        phones = record.phones.compactMap(Evidence.phoneTail)
        documents = record.documents.compactMap(Evidence.document)
        gender = record.gender
    }

    init(names: [PreparedName], birth: BirthDate, phones: [UInt32], documents: [UInt64], gender: Gender) {
        self.names = names
        self.birth = birth
        self.phones = phones
        self.documents = documents
        self.gender = gender
    }
}

/// The comparison of two people's records, in the manner of Fellegi and Sunter (1969) with term frequencies.
public enum RecordComparison {
    /// Without an index behind it every name counts as moderately rare.
    public static func compare(
        _ first: MatchableRecord,
        _ second: MatchableRecord,
        weights: MatchWeights = .standard
    ) -> RecordMatch {
        compare(PreparedRecord(first), PreparedRecord(second), weights: weights) { _ in weights.typicalName }
    }

    /// `rarity` gives log2 of one over a stem's share of all records.
    static func compare(
        _ first: PreparedRecord,
        _ second: PreparedRecord,
        weights: MatchWeights,
        rarity: (Stem) -> Double
    ) -> RecordMatch {
        comparison(first, second, weights: weights, rarity: rarity).match
    }

    /// The same with the levels that it came from.
    static func comparison(
        _ first: PreparedRecord,
        _ second: PreparedRecord,
        weights: MatchWeights,
        rarity: (Stem) -> Double
    ) -> (match: RecordMatch, pattern: AgreementPattern) {
        var sum = EvidenceSum(weights: weights)
        sum.addNames(first, second, rarity)
        sum.addGender(first, second)
        sum.addBirth(first.birth, second.birth)
        sum.addPhones(first.phones, second.phones)
        sum.addDocuments(first.documents, second.documents)
        sum.addKinship()
        return (sum.match(), sum.pattern)
    }
}

/// The sum of a comparison as it grows.
struct EvidenceSum {
    private let weights: MatchWeights
    private var bits: Double
    private var reasons: Set<MatchReason> = []
    private var parts: NameParts?
    private var birthLevel = BirthLevel.unknown
    /// Whether a date, phone or document agreed.
    private var hasOtherEvidence = false
    /// What was compared so far, as estimating weights counts it.
    private(set) var pattern = AgreementPattern()

    init(weights: MatchWeights) {
        self.weights = weights
        bits = weights.prior
    }

    /// The pair of spellings that agrees best.
    mutating func addNames(_ first: PreparedRecord, _ second: PreparedRecord, _ rarity: (Stem) -> Double) {
        var best: (bits: Double, parts: NameParts, names: (PreparedName, PreparedName))?
        for name in first.names where !name.words.isEmpty {
            for other in second.names where !other.words.isEmpty {
                let names = PreparedName.precedes(other, name) ? (other, name) : (name, other)
                let parts = NameParts(NameAlignment(names.0, names.1), names.0, names.1)
                let bits = self.bits(parts, rarity)
                guard let known = best else {
                    best = (bits, parts, names)
                    continue
                }
                if bits > known.bits || (bits == known.bits && Self.precedes(names, known.names)) {
                    best = (bits, parts, names)
                }
            }
        }
        guard let best else { return }
        bits += best.bits
        parts = best.parts
        pattern.family = best.parts.family.agreement
        pattern.given = best.parts.given.agreement
        pattern.patronymic = Int8(clamping: best.parts.patronymic.grade)
        reasons.formUnion(best.parts.reasons)
    }

    private static func precedes(
        _ left: (PreparedName, PreparedName),
        _ right: (PreparedName, PreparedName)
    ) -> Bool {
        if PreparedName.precedes(left.0, right.0) { return true }
        return !PreparedName.precedes(right.0, left.0) && PreparedName.precedes(left.1, right.1)
    }

    private func bits(_ parts: NameParts, _ rarity: (Stem) -> Double) -> Double {
        func part(_ part: NameParts.Part, against: Double) -> Double {
            if part.grade < 0 { return 0 }
            if part.grade == 0 { return against }
            if part.isInitial { return weights.initialOnly }
            let full = min(weights.rarestName, max(weights.commonestName, rarity(part.stem) * weights.rarity + 0.7))
            // From the full weight at 100 down to nothing at 30 and against it below.
            let share = (Double(part.grade) - 30) / 70
            return share >= 0 ? full * share : -against * share
        }
        let patronymic: Double
        switch parts.patronymic.grade {
        case ..<0: patronymic = 0
        case 0: patronymic = weights.otherPatronymic
        default: patronymic = weights.samePatronymic * Double(parts.patronymic.grade) / 100
        }
        return part(parts.family, against: weights.otherFamilyName) + part(parts.given, against: weights.otherGivenName)
            + patronymic
    }

    mutating func addGender(_ first: PreparedRecord, _ second: PreparedRecord) {
        func gender(_ record: PreparedRecord) -> Gender {
            record.gender != .unknown
                ? record.gender : record.names.lazy.map(\.gender).first { $0 != .unknown } ?? .unknown
        }
        let (one, other) = (gender(first), gender(second))
        guard one != .unknown, other != .unknown else { return }
        pattern.hasGenderConflict = one != other
        guard one != other else { return }
        bits += weights.genderConflict
        reasons.insert(.genderConflict)
    }

    mutating func addBirth(_ first: BirthDate, _ second: BirthDate) {
        let (level, january) = BirthComparison.level(first, second)
        birthLevel = level
        pattern.birth = level.weight(isFirstOfJanuary: january)
        bits += weights.bits(level, isFirstOfJanuary: january)
        if let reason = level.reason { reasons.insert(reason) }
        if level != .different, level != .unknown { hasOtherEvidence = true }
    }

    mutating func addPhones(_ first: [UInt32], _ second: [UInt32]) {
        guard !first.isEmpty, !second.isEmpty else { return }
        guard first.contains(where: second.contains) else {
            bits += weights.otherPhone
            pattern.phone = .otherPhone
            return
        }
        hasOtherEvidence = true
        let isFamily = (parts?.given.grade ?? 0) < 50
        bits += isFamily ? weights.samePhoneFamily : weights.samePhone
        pattern.phone = isFamily ? .samePhoneFamily : .samePhone
        reasons.insert(isFamily ? .samePhoneFamily : .samePhone)
    }

    mutating func addDocuments(_ first: [UInt64], _ second: [UInt64]) {
        guard !first.isEmpty, !second.isEmpty else { return }
        if first.contains(where: second.contains) {
            hasOtherEvidence = true
            bits += weights.sameDocument
            pattern.document = .sameDocument
            reasons.insert(.sameDocument)
        } else if first.contains(where: { one in second.contains { Evidence.isOneEdit(one, $0) } }) {
            hasOtherEvidence = true
            bits += weights.documentOneEdit
            pattern.document = .documentOneEdit
            reasons.insert(.documentOneEdit)
        } else {
            bits += weights.otherDocument
            pattern.document = .otherDocument
            reasons.insert(.otherDocument)
        }
    }

    /// Relatives look alike: the same family name under another given name, with a phone, father or birthday in common.
    mutating func addKinship() {
        guard let parts, parts.given.grade >= 0, parts.given.grade < 50, parts.family.grade > 60 else { return }
        let isTwin = birthLevel == .exact
        if isTwin {
            pattern.isTwin = true
            reasons.insert(.perhapsTwins)
            // A shared birthday speaks for twins as much as for one person when the given names disagree.
            bits -= weights.sameBirthDate / 2
            // And twins fetch their passports together, with numbers that follow each other.
            if pattern.document == .documentOneEdit { bits -= weights.documentOneEdit }
        } else if reasons.contains(.samePhoneFamily) || parts.patronymic.grade > 60 {
            reasons.insert(.perhapsSiblings)
        }
    }

    func match() -> RecordMatch {
        var probability = 1 / (1 + Self.powerOfTwo(-bits))
        var reasons = self.reasons
        if !hasOtherEvidence {
            // Namesakes are many: a name alone is a reason to ask at most.
            probability = min(probability, 0.45)
            reasons.insert(.nameOnly)
        }
        if reasons.contains(.perhapsParentAndChild) { probability = min(probability, 0.9) }
        let verdict: MatchVerdict = probability >= 0.99 ? .same : probability >= 0.2 ? .ask : .different
        return RecordMatch(
            probability: probability,
            bits: bits,
            verdict: verdict,
            reasons: MatchReason.allCases.filter(reasons.contains)
        )
    }

    /// 2 to the power of `exponent` without Foundation: the whole part exactly, the rest by a short series.
    static func powerOfTwo(_ exponent: Double) -> Double {
        let whole = exponent.rounded(.down)
        let x = (exponent - whole) * 0.6931471805599453
        let series = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6)))))
        return Double(sign: .plus, exponent: Int(max(-1000, min(1000, whole))), significand: series)
    }
}
