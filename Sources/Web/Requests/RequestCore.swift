import Domain
import HTTPTypes
import HummingbirdCore
import Localization
import NIOCore
import Synchronization

/// One request as it came, before anybody has asked who sent it. The typed requests that handlers get wrap it.
///
/// It is an object because its body is read once, whoever reads it.
public final class RequestCore: Sendable {
    let head: HTTPRequest
    let body: RequestBody
    let site: Site
    let number: UInt64
    let peer: SocketAddress?
    /// The path without the query, as sent.
    let path: String
    /// The query without its question mark, as sent.
    let rawQuery: String
    /// The route that serves the request; `nil` when none does.
    let route: Route?
    let parameters: PathParameters
    /// Where the connection's work runs; `nil` for the common threads.
    let executor: (any TaskExecutor)?
    /// What has become of the body and which cookies the answer sets.
    let progress = Mutex(Progress())

    struct Progress {
        var bodyState = BodyState.untouched
        var form: FormData?
        var multipart: MultipartReader?
        var cookies: [String] = []
        var formNonce: String?
        var principalLanguage: String?
    }

    enum BodyState {
        case untouched, reading, finished
    }

    init(
        head: HTTPRequest,
        body: RequestBody,
        site: Site,
        number: UInt64,
        peer: SocketAddress?,
        path: String,
        rawQuery: String,
        match: RouteMatch?,
        executor: (any TaskExecutor)? = nil
    ) {
        self.head = head
        self.body = body
        self.site = site
        self.number = number
        self.peer = peer
        self.path = path
        self.rawQuery = rawQuery
        route = match?.route
        parameters = match?.parameters ?? PathParameters()
        self.executor = executor
    }

    /// Sixteen hexadecimal digits that name the request in the log, in the answer and on error pages.
    var requestID: String { hexadecimal(number) }

    /// The value of the first cookie with this name.
    func cookie(_ name: String) -> Substring? {
        guard let header = head.headerFields[.cookie] else { return nil }
        return cookieValue(named: name, in: header)
    }

    /// The sender's address; behind a trusted proxy, what the proxy says it is.
    var remoteAddress: String {
        site.trustedProxies.client(peer: peer?.ipAddress, forwarded: head.headerFields[.forwardedFor])
    }

    /// The language of the answer: the one chosen in this browser, the user's setting, or what the browser asks for.
    var texts: Texts {
        let setting = progress.withLock { $0.principalLanguage }
        return site.catalogs.texts(negotiatedLanguage(setting: setting))
    }

    private func negotiatedLanguage(setting: String?) -> String {
        if let chosen = cookie(SiteCookies.language), let language = site.catalogs.match(chosen) { return language }
        if let setting, let language = site.catalogs.match(setting) { return language }
        if let header = head.headerFields[.acceptLanguage],
            let language = site.catalogs.bestLanguage(acceptLanguage: header)
        {
            return language
        }
        return site.configuration.defaultLanguage
    }

    /// Whether the answer is a page; otherwise it is JSON.
    var wantsPage: Bool {
        if let route { return route.kind == .page }
        return !path.hasPrefix("/api/")
    }
}

/// A number as sixteen lower-case hexadecimal digits.
func hexadecimal(_ number: UInt64) -> String {
    String(unsafeUninitializedCapacity: 16) { buffer in
        for index in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: (number >> UInt64(60 - index * 4)) & 0xF)
            buffer[index] = digit < 10 ? 48 + digit : 87 + digit
        }
        return 16
    }
}

/// The value of the first cookie with a name in a `Cookie` header (RFC 6265, section 5.4).
func cookieValue(named name: String, in header: String) -> Substring? {
    for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
        let pair = pair.drop { $0 == 0x20 || $0 == 0x09 }
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8) else {
            continue
        }
        return Substring(pair[pair.index(after: equals)...])
    }
    return nil
}
