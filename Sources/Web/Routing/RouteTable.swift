import Access
public import HTTPTypes

/// Collects every route of the program. Rooms add theirs; the server serves them; the access matrix reads them.
///
///     routes.get("people/:id", access: .right(.peopleRead)) { request in
///         let id = try request.parameters.id(PersonEntity.self)
///         …
///     }
public struct RouteTable: Sendable {
    private(set) var routes: [Route] = []

    public init() {}

    /// What is registered, in the order of registration.
    public var descriptions: [RouteDescription] { routes.map(\.description) }

    public mutating func get<Gate: RouteAccess>(
        _ pattern: PathPattern,
        access: Gate,
        kind: RouteKind? = nil,
        options: RouteOptions = RouteOptions(),
        _ handler: @escaping @Sendable (Gate.Request) async throws -> WebResponse
    ) {
        add(.get, pattern, access: access, kind: kind, options: options, handler)
    }

    public mutating func post<Gate: RouteAccess>(
        _ pattern: PathPattern,
        access: Gate,
        kind: RouteKind? = nil,
        options: RouteOptions = RouteOptions(),
        _ handler: @escaping @Sendable (Gate.Request) async throws -> WebResponse
    ) {
        add(.post, pattern, access: access, kind: kind, options: options, handler)
    }

    public mutating func put<Gate: RouteAccess>(
        _ pattern: PathPattern,
        access: Gate,
        kind: RouteKind? = nil,
        options: RouteOptions = RouteOptions(),
        _ handler: @escaping @Sendable (Gate.Request) async throws -> WebResponse
    ) {
        add(.put, pattern, access: access, kind: kind, options: options, handler)
    }

    public mutating func patch<Gate: RouteAccess>(
        _ pattern: PathPattern,
        access: Gate,
        kind: RouteKind? = nil,
        options: RouteOptions = RouteOptions(),
        _ handler: @escaping @Sendable (Gate.Request) async throws -> WebResponse
    ) {
        add(.patch, pattern, access: access, kind: kind, options: options, handler)
    }

    public mutating func delete<Gate: RouteAccess>(
        _ pattern: PathPattern,
        access: Gate,
        kind: RouteKind? = nil,
        options: RouteOptions = RouteOptions(),
        _ handler: @escaping @Sendable (Gate.Request) async throws -> WebResponse
    ) {
        add(.delete, pattern, access: access, kind: kind, options: options, handler)
    }

    /// Adds a route for any method.
    ///
    /// - Parameters:
    ///   - method: GET answers HEAD too; OPTIONS and wrong methods are answered by the router.
    ///   - pattern: the path; a route added later with the same method and path is an error of the program, which
    ///     ``RouteTree/init(_:)`` reports.
    ///   - access: who may call it, which fixes the kind of request that the handler gets.
    ///   - kind: `nil` takes it from the path: JSON below `api/`, pages elsewhere.
    ///   - options: the settings that most routes leave alone.
    ///   - handler: makes the answer.
    public mutating func add<Gate: RouteAccess>(
        _ method: HTTPRequest.Method,
        _ pattern: PathPattern,
        access: Gate,
        kind: RouteKind? = nil,
        options: RouteOptions = RouteOptions(),
        _ handler: @escaping @Sendable (Gate.Request) async throws -> WebResponse
    ) {
        let isAPI = pattern.segments.first == .literal("api")
        let route = Route(
            method: method,
            pattern: pattern,
            requirement: access.requirement,
            kind: kind ?? (isAPI ? .api : .page),
            options: options,
            index: routes.count
        ) { core, caller in
            switch access.admit(core, caller) {
            case .admitted(let request):
                if options.stepUp, request.signedIn?.isSteppedUp(at: request.now) != true {
                    throw WebError.stepUpNeeded
                }
                try await core.refuseForgery(caller)
                return try await handler(request)
            case .refused(.notSignedIn): throw WebError.unauthorized
            case .refused(.missingRight): throw WebError.refused
            }
        }
        routes.append(route)
    }
}
