import Access
import App
import Domain
import Foundation
import HTTPTypes
import Testing

@Suite("The API's sessions", .serialized)
struct SessionCallTests {
    private static let password = "Девять синих вагонов 47"

    /// An account that can sign in.
    private func account(_ network: TestNetwork) async throws -> String {
        let address = "program@example.org"
        let access = network.installation.access
        let email = try #require(EmailAddress(address))
        let names = try #require(StaffNames(name: "Program", dutyName: "Program"))
        let (user, first) = (network.member, network.first)
        let made = try await access.invite(
            AccountDraft(email: email, names: names),
            to: first,
            as: .caseworker,
            by: ActingUser(user: user, organization: first)
        )
        let form = "new_password=\(Self.encoded)&repeat_password=\(Self.encoded)"
        let answer = try await network.ask(
            .post,
            "/invitation/\(try #require(made.ticket).token.text)",
            as: nil,
            form: form
        )
        #expect(answer.status == 303, "\(answer.body)")
        return address
    }

    private static var encoded: String {
        password.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func signIn(
        _ network: TestNetwork,
        _ email: String,
        _ more: [String: any Sendable] = [:]
    ) async throws -> TestAnswer {
        let body: [String: any Sendable] = ["email": email, "password": Self.password]
        return try await network.ask(
            .post,
            "/api/v1/sessions",
            as: nil,
            json: try Stranger.text(body.merging(more) { $1 })
        )
    }

    private func get(_ network: TestNetwork, _ path: String, _ token: String) async throws -> TestAnswer {
        try await network.ask(.get, "/api/v1/" + path, as: nil, headers: ["Authorization": "Bearer \(token)"])
    }

    @Test("A token may do less than its user, and only for a while")
    func scopes() async throws {
        try await TestNetwork.run { network in
            let email = try await account(network)
            let whole = try await signIn(network, email)
            #expect(whole.status == 201)
            let token = try whole.member("token")
            for path in ["people", "cases", "contacts", "referrals", "session"] {
                #expect(try await get(network, path, token).status == 200, "\(path)")
            }
            let narrow = try await signIn(network, email, ["scopes": ["contacts.read"], "expiresInSeconds": 60])
            #expect(narrow.status == 201, "\(narrow.body)")
            let few = try narrow.member("token")
            #expect(try await get(network, "contacts", few).status == 200)
            for path in ["people", "cases", "referrals", "statistics/table?rows=month"] {
                #expect(try await get(network, path, few).status == 404, "\(path)")
            }
            let said = try await get(network, "session", few)
            let rights = (said.json["rights"] as? [[String: String]] ?? []).compactMap { $0["right"] }
            #expect(Set(rights) == ["contacts.read", "api.use"])
            let until = try #require(try? narrow.member("expiresAt"))
            let reader = ISO8601DateFormatter()
            reader.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
            let expires = try #require(reader.date(from: until) ?? ISO8601DateFormatter().date(from: until))
            #expect((50...61).contains(expires.timeIntervalSinceNow))
        }
    }

    @Test("A scope grants nothing that the user may not do, and nonsense is named")
    func wrongScopes() async throws {
        try await TestNetwork.run { network in
            let email = try await account(network)
            let more = try await signIn(
                network,
                email,
                ["scopes": ["members.manage", "statistics.read", "people.read"]]
            )
            let token = try more.member("token")
            #expect(try await get(network, "people", token).status == 200)
            #expect(try await get(network, "statistics/table?rows=month", token).status == 404)
            for (body, field) in [
                (["scopes": ["everything"]], "scopes"), (["scopes": [String]()], "scopes"),
                (["expiresInSeconds": 59], "expiresInSeconds"), (["expiresInSeconds": 99_999_999], "expiresInSeconds"),
                (["scope": "people.read"], "scope"),
            ] as [([String: any Sendable], String)] {
                let answer = try await signIn(network, email, body)
                #expect(answer.status == 422 && answer.fields == [field], "\(body): \(answer.body)")
            }
        }
    }

    @Test("A token that was ended opens nothing")
    func ended() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            #expect(try await program.get("people").status == 200)
            #expect(try await program.delete("sessions").status == 204)
            #expect(try await program.get("people").status == 401)
        }
    }
}
