import Domain
import Spreadsheets

/// What a cell of birth dates or ages says.
enum BirthReading: Hashable, Sendable {
    /// The date as exactly as it is known; `isEstimated` when reckoned from an age or a decade.
    case birth(PartialDate, isEstimated: Bool)
    /// Written like a date or year, but nobody alive was born then.
    case impossible
    case unreadable
    case blank
}

/// Reads birth dates, years, two-digit years and ages.
enum BirthReader {
    /// - Parameters:
    ///   - cell: as stored.
    ///   - day: the day of the contact, against which ages and two-digit years are reckoned.
    ///   - order: whether the day or the month comes first.
    /// - Returns: the date as exactly as it is known.
    static func read(_ cell: Cell, on day: PartialDate, order: DateOrder) -> BirthReading {
        if case .date(let serial) = cell {
            guard let date = serial.calendar else { return .unreadable }
            return checked(PartialDate(year: date.year, month: date.month, day: date.day), on: day)
        }
        let folded = Words.fold(cell.text)
        guard !folded.isEmpty else { return .blank }
        if let decade = decade(folded) { return decade }
        let tokens = DateReader.tokens(of: folded)
        let numbers = tokens.compactMap { Int($0) }
        guard let first = numbers.first else { return .unreadable }
        let words = tokens.filter { Int($0) == nil }
        if words.contains(where: { AgeWords.all.contains($0) || $0.hasPrefix("year") }), numbers.count == 1 {
            return age(first, on: day)
        }
        if numbers.count == 1 { return single(tokens.first { Int($0) != nil } ?? "", first, on: day) }
        guard case .day(let date, false) = DateReader.read(folded, order: order, year: nil) else {
            return numbers.count >= 3 ? .impossible : .unreadable
        }
        // A two-digit year of birth lies in the past: `08.04.65` is 1965.
        if date.year > day.year, tokens.filter({ Int($0) != nil }).last?.count == 2 {
            return checked(PartialDate(year: date.year - 100, month: date.month, day: date.day), on: day)
        }
        return checked(date, on: day)
    }

    private static func single(_ text: String, _ number: Int, on day: PartialDate) -> BirthReading {
        switch text.count {
        case 4: return checked(PartialDate(year: number), on: day)
        case 2:
            // Two digits without a word are a year: 91 is 1991, 08 is 2008.
            return checked(PartialDate(year: number <= day.year % 100 ? 2000 + number : 1900 + number), on: day)
        case 5, 8...: return .impossible
        default: return .impossible
        }
    }

    private static func age(_ years: Int, on day: PartialDate) -> BirthReading {
        guard (0...110).contains(years), let birth = PartialDate(year: day.year - years) else { return .impossible }
        return .birth(birth, isEstimated: true)
    }

    /// `199?`, `199х`, `1990-е`: the decade is known.
    private static func decade(_ folded: String) -> BirthReading? {
        let digits = folded.prefix { $0.isNumber }
        guard digits.count == 3, let number = Int(digits), (190...205).contains(number) else { return nil }
        guard let sign = folded.dropFirst(3).first, "?xх*_-".contains(sign) else { return nil }
        return .unreadable
    }

    private static func checked(_ date: PartialDate?, on day: PartialDate) -> BirthReading {
        guard let date, date.year <= day.year, day.year - date.year <= 105 else { return .impossible }
        return .birth(date, isEstimated: false)
    }

    private enum AgeWords {
        static let all: Set<String> = [
            "лет", "год", "года", "возраст", "л", "years", "yrs", "yo", "y", "age", "old", "жаш", "жашта", "жас",
            "yosh",
            "сола", "ani",
        ]
    }
}
