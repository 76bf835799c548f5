/// A date and a time of day as the clock on the wall shows them, in the Gregorian calendar.
struct CivilTime: Equatable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    /// The civil time at an instant.
    ///
    /// - Parameters:
    ///   - milliseconds: Since 1970 in UTC.
    ///   - utcOffset: Seconds east of UTC.
    init(milliseconds: Int64, utcOffset: Int) {
        // Bounded to a thousand centuries either way, so that no input can overflow.
        let bound: Int64 = 3_155_760_000_000
        let seconds = min(max(Self.floorDivide(milliseconds, 1000), -bound), bound) + Int64(utcOffset)
        let days = Self.floorDivide(seconds, 86400)
        let secondOfDay = Int(seconds - days * 86400)
        (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        (year, month, day) = Self.date(daysSince1970: days)
    }

    /// Counts in years that begin in March, so that the leap day is a year's last, and in cycles of 400 years.
    private static func date(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
        let daysSinceMarch0000 = days + 719_468
        let cycle = floorDivide(daysSinceMarch0000, 146_097)
        let dayOfCycle = daysSinceMarch0000 - cycle * 146_097
        let leapDays = dayOfCycle / 1460 - dayOfCycle / 36524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }

    /// The quotient rounded down, also for what was before 1970.
    @inline(__always)
    static func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
