import Access
import Database
import Domain
@testable import Hotline
import TestSupport
import Testing
import Vault
import Web

@Suite("Half-done contacts")
struct DraftStoreTests {
    private static func state(_ house: HotlineHouse, _ summary: String) -> ConsoleState {
        var state = ConsoleState(startedAt: house.clock.surroundings.now(), language: "ky", zone: "Asia/Bishkek")
        state.summary = summary
        state.problems = ["unpaid_wages"]
        return state
    }

    @Test("A draft survives, is sealed, and keeps its id as a contact", arguments: TestEngine.available)
    func survives(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (drafts, own) = (DraftStore(contacts: house.store), house.own)
            let id: ContactID = Surroundings.system.newID()
            for summary in ["Айлык", "Айлык бербей жатат"] {
                let state = Self.state(house, summary)
                try await house.write(as: own) { try drafts.save(state, of: id, by: own, on: $0) }
            }
            let found = try await house.read(as: own) { try drafts.open(id, for: own, on: $0) }
            #expect(found?.state.summary == "Айлык бербей жатат" && found?.version == 2)
            let raw = try await house.database.read(.system) {
                try $0.first("SELECT body FROM contact_draft") { try $0.blob(0) }
            }
            #expect(raw?.isEmpty == false && !String(decoding: raw ?? [], as: UTF8.self).contains("unpaid_wages"))
            let other = house.other
            #expect(try await house.read(as: other) { try drafts.open(id, for: other, on: $0) } == nil)
            let foreign = Self.state(house, "x")
            await #expect(throws: HotlineError.notFound) {
                try await house.write(as: other) { try drafts.save(foreign, of: id, by: other, on: $0) }
            }
            var draft = try HotlineHouse.wages()
            draft.id = id
            #expect(try await house.save(draft).id == id)
            #expect(try await house.read(as: own) { try drafts.open(id, for: own, on: $0) } == nil)
            // A save that was under way when the contact was finished brings nothing back.
            await #expect(throws: HotlineError.notFound) {
                try await house.write(as: own) { try drafts.save(foreign, of: id, by: own, on: $0) }
            }
        }
    }

    @Test("A colleague takes over what is parked or left, not what is being written", arguments: TestEngine.available)
    func takeOver(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (drafts, own, colleague) = (DraftStore(contacts: house.store), house.own, house.colleague)
            let id: ContactID = Surroundings.system.newID()
            let state = Self.state(house, "…")
            try await house.write(as: own) { try drafts.save(state, of: id, by: own, on: $0) }
            await #expect(throws: HotlineError.stale) {
                try await house.write(as: colleague) { try drafts.take(id, by: colleague, on: $0) }
            }
            try await house.write(as: own) { try drafts.park(id, by: own, on: $0) }
            try await house.write(as: colleague) { try drafts.take(id, by: colleague, on: $0) }
            // What the first one's open page still saves doesn't overwrite the colleague's work.
            await #expect(throws: HotlineError.stale) {
                try await house.write(as: own) { try drafts.save(state, of: id, by: own, on: $0) }
            }
            house.clock.advance(seconds: DraftStore.abandonedAfter + 1)
            try await house.write(as: own) { try drafts.take(id, by: own, on: $0) }
            #expect(try await house.read(as: own) { try drafts.open(id, for: own, on: $0) }?.user == own.user)
        }
    }

    @Test("A discarded draft's key is gone with it", arguments: TestEngine.available)
    func discarded(engine: TestEngine) async throws {
        try await HotlineHouse.run(on: engine) { house in
            let (drafts, own, store, erasure) = (
                DraftStore(contacts: house.store), house.own, house.store, house.erasure
            )
            let id: ContactID = Surroundings.system.newID()
            let state = Self.state(house, "…")
            try await house.write(as: own) { try drafts.save(state, of: id, by: own, on: $0) }
            try await house.write(as: own) { try store.discard(id, by: own, erasure, on: $0) }
            #expect(try await house.count("SELECT COUNT(*) FROM record_key_wrap WHERE record_id = \(id)") == 0)
            #expect(try await house.count("SELECT COUNT(*) FROM contact_draft") == 0)
        }
    }

    @Test("What a form sends never says how somebody was checked")
    func checksAreOurs() {
        var state = ConsoleState(startedAt: Instant(milliseconds: 0), language: "ky", zone: "UTC")
        let person = PersonID(high: 1, low: 2).text
        state.members = [.init(person: person, role: "caller", check: .notDone)]
        state.read(
            FormData([
                .init("role." + person, "concerned"), .init("check." + person, "code_word"),
                .init("members", "code_word"), .init("problems", "unpaid_wages"),
            ])
        )
        #expect(state.members == [.init(person: person, role: "concerned", check: .notDone)])
        #expect(state.problemCodes.map(\.rawValue) == ["unpaid_wages"])
    }
}
