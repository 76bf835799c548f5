import Localization

/// An error's words in the user's language.
struct ErrorWords {
    let title: String
    let explanation: String

    init(_ error: WebError, _ texts: Texts) {
        let words = ErrorWords.usual(error, texts)
        title = words.title
        explanation = error.detail?(texts) ?? words.explanation
    }

    private static func usual(_ error: WebError, _ texts: Texts) -> (title: String, explanation: String) {
        switch error.kind {
        case .badRequest(let reason): (texts.error.badRequestTitle, explanation(reason, texts))
        case .unauthorized: (texts.error.unauthorizedTitle, texts.error.unauthorizedExplanation)
        case .stepUpNeeded: (texts.error.stepUpTitle, texts.error.stepUpExplanation)
        case .passwordChangeNeeded: (texts.error.passwordChangeTitle, texts.error.passwordChangeExplanation)
        case .forgedForm: (texts.error.forgedTitle, texts.error.forgedExplanation)
        case .notFound: (texts.error.notFoundTitle, texts.error.notFoundExplanation)
        case .methodNotAllowed: (texts.error.methodTitle, texts.error.methodExplanation)
        case .requestTimeout: (texts.error.slowTitle, texts.error.slowExplanation)
        case .conflict: (texts.error.conflictTitle, texts.error.conflictExplanation)
        case .preconditionFailed: (texts.error.changedTitle, texts.error.changedExplanation)
        case .preconditionRequired: (texts.error.versionTitle, texts.error.versionExplanation)
        case .payloadTooLarge: (texts.error.tooLargeTitle, tooLarge(error.limit, texts))
        case .unsupportedMediaType: (texts.error.mediaTypeTitle, texts.error.mediaTypeExplanation)
        case .unprocessable: (texts.error.unprocessableTitle, texts.error.unprocessableExplanation)
        case .tooManyRequests: (texts.error.tooManyTitle, texts.error.tooManyExplanation)
        case .unavailable: (texts.error.unavailableTitle, texts.error.unavailableExplanation)
        case .internal: (texts.error.internalTitle, texts.error.internalExplanation)
        }
    }

    private static func explanation(_ reason: WebError.BadRequest, _ texts: Texts) -> String {
        switch reason {
        case .encoding: texts.error.badEncoding
        case .tooManyFields: texts.error.badTooManyFields
        case .form: texts.error.badForm
        case .json: texts.error.badJson
        case .address: texts.error.badAddress
        case .body: texts.error.badBody
        case .parameter: texts.error.badParameter
        }
    }

    private static func tooLarge(_ limit: Int?, _ texts: Texts) -> String {
        guard let limit, limit >= 1024 else { return texts.error.tooLargeExplanation }
        let size =
            limit >= 1 << 20
            ? texts.error.mebibytes(size: texts.formats.number(limit >> 20))
            : texts.error.kibibytes(size: texts.formats.number(limit >> 10))
        return texts.error.tooLargeWithLimit(limit: size)
    }
}
