import CXLSXWriter
import Foundation

/// Writes tables as an Office Open XML workbook. Text is always written as text and neutralized, never as a formula.
public enum XLSXWriter {
    /// - Parameter sheets: each with its rows; the first row is shown bold as the header.
    /// - Returns: the file.
    /// - Throws: `SpreadsheetError.cannotWrite`.
    public static func bytes(_ sheets: [Sheet]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = folder.path + "/book.xlsx"
        try write(sheets, to: path, scratch: folder.path)
        guard let data = FileManager.default.contents(atPath: path) else { throw SpreadsheetError.cannotWrite }
        return [UInt8](data)
    }

    private static func write(_ sheets: [Sheet], to path: String, scratch: String) throws {
        try scratch.withCString { scratch in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: scratch)
            guard let book = workbook_new_opt(path, &options) else { throw SpreadsheetError.cannotWrite }
            var isComplete = true
            let header = workbook_add_format(book)
            format_set_bold(header)
            let date = workbook_add_format(book)
            format_set_num_format(date, "dd.mm.yyyy")
            for sheet in sheets {
                guard let page = workbook_add_worksheet(book, sheetName(sheet.name)) else {
                    isComplete = false
                    continue
                }
                for (line, row) in sheet.rows.enumerated() {
                    for (column, cell) in row.cells.enumerated() {
                        let place = (line: lxw_row_t(line), column: lxw_col_t(column))
                        isComplete = put(cell, on: page, place, line == 0 ? header : nil, date: date) && isComplete
                    }
                }
                worksheet_freeze_panes(page, 1, 0)
            }
            guard workbook_close(book) == LXW_NO_ERROR, isComplete else { throw SpreadsheetError.cannotWrite }
        }
    }

    private static func put(
        _ cell: Cell,
        on page: UnsafeMutablePointer<lxw_worksheet>,
        _ place: (line: lxw_row_t, column: lxw_col_t),
        _ format: UnsafeMutablePointer<lxw_format>?,
        date: UnsafeMutablePointer<lxw_format>?
    ) -> Bool {
        switch cell {
        case .empty: true
        case .number(let number):
            worksheet_write_number(page, place.line, place.column, number, format) == LXW_NO_ERROR
        case .date(let serial):
            worksheet_write_number(page, place.line, place.column, serial.days, date) == LXW_NO_ERROR
        case .boolean(let flag):
            worksheet_write_boolean(page, place.line, place.column, flag ? 1 : 0, format) == LXW_NO_ERROR
        case .text(let text), .error(let text):
            worksheet_write_string(page, place.line, place.column, clipped(FormulaGuard.neutralized(text)), format)
                == LXW_NO_ERROR
        }
    }

    /// A cell holds at most 32,767 characters.
    private static func clipped(_ text: String) -> String {
        guard text.utf16.count > 32_767 else { return text }
        return String(text.prefix(16_000)) + "…"
    }

    /// A sheet's name has at most 31 characters and none of those that references use.
    private static func sheetName(_ name: String) -> String {
        let clean = name.map { "[]:*?/\\'".contains($0) ? " " : $0 }
        let text = String(String(clean).prefix(31))
        return text.isEmpty ? "1" : text
    }
}

/// A folder in memory where the machine has one, so that names do not touch the disk while a file is being made; gone
/// with the value.
private final class TemporaryFolder {
    let path: String

    init() throws {
        let memory = "/dev/shm"
        let base = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        path = base + "/tirek-" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw SpreadsheetError.cannotWrite
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
