import Domain
import Spreadsheets

/// Judges the rows of one table in order: what is above may be repeated by a mark, and what came before may be copied.
struct RowJudge {
    let mapping: SheetMapping
    let settings: ImportMapping
    let recognizers: Recognizers
    /// The first day that lies in the future.
    let firstFuture: PartialDate
    /// Days before it are refused as long past.
    let earliest: PartialDate?
    private var above: RowCells?
    private var seen: Set<String> = []
    private let kinds: LineKinds
    private var shifts: [Int: RowShift] = [:]

    init(
        mapping: SheetMapping,
        settings: ImportMapping,
        recognizers: Recognizers,
        firstFuture: PartialDate,
        earliest: PartialDate?
    ) {
        self.mapping = mapping
        self.settings = settings
        self.recognizers = recognizers
        self.firstFuture = firstFuture
        self.earliest = earliest
        kinds = LineKinds(mapping: mapping)
    }

    mutating func judge(_ row: Row) -> Judgement {
        if let passed = kinds.passedOver(row) { return .passedOver(passed) }
        let sheet = RowCells(cells: row.cells, mapping: mapping).text(.sheetName)
        let year = MappingGuess.year(in: sheet) ?? mapping.year
        var remarks: Set<Remark> = []
        var cells = RowCells(cells: row.cells, mapping: mapping)
        if isTest(cells) { return .rejected(.test, column: "") }
        if isBegun(cells) { return .rejected(.begun, column: "") }
        let shift = RowShift(mapping: mapping, recognizers: recognizers, year: year)
        if shift.isWholeRowShifted(row.cells) { return .rejected(.shifted, column: "") }
        if let repaired = shift.repaired(row.cells) {
            cells.cells = repaired
            remarks.insert(.shiftRepaired)
        }
        if swapNameAndPhone(&cells) { remarks.insert(.nameAndPhoneSwapped) }
        if fillDittos(&cells) { remarks.insert(.dittoFilled) }
        switch day(cells, year: year) {
        case .failure(let rejection):
            above = above ?? cells
            return .rejected(rejection.reason, column: title(.date))
        case .success(let found):
            above = cells
            guard seen.insert(signature(row, sheet: sheet)).inserted else { return .rejected(.exactCopy, column: "") }
            if let year, found.day.year != year { remarks.insert(.otherYear) }
            if found.fromSheet { remarks.insert(.yearFromSheet) }
            guard let day = CivilDate(found.day) else { return .rejected(.dateImpossible, column: title(.date)) }
            let place = RowPlace(sheet: sheet.isEmpty ? mapping.sheet : sheet, line: row.line)
            let reader = ContactReader(cells: cells, settings: settings, recognizers: recognizers)
            return .taken(
                reader.read(
                    place: place,
                    signature: signature(row, sheet: sheet),
                    day: day,
                    year: year,
                    remarks: remarks
                )
            )
        }
    }

    private struct Refusal: Error { let reason: Rejection }

    private func day(_ cells: RowCells, year: Int?) -> Result<(day: PartialDate, fromSheet: Bool), Refusal> {
        switch DateReader.read(cells.cell(.date), order: mapping.dateOrder, year: year) {
        case .blank: return .failure(Refusal(reason: .dateMissing))
        case .unreadable, .ditto: return .failure(Refusal(reason: .dateUnreadable))
        case .impossible: return .failure(Refusal(reason: .dateImpossible))
        case .day(let day, let fromSheet):
            if day >= firstFuture { return .failure(Refusal(reason: .dateInFuture)) }
            if let earliest, day < earliest { return .failure(Refusal(reason: .dateLongPast)) }
            return .success((day, fromSheet))
        }
    }

    private func title(_ column: ImportColumn) -> String {
        guard let index = mapping.index(column), mapping.titles.indices.contains(index) else { return "" }
        return mapping.titles[index]
    }

    /// All cells but the number, exactly as written.
    private func signature(_ row: Row, sheet: String) -> String {
        var text = sheet.isEmpty ? mapping.sheet : ""
        for (index, cell) in row.cells.enumerated() {
            text += "\u{1F}"
            if mapping.columns.indices.contains(index), mapping.columns[index] == .number { continue }
            text += cell.text
        }
        while text.hasSuffix("\u{1F}") { text.removeLast() }
        return text
    }

    private func isTest(_ cells: RowCells) -> Bool {
        let name = nameText(cells)
        let description = cells.text(.description)
        if TestWords.isTest(name) { return true }
        return TestWords.isTest(description) && Words.trimmed(name).isEmpty && cells.text(.phone).isEmpty
    }

    private func nameText(_ cells: RowCells) -> String {
        let name = cells.text(.name)
        if !name.isEmpty { return name }
        return [cells.text(.familyName), cells.text(.givenName), cells.text(.patronymic)].filter { !$0.isEmpty }.joined(
            separator: " "
        )
    }

    /// Only what stands in a row before the work begins: number, staff, channel, language, time.
    private func isBegun(_ cells: RowCells) -> Bool {
        let before: Set<ImportColumn> = [.sheetName, .number, .staff, .channel, .language, .time, .direction]
        guard cells.cell(.date).isBlank else { return false }
        return cells.cells.indices.allSatisfy { index in
            if cells.cells[index].isBlank { return true }
            return mapping.columns.indices.contains(index)
                && mapping.columns[index].map { before.contains($0) } ?? false
        }
            && !cells.cells.indices.contains { index in
                // A date beside its column makes the row shifted rather than begun.
                !cells.cells[index].isBlank && DateReader.looksLikeDate(cells.cells[index])
            }
    }

    private func swapNameAndPhone(_ cells: inout RowCells) -> Bool {
        guard let name = mapping.index(.name), let phone = mapping.index(.phone) else { return false }
        let nameCell = cells.cells.indices.contains(name) ? cells.cells[name] : .empty
        let phoneCell = cells.cells.indices.contains(phone) ? cells.cells[phone] : .empty
        guard PhoneReader.looksLikePhone(nameCell.text), !phoneCell.isBlank, !phoneCell.text.contains(where: \.isNumber)
        else {
            return false
        }
        cells.set(.name, phoneCell)
        cells.set(.phone, nameCell)
        return true
    }

    private func fillDittos(_ cells: inout RowCells) -> Bool {
        guard let above else { return false }
        var filled = false
        for (index, column) in mapping.columns.enumerated() where column != nil && column != .number {
            guard cells.cells.indices.contains(index), case .text(let text) = cells.cells[index] else { continue }
            guard text.utf8.count <= 30 else { continue }
            let folded = Words.fold(text)
            // In a column of words such as notes "the same" may be an answer; there only the marks count.
            guard Ditto.isMark(folded), column == .date || !folded.contains(where: \.isLetter) else { continue }
            cells.cells[index] = above.cells.indices.contains(index) ? above.cells[index] : .empty
            filled = true
        }
        return filled
    }
}
