/// Why an index could not be opened.
public enum NameIndexError: Error, Equatable, Sendable {
    case unreadableSnapshot
    case otherSnapshotVersion
}

extension NameIndex {
    /// Grows with every change of the folding, of the keys or of the layout: an older snapshot is then built anew.
    static let snapshotVersion: UInt32 = 3

    /// Everything the index holds as bytes, for the caller to seal with a key of its own before they touch a disk: the
    /// sounds of all names stand in it in the clear.
    public func snapshot() -> [UInt8] {
        var settled = self
        settled.settle()
        var writer = SnapshotWriter(version: Self.snapshotVersion, room: settled.memoryFootprint)
        let dictionary = settled.dictionary
        writer.write(dictionary.stems)
        writer.write(dictionary.keys.pairs)
        writer.write(dictionary.order)
        for lists in [postings, phoneLists, documentLists, birthLists] {
            writer.write(lists.pool)
            writer.write(lists.heads)
        }
        writer.write(words)
        writer.write(rowRecords)
        writer.write(rowSpellings)
        writer.write(keys)
        writer.write(tags)
        writer.write(births)
        writer.write(phones)
        writer.write(documents)
        writer.write(firstRows)
        writer.write(rowCounts)
        writer.write(freeRecords)
        writer.write(freeRows)
        let extras = self.extras.sorted { $0.key < $1.key }
        writer.write(
            extras.map { [$0.key, UInt32($0.value.phones.count), UInt32($0.value.documents.count)] }.flatMap { $0 }
        )
        writer.write(extras.flatMap(\.value.phones))
        writer.write(extras.flatMap(\.value.documents))
        return writer.finished()
    }

    /// The index as it was when the snapshot was taken; throws for bytes that are not one, or of another version.
    public init(snapshot: [UInt8]) throws(NameIndexError) {
        var reader = try SnapshotReader(snapshot, version: Self.snapshotVersion)
        self.init()
        dictionary = try StemDictionary(
            stems: reader.read(Stem.self),
            keys: SortedPairs(pairs: reader.read(UInt64.self)),
            order: reader.read(UInt32.self)
        )
        var lists: [PostingLists] = []
        for _ in 0..<4 {
            lists.append(try PostingLists(pool: reader.read(UInt32.self), heads: reader.read(PostingLists.Head.self)))
        }
        (postings, phoneLists, documentLists, birthLists) = (lists[0], lists[1], lists[2], lists[3])
        words = try reader.read(UInt32.self)
        rowRecords = try reader.read(UInt32.self)
        rowSpellings = try reader.read(UInt32.self)
        keys = try reader.read(RecordKey.self)
        tags = try reader.read(UInt32.self)
        births = try reader.read(UInt32.self)
        phones = try reader.read(UInt32.self)
        documents = try reader.read(UInt64.self)
        firstRows = try reader.read(UInt32.self)
        rowCounts = try reader.read(UInt8.self)
        freeRecords = try reader.read(UInt32.self)
        freeRows = try reader.read(UInt32.self)
        try readExtras(&reader)
        try reader.finish()
        try check()
        countSpellings()
        table = KeyTable(expecting: keys.count)
        for number in keys.indices where keys[number] != RecordKey(high: .max, low: .max) {
            table.insert(number, in: keys)
        }
    }

    private mutating func readExtras(_ reader: inout SnapshotReader) throws(NameIndexError) {
        let heads = try reader.read(UInt32.self)
        let phones = try reader.read(UInt32.self)
        let documents = try reader.read(UInt64.self)
        var (phone, document) = (0, 0)
        for place in stride(from: 0, to: heads.count - heads.count % 3, by: 3) {
            let (nextPhone, nextDocument) = (phone + Int(heads[place + 1]), document + Int(heads[place + 2]))
            guard nextPhone <= phones.count, nextDocument <= documents.count else { throw .unreadableSnapshot }
            extras[heads[place]] = Extras(
                phones: Array(phones[phone..<nextPhone]),
                documents: Array(documents[document..<nextDocument])
            )
            (phone, document) = (nextPhone, nextDocument)
        }
    }

    /// That every number points inside its array, so that a damaged snapshot cannot make a search trap.
    private func check() throws(NameIndexError) {
        let records = keys.count
        guard tags.count == records, births.count == records, phones.count == records, documents.count == records,
            firstRows.count == records, rowCounts.count == records, words.count == rowRecords.count * Self.wordsPerRow,
            rowSpellings.count == rowRecords.count,
            postings.lists == dictionary.stems.count, dictionary.order.count == dictionary.stems.count,
            hasLists(.few) || hasLists(.many),
            words.allSatisfy({ RowWord($0).stem < max(1, postings.lists) }),
            rowRecords.allSatisfy({ $0 == Self.none || Int($0) < records }),
            zip(firstRows, rowCounts).allSatisfy({ $0 == Self.none || Int($0) + Int($1) <= rowRecords.count }),
            dictionary.order.allSatisfy({ Int($0) < dictionary.stems.count }),
            dictionary.keys.pairs.allSatisfy({ Int($0 & 0xFFFF_FFFF) < dictionary.stems.count })
        else { throw .unreadableSnapshot }
    }

    private mutating func countSpellings() {
        spellings = SpellingCounts(stems: dictionary.stems.count)
        for (place, bits) in words.enumerated() where bits != 0 {
            let (row, index) = place.quotientAndRemainder(dividingBy: Self.wordsPerRow)
            let word = RowWord(bits)
            spellings.add(IndexedRow.spelling(index, in: rowSpellings[row]), to: word.stem)
        }
    }

    private func hasLists(_ buckets: Buckets) -> Bool {
        (phoneLists.lists, documentLists.lists, birthLists.lists)
            == (buckets.phones, buckets.documents, buckets.births)
    }
}
