public import HTTPTypes
public import Localization

/// Why a request isn't answered as asked. Handlers throw it; the outermost responder makes the page or problem+json.
public struct WebError: Error, Sendable {
    /// What was wrong with a request that cannot be understood.
    public enum BadRequest: String, Sendable, Hashable {
        /// Broken percent escapes or broken UTF-8.
        case encoding
        /// More fields than any form of this site has.
        case tooManyFields = "too_many_fields"
        /// A form that isn't one, or an upload whose parts cannot be told apart.
        case form
        /// JSON that isn't.
        case json
        /// The address itself.
        case address
        /// The body ended early or isn't framed as HTTP wants it.
        case body
        /// A parameter of the query or a header.
        case parameter
    }

    public enum Kind: Sendable, Hashable {
        case badRequest(BadRequest)
        /// Nobody is signed in.
        case unauthorized
        /// The password must be entered again first.
        case stepUpNeeded
        /// A new password must be chosen first.
        case passwordChangeNeeded
        /// A form without the token of one of this site's pages.
        case forgedForm
        case notFound
        case methodNotAllowed
        /// The body came too slowly.
        case requestTimeout
        case conflict
        case preconditionFailed
        case preconditionRequired
        case payloadTooLarge
        case unsupportedMediaType
        case unprocessable
        case tooManyRequests
        case unavailable
        case `internal`
    }

    public let kind: Kind
    /// The fields that are wrong, for 422.
    public var fields = FormErrors()
    /// Seconds after which another try makes sense.
    public var retryAfter: Int?
    /// The limit in bytes that a body exceeded.
    public var limit: Int?
    /// The methods that exist, for 405.
    public var allow: String?
    /// A sentence that says more than the kind does. It never holds what the user typed.
    public var detail: (@Sendable (Texts) -> String)?
    /// Whether a right was missing; it looks like a missing page all the same.
    var isRefusal = false
    /// A stable code for programs in place of the kind's own, such as `consent_missing`.
    public var problemCode: String?

    public init(
        _ kind: Kind,
        code: String? = nil,
        detail: (@Sendable (Texts) -> String)? = nil
    ) {
        self.kind = kind
        self.detail = detail
        problemCode = code
    }

    /// The page or record isn't there, or not for this caller; the two are answered alike.
    public static let notFound = WebError(.notFound)
    /// The same answer, for a right that is missing; it is journalled.
    public static let refused: WebError = {
        var error = WebError(.notFound)
        error.isRefusal = true
        return error
    }()
    public static let unauthorized = WebError(.unauthorized)
    public static let stepUpNeeded = WebError(.stepUpNeeded)
    public static let forgedForm = WebError(.forgedForm)
    public static let preconditionRequired = WebError(.preconditionRequired)
    public static let `internal` = WebError(.internal)

    public static func badRequest(_ reason: BadRequest) -> WebError {
        WebError(.badRequest(reason))
    }

    /// What was changed meanwhile or is already there.
    public static func conflict(
        code: String? = nil,
        _ detail: (@Sendable (Texts) -> String)? = nil
    ) -> WebError {
        WebError(.conflict, code: code, detail: detail)
    }

    public static func preconditionFailed(_ detail: (@Sendable (Texts) -> String)? = nil) -> WebError {
        WebError(.preconditionFailed, detail: detail)
    }

    public static func unprocessable(_ fields: FormErrors) -> WebError {
        var error = WebError(.unprocessable)
        error.fields = fields
        return error
    }

    public static func unprocessable(
        code: String,
        _ detail: @escaping @Sendable (Texts) -> String
    ) -> WebError {
        WebError(.unprocessable, code: code, detail: detail)
    }

    public static func payloadTooLarge(limit: Int) -> WebError {
        var error = WebError(.payloadTooLarge)
        error.limit = limit
        return error
    }

    public static func tooManyRequests(retryAfter seconds: Int) -> WebError {
        var error = WebError(.tooManyRequests)
        error.retryAfter = seconds
        return error
    }

    public static func unavailable(retryAfter seconds: Int) -> WebError {
        var error = WebError(.unavailable)
        error.retryAfter = seconds
        return error
    }

    static func methodNotAllowed(allow: String) -> WebError {
        var error = WebError(.methodNotAllowed)
        error.allow = allow
        return error
    }

    public var status: HTTPResponse.Status {
        switch kind {
        case .badRequest: .badRequest
        case .unauthorized: .unauthorized
        case .stepUpNeeded, .passwordChangeNeeded, .forgedForm: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .requestTimeout: .requestTimeout
        case .conflict: .conflict
        case .preconditionFailed: .preconditionFailed
        case .preconditionRequired: .preconditionRequired
        case .payloadTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .unprocessable: .unprocessableContent
        case .tooManyRequests: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .internal: .internalServerError
        }
    }

    /// A stable code for programs.
    public var code: String {
        if let problemCode { return problemCode }
        return switch kind {
        case .badRequest(let reason): "bad_\(reason.rawValue)"
        case .unauthorized: "unauthorized"
        case .stepUpNeeded: "step_up_needed"
        case .passwordChangeNeeded: "password_change_needed"
        case .forgedForm: "forged_form"
        case .notFound: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .requestTimeout: "request_timeout"
        case .conflict: "conflict"
        case .preconditionFailed: "precondition_failed"
        case .preconditionRequired: "precondition_required"
        case .payloadTooLarge: "payload_too_large"
        case .unsupportedMediaType: "unsupported_media_type"
        case .unprocessable: "unprocessable"
        case .tooManyRequests: "too_many_requests"
        case .unavailable: "unavailable"
        case .internal: "internal"
        }
    }
}
