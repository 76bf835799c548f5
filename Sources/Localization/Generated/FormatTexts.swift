// Generated from Content/locale/en.po by `script/texts`; change that file instead.

/// Texts whose keys begin with `format`.
public struct FormatTexts: Sendable {
    let texts: Texts

    private static func key(_ offset: Int) -> TextKey { TextKey(index: 22 + offset) }

    /// {day} {month}
    public func dayMonth(day: String, month: String) -> String {
        texts.text(Self.key(0), ["day": day, "month": month])
    }

    /// {day} {month} {year}
    public func dayMonthYear(day: String, month: String, year: String) -> String {
        texts.text(Self.key(1), ["day": day, "month": month, "year": year])
    }

    /// {day} {month} {year}
    public func longDate(day: String, month: String, year: String) -> String {
        texts.text(Self.key(2), ["day": day, "month": month, "year": year])
    }

    /// {month} {year}
    public func monthYear(month: String, year: String) -> String {
        texts.text(Self.key(3), ["month": month, "year": year])
    }

    /// {date}, {time}
    public func dateTime(date: String, time: String) -> String {
        texts.text(Self.key(4), ["date": date, "time": time])
    }

    /// just now
    public var relativeNow: String { texts.text(Self.key(5)) }

    /// {count} min ago
    public func minutesAgo(count: Int) -> String {
        texts.plural(Self.key(6), count)
    }

    /// {count} hours ago
    public func hoursAgo(count: Int) -> String {
        texts.plural(Self.key(7), count)
    }

    /// {count} days ago
    public func daysAgo(count: Int) -> String {
        texts.plural(Self.key(8), count)
    }

    /// in {count} min
    public func inMinutes(count: Int) -> String {
        texts.plural(Self.key(9), count)
    }

    /// in {count} hours
    public func inHours(count: Int) -> String {
        texts.plural(Self.key(10), count)
    }

    /// in {count} days
    public func inDays(count: Int) -> String {
        texts.plural(Self.key(11), count)
    }

    /// {first} and {last}
    public func listAnd(first: String, last: String) -> String {
        texts.text(Self.key(12), ["first": first, "last": last])
    }

    /// {first} or {last}
    public func listOr(first: String, last: String) -> String {
        texts.text(Self.key(13), ["first": first, "last": last])
    }

    /// January
    public var monthAloneJanuary: String { texts.text(Self.key(14)) }

    /// February
    public var monthAloneFebruary: String { texts.text(Self.key(15)) }

    /// March
    public var monthAloneMarch: String { texts.text(Self.key(16)) }

    /// April
    public var monthAloneApril: String { texts.text(Self.key(17)) }

    /// May
    public var monthAloneMay: String { texts.text(Self.key(18)) }

    /// June
    public var monthAloneJune: String { texts.text(Self.key(19)) }

    /// July
    public var monthAloneJuly: String { texts.text(Self.key(20)) }

    /// August
    public var monthAloneAugust: String { texts.text(Self.key(21)) }

    /// September
    public var monthAloneSeptember: String { texts.text(Self.key(22)) }

    /// October
    public var monthAloneOctober: String { texts.text(Self.key(23)) }

    /// November
    public var monthAloneNovember: String { texts.text(Self.key(24)) }

    /// December
    public var monthAloneDecember: String { texts.text(Self.key(25)) }

    /// January
    public var monthInDateJanuary: String { texts.text(Self.key(26)) }

    /// February
    public var monthInDateFebruary: String { texts.text(Self.key(27)) }

    /// March
    public var monthInDateMarch: String { texts.text(Self.key(28)) }

    /// April
    public var monthInDateApril: String { texts.text(Self.key(29)) }

    /// May
    public var monthInDateMay: String { texts.text(Self.key(30)) }

    /// June
    public var monthInDateJune: String { texts.text(Self.key(31)) }

    /// July
    public var monthInDateJuly: String { texts.text(Self.key(32)) }

    /// August
    public var monthInDateAugust: String { texts.text(Self.key(33)) }

    /// September
    public var monthInDateSeptember: String { texts.text(Self.key(34)) }

    /// October
    public var monthInDateOctober: String { texts.text(Self.key(35)) }

    /// November
    public var monthInDateNovember: String { texts.text(Self.key(36)) }

    /// December
    public var monthInDateDecember: String { texts.text(Self.key(37)) }

    /// Jan
    public var monthShortJanuary: String { texts.text(Self.key(38)) }

    /// Feb
    public var monthShortFebruary: String { texts.text(Self.key(39)) }

    /// Mar
    public var monthShortMarch: String { texts.text(Self.key(40)) }

    /// Apr
    public var monthShortApril: String { texts.text(Self.key(41)) }

    /// May
    public var monthShortMay: String { texts.text(Self.key(42)) }

    /// Jun
    public var monthShortJune: String { texts.text(Self.key(43)) }

    /// Jul
    public var monthShortJuly: String { texts.text(Self.key(44)) }

    /// Aug
    public var monthShortAugust: String { texts.text(Self.key(45)) }

    /// Sep
    public var monthShortSeptember: String { texts.text(Self.key(46)) }

    /// Oct
    public var monthShortOctober: String { texts.text(Self.key(47)) }

    /// Nov
    public var monthShortNovember: String { texts.text(Self.key(48)) }

    /// Dec
    public var monthShortDecember: String { texts.text(Self.key(49)) }
}
