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
    func message(_ texts: Texts) -> String {
        switch self {
        case .nameMissing: texts.people.nameMissing
        case .nameTooLong: texts.people.nameTooLong
        case .birthDateImpossible: texts.people.birthImpossible
        case .birthDateInFuture: texts.people.birthInFuture
        case .sexUnknown, .citizenshipUnknown, .documentKindUnknown, .documentStateUnknown: texts.people.choiceUnknown
        case .phoneUnreadable: texts.people.phoneUnreadable
        case .documentNumberUnreadable: texts.people.documentUnreadable
        case .notesTooLong: texts.people.notesTooLong
        case .tooMany: texts.people.tooMany
        }
    }
}
