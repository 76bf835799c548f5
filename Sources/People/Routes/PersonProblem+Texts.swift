import Localization

extension PersonProblem {
    /// A stable code for programs.
    var code: String {
        switch self {
        case .nameMissing: "name_missing"
        case .nameTooLong: "name_too_long"
        case .birthDateImpossible, .dateImpossible: "impossible_date"
        case .birthDateInFuture: "date_in_future"
        case .sexUnknown, .citizenshipUnknown, .documentKindUnknown, .documentStateUnknown, .choiceUnknown:
            "unknown_code"
        case .phoneUnreadable, .numberUnreadable: "unreadable_phone"
        case .documentNumberUnreadable: "unreadable_document_number"
        case .notesTooLong: "notes_too_long"
        case .tooMany: "too_many"
        case .missing: "required"
        case .timeImpossible: "impossible_time"
        case .textTooLong: "too_long"
        case .hoursIncomplete: "hours_incomplete"
        case .zoneUnknown: "unknown_zone"
        }
    }

    /// The sentence that stands at the field.
    func message(_ texts: Texts) -> String {
        switch self {
        case .nameMissing: texts.people.nameMissing
        case .nameTooLong: texts.people.nameTooLong
        case .birthDateImpossible: texts.people.birthImpossible
        case .birthDateInFuture: texts.people.birthInFuture
        case .sexUnknown, .citizenshipUnknown, .documentKindUnknown, .documentStateUnknown, .choiceUnknown:
            texts.people.choiceUnknown
        case .phoneUnreadable, .numberUnreadable: texts.people.phoneUnreadable
        case .documentNumberUnreadable: texts.people.documentUnreadable
        case .notesTooLong: texts.people.notesTooLong
        case .tooMany: texts.people.tooMany
        case .missing: texts.people.valueMissing
        case .dateImpossible: texts.people.dateUnreadable
        case .timeImpossible: texts.people.timeUnreadable
        case .textTooLong: texts.people.textTooLong
        case .hoursIncomplete: texts.people.hoursIncomplete
        case .zoneUnknown: texts.people.zoneUnknown
        }
    }
}
