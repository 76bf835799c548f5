import Access
import App
import Database
import Domain
import Foundation
import HTTPTypes
import People
import Testing

@Suite("The API's people, contacts and cases", .serialized)
struct RecordCallTests {
    @Test("A person that may be known already is made, and the likeness is told with its reasons")
    func people() async throws {
        try await TestNetwork.run { network in
            // How much a name says depends on how many bear it, so the register holds more than these two.
            let owner = try await TestNetwork.principal(.caseworker, in: network.first, network.installation)
            for family in ["Абдиев", "Бекова", "Ганиев", "Джумаев", "Ережепов", "Жапаров", "Зиёев", "Исаева"] {
                for ending in ["", "бек", "хан", "бай", "алиев"] {
                    _ = try await TestNetwork.newPerson(family + ending, owner, network.installation)
                }
            }
            let search = network.installation.rooms.search
            let following = Task { try await search.run() }
            defer { following.cancel() }
            while !search.readiness.isReady { try await Task.sleep(for: .milliseconds(5)) }
            let program = try await Stranger.of(network.first, network)
            let body: [String: any Sendable] = [
                "names": [["family": "Токтогулова", "given": "Айгүл"]], "birthDate": "1990-04-12", "sex": "female",
                "citizenship": "KG", "phones": ["+996 700 31 22 11"],
                "documents": [["type": "passport", "number": "AN1234567"]],
            ]
            let first = try await program.post("people", body)
            #expect(first.status == 201, "\(first.body)")
            #expect((first.json["possibleDuplicates"] as? [Any])?.isEmpty == true)
            try await search.refresh()
            let again = try await program.post(
                "people",
                ["names": [["family": "Toktogulova", "given": "Aigul"]], "birthDate": "1990-04-12"]
            )
            #expect(again.status == 201)
            let likely = try #require(again.json["possibleDuplicates"] as? [[String: Any]])
            #expect(likely.first?["id"] as? String == first.json["id"] as? String, "\(again.body)")
            #expect((likely.first?["reasons"] as? [String])?.isEmpty == false)
            #expect(((likely.first?["score"] as? Double) ?? 0) > 0)
            // Nothing was joined: both are there.
            #expect(try again.member("id") != first.member("id"))
            try await search.refresh()
            let found = try await program.get("people?q=Toktogulova&limit=5")
            #expect((found.json["items"] as? [[String: Any]])?.count == 2, "\(found.body)")
            let foreign = try await Stranger.of(network.second, network).get("people/\(try first.member("id"))")
            #expect(foreign.status == 404)
        }
    }

