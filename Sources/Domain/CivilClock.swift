import Foundation

extension CivilDate {
    /// The day at an instant in an IANA time zone; an unknown zone counts as UTC.
    public init(at instant: Instant, zone: String) {
        let offset = Int64(CivilClock.offset(at: instant, zone: zone))
        let seconds = instant.milliseconds / 1000 - (instant.milliseconds % 1000 < 0 ? 1 : 0) + offset
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        self.init(nearestToDaysSince1970: days)
    }
}

extension Instant {
    /// The instant at which clocks of an IANA zone show a time of day; where they are put forward over it, the instant
    /// that would have been it an hour before.
    public init(on day: CivilDate, minuteOfDay: Int, zone: String) {
        let wall = (day.daysSince1970 * 86_400 + Int64(minuteOfDay) * 60) * 1000
        let first = wall - Int64(CivilClock.offset(at: Instant(milliseconds: wall), zone: zone)) * 1000
        let second = wall - Int64(CivilClock.offset(at: Instant(milliseconds: first), zone: zone)) * 1000
        self.init(milliseconds: second)
    }

    /// Minutes since midnight on the clocks of an IANA zone.
    public func minuteOfDay(zone: String) -> Int {
        let seconds = milliseconds / 1000 + Int64(CivilClock.offset(at: self, zone: zone))
        return Int(((seconds % 86_400) + 86_400) % 86_400 / 60)
    }
}

enum CivilClock {
    /// Seconds east of UTC; 0 for an unknown zone.
    static func offset(at instant: Instant, zone: String) -> Int {
        TimeZone(identifier: zone)?.secondsFromGMT(
            for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        )
            ?? 0
    }
}
