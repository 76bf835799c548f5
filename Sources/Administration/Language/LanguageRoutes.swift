import Access
import Database
import Domain
import Localization
import Web

/// The language of the pages: kept in this browser, and in the account of whoever is signed in.
struct LanguageRoutes: Sendable {
    let access: AccessServices

    /// Seconds that a browser keeps the choice: a year.
    private static let lifetime = 365 * 86400

    func register(in routes: inout RouteTable) {
        routes.post(
            "language",
            access: .everyone,
            options: RouteOptions(isOpenBeforePasswordChange: true)
        ) { try await choose($0) }
    }

    private func choose(_ request: PublicRequest) async throws -> WebResponse {
        let form = try await request.form()
        // The menu of the shell says `return`, other forms `next`.
        let target = LocalPath(form["next"]) ?? LocalPath(form["return"]) ?? .start
        guard let tag = request.site.catalogs.match(form["language"]) else { return .seeOther(target) }
        request.setCookie(
            SetCookie(
                SiteCookies.language,
                tag,
                maximumAge: Self.lifetime,
                sameSite: .lax,
                isSecure: request.site.cookies.isSecure
            )
        )
        if let user = request.signedIn?.user, let language = InterfaceLanguage(rawValue: tag) {
            try await access.database.write(.installation) { [access] connection in
                try access.accounts.setLanguage(language, of: user, on: connection)
            }
        }
        return .seeOther(target)
    }
}
