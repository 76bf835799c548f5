import Access
import Database
import Domain
import Journal
import People
import TestSupport
import Testing
import Vault

@Suite("The register of people")
struct PeopleStoreTests {
    @Test("What was recorded is read back, and a change needs the present version", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let person = try await house.open(id, as: house.own)
            #expect(person.details == PeopleHouse.aijamal)
            var changed = PeopleHouse.aijamal
            changed.notes = "Звонить после 20:00"
            let (store, own, details) = (house.store, house.own, changed)
            let next = try await house.write(as: own) {
                try store.change(id, to: details, from: 1, by: own, on: $0)
            }
            #expect(next == 2)
            #expect(try await house.open(id, as: own).details == changed)
            await #expect(throws: PeopleError.stale(current: 2)) {
                try await house.write(as: own) { try store.change(id, to: details, from: 1, by: own, on: $0) }
            }
        }
    }

    @Test(
        "Another organisation finds nothing: no page, no line, no look-up, no change",
        arguments: TestEngine.available
    )
    func foreign(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let (store, other) = (house.store, house.other)
            await #expect(throws: PeopleError.notFound) { try await house.open(id, as: other) }
            let page = try await house.read(as: other) { try store.list(PeopleQuery(), for: other, on: $0) }
            #expect(page.items.isEmpty)
            #expect(try await house.read(as: other) { try store.count(for: other, on: $0) } == 0)
            let found = try await house.read(as: other) { connection in
                try store.lookUp(
                    phone: PhoneNumber("+996700123456"),
                    document: DocumentNumber("AN1234567"),
                    for: other,
                    on: connection
                )
            }
            #expect(found.isEmpty)
            await #expect(throws: PeopleError.notFound) {
                try await house.write(as: other) {
                    try store.change(id, to: PeopleHouse.aijamal, from: 1, by: other, on: $0)
                }
            }
        }
    }

    @Test("A grant opens its groups and no others, until it is taken back or ends", arguments: TestEngine.available)
    func sharing(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let grant = try await house.share(id, FieldGroups([.identity, .contact]))
            let seen = try await house.open(id, as: house.other)
            #expect(seen.details.displayName == "Осмонова Айжамал")
            #expect(seen.details.phones?.count == 1)
            #expect(seen.details.documents == nil)
            #expect(seen.details.notes == nil)
            let (store, own, other) = (house.store, house.own, house.other)
            let listed = try await house.read(as: other) {
                try store.list(PeopleQuery(box: .shared), for: other, on: $0)
            }
            #expect(listed.items.map(\.name) == ["Осмонова Айжамал"])
            try await house.write(as: own) { try store.revoke(id, grant.id, by: own, on: $0) }
            await #expect(throws: PeopleError.notFound) { try await house.open(id, as: other) }
            _ = try await house.share(id, .summary, days: 1)
            _ = try await house.open(id, as: other)
            house.clock.advance(seconds: 86_400)
            await #expect(throws: PeopleError.notFound) { try await house.open(id, as: other) }
        }
    }

    @Test("The exact number finds whoever has it, however it is typed", arguments: TestEngine.available)
    func lookUp(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let (store, own) = (house.store, house.own)
            let found = try await house.read(as: own) { connection in
                try store.lookUp(
                    phone: PhoneNumber("0700 123-456"),
                    document: DocumentNumber("аn 123 45 67"),
                    for: own,
                    on: connection
                )
            }
            #expect(found.map(\.item.id) == [id])
            #expect(found.first?.reasons == [.samePhone, .sameDocument])
            var withoutPhone = PeopleHouse.aijamal
            withoutPhone.phones = []
            let details = withoutPhone
            try await house.write(as: own) {
                _ = try store.change(id, to: details, from: 1, by: own, on: $0)
            }
            let gone = try await house.read(as: own) {
                try store.lookUp(phone: PhoneNumber("0700123456"), document: nil, for: own, on: $0)
            }
            #expect(gone.isEmpty)
        }
    }

    @Test("Pages follow each other by key and lose nobody", arguments: TestEngine.available)
    func paging(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            var ids: [PersonID] = []
            for _ in 0..<7 {
                house.clock.advance(seconds: 1)
                ids.append(try await house.create())
            }
            let (store, own) = (house.store, house.own)
            var seen: [PersonID] = []
            var before: PersonID?
            repeat {
                let query = PeopleQuery(before: before, limit: 3)
                let page = try await house.read(as: own) { try store.list(query, for: own, on: $0) }
                seen += page.items.map(\.id)
                before = page.hasOlder ? page.items.last?.id : nil
            } while before != nil
            #expect(seen == ids.reversed())
            let query = PeopleQuery(after: ids[3], limit: 3)
            let back = try await house.read(as: own) { try store.list(query, for: own, on: $0) }
            #expect(back.items.map(\.id) == [ids[6], ids[5], ids[4]])
            #expect(!back.hasNewer)
        }
    }

    @Test("Erased is gone for everybody, the next moment", arguments: TestEngine.available)
    func erasing(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            _ = try await house.share(id, .full)
            let (store, own, erasure) = (house.store, house.own, house.erasure)
            let certificate = try await house.write(as: own) { try store.erase(id, by: own, erasure, on: $0) }
            #expect(certificate.formerHolders == [house.other.organization])
            for principal in [own, house.other] {
                await #expect(throws: PeopleError.notFound) { try await house.open(id, as: principal) }
            }
            let traces = try await house.database.read(.system) { connection in
                try connection.count(
                    """
                    SELECT (SELECT COUNT(*) FROM person) + (SELECT COUNT(*) FROM record_key_wrap WHERE record_id = \(id))
                        + (SELECT COUNT(*) FROM blind_index)
                    """
                )
            }
            #expect(traces == 0)
            let report = try await JournalVerifier(stateReaders: [.people], key: nil).verify(house.database)
            #expect(report.isSound, "\(report.findings)")
        }
    }

    @Test("Erasing asks for the password again", arguments: TestEngine.available)
    func erasingNeedsStepUp(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let plain = Principal(
                user: house.own.user,
                organization: house.own.organization,
                role: .manager,
                session: house.own.session,
                csrfToken: "",
                dutyName: ""
            )
            let (store, erasure) = (house.store, house.erasure)
            await #expect(throws: PeopleError.notFound) {
                try await house.write(as: plain) { _ = try store.erase(id, by: plain, erasure, on: $0) }
            }
        }
    }

    @Test("An older value that was put back is found and refused", arguments: TestEngine.available)
    func olderValue(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            let old = try await house.database.read(.system) { connection in
                try connection.first("SELECT narrative FROM person WHERE id = \(id)") { try $0.blob(0) }
            }
            let narrative = try #require(old)
            var changed = PeopleHouse.aijamal
            changed.notes = "new"
            let (store, own, details) = (house.store, house.own, changed)
            try await house.write(as: own) { _ = try store.change(id, to: details, from: 1, by: own, on: $0) }
            try await house.database.write(.system) { connection in
                _ = try connection.execute("UPDATE person SET narrative = \(Blob(narrative)) WHERE id = \(id)")
            }
            await #expect(throws: PeopleError.tampered(id)) { try await house.open(id, as: own) }
            let report = try await JournalVerifier(stateReaders: [.people], key: nil).verify(house.database)
            #expect(report.findings.contains { $0.record == id.retagged() && $0.problem == .recordChanged })
        }
    }
}
