/// The facets of a query as numbers, and what a record's answers to them are worth.
struct FacetFilter {
    private enum Test {
        case year(Int, tail: UInt32)
        case birth(BirthDate)
        case tail(UInt32, modulus: UInt32, digits: Int)
        case document(UInt64)
    }

    private let tests: [Test]

    init(_ facets: [NameQuery.Facet]) {
        tests = facets.compactMap { facet in
            switch facet {
            case .year(let year): return .year(year, tail: UInt32(year))
            case .birth(let date): return .birth(date)
            case .phoneTail(let digits):
                let count = min(9, digits.utf8.count)
                guard let value = UInt32(digits.suffix(count)) else { return nil }
                let modulus = (0..<count).reduce(UInt64(1)) { product, _ in product * 10 }
                return .tail(value, modulus: UInt32(min(modulus, 1_000_000_000)), digits: count)
            case .document(let text):
                return Evidence.document(text).map { .document($0) }
            }
        }
    }

    var isEmpty: Bool { tests.isEmpty }

    /// Hundredths of a full answer that each facet is worth beside the name.
    var weight: Int { tests.count * 100 }

    /// How well record `number` answers, 0…`weight`, and the reasons.
    func answer(_ number: Int, in index: NameIndex, reasons: ((MatchReason) -> Void)? = nil) -> Int {
        var total = 0
        for test in tests {
            let (value, reason) = answer(test, number, index)
            total += value
            if let reason { reasons?(reason) }
        }
        return total
    }

    private func answer(_ test: Test, _ number: Int, _ index: NameIndex) -> (Int, MatchReason?) {
        switch test {
        case .year(let year, let tail):
            let own = Int(index.births[number] >> 9 & 0xFFF)
            if own == year { return (100, .sameBirthYear) }
            if index.phones(of: number).contains(where: { $0 % 10_000 == tail }) { return (95, .samePhone) }
            if own == 0 { return (40, nil) }
            return abs(own - year) == 1 ? (55, .neighbouringBirthYear) : (0, .otherBirthDate)
        case .birth(let date):
            let own = index.births[number] & 0x1F_FFFF
            if own == 0 { return (40, nil) }
            let (level, _) = BirthComparison.level(BirthDate(packed: own), date)
            return (level.answer, level.reason)
        case .tail(let value, let modulus, let digits):
            if index.phones(of: number).contains(where: { $0 % modulus == value }) { return (100, .samePhone) }
            if digits >= 6, index.documents(of: number).contains(where: { Self.ends($0, in: value, digits) }) {
                return (100, .sameDocument)
            }
            return index.phones[number] == 0 ? (30, nil) : (0, nil)
        case .document(let wanted):
            let own = index.documents(of: number)
            if own.contains(wanted) { return (120, .sameDocument) }
            if own.contains(where: { Evidence.isOneEdit($0, wanted) }) { return (90, .documentOneEdit) }
            return own.isEmpty ? (30, nil) : (0, nil)
        }
    }

    private static func ends(_ document: UInt64, in digits: UInt32, _ count: Int) -> Bool {
        var (rest, wanted) = (document, digits)
        for _ in 0..<count {
            guard rest > 0, rest % 37 == UInt64(wanted % 10 + 1) else { return false }
            rest /= 37
            wanted /= 10
        }
        return true
    }

    /// Records that phones, documents and whole dates lead to by themselves.
    func forEachLead(in index: NameIndex, _ body: (Int) -> Void) {
        for test in tests {
            switch test {
            case .year(_, let tail): leads(UInt32(tail), digits: 4, index, body)
            case .birth(let date):
                if let list = index.bucket(birth: date.packed) { each(index.birthLists, list, body) }
            case .tail(let value, _, let digits): leads(value, digits: digits, index, body)
            case .document(let document):
                let (first, second) = Evidence.documentHalves(document)
                each(index.documentLists, index.bucket(half: first), body)
                each(index.documentLists, index.bucket(half: second), body)
            }
        }
    }

    /// Phones are listed by their last digits; fewer digits than that lead to several lists.
    private func leads(_ value: UInt32, digits: Int, _ index: NameIndex, _ body: (Int) -> Void) {
        guard digits >= 4 else { return }
        let lists = UInt32(index.phoneLists.lists)
        let reach: UInt32 = digits == 4 ? 10_000 : lists
        for list in stride(from: value % min(reach, lists), to: lists, by: Int(reach)) {
            each(index.phoneLists, Int(list), body)
        }
    }

    private func each(_ lists: PostingLists, _ list: Int, _ body: (Int) -> Void) {
        lists.forEach(list) {
            body(Int($0))
            return true
        }
    }
}
