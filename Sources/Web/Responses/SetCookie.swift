/// A cookie that an answer sets. All of the site's cookies are for the whole site and for no other.
public struct SetCookie: Sendable, Hashable {
    /// From where a browser sends it back.
    public enum SameSite: String, Sendable, Hashable {
        case strict = "Strict"
        case lax = "Lax"
    }

    public let name: String
    public let value: String
    /// Seconds to live; `nil` until the browser closes, 0 removes it.
    public let maximumAge: Int?
    public let sameSite: SameSite
    /// Hidden from scripts.
    public let isHTTPOnly: Bool
    /// Only sent over TLS.
    public let isSecure: Bool

    /// The name must be a token in the sense of RFC 6265. From the value, characters other than letters, digits, `-`,
    /// `_`, `.` and `~` are dropped.
    public init(
        _ name: String,
        _ value: String,
        maximumAge: Int? = nil,
        sameSite: SameSite = .strict,
        isHTTPOnly: Bool = true,
        isSecure: Bool
    ) {
        self.name = name
        self.value = String(decoding: value.utf8.filter(isUnreserved), as: UTF8.self)
        self.maximumAge = maximumAge
        self.sameSite = sameSite
        self.isHTTPOnly = isHTTPOnly
        self.isSecure = isSecure
    }

    var headerValue: String {
        var text = "\(name)=\(value); Path=/; SameSite=\(sameSite.rawValue)"
        if let maximumAge { text += "; Max-Age=\(maximumAge)" }
        if isHTTPOnly { text += "; HttpOnly" }
        if isSecure { text += "; Secure" }
        return text
    }
}

/// The site's cookies.
public struct SiteCookies: Sendable {
    /// The interface language chosen in this browser; it says nothing about anybody.
    public static let language = "tirek-language"

    /// Whether the site is reached over TLS; then names carry the `__Host-` prefix, which browsers enforce.
    public let isSecure: Bool

    /// The session's token.
    public var sessionName: String { isSecure ? "__Host-tirek" : "tirek" }
    /// What binds forms of visitors without a session to their browser.
    public var formName: String { isSecure ? "__Host-tirek-form" : "tirek-form" }

    public func session(_ token: String) -> SetCookie {
        SetCookie(sessionName, token, isSecure: isSecure)
    }

    public var endedSession: SetCookie {
        SetCookie(sessionName, "", maximumAge: 0, isSecure: isSecure)
    }

    func form(_ nonce: String) -> SetCookie {
        SetCookie(formName, nonce, isSecure: isSecure)
    }

    func language(_ tag: String) -> SetCookie {
        SetCookie(SiteCookies.language, tag, maximumAge: 365 * 86400, sameSite: .lax, isSecure: isSecure)
    }
}
