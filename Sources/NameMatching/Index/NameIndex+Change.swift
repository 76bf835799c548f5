extension NameIndex {
    /// Adds a record, or puts it in the place of the one with its key.
    public mutating func insert(_ record: MatchableRecord) {
        remove(record.key)
        let number = newRecord(record)
        table.insert(number, in: keys)
        insertNames(record.names, of: number)
        insertEvidence(record, of: number)
        if dictionary.isUnsettled { dictionary.settle() }
    }

    /// Takes a record out of every list; false when there was none.
    @discardableResult
    public mutating func remove(_ key: RecordKey) -> Bool {
        guard let number = table.find(key, in: keys) else { return false }
        table.remove(key, in: keys)
        removeRows(of: number)
        removeEvidence(of: number)
        keys[number] = RecordKey(high: .max, low: .max)
        tags[number] = 0
        births[number] = 0
        phones[number] = 0
        documents[number] = 0
        extras[UInt32(number)] = nil
        firstRows[number] = Self.none
        rowCounts[number] = 0
        freeRecords.append(UInt32(number))
        return true
    }

    /// Changes what the visibility closure is told of a record.
    public mutating func retag(_ key: RecordKey, tag: UInt32) {
        if let number = table.find(key, in: keys) { tags[number] = tag }
    }

    private mutating func newRecord(_ record: MatchableRecord) -> Int {
        let gender = UInt32(record.gender.rawValue) << 24
        let birth = (record.birth?.packed ?? 0) | gender
        if let free = freeRecords.popLast() {
            let number = Int(free)
            keys[number] = record.key
            tags[number] = record.tag
            births[number] = birth
            return number
        }
        keys.append(record.key)
        tags.append(record.tag)
        births.append(birth)
        phones.append(0)
        documents.append(0)
        firstRows.append(Self.none)
        rowCounts.append(0)
        return keys.count - 1
    }

    // MARK: names

    private mutating func insertNames(_ names: [String], of number: Int) {
        var rows: [IndexedRow] = []
        for name in names where rows.count < 200 {
            for row in self.rows(of: NameReader.read(name)) where !rows.contains(where: { $0.words == row.words }) {
                rows.append(row)
            }
        }
        guard !rows.isEmpty else { return }
        let first = room(for: rows.count)
        firstRows[number] = UInt32(first)
        rowCounts[number] = UInt8(rows.count)
        for (offset, row) in rows.enumerated() {
            let place = first + offset
            rowRecords[place] = UInt32(number)
            rowSpellings[place] = row.packedSpellings
            for (index, bits) in row.words.enumerated() {
                let word = RowWord(bits)
                words[place * Self.wordsPerRow + index] = bits
                spellings.add(row.spellings[index], to: word.stem)
                postings.append(UInt32(place), to: word.stem)
            }
        }
    }

    /// A name of up to four words is one row; the words of longer ones are spread over rows that share the first two.
    private mutating func rows(of name: ParsedName) -> [IndexedRow] {
        guard !name.tokens.isEmpty else { return [] }
        let parts = NameRoles(name)
        var all = IndexedRow()
        for (index, token) in name.tokens.enumerated() {
            let (stem, isNew) = dictionary.add(token.stem)
            if isNew {
                postings.addList()
                spellings.addStem()
            }
            all.words.append(RowWord(stem: stem, kind: token.kind, role: parts[index], certain: parts.isCertain).bits)
            all.spellings.append(token.spelling)
        }
        let count = all.words.count
        if count <= Self.wordsPerRow { return [all] }
        return stride(from: 2, to: count, by: 2).map { all.first(two: $0..<min($0 + 2, count)) }
    }

    private mutating func room(for count: Int) -> Int {
        if count == 1, let free = freeRows.popLast() { return Int(free) }
        let first = rowRecords.count
        for _ in 0..<count {
            rowRecords.append(Self.none)
            rowSpellings.append(0)
            for _ in 0..<Self.wordsPerRow { words.append(0) }
        }
        return first
    }

    private mutating func removeRows(of number: Int) {
        guard firstRows[number] != Self.none else { return }
        let first = Int(firstRows[number])
        for row in first..<(first + Int(rowCounts[number])) {
            let places = row * Self.wordsPerRow..<(row + 1) * Self.wordsPerRow
            let own = Array(words[places])
            for (index, bits) in own.enumerated() where bits != 0 {
                let word = RowWord(bits)
                spellings.remove(IndexedRow.spelling(index, in: rowSpellings[row]), from: word.stem)
                postings.remove(UInt32(row), from: word.stem)
            }
            rowSpellings[row] = 0
            for place in places { words[place] = 0 }
            rowRecords[row] = Self.none
            freeRows.append(UInt32(row))
        }
    }

    // MARK: dates, phones, documents

    private mutating func insertEvidence(_ record: MatchableRecord, of number: Int) {
        let phones = record.phones.compactMap(Evidence.phoneTail)
        let documents = record.documents.compactMap(Evidence.document)
        self.phones[number] = phones.first ?? 0
        self.documents[number] = documents.first ?? 0
        if phones.count > 1 || documents.count > 1 {
            extras[UInt32(number)] = Extras(phones: Array(phones.dropFirst()), documents: Array(documents.dropFirst()))
        }
        if keys.count == Buckets.manyFrom, phoneLists.lists < Buckets.many.phones {
            spread()
        } else {
            listEvidence(of: number)
        }
    }

    private mutating func listEvidence(of number: Int) {
        let value = UInt32(number)
        for phone in phones(of: number) { phoneLists.append(value, to: bucket(phone: phone)) }
        for document in documents(of: number) {
            let (first, second) = Evidence.documentHalves(document)
            documentLists.append(value, to: bucket(half: first))
            documentLists.append(value, to: bucket(half: second))
        }
        if let list = bucket(birth: births[number]) { birthLists.append(value, to: list) }
    }

    private mutating func removeEvidence(of number: Int) {
        let value = UInt32(number)
        for phone in phones(of: number) { phoneLists.remove(value, from: bucket(phone: phone)) }
        for document in documents(of: number) {
            let (first, second) = Evidence.documentHalves(document)
            documentLists.remove(value, from: bucket(half: first))
            documentLists.remove(value, from: bucket(half: second))
        }
        if let list = bucket(birth: births[number]) { birthLists.remove(value, from: list) }
    }

    func phones(of number: Int) -> [UInt32] {
        let first = phones[number]
        return (first == 0 ? [] : [first]) + (more(of: number)?.phones ?? [])
    }

    func documents(of number: Int) -> [UInt64] {
        let first = documents[number]
        return (first == 0 ? [] : [first]) + (more(of: number)?.documents ?? [])
    }

    private func more(of number: Int) -> Extras? { extras.isEmpty ? nil : extras[UInt32(number)] }

    /// Whether one of a record's phones ends so. Asked of every record in a list, as the next is: no array is made.
    func has(phone: UInt32, _ number: Int) -> Bool {
        phones[number] == phone || more(of: number)?.phones.contains(phone) ?? false
    }

    /// Whether one of a record's documents is this one or one slip away.
    func has(documentNear document: UInt64, _ number: Int) -> Bool {
        func isNear(_ other: UInt64) -> Bool { other == document || Evidence.isOneEdit(other, document) }
        return isNear(documents[number]) || more(of: number)?.documents.contains(where: isNear) ?? false
    }

    func bucket(phone: UInt32) -> Int { Int(phone % UInt32(phoneLists.lists)) }

    func bucket(half: UInt64) -> Int { Int(half % UInt64(documentLists.lists)) }

    /// Only whole dates are listed.
    func bucket(birth: UInt32) -> Int? {
        guard birth & 31 != 0, birth >> 5 & 15 != 0 else { return nil }
        return Int(mix(UInt64(birth & 0x1F_FFFF)) % UInt64(birthLists.lists))
    }

    /// Spreads what the records have over many lists, once they are no longer few.
    private mutating func spread() {
        phoneLists = PostingLists(lists: Buckets.many.phones, entries: keys.count * 2)
        documentLists = PostingLists(lists: Buckets.many.documents, entries: keys.count * 2)
        birthLists = PostingLists(lists: Buckets.many.births, entries: keys.count * 3 / 2)
        // A free place has neither phone, document nor date.
        for number in keys.indices { listEvidence(of: number) }
    }
}
