/// Something two records are compared in.
enum MatchField: UInt8, CaseIterable, Sendable {
    case family, given, patronymic, birth, phone, document, gender

    /// The levels that have a weight of their own.
    var levels: [MatchLevel] { MatchLevel.allCases.filter { $0.field == self } }

    /// Whether there is one more level that no single weight stands for: names that agree count by their rarity, equal
    /// genders don't count.
    var hasOpenLevel: Bool { self == .family || self == .given || self == .gender }
}

/// A level of agreement whose weight a network may estimate. The codes are stored and never renamed.
public enum MatchLevel: String, CaseIterable, Sendable {
    case otherFamilyName = "other_family_name"
    case otherGivenName = "other_given_name"
    case initialOnly = "initial_only"
    case samePatronymic = "same_patronymic"
    case otherPatronymic = "other_patronymic"
    case sameBirthDate = "same_birth_date"
    case birthDayMonthSwapped = "birth_day_month_swapped"
    case neighbouringBirthYear = "neighbouring_birth_year"
    case sameBirthDateFirstOfJanuary = "same_birth_date_first_of_january"
    case sameBirthYear = "same_birth_year"
    case birthDateOneDigit = "birth_date_one_digit"
    case otherBirthYear = "other_birth_year"
    case otherBirthDate = "other_birth_date"
    case samePhone = "same_phone"
    case samePhoneFamily = "same_phone_family"
    case otherPhone = "other_phone"
    case sameDocument = "same_document"
    case documentOneEdit = "document_one_edit"
    case otherDocument = "other_document"
    case genderConflict = "gender_conflict"

    var field: MatchField {
        switch self {
        case .otherFamilyName: .family
        case .otherGivenName, .initialOnly: .given
        case .samePatronymic, .otherPatronymic: .patronymic
        case .sameBirthDate, .birthDayMonthSwapped, .neighbouringBirthYear, .sameBirthDateFirstOfJanuary,
            .sameBirthYear, .birthDateOneDigit, .otherBirthYear, .otherBirthDate:
            .birth
        case .samePhone, .samePhoneFamily, .otherPhone: .phone
        case .sameDocument, .documentOneEdit, .otherDocument: .document
        case .genderConflict: .gender
        }
    }

    /// Where the weight stands.
    var path: WritableKeyPath<MatchWeights, Double> {
        switch self {
        case .otherFamilyName: \.otherFamilyName
        case .otherGivenName: \.otherGivenName
        case .initialOnly: \.initialOnly
        case .samePatronymic: \.samePatronymic
        case .otherPatronymic: \.otherPatronymic
        case .sameBirthDate: \.sameBirthDate
        case .birthDayMonthSwapped: \.birthDayMonthSwapped
        case .neighbouringBirthYear: \.neighbouringBirthYear
        case .sameBirthDateFirstOfJanuary: \.sameBirthDateFirstOfJanuary
        case .sameBirthYear: \.sameBirthYear
        case .birthDateOneDigit: \.birthDateOneDigit
        case .otherBirthYear: \.otherBirthYear
        case .otherBirthDate: \.otherBirthDate
        case .samePhone: \.samePhone
        case .samePhoneFamily: \.samePhoneFamily
        case .otherPhone: \.otherPhone
        case .sameDocument: \.sameDocument
        case .documentOneEdit: \.documentOneEdit
        case .otherDocument: \.otherDocument
        case .genderConflict: \.genderConflict
        }
    }
}

extension MatchWeights {
    public subscript(level: MatchLevel) -> Double {
        get { self[keyPath: level.path] }
        set { self[keyPath: level.path] = newValue }
    }
}
