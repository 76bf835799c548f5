/// Takes the sting out of text that a spreadsheet program would run as a formula.
/// Source: OWASP, "CSV Injection".
public enum FormulaGuard {
    private static let starters = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

    /// The text with an apostrophe before it when its first sign would start a formula.
    /// - Parameter text: of a cell.
    /// - Returns: text that no program runs.
    public static func neutralized(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return text }
        return starters.contains(first) || text.unicodeScalars.first.map(starters.contains) == true ? "'" + text : text
    }

    /// The text without the apostrophe that `neutralized` sets, so that an exported file can be read again.
    /// - Parameter text: of a cell.
    /// - Returns: the text as it was before.
    public static func restored(_ text: String) -> String {
        guard text.hasPrefix("'") else { return text }
        let rest = String(text.dropFirst())
        return neutralized(rest) == text ? rest : text
    }
}

/// Writes rows as RFC 4180 text in UTF-8, each cell guarded against formulas.
public struct CSVWriter {
    /// What was written so far, beginning with a byte-order mark, by which office programs know UTF-8.
    public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let separator: String

    /// - Parameter separator: the sign between fields.
    public init(separator: Character = ",") {
        self.separator = String(separator)
    }

    /// Adds one row.
    /// - Parameter cells: as they should be shown; numbers stay numbers, text is neutralized.
    public mutating func append(_ cells: [Cell]) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { bytes.append(contentsOf: separator.utf8) }
            if case .text(let text) = cell {
                appendText(FormulaGuard.neutralized(text))
            } else {
                bytes.append(contentsOf: cell.text.utf8)
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func appendText(_ text: String) {
        let mustQuote =
            text.contains { $0 == "\"" || $0.isNewline } || text.contains(separator)
            || text.first == " " || text.last == " "
        guard mustQuote else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        bytes.append(contentsOf: text.replacing("\"", with: "\"\"").utf8)
        bytes.append(0x22)
    }
}
