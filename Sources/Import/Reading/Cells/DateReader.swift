import Domain
import Spreadsheets

/// What a cell of dates says.
enum DateReading: Hashable, Sendable {
    /// A day; `year` was taken from the sheet.
    case day(PartialDate, yearFromSheet: Bool)
    /// Written like a date, but no such day exists.
    case impossible
    /// A mark that means "as above".
    case ditto
    /// No date at all.
    case unreadable
    case blank
}

/// Reads days as people write them.
enum DateReader {
    /// - Parameters:
    ///   - cell: as stored.
    ///   - order: whether the day or the month comes first.
    ///   - year: for a day and month without a year.
    /// - Returns: the day, or why there is none.
    static func read(_ cell: Cell, order: DateOrder, year: Int?) -> DateReading {
        switch cell {
        case .date(let serial):
            guard let day = serial.calendar else { return .unreadable }
            return reading(day.year, day.month, day.day)
        case .number(let number): return serial(number)
        case .text(let text): return read(text, order: order, year: year)
        default: return .blank
        }
    }

    /// True for a cell that holds a date and nothing else.
    static func looksLikeDate(_ cell: Cell) -> Bool {
        if case .number = cell { return false }
        switch read(cell, order: .dayFirst, year: nil) {
        case .day: return true
        case .impossible: return read(cell, order: .monthFirst, year: nil) != .unreadable
        default: return false
        }
    }

    /// - Parameters: as above, for text.
    static func read(_ text: String, order: DateOrder, year: Int?) -> DateReading {
        let folded = Words.fold(text)
        guard !folded.isEmpty else { return .blank }
        if Ditto.isMark(folded) { return .ditto }
        if let number = Double(folded), folded.allSatisfy({ $0.isNumber || $0 == "." }), !folded.contains("."),
            folded.count == 5
        {
            return serial(number)
        }
        let tokens = tokens(of: folded)
        let numbers = tokens.compactMap { Int($0) }
        guard numbers.count <= 6, tokens.count <= 8 else { return .unreadable }
        if let month = tokens.lazy.compactMap({ MonthNames.month($0) }).first {
            return named(month, numbers: numbers, tokens: tokens, year: year)
        }
        let letters = tokens.filter { Int($0) == nil && !["г", "года", "год", "t", "z", "ж", "am", "pm"].contains($0) }
        guard letters.isEmpty, !numbers.isEmpty else { return .unreadable }
        return numeric(tokens: tokens.filter { Int($0) != nil }, order: order, year: year)
    }

    private static func serial(_ number: Double) -> DateReading {
        guard number >= 20_000, number < 80_000, let day = SerialDate(days: number).calendar else { return .unreadable }
        return reading(day.year, day.month, day.day)
    }

    private static func named(_ month: Int, numbers: [Int], tokens: [String], year: Int?) -> DateReading {
        guard let first = numbers.first else { return .unreadable }
        // `2024, 5 March` and `5 March 2024`.
        let day = first > 31 ? numbers.dropFirst().first : first
        let written = first > 31 ? first : numbers.dropFirst().first { $0 > 31 || $0 >= 20 && $0 < 100 }
        guard let day else { return .unreadable }
        guard let full = written.map(century) ?? year else { return .unreadable }
        return reading(full, month, day, fromSheet: written == nil)
    }

    private static func numeric(tokens: [String], order: DateOrder, year: Int?) -> DateReading {
        let numbers = tokens.compactMap { Int($0) }
        if tokens.count == 1, tokens[0].count == 8 {
            return reading(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
        }
        guard numbers.count >= 2 else { return .unreadable }
        if tokens[0].count == 4, numbers.count >= 3 { return reading(numbers[0], numbers[1], numbers[2]) }
        guard tokens[0].count <= 2, tokens[1].count <= 2 else { return .unreadable }
        let day = order == .dayFirst ? numbers[0] : numbers[1]
        let month = order == .dayFirst ? numbers[1] : numbers[0]
        guard numbers.count >= 3 else {
            guard let year else { return .unreadable }
            return reading(year, month, day, fromSheet: true)
        }
        guard tokens[2].count == 4 || tokens[2].count == 2 else { return .unreadable }
        return reading(century(numbers[2]), month, day)
    }

    private static func reading(_ year: Int, _ month: Int, _ day: Int, fromSheet: Bool = false) -> DateReading {
        // A slip such as 2205 is a day, far in the future; its leap years do not matter.
        guard let date = PartialDate(year: year > 2200 && year < 10_000 ? 2196 : year, month: month, day: day) else {
            return .impossible
        }
        return .day(date, yearFromSheet: fromSheet)
    }

    private static func century(_ year: Int) -> Int {
        year < 100 ? (year < 70 ? 2000 + year : 1900 + year) : year
    }

    /// Runs of digits and runs of letters; `24г` falls into two.
    static func tokens(of folded: String) -> [String] {
        var tokens: [String] = []
        var current = ""
        var isDigit = false
        for character in folded {
            let digit = character.isASCII && character.isNumber
            if digit || character.isLetter {
                if digit != isDigit, !current.isEmpty {
                    tokens.append(current)
                    current = ""
                }
                isDigit = digit
                current.append(character)
            } else if !current.isEmpty {
                tokens.append(current)
                current = ""
            }
        }
        if !current.isEmpty { tokens.append(current) }
        return tokens
    }
}

/// The months' names in the languages of the region, by their beginnings.
enum MonthNames {
    /// The month that a folded word names, 1…12.
    static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return stems.first { entry in entry.stems.contains { word.hasPrefix($0) } }?.month
    }

