import Access
import HTTPTypes
import Testing

@testable import Web

@Suite struct ForgeryTests {
    private static func site() throws -> TestSite {
        try TestSite { routes in
            routes.post("change", access: .signedIn) { request in .text(try await request.form()["note"]) }
            routes.get("sign-in", access: .everyone) { request in .text(request.csrfToken) }
            routes.post("sign-in", access: .everyone) { _ in .text("tried") }
            routes.post("upload", access: .signedIn, options: RouteOptions(body: .multipart(1 << 20))) { request in
                let reader = try request.multipart()
                var names: [String] = []
                while let event = try await reader.next() {
                    if case .part(let part) = event { names.append(part.name) }
                }
                return .text(names.joined(separator: ","))
            }
        }
    }

    @Test func takesAFormOfItsOwn() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        let csrf = SessionToken(token)?.csrfToken ?? ""
        let answer = try await site.send("/change", "_token=\(csrf)&note=%D0%B4%D0%B0", cookie: "tirek=\(token)")
        #expect(answer.status == 200)
        #expect(answer.text == "да")
        let byHeader = try await site.send("/change", "note=1", cookie: "tirek=\(token)", more: [.csrfToken: csrf])
        #expect(byHeader.status == 200)
    }

    @Test func takesOriginWhereBrowsersSayNoMore() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        let csrf = SessionToken(token)?.csrfToken ?? ""
        let base: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .cookie: "tirek=\(token)",
        ]
        let body = Array("_token=\(csrf)".utf8)
        var own = base
        own[.origin] = "http://desk.test"
        #expect(try await site.ask(.post, "/change", own, body: body).status == 200)
        var foreign = base
        foreign[.origin] = "http://desk.test.evil.example"
        #expect(try await site.ask(.post, "/change", foreign, body: body).status == 403)
        #expect(try await site.ask(.post, "/change", base, body: body).status == 403)
    }

    @Test(arguments: ["cross-site", "same-site", "none", "", "SAME-ORIGIN"])
    func refusesOtherSites(_ site: String) async throws {
        let desk = try Self.site()
        let token = desk.sessions.add(.caseworker)
        let csrf = SessionToken(token)?.csrfToken ?? ""
        let answer = try await desk.send(
            "/change",
            "_token=\(csrf)&note=1",
            cookie: "tirek=\(token)",
            more: [.secFetchSite: site, .origin: "http://desk.test"]
        )
        #expect(answer.status == 403)
        #expect(!answer.text.contains("Send again"))
    }

    @Test func refusesMissingAndForeignTokensAndOffersToSendAgain() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        let csrf = SessionToken(token)?.csrfToken ?? ""
        let other = SessionToken(site.sessions.add(.caseworker))?.csrfToken ?? ""
        for sent in ["", "_token=&", "_token=\(other)&", "_token=\(csrf)x&"] {
            let answer = try await site.send("/change", sent + "note=kept", cookie: "tirek=\(token)")
            #expect(answer.status == 403)
            #expect(answer.text.contains("name=\"note\" value=\"kept\""))
            #expect(answer.text.contains("name=\"_token\" value=\"\(csrf)\""))
        }
    }

    @Test func bindsVisitorsFormsToTheirBrowser() async throws {
        let site = try Self.site()
        let page = try await site.ask(.get, "/sign-in")
        let nonce = try #require(page.cookie("tirek-form"))
        let good = try await site.send("/sign-in", "_token=\(page.text)", cookie: "tirek-form=\(nonce)")
        #expect(good.text == "tried")
        let planted = String(repeating: "a", count: 32)
        #expect(try await site.send("/sign-in", "_token=\(page.text)", cookie: "tirek-form=\(planted)").status == 403)
        #expect(try await site.send("/sign-in", "_token=\(page.text)").status == 403)
        #expect(try await site.send("/sign-in", "_token=\(nonce)", cookie: "tirek-form=\(nonce)").status == 403)
        let again = try await site.ask(.get, "/sign-in", [.cookie: "tirek-form=\(nonce)"])
        #expect(again.text == page.text)
        #expect(again.cookie("tirek-form") == nil)
    }

    @Test func wantsTheTokenFirstInUploads() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        let csrf = SessionToken(token)?.csrfToken ?? ""
        func upload(_ parts: [(String, String)]) async throws -> TestAnswer {
            let body = parts.map { "--X\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
                .joined()
            let fields: HTTPFields = [
                .contentType: "multipart/form-data; boundary=X", .secFetchSite: "same-origin",
                .cookie: "tirek=\(token)",
            ]
            return try await site.ask(.post, "/upload", fields, body: Array((body + "--X--\r\n").utf8))
        }
        #expect(try await upload([("_token", csrf), ("a", "1"), ("b", "2")]).text == "a,b")
        #expect(try await upload([("a", "1"), ("_token", csrf)]).status == 403)
        #expect(try await upload([("_token", "no"), ("a", "1")]).status == 403)
        #expect(try await upload([]).status == 403)
    }

    @Test func comparesInFull() {
        #expect(equalInConstantTime("abc".utf8, "abc".utf8))
        #expect(!equalInConstantTime("abc".utf8, "abd".utf8))
        #expect(!equalInConstantTime("abc".utf8, "ab".utf8))
    }
}
