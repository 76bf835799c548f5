import App
import Foundation
import HTTPTypes
import Testing
import Web

@Suite("The description of the programming interface")
struct OpenAPITests {
    @Test("It is JSON, describes every call of the route table and no other")
    func complete() async throws {
        try await TestNetwork.run { network in
            let answer = try await network.ask(.get, "/api/openapi.json", as: nil)
            #expect(answer.status == 200)
            #expect(answer.json["openapi"] as? String == "3.1.0")
            let paths = try #require(answer.json["paths"] as? [String: [String: Any]])
            let described = Set(paths.flatMap { path, item in item.keys.map { "\($0.uppercased()) \(path)" } })
            let registered = Set(
                network.routes.descriptions.filter { $0.pattern.hasPrefix("/api/v1/") }
                    .map { "\($0.method.rawValue) \(Self.template($0.pattern))" }
            )
            #expect(registered.subtracting(described).sorted() == [], "calls that nobody described")
            #expect(described.subtracting(registered).sorted() == [], "descriptions without a call")
        }
    }

    @Test("What the design promises is there")
    func promised() async throws {
        try await TestNetwork.run { network in
            let registered = Set(network.routes.descriptions.map { "\($0.method.rawValue) \($0.pattern)" })
            for call in [
                "POST people", "GET people", "GET people/:id", "POST contacts", "POST cases", "GET cases/:id",
                "PATCH cases/:id", "POST cases/:id/consents", "DELETE cases/:id/consents/:consent",
                "POST cases/:id/referrals", "GET referrals", "POST referrals/:id/accept", "POST referrals/:id/decline",
                "POST referrals/:id/complete", "POST referrals/:id/revoke", "POST cases/:id/transfers",
                "POST transfers/:id/accept", "POST transfers/:id/decline", "POST cases/:id/close",
                "GET statistics/table", "POST sessions",
            ] {
                #expect(registered.contains(call.replacing(" ", with: " /api/v1/")), "\(call)")
            }
        }
    }

    private static func template(_ pattern: String) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
    }
}
