/// How two dates of birth agree.
enum BirthLevel: Int, Sendable, CaseIterable {
    case unknown, exact, exactFirstOfJanuary, yearOnly, swapped, oneDigit, neighbouringYear, different

    var reason: MatchReason? {
        switch self {
        case .unknown: nil
        case .exact: .sameBirthDate
        case .exactFirstOfJanuary: .sameBirthDateFirstOfJanuary
        case .yearOnly: .sameBirthYear
        case .swapped: .birthDayMonthSwapped
        case .oneDigit: .birthDateOneDigit
        case .neighbouringYear: .neighbouringBirthYear
        case .different: .otherBirthDate
        }
    }

    /// Hundredths of a facet's full answer.
    var answer: Int {
        switch self {
        case .unknown: 40
        case .exact: 110
        case .exactFirstOfJanuary: 100
        case .yearOnly: 75
        case .swapped: 85
        case .oneDigit, .neighbouringYear: 60
        case .different: 0
        }
    }
}

enum BirthComparison {
    /// The level, and whether either date is a first of January (so that its day and month say nothing).
    static func level(_ first: BirthDate, _ second: BirthDate) -> (level: BirthLevel, isFirstOfJanuary: Bool) {
        guard let year = first.year, let otherYear = second.year else { return (.unknown, false) }
        let january = isFirstOfJanuary(first) || isFirstOfJanuary(second)
        guard let month = first.month, let day = first.day, let otherMonth = second.month, let otherDay = second.day
        else {
            if year == otherYear { return (.yearOnly, january) }
            return (abs(year - otherYear) == 1 ? .unknown : .different, january)
        }
        if year == otherYear {
            if month == otherMonth, day == otherDay { return (january ? .exactFirstOfJanuary : .exact, january) }
            if january { return (.yearOnly, true) }
            if month == otherDay, day == otherMonth { return (.swapped, false) }
            if differsByOneDigit(month * 100 + day, otherMonth * 100 + otherDay) { return (.oneDigit, false) }
            return (.different, false)
        }
        guard month == otherMonth, day == otherDay, !january else { return (.different, january) }
        if abs(year - otherYear) == 1 { return (.neighbouringYear, january) }
        return (differsByOneDigit(year, otherYear) ? .oneDigit : .different, january)
    }

    static func isFirstOfJanuary(_ date: BirthDate) -> Bool { date.month == 1 && date.day == 1 }

    private static func differsByOneDigit(_ first: Int, _ second: Int) -> Bool {
        var (left, right, count) = (first, second, 0)
        while left > 0 || right > 0 {
            if left % 10 != right % 10 { count += 1 }
            left /= 10
            right /= 10
        }
        return count == 1
    }
}
