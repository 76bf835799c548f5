import HTTPTypes
import Localization

/// The routes that belong to no room: assets, health, the choice of language, the stream of events.
public enum SiteRoutes {
    public static func register(in routes: inout RouteTable) {
        routes.get("assets/:name", access: .everyone, kind: .asset, options: RouteOptions(rate: .unlimited)) {
            try asset($0)
        }
        let health = RouteOptions(rate: .unlimited)
        routes.get("health/live", access: .everyone, kind: .health, options: health) { _ in .text("live\n") }
        routes.get("health/ready", access: .everyone, kind: .health, options: health) { request in
            await request.site.hooks.isReady()
                ? .text("ready\n") : .text("not ready\n", status: .serviceUnavailable)
        }
        routes.get("events", access: .signedIn, kind: .events) { try EventAnswer.open($0) }
        routes.post("language", access: .everyone, options: RouteOptions(isOpenBeforePasswordChange: true)) {
            try await chooseLanguage($0)
        }
    }

    private static func asset(_ request: PublicRequest) throws(WebError) -> WebResponse {
        guard let asset = request.site.assets.asset(request.parameters.text("name")) else { throw .notFound }
        var headers: HTTPFields = [.cacheControl: "public, max-age=31536000, immutable", .eTag: asset.tag]
        if request.headers[.ifNoneMatch] == asset.tag { return WebResponse(status: .notModified, headers: headers) }
        headers[.contentType] = asset.type
        return WebResponse(headers: headers, body: .bytes(asset.body))
    }

    /// Remembers the language in this browser and leads back to the page that was open.
    private static func chooseLanguage(_ request: PublicRequest) async throws -> WebResponse {
        let form = try await request.form()
        if let language = request.site.catalogs.match(form["language"]) {
            request.setCookie(request.site.cookies.language(language))
            if let principal = request.signedIn {
                try await request.site.hooks.languageChosen(principal, language)
            }
        }
        return .seeOther(LocalPath(form["next"]) ?? LocalPath(form["return"]) ?? .start)
    }
}
