import Access
import Database
import Domain
import Journal
import People
import TestSupport
import Testing
import Vault

@Suite("Everything that is recorded of a person")
struct PersonDetailsTests {
    /// Somebody with every part of a record filled.
    static let full: PersonDetails = {
        var details = PeopleHouse.aijamal
        details.identity.alias = "Айка"
        details.identity.isBirthEstimated = true
        details.identity.homeRegion = "KG-O"
        details.identity.homePlace = "Кара-Суу"
        details.identity.languages = ["ky", "ru"]
        details.phones = [
            PersonPhone(number: "+996700123456", note: "сестра", owner: .relative, messenger: "WhatsApp")
        ]
        details.documents = [
            PersonDocument(
                kind: .passport,
                number: "AN1234567",
                state: .withheld,
                heldBy: "ООО Стройка",
                since: PartialDate(year: 2026, month: 3)
            )
        ]
        details.safety = PersonSafety(
            contact: SafeContact(
                channel: .messenger,
                fromMinute: 1200,
                untilMinute: 1320,
                zone: "Europe/Moscow",
                codeWord: "Ала-Тоо",
                neverLeaveMessage: true,
                neutralSender: true,
                note: "муж читает сообщения"
            ),
            wishes: PersonWishes(womanLawyer: true, doNotTellMyState: true, interpreter: .wanted),
            marks: [.politicalDanger, .asylum]
        )
        details.circle = [
            Relative(name: "Осмонов Нурлан", relation: .sibling, phone: "+996555000111", rule: .aliveAndWell)
        ]
        details.stays = PersonStays(
            stays: [Stay(country: "RU", enteredOn: "2025-03", basis: .workPermit, permitUntil: "2026-03-01")],
            detentions: [Detention(place: "ЦВСИГ", heldFrom: "2026-02-01", hadLawyer: true, consul: .refused)]
        )
        details.vulnerability = PersonVulnerability(codes: [.violence, .pregnant], note: "седьмой месяц")
        details.places = [
            PersonPlace(
                kind: .shelter,
                text: "ул. Тихая, 1",
                purpose: "приезд врача",
                expiresOn: CivilDate(iso: "2027-02-01")
            )
        ]
        return details
    }()

    @Test("Comes back as it was recorded, with nothing of it readable on the disk", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create(Self.full)
            #expect(try await house.open(id, as: house.own).details == Self.full)
            let report = try await JournalVerifier(stateReaders: [.people], key: nil).verify(house.database)
            #expect(report.isSound, "\(report.findings)")
            let columns = try await house.database.read(.system) { connection in
                try connection.first(
                    "SELECT safety, circle, stays, vulnerability, places FROM person WHERE id = \(id)"
                ) { row in try (0...4).map { try row.blob($0) } }
            }
            for bytes in try #require(columns) {
                #expect(String(decoding: bytes, as: UTF8.self).contains("Ала-Тоо") == false)
                #expect(bytes.count > 30)
            }
        }
    }

    @Test("A changed safety rule in the row is found and refused", arguments: TestEngine.available)
    func tampered(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create(Self.full)
            try await house.database.write(.system) { connection in
                _ = try connection.execute("UPDATE person SET safety = NULL WHERE id = \(id)")
            }
            await #expect(throws: PeopleError.tampered(id)) { try await house.open(id, as: house.own) }
        }
    }

    @Test("A recipient sees the granted groups and no place after its time", arguments: TestEngine.available)
    func groups(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create(Self.full)
            let grant = try await house.share(id, .summary, days: 60)
            let summary = try await house.open(id, as: house.other).details
            #expect(summary.safety == nil && summary.circle == nil && summary.stays == nil)
            #expect(summary.vulnerability == nil && summary.places == nil)
            let (store, own) = (house.store, house.own)
            try await house.write(as: own) { try store.revoke(id, grant.id, by: own, on: $0) }
            _ = try await house.share(id, FieldGroups([.identity, .contact, .safeContact]), days: 60)
            let shared = try await house.open(id, as: house.other).details
            #expect(shared.safety == Self.full.safety)
            #expect(shared.circle == Self.full.circle)
            #expect(shared.places == Self.full.places)
            #expect(shared.vulnerability == nil)
            house.clock.advance(seconds: 86_400 * 20)
            #expect(try await house.open(id, as: house.other).details.places == [])
            #expect(try await house.open(id, as: house.own).details.places?.count == 1)
            try await house.write(as: own) { _ = try store.change(id, to: Self.full, from: 1, by: own, on: $0) }
            #expect(try await house.open(id, as: own).details.places == [])
        }
    }

    @Test("An imported person is shared under a recorded authority only", arguments: TestEngine.available)
    func imported(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (store, own, other) = (house.store, house.own, house.other)
            let id = try await house.write(as: own) {
                try store.create(PeopleHouse.aijamal, by: own, on: $0, isImported: true)
            }
            #expect(try await house.open(id, as: own).isImported)
            await #expect(throws: PeopleError.importedWithoutAuthority) { try await house.share(id, .full) }
            let authority: AuthorityID = house.clock.surroundings.newID()
            let end = house.clock.surroundings.now().advanced(bySeconds: 86_400)
            _ = try await house.write(as: own) { connection in
                try store.share(
                    id,
                    GrantDraft(
                        record: id.retagged(),
                        recipient: other.organization,
                        groups: .summary,
                        purpose: "legal_aid",
                        expiresAt: end
                    ),
                    by: own,
                    on: connection,
                    underAuthority: authority
                )
            }
            #expect(try await house.open(id, as: other).details.displayName == "Осмонова Айжамал")
            // The mark is part of what the journal holds.
            try await house.database.write(.system) { connection in
                _ = try connection.execute("UPDATE person SET is_imported = 0 WHERE id = \(id)")
            }
            await #expect(throws: PeopleError.tampered(id)) { try await house.open(id, as: own) }
        }
    }

    @Test("A record that is taken over is its new owner's alone", arguments: TestEngine.available)
    func takeOver(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create(Self.full)
            _ = try await house.share(id, .full)
            let (store, own, other) = (house.store, house.own, house.other)
            let ended = try await house.database.write(.system) { connection in
                try store.takeOver(id, from: own.organization, by: other, on: connection)
            }
            #expect(ended.count == 1)
            #expect(try await house.open(id, as: other).details == Self.full)
            await #expect(throws: PeopleError.notFound) { try await house.open(id, as: own) }
            let found = try await house.read(as: other) {
                try store.lookUp(phone: PhoneNumber("+996700123456"), document: nil, for: other, on: $0)
            }
            #expect(found.map(\.item.id) == [id])
            let report = try await JournalVerifier(stateReaders: [.people], key: nil).verify(house.database)
            #expect(report.isSound, "\(report.findings)")
        }
    }

    @Test("What the form shows for a change gives the same record when nothing is changed")
    func formRoundTrip() throws {
        let input = PersonInput(Self.full)
        let now = Instant(milliseconds: 1_800_000_000_000)
        #expect(try PersonRules.details(of: input, now: now).get() == Self.full)
        #expect(try PersonRules.details(of: PersonInput(PeopleHouse.aijamal), now: now).get() == PeopleHouse.aijamal)
    }
}
