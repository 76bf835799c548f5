/// One run of a query over an index.
struct NameSearch {
    private let index: NameIndex
    private let visible: NameIndex.Visibility?
    private let words: [QueryWord]
    private let tables: ScoringTables
    private let facets: FacetFilter
    private var top: TopHits
    /// Rows still to be looked at, so that one letter cannot keep a server busy.
    private var budget: Int
    private let isTyping: Bool

    /// What offering a row costs beside merely looking at it.
    private static let offering = 4

    /// Below this share of the whole a record isn't shown.
    private static let least = 0.42

    /// As a person types: every word may be a beginning.
    init(_ query: NameQuery, index: NameIndex, limit: Int, visible: NameIndex.Visibility?) {
        let budget = 40_000 + index.rowRecords.count / 32
        self.init(query, index: index, limit: limit, visible: visible, isTyping: true, budget: budget)
    }

    /// For an intake: whole names only, a smaller budget, since a clerk waits for the check on every save.
    init(intake query: NameQuery, index: NameIndex, limit: Int) {
        self.init(query, index: index, limit: limit, visible: nil, isTyping: false, budget: 8_000)
    }

    private init(
        _ query: NameQuery,
        index: NameIndex,
        limit: Int,
        visible: NameIndex.Visibility?,
        isTyping: Bool,
        budget: Int
    ) {
        self.index = index
        self.visible = visible
        self.budget = budget
        self.isTyping = isTyping
        facets = FacetFilter(query.facets)
        let name = query.readings.first ?? ParsedName()
        let roles = NameRoles(name)
        // A father's name is no lead to a person; it is weighed when the records are compared.
        let places = name.tokens.indices.filter { isTyping || roles[$0] != .patronymic }
        words = places.prefix(5).map { place in
            QueryWord(
                query.readings.map { $0.tokens[place] },
                role: roles[place],
                certain: roles.isCertain,
                isTyping: isTyping,
                isAlone: name.tokens.count == 1,
                in: index
            )
        }
        tables = ScoringTables(words)
        top = TopHits(limit: limit)
    }

    func run() -> [SearchHit] {
        var search = self
        return search.withScorer { search, scorer in
            search.look(scorer)
            return search.hits(scorer)
        }
    }

    /// The numbers of the records that answer best, by name and by what was joined to it.
    func records() -> [Int] {
        var search = self
        return search.withScorer { search, scorer in
            search.look(scorer)
            return search.top.hits.map(\.record)
        }
    }

    private mutating func withScorer<Result>(_ body: (inout NameSearch, RowScorer) -> Result) -> Result {
        let (tables, rows) = (self.tables, index.words)
        return rows.withUnsafeBufferPointer { rows in
            tables.marks.withUnsafeBufferPointer { marks in
                tables.forms.withUnsafeBufferPointer { forms in
                    body(
                        &self,
                        RowScorer(rows: rows, marks: marks, forms: forms, stems: tables.stems, words: tables.words)
                    )
                }
            }
        }
    }

    // MARK: looking

    private mutating func look(_ scorer: RowScorer) {
        if !facets.isEmpty, isTyping { lookByFacets(scorer) }
        let order = words.indices.filter { !words[$0].candidates.isEmpty }.sorted { words[$0].rows < words[$1].rows }
        guard let lead = order.first else { return }
        // An initial agrees with a letter's share of all rows: no set of them would be worth making.
        let hasInitial = words.contains(where: \.isInitial)
        if order.count == 1 || hasInitial {
            for word in order where budget > 0 { walk(word, among: nil, scorer) }
            return
        }
        let others = order.dropFirst().reduce(0) { $0 + words[$1].rows }
        if words[lead].rows * 8 < others {
            walk(lead, among: nil, scorer)
            if order.count > 2 { lookAtPairs(order.dropFirst(), scorer) }
        } else {
            lookAtPairs(order[...], scorer)
        }
        lookAtParts(order, scorer)
    }

    /// Rows that have at least two of the words: each word's rows among those of the words after it.
    private mutating func lookAtPairs(_ order: ArraySlice<Int>, _ scorer: RowScorer) {
        var rest = order
        while let word = rest.popFirst(), !rest.isEmpty, budget > 0 {
            var set = RowSet(rows: index.rowRecords.count, stems: index.dictionary.stems.count)
            for other in rest { set.insert(stems: words[other].candidates + words[other].initials, of: index) }
            walk(word, among: set, scorer)
        }
    }

    /// When whole answers are few, rows with one of the words as written are better than nothing.
    private mutating func lookAtParts(_ order: [Int], _ scorer: RowScorer) {
        guard isTyping, !top.isFull else { return }
        for word in order {
            budget = min(budget, 4_000)
            for stem in words[word].candidates.sorted() where words[word].marks[stem] == 255 && budget > 0 {
                walk(stem: stem, scorer)
            }
        }
    }

