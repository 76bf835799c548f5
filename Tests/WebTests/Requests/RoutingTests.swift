import Access
import Domain
import HTTPTypes
import JSON
import Testing

@testable import Web

@Suite struct RoutingTests {
    private static func site() throws -> TestSite {
        try TestSite { routes in
            routes.get("people", access: .everyone) { _ in .text("list") }
            routes.post("people", access: .everyone) { _ in .text("added") }
            routes.get("people/new", access: .everyone) { _ in .text("new") }
            routes.get("people/:id", access: .everyone) { request in
                .text("person \(try request.parameters.id(PersonEntity.self).text)")
            }
            routes.get("people/:id/phones/:number", access: .everyone) { request in
                .text("phone \(try request.parameters.number("number"))")
            }
            routes.get("people/new/phones/:number", access: .everyone) { _ in .text("phone of the new") }
            routes.get("/", access: .everyone) { _ in .text("start") }
            routes.get("api/v1/people", access: .everyone) { _ in .json { $0.array { $0.value(1) } } }
        }
    }

    @Test(arguments: [
        ("/", "start"), ("/people", "list"), ("/people?q=1", "list"), ("/people/new", "new"), ("/%70eople", "list"),
        ("/people/00000000-0000-7000-8000-000000000001", "person 00000000-0000-7000-8000-000000000001"),
        ("/people/00000000-0000-7000-8000-000000000001/phones/12", "phone 12"),
        ("/people/new/phones/1", "phone of the new"),
    ])
    func finds(_ path: String, _ text: String) async throws {
        let answer = try await Self.site().ask(.get, path)
        #expect(answer.status == 200)
        #expect(answer.text == text)
    }

    @Test(arguments: [
        "/nothing", "/people/", "/people/x", "/people/00000000-0000-7000-8000-00000000000G", "//people", "/people//",
        "/people/00000000-0000-7000-8000-000000000001/phones/-1", "/PEOPLE", "/people/%FF", "/people/%zz", "/.git",
        "/people/..%2f..", "/assets/unknown.css",
    ])
    func missesWithAPage(_ path: String) async throws {
        let answer = try await Self.site().ask(.get, path)
        #expect(answer.status == 404)
        #expect(answer.text.contains("There is no such page"))
    }

    @Test(arguments: ["", "*", "people", "http://desk.test/people", "/peo\u{7}ple", "/\\people", "/people\u{FFFD}"])
    func refusesOddAddresses(_ path: String) async throws {
        let answer = try await Self.site().ask(.get, path)
        #expect(answer.status == 400)
        #expect(answer.text.contains("The address is not valid"))
    }

    @Test func refusesEndlessAddresses() async throws {
        let answer = try await Self.site().ask(.get, "/people?" + String(repeating: "a", count: 9000))
        #expect(answer.status == 400)
    }

    @Test(arguments: [
        (HTTPRequest.Method.delete, "/people", "GET, HEAD, OPTIONS, POST"), (.put, "/people/new", "GET, HEAD, OPTIONS"),
        (.trace, "/people", "GET, HEAD, OPTIONS, POST"), (.post, "/events", "GET, HEAD, OPTIONS"),
    ])
    func saysWhichMethodsThereAre(_ method: HTTPRequest.Method, _ path: String, _ allow: String) async throws {
        let answer = try await Self.site().ask(method, path)
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == allow)
        #expect(answer.text.contains("This cannot be done here"))
    }

    @Test func answersOptionsWithMethods() async throws {
        let answer = try await Self.site().ask(.options, "/people")
        #expect(answer.status == 204)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS, POST")
        #expect(answer.text.isEmpty)
    }

    @Test func answersHeadLikeGetWithoutBody() async throws {
        let answer = try await Self.site().ask(.head, "/people")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentLength] == "4")
        #expect(answer.text.isEmpty)
    }

    @Test func answersMachinesInTheirForm() async throws {
        let answer = try await Self.site().ask(.get, "/api/v1/unknown")
        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "application/problem+json")
        let problem = try JSONValue(parsing: Array(answer.text.utf8))
        #expect(problem["code"]?.string == "not_found")
        #expect(problem["status"]?.integer == 404)
        #expect(problem["requestId"]?.string == answer.headers[.requestID])
    }

    @Test func refusesTwoRoutesInOnePlace() throws {
        var table = RouteTable()
        table.get("a/:id", access: .everyone) { _ in .noContent }
        table.get("a/:other", access: .signedIn) { _ in .noContent }
        #expect(throws: RouteClash.self) { try RouteTree(table) }
    }

    @Test func describesWhatIsRegistered() {
        var table = RouteTable()
        table.get("people/:id", access: .right(.peopleRead)) { _ in .noContent }
        table.delete("api/v1/people/:id", access: .right(.peopleErase), options: RouteOptions(stepUp: true)) { _ in
            .noContent
        }
        #expect(
            table.descriptions == [
                RouteDescription(
                    method: .get,
                    pattern: "/people/:id",
                    access: .right(.peopleRead),
                    stepUp: false,
                    kind: .page
                ),
                RouteDescription(
                    method: .delete,
                    pattern: "/api/v1/people/:id",
                    access: .right(.peopleErase),
                    stepUp: true,
                    kind: .api
                ),
            ]
        )
    }
}
