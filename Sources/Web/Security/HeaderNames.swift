public import HTTPTypes

extension HTTPField.Name {
    /// Names the request in the answer.
    public static let requestID = known("X-Request-ID")
    /// The form token for scripts that send no form.
    public static let csrfToken = known("X-CSRF-Token")
    /// The last position that an event stream's reader has seen.
    public static let lastEventID = known("Last-Event-ID")
    /// Makes a write safe to repeat.
    public static let idempotencyKey = known("Idempotency-Key")
    /// Sent by the page's script when it reads a page anew without anybody's doing.
    static let background = known("X-Background")
    static let forwardedFor = known("X-Forwarded-For")
    static let secFetchSite = known("Sec-Fetch-Site")
    static let referrerPolicy = known("Referrer-Policy")
    static let permissionsPolicy = known("Permissions-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")

    /// The name as a field name. Every name above is one, so the other branch is never taken.
    private static func known(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .via
    }
}
