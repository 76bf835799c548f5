import Access
import HTTPTypes
import Synchronization
public import HummingbirdCore
public import Logging
public import NIOCore

/// Answers requests: finds the route, asks who calls, runs the handler, and makes something readable of every failure.
public struct WebResponder: Sendable {
    let site: Site
    let tree: RouteTree
    let watchdog: Watchdog
    private let logger: Logger
    private let securityHeaders: SecurityHeaders
    private let clock: HTTPClock

    public init(site: Site, routes: RouteTable, logger: Logger) throws(RouteClash) {
        self.site = site
        self.logger = logger
        tree = try RouteTree(routes)
        watchdog = Watchdog()
        securityHeaders = SecurityHeaders(isSecure: site.configuration.isSecure)
        clock = HTTPClock(surroundings: site.surroundings)
        site.metrics.prepare(tree.routes.map(\.description))
    }

    /// An answer with what the connection needs to know besides.
    struct Answered {
        let response: Response
        let core: RequestCore?
    }

    /// Answers one request. This is all there is between a test and the program.
    public func respond(to request: Request, peer: SocketAddress? = nil) async -> Response {
        await answer(request, peer: peer).response
    }

    /// Answers one request; its handler runs where the connection does, if that is told.
    func answer(
        _ request: Request,
        peer: SocketAddress?,
        on executor: (any TaskExecutor)? = nil
    ) async -> Answered {
        let started = ContinuousClock.now
        let number = site.nextRequestNumber()
        let (path, query) = RequestTarget.split(request.head.path ?? "")
        let found = RequestTarget.isAllowed(path, query) ? tree.find(request.head.method, path) : .unknown
        var match: RouteMatch?
        if case .found(let it) = found { match = it }
        let core = RequestCore(
            head: request.head,
            body: request.body,
            site: site,
            number: number,
            peer: peer,
            path: path,
            rawQuery: query,
            match: match,
            executor: executor
        )
        let response = finish(await dispatch(core, found), core)
        note(core, response, since: started)
        return Answered(response: response, core: core)
    }

    private func dispatch(_ core: RequestCore, _ found: RouteTree.Answer) async -> WebResponse {
        var caller = Caller.nobody
        do {
            guard RequestTarget.isAllowed(core.path, core.rawQuery) else { throw WebError.badRequest(.address) }
            switch found {
            case .found(let match):
                caller = try await identify(core, match.route.kind, match.route.options.rate)
                return try await run(core, match.route, caller)
            case .otherMethods(let allow, _) where core.head.method == .options:
                return WebResponse(status: .noContent, headers: [.allow: allow])
            case .otherMethods(let allow, _):
                throw WebError.methodNotAllowed(allow: allow)
            case .unknown:
                // Whose language the page speaks is known only once the session is.
                caller = try await identify(core, core.wantsPage ? .page : .api, .general)
                throw WebError.notFound
            }
        } catch {
            return await failure(error, core, caller)
        }
    }

    private func run(_ core: RequestCore, _ route: Route, _ caller: Caller) async throws -> WebResponse {
        if let principal = caller.principal, principal.mustChangePassword, !route.options.isOpenBeforePasswordChange,
            route.requirement != .everyone
        {
            throw WebError(.passwordChangeNeeded)
        }
        if route.kind == .asset || route.kind == .health { return try await route.run(core, caller) }
        return try await watchdog.run(seconds: route.options.timeLimit, on: core.executor) {
            try await route.run(core, caller)
        }
    }

    /// Who calls. Cookies are for pages and bearer tokens for the API, never the other way round.
    private func identify(_ core: RequestCore, _ routeKind: RouteKind, _ rate: RateClass) async throws -> Caller {
        guard routeKind != .asset, routeKind != .health else { return .nobody }
        if rate == .guessing { try limit(core, .guessing) }
        var caller = Caller.nobody
        if let token = sessionToken(core, routeKind) {
            let kind: SessionKind = routeKind == .api ? .api : .desk
            let isByItself = routeKind == .events || core.head.headerFields[.background] != nil
            let find = isByItself ? site.hooks.peekSession : site.hooks.findSession
            switch try await find(token) {
            case .active(let principal, _) where principal.kind == kind: caller = .signedIn(principal)
            case .pending(let pending) where pending.kind == kind: caller = .pending(pending)
            default: break
            }
        }
        switch caller {
        case .nobody:
            if rate == .general { try limit(core, .general) }
        case .signedIn(let principal):
            core.progress.withLock { $0.principalLanguage = principal.language }
        case .pending(let pending):
            core.progress.withLock { $0.principalLanguage = pending.language }
        }
        return caller
    }

