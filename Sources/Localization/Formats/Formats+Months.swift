/// The months' names. Languages that decline them have one form beside a day and another when the month stands alone.
extension Formats {
    /// The name of a month, 1…12, that stands without a day.
    public func monthAlone(_ month: Int) -> String {
        switch month {
        case 1: texts.format.monthAloneJanuary
        case 2: texts.format.monthAloneFebruary
        case 3: texts.format.monthAloneMarch
        case 4: texts.format.monthAloneApril
        case 5: texts.format.monthAloneMay
        case 6: texts.format.monthAloneJune
        case 7: texts.format.monthAloneJuly
        case 8: texts.format.monthAloneAugust
        case 9: texts.format.monthAloneSeptember
        case 10: texts.format.monthAloneOctober
        case 11: texts.format.monthAloneNovember
        case 12: texts.format.monthAloneDecember
        default: String(month)
        }
    }

    /// The name of a month, 1…12, beside a day.
    func monthInDate(_ month: Int) -> String {
        switch month {
        case 1: texts.format.monthInDateJanuary
        case 2: texts.format.monthInDateFebruary
        case 3: texts.format.monthInDateMarch
        case 4: texts.format.monthInDateApril
        case 5: texts.format.monthInDateMay
        case 6: texts.format.monthInDateJune
        case 7: texts.format.monthInDateJuly
        case 8: texts.format.monthInDateAugust
        case 9: texts.format.monthInDateSeptember
        case 10: texts.format.monthInDateOctober
        case 11: texts.format.monthInDateNovember
        case 12: texts.format.monthInDateDecember
        default: String(month)
        }
    }

    /// The short name of a month, 1…12, beside a day.
    func monthShort(_ month: Int) -> String {
        switch month {
        case 1: texts.format.monthShortJanuary
        case 2: texts.format.monthShortFebruary
        case 3: texts.format.monthShortMarch
        case 4: texts.format.monthShortApril
        case 5: texts.format.monthShortMay
        case 6: texts.format.monthShortJune
        case 7: texts.format.monthShortJuly
        case 8: texts.format.monthShortAugust
        case 9: texts.format.monthShortSeptember
        case 10: texts.format.monthShortOctober
        case 11: texts.format.monthShortNovember
        case 12: texts.format.monthShortDecember
        default: String(month)
        }
    }
}
