extension Formats {
    /// A date as people write it, with short month names: `12 Mar`, `12 Mar 2024`, `March 2024`, `2024`.
    ///
    /// The month, 1…12, is `nil` when only the year is known, the day when only the month is. A full date leaves out
    /// the year when it is the present one.
    public func date(year: Int, month: Int? = nil, day: Int? = nil, relativeToYear thisYear: Int? = nil) -> String {
        guard let month else { return String(year) }
        guard let day else { return texts.format.monthYear(month: monthAlone(month), year: String(year)) }
        if year == thisYear { return texts.format.dayMonth(day: String(day), month: monthShort(month)) }
        return texts.format.dayMonthYear(day: String(day), month: monthShort(month), year: String(year))
    }

    /// A date in full, as letters and headings have it: `12 March 2024`.
    public func longDate(year: Int, month: Int, day: Int) -> String {
        texts.format.longDate(day: String(day), month: monthInDate(month), year: String(year))
    }

    /// The seconds east of UTC in an IANA time zone at an instant; 0 for an unknown zone.
    public func utcOffset(milliseconds: Int64, zone: String) -> Int {
        texts.set.zones.offset(zone: zone, milliseconds: milliseconds) ?? 0
    }

    /// A date and time of day: `12 Mar, 14:05`.
    ///
    /// The instant counts from 1970 in UTC, the offset in seconds east of UTC; the present year is left out.
    public func dateTime(milliseconds: Int64, utcOffset: Int, relativeToYear thisYear: Int? = nil) -> String {
        let civil = CivilTime(milliseconds: milliseconds, utcOffset: utcOffset)
        let date = date(year: civil.year, month: civil.month, day: civil.day, relativeToYear: thisYear)
        return texts.format.dateTime(date: date, time: Self.clock(civil))
    }

    /// A date and time of day in an IANA time zone: `12 Mar, 14:05`.
    public func dateTime(milliseconds: Int64, zone: String, relativeToYear thisYear: Int? = nil) -> String {
        let offset = utcOffset(milliseconds: milliseconds, zone: zone)
        return dateTime(milliseconds: milliseconds, utcOffset: offset, relativeToYear: thisYear)
    }

    /// The time of day in an IANA time zone: `14:05`.
    public func time(milliseconds: Int64, zone: String) -> String {
        let offset = utcOffset(milliseconds: milliseconds, zone: zone)
        return Self.clock(CivilTime(milliseconds: milliseconds, utcOffset: offset))
    }

    /// A date and time to the second with the offset, the same in every language: `2026-03-12 14:05:09 (UTC+06:00)`.
    public func exactDateTime(milliseconds: Int64, zone: String) -> String {
        let offset = utcOffset(milliseconds: milliseconds, zone: zone)
        let civil = CivilTime(milliseconds: milliseconds, utcOffset: offset)
        let minutesOfOffset = abs(offset) / 60
        return String(capacity: 64) { text in
            Self.putDate(civil, &text)
            text.put(" ")
            Self.putClock(civil, &text)
            text.put(":")
            text.put(two: civil.second)
            text.put(text: offset < 0 ? " (UTC−" : " (UTC+")
            text.put(two: minutesOfOffset / 60)
            text.put(":")
            text.put(two: minutesOfOffset % 60)
            text.put(")")
        }
    }

    /// An instant for machines, such as the `datetime` attribute of HTML: `2026-03-12T08:05:09Z`.
    public static func machineTime(milliseconds: Int64) -> String {
        let civil = CivilTime(milliseconds: milliseconds, utcOffset: 0)
        return String(capacity: 32) { text in
            putDate(civil, &text)
            text.put("T")
            putClock(civil, &text)
            text.put(":")
            text.put(two: civil.second)
            text.put("Z")
        }
    }

    /// How long ago something was or how soon it will be: `5 min ago`, `in 3 days`; a date when a week or more away.
    ///
    /// Both instants count from 1970 in UTC; the date is that of the IANA time zone.
    public func relativeTime(milliseconds: Int64, now: Int64, zone: String) -> String {
        let (distance, overflow) = now.subtractingReportingOverflow(milliseconds)
        let format = texts.format
        let minutes = overflow ? Int.max : Int(distance.magnitude / 60_000)
        let isPast = distance >= 0
        switch minutes {
        case 0: return format.relativeNow
        case ..<60: return isPast ? format.minutesAgo(count: minutes) : format.inMinutes(count: minutes)
        case ..<1440: return isPast ? format.hoursAgo(count: minutes / 60) : format.inHours(count: minutes / 60)
        case ..<10080: return isPast ? format.daysAgo(count: minutes / 1440) : format.inDays(count: minutes / 1440)
        default:
            let offset = utcOffset(milliseconds: milliseconds, zone: zone)
            let civil = CivilTime(milliseconds: milliseconds, utcOffset: offset)
            let thisYear = CivilTime(milliseconds: now, utcOffset: offset).year
            return date(year: civil.year, month: civil.month, day: civil.day, relativeToYear: thisYear)
        }
    }

    private static func clock(_ civil: CivilTime) -> String {
        String(capacity: 5) { putClock(civil, &$0) }
    }

    private static func putClock(_ civil: CivilTime, _ text: inout ByteWriter) {
        text.put(two: civil.hour)
        text.put(":")
        text.put(two: civil.minute)
    }

    private static func putDate(_ civil: CivilTime, _ text: inout ByteWriter) {
        text.put(number: civil.year)
        text.put("-")
        text.put(two: civil.month)
        text.put("-")
        text.put(two: civil.day)
    }
}
