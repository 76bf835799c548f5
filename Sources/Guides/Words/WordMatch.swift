/// How well a typed word fits a word of the content.
enum WordMatch {
    /// How well two words fit.
    ///
    /// - Parameters:
    ///   - typed: the word typed.
    ///   - known: the word of the content.
    ///   - isUnfinished: the last word of what is being typed, which may be a beginning.
    /// - Returns: 1 for the same word, less for its beginning, another ending, a slip of the finger; `nil` for another
    ///   word.
    static func grade(_ typed: FoldedWord, _ known: FoldedWord, isUnfinished: Bool) -> Double? {
        if typed == known { return 1 }
        if isUnfinished, typed.count >= 2, known.hasPrefix(typed) {
            return 0.8 + 0.15 * Double(typed.count) / Double(known.count)
        }
        if isInflection(typed, known) { return 0.8 }
        guard typed.count >= 5, known.count >= 5 else { return nil }
        if typed.isOneTypo(from: known) { return 0.75 }
        if isUnfinished, typed.count >= 5, known.count > typed.count,
            typed.isOneTypo(from: known.prefix(typed.count)) || typed.isOneTypo(from: known.prefix(typed.count + 1))
        {
            return 0.6
        }
        // A slip together with another ending.
        if typed.count >= 6, known.count >= 6, typed.prefix(known.count).isOneTypo(from: known) { return 0.6 }
        return nil
    }

    /// Whether two words differ in their endings alone: «зарплату», «зарплата»; «айлыгын», «айлык».
    static func isInflection(_ one: FoldedWord, _ other: FoldedWord) -> Bool {
        let short = min(one.count, other.count)
        guard short >= 4 else { return false }
        let common = one.commonPrefix(other)
        guard common >= 4, short - common <= 2 else { return false }
        // Kyrgyz and Uzbek add ending to ending behind a stem that hardly changes.
        let longest = common >= short - 1 ? 5 : common >= 6 ? 4 : 3
        return max(one.count, other.count) - common <= longest
    }

    /// As ``isInflection(_:_:)`` but narrow, for texts that nobody looks at while they are recognised.
    static func isSameWord(_ one: FoldedWord, _ other: FoldedWord) -> Bool {
        if one == other { return true }
        let long = max(one.count, other.count)
        guard min(one.count, other.count) >= 5 else { return false }
        if one.commonPrefix(other) >= max(4, long - 2) { return true }
        return long >= 7 && one.isOneTypo(from: other)
    }
}
