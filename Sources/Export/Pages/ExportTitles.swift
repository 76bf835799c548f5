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
        let formats = texts.formats
        return switch self {
        case .unknownKind, .unknownFormat: texts.exports.problemChoose
        case .unreadableFirstDay, .unreadableLastDay: texts.exports.problemDay
        case .reversed: texts.exports.problemReversed
        case .future: texts.exports.problemFuture
        case .reasonTooShort:
            texts.exports.problemReasonShort(length: formats.number(ExportRules.reasonLength.lowerBound))
        case .reasonTooLong:
            texts.exports.problemReasonLong(length: formats.number(ExportRules.reasonLength.upperBound))
        case .missingRight: texts.exports.problemRight
        case .practice: texts.exports.problemPractice
        case .nothingThere: texts.exports.problemNone
        case .tooMany: texts.exports.problemTooMany(rows: formats.number(ExportRules.mostRows))
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
