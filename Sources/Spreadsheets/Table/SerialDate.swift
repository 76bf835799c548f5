/// A spreadsheet's date: days since 30 December 1899 (so that 1 March 1900 is day 61), the fraction is the time of day.
public struct SerialDate: Hashable, Sendable {
    /// Days, with the time of day as a fraction.
    public let days: Double

    /// Days between this calendar's day 0 and 1 January 1970.
    private static let epoch = 25_569

    /// - Parameter days: as the file holds it, already moved to the 1900 system.
    public init(days: Double) {
        self.days = days
    }

    /// Year, month, day in the Gregorian calendar; nil for a mere time of day or a number outside 1900–2199.
    public var calendar: (year: Int, month: Int, day: Int)? {
        guard days >= 1, days < 109_938 else { return nil }
        let civil = SerialDate.civil(Int(days) - SerialDate.epoch)
        return (civil.year, civil.month, civil.day)
    }

    /// Hour and minute; nil when the number has no fraction.
    public var clock: (hour: Int, minute: Int)? {
        let fraction = days - days.rounded(.down)
        guard fraction > 0 || days < 1 else { return nil }
        let minutes = Int((fraction * 1440).rounded()) % 1440
        return (minutes / 60, minutes % 60)
    }

    /// `31.12.2025`, `31.12.2025 14:05` or `14:05`.
    public var text: String {
        var parts: [String] = []
        if let calendar {
            parts.append("\(two(calendar.day)).\(two(calendar.month)).\(calendar.year)")
        }
        if let clock {
            parts.append("\(two(clock.hour)):\(two(clock.minute))")
        }
        return parts.joined(separator: " ")
    }

    private func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// Days since 1970 to a calendar date, after Howard Hinnant's civil-from-days.
    private static func civil(_ sinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = sinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
