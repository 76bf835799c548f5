import Access
import Domain
import HTTPTypes
import Markup
import Testing

@testable import Web

@Suite struct SiteRouteTests {
    @Test func servesAssetsForEver() async throws {
        let site = try TestSite(assets: ["app.css": Array("body{}".utf8), "icons/a.svg": Array("<svg/>".utf8)])
        let url = site.site.assets.url("app.css").string
        #expect(url.hasPrefix("/assets/app.") && url.hasSuffix(".css"))
        let answer = try await site.ask(.get, url)
        #expect(answer.text == "body{}")
        #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let tag = try #require(answer.headers[.eTag])
        let unchanged = try await site.ask(.get, url, [.ifNoneMatch: tag])
        #expect(unchanged.status == 304)
        #expect(unchanged.headers[.contentLength] == nil)
        #expect(try await site.ask(.get, site.site.assets.url("icons/a.svg").string).text == "<svg/>")
        #expect(try await site.ask(.get, "/assets/app.css").status == 404)
        #expect(site.site.assets.url("none.js") == .nowhere)
        let other = AssetStore(files: ["app.css": Array("body{ }".utf8)])
        #expect(other.url("app.css").string != url)
    }

    @Test func loadsTheFolderOfAssets() throws {
        let store = try AssetStore.load(directory: TestSite.root + "/Content")
        #expect(store.fileNames.contains("locale/en.po"))
        #expect(throws: (any Error).self) { try AssetStore.load(directory: TestSite.root + "/no such folder") }
    }

    @Test func changesTheLanguageAndKeepsThePage() async throws {
        let site = try TestSite { routes in
            routes.get("form", access: .everyone) { .text($0.csrfToken) }
        }
        let page = try await site.ask(.get, "/form")
        let cookie = "tirek-form=\(try #require(page.cookie("tirek-form")))"
        let answer = try await site.send(
            "/language",
            "_token=\(page.text)&language=ky&next=%2Fpeople%3Fa%3D1",
            cookie: cookie
        )
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/people?a=1")
        #expect(answer.cookie("tirek-language") == "ky")
        let astray = try await site.send(
            "/language",
            "_token=\(page.text)&language=xx&next=%2F%2Fevil.example",
            cookie: cookie
        )
        #expect(astray.headers[.location] == "/")
        #expect(astray.cookie("tirek-language") == nil)
    }

    @Test func marksItsCookies() async throws {
        let plain = try TestSite().site.cookies
        let secure = try TestSite(isSecure: true).site.cookies
        #expect(plain.session("abc").headerValue == "tirek=abc; Path=/; SameSite=Strict; HttpOnly")
        #expect(secure.session("a;b").headerValue == "__Host-tirek=ab; Path=/; SameSite=Strict; HttpOnly; Secure")
        #expect(secure.endedSession.headerValue.contains("Max-Age=0"))
    }

    @Test func saysHowItIs() async throws {
        let site = try TestSite()
        #expect(try await site.ask(.get, "/health/live").text == "live\n")
        #expect(try await site.ask(.get, "/health/ready").status == 200)
        #expect(try await TestSite(world: TestWorld(isReady: false)).ask(.get, "/health/ready").status == 503)
    }

    @Test func keepsStreamsFew() {
        let streams = EventStreams(maximum: 4)
        let user: UserID = Surroundings.system.newID()
        let first: SessionID = Surroundings.system.newID()
        for _ in 0..<5 { #expect(streams.open(session: first, user: user) != nil) }
        #expect(streams.count == 3)
        #expect(streams.open(session: Surroundings.system.newID(), user: user) != nil)
        #expect(streams.open(session: Surroundings.system.newID(), user: user) == nil)
        streams.close(session: first)
        #expect(streams.count == 1)
        streams.close(user: user)
        #expect(streams.count == 0)
        streams.closeAll()
        #expect(streams.open(session: first, user: user) == nil)
    }
}
