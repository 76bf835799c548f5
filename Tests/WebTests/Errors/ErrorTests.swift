import Access
import Database
import Domain
import HTTPTypes
import HummingbirdCore
import JSON
import Localization
import NIOCore
import Testing

@testable import Web

@Suite struct ErrorTests {
    private struct Strange: Error {
        let secret = "Aigul Toktosunova"
    }

    private static func site(isSecure: Bool = false) throws -> TestSite {
        try TestSite(isSecure: isSecure) { routes in
            routes.get("strange", access: .everyone) { _ in throw Strange() }
            routes.get("api/v1/strange", access: .everyone) { _ in throw Strange() }
            routes.get("full", access: .everyone) { _ in
                throw DatabaseError(kind: .diskFull, sqlState: "53100", message: "secret words")
            }
            routes.get("ok", access: .everyone) { _ in .text("ok") }
            routes.get("late", access: .everyone, options: RouteOptions(timeLimit: 0)) { _ in
                try await Task.sleep(for: .seconds(60))
                return .text("never")
            }
            routes.post("api/v1/people", access: .everyone, options: RouteOptions(body: .usual(100))) { request in
                let value = try await request.json()
                var errors = FormErrors()
                if value["family"]?.string == nil { errors.add("family", "required") { $0.request.fieldRequired } }
                guard errors.isEmpty else { throw WebError.unprocessable(errors) }
                return .json(status: .created) { $0.object { $0.member("family", value["family"]?.string) } }
            }
        }
    }

    @Test func tellsNothingOfWhatWentWrongInside() async throws {
        for path in ["/strange", "/api/v1/strange", "/full"] {
            let answer = try await Self.site().ask(.get, path)
            #expect(answer.status == (path == "/full" ? 503 : 500))
            #expect(!answer.text.contains("Aigul"))
            #expect(!answer.text.contains("Strange"))
            #expect(!answer.text.contains("secret"))
            #expect(answer.text.contains(try #require(answer.headers[.requestID])))
        }
        #expect(try await Self.site().ask(.get, "/full").headers[.retryAfter] == "5")
    }

    @Test(arguments: [("ru", "Такой страницы нет"), ("ky", "Мындай бет жок"), ("en", "There is no such page")])
    func speaksTheReadersLanguage(_ language: String, _ title: String) async throws {
        let site = try Self.site()
        let byHeader = try await site.ask(.get, "/x", [.acceptLanguage: "\(language)-XX, de;q=0.5"])
        #expect(byHeader.text.contains(title))
        #expect(byHeader.text.contains("lang=\"\(language)\""))
        let byCookie = try await site.ask(.get, "/x", [.cookie: "tirek-language=\(language)", .acceptLanguage: "de"])
        #expect(byCookie.text.contains(title))
        let problem = try await site.ask(.get, "/api/x", [.acceptLanguage: language])
        #expect(try JSONValue(parsing: Array(problem.text.utf8))["title"]?.string == title)
    }

    @Test func followsTheUsersSettingUnlessTheBrowserChose() async throws {
        let site = try TestSite { routes in
            routes.get("language", access: .signedIn) { .text($0.texts.language) }
        }
        let token = site.sessions.add(.caseworker, language: "ky")
        let set = try await site.ask(.get, "/language", [.cookie: "tirek=\(token)", .acceptLanguage: "ru"])
        #expect(set.text == "ky")
        let chosen = try await site.ask(.get, "/language", [.cookie: "tirek=\(token); tirek-language=ru"])
        #expect(chosen.text == "ru")
    }

    @Test func everyKindHasWordsInEveryLanguage() throws {
        let kinds: [WebError.Kind] = [
            .badRequest(.encoding), .badRequest(.tooManyFields), .badRequest(.form), .badRequest(.json),
            .badRequest(.address), .badRequest(.body), .badRequest(.parameter), .unauthorized, .stepUpNeeded,
            .passwordChangeNeeded, .forgedForm, .notFound, .methodNotAllowed, .requestTimeout, .conflict,
            .preconditionFailed, .preconditionRequired, .payloadTooLarge, .unsupportedMediaType, .unprocessable,
            .tooManyRequests, .unavailable, .internal,
        ]
        let catalogs = try Self.site().site.catalogs
        for language in ["en", "ru", "ky"] {
            let words = kinds.map { ErrorWords(WebError($0), catalogs.texts(language)) }
            #expect(words.allSatisfy { !$0.title.isEmpty && !$0.title.hasPrefix("error.") })
            #expect(Set(words.map(\.explanation)).count == kinds.count)
        }
        #expect(Set(kinds.map { WebError($0).code }).count == kinds.count)
    }

