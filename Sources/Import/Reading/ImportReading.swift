public import Domain
public import Spreadsheets

/// A file read to its end, before anything is written.
public struct ImportReading: Sendable {
    public let mapping: ImportMapping
    /// Every row below the headers, in order.
    public let rows: [JudgedRow]

    /// The contacts in order.
    public var contacts: [ReadContact] {
        rows.compactMap { row in if case .taken(let contact) = row.judgement { contact } else { nil } }
    }

    /// Reads a file.
    /// - Parameters:
    ///   - workbook: the tables.
    ///   - mapping: how to read them; guessed when nil.
    ///   - recognizers: the content's catalogues.
    ///   - today: the day on which the file is read; later days are refused.
    /// - Returns: every row with its judgement.
    public static func read(
        _ workbook: Workbook,
        mapping: ImportMapping? = nil,
        recognizers: Recognizers,
        today: CivilDate
    ) -> ImportReading {
        let mapping = mapping ?? MappingGuess.guess(workbook)
        let recognizers = recognizers.remembering()
        var rows: [JudgedRow] = []
        for sheet in workbook.sheets {
            guard let plan = mapping.sheets.first(where: { $0.sheet == sheet.name && $0.isLog }) else { continue }
            let data = sheet.rows.filter { $0.line >= plan.firstLine }
            var judge = RowJudge(
                mapping: plan,
                settings: mapping,
                recognizers: recognizers,
                firstFuture: today.advanced(byDays: 1).date,
                earliest: earliest(data, plan)
            )
            for row in data {
                let judgement = judge.judge(row)
                let name = RowCells(cells: row.cells, mapping: plan).text(.sheetName)
                let place = RowPlace(sheet: name.isEmpty ? sheet.name : name, line: row.line)
                rows.append(JudgedRow(place: place, cells: row.cells.map(\.text), judgement: judgement))
            }
        }
        return ImportReading(mapping: mapping, rows: WrittenTwice.marked(rows))
    }

    /// Ten years before the middle of the dates: a log does not jump further back, a slip of the pen does.
    private static func earliest(_ rows: [Row], _ plan: SheetMapping) -> PartialDate? {
        let years = rows.lazy.compactMap { row -> Int? in
            guard let column = plan.index(.date) else { return nil }
            guard case .day(let day, _) = DateReader.read(row[column], order: plan.dateOrder, year: plan.year) else {
                return nil
            }
            return day.year
        }.sorted()
        guard !years.isEmpty else { return nil }
        return PartialDate(year: years[years.count / 2] - 10, month: 1, day: 1)
    }
}

/// The same call written down twice, by two people or twice by one: same day, same number or name, close together.
enum WrittenTwice {
    /// How many contacts apart two notes of one call may stand.
    private static let reach = 8

    static func marked(_ rows: [JudgedRow]) -> [JudgedRow] {
        var rows = rows
        var recent: [ReadContact] = []
        for index in rows.indices {
            guard case .taken(var contact) = rows[index].judgement else { continue }
            if recent.contains(where: { isSameCall($0, contact) }) {
                contact.remarks.insert(.writtenTwice)
                let row = rows[index]
                rows[index] = JudgedRow(place: row.place, cells: row.cells, judgement: .taken(contact))
            }
            recent.append(contact)
            if recent.count > reach { recent.removeFirst() }
        }
        return rows
    }

    private static func isSameCall(_ first: ReadContact, _ second: ReadContact) -> Bool {
        guard first.day == second.day else { return false }
        if let one = first.minute, let other = second.minute, abs(one - other) > 30 { return false }
        let numbers = Set(first.numbers)
        let samePhone = second.numbers.contains { numbers.contains($0) }
        let sameName =
            !first.name.isNameless && !first.name.isShort && Words.fold(first.name.text) == Words.fold(second.name.text)
        return samePhone || sameName
    }
}
