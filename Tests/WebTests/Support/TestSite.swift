import Access
import Crypto
import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import Localization
import Logging
import Markup
import NIOCore
import Synchronization

@testable import Web

/// A site with a few routes and no database, asked without a socket.
struct TestSite {
    let site: Site
    let responder: WebResponder
    let sessions: TestSessions
    let clock: TestClock

    static let organization = OrganizationID(high: 1, low: 7)

    init(
        rateLimits: RateLimits = RateLimits(generalPerMinute: nil, guessingPerMinute: nil),
        isSecure: Bool = false,
        trustedProxies: [AddressRange] = [],
        assets: [String: [UInt8]] = [:],
        world: TestWorld = TestWorld(),
        routes register: (inout RouteTable) -> Void = { _ in }
    ) throws {
        let sessions = TestSessions()
        let clock = TestClock()
        let surroundings = Surroundings(
            now: { clock.now },
            randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
        )
        site = Site(
            configuration: SiteConfiguration(
                isSecure: isSecure,
                defaultLanguage: "en",
                trustedProxies: trustedProxies,
                rateLimits: rateLimits
            ),
            catalogs: try TestSite.catalogs.get(),
            assets: AssetStore(files: assets),
            surroundings: surroundings,
            formKey: SymmetricKey(data: Array("a key for tests of thirty-two by".utf8)),
            hooks: SiteHooks(
                findSession: { token in
                    sessions.uses.wrappingAdd(1, ordering: .relaxed)
                    return sessions.find(token)
                },
                peekSession: { sessions.find($0) },
                isReady: { world.isReady },
                refused: world.refused,
                changes: world.changes
            )
        )
        var table = RouteTable()
        SiteRoutes.register(in: &table)
        register(&table)
        responder = try WebResponder(
            site: site,
            routes: table,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        self.sessions = sessions
        self.clock = clock
    }

    private static let catalogs = Result { try CatalogSet.load(directory: root + "/Content/locale") }

    /// The repository's folder.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: HTTPFields = HTTPFields(),
        body: [UInt8]? = nil,
        peer: String? = nil
    ) async throws -> TestAnswer {
        var fields = fields
        if let body { fields[.contentLength] = String(body.count) }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: "desk.test",
            path: path,
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
        let address = try peer.map { try SocketAddress(ipAddress: $0, port: 4000) }
        return TestAnswer(try await Collected(await responder.respond(to: request, peer: address)))
    }

    /// Sends a form as a page of the site would, with cookies and token as given.
    func send(
        _ path: String,
        _ form: String,
        cookie: String? = nil,
        more: HTTPFields = HTTPFields(),
        peer: String? = nil
    ) async throws -> TestAnswer {
        var fields: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .secFetchSite: "same-origin",
        ]
        if let cookie { fields[.cookie] = cookie }
        for field in more { fields[field.name] = field.value }
        return try await ask(.post, path, fields, body: Array(form.utf8), peer: peer)
    }
}

/// What the rest of the program would say.
struct TestWorld {
    var isReady = true
    var refused: @Sendable (Principal, RouteDescription) async -> Void = { _, _ in }
    var changes: @Sendable (TenantScope, Int64?) -> AsyncStream<Int64> = { _, _ in AsyncStream { $0.finish() } }
}

/// Time that stands still until it is moved.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_763_700_000_000)

    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

    func advance(seconds: Int64) {
        milliseconds.withLock { $0 += seconds * 1000 }
    }
}

/// Sessions in memory.
final class TestSessions: Sendable {
    private let found = Mutex<[SessionToken: SessionLookup]>([:])
    /// How often a session was asked for as one that is in use.
    let uses = Atomic(0)

    func find(_ token: SessionToken) -> SessionLookup {
        found.withLock { $0[token] } ?? .refused(.unknown)
    }

    /// A session's token as text.
    func add(
        _ role: Role,
        kind: SessionKind = .desk,
        organization: OrganizationID = TestSite.organization,
        language: String? = nil,
        steppedUpUntil: Instant? = nil,
        mustChangePassword: Bool = false
    ) -> String {
        let token = SessionToken(surroundings: .system)
        let principal = Principal(
            user: Surroundings.system.newID(),
            organization: organization,
            role: role,
            session: Surroundings.system.newID(),
            kind: kind,
            csrfToken: token.csrfToken,
            language: language,
            steppedUpUntil: steppedUpUntil,
            dutyName: "Adviser 1",
            mustChangePassword: mustChangePassword
        )
        found.withLock { $0[token] = .active(principal, needsTouch: false) }
        return token.text
    }

    func end(_ text: String) {
        guard let token = SessionToken(text) else { return }
        found.withLock { $0[token] = nil }
    }
}

/// An answer with its body gathered.
struct Collected {
    let response: Response
    let body: [UInt8]

    init(_ response: Response) async throws {
        self.response = response
        let writer = TestWriter()
        try await response.body.write(writer)
        body = writer.bytes.withLock { $0 }
    }
}

/// What a test looks at.
struct TestAnswer {
    let status: Int
    let headers: HTTPFields
    let text: String

    init(_ collected: Collected) {
        status = collected.response.status.code
        headers = collected.response.headers
        text = String(decoding: collected.body, as: UTF8.self)
    }

    /// The value of a cookie that the answer sets.
    func cookie(_ name: String) -> String? {
        for field in headers[values: .setCookie] where field.hasPrefix(name + "=") {
            return String(field.dropFirst(name.count + 1).prefix { $0 != ";" })
        }
        return nil
    }
}

final class TestWriter: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += Array(buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
