import Spreadsheets

/// Tells contacts from headings, totals, signatures and repeated titles.
struct LineKinds {
    let mapping: SheetMapping
    private let titles: [String]

    init(mapping: SheetMapping) {
        self.mapping = mapping
        titles = mapping.titles.map { Words.fold($0) }
    }

    /// Nil when the row may be a contact.
    func passedOver(_ row: Row) -> PassedOver? {
        let filled = row.cells.indices.filter { !row.cells[$0].isBlank && column($0) != .sheetName }
        guard let first = filled.first else { return .empty }
        if MappingGuess.isNumbering(row), filled.count >= 5, row.cells[first].text == "1" { return .numbering }
        if isHeader(row, filled) { return .header }
        guard filled.count <= 8 else { return nil }
        let texts = filled.map { Words.fold(row.cells[$0].text) }
        if isTotals(texts) { return .totals }
        guard filled.count <= 2 else { return nil }
        if filled.count == 1, isHeading(texts[0]) { return .heading }
        if isSignature(texts[0]) { return .signature }
        return nil
    }

    private func column(_ index: Int) -> ImportColumn? {
        mapping.columns.indices.contains(index) ? mapping.columns[index] : nil
    }

    private func isHeader(_ row: Row, _ filled: [Int]) -> Bool {
        guard filled.count >= 3 else { return false }
        let same = filled.count { index in
            titles.indices.contains(index) && !titles[index].isEmpty && row.cells[index].text.utf8.count < 120
                && titles[index] == Words.fold(row.cells[index].text)
        }
        return same * 10 >= filled.count * 6
    }

    private func isTotals(_ texts: [String]) -> Bool {
        guard texts.count <= 8, let first = texts.first else { return false }
        let starts = [
            "итог", "всего", "total", "subtotal", "grand total", "жалпы", "баары", "бардыгы", "жыйынты", "жами", "sum",
            "сумма", "хамаги",
        ]
        guard starts.contains(where: { first.hasPrefix($0) }) else { return false }
        return texts.dropFirst().allSatisfy { text in text.contains(where: \.isNumber) || text.count < 12 }
    }

    /// A month, quarter, year or week alone in its row.
    private func isHeading(_ text: String) -> Bool {
        let tokens = DateReader.tokens(of: text)
        guard tokens.count <= 5, !tokens.isEmpty else { return false }
        let named = tokens.contains {
            MonthNames.month($0) != nil
                || [
                    "квартал", "quarter", "чейрек", "неделя", "week", "год", "year", "месяц", "month", "ай", "жыл",
                    "жылы", "полугодие",
                ].contains($0)
        }
        let day =
            tokens.first.flatMap { Int($0) }.map { $0 <= 31 && tokens.count == 2 && MonthNames.month(tokens[1]) != nil }
            ?? false
        return (named || tokens.count == 1 && MappingGuess.year(in: text) != nil) && !day
    }

    private func isSignature(_ text: String) -> Bool {
        if text.contains("____") { return true }
        return [
            "ответствен", "подпис", "составил", "утвержд", "провер", "руководител", "директор", "responsible",
            "signature", "signed", "prepared by", "approved",
            "checked by", "жооптуу", "кол тамга", "колу", "тузгон", "дата составления", "м.п", "исполнител",
        ].contains { text.hasPrefix($0) } && text.count < 80
    }
}
