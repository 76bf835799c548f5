/// A whole calendar day, for what is agreed: due dates, deadlines, periods of authority. Kept as ISO 8601 text, which
/// sorts as dates do.
public struct CivilDate: Hashable, Sendable, Comparable {
    public let date: PartialDate

    /// `nil` when the day isn't known.
    public init?(_ date: PartialDate) {
        guard date.day != nil else { return nil }
        self.date = date
    }

    /// Reads `2026-03-12`.
    public init?(iso text: String) {
        guard let date = PartialDate(iso: text) else { return nil }
        self.init(date)
    }

    /// The civil day so many days after 1970-01-01.
    public init?(daysSince1970 days: Int64) {
        guard let date = PartialDate(daysSince1970: days) else { return nil }
        self.init(date)
    }

    /// The civil day so many days after 1970-01-01; one outside the years 1850…2200 becomes the nearest inside.
    init(nearestToDaysSince1970 days: Int64) {
        date = PartialDate(nearestToDaysSince1970: days)
    }

    public var iso: String { date.iso }

    /// Days since 1970-01-01 (proleptic Gregorian calendar).
    public var daysSince1970: Int64 {
        let month = Int64(date.month ?? 1)
        let year = Int64(date.year) - (month <= 2 ? 1 : 0)
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(date.day ?? 1) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day so many days later, within the years 1850…2200.
    public func advanced(byDays days: Int64) -> CivilDate {
        CivilDate(nearestToDaysSince1970: daysSince1970 + days)
    }

    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.date < right.date }
}
