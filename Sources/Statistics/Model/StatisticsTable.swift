import DisclosureControl

/// A number of a table, or the fact that it must not be shown.
public enum StatisticsCell: Sendable, Hashable {
    case shown(Int)
    /// Too small, or it would give a small one away.
    case hidden

    public var number: Int? {
        if case .shown(let number) = self { number } else { nil }
    }
}

/// An answer: codes of rows and columns, and what stands between them.
public struct StatisticsTable: Sendable, Hashable {
    public let query: StatisticsQuery
    /// Codes; empty for "not said".
    public let rows: [String]
    /// Codes; one empty text when there is no second breakdown.
    public let columns: [String]
    public let cells: [[StatisticsCell]]
    public let rowTotals: [StatisticsCell]
    public let columnTotals: [StatisticsCell]
    public let total: StatisticsCell

    public var hidesSome: Bool { cells.joined().contains(.hidden) || rowTotals.contains(.hidden) }
}

/// What the database counted, before anything is hidden.
struct CountedTable {
    struct Count {
        /// The figure itself.
        var value = 0
        /// How many people or records stand behind it, which decides whether it may be shown.
        var contributors = 0

        static func += (sum: inout Count, more: Count) {
            sum.value += more.value
            sum.contributors += more.contributors
        }
    }

    let query: StatisticsQuery
    let rows: [String]
    let columns: [String]
    let cells: [[Count]]
    let rowTotals: [Count]
    let columnTotals: [Count]
    let total: Count

    /// The table as it may be shown.
    func controlled(by suppression: Suppression) -> StatisticsTable {
        let hidden = suppression.hidden(
            in: CountTable(
                counts: cells.map { $0.map(\.contributors) },
                rowTotals: rowTotals.map(\.contributors),
                columnTotals: columnTotals.map(\.contributors),
                total: total.contributors
            )
        )
        func cell(_ count: Count, _ row: Int, _ column: Int) -> StatisticsCell {
            hidden.contains(CellPosition(row: row, column: column)) ? .hidden : .shown(count.value)
        }
        return StatisticsTable(
            query: query,
            rows: rows,
            columns: columns,
            cells: cells.enumerated().map { row, line in
                line.enumerated().map { column, count in cell(count, row, column) }
            },
            rowTotals: rowTotals.enumerated().map { row, count in cell(count, row, columns.count) },
            columnTotals: columnTotals.enumerated().map { column, count in cell(count, rows.count, column) },
            total: cell(total, rows.count, columns.count)
        )
    }
}
