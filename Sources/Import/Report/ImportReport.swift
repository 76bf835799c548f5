import Domain
import Spreadsheets

/// The files that an import leaves: rows to be mended, and the links it made.
public enum ImportReport {
    /// Every row that was not taken, under the log's own titles, with line, column and reason before them. Mended and
    /// imported again it brings the rows that were missing; the first three columns are passed over.
    /// - Parameter reading: a file as judged.
    /// - Returns: a CSV file.
    public static func rejected(_ reading: ImportReading) -> [UInt8] {
        var writer = CSVWriter()
        let titles = reading.mapping.sheets.first { $0.isLog }?.titles ?? []
        writer.append(([sheetTitle, lineTitle, columnTitle, reasonTitle] + titles).map { .text($0) })
        for row in reading.rows {
            guard case .rejected(let reason, let column) = row.judgement else { continue }
            let lead = [row.place.sheet, "\(row.place.line)", column, reason.rawValue]
            writer.append((lead + aligned(row, reading.mapping, to: titles)).map { $0.isEmpty ? .empty : .text($0) })
        }
        return writer.bytes
    }

    /// Every taken row that a person should look at, and how each was read.
    public static func remarks(_ reading: ImportReading) -> [UInt8] {
        var writer = CSVWriter()
        writer.append([sheetTitle, lineTitle, "remark"].map { .text($0) })
        for row in reading.rows {
            guard case .taken(let contact) = row.judgement else { continue }
            for remark in contact.remarks.sorted(by: { $0.rawValue < $1.rawValue }) {
                writer.append([.text(row.place.sheet), .number(Double(row.place.line)), .text(remark.rawValue)])
            }
        }
        return writer.bytes
    }

    /// Every provisional link between rows, with its reasons; names are left out, lines are enough to find them.
    public static func links(_ plan: ImportPlan) -> [UInt8] {
        var first: [Int: RowPlace] = [:]
        var writer = CSVWriter()
        writer.append([sheetTitle, lineTitle, "first sheet", "first line", "reasons"].map { .text($0) })
        for row in plan.rows {
            guard let person = row.person else { continue }
            guard let earlier = first[person] else {
                first[person] = row.contact.place
                continue
            }
            writer.append([
                .text(row.contact.place.sheet), .number(Double(row.contact.place.line)), .text(earlier.sheet),
                .number(Double(earlier.line)), .text(row.reasons.map(\.code).joined(separator: " ")),
            ])
        }
        return writer.bytes
    }

    /// Everybody who may be somebody else of the file or of the register, too little speaking for it to link them: two
    /// places, or a place and the register's id, the chance and the reasons; names are left out.
    public static func suspected(_ plan: ImportPlan) -> [UInt8] {
        var writer = CSVWriter()
        writer.append(["row", "other", "probability", "reasons"].map { .text($0) })
        for suspicion in plan.suspicions where suspicion.choice == nil {
            let other =
                switch suspicion.other {
                case .row(let row): place(plan.rows[row].contact.place)
                case .record(let id): id.text
                }
            let hundredths = Int((suspicion.probability * 100).rounded())
            writer.append([
                .text(place(plan.rows[suspicion.row].contact.place)), .text(other), .number(Double(hundredths) / 100),
                .text(suspicion.reasons.map(\.code).joined(separator: " ")),
            ])
        }
        return writer.bytes
    }

    private static func place(_ place: RowPlace) -> String { "\(place.sheet):\(place.line)" }

    static let sheetTitle = "Sheet"
    static let lineTitle = "File line"
    static let columnTitle = "Column at fault"
    static let reasonTitle = "Why not taken"

    /// The cells of a row in the order of the first log's titles: sheets may have their columns in another order.
    private static func aligned(_ row: JudgedRow, _ mapping: ImportMapping, to titles: [String]) -> [String] {
        guard let sheet = mapping.sheets.first(where: { $0.sheet == row.place.sheet }),
            let lead = mapping.sheets.first(where: \.isLog), sheet.columns != lead.columns
        else { return row.cells }
        return titles.indices.map { index in
            let kind = lead.columns.indices.contains(index) ? lead.columns[index] : nil
            let place = kind.flatMap { sheet.index($0) } ?? sheet.titles.firstIndex(of: titles[index])
            guard let place, row.cells.indices.contains(place) else { return "" }
            return row.cells[place]
        }
    }
}
