/// Pairs of records worth comparing: those that meet in a block by phone, document, names, or date with a bit of name.
struct DuplicateBlocks {
    /// What records may meet by.
    struct Kinds: OptionSet {
        let rawValue: UInt8

        static let phones = Kinds(rawValue: 1)
        static let documents = Kinds(rawValue: 2)
        /// Two names.
        static let names = Kinds(rawValue: 4)
        /// A birthday or a year, with a bit of name.
        static let births = Kinds(rawValue: 8)
        static let all: Kinds = [.phones, .documents, .names, .births]
    }

    private let index: NameIndex
    private let kinds: Kinds
    /// Key in the upper 40 bits, record in the lower 24.
    private var entries: [UInt64] = []

    /// Blocks larger than this say nothing by themselves; their pairs meet in finer ones.
    private static let largest = 200

    init(_ index: NameIndex, _ kinds: Kinds = .all) {
        self.index = index
        self.kinds = kinds
        entries.reserveCapacity(index.count * 9)
    }

    /// Each pair once, as two record numbers, the lower in the upper half.
    mutating func pairs() -> [UInt64] {
        for record in index.keys.indices where index.firstRows[record] != NameIndex.none { add(record) }
        RadixSort.sort(&entries, from: 0)
        var pairs: [UInt64] = []
        pairs.reserveCapacity(index.count * 4)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end] >> 24 == entries[start] >> 24 { end += 1 }
            if end - start > 1, end - start <= Self.largest { addPairs(start..<end, to: &pairs) }
            start = end
        }
        entries = []
        RadixSort.sort(&pairs, from: 0)
        return unique(pairs)
    }

    private func addPairs(_ range: Range<Int>, to pairs: inout [UInt64]) {
        for one in range {
            let first = entries[one] & 0xFF_FFFF
            for other in (one + 1)..<max(range.upperBound, one + 1) {
                let second = entries[other] & 0xFF_FFFF
                if first != second { pairs.append(min(first, second) << 32 | max(first, second)) }
            }
        }
    }

    private func unique(_ pairs: [UInt64]) -> [UInt64] {
        var result: [UInt64] = []
        result.reserveCapacity(pairs.count)
        for pair in pairs where result.last != pair { result.append(pair) }
        return result
    }

    private mutating func put(_ salt: UInt64, _ key: UInt64, _ record: Int) {
        entries.append(mix(key &+ salt &* 0x9E37_79B9) & ~0xFF_FFFF | UInt64(record) & 0xFF_FFFF)
    }

    private mutating func add(_ record: Int) {
        if kinds.contains(.phones) {
            for phone in index.phones(of: record) { put(1, UInt64(phone), record) }
        }
        if kinds.contains(.documents) {
            for document in index.documents(of: record) { put(2, document, record) }
        }
        guard kinds.contains(.names) || kinds.contains(.births) else { return }
        let birth = index.births[record]
        let first = Int(index.firstRows[record])
        for row in first..<(first + Int(index.rowCounts[record])) { add(record, row, birth) }
    }

    private mutating func add(_ record: Int, _ row: Int, _ birth: UInt32) {
        let all = (0..<NameIndex.wordsPerRow)
            .map { RowWord(index.words[row * NameIndex.wordsPerRow + $0]) }
            .filter { $0.isPresent && $0.role != .patronymic }
            .prefix(3)
        let year = UInt64(birth >> 9 & 0xFFF)
        let (month, day) = (UInt64(birth >> 5 & 15), UInt64(birth & 31))
        let isWhole = month > 0 && day > 0 && !(month == 1 && day == 1)
        for (place, word) in all.enumerated() {
            let stem = index.dictionary.stems[word.stem]
            if isWhole, kinds.contains(.births) {
                // Day and month in one order, so that turned ones meet.
                put(3, year << 20 | min(month, day) << 12 | max(month, day) << 4 | UInt64(stem[0]) << 32, record)
            }
            let own = StemKeys.skeleton(stem).mixed
            for other in all[(place + 1)...] {
                let second = index.dictionary.stems[other.stem]
                let theirs = StemKeys.skeleton(second).mixed
                if kinds.contains(.names) { put(4, own &+ theirs, record) }
                guard year > 0, kinds.contains(.births) else { continue }
                put(5, own &+ year &* 31 &+ UInt64(second[0]) << 50, record)
                put(5, theirs &+ year &* 31 &+ UInt64(stem[0]) << 50, record)
            }
        }
    }
}

/// Numbers sorted byte by byte from the lowest.
enum RadixSort {
    static func sort(_ values: inout [UInt64], from lowest: Int) {
        var other = [UInt64](repeating: 0, count: values.count)
        for byte in lowest..<8 {
            let shift = UInt64(8 * byte)
            var places = [Int](repeating: 0, count: 257)
            for value in values { places[Int(value &>> shift & 255) + 1] += 1 }
            if places.contains(values.count) { continue }
            for place in 1..<257 { places[place] += places[place - 1] }
            for value in values {
                let digit = Int(value &>> shift & 255)
                other[places[digit]] = value
                places[digit] += 1
            }
            swap(&values, &other)
        }
    }
}

extension NameIndex {
    /// Every pair above `probability`, in the order of keys. Takes about a second for 100,000 records: not for a thread
    /// that serves requests.
    public func allDuplicates(above probability: Double = 0.5) -> [DuplicatePair] {
        var blocks = DuplicateBlocks(self)
        var result: [DuplicatePair] = []
        var last = -1
        var first: PreparedRecord?
        for pair in blocks.pairs() {
            let (one, other) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
            if one != last || first == nil { first = prepared(one) }
            last = one
            guard let first else { continue }
            let match = compare(first, prepared(other))
            guard match.probability > probability else { continue }
            let isInOrder = keys[one] < keys[other]
            result.append(
                DuplicatePair(
                    first: keys[isInOrder ? one : other],
                    second: keys[isInOrder ? other : one],
                    probability: match.probability,
                    reasons: match.reasons
                )
            )
        }
        return result.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
