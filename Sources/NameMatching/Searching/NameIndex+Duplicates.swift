/// A record that may be the same person's as the one asked about.
public struct DuplicateSuggestion: Sendable {
    public var key: RecordKey
    public var tag: UInt32
    public var probability: Double
    public var verdict: MatchVerdict
    public var reasons: [MatchReason]
}

/// Two records of the index that may be one person's; `first` is the lower key.
public struct DuplicatePair: Sendable {
    public var first: RecordKey
    public var second: RecordKey
    public var probability: Double
    public var reasons: [MatchReason]
}

extension NameIndex {
    /// The records that may be the same person's as `record`, the likeliest first, ties in the order of keys. The record
    /// itself need not be in the index; its own key is left out. Only what `visible` lets through is compared.
    public func possibleDuplicates(
        of record: MatchableRecord,
        limit: Int = 10,
        above probability: Double = 0.5,
        visible: Visibility? = nil
    ) -> [DuplicateSuggestion] {
        let prepared = PreparedRecord(record)
        var suggestions: [DuplicateSuggestion] = []
        for number in candidates(for: record, prepared) {
            let (key, tag) = (keys[number], tags[number])
            if key == record.key { continue }
            if let visible, !visible(key, tag) { continue }
            let match = compare(prepared, self.prepared(number))
            guard match.probability >= probability else { continue }
            suggestions.append(
                DuplicateSuggestion(
                    key: key,
                    tag: tag,
                    probability: match.probability,
                    verdict: match.verdict,
                    reasons: match.reasons
                )
            )
        }
        suggestions.sort { $0.probability != $1.probability ? $0.probability > $1.probability : $0.key < $1.key }
        return Array(suggestions.prefix(max(0, limit)))
    }

    func compare(_ first: PreparedRecord, _ second: PreparedRecord) -> RecordMatch {
        RecordComparison.compare(first, second, weights: weights) { rarity(of: $0) }
    }

    /// log2 of one over the stem's share of all names. A small register says little about how common a name is: it counts
    /// as a part of a larger one in which the name is as rare as a typical one.
    func rarity(of stem: Stem) -> Double {
        guard let number = dictionary.number(of: stem) else { return weights.rarestName }
        return BinaryLogarithm.of(
            (Double(rowRecords.count + 1) + Self.background) / (Double(postings.count(number) + 1) + Self.typical)
        )
    }

    /// Names of the larger register, and how many of them a typical name would be (2 to the 7.7th part, which weighs as
    /// ``MatchWeights/typicalName``).
    private static let background = 4_000.0
    private static let typical = 19.0

    /// A record's evidence as the index holds it.
    func prepared(_ number: Int) -> PreparedRecord {
        PreparedRecord(
            names: names(of: number),
            birth: BirthDate(packed: births[number]),
            phones: phones(of: number),
            documents: documents(of: number),
            gender: Gender(rawValue: UInt8(births[number] >> 24 & 3)) ?? .unknown
        )
    }

    private func names(of number: Int) -> [PreparedName] {
        guard firstRows[number] != Self.none else { return [] }
        let first = Int(firstRows[number])
        return (first..<(first + Int(rowCounts[number]))).map(name)
    }

    private func name(_ row: Int) -> PreparedName {
        var prepared = PreparedName.none
        var certain = false
        var gender = Gender.unknown
        var isContradicted = false
        for place in (row * Self.wordsPerRow)..<((row + 1) * Self.wordsPerRow) where words[place] != 0 {
            let word = RowWord(words[place])
            let kind = word.kind
            prepared.append(PreparedName.Word(stem: dictionary.stems[word.stem], kind: kind, role: word.role))
            if word.isCertain { certain = true }
            if kind.gender != .unknown {
                if gender != .unknown, gender != kind.gender { isContradicted = true }
                gender = kind.gender
            }
        }
        return PreparedName(words: prepared, isCertain: certain, gender: isContradicted ? .unknown : gender)
    }

    /// Records with the same phone, document or birthday, and those whose names are nearest.
    private func candidates(for record: MatchableRecord, _ prepared: PreparedRecord) -> [Int] {
        var found: Set<Int> = []
        func take(_ lists: PostingLists, _ list: Int, where isSame: (Int) -> Bool) {
            var left = 20_000
            lists.forEach(list) {
                if isSame(Int($0)) { found.insert(Int($0)) }
                left -= 1
                return left > 0 && found.count < 400
            }
        }
        for phone in prepared.phones {
            take(phoneLists, bucket(phone: phone)) { has(phone: phone, $0) }
        }
        for document in prepared.documents {
            let halves = Evidence.documentHalves(document)
            for half in [halves.0, halves.1] {
                take(documentLists, bucket(half: half)) { has(documentNear: document, $0) }
            }
        }
        if !BirthComparison.isFirstOfJanuary(prepared.birth), let list = bucket(birth: prepared.birth.packed) {
            let birth = prepared.birth.packed
            take(birthLists, list) { births[$0] & 0x1F_FFFF == birth }
        }
        var facets: [NameQuery.Facet] = []
        if let birth = record.birth, birth.year != nil { facets.append(.birth(birth)) }
        for name in record.names.prefix(4) {
            let query = NameQuery(nameText: name, facets: facets)
            found.formUnion(NameSearch(intake: query, index: self, limit: 30).records())
        }
        return found.sorted()
    }
}
