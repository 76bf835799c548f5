public import Access
public import Domain
public import HTTPTypes
public import JSON
public import Localization
import Synchronization

/// What every kind of request that a handler gets can do.
///
/// ``PublicRequest`` promises nothing about the sender; ``TenantRequest``, ``InstallationRequest`` and
/// ``PendingRequest`` can only be made by the check of a route's ``RouteAccess``, so that a handler that takes one
/// cannot be reached without it.
public protocol IncomingRequest: Sendable {
    /// The request as it came.
    var core: RequestCore { get }
    /// The program's texts in the language of the answer.
    var texts: Texts { get }
    /// Who is signed in; `nil` when nobody is, or when a second factor is still to come.
    var signedIn: Principal? { get }
    /// The token for forms, a hidden field named ``FormData/tokenField``.
    var csrfToken: String { get }
    /// How far the log of events had come when the request began; `nil` where that isn't known.
    var eventPosition: Int64? { get }
}

extension IncomingRequest {
    public var eventPosition: Int64? { nil }
    public var method: HTTPRequest.Method { core.head.method }
    public var headers: HTTPFields { core.head.headerFields }
    /// The path without the query, as sent.
    public var path: String { core.path }
    /// The path with its query, as sent: where a form that keeps the page leads back to.
    public var pathAndQuery: String { core.rawQuery.isEmpty ? core.path : core.path + "?" + core.rawQuery }
    /// Sixteen hexadecimal digits that name the request in the log.
    public var requestID: String { core.requestID }
    /// The sender's address as text. It is personal: it is neither logged nor kept.
    public var remoteAddress: String { core.remoteAddress }
    public var site: Site { core.site }
    /// The present instant by the site's clock.
    public var now: Instant { core.site.surroundings.now() }
    public var parameters: PathParameters { core.parameters }

    /// The query's values, percent-decoded; throws a 400 when they are malformed.
    public func query() throws(WebError) -> FormData {
        try FormData(urlEncoded: core.rawQuery.utf8, limits: FormLimits(bytes: 8192, fields: 100))
    }

    /// The value of a cookie.
    public func cookie(_ name: String) -> String? {
        core.cookie(name).map { String($0) }
    }

    /// The fields of an urlencoded form. On pages the router has read and checked it before the handler runs.
    public func form() async throws -> FormData {
        try await core.readForm()
    }

    /// The parts of an uploaded form, for routes that take ``BodyKind/multipart(_:)``.
    public func multipart() throws(WebError) -> MultipartReader {
        try core.openMultipart()
    }

    /// The body as one JSON value, within the route's limit.
    public func json() async throws -> JSONValue {
        try await core.readJSON().value
    }

    /// As ``json()``, with the bytes it came as: an idempotency key is tied to them.
    public func jsonAndBytes() async throws -> (value: JSONValue, bytes: [UInt8]) {
        try await core.readJSON()
    }

    /// The whole body, within the route's limit.
    public func bytes() async throws -> [UInt8] {
        try await core.readBytes()
    }

    /// Adds a `Set-Cookie` header to whatever answer this request gets.
    public func setCookie(_ cookie: SetCookie) {
        core.progress.withLock { $0.cookies.append(cookie.headerValue) }
    }

    /// Where in the registered routes this request arrived, such as `/people/:id`; for logs.
    public var routePattern: String { core.route?.pattern.text ?? "none" }
}