    @Test("A contact is made once: by its task for ever, by its key for a day; another body under the key is refused")
    func contacts() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network, as: .operator)
            let body: [String: any Sendable] = [
                "taskId": "task-1", "channel": "phone", "language": "ky", "problems": ["unpaid_wages", "debt"],
                "personId": network.own.text, "summary": "Три месяца без зарплаты", "outcome": "advised",
                "hostCountry": "RU", "region": "RU-MOW", "occurredAt": "2026-03-12T08:30:00Z",
            ]
            let made = try await program.post("contacts", body)
            #expect(made.status == 201, "\(made.body)")
            let repeated = try await program.post("contacts", body)
            #expect(repeated.status == 200)
            #expect(try repeated.member("id") == made.member("id"))
            #expect(repeated.json["number"] as? String == made.json["number"] as? String)
            // Another organisation's task may be called the same.
            let other = try await Stranger.of(network.second, network, as: .operator)
            let theirs = try await other.post("contacts", body.filter { $0.key != "personId" })
            #expect(theirs.status == 201)

            let shown = try await program.get("contacts/\(try made.member("id"))")
            #expect(shown.json["problems"] as? [String] == ["unpaid_wages", "debt"])
            #expect(shown.json["summary"] as? String == "Три месяца без зарплаты")
            #expect(try await other.get("contacts/\(try made.member("id"))").status == 404)

            let keyed: [String: any Sendable] = ["channel": "visit", "language": "ru", "problems": ["housing"]]
            let first = try await program.post("contacts", keyed, key: "k-1")
            let second = try await program.post("contacts", keyed, key: "k-1")
            #expect(first.status == 201)
            #expect(try second.member("id") == first.member("id"))
            let changed = try await program.post("contacts", keyed.merging(["summary": "x"]) { $1 }, key: "k-1")
            #expect(changed.status == 409 && changed.json["code"] as? String == "idempotency_key_reused")
            // The key is the organisation's own.
            let free = try await other.post("contacts", keyed.merging(["summary": "x"]) { $1 }, key: "k-1")
            #expect(free.status == 201)
            let list = try await program.get("contacts?limit=50")
            #expect((list.json["items"] as? [Any])?.count == 2)
        }
    }

    @Test("Eight senders of one task at once make one contact")
    func doubleSubmits() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network, as: .operator)
            let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await program.post(
                            "contacts",
                            ["taskId": "same", "channel": "phone", "language": "ru", "problems": ["information"]]
                        )
                    }
                }
                return try await group.reduce(into: [TestAnswer]()) { $0.append($1) }
            }
            #expect(answers.map(\.status).sorted() == [200, 200, 200, 200, 200, 200, 200, 201])
            #expect(Set(try answers.map { try $0.member("id") }).count == 1)
        }
    }

    @Test("A case is changed by its fields: without a tag 428, an older tag of the same field 412, of another applied")
    func casesAndTags() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            let body: [String: any Sendable] = [
                "personId": network.own.text, "problems": ["unpaid_wages", "documents_withheld"], "summary": "Стройка",
            ]
            let made = try await program.post("cases", body, key: "case-1")
            #expect(made.status == 201, "\(made.body)")
            let again = try await program.post("cases", body, key: "case-1")
            #expect(try again.member("id") == made.member("id"))
            let other = body.merging(["problems": ["debt"]]) { $1 }
            #expect(try await program.post("cases", other, key: "case-1").status == 409)
            let id = try made.member("id")
            #expect(try made.member("number").contains("-"))

            let shown = try await program.get("cases/\(id)")
            let tag = try #require(shown.headers[.eTag])
            #expect(shown.json["status"] as? String == "open")
            #expect(try await program.patch("cases/\(id)", ["risk": "high"], ifMatch: nil).status == 428)
            let changed = try await program.patch("cases/\(id)", ["risk": "high"], ifMatch: tag)
            #expect(changed.status == 200 && changed.json["risk"] as? String == "high", "\(changed.body)")
            let stale = try await program.patch("cases/\(id)", ["risk": "normal", "summary": "X"], ifMatch: tag)
            #expect(stale.status == 412 && stale.fields == ["risk"], "\(stale.body)")
            let applied = try await program.patch("cases/\(id)", ["summary": "Стройка в Химках"], ifMatch: tag)
            #expect(applied.status == 200, "\(applied.body)")
            #expect(applied.json["summary"] as? String == "Стройка в Химках")
            #expect(applied.json["risk"] as? String == "high")
            let newest = try #require(applied.headers[.eTag])
            let fresh = try await program.patch("cases/\(id)", ["risk": "normal"], ifMatch: newest)
            #expect(fresh.status == 200 && fresh.json["risk"] as? String == "normal")
        }
    }

    @Test("Closing takes an outcome and what was recovered; closing twice is told; the figures move")
    func closing() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network)
            let id = try await program.openCase(network.own.text)
            let refused = try await program.post("cases/\(id)/close", ["outcome": "won"])
            #expect(refused.status == 422 && refused.fields == ["outcome"], "\(refused.body)")
            let body: [String: any Sendable] = [
                "outcome": "solved",
                "recovered": [
                    ["amount": "45000", "currency": "RUB"] as [String: any Sendable],
                    ["amount": 120.5, "currency": "USD"] as [String: any Sendable],
                ],
            ]
            for wrong in ["-5", "x", "1e999"] {
                let answer = try await program.post(
                    "cases/\(id)/close",
                    ["outcome": "solved", "recovered": [["amount": wrong, "currency": "RUB"]]]
                )
                #expect(answer.status == 422 && answer.fields == ["recovered"], "\(wrong): \(answer.body)")
            }
            let closed = try await program.post("cases/\(id)/close", body, key: "close-1")
            #expect(closed.status == 200 && closed.json["status"] as? String == "closed", "\(closed.body)")
            #expect(try await program.post("cases/\(id)/close", body, key: "close-1").status == 200)
            #expect(try await program.post("cases/\(id)/close", body).status == 409)
            let sums = try await network.installation.database.read(.system) { connection in
                try connection.rows(
                    """
                    SELECT currency, amount FROM fact WHERE kind = 'outcome' AND amount_kind = 'recovered'
                    ORDER BY currency
                    """
                ) { "\(try $0.text(0)) \(try $0.integer(1))" }
            }
            #expect(sums == ["RUB 4500000", "USD 12050"])
        }
    }

    @Test("The exchange announces a call; saying so again changes nothing")
    func calls() async throws {
        try await TestNetwork.run { network in
            let program = try await Stranger.of(network.first, network, as: .operator)
            let body: [String: any Sendable] = [
                "callId": "17.1", "from": "+996555123456", "to": "+73432000000", "event": "ringing",
            ]
            let first = try await program.post("telephony/calls", body)
            let second = try await program.post("telephony/calls", body)
            #expect(first.status == 200, "\(first.body)")
            #expect(try first.member("id") == second.member("id"))
            let wrong = try await program.post("telephony/calls", body.merging(["event": "singing"]) { $1 })
            #expect(wrong.status == 422 && wrong.fields == ["event"])
        }
    }
}
