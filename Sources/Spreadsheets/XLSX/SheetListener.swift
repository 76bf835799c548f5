/// Collects the rows of one worksheet.
final class SheetListener: XMLListener {
    private(set) var rows: [Row] = []
    private(set) var merged: [MergedRange] = []
    private let strings: [String]
    private let isDate: [Bool]
    private let startsIn1904: Bool
    private let limits: SpreadsheetLimits
    private var count = 0
    private var line = 0
    private var cells: [Cell] = []
    private var column = 0
    private var kind = ""
    private var style = 0
    private var value = ""
    private var takesText = false

    init(strings: [String], isDate: [Bool], startsIn1904: Bool, limits: SpreadsheetLimits) {
        self.strings = strings
        self.isDate = isDate
        self.startsIn1904 = startsIn1904
        self.limits = limits
    }

    func begin(_ element: String, _ attributes: [String: String]) throws {
        switch element {
        case "row":
            line = attributes["r"].flatMap { Int($0) } ?? line + 1
            cells = []
            column = -1
        case "c":
            column = attributes["r"].flatMap { CellReference($0)?.column } ?? column + 1
            kind = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value = ""
            guard column < limits.columns else { throw SpreadsheetError.tooLarge }
        case "v", "t":
            takesText = true
        case "mergeCell":
            if let range = attributes["ref"].flatMap({ MergedRange(reference: $0) }) { merged.append(range) }
        default: break
        }
    }

    func text(_ text: String) {
        if takesText { value += text }
    }

    func end(_ element: String) throws {
        switch element {
        case "v", "t": takesText = false
        case "c": try endCell()
        case "row":
            guard rows.count < limits.rows else { throw SpreadsheetError.tooLarge }
            fillGap()
            rows.append(Row(line: line, cells: cells))
        default: break
        }
    }

    /// Lines left empty by the author are not in the file, yet belong to what a person counts.
    private func fillGap() {
        guard let last = rows.last?.line, line > last + 1, line - last < 1000 else { return }
        for missing in (last + 1)..<line where rows.count < limits.rows { rows.append(Row(line: missing, cells: [])) }
    }

    private func endCell() throws {
        let cell = read()
        guard cell != .empty else { return }
        count += 1
        guard count <= limits.cells else { throw SpreadsheetError.tooLarge }
        while cells.count < column { cells.append(.empty) }
        if cells.count == column { cells.append(cell) } else { cells[column] = cell }
    }

    private func read() -> Cell {
        guard !value.isEmpty else { return .empty }
        switch kind {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return .empty }
            return strings[index].isEmpty ? .empty : .text(strings[index])
        case "str", "inlineStr": return .text(EscapedText.decoded(value))
        case "b": return .boolean(value == "1")
        case "e": return .error(value)
        case "d": return .text(value)
        default:
            guard let number = Double(value) else { return .text(value) }
            guard isDate.indices.contains(style), isDate[style] else { return .number(number) }
            return .date(SerialDate(days: startsIn1904 && number >= 1 ? number + 1462 : number))
        }
    }
}

/// A cell's address such as `AB12`.
struct CellReference: Hashable {
    /// From 0.
    let column: Int
    /// From 1.
    let line: Int

    init?(_ text: some StringProtocol) {
        var column = 0
        var line = 0
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A where line == 0: column = column * 26 + Int(byte) - 0x40
            case 0x61...0x7A where line == 0: column = column * 26 + Int(byte) - 0x60
            case 0x30...0x39: line = line * 10 + Int(byte) - 0x30
            case 0x24: continue
            default: return nil
            }
            guard column <= 16_384, line <= 1_048_576 else { return nil }
        }
        guard column > 0, line > 0 else { return nil }
        self.column = column - 1
        self.line = line
    }
}

extension MergedRange {
    /// - Parameter reference: such as `A1:C3`.
    init?(reference: String) {
        let ends = reference.split(separator: ":").compactMap { CellReference($0) }
        guard let first = ends.first, let last = ends.last else { return nil }
        guard first.line <= last.line, first.column <= last.column else { return nil }
        lines = first.line...last.line
        columns = first.column...last.column
    }
}
