import Access
import App
import Domain
import Foundation
import HTTPTypes
import Testing

@Suite("The API's figures", .serialized)
struct FigureCallTests {
    @Test("A table counts what was recorded, and a small cell is null with its reason")
    func table() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network, as: .manager)
            for index in 0..<28 {
                // Twenty, and two small ones that together are large enough not to give each other away.
                let problem = index < 20 ? "unpaid_wages" : index < 24 ? "housing" : "debt"
                let answer = try await program.post(
                    "contacts",
                    ["channel": index % 2 == 0 ? "phone" : "visit", "language": "ru", "problems": [problem]]
                )
                #expect(answer.status == 201)
            }
            let table = try await program.get("statistics/table?measure=contacts&rows=problem")
            #expect(table.status == 200, "\(table.body)")
            let rows = try #require(table.json["rows"] as? [String])
            let cells = try #require(table.json["cells"] as? [[Any]])
            #expect(cells.count == rows.count)
            let wages = try #require(rows.firstIndex(of: "unpaid_wages"))
            #expect(cells[wages].first as? Int == 20, "\(table.body)")
            let small = try #require(rows.firstIndex(of: "housing"))
            #expect(cells[small].first is NSNull, "\(table.body)")
            #expect(table.json["hiddenReason"] as? String == "small")
            // What is hidden can't be had from the rest: one hidden cell and all totals would give it away.
            let hidden = cells.filter { $0.first is NSNull }.count
            #expect(hidden >= 2 || (table.json["total"] as? [Any])?.first is NSNull)
        }
    }

    @Test("Nobody else's facts are in an organisation's table, practice enters none")
    func own() async throws {
        try await TestNetwork.run { network in
            let practice = try await TestNetwork.organization("practice", network.installation, isPractice: true)
            try await TestNetwork.publish(network.installation)
            for organization in [network.second, practice] {
                let other = try await Stranger.of(organization, network, as: .manager)
                for _ in 0..<12 {
                    let answer = try await other.post(
                        "contacts",
                        ["channel": "phone", "language": "ru", "problems": ["housing"]]
                    )
                    #expect(answer.status == 201)
                }
            }
            let path = "statistics/table?measure=contacts&rows=problem"
            let first = try await Stranger.of(network.first, network, as: .manager).get(path)
            #expect((first.json["rows"] as? [String])?.contains("housing") != true, "\(first.body)")
            let second = try await Stranger.of(network.second, network, as: .researcher).get(path)
            #expect(second.body.contains("12"), "\(second.body)")
            let trained = try await Stranger.of(practice, network, as: .manager).get(path)
            #expect((trained.json["rows"] as? [String])?.contains("housing") != true, "\(trained.body)")
        }
    }

    @Test("Questions that no table answers, and a network's table with a filter, are refused at their parameter")
    func refusals() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network, as: .manager)
            for (query, field) in [
                ("measure=gossip&rows=problem", "measure"), ("rows=name", "rows"),
                ("rows=problem&columns=x", "columns"),
                ("rows=problem&from=2026-02-30", "from"), ("rows=problem&filter=name:x", "filter"),
                ("rows=problem&reach=network&filter=sex:female", "filter"),
            ] {
                let answer = try await program.get("statistics/table?\(query)")
                #expect(answer.status == 422 && answer.fields == [field], "\(query): \(answer.body)")
            }
            let caseworker = try await Stranger.of(network.first, network, as: .caseworker)
            #expect(try await caseworker.get("statistics/table?rows=problem").status == 404)
        }
    }
}
