/// Why two records, or a record and a query, are thought to belong together or apart. The caller words them in the
/// reader's language; the order of the cases is the order of telling.
public enum MatchReason: String, Sendable, Hashable, CaseIterable {
    case sameFamilyName, similarFamilyName, otherFamilyName
    /// Асанов and Асан уулу: one name in two forms.
    case familyNameOtherForm
    case sameGivenName, similarGivenName, otherGivenName
    /// Айка for Айжамал.
    case nickname
    /// Only the first letter was there to compare.
    case initialOnly
    case samePatronymic, similarPatronymic, otherPatronymic
    /// Matched by its beginning, as typed so far.
    case nameBeginning
    /// jcvjyjdf read as осмонова.
    case otherKeyboardLayout
    case swappedNameOrder
    case sameBirthDate
    /// 01.01 is what clerks write when the day is not known.
    case sameBirthDateFirstOfJanuary
    case sameBirthYear, birthDayMonthSwapped, birthDateOneDigit, neighbouringBirthYear, otherBirthDate
    case samePhone
    /// The same phone under another given name: probably a relative.
    case samePhoneFamily
    case sameDocument, documentOneEdit, otherDocument
    case genderConflict
    case perhapsTwins, perhapsParentAndChild, perhapsSiblings
    /// Nothing but the name speaks for it.
    case nameOnly
}