    private func sessionToken(_ core: RequestCore, _ routeKind: RouteKind) -> SessionToken? {
        guard routeKind == .api else { return core.cookie(site.cookies.sessionName).flatMap { SessionToken($0) } }
        guard let header = core.head.headerFields[.authorization], header.lowercased().hasPrefix("bearer ") else {
            return nil
        }
        return SessionToken(header.dropFirst(7).drop { $0 == " " })
    }

    private func limit(_ core: RequestCore, _ rate: RateClass) throws(WebError) {
        if let wait = site.limiter.take(core.remoteAddress, rate) { throw .tooManyRequests(retryAfter: wait) }
    }

    private func failure(_ error: any Error, _ core: RequestCore, _ caller: Caller) async -> WebResponse {
        if ErrorMapping.isForgery(error) { await site.hooks.forgedValueFound(error, caller.principal) }
        let answer = site.hooks.translate(error) ?? ErrorMapping.webError(for: error)
        if answer.isRefusal, let principal = caller.principal, let route = core.route {
            await site.hooks.refused(principal, route.description)
        }
        if answer.status.kind == .serverError {
            logger.error(
                "request failed",
                metadata: [
                    "request": "\(core.requestID)", "route": "\(core.route?.pattern.text ?? "none")",
                    "error": "\(ErrorMapping.loggable(error))",
                ]
            )
        }
        if answer.kind == .unauthorized, core.head.method == .post, core.wantsPage, core.isSameOrigin {
            await core.rememberForm()
        }
        return core.response(to: answer, caller: caller)
    }

    /// Adds what every answer carries.
    private func finish(_ answer: WebResponse, _ core: RequestCore) -> Response {
        var fields = securityHeaders.fields
        fields.append(HTTPField(name: .requestID, value: core.requestID))
        fields.append(HTTPField(name: .date, value: clock.now()))
        if !answer.headers.contains(.cacheControl) {
            fields.append(HTTPField(name: .cacheControl, value: "no-store"))
        }
        for field in answer.headers { fields.append(field) }
        for cookie in core.progress.withLock({ $0.cookies }) {
            fields.append(HTTPField(name: .setCookie, value: cookie))
        }
        let body: ResponseBody
        switch answer.body {
        case .empty:
            if answer.status != .noContent, answer.status != .notModified {
                fields.append(HTTPField(name: .contentLength, value: "0"))
            }
            body = ResponseBody()
        case .bytes(let buffer):
            fields.append(HTTPField(name: .contentLength, value: String(buffer.readableBytes)))
            body = core.head.method == .head ? ResponseBody() : ResponseBody(byteBuffer: buffer)
        case .stream(let write):
            body = core.head.method == .head ? ResponseBody() : ResponseBody(write)
        }
        if core.isBodyUnread { fields.append(HTTPField(name: .connection, value: "close")) }
        var response = Response(status: answer.status, headers: HTTPFields(), body: body)
        response.head = HTTPResponse(status: answer.status, headerFields: fields)
        return response
    }

    /// The access log and the metrics: a route's pattern, never an address's ids or query.
    private func note(_ core: RequestCore, _ response: Response, since started: ContinuousClock.Instant) {
        let elapsed = ContinuousClock.now - started
        site.metrics.count(core.route?.index, status: response.status.code, elapsed)
        guard core.route?.kind != .health else { return }
        logger.info(
            "request",
            metadata: [
                "request": "\(core.requestID)",
                "method": "\(RequestTarget.loggable(core.head.method))",
                "route": "\(core.route?.pattern.text ?? "none")",
                "status": "\(response.status.code)",
                "ms": "\(elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)",
                "bytes": "\(response.body.contentLength ?? 0)",
            ]
        )
    }
}

/// The address of a request.
enum RequestTarget {
    /// Path and query, parted at the first question mark.
    static func split(_ target: String) -> (path: String, query: String) {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (target, "") }
        return (String(target[..<mark]), String(target[target.utf8.index(after: mark)...]))
    }

    /// Whether it is a path of this site in plain ASCII and not absurdly long.
    static func isAllowed(_ path: String, _ query: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/") && path.utf8.count + query.utf8.count <= 8192
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }

    /// A method's name for the log; what nobody knows is not repeated.
    static func loggable(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options, .trace: method.rawValue
        default: "other"
        }
    }
}
