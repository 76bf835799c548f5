import HTTPTypes

/// The headers that every answer carries, whatever became of the request.
struct SecurityHeaders: Sendable {
    /// Nothing inline, nothing from elsewhere, no frame around and no form to elsewhere.
    static let contentSecurityPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
        connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'
        """

    let fields: HTTPFields

    init(isSecure: Bool) {
        var fields: HTTPFields = [
            .contentSecurityPolicy: SecurityHeaders.contentSecurityPolicy,
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "no-referrer",
            .permissionsPolicy:
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                + "microphone=(), payment=(), usb=()",
            .crossOriginOpenerPolicy: "same-origin",
            .crossOriginResourcePolicy: "same-origin",
        ]
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        self.fields = fields
    }
}
