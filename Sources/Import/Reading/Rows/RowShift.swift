import Domain
import Spreadsheets

/// Finds cells that stand one column beside their place.
struct RowShift {
    let mapping: SheetMapping
    let recognizers: Recognizers
    let year: Int?

    /// True when the date stands beside its column, so that the whole row is moved.
    func isWholeRowShifted(_ cells: [Cell]) -> Bool {
        guard let date = mapping.index(.date), !isDate(cell(cells, date)) else { return false }
        guard cell(cells, date).isBlank || !isDateLike(cell(cells, date)) else { return false }
        for neighbour in [date + 1, date - 1] where neighbour >= 0 && isDate(cell(cells, neighbour)) {
            let kind = mapping.columns.indices.contains(neighbour) ? mapping.columns[neighbour] : nil
            if kind != .birth, kind != .followUp { return true }
        }
        return false
    }

    /// The row with cells moved back, when a gap in the middle pushed the rest to the right and that explains more
    /// cells than the row as it stands.
    func repaired(_ cells: [Cell]) -> [Cell]? {
        let typed = mapping.columns.indices.filter { mapping.columns[$0].map(isTyped) ?? false }
        let before = score(cells, typed)
        guard before.wrong >= 1 else { return nil }
        var best: (cells: [Cell], score: (right: Int, wrong: Int))?
        for start in mapping.columns.indices where cell(cells, start).isBlank {
            guard start + 1 < cells.count, !cell(cells, start + 1).isBlank else { continue }
            var moved = cells
            moved.remove(at: start)
            // The gap may end earlier: a column left empty by the writer takes up the push.
            for end in stride(from: cells.count - 1, through: start + 1, by: -1) {
                var candidate = moved
                if end < candidate.count { candidate.insert(.empty, at: end) }
                let score = score(candidate, typed)
                if score.right - score.wrong > (best?.score.right ?? 0) - (best?.score.wrong ?? 1000) {
                    best = (candidate, score)
                }
            }
        }
        guard let best, best.score.right > before.right else { return nil }
        let fewer = before.wrong - best.score.wrong
        // One cell out of place may be a slip of its own; the push must explain it and put others right.
        let explains = fewer >= 2 || fewer == 1 && best.score.wrong == 0 && best.score.right >= before.right + 2
        return explains ? best.cells : nil
    }

    private func cell(_ cells: [Cell], _ index: Int) -> Cell {
        cells.indices.contains(index) ? cells[index] : .empty
    }

    private func isDate(_ cell: Cell) -> Bool {
        if case .day = DateReader.read(cell, order: mapping.dateOrder, year: nil) { return true }
        return false
    }

    private func isDateLike(_ cell: Cell) -> Bool {
        switch DateReader.read(cell, order: mapping.dateOrder, year: year) {
        case .day, .impossible, .ditto: true
        default: false
        }
    }

    private func isTyped(_ column: ImportColumn) -> Bool {
        switch column {
        case .sex, .birth, .phone, .citizenship, .country, .channel, .language, .name: true
        default: false
        }
    }

    private func score(_ cells: [Cell], _ typed: [Int]) -> (right: Int, wrong: Int) {
        var right = 0
        var wrong = 0
        for index in typed {
            let cell = cell(cells, index)
            guard !cell.isBlank, let column = mapping.columns[index] else { continue }
            if fits(cell, column) { right += 1 } else { wrong += 1 }
        }
        return (right, wrong)
    }

    private func fits(_ cell: Cell, _ column: ImportColumn) -> Bool {
        let text = cell.text
        switch column {
        case .sex: return SexReader.read(text) != nil
        case .birth:
            return text.contains(where: \.isNumber) && text.count { $0.isNumber } <= 8 && SexReader.read(text) == nil
        case .phone:
            return text.count { $0.isNumber } >= 7 && !isDate(cell)
                || !text.contains(where: \.isNumber) && text.count < 20
                    && !NameReader.looksLikeName(text)
        case .citizenship: return !text.contains(where: \.isNumber) && recognizers.country(text) != nil
        case .country:
            return !text.contains(where: \.isNumber)
                && (recognizers.country(text) != nil || recognizers.place(text, nil, nil).country != nil)
        case .channel: return ChannelReader.read(text) != nil
        case .language: return LanguageReader.read(text) != nil
        case .name: return NameReader.looksLikeName(text) || Nobody.reading(Words.fold(text)) != nil
        default: return true
        }
    }
}