    private static let stems: [(month: Int, stems: [String])] = [
        (1, ["январ", "янв", "jan", "үчтүн", "учтун", "кантар", "yanvar", "ianuarie"]),
        (2, ["феврал", "фев", "feb", "бирдин", "акпан", "fevral"]),
        (3, ["март", "мар", "mar", "жалган", "наурыз"]),
        (4, ["апрел", "апр", "apr", "чын куран", "сауир"]),
        (5, ["май", "мая", "мае", "may", "mai", "бугу", "мамыр"]),
        (6, ["июн", "jun", "iyun", "iunie", "кулжа", "маусым"]),
        (7, ["июл", "jul", "iyul", "iulie", "теке", "шилде"]),
        (8, ["август", "авг", "aug", "avg", "баш оона", "тамыз"]),
        (9, ["сентябр", "сен", "сент", "sep", "sent", "аяк", "кыркуйек"]),
        (10, ["октябр", "окт", "oct", "okt", "тогуз", "казан"]),
        (11, ["ноябр", "ноя", "nov", "noy", "noi", "жетин", "караша"]),
        (12, ["декабр", "дек", "dec", "dek", "бештин", "желтоксан"]),
    ]
}

/// Marks that stand for the cell above.
enum Ditto {
    private static let words: Set<String> = [
        "то же", "тоже", "то же самое", "тот же день", "ditto", "same", "same as above", "as above", "do", "id", "idem",
        "как выше", "см выше", "см. выше", "ошол эле", "ошондой эле", "жогорудагыдай",
    ]

    /// - Parameter folded: a folded cell.
    /// - Returns: whether the cell repeats the one above.
    static func isMark(_ folded: String) -> Bool {
        if words.contains(folded) { return true }
        let signs = folded.unicodeScalars.filter { $0 != " " }
        guard !signs.isEmpty, signs.count <= 6 else { return false }
        guard signs.allSatisfy({ "\"'-/«»„“”″〃|\\,.".unicodeScalars.contains($0) }) else { return false }
        return signs.contains { "\"'/«»„“”″〃".unicodeScalars.contains($0) }
    }
}

/// Reads the time of day, in minutes from midnight; words such as "evening" are no time.
enum TimeReader {
    static func read(_ cell: Cell) -> Int? {
        switch cell {
        case .date(let serial): return serial.clock.map { $0.hour * 60 + $0.minute }
        case .number(let number) where number >= 0 && number < 1: return Int((number * 1440).rounded()) % 1440
        case .number(let number): return parse("\(number)")
        case .text(let text): return parse(Words.fold(text))
        default: return nil
        }
    }

    private static func parse(_ folded: String) -> Int? {
        let tokens = DateReader.tokens(of: folded)
        let numbers = tokens.compactMap { Int($0) }
        guard (2...3).contains(numbers.count), var hour = numbers.first, (0...23).contains(hour) else { return nil }
        // `16.2` is a number that lost its last zero.
        let minuteText = tokens.filter { Int($0) != nil }[1]
        let minute = minuteText.count == 1 && folded.contains(".") ? numbers[1] * 10 : numbers[1]
        guard (0...59).contains(minute) else { return nil }
        if tokens.contains("pm"), hour < 12 { hour += 12 }
        if tokens.contains("am"), hour == 12 { hour = 0 }
        return hour * 60 + minute
    }
}
