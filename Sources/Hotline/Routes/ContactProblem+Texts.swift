import Localization
import Web

extension ContactProblem {
    /// A stable code for programs.
    var code: String {
        switch self {
        case .channelMissing, .problemMissing, .callBackTimeMissing, .callBackNumberMissing, .outcomeMissing,
            .appointmentTimeMissing:
            "required"
        case .languageUnknown, .problemUnknown, .countryUnknown, .regionUnknown, .codeUnknown: "unknown_code"
        case .problemStandsAlone: "stands_alone"
        case .tooManyProblems, .tooManyPersons: "too_many"
        case .occurredInFuture: "date_in_future"
        case .occurredTooLongAgo: "impossible_date"
        case .personTwice: "repeated"
        case .summaryTooLong, .numberTooLong: "too_long"
        case .taskIDUnreadable: "unreadable"
        case .callBackTimePast: "date_in_past"
        }
    }

    /// The sentence that stands at the field.
    func message(_ texts: Texts) -> String {
        switch self {
        case .channelMissing: texts.hotline.channelMissing
        case .languageUnknown: texts.hotline.languageUnknown
        case .problemMissing: texts.hotline.problemMissing
        case .problemUnknown: texts.hotline.problemUnknown
        case .problemStandsAlone: texts.hotline.problemStandsAlone
        case .tooManyProblems, .tooManyPersons: texts.hotline.tooMany
        case .countryUnknown, .regionUnknown: texts.hotline.placeUnknown
        case .occurredInFuture: texts.hotline.timeFuture
        case .occurredTooLongAgo: texts.hotline.timeUnreadable
        case .personTwice: texts.hotline.personTwice
        case .summaryTooLong, .numberTooLong: texts.hotline.tooLong
        case .taskIDUnreadable: texts.hotline.taskUnreadable
        case .callBackTimeMissing, .appointmentTimeMissing: texts.hotline.dueMissing
        case .callBackNumberMissing: texts.hotline.numberMissing
        case .callBackTimePast: texts.hotline.duePast
        case .codeUnknown: texts.hotline.codeUnknown
        case .outcomeMissing: texts.hotline.outcomeMissing
        }
    }
}

extension ContactProblems {
    /// As field errors, for the form and for the API.
    var formErrors: FormErrors {
        var errors = FormErrors()
        for problem in all { errors.add(problem.field, problem.code) { problem.message($0) } }
        return errors
    }
}
