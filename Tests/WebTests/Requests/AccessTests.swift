import Access
import Domain
import HTTPTypes
import JSON
import Synchronization
import Testing

@testable import Web

@Suite struct AccessTests {
    private static func site() throws -> TestSite {
        try TestSite { routes in
            routes.get("desk", access: .signedIn) { .text("desk of \($0.scope.organization)") }
            routes.get("people", access: .right(.peopleRead)) { _ in .text("people") }
            routes.get("erase", access: .right(.peopleErase), options: RouteOptions(stepUp: true)) { _ in
                .text("erase")
            }
            routes.get("settings", access: .installation) { _ in .text("settings") }
            routes.get("missing/:id", access: .right(.peopleRead)) { _ in throw WebError.notFound }
            routes.get("sign-in/code", access: .pendingSecondFactor) { _ in .text("code") }
            routes.post("people", access: .right(.peopleWrite)) { _ in .text("added") }
            routes.get("api/v1/people", access: .right(.peopleRead)) { _ in .json { $0.array { _ in } } }
            routes.post("api/v1/people", access: .right(.peopleWrite)) { request in
                .json { writer in writer.value("ok") }
            }
        }
    }

    @Test func sendsStrangersToSignInAndBack() async throws {
        let answer = try await Self.site().ask(.get, "/people?sort=name")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/sign-in?next=%2Fpeople%3Fsort%3Dname")
    }