    private mutating func walk(_ lead: Int, among set: RowSet?, _ scorer: RowScorer) {
        let word = words[lead]
        var rest = 0
        for (place, other) in words.enumerated() where place != lead {
            rest += other.weight * other.bestMark * other.bestForm
        }
        for stem in word.sortedCandidates(index) {
            let bound = rest + word.weight * Int(word.marks[stem] & 255) * word.bestForm
            // Equal answers come in the order of the candidates, those of one name in the order of keys.
            if top.isFull(of: scaled(bound, facets.weight)) || budget <= 0 { break }
            if let set { walk(stem: stem, among: set, scorer) } else { walk(stem: stem, scorer) }
        }
        guard let set else { return }
        // Rows where this word is but an initial.
        for stem in word.initials { walk(stem: stem, among: set, scorer) }
    }

    private mutating func walk(stem: Int, among set: RowSet, _ scorer: RowScorer) {
        let isPlain = facets.isEmpty
        var floor = top.floor
        set.withBits(beside: stem) { bits in
            index.postings.forEach(stem) { row in
                if bits[Int(row &>> 6)] &>> UInt64(row & 63) & 1 == 0 { return true }
                let name = scorer.score(Int(row))
                budget &-= 1
                if !isPlain || name > floor {
                    if !isPlain || !isLaterTie(Int(row), name) {
                        offer(row: Int(row), name)
                        floor = top.floor
                    }
                    budget &-= Self.offering
                }
                return budget > 0
            }
        }
    }

    private mutating func walk(stem: Int, _ scorer: RowScorer) {
        let isPlain = facets.isEmpty
        var floor = top.floor
        index.postings.forEach(stem) { row in
            let name = scorer.score(Int(row))
            budget &-= 1
            if !isPlain || name > floor {
                if !isPlain || !isLaterTie(Int(row), name) {
                    offer(row: Int(row), name)
                    floor = top.floor
                }
                budget &-= Self.offering
            }
            return budget > 0
        }
    }

    /// Whether a row ties with the last of a full list and comes after it: of short beginnings most do, and offering each
    /// would cost more than all the rest.
    @inline(__always)
    private func isLaterTie(_ row: Int, _ name: Int) -> Bool {
        guard let key = top.lastKey, name == top.floor &+ 1 else { return false }
        return index.keys[Int(index.rowRecords[row])] >= key
    }

    private mutating func lookByFacets(_ scorer: RowScorer) {
        var left = 20_000
        facets.forEachLead(in: index) { record in
            guard left > 0, index.firstRows[record] != NameIndex.none else { return }
            left -= 1
            let first = Int(index.firstRows[record])
            for row in first..<(first + Int(index.rowCounts[record])) { offer(row: row, scorer.score(row)) }
        }
    }

    private mutating func offer(row: Int, _ name: Int) {
        // What a clerk is asked about at an intake is a near name at least.
        if !isTyping, name * 100 < tables.whole * 55 { return }
        let record = Int(index.rowRecords[row])
        let score = facets.isEmpty ? name : scaled(name, facets.answer(record, in: index))
        if score > top.floor { top.offer(score, record: record, row: row, index, visible) }
    }

    /// Name and facets on one scale; without facets the name's own.
    private func scaled(_ name: Int, _ answer: Int) -> Int {
        if facets.isEmpty { return name }
        if tables.words == 0 { return answer * 10_000 / facets.weight }
        return (name * 200 / tables.whole + answer) * 10_000 / (200 + facets.weight)
    }

    // MARK: answers

    private func hits(_ scorer: RowScorer) -> [SearchHit] {
        let full = facets.isEmpty ? Double(tables.whole) : 10_000
        return top.hits.compactMap { hit in
            let score = Double(hit.score) / full
            guard score >= Self.least else { return nil }
            return SearchHit(
                key: index.keys[hit.record],
                tag: index.tags[hit.record],
                score: min(1, score),
                reasons: reasons(hit, scorer)
            )
        }
    }

    private func reasons(_ hit: TopHits.Hit, _ scorer: RowScorer) -> [MatchReason] {
        var found: [MatchReason] = []
        var used: UInt32 = 0
        for word in words.indices {
            let (value, place) = scorer.best(word, hit.row, used)
            guard value > 0, place >= 0 else { continue }
            used |= 1 << UInt32(place)
            let met = RowWord(scorer.rows[hit.row * NameIndex.wordsPerRow + place])
            found.append(reason(words[word], met))
        }
        if !facets.isEmpty { _ = facets.answer(hit.record, in: index) { found.append($0) } }
        return MatchReason.allCases.filter(found.contains)
    }

    private func reason(_ word: QueryWord, _ met: RowWord) -> MatchReason {
        if word.isInitial || met.kind == .initial { return .initialOnly }
        let mark = word.marks[met.stem]
        if mark > 255 { return .nameBeginning }
        switch (met.role, mark == 255) {
        case (.family, true): return word.forms[met.form] >= 95 ? .sameFamilyName : .familyNameOtherForm
        case (.family, false): return .similarFamilyName
        case (.patronymic, true): return .samePatronymic
        case (.patronymic, false): return .similarPatronymic
        case (_, true): return .sameGivenName
        case (_, false): return .similarGivenName
        }
    }
}
