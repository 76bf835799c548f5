/// One row with the line number that a person sees in the program that made the file, counted from 1.
public struct Row: Hashable, Sendable {
    /// The line: of an XLSX sheet the row's number; of a CSV file the line on which the row begins.
    public let line: Int
    /// The cells up to the last one that holds anything.
    public let cells: [Cell]

    /// - Parameters:
    ///   - line: counted from 1.
    ///   - cells: from the first column on.
    public init(line: Int, cells: [Cell]) {
        self.line = line
        self.cells = cells
    }

    /// The cell of a column, empty beyond the last.
    public subscript(column: Int) -> Cell {
        cells.indices.contains(column) ? cells[column] : .empty
    }

    /// True when no cell holds anything readable.
    public var isBlank: Bool { cells.allSatisfy(\.isBlank) }
}

/// A rectangle of cells shown as one; its value stands in the first.
public struct MergedRange: Hashable, Sendable {
    /// Lines from 1.
    public let lines: ClosedRange<Int>
    /// Columns from 0.
    public let columns: ClosedRange<Int>
}

/// One table: a sheet of a workbook, or a whole CSV file.
public struct Sheet: Sendable {
    /// The sheet's name; of a CSV file the name that was given.
    public let name: String
    /// Rows in order; an XLSX file may leave blank ones out.
    public let rows: [Row]
    /// Merged cells.
    public let merged: [MergedRange]
    /// True for a sheet that the author hid.
    public let isHidden: Bool

    /// - Parameters:
    ///   - name: shown to a person.
    ///   - rows: in order of lines.
    ///   - merged: rectangles shown as one cell.
    ///   - isHidden: hidden by its author.
    public init(name: String, rows: [Row], merged: [MergedRange] = [], isHidden: Bool = false) {
        self.name = name
        self.rows = rows
        self.merged = merged
        self.isHidden = isHidden
    }

    /// The widest row's number of cells.
    public var width: Int { rows.lazy.map(\.cells.count).max() ?? 0 }
}

/// The tables of one file.
public struct Workbook: Sendable {
    /// In the file's order.
    public let sheets: [Sheet]

    /// - Parameter sheets: in the file's order.
    public init(sheets: [Sheet]) {
        self.sheets = sheets
    }
}
