public import Localization
public import NameMatching

extension MatchReason {
    /// A stable code for programs, such as `same_phone`.
    public var code: String {
        var code = ""
        for letter in rawValue.unicodeScalars {
            if letter.properties.isUppercase { code.append("_") }
            code.append(letter.properties.lowercaseMapping)
        }
        return code
    }

    /// Why somebody is offered, in the words of the reader's language.
    public func title(_ texts: Texts) -> String {
        switch self {
        case .sameFamilyName: texts.people.reasonSameFamily
        case .similarFamilyName: texts.people.reasonSimilarFamily
        case .otherFamilyName: texts.people.reasonOtherFamily
        case .familyNameOtherForm: texts.people.reasonFamilyOtherForm
        case .sameGivenName: texts.people.reasonSameGiven
        case .similarGivenName: texts.people.reasonSimilarGiven
        case .otherGivenName: texts.people.reasonOtherGiven
        case .nickname: texts.people.reasonNickname
        case .initialOnly: texts.people.reasonInitial
        case .samePatronymic: texts.people.reasonSamePatronymic
        case .similarPatronymic: texts.people.reasonSimilarPatronymic
        case .otherPatronymic: texts.people.reasonOtherPatronymic
        case .nameBeginning: texts.people.reasonBeginning
        case .otherKeyboardLayout: texts.people.reasonKeyboard
        case .swappedNameOrder: texts.people.reasonOrder
        case .sameBirthDate: texts.people.reasonSameBirth
        case .sameBirthDateFirstOfJanuary: texts.people.reasonJanuary
        case .sameBirthYear: texts.people.reasonSameYear
        case .birthDayMonthSwapped: texts.people.reasonDayMonth
        case .birthDateOneDigit: texts.people.reasonBirthDigit
        case .neighbouringBirthYear: texts.people.reasonNearYear
        case .otherBirthDate: texts.people.reasonOtherBirth
        case .samePhone: texts.people.reasonSamePhone
        case .samePhoneFamily: texts.people.reasonFamilyPhone
        case .sameDocument: texts.people.reasonSameDocument
        case .documentOneEdit: texts.people.reasonDocumentEdit
        case .otherDocument: texts.people.reasonOtherDocument
        case .genderConflict: texts.people.reasonGender
        case .perhapsTwins: texts.people.reasonTwins
        case .perhapsParentAndChild: texts.people.reasonParentChild
        case .perhapsSiblings: texts.people.reasonSiblings
        case .nameOnly: texts.people.reasonNameOnly
        }
    }
}
