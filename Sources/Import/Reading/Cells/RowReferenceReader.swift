/// Another row that a row says it goes on with.
public enum RowReference: Hashable, Sendable {
    /// The one above it in the file.
    case rowAbove
    /// The one with this number in the same sheet.
    case number(String)
}

/// Finds words such as "see the row above" and "см. № 123".
enum RowReferenceReader {
    /// Words in a row; the last may go on (жогорку саптагы).
    private static let above = [
        "строку выше", "строка выше", "строке выше", "строки выше", "row above", "line above", "entry above",
        "жогорку сап", "жогоруда",
    ].map { $0.split(separator: " ") }
    private static let see: Set<Substring> = ["см", "смотри", "смотрите", "see", "кара", "караныз"]
    /// What may stand between "see" and the number.
    private static let between: Set<Substring> = [
        "no", "row", "line", "entry", "строку", "строка", "строки", "стр", "запись", "записи", "обращение",
        "обращения", "обр", "номер", "сап", "саптагы", "call", "contact",
    ]

    /// - Parameter texts: what the row says in words.
    /// - Returns: the row that is meant, when one is.
    static func read(_ texts: [String]) -> RowReference? {
        for text in texts where !text.isEmpty {
            let folded = Words.fold(text)
            let words = folded.split { !$0.isLetter && !$0.isNumber }
            if words.indices.contains(where: { tellsOfAbove(words[$0...]) }) { return .rowAbove }
            if let number = number(in: words) { return .number(number) }
        }
        return nil
    }

    private static func tellsOfAbove(_ words: ArraySlice<Substring>) -> Bool {
        above.contains { phrase in
            guard words.count >= phrase.count, let last = phrase.last else { return false }
            let said = words.prefix(phrase.count)
            return said.dropLast().elementsEqual(phrase.dropLast()) && said.last?.hasPrefix(last) ?? false
        }
    }

    private static func number(in words: [Substring]) -> String? {
        for (index, word) in words.enumerated() where see.contains(word) {
            for next in words.dropFirst(index + 1).prefix(3) {
                if next.count <= 6, next.allSatisfy({ $0.isASCII && $0.isNumber }) { return String(next) }
                guard between.contains(next) else { break }
            }
        }
        return nil
    }
}