    @Test func namesTheFieldsThatAreWrong() async throws {
        let site = try Self.site()
        let fields: HTTPFields = [.contentType: "application/json"]
        let refused = try await site.ask(.post, "/api/v1/people", fields, body: Array("{}".utf8))
        #expect(refused.status == 422)
        let problem = try JSONValue(parsing: Array(refused.text.utf8))
        #expect(problem["errors"]?.array?.first?["field"]?.string == "family")
        #expect(problem["errors"]?.array?.first?["code"]?.string == "required")
        let taken = try await site.ask(.post, "/api/v1/people", fields, body: Array("{\"family\":\"Ж\"}".utf8))
        #expect(taken.status == 201)
        #expect(taken.text == "{\"family\":\"Ж\"}")
    }

    @Test(arguments: [
        ("application/json", "{", 400), ("application/json", "{\"a\":1,\"a\":2}", 400), ("text/plain", "{}", 415),
        ("", "{}", 415), ("application/json; charset=utf-8", "{\"family\":\"x\"}", 201),
        ("application/json", String(repeating: " ", count: 101), 413), ("application/json", "", 400),
    ])
    func refusesBadBodies(_ type: String, _ body: String, _ status: Int) async throws {
        var fields = HTTPFields()
        if !type.isEmpty { fields[.contentType] = type }
        let answer = try await Self.site().ask(.post, "/api/v1/people", fields, body: Array(body.utf8))
        #expect(answer.status == status)
        #expect(!answer.text.isEmpty)
    }

    @Test func cancelsWhatTakesTooLong() async throws {
        let site = try Self.site()
        async let answer = site.ask(.get, "/late")
        try await Task.sleep(for: .milliseconds(100))
        site.responder.watchdog.sweep(at: .now + .seconds(1))
        let late = try await answer
        #expect(late.status == 503)
        #expect(late.headers[.retryAfter] != nil)
    }

    @Test func hasNoPatienceWithBodiesThatDrip() async throws {
        func first(startedBefore seconds: Int, _ bytes: Int) async throws -> ByteBuffer? {
            let body = RequestBody(buffer: ByteBuffer(repeating: 0, count: bytes))
            var paced = PacedBody(body, maximumBytes: 1 << 22, started: .now - .seconds(seconds))
            return try await paced.next()
        }
        #expect(try await first(startedBefore: 29, 1)?.readableBytes == 1)
        #expect(try await first(startedBefore: 59, 1 << 20) != nil)
        await #expect(throws: WebError.self) { try await first(startedBefore: 31, 1) }
        await #expect(throws: WebError.self) { try await first(startedBefore: 61, 1 << 20) }
    }

    @Test(arguments: ["/ok", "/strange", "/nothing", "/api/v1/nothing", "/health/live"])
    func armsEveryAnswer(_ path: String) async throws {
        let answer = try await Self.site().ask(.get, path)
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self';"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.referrerPolicy] == "no-referrer")
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.crossOriginResourcePolicy] == "same-origin")
        #expect(answer.headers[.strictTransportSecurity] == nil)
        #expect(answer.headers[.requestID]?.utf8.count == 16)
        #expect(answer.headers[.date]?.hasSuffix("GMT") == true)
        let secure = try await Self.site(isSecure: true).ask(.get, path)
        #expect(secure.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
    }

    @Test func writesDatesAsHTTPDoes() {
        #expect(HTTPClock.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPClock.text(1_709_164_799) == "Wed, 28 Feb 2024 23:59:59 GMT")
        #expect(HTTPClock.text(1_709_208_000) == "Thu, 29 Feb 2024 12:00:00 GMT")
        #expect(HTTPClock.text(0) == "Thu, 01 Jan 1970 00:00:00 GMT")
    }
}
