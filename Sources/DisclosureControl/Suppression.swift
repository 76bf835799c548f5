/// Hides small cells of a table, and as many others as it takes that no hidden one can be worked out from the totals.
///
/// The method: a cell from 1 to under the threshold is hidden first. Then, until nothing changes: a row or column with
/// one hidden cell gets a second (the difference to its total would give the first away); a row or column whose hidden
/// cells add up to less than the threshold gets one more; and a hidden cell that lies on no closed round of hidden
/// cells gets company, since elimination would give it away (such a cell is a bridge of the graph in which rows and
/// columns are the nodes and hidden cells the edges). Inner cells are hidden before totals, smaller before larger, so
/// that little is lost.
public struct Suppression: Sendable {
    /// The smallest count that is shown, zero apart.
    public let threshold: Int

    /// - Parameter threshold: the smallest count that may be shown; at least 2.
    public init(threshold: Int = 5) {
        self.threshold = max(2, threshold)
    }

    /// The places of a table that must not be shown.
    public func hidden(in table: CountTable) -> Set<CellPosition> {
        guard table.rowCount > 0, table.columnCount > 0 else { return [] }
        var hidden: Set<CellPosition> = []
        for row in 0..<table.rowCount {
            for column in 0..<table.columnCount where (1..<threshold).contains(table.counts[row][column]) {
                hidden.insert(CellPosition(row: row, column: column))
            }
        }
        guard !hidden.isEmpty else { return [] }
        // Each round hides one cell more, so it ends at the latest when all are hidden.
        while let next = needed(table, hidden) { hidden.insert(next) }
        return hidden
    }

    private func needed(_ table: CountTable, _ hidden: Set<CellPosition>) -> CellPosition? {
        for line in Line.all(of: table) {
            let inLine = line.cells.filter(hidden.contains)
            guard !inLine.isEmpty, inLine.count < line.cells.count else { continue }
            if inLine.count == 1 || isTooSmall(inLine, line, table), let next = cheapest(line.cells, table, hidden) {
                return next
            }
        }
        for bridge in HiddenGraph(table, hidden).bridges {
            let around = Line.all(of: table).filter { $0.cells.contains(bridge) }.flatMap(\.cells)
            if let next = cheapest(around, table, hidden) { return next }
        }
        return nil
    }

    /// Whether the hidden inner cells of a line with a shown total add up to less than the threshold.
    private func isTooSmall(_ inLine: [CellPosition], _ line: Line, _ table: CountTable) -> Bool {
        guard let total = line.cells.last, !inLine.contains(total) else { return false }
        return inLine.reduce(0) { $0 + table.counts[$1.row][$1.column] } < threshold
    }

    /// The cell whose hiding loses least: an inner one with the smallest count above zero, then a zero, then a total.
    private func cheapest(
        _ cells: [CellPosition],
        _ table: CountTable,
        _ hidden: Set<CellPosition>
    ) -> CellPosition? {
        cells.filter { !hidden.contains($0) }.min { cost($0, table) < cost($1, table) }
    }

    private func cost(_ cell: CellPosition, _ table: CountTable) -> (Int, Int, Int, Int) {
        let totals = (cell.row == table.rowCount - 1 ? 1 : 0) + (cell.column == table.columnCount - 1 ? 1 : 0)
        let count = table.counts[cell.row][cell.column]
        return (totals, count == 0 ? 1 : 0, count, cell.row * table.columnCount + cell.column)
    }
}

/// A row or a column with its total as the last cell.
struct Line {
    let cells: [CellPosition]

    static func all(of table: CountTable) -> [Line] {
        let rows = (0..<table.rowCount).map { row in
            Line(cells: (0..<table.columnCount).map { CellPosition(row: row, column: $0) })
        }
        let columns = (0..<table.columnCount).map { column in
            Line(cells: (0..<table.rowCount).map { CellPosition(row: $0, column: column) })
        }
        return rows + columns
    }
}
