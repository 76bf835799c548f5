/// A calendar date of stated precision: many people know only the year they were born.
public struct PartialDate: Hashable, Sendable, Comparable {
    public let year: Int
    /// 1…12, or `nil` when only the year is known.
    public let month: Int?
    /// 1…31, or `nil` when the day is not known.
    public let day: Int?

    /// Refuses dates that the Gregorian calendar doesn't have and years outside 1850…2200.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1850...2200).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `1987`, `1987-03` or `1987-03-25` (ISO 8601, reduced precision).
    public init?(iso text: String) {
        var text = text
        let parts = text.withUTF8 { Self.parse($0) }
        guard let parts else { return nil }
        self.init(year: parts.year, month: parts.month, day: parts.day)
    }

    /// The numbers of a date's digits; `nil` when anything but digits and hyphens stands at their places. Byte by byte,
    /// since a list reads one a line.
    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (year: Int, month: Int?, day: Int?)? {
        guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        guard let year = number(0..<4) else { return nil }
        guard bytes.count > 4 else { return (year, nil, nil) }
        guard bytes[4] == 45, let month = number(5..<7) else { return nil }
        guard bytes.count > 7 else { return (year, month, nil) }
        guard bytes[7] == 45, let day = number(8..<10) else { return nil }
        return (year, month, day)
    }

    /// The ISO 8601 text in its stated precision.
    public var iso: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard let month else { return "\(year)" }
        guard let day else { return "\(year)-\(two(month))" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    public static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    /// The civil date so many days after 1970-01-01 (proleptic Gregorian calendar).
    public init?(daysSince1970 days: Int64) {
        let parts = Self.parts(daysSince1970: days)
        self.init(year: parts.year, month: parts.month, day: parts.day)
    }

    /// As ``init(daysSince1970:)``; a day outside the years 1850…2200 becomes the nearest inside.
    init(nearestToDaysSince1970 days: Int64) {
        let parts = Self.parts(daysSince1970: min(max(days, -43_829), 84_370))
        year = parts.year
        month = parts.month
        day = parts.day
    }

    /// In eras of 400 years.
    private static func parts(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(day))
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
