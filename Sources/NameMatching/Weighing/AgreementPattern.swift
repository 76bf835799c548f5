/// What two records agree in, level by level, and nothing of what they say.
struct AgreementPattern: Hashable, Sendable {
    /// A name's part: hundredths of likeness, -1 when it could not be compared.
    struct Part: Hashable, Sendable {
        var grade: Int8 = -1
        var isInitial = false
    }

    var family = Part()
    var given = Part()
    var patronymic: Int8 = -1
    var birth: MatchLevel?
    var phone: MatchLevel?
    var document: MatchLevel?
    /// Whether the genders conflict; `nil` where one isn't known.
    var hasGenderConflict: Bool?
    /// Same birthday, same family name, other given name.
    var isTwin = false

    /// The weights that this pattern's bits are made of, each with how often it counts. Names that agree count by their
    /// rarity and aren't among them.
    func forEachTerm(_ body: (MatchLevel, Double) -> Void) {
        Self.terms(of: family, other: .otherFamilyName, body)
        Self.terms(of: given, other: .otherGivenName, body)
        if patronymic == 0 { body(.otherPatronymic, 1) }
        if patronymic > 0 { body(.samePatronymic, Double(patronymic) / 100) }
        if let birth { body(birth, 1) }
        if isTwin { body(.sameBirthDate, -0.5) }
        if let phone { body(phone, 1) }
        if let document, !(isTwin && document == .documentOneEdit) { body(document, 1) }
        if hasGenderConflict == true { body(.genderConflict, 1) }
    }

    private static func terms(of part: Part, other: MatchLevel, _ body: (MatchLevel, Double) -> Void) {
        if part.grade < 0 { return }
        if part.grade == 0 { return body(other, 1) }
        if part.isInitial { return body(.initialOnly, 1) }
        if part.grade < 30 { body(other, Double(30 - part.grade) / 70) }
    }

    /// The level that a field is counted at: its place among the field's levels, one further for the open one; `nil` where
    /// it could not be compared.
    func place(in field: MatchField) -> Int? {
        switch field {
        case .family: family.grade < 0 || family.isInitial ? nil : family.grade < 30 ? 0 : 1
        case .given: given.grade < 0 ? nil : given.isInitial ? 1 : given.grade < 30 ? 0 : 2
        case .patronymic: patronymic < 0 ? nil : patronymic == 0 ? 1 : 0
        case .birth: birth.flatMap(field.levels.firstIndex)
        case .phone: phone.flatMap(field.levels.firstIndex)
        case .document: document.flatMap(field.levels.firstIndex)
        case .gender: hasGenderConflict.map { $0 ? 0 : 1 }
        }
    }
}

extension NameParts.Part {
    var agreement: AgreementPattern.Part {
        AgreementPattern.Part(grade: Int8(clamping: grade), isInitial: isInitial)
    }
}

extension BirthLevel {
    func weight(isFirstOfJanuary: Bool) -> MatchLevel? {
        switch self {
        case .unknown: nil
        case .exact: .sameBirthDate
        case .exactFirstOfJanuary: .sameBirthDateFirstOfJanuary
        case .yearOnly: .sameBirthYear
        case .swapped: .birthDayMonthSwapped
        case .oneDigit: .birthDateOneDigit
        case .neighbouringYear: .neighbouringBirthYear
        case .different: isFirstOfJanuary ? .otherBirthYear : .otherBirthDate
        }
    }
}
