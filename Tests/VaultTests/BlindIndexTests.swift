import Database
import Domain
import Testing
import Vault

@Suite("Blind indexes")
struct BlindIndexTests {
    @Test func findsExactlyWhatWasNoted() async throws {
        try await withFixture { fixture in
            let (first, second) = (fixture.newRecordID(), fixture.newRecordID())
            try await fixture.write(fixture.owner) { keyring, connection in
                let index = try keyring.blindIndex(on: connection)
                try index.add(["+996555111222", "+996555111222"], .phone, to: first, on: connection)
                try index.add(["+996555111222", "+79160000000"], .phone, to: second, on: connection)
                try index.add(["AH123"], .document, to: first, on: connection)
            }
            #expect(try await find(fixture, .phone, "+996555111222") == [first, second].sorted())
            #expect(try await find(fixture, .phone, "+79160000000") == [second])
            #expect(try await find(fixture, .document, "AH123") == [first])
            #expect(try await find(fixture, .phone, "AH123") == [])
            #expect(try await find(fixture, .email, "+79160000000") == [])
        }
    }

    @Test func anotherOrganizationFindsNothingAndHasOtherTags() async throws {
        try await withFixture { fixture in
            let record = fixture.newRecordID()
            try await fixture.write(fixture.owner) { keyring, connection in
                try keyring.blindIndex(on: connection).add(["+79160000000"], .phone, to: record, on: connection)
            }
            #expect(try await find(fixture, .phone, "+79160000000", as: fixture.stranger) == [])
            var tags: Set<[UInt8]> = []
            for organization in [fixture.owner, fixture.stranger] {
                for kind in BlindIndexKind.allCases {
                    let tag = try await fixture.read(organization) { keyring, connection in
                        try keyring.blindIndex(on: connection).tags(kind, "+79160000000").map(\.bytes)
                    }
                    #expect(tag.map(\.count) == [BlindIndex.tagByteCount])
                    tags.formUnion(tag)
                }
            }
            #expect(tags.count == 2 * BlindIndexKind.allCases.count)
        }
    }

    @Test func replacingAndRemoving() async throws {
        try await withFixture { fixture in
            let record = fixture.newRecordID()
            try await fixture.write(fixture.owner) { keyring, connection in
                let index = try keyring.blindIndex(on: connection)
                try index.replace(["+1111111", "+2222222"], .phone, of: record, on: connection)
                try index.replace(["X99"], .document, of: record, on: connection)
                try index.replace(["+2222222", "+3333333"], .phone, of: record, on: connection)
            }
            #expect(try await find(fixture, .phone, "+1111111") == [])
            #expect(try await find(fixture, .phone, "+2222222") == [record])
            #expect(try await find(fixture, .phone, "+3333333") == [record])
            #expect(try await find(fixture, .document, "X99") == [record])
            try await fixture.write(fixture.owner) { keyring, connection in
                try keyring.blindIndex(on: connection).remove(record, on: connection)
            }
            #expect(try await fixture.count("SELECT COUNT(*) FROM blind_index") == 0)
        }
    }

    @Test func everyRecordIsFoundDuringAndAfterARotation() async throws {
        try await withFixture { fixture in
            let values = (0..<5).map { "+99655500000\($0)" }
            let records = values.map { _ in fixture.newRecordID() }.sorted()
            try await fixture.write(fixture.owner) { keyring, connection in
                let index = try keyring.blindIndex(on: connection)
                for (record, value) in zip(records, values) {
                    try index.add([value], .phone, to: record, on: connection)
                }
            }
            var steps = 0
            while true {
                let progress = try await fixture.database.write(.system) { connection in
                    try fixture.vault.stepIndexKeyRotation(of: fixture.owner, limit: 2, on: connection) {
                        record,
                        index,
                        connection in
                        guard let place = records.firstIndex(of: record) else { return }
                        try index.replace([values[place]], .phone, of: record, on: connection)
                    }
                }
                steps += 1
                for (record, value) in zip(records, values) {
                    #expect(try await find(fixture, .phone, value) == [record])
                }
                if progress.isFinished { break }
            }
            #expect(steps == 5)
            #expect(try await fixture.count("SELECT COUNT(*) FROM blind_index WHERE key_version = 2") == 5)
            #expect(
                try await fixture.count(
                    "SELECT COUNT(*) FROM index_key WHERE organization_id = \(fixture.owner)"
                ) == 1
            )
        }
    }

    private func find(
        _ fixture: Fixture,
        _ kind: BlindIndexKind,
        _ value: String,
        as organization: OrganizationID? = nil
    ) async throws -> [RecordID] {
        try await fixture.read(organization ?? fixture.owner) { keyring, connection in
            try keyring.blindIndex(on: connection).records(kind, value, on: connection)
        }
    }
}
