import Localization

/// A table as comma-separated values, with titles in the reader's language.
struct StatisticsCSV {
    let table: StatisticsTable
    let titles: CodeTitles

    /// UTF-8 with a byte-order mark, so that spreadsheets read Cyrillic; lines end as RFC 4180 has it.
    var text: String {
        var lines: [[String]] = []
        let columns = table.query.columns.map { breakdown in table.columns.map { titles.title($0, breakdown) } }
        lines.append(
            [table.query.rows.title(titles.texts)] + (columns ?? [table.query.measure.title(titles.texts)])
                + (columns == nil ? [] : [titles.texts.statistics.total])
        )
        for (index, row) in table.rows.enumerated() {
            let total = columns == nil ? [] : [Self.text(table.rowTotals[index])]
            lines.append([titles.title(row, table.query.rows)] + table.cells[index].map(Self.text) + total)
        }
        let last = columns == nil ? [] : [Self.text(table.total)]
        lines.append([titles.texts.statistics.total] + table.columnTotals.map(Self.text) + last)
        return "\u{FEFF}" + lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func text(_ cell: StatisticsCell) -> String {
        cell.number.map { "\($0)" } ?? "[c]"
    }

    /// Quoted where needed; what a spreadsheet would take for a formula begins with an apostrophe.
    private static func quoted(_ text: String) -> String {
        let first = text.unicodeScalars.first
        let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
