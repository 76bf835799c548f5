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
        let error = (error, texts.error)
        return switch error.0.kind {
        case .badRequest(let reason): (error.1.badRequestTitle, explanation(reason, texts))
        case .unauthorized: (error.1.unauthorizedTitle, error.1.unauthorizedExplanation)
        case .stepUpNeeded: (error.1.stepUpTitle, error.1.stepUpExplanation)
        case .passwordChangeNeeded: (error.1.passwordChangeTitle, error.1.passwordChangeExplanation)
        case .forgedForm: (error.1.forgedTitle, error.1.forgedExplanation)
        case .notFound: (error.1.notFoundTitle, error.1.notFoundExplanation)
        case .methodNotAllowed: (error.1.methodTitle, error.1.methodExplanation)
        case .requestTimeout: (error.1.slowTitle, error.1.slowExplanation)
        case .conflict: (error.1.conflictTitle, error.1.conflictExplanation)
        case .preconditionFailed: (error.1.changedTitle, error.1.changedExplanation)
        case .preconditionRequired: (error.1.versionTitle, error.1.versionExplanation)
        case .payloadTooLarge: (error.1.tooLargeTitle, tooLarge(error.0.limit, texts))
        case .unsupportedMediaType: (error.1.mediaTypeTitle, error.1.mediaTypeExplanation)
        case .unprocessable: (error.1.unprocessableTitle, error.1.unprocessableExplanation)
        case .tooManyRequests: (error.1.tooManyTitle, error.1.tooManyExplanation)
        case .unavailable: (error.1.unavailableTitle, error.1.unavailableExplanation)
        case .internal: (error.1.internalTitle, error.1.internalExplanation)
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
