/// Another row that a row says it goes on with.
public enum RowReference: Hashable, Sendable {
    /// The one above it in the file.
    case rowAbove
    /// The one with this number in the same sheet.
    case number(String)
}

/// Finds words such as "see the row above" and "см. № 123".
enum RowReferenceReader {
    /// Words in a row; where a star stands the last may go on (жогорку саптагы).
    private static let above = [
        "строку выше", "строка выше", "строке выше", "строки выше", "row above", "line above", "entry above",
        "жогорку сап*", "жогоруда*",
    ].map { (words: $0.split { " *".contains($0) }, isOpen: $0.hasSuffix("*")) }
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
            // "Found the row, left for work" tells of no row above.
            let parts = folded.split { ",.;:!?".contains($0) }.map { words(in: $0) }
            if parts.contains(where: tellsOfAbove) { return .rowAbove }
            if let number = number(in: parts.flatMap { $0 }) { return .number(number) }
        }
        return nil
    }

    private static func words(in text: Substring) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

    private static func tellsOfAbove(_ words: [Substring]) -> Bool {
        words.indices.contains { first in
            above.contains { phrase in
                let said = words[first...].prefix(phrase.words.count)
                guard said.count == phrase.words.count, let end = said.last, let last = phrase.words.last
                else { return false }
                return said.dropLast().elementsEqual(phrase.words.dropLast())
                    && (phrase.isOpen ? end.hasPrefix(last) : end == last)
            }
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
