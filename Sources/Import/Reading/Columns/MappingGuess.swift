public import Spreadsheets

/// Guesses how a file is to be read from its titles, the words above them and what stands in the columns.
public enum MappingGuess {
    /// How many lines from the top the titles are sought.
    private static let searched = 40

    /// - Parameter workbook: as read.
    /// - Returns: a mapping that a person can change.
    public static func guess(_ workbook: Workbook) -> ImportMapping {
        ImportMapping(sheets: workbook.sheets.map { guess($0) })
    }

    /// The mapping of one sheet; not a log when it has neither dates nor persons or problems.
    static func guess(_ sheet: Sheet) -> SheetMapping {
        let candidates = sheet.rows.prefix(searched).enumerated().map { position, row in
            (position: position, match: TitleMatch(row.cells.map(\.text)))
        }
        let best = candidates.max { ($0.match.score, -$0.position) < ($1.match.score, -$1.position) }
        guard let best, best.match.score > 0 else { return noLog(sheet) }
        let row = sheet.rows[best.position]
        var next = best.position + 1
        while next < sheet.rows.count, isNumbering(sheet.rows[next]) { next += 1 }
        var columns = best.match.columns
        addByContent(&columns, sheet.rows[min(next, sheet.rows.count)...].prefix(400))
        let isLog =
            columns.contains(.date)
            && columns.contains { column in
                [.name, .familyName, .phone, .category, .description].contains(column)
            }
        let titleYear = sheet.rows[..<best.position].lazy.flatMap(\.cells).compactMap { year(in: $0.text) }.first
        return SheetMapping(
            sheet: sheet.name,
            isLog: isLog,
            headerLine: row.line,
            firstLine: next < sheet.rows.count ? sheet.rows[next].line : row.line + 1,
            columns: columns,
            titles: row.cells.map { Words.trimmed($0.text) },
            year: year(in: sheet.name) ?? titleYear,
            dateOrder: dateOrder(columns, sheet.rows[min(next, sheet.rows.count)...])
        )
    }

    private static func noLog(_ sheet: Sheet) -> SheetMapping {
        SheetMapping(
            sheet: sheet.name,
            isLog: false,
            headerLine: 0,
            firstLine: 1,
            columns: [],
            titles: [],
            year: year(in: sheet.name),
            dateOrder: .dayFirst
        )
    }

    /// A row that only counts the columns: 1, 2, 3 …
    static func isNumbering(_ row: Row) -> Bool {
        let numbers = row.cells.compactMap { Int(Words.trimmed($0.text)) }
        guard numbers.count >= 3, numbers.count == row.cells.count(where: { !$0.isBlank }) else { return false }
        return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// A year between 1990 and 2099 that stands in a text as a word of its own.
    static func year(in text: String) -> Int? {
        Words.split(text).lazy.compactMap { word in
            word.count == 4 ? Int(word).flatMap { (1990...2099).contains($0) ? $0 : nil } : nil
        }.first
    }

    /// Day first, unless a second number above 12 and no first number above 12 says otherwise.
    private static func dateOrder(_ columns: [ImportColumn?], _ rows: ArraySlice<Row>) -> DateOrder {
        guard let column = columns.firstIndex(of: .date) else { return .dayFirst }
        var dayFirst = 0
        var monthFirst = 0
        for row in rows {
            guard case .text(let text) = row[column] else { continue }
            let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
            guard parts.count >= 3, parts[0] < 100 else { continue }
            if parts[0] > 12, parts[1] <= 12 { dayFirst += 1 }
            if parts[1] > 12, parts[0] <= 12 { monthFirst += 1 }
        }
        return monthFirst > dayFirst ? .monthFirst : .dayFirst
    }

    /// Columns without a speaking title: dates, telephone numbers and sexes are known by their contents.
    private static func addByContent(_ columns: inout [ImportColumn?], _ rows: ArraySlice<Row>) {
        for (wanted, test) in contentTests where !columns.contains(wanted) {
            let shares = columns.indices.filter { columns[$0] == nil }.map { column -> (column: Int, share: Double) in
                let filled = rows.lazy.map { $0[column] }.filter { !$0.isBlank }
                guard filled.count >= 3 else { return (column, 0) }
                return (column, Double(filled.count(where: test)) / Double(filled.count))
            }
            if let best = shares.max(by: { $0.share < $1.share }), best.share >= 0.7 { columns[best.column] = wanted }
        }
    }

    private static let contentTests: [(ImportColumn, @Sendable (Cell) -> Bool)] = [
        (.date, { DateReader.looksLikeDate($0) }),
        (.phone, { PhoneReader.looksLikePhone($0.text) }),
        (.sex, { SexReader.read($0.text) != nil }),
    ]
}

/// How well a row's cells read as titles.
struct TitleMatch {
    let columns: [ImportColumn?]
    /// The number of columns with a known title; 0 when too few to be titles.
    let score: Int

    init(_ titles: [String]) {
        var columns = [ImportColumn?](repeating: nil, count: titles.count)
        var scored: [(column: Int, kind: ImportColumn, score: Double)] = []
        for (column, title) in titles.enumerated() {
            let words = Words.split(title)
            // Titles are short; a long text is a contact.
            guard !words.isEmpty, words.count <= 9 else { continue }
            for (kind, patterns) in TitleWords.patterns {
                let score = patterns.lazy.map { TitleMatch.score($0, words) }.max() ?? 0
                if score > 0 { scored.append((column, kind, score)) }
            }
        }
        var used: Set<ImportColumn> = []
        // The surest pairs are settled first; a column that loses its best meaning may get its second best.
        for pair in scored.sorted(by: { ($0.score, -$0.column) > ($1.score, -$1.column) }) {
            guard columns[pair.column] == nil, pair.kind.mayRepeat || !used.contains(pair.kind) else { continue }
            columns[pair.column] = pair.kind
            used.insert(pair.kind)
        }
        self.columns = columns
        let known = columns.compactMap { $0 }
        score = known.count >= 3 && Set(known).count >= 3 ? known.count : 0
    }

    /// The same word, or the beginning of it of at least three letters, either way round.
    private static func begins(_ word: String, _ stem: String) -> Bool {
        let one = word.utf8
        let other = stem.utf8
        if one.count == other.count { return one.elementsEqual(other) }
        let shorter = one.count < other.count ? one : other
        let longer = one.count < other.count ? other : one
        return longer.starts(with: shorter) && shorter.count { $0 & 0xC0 != 0x80 } >= 3
    }

    /// Letters of the title that the pattern explains, with a bonus when it explains all of it; 0 when a stem is missing.
    private static func score(_ stems: [String], _ words: [String]) -> Double {
        var explained = 0
        var rest = words
        for stem in stems {
            let hit = rest.firstIndex { begins($0, stem) }
            guard let hit else { return 0 }
            explained += min(stem.count, rest[hit].count)
            rest.remove(at: hit)
        }
        let length = words.reduce(0) { $0 + $1.count }
        let share = Double(explained) / Double(max(length, 1))
        guard share >= 0.25 else { return 0 }
        return Double(explained) * (0.5 + share) + (rest.isEmpty ? 10 : 0)
    }
}
