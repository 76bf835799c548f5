/// Finds people by any spelling of their names, and by years, dates, phones and documents joined to them.
///
/// A value without a lock of its own: keep it in a `Mutex`. An insertion is visible to the next search; a removal leaves
/// nothing that a search could meet. It holds sounds of names in the clear and belongs in memory only.
public struct NameIndex: Sendable {
    /// Asked with a record's key and tag whether the asker may see it.
    public typealias Visibility = (_ key: RecordKey, _ tag: UInt32) -> Bool

    /// What two records are compared by; no part of a snapshot.
    public var weights = MatchWeights.standard

    var dictionary = StemDictionary()
    /// By stem number: the rows that have it, a row twice that has it twice (Бакыт Бакытов).
    var postings = PostingLists()
    /// Four words a row: a stem's number in 24 bits, kind in 4, role in 2, whether the role is certain, and a mark that
    /// it is there in the topmost.
    var words: [UInt32] = []
    /// By row: its record; `Self.none` for a row without one.
    var rowRecords: [UInt32] = []
    /// By row: how its words are written, a byte each, the first lowest; what a removal takes out of `spellings`.
    var rowSpellings: [UInt32] = []
    var spellings = SpellingCounts()

    // By record.
    var keys: [RecordKey] = []
    var tags: [UInt32] = []
    /// `BirthDate.packed`, the gender in bits 24 and 25.
    var births: [UInt32] = []
    var phones: [UInt32] = []
    var documents: [UInt64] = []
    var firstRows: [UInt32] = []
    var rowCounts: [UInt8] = []
    var extras: [UInt32: Extras] = [:]

    var table: KeyTable
    var phoneLists: PostingLists
    var documentLists: PostingLists
    var birthLists: PostingLists
    var freeRecords: [UInt32] = []
    var freeRows: [UInt32] = []

    static let none = UInt32.max
    static let wordsPerRow = 4
    /// How many lists there are by the ends of phones, halves of documents, and whole dates. Few at first: a network has
    /// many small registers, and full lists take 3 MB.
    struct Buckets {
        let phones: Int
        let documents: Int
        let births: Int

        static let few = Buckets(phones: 1000, documents: 1 << 10, births: 1 << 10)
        static let many = Buckets(phones: 100_000, documents: 1 << 16, births: 1 << 16)
        /// From how many records on there are many.
        static let manyFrom = 8192
    }

    /// The second and further phones and documents of the few that have them.
    struct Extras: Sendable {
        var phones: [UInt32] = []
        var documents: [UInt64] = []
    }

    /// An empty index with room for `records`.
    public init(expecting records: Int = 0) {
        table = KeyTable(expecting: records)
        let buckets = records < Buckets.manyFrom ? Buckets.few : .many
        phoneLists = PostingLists(lists: buckets.phones, entries: records * 2)
        documentLists = PostingLists(lists: buckets.documents, entries: records * 2)
        birthLists = PostingLists(lists: buckets.births, entries: records * 3 / 2)
        guard records > 0 else { return }
        postings = PostingLists(lists: 0, entries: records * 4)
        words.reserveCapacity(records * Self.wordsPerRow)
        rowRecords.reserveCapacity(records)
        rowSpellings.reserveCapacity(records)
        keys.reserveCapacity(records)
        tags.reserveCapacity(records)
        births.reserveCapacity(records)
        phones.reserveCapacity(records)
        documents.reserveCapacity(records)
        firstRows.reserveCapacity(records)
        rowCounts.reserveCapacity(records)
    }

    /// How many records can be found.
    public var count: Int { keys.count - freeRecords.count }

    /// Bytes held by all structures, room to grow included.
    public var memoryFootprint: Int {
        let perRecord = keys.capacity * 16 + (tags.capacity + births.capacity + phones.capacity) * 4
        let more = documents.capacity * 8 + firstRows.capacity * 4 + rowCounts.capacity + extras.capacity * 24
        let rows = words.capacity * 4 + (rowRecords.capacity + rowSpellings.capacity) * 4 + spellings.footprint
        let free = (freeRecords.capacity + freeRows.capacity) * 4
        let lists = postings.footprint + phoneLists.footprint + documentLists.footprint + birthLists.footprint
        return perRecord + more + rows + free + lists + table.footprint + dictionary.footprint
    }

    public func contains(_ key: RecordKey) -> Bool { table.find(key, in: keys) != nil }

    /// Puts in order what insertions left unsorted; worth calling once after loading many.
    public mutating func settle() { dictionary.settle() }
}

/// One word of a row.
struct RowWord {
    let bits: UInt32

    @inline(__always) init(_ bits: UInt32) { self.bits = bits }

    init(stem: Int, kind: TokenKind, role: NameRole, certain: Bool) {
        let form = UInt32(kind.rawValue) << 24 | UInt32(role.rawValue) << 28 | (certain ? 1 << 30 : 0)
        bits = UInt32(stem) & 0xFF_FFFF | form | 1 << 31
    }

    @inline(__always) var isPresent: Bool { bits != 0 }
    @inline(__always) var stem: Int { Int(bits & 0xFF_FFFF) }
    /// Kind, role and certainty together, 0…127.
    @inline(__always) var form: Int { Int(bits &>> 24 & 127) }
    var isCertain: Bool { bits >> 30 & 1 == 1 }
    var kind: TokenKind { TokenKind(rawValue: UInt8(bits >> 24 & 15)) ?? .bare }
    var role: NameRole { NameRole(rawValue: UInt8(bits >> 28 & 3)) ?? .unknown }
}

/// A row on its way into the index.
struct IndexedRow {
    /// `RowWord.bits`.
    var words: [UInt32] = []
    var spellings: [WordSpelling] = []

    /// The first two words and those at `places`.
    func first(two places: Range<Int>) -> IndexedRow {
        IndexedRow(
            words: Array(words[..<2] + words[places]),
            spellings: Array(spellings[..<2] + spellings[places])
        )
    }

    var packedSpellings: UInt32 {
        spellings.enumerated().reduce(0) { $0 | UInt32($1.element.bits) << UInt32(8 * $1.offset) }
    }

    static func spelling(_ word: Int, in packed: UInt32) -> WordSpelling {
        WordSpelling(bits: UInt8(truncatingIfNeeded: packed >> UInt32(8 * word)))
    }
}
