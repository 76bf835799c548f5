import Domain
import Spreadsheets

/// A few rows of a list, read in one short transaction.
struct ListPart<Place: Sendable>: Sendable {
    var rows: [[Cell]] = []
    /// Where the next part begins; `nil` after the last.
    var next: Place?
    /// Records whose sealed values were refused; they go into the journal.
    var damaged: [RecordID] = []
}

extension Cell {
    /// A text, or nothing.
    init(text: String?) {
        if let text, !text.isEmpty { self = .text(text) } else { self = .empty }
    }

    /// A civil day as a spreadsheet's date.
    init(day: CivilDate?) {
        guard let day else {
            self = .empty
            return
        }
        self = .date(SerialDate(days: Double(day.daysSince1970 + 25_569)))
    }
}

/// A list on its way into a file. CSV is written as rows come; a workbook has to be whole.
struct ListFile {
    let format: ExportFormat
    let title: String
    private(set) var rowCount = 0
    private var text = CSVWriter()
    private var lines: [Row] = []

    init(_ format: ExportFormat, title: String, columns: [String]) {
        self.format = format
        self.title = title
        write(columns.map { .text($0) })
    }

    /// - Throws: `ExportError.tooMany` beyond what one file may have.
    mutating func append(_ rows: [[Cell]]) throws {
        rowCount += rows.count
        guard rowCount <= ExportRules.mostRows else { throw ExportError.tooMany }
        for row in rows { write(row) }
    }

    private mutating func write(_ cells: [Cell]) {
        switch format {
        case .csv: text.append(cells)
        case .xlsx: lines.append(Row(line: lines.count + 1, cells: cells))
        }
    }

    /// The whole file.
    func finished() throws -> [UInt8] {
        switch format {
        case .csv: text.bytes
        case .xlsx: try XLSXWriter.bytes([Sheet(name: title, rows: lines)])
        }
    }

    var mediaType: String {
        switch format {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}