    @Test func letsMembersIn() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        let answer = try await site.ask(.get, "/desk", [.cookie: "a=b; tirek=\(token)"])
        #expect(answer.status == 200)
        #expect(answer.text == "desk of \(TestSite.organization)")
    }

    @Test func whatAPageDoesByItselfIsNoUseOfTheSession() async throws {
        let site = try Self.site()
        let cookie = "tirek=\(site.sessions.add(.caseworker))"
        #expect(try await site.ask(.get, "/desk", [.cookie: cookie, .background: "1"]).status == 200)
        #expect(try await site.ask(.head, "/events", [.cookie: cookie]).status == 200)
        #expect(site.sessions.uses.load(ordering: .relaxed) == 0)
        #expect(try await site.ask(.get, "/desk", [.cookie: cookie]).status == 200)
        #expect(site.sessions.uses.load(ordering: .relaxed) == 1)
    }

    @Test(arguments: ["", "x", "tirek=", "tirek=short", "tirek=\(String(repeating: "A", count: 43))", "tirek", ";;;=;"])
    func takesNoBadCookie(_ cookie: String) async throws {
        #expect(try await Self.site().ask(.get, "/desk", [.cookie: cookie]).status == 303)
    }

    @Test func hidesWhatOneHasNoRightTo() async throws {
        let site = try Self.site()
        let cookie: HTTPFields = [.cookie: "tirek=\(site.sessions.add(.researcher))"]
        let reader: HTTPFields = [.cookie: "tirek=\(site.sessions.add(.caseworker))"]
        let denied = try await site.ask(.get, "/people", cookie)
        let missing = try await site.ask(.get, "/missing/1", reader)
        let unknown = try await site.ask(.get, "/nowhere", reader)
        for answer in [denied, missing, unknown] { #expect(answer.status == 404) }
        #expect(masked(denied) == masked(missing))
        #expect(masked(denied) == masked(unknown))
    }

    private func masked(_ answer: TestAnswer) -> String {
        let id = answer.headers[.requestID] ?? "none"
        let headers = answer.headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted().joined(separator: "\n")
        return (headers + answer.text).replacing(id, with: "…")
    }

    @Test func asksForThePasswordAgain() async throws {
        let site = try Self.site()
        let stale = site.sessions.add(.manager, steppedUpUntil: site.clock.now)
        let fresh = site.sessions.add(.manager, steppedUpUntil: site.clock.now.advanced(bySeconds: 60))
        let asked = try await site.ask(.get, "/erase", [.cookie: "tirek=\(stale)"])
        #expect(asked.status == 303)
        #expect(asked.headers[.location] == "/account/confirm?next=%2Ferase")
        #expect(try await site.ask(.get, "/erase", [.cookie: "tirek=\(fresh)"]).text == "erase")
    }

    @Test func opensTheInstallationToItsAdministratorsAlone() async throws {
        let site = try Self.site()
        let administrator = site.sessions.add(.installationAdministrator, organization: .installation)
        let stray = site.sessions.add(.installationAdministrator)
        let manager = site.sessions.add(.manager)
        #expect(try await site.ask(.get, "/settings", [.cookie: "tirek=\(administrator)"]).status == 200)
        #expect(try await site.ask(.get, "/settings", [.cookie: "tirek=\(stray)"]).status == 404)
        #expect(try await site.ask(.get, "/settings", [.cookie: "tirek=\(manager)"]).status == 404)
    }

    @Test func makesANewPasswordComeFirst() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker, mustChangePassword: true)
        let answer = try await site.ask(.get, "/people", [.cookie: "tirek=\(token)"])
        #expect(answer.headers[.location] == "/account/password")
    }

    @Test func keepsThePendingOut() async throws {
        #expect(try await Self.site().ask(.get, "/sign-in/code").status == 303)
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        #expect(try await site.ask(.get, "/sign-in/code", [.cookie: "tirek=\(token)"]).status == 303)
    }

    @Test func takesBearerTokensOnTheInterfaceOnly() async throws {
        let site = try Self.site()
        let desk = site.sessions.add(.caseworker)
        let api = site.sessions.add(.caseworker, kind: .api)
        #expect(try await site.ask(.get, "/api/v1/people", [.authorization: "Bearer \(api)"]).status == 200)
        #expect(try await site.ask(.get, "/api/v1/people", [.cookie: "tirek=\(api)"]).status == 401)
        #expect(try await site.ask(.get, "/api/v1/people", [.authorization: "Bearer \(desk)"]).status == 401)
        #expect(try await site.ask(.get, "/people", [.authorization: "Bearer \(api)"]).status == 303)
        #expect(try await site.ask(.get, "/people", [.cookie: "tirek=\(api)"]).status == 303)
        #expect(try await site.ask(.post, "/api/v1/people", [.authorization: "Bearer \(api)"]).status == 200)
        let refused = try await site.ask(.get, "/api/v1/people")
        #expect(refused.headers[.wwwAuthenticate] == "Bearer realm=\"tirek\"")
        #expect(refused.headers[.contentType] == "application/problem+json")
    }

    @Test func tellsTheJournalOfRefusals() async throws {
        let told = Mutex<[RouteDescription]>([])
        var world = TestWorld()
        world.refused = { _, route in told.withLock { $0.append(route) } }
        let site = try TestSite(world: world) { routes in
            routes.get("people/:id", access: .right(.peopleRead)) { _ in throw WebError.notFound }
        }
        let denied = site.sessions.add(.researcher)
        let reader = site.sessions.add(.caseworker)
        for token in [denied, reader] {
            #expect(try await site.ask(.get, "/people/1", [.cookie: "tirek=\(token)"]).status == 404)
        }
        #expect(told.withLock { $0.map(\.pattern) } == ["/people/:id"])
    }

    @Test func endsWithTheSession() async throws {
        let site = try Self.site()
        let token = site.sessions.add(.caseworker)
        site.sessions.end(token)
        #expect(try await site.ask(.get, "/desk", [.cookie: "tirek=\(token)"]).status == 303)
    }

    @Test func keepsWhatWasTypedWhenTheSessionHasEnded() async throws {
        let answer = try await Self.site().send("/people", "family=%3Cb%3E&password=secret&_token=old")
        #expect(answer.status == 401)
        #expect(answer.text.contains("name=\"family\" value=\"&lt;b&gt;\""))
        #expect(!answer.text.contains("secret"))
        #expect(answer.text.contains("action=\"/people\""))
    }
}
