public import HTTPTypes

/// What sort of answer a route gives; it decides how errors look, how callers prove themselves and what is cached.
public enum RouteKind: String, Sendable, Hashable, CaseIterable {
    /// HTML; the session comes from the cookie, unsafe methods need the form token.
    case page
    /// JSON; the session comes from the bearer token and cookies are ignored.
    case api
    /// Public bytes under a name that contains their hash.
    case asset
    /// Answers to machines about the process itself.
    case health
    /// The stream of "something changed"; as a page, but errors are plain.
    case events
}

/// What body a route takes, and how much of it.
public enum BodyKind: Sendable, Hashable {
    /// Pages: an urlencoded form. API: one JSON value. At most so many bytes.
    case usual(_ maximumBytes: Int)
    /// An upload of at most so many bytes; its first part must be the form token.
    case multipart(_ maximumBytes: Int)

    /// One mebibyte.
    public static let usual = BodyKind.usual(1 << 20)

    var maximumBytes: Int {
        switch self {
        case .usual(let bytes), .multipart(let bytes): bytes
        }
    }
}

/// How sparingly a route treats callers whom it doesn't know.
public enum RateClass: Sendable, Hashable {
    /// The usual allowance for one address.
    case general
    /// A small one, for attempts at passwords and codes; it counts for every caller.
    case guessing
    /// None: assets and health.
    case unlimited
}

/// The settings of a route that most routes leave alone.
public struct RouteOptions: Sendable, Hashable {
    /// The password must have been entered again within the last minutes.
    public var stepUp: Bool
    public var body: BodyKind
    public var rate: RateClass
    /// Seconds after which the handler is cancelled and the answer is 503.
    public var timeLimit: Int
    /// Whether somebody who must choose a new password first may still come here.
    public var isOpenBeforePasswordChange: Bool

    public init(
        stepUp: Bool = false,
        body: BodyKind = .usual,
        rate: RateClass = .general,
        timeLimit: Int = 30,
        isOpenBeforePasswordChange: Bool = false
    ) {
        self.stepUp = stepUp
        self.body = body
        self.rate = rate
        self.timeLimit = timeLimit
        self.isOpenBeforePasswordChange = isOpenBeforePasswordChange
    }
}

/// One registered route as the access matrix and the OpenAPI document see it.
public struct RouteDescription: Sendable, Hashable {
    public let method: HTTPRequest.Method
    /// As written, with a slash before it: `/people/:id`.
    public let pattern: String
    public let access: AccessRequirement
    public let stepUp: Bool
    public let kind: RouteKind
}

/// A registered route.
final class Route: Sendable {
    let method: HTTPRequest.Method
    let pattern: PathPattern
    let requirement: AccessRequirement
    let kind: RouteKind
    let options: RouteOptions
    /// Its place in the table, by which it is counted.
    let index: Int
    /// Admits the caller and runs the handler; throws ``Turned`` when the caller isn't let in.
    let run: @Sendable (RequestCore, Caller) async throws -> WebResponse

    init(
        method: HTTPRequest.Method,
        pattern: PathPattern,
        requirement: AccessRequirement,
        kind: RouteKind,
        options: RouteOptions,
        index: Int,
        run: @escaping @Sendable (RequestCore, Caller) async throws -> WebResponse
    ) {
        self.method = method
        self.pattern = pattern
        self.requirement = requirement
        self.kind = kind
        self.options = options
        self.index = index
        self.run = run
    }

    var description: RouteDescription {
        RouteDescription(
            method: method,
            pattern: pattern.text,
            access: requirement,
            stepUp: options.stepUp,
            kind: kind
        )
    }
}
