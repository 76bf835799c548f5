import Access
import Database
import Domain
import Facts
import Hotline
import People
import TestSupport
import Testing
import Vault

@Suite("The log of contacts")
struct ContactStoreTests {
    @Test("What was recorded is read back; all five questions are there", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let person = try await house.createPerson()
            var draft = try HotlineHouse.wages()
            draft.members = [ContactMember(person, .caller, check: .codeWord)]
            let saved = try await house.save(draft)
            #expect(saved.isNew && saved.number == 1)
            let contact = try await house.open(saved.id)
            #expect(contact.problems == draft.problems)
            #expect(contact.members == draft.members)
            #expect(contact.narrative.summary == draft.narrative.summary)
            #expect(contact.caller.number == "+996555123456")
            #expect(contact.narrative.answers.count == StandingQuestion.allCases.count)
            #expect(contact.narrative.answer(.papersHeld) == .yes)
            #expect(contact.narrative.answer(.violence) == .notAsked)
            house.clock.advance(seconds: 60)
            #expect(try await house.save(draft).number == 2)
            let (store, own) = (house.store, house.own)
            let story = try await house.read(as: own) { try store.contacts(of: person, for: own, on: $0) }
            #expect(story.map(\.number) == [2, 1])
            #expect(story.first?.summary == "Айлык бербей жатат. Паспортун алып койгон.")
        }
    }

    @Test("Exactly one problem is the primary one", arguments: TestEngine.available)
    func primary(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            var draft = try HotlineHouse.wages()
            draft.problems += draft.problems
            let saved = try await house.save(draft)
            #expect(try await house.open(saved.id).problems.count == 2)
            let primaries = try await house.count("SELECT COUNT(*) FROM contact_problem WHERE problem_rank = 'primary'")
            #expect(primaries == 1)
            await #expect(throws: DatabaseError.self) {
                try await house.write(as: house.own) {
                    try $0.execute("UPDATE contact_problem SET problem_rank = 'primary'")
                }
            }
        }
    }

    @Test("A repeated task makes one contact, in each organisation its own", arguments: TestEngine.available)
    func repeated(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            var draft = try HotlineHouse.wages()
            draft.taskID = "call-17"
            let first = try await house.save(draft)
            draft.narrative.summary = "anything else"
            let second = try await house.save(draft)
            #expect(second.id == first.id && !second.isNew && second.number == first.number)
            let foreign = try await house.save(draft, as: house.other)
            #expect(foreign.isNew && foreign.id != first.id)
            #expect(try await house.count("SELECT COUNT(*) FROM contact") == 2)
            #expect(try await house.count("SELECT COUNT(*) FROM fact WHERE kind = 'contact'") == 2)
        }
    }

    @Test("Facts are written with the contact: itself, and each problem with its rank", arguments: TestEngine.available)
    func facts(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let person = try await house.createPerson()
            var draft = try HotlineHouse.wages()
            draft.members = [ContactMember(person, .caller)]
            draft.codes = [.sector: "construction"]
            _ = try await house.save(draft)
            let rows = try await house.database.read(.system) { connection in
                try connection.rows(
                    """
                    SELECT kind, problem, problem_rank, sex, citizenship, host_region, sector, age_group FROM fact
                    ORDER BY kind, problem_rank
                    """
                ) { row in try (0..<8).map { try row.textOrNil($0) ?? "" } }
            }
            let shared = ["female", "KG", "RU-SVE", "construction", "35-44"]
            #expect(
                rows == [
                    ["contact", "unpaid_wages", "primary"] + shared, ["problem", "unpaid_wages", "primary"] + shared,
                    ["problem", "documents_withheld", "secondary"] + shared,
                ]
            )
        }
    }

    @Test("Another organisation finds nothing, and its people can't be named", arguments: TestEngine.available)
    func foreign(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let saved = try await house.save(try HotlineHouse.wages())
            let (store, other) = (house.store, house.other)
            await #expect(throws: HotlineError.notFound) { try await house.open(saved.id, as: other) }
            let page = try await house.read(as: other) { try store.list(ContactQuery(), for: other, on: $0) }
            #expect(page.items.isEmpty)
            let found = try await house.read(as: other) {
                try store.find(callerNumber: "+996555123456", for: other, on: $0)
            }
            #expect(found.isEmpty)
            let person = try await house.createPerson(as: other)
            var draft = try HotlineHouse.wages()
            draft.members = [ContactMember(person, .caller)]
            await #expect(throws: HotlineError.personNotFound(index: 0)) { try await house.save(draft) }
        }
    }

    @Test("Pages follow one another without gap or repetition, under every filter", arguments: TestEngine.available)
    func paging(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let wages = try HotlineHouse.wages()
            for index in 0..<7 {
                var draft = wages
                draft.channel = index.isMultiple(of: 2) ? .phone : .visit
                // Two at the same instant: the id decides.
                draft.occurredAt = Instant(milliseconds: 1_700_000_000_000 + Int64(index / 2) * 1000)
                _ = try await house.save(draft)
            }
            let (store, own) = (house.store, house.own)
            var queries = [ContactQuery(limit: 2), ContactQuery(limit: 2), ContactQuery(limit: 2)]
            queries[1].channel = .phone
            queries[2].problem = wages.problems[1]
            for (query, expected) in zip(queries, [7, 4, 7]) {
                var seen: [ContactID] = []
                var next = query
                var pages = 0
                repeat {
                    let page = try await house.read(as: own) { [next] in try store.list(next, for: own, on: $0) }
                    seen += page.items.map(\.id)
                    pages += 1
                    guard page.hasOlder, let last = page.items.last else { break }
                    next.before = ContactQuery.Place(occurredAt: last.occurredAt, id: last.id)
                } while pages < 10
                #expect(seen.count == expected && Set(seen).count == expected)
            }
        }
    }

    @Test("A return code finds the earlier contact; naming later joins it", arguments: TestEngine.available)
    func returnCode(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            var first = try HotlineHouse.wages()
            first.narrative.returnCode = ReturnCodes.make(.system)
            let code = try #require(first.narrative.returnCode)
            let saved = try await house.save(first)
            let (store, own) = (house.store, house.own)
            let found = try await house.read(as: own) {
                try store.find(returnCode: code.lowercased(), for: own, on: $0)
            }
            #expect(found.map(\.id) == [saved.id])
            let person = try await house.createPerson()
            var second = try HotlineHouse.wages()
            second.thread = saved.id
            second.members = [ContactMember(person, .caller, check: .newlyRecorded)]
            _ = try await house.save(second)
            #expect(try await house.open(saved.id).members.isEmpty)
            second.joinsThread = true
            _ = try await house.save(second)
            #expect(try await house.open(saved.id).members.map(\.person) == [person])
        }
    }

    @Test("Imported links are provisional and the contact says where it is from", arguments: TestEngine.available)
    func imported(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let person = try await house.createPerson()
            var draft = try HotlineHouse.wages()
            draft.members = [ContactMember(person, .caller)]
            draft.occurredAt = Instant(milliseconds: 1_500_000_000_000)
            let (store, own, ready) = (house.store, house.own, draft)
            let saved = try await house.write(as: own) {
                try store.importContact(ready, from: Surroundings.system.newID(), by: own, on: $0)
            }
            let contact = try await house.open(saved.id)
            #expect(contact.isImported && contact.members.allSatisfy(\.isProvisional))
            #expect(contact.occurredAt.milliseconds == 1_500_000_000_000)
        }
    }

    @Test("An erased contact is gone; its facts stay and lead nowhere", arguments: TestEngine.available)
    func erased(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let saved = try await house.save(try HotlineHouse.wages())
            let link = try await house.database.read(.system) {
                try $0.first("SELECT link FROM fact LIMIT 1") { try $0.blob(0) }
            }
            let (store, own, erasure) = (house.store, house.own, house.erasure)
            try await house.write(as: own) { try store.erase(saved.id, by: own, erasure, on: $0) }
            await #expect(throws: HotlineError.notFound) { try await house.open(saved.id) }
            #expect(try await house.count("SELECT COUNT(*) FROM contact_problem") == 0)
            #expect(try await house.count("SELECT COUNT(*) FROM fact") == 3)
            let after = try await house.database.read(.system) {
                try $0.first("SELECT link FROM fact LIMIT 1") { try $0.blob(0) }
            }
            #expect(link != after)
        }
    }

    @Test("A row that was tampered with is refused", arguments: TestEngine.available)
    func tampered(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let saved = try await house.save(try HotlineHouse.wages())
            try await house.write(as: house.own) {
                _ = try $0.execute("UPDATE contact SET urgency = 'emergency' WHERE id = \(saved.id)")
            }
            await #expect(throws: HotlineError.tampered(saved.id)) { try await house.open(saved.id) }
        }
    }
}
