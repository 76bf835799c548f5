import Localization

extension PersonProblem {
    /// A stable code for programs.
    var code: String {
        switch self {
        case .nameMissing: "name_missing"
        case .nameTooLong: "name_too_long"
        case .birthDateImpossible: "impossible_date"
        case .birthDateInFuture: "date_in_future"
        case .sexUnknown, .citizenshipUnknown, .documentKindUnknown, .documentStateUnknown: "unknown_code"
        case .phoneUnreadable: "unreadable_phone"
        case .documentNumberUnreadable: "unreadable_document_number"
        case .notesTooLong: "notes_too_long"
        case .tooMany: "too_many"
        }
    }

    /// The sentence that stands at the field.
    func message(_ texts: PeopleTexts) -> String {
        switch self {
        case .nameMissing: texts.nameMissing
        case .nameTooLong: texts.nameTooLong
        case .birthDateImpossible: texts.birthImpossible
        case .birthDateInFuture: texts.birthInFuture
        case .sexUnknown, .citizenshipUnknown, .documentKindUnknown, .documentStateUnknown: texts.choiceUnknown
        case .phoneUnreadable: texts.phoneUnreadable
        case .documentNumberUnreadable: texts.documentUnreadable
        case .notesTooLong: texts.notesTooLong
        case .tooMany: texts.tooMany
        }
    }
}
