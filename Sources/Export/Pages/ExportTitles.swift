import Localization
import Web

extension ExportKind {
    func title(_ texts: Texts) -> String {
        switch self {
        case .contacts: texts.exports.kindContacts
        case .cases: texts.exports.kindCases
        case .facts: texts.exports.kindFacts
        }
    }
}

extension ExportFormat {
    func title(_ texts: Texts) -> String {
        switch self {
        case .csv: texts.exports.formatCsv
        case .xlsx: texts.exports.formatXlsx
        }
    }
}

extension ExportState {
    func badge(_ texts: Texts) -> Badge {
        switch self {
        case .requested: Badge(texts.exports.stateRequested, .due)
        case .approved: Badge(texts.exports.stateApproved, .active)
        case .declined: Badge(texts.exports.stateDeclined, .danger)
        case .ready: Badge(texts.exports.stateReady, .active)
        case .done: Badge(texts.exports.stateDone, .done)
        case .expired: Badge(texts.exports.stateExpired)
        }
    }
}

extension ExportProblem {
    /// The form's field that the problem is about.
    var field: String {
        switch self {
        case .unknownKind, .missingRight, .practice: "kind"
        case .unknownFormat: "format"
        case .unreadableFirstDay, .nothingThere, .tooMany: "from"
        case .unreadableLastDay, .reversed, .future: "until"
        case .reasonTooShort, .reasonTooLong: "reason"
        }
    }

    func message(_ texts: Texts) -> String {
        let (words, formats) = (texts.exports, texts.formats)
        return switch self {
        case .unknownKind, .unknownFormat: words.problemChoose
        case .unreadableFirstDay, .unreadableLastDay: words.problemDay
        case .reversed: words.problemReversed
        case .future: words.problemFuture
        case .reasonTooShort:
            words.problemReasonShort(length: formats.number(ExportRules.reasonLength.lowerBound))
        case .reasonTooLong: words.problemReasonLong(length: formats.number(ExportRules.reasonLength.upperBound))
        case .missingRight: words.problemRight
        case .practice: words.problemPractice
        case .nothingThere: words.problemNone
        case .tooMany: words.problemTooMany(rows: formats.number(ExportRules.mostRows))
        }
    }
}

extension ExportProblems {
    var formErrors: FormErrors {
        var errors = FormErrors()
        for problem in all { errors.add(problem.field, problem.rawValue) { problem.message($0) } }
        return errors
    }
}
