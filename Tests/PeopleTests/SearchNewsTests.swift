import Access
import Database
import Domain
import Journal
import TestSupport
import Testing
import Vault

@testable import People

@Suite("What events change in the search")
struct SearchNewsTests {
    @Test(
        "Only the person whom an event is about is read, and only for whose event it is",
        arguments: TestEngine.available
    )
    func narrow(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (store, own, other) = (house.store, house.own.organization, house.other.organization)
            let first = try await house.create()
            let second = try await house.create(PeopleHouse.named("Токтогулова", "Бегимай"))
            _ = try await house.share(first, .summary)
            _ = try await house.share(second, .summary)
            func news(_ kind: String, _ organization: OrganizationID, _ id: PersonID?) async throws -> SearchNews {
                let event = Event(
                    kind: kind,
                    organization: organization,
                    subject: id?.retagged(),
                    at: house.clock.surroundings.now()
                )
                return try await house.database.read(.system) { try store.searchNews([event], on: $0) }
            }
            for kind in ["referral.accepted", "transfer.accepted", "authority.withdrawn", "person.shared"] {
                let none = try await news(kind, other, first)
                #expect(none.own.isEmpty && none.received.isEmpty && none.reloaded.isEmpty, "\(kind)")
            }
            let received = try await news("person.received", other, first)
            #expect(received.received.map(\.id) == [first])
            #expect(received.received.allSatisfy { $0.record != nil })
            #expect(received.own.isEmpty && received.reloaded.isEmpty)
            let changed = try await news("person.changed", own, second)
            #expect(changed.own.map(\.id) == [second])
            #expect(changed.received.isEmpty)
            // Nobody says whose record it is, so the whole shelf is read.
            let unknown = try await news("person.withdrawn", other, nil)
            #expect(unknown.reloaded[other]?.count == 2)
            #expect(unknown.reloaded[own] == nil)
        }
    }

    @Test(
        "One of many is taken back: it is gone in both processes the next moment, and the rest is there",
        arguments: TestEngine.available
    )
    func withdrawn(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (store, own, other) = (house.store, house.own, house.other)
            var grants: [(id: PersonID, grant: GrantID)] = []
            for number in 0..<30 {
                let id = try await house.create(PeopleHouse.named("Осмонова", "Айжамал", born: 1950 + number))
                grants.append((id, try await house.share(id, .summary).id))
            }
            try await house.searching { one in
                try await house.searching { two in
                    for search in [one, two] {
                        #expect(try await house.found("osmonova", search, as: other, limit: 50).count == 30)
                    }
                    let (id, grant) = grants[7]
                    try await house.write(as: own) { try store.revoke(id, grant, by: own, on: $0) }
                    for search in [one, two] {
                        let found = try await house.found("osmonova", search, as: other, limit: 50)
                        #expect(found.count == 29)
                        #expect(!found.contains { $0.id == id })
                        try await search.refresh()
                        // Not only shut by the database: the memory has forgotten it too.
                        #expect(search.remembered(id, by: other.organization) == false)
                    }
                }
            }
        }
    }

    @Test(
        "An organisation whose keys are lost finds nothing, and the others are not held up",
        arguments: TestEngine.available
    )
    func keysLost(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let id = try await house.create()
            _ = try await house.share(id, .summary)
            let other = house.other.organization
            try await house.searching { search in
                #expect(search.remembered(id, by: other))
                try await house.database.write(.system) { connection in
                    try connection.execute("DELETE FROM organization_key WHERE organization_id = \(other)")
                    try EventLog.append(
                        Event(kind: "person.received", organization: other, subject: id.retagged(), at: house.now),
                        on: connection
                    )
                }
                try await search.refresh()
                #expect(!search.remembered(id, by: other))
                #expect(try await house.found("osmonova", search, as: house.own).map(\.id) == [id])
            }
        }
    }
}

extension PeopleHouse {
    var now: Instant { clock.surroundings.now() }
}

extension PeopleSearch {
    /// Whether the memory has a record that others opened to an organisation.
    fileprivate func remembered(_ id: PersonID, by organization: OrganizationID) -> Bool {
        indexes.recipients(of: id).contains(organization)
    }
}
