import Access
import Database
import Domain
import Journal
import People
import TestSupport
import Testing
import Vault
import Web

@Suite("Finding people by any spelling")
struct PeopleSearchTests {
    @Test(
        "A name is found in another script, with a year, by a beginning, by a number",
        arguments: TestEngine.available
    )
    func spellings(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            try await house.searching { search in
                for typed in [
                    "Осмонова", "osmonova aijamal", "Aizhamal Osmonova", "осмон", "Осмонова 1987", "0700 123-456",
                ] {
                    let hits = try await house.found(typed, search, as: house.own)
                    #expect(hits.first?.id == id, "\(typed)")
                    #expect(hits.first?.name == "Осмонова Айжамал")
                }
                let hit = try #require(try await house.found("осмонова", search, as: house.own).first)
                let marked = hit.matched.compactMap { range in
                    String(decoding: Array(hit.name.utf8)[range], as: UTF8.self)
                }
                #expect(marked == ["Осмонова"])
                #expect(!hit.reasons.isEmpty)
                #expect(try await house.found("Токтогулов", search, as: house.own).isEmpty)
            }
        }
    }

    @Test("Whoever was just added, renamed or erased is found so by the next search", arguments: TestEngine.available)
    func following(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            try await house.searching { search in
                let id = try await house.create()
                #expect(try await house.found("osmonova", search, as: house.own).map(\.id) == [id])
                let (store, own, erasure) = (house.store, house.own, house.erasure)
                try await house.write(as: own) {
                    _ = try store.change(id, to: PeopleHouse.named("Токтогулова", "Бегимай"), from: 1, by: own, on: $0)
                }
                #expect(try await house.found("Токтогулова", search, as: own).map(\.id) == [id])
                #expect(try await house.found("osmonova", search, as: own).isEmpty)
                try await house.write(as: own) { _ = try store.erase(id, by: own, erasure, on: $0) }
                for typed in ["Токтогулова", "Begimai", "osmonova", "0700123456", "AN1234567", "1987"] {
                    #expect(try await house.found(typed, search, as: own).isEmpty, "\(typed)")
                }
                #expect(search.match(PeopleHouse.named("Токтогулова", "Бегимай"), of: own.organization).isEmpty)
            }
        }
    }

    @Test("Many who want to know the latest at a time all get it", arguments: TestEngine.available)
    func crowd(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            try await house.searching { search in
                for round in 1...20 {
                    _ = try await house.create(PeopleHouse.named("Осмонова", "Айжамал"))
                    try await withThrowingTaskGroup(of: Int.self) { group in
                        for _ in 0..<20 {
                            group.addTask {
                                try await search.refresh()
                                return try await house.found("osmonova", search, as: house.own, limit: 50).count
                            }
                        }
                        for try await count in group { #expect(count == round) }
                    }
                }
            }
        }
    }

    @Test("A few own among thousands of others' are all found, and no other", arguments: TestEngine.available)
    func visibility(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            try await house.createMany(2000, as: house.other) {
                PeopleHouse.named("Осмонова", "Айжамал", born: 1950 + $0 % 50)
            }
            try await house.createMany(100, as: house.own) {
                PeopleHouse.named("Осмонова", "Айжамал", born: 1950 + $0 % 50)
            }
            let scope = house.own.organization
            try await house.searching { search in
                let ten = try await house.found("osmonova aijamal", search, as: house.own)
                #expect(ten.count == 10)
                #expect(ten.allSatisfy { $0.owner == scope })
                let all = try await house.found("osmonova aijamal", search, as: house.own, limit: 200)
                #expect(Set(all.map(\.id)).count == 100)
                #expect(all.allSatisfy { $0.owner == scope })
            }
        }
    }

    @Test("A hundred people among twenty thousand of others' are found before the ten are cut")
    func visibilityAtSize() async throws {
        try await PeopleHouse.run(on: .sqlite) { house in
            let given = ["Айжамал", "Бермет", "Гүлнара", "Жылдыз", "Нургүл"]
            try await house.createMany(20_000, as: house.other) {
                PeopleHouse.named($0 % 2 == 0 ? "Осмонова" : "Осмонбекова", given[$0 % 5], born: 1950 + $0 % 50)
            }
            try await house.createMany(100, as: house.own) {
                PeopleHouse.named("Осмонова", given[$0 % 5], born: 1950 + $0 % 50)
            }
            let scope = house.own.organization
            try await house.searching { search in
                for typed in ["osmonova aijamal", "осм", "Osmonova 1950", "о", "осмонова ж"] {
                    let ten = try await house.found(typed, search, as: house.own)
                    #expect(!ten.isEmpty && ten.count <= 10, "\(typed)")
                    #expect(ten.allSatisfy { $0.owner == scope }, "\(typed)")
                }
                let all = try await house.found("osmonova", search, as: house.own, limit: 200)
                #expect(Set(all.map(\.id)).count == 100)
            }
        }
    }

    @Test("What is shared is found until it is taken back or ends", arguments: TestEngine.available)
    func sharing(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            try await house.searching { search in
                let (store, own, other) = (house.store, house.own, house.other)
                #expect(try await house.found("osmonova", search, as: other).isEmpty)
                let grant = try await house.share(id, .summary)
                #expect(try await house.found("osmonova", search, as: other).map(\.id) == [id])
                #expect(try await house.found("AN1234567", search, as: other).isEmpty)
                var renamed = PeopleHouse.aijamal
                renamed.identity.names = [PersonName(family: "Токтогулова", given: "Айжамал")]
                let details = renamed
                try await house.write(as: own) { _ = try store.change(id, to: details, from: 1, by: own, on: $0) }
                #expect(try await house.found("toktogulova", search, as: other).map(\.id) == [id])
                try await house.write(as: own) { try store.revoke(id, grant.id, by: own, on: $0) }
                #expect(try await house.found("toktogulova", search, as: other).isEmpty)
                _ = try await house.share(id, .summary, days: 1)
                #expect(try await house.found("toktogulova", search, as: other).count == 1)
                house.clock.advance(seconds: 86_400)
                #expect(try await house.found("toktogulova", search, as: other).isEmpty)
            }
        }
    }

    @Test("An office of a state finds its own records alone", arguments: TestEngine.available)
    func stateRecipient(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            _ = try await house.share(id, .full)
            let other = house.other
            try await house.searching { search in
                let before = try await house.found("osmonova", search, as: other)
                let offered = try await house.candidates(PeopleHouse.aijamal, search, as: other)
                #expect(before.count == 1)
                #expect(offered.count == 1)
                house.organizations.replace([
                    OrganizationDirectory.Entry(
                        id: other.organization,
                        code: "consulate",
                        names: [:],
                        defaultLanguage: "ky",
                        zone: "Asia/Bishkek",
                        isStateRecipient: true
                    )
                ])
                let after = try await house.found("osmonova", search, as: other)
                let hinted = try await house.candidates(PeopleHouse.aijamal, search, as: other)
                #expect(after.isEmpty)
                #expect(hinted.isEmpty)
            }
        }
    }

    @Test("Duplicates are offered with reasons; a name alone stays modest", arguments: TestEngine.available)
    func duplicates(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            try await house.searching { search in
                var again = PeopleHouse.named("Osmonova", "Aijamal")
                let byName = try await house.candidates(again, search, as: house.own)
                #expect(byName.allSatisfy { $0.score <= PeopleSearch.modestScore })
                again.documents = [PersonDocument(kind: .passport, number: "AN 1234567")]
                let byDocument = try #require(try await house.candidates(again, search, as: house.own).first)
                #expect(byDocument.id == id)
                #expect(byDocument.score > 0.9)
                #expect(byDocument.reasons.map(\.code).contains("same_document"))
                #expect(try await house.candidates(PeopleHouse.named("Rusu", "Ion"), search, as: house.own).isEmpty)
            }
        }
    }

    @Test(
        "Before it is filled the search says so, and exact numbers are found all the same",
        arguments: TestEngine.available
    )
    func warming(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let search = PeopleSearch(database: house.database, store: house.store, organizations: house.organizations)
            #expect(!search.readiness.isReady)
            #expect(try await house.found("+996700123456", search, as: house.own).map(\.id) == [id])
            #expect(try await house.found("osmonova", search, as: house.own).isEmpty)
        }
    }

    @Test(
        "Whatever is typed is answered",
        arguments: [
            "", " ", "о", "🙂👩‍👩‍👧", "\u{0}\u{7}\u{1B}[0m", "' OR 1=1 --",
            "<script>alert(1)</script>", "%_\\", "\u{202E}avonomsO", "00000000", "12 34 56",
        ]
    )
    func hostile(typed: String) async throws {
        try await PeopleHouse.run(on: .sqlite) { house in
            _ = try await house.create(PeopleHouse.named("<b>'; DROP TABLE person", typed))
            try await house.searching { search in
                _ = try await house.found(typed, search, as: house.own)
                #expect(try await house.found("Токтогулов", search, as: house.own).isEmpty)
                #expect(try await house.read(as: house.own) { try $0.count("SELECT COUNT(*) FROM person") } == 1)
            }
        }
    }

    @Test("Ten thousand letters are answered")
    func longText() async throws {
        try await PeopleHouse.run(on: .sqlite) { house in
            let id = try await house.create()
            try await house.searching { search in
                let long = String(repeating: "я", count: 10_000)
                let hits = try await house.found(long, search, as: house.own)
                #expect(hits.allSatisfy { $0.id == id })
                let named = try await house.found("osmonova", search, as: house.own)
                #expect(named.map(\.id) == [id])
            }
        }
    }
}
