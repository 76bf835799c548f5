import Spreadsheets

/// The cells of one row by meaning, after repairs.
struct RowCells {
    var cells: [Cell]
    let mapping: SheetMapping

    /// The text of a column's cells, those of repeated columns joined; an exported cell's guard is taken off.
    func text(_ column: ImportColumn) -> String {
        guard column.mayRepeat else { return mapping.index(column).map { plain($0) } ?? "" }
        var result = ""
        for (index, kind) in mapping.columns.enumerated() where kind == column {
            let text = plain(index)
            guard !text.isEmpty else { continue }
            result += result.isEmpty ? text : (column == .phone ? "; " : ". ") + text
        }
        return result
    }

    /// The first cell of a column.
    func cell(_ column: ImportColumn) -> Cell {
        guard let index = mapping.index(column), cells.indices.contains(index) else { return .empty }
        return cells[index]
    }

    mutating func set(_ column: ImportColumn, _ cell: Cell) {
        guard let index = mapping.index(column) else { return }
        while cells.count <= index { cells.append(.empty) }
        cells[index] = cell
    }

    private func plain(_ index: Int) -> String {
        guard cells.indices.contains(index) else { return "" }
        return Words.trimmed(FormulaGuard.restored(cells[index].text))
    }
}
