import Crypto
import Domain
import HTTPTypes
import Synchronization

/// Form tokens for visitors without a session: a random value in a cookie and its keyed hash in the form. Somebody who
/// can plant a cookie cannot make the hash.
struct FormTokens: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) {
        self.key = key
    }

    func token(for nonce: some StringProtocol) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("tirek/form/v1/\(nonce)".utf8), using: key)
        return code.reduce(into: "") { text, byte in
            let digits = String(byte, radix: 16)
            text += byte < 16 ? "0" + digits : digits
        }
    }
}

extension RequestCore {
    /// The token for a form of somebody without a session; the answer sets the cookie it is bound to when the browser
    /// has none yet.
    func anonymousFormToken() -> String {
        site.formTokens.token(for: formNonce() ?? newFormNonce())
    }

    private func formNonce() -> String? {
        guard let cookie = cookie(site.cookies.formName), cookie.utf8.count == 32, cookie.utf8.allSatisfy(isUnreserved)
        else { return nil }
        return String(cookie)
    }

    private func newFormNonce() -> String {
        if let nonce = progress.withLock({ $0.formNonce }) { return nonce }
        let random = site.surroundings.randomBytes(16)
        func word(_ bytes: ArraySlice<UInt8>) -> String {
            hexadecimal(bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        let nonce = word(random.prefix(8)) + word(random.suffix(8))
        progress.withLock { progress in
            progress.formNonce = nonce
            progress.cookies.append(site.cookies.form(nonce).headerValue)
        }
        return nonce
    }

    /// Whether the browser says that the request comes from one of this site's own pages.
    var isSameOrigin: Bool {
        let fields = head.headerFields
        if let site = fields[.secFetchSite] { return site == "same-origin" }
        guard let origin = fields[.origin], let scheme = origin.firstRange(of: "://"), let host = head.authority else {
            return false
        }
        return origin[scheme.upperBound...].lowercased() == host.lowercased()
    }

    /// Lets an unsafe request for a page pass only with the token of one of this site's forms.
    func refuseForgery(_ caller: Caller) async throws {
        guard let route, route.kind != .api, head.method != .get, head.method != .head else { return }
        guard isSameOrigin else { throw WebError.forgedForm }
        let sent = try await sentFormToken(route)
        let anonymous = formNonce().map { site.formTokens.token(for: $0) }
        // Whoever comes from another site sends no strict cookie with the first page and so gets a visitor's form
        // there; it is good for what every visitor may do.
        let isForEveryone = route.requirement == .everyone
        let accepted = [caller.csrfToken, caller.csrfToken == nil || isForEveryone ? anonymous : nil].compactMap { $0 }
        guard accepted.contains(where: { equalInConstantTime(sent.utf8, $0.utf8) }) else {
            throw WebError.forgedForm
        }
    }

    private func sentFormToken(_ route: Route) async throws -> String {
        if let header = head.headerFields[.csrfToken] { return header }
        guard case .multipart = route.options.body else {
            return try await readForm()[FormData.tokenField]
        }
        let reader = try openMultipart()
        guard case .part(let part) = try await reader.next(), part.name == FormData.tokenField else {
            throw WebError.forgedForm
        }
        return try await reader.text(limit: 200)
    }
}

/// Compares without telling by its duration where the difference is.
func equalInConstantTime(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
