extension NameQuery {
    /// The parts of a shown text that answer the query, to be marked: words that sound like one of its names or begin
    /// like one, and numbers that stand in it.
    ///
    /// - Returns: UTF-8 offsets, ascending, not overlapping; nothing behind the first two thousand bytes.
    public func marks(in text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8.prefix(2_000))
        return Self.words(of: bytes).filter { range in
            let word = String(decoding: bytes[range], as: UTF8.self)
            return isLike(word) || isFacet(word)
        }
    }

    /// Runs of anything but white space and the usual separators.
    private static func words(of bytes: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case 9, 10, 13, 32, 40, 41, 44, 59:
                if let begin = start { words.append(begin..<offset) }
                start = nil
            default: start = start ?? offset
            }
        }
        if let begin = start { words.append(begin..<bytes.count) }
        return words
    }

    /// Typed so far or misspelt, in whichever script.
    private func isLike(_ word: String) -> Bool {
        let distance = EditDistance()
        return NameReader.read(word).tokens.contains { shown in
            readings.contains { reading in
                reading.tokens.contains { typed in
                    if typed.kind == .initial { return shown.kind == .initial && shown.stem == typed.stem }
                    if shown.kind == .initial { return false }
                    if shown.stem == typed.stem || shown.whole.hasPrefix(typed.whole) { return true }
                    return distance.similarity(shown.stem, typed.stem) >= 128
                }
            }
        }
    }

    private func isFacet(_ word: String) -> Bool {
        let digits = word.filter(\.isNumber)
        guard !digits.isEmpty else { return false }
        return facets.contains { facet in
            switch facet {
            case .year(let year): digits.contains(String(year)) || digits.hasSuffix(String(year))
            case .birth(let birth): BirthDate(word).map { BirthComparison.level($0, birth).level.answer > 50 } ?? false
            case .phoneTail(let tail): digits.hasSuffix(tail.suffix(9))
            case .document(let number): Evidence.document(word) == Evidence.document(number)
            }
        }
    }
}
