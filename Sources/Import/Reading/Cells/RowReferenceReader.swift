/// Another row that a row says it goes on with.
public enum RowReference: Hashable, Sendable {
    /// The one above it in the file.
    case rowAbove
    /// The one with this number in the same sheet.
    case number(String)
}

/// Finds words such as "see the row above" and "см. № 123".
enum RowReferenceReader {
    private static let above = [
        "строку выше", "строка выше", "строке выше", "строки выше", "row above", "line above", "entry above",
        "жогорку сап", "жогоруда",
    ]
    private static let see = ["см", "смотри", "смотрите", "see", "кара", "караңыз", "караныз"]
    /// What may stand between "see" and the number.
    private static let between: Set<String> = [
        "no", "row", "line", "entry", "строку", "строка", "строки", "стр", "запись", "записи", "обращение",
        "обращения", "обр", "номер", "сап", "саптагы", "call", "contact",
    ]

    /// - Parameter texts: what the row says in words.
    /// - Returns: the row that is meant, when one is.
    static func read(_ texts: [String]) -> RowReference? {
        for text in texts where !text.isEmpty {
            let folded = Words.fold(text)
            if above.contains(where: { folded.contains($0) }) { return .rowAbove }
            if let number = number(in: folded) { return .number(number) }
        }
        return nil
    }

    private static func number(in folded: String) -> String? {
        let words = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for (index, word) in words.enumerated() where see.contains(word) {
            for next in words.dropFirst(index + 1).prefix(3) {
                if next.count <= 6, next.allSatisfy({ $0.isASCII && $0.isNumber }) { return next }
                guard between.contains(next) else { break }
            }
        }
        return nil
    }
}
