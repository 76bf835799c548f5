/// A table of counts with its totals: the last row holds the columns' totals, the last column the rows', the corner all.
///
/// Counts that were not added up but counted anew (such as persons, who may stand in several rows) may be given with
/// totals of their own.
public struct CountTable: Sendable, Hashable {
    /// Rows of columns, totals included.
    public let counts: [[Int]]

    /// A table whose totals are sums.
    public init(adding counts: [[Int]]) {
        let width = counts.first?.count ?? 0
        var rows = counts.map { $0 + [$0.reduce(0, +)] }
        rows.append((0...width).map { column in rows.reduce(0) { $0 + $1[column] } })
        self.counts = rows
    }

    /// A table with totals that were counted apart.
    ///
    /// - Parameters:
    ///   - counts: the inner cells.
    ///   - rowTotals: one for each row.
    ///   - columnTotals: one for each column.
    ///   - total: the corner.
    public init(counts: [[Int]], rowTotals: [Int], columnTotals: [Int], total: Int) {
        self.counts = zip(counts, rowTotals).map { $0 + [$1] } + [columnTotals + [total]]
    }

    public var rowCount: Int { counts.count }
    public var columnCount: Int { counts.first?.count ?? 0 }
}

/// A cell of a ``CountTable`` by its place.
public struct CellPosition: Sendable, Hashable {
    public let row: Int
    public let column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}
