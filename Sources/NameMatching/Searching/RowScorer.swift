/// The words of a query laid out flat, for a loop that looks at a hundred thousand rows in a few milliseconds.
struct ScoringTables {
    /// By word and stem: the nearness 0…255, and bit 8 where the word is only the stem's beginning.
    let marks: [UInt16]
    /// By word, beginning or not, and `RowWord.form`: weight times hundredths.
    let forms: [Int32]
    let stems: Int
    let words: Int
    /// What a row that meets every word fully is worth.
    let whole: Int

    init(_ words: [QueryWord]) {
        self.words = words.count
        stems = words.first?.marks.count ?? 0
        marks = words.flatMap(\.marks)
        forms = words.flatMap { word in
            (word.forms + word.beginningForms).map { Int32($0) * Int32(word.weight) }
        }
        whole = max(1, words.reduce(0) { $0 + $1.weight } * 25_500)
    }
}

/// The tables and the index's rows as pointers, valid inside one closure.
struct RowScorer {
    let rows: UnsafeBufferPointer<UInt32>
    let marks: UnsafeBufferPointer<UInt16>
    let forms: UnsafeBufferPointer<Int32>
    let stems: Int
    let words: Int

    /// The best pairing of the query's words with the row's, less a hundredth for each of the row's words left over.
    ///
    /// Words are paired in the query's order; a later word that wants one already taken takes the next best.
    @inline(__always)
    func score(_ row: Int) -> Int {
        var used: UInt32 = 0
        let total = pair(row, &used)
        if total == 0 { return 0 }
        return total &- total &* leftOver(row, used) / 100
    }

    @inline(__always)
    func pair(_ row: Int, _ used: inout UInt32) -> Int {
        var total = 0
        for word in 0..<words {
            let (value, place) = best(word, row, used)
            if place >= 0 { used |= 1 &<< UInt32(truncatingIfNeeded: place) }
            total &+= value
        }
        return total
    }

    /// What the best free word of the row is worth to a word of the query, and where it stands.
    @inline(__always)
    func best(_ word: Int, _ row: Int, _ used: UInt32) -> (value: Int, place: Int) {
        var best: Int32 = 0
        var chosen = -1
        let first = row &* NameIndex.wordsPerRow
        let ownMarks = word &* stems
        let ownForms = word &* 256
        for offset in 0..<NameIndex.wordsPerRow {
            let bits = rows[first &+ offset]
            if bits == 0 { break }
            let mark = marks[ownMarks &+ Int(bits & 0xFF_FFFF)]
            if mark == 0 || used &>> UInt32(truncatingIfNeeded: offset) & 1 != 0 { continue }
            let form = Int(mark &>> 8) &* 128 &+ Int(bits &>> 24 & 127)
            let value = Int32(mark & 255) &* forms[ownForms &+ form]
            if value > best {
                best = value
                chosen = offset
            }
        }
        return (Int(best), chosen)
    }

    @inline(__always)
    private func leftOver(_ row: Int, _ used: UInt32) -> Int {
        var count = 0
        let first = row &* NameIndex.wordsPerRow
        for offset in 0..<NameIndex.wordsPerRow {
            let bits = rows[first &+ offset]
            if bits == 0 { break }
            let isPatronymic = bits &>> 28 & 3 == UInt32(NameRole.patronymic.rawValue)
            if used &>> UInt32(truncatingIfNeeded: offset) & 1 == 0, !isPatronymic { count &+= 1 }
        }
        return count
    }
}
