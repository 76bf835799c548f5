import Access
import Casework
import Database
import Domain
import TestSupport
import Testing
import Vault

/// The search hears of what a case opens by events about persons alone, so each change of a grant has one.
@Suite("Events of what a case opens")
struct SharedAccessEventTests {
    @Test(
        "More, less and nothing of a person each leave an event for the recipient, and what changes nothing none",
        arguments: TestEngine.available
    )
    func events(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, persons) = try await house.openCase()
            let person = try #require(persons.first)
            let clinic = house.clinic.organization
            func count(_ kind: String) async throws -> Int64 {
                try await house.database.read(.system) {
                    try $0.count(
                        """
                        SELECT COUNT(*) FROM event
                        WHERE organization_id = \(clinic) AND subject_id = \(person) AND kind = \(kind)
                        """
                    )
                }
            }
            let little = try await house.give(house.draft(to: house.clinic, FieldGroups([.identity])), in: id)
            let referral = try await house.send(id, to: house.clinic, by: little)
            _ = try await house.accept(referral, as: house.clinic)
            let begun = try await count("person.received")
            #expect(begun >= 1)
            let more = try await house.give(
                house.draft(to: house.clinic, FieldGroups([.identity, .contact])),
                in: id
            )
            #expect(try await house.opens(person.retagged(), as: house.clinic) == FieldGroups([.identity, .contact]))
            #expect(try await count("person.received") == begun + 1)
            try await house.withdraw(more, in: id)
            #expect(try await house.opens(person.retagged(), as: house.clinic) == FieldGroups([.identity]))
            #expect(try await count("person.received") == begun + 2)
            #expect(try await count("person.withdrawn") == 0)
            try await house.withdraw(little, in: id)
            #expect(try await house.opens(person.retagged(), as: house.clinic) == [])
            #expect(try await count("person.withdrawn") == 1)
            #expect(try await count("person.received") == begun + 2)
        }
    }
}
