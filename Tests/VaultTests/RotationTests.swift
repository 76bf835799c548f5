import Database
import Domain
import Testing
import Vault

@Suite("Rotation")
struct RotationTests {
    @Test func everythingIsReadableAfterEveryStepOfARotation() async throws {
        try await withFixture { fixture in
            var sealed: [RecordID: [UInt8]] = [:]
            for _ in 0..<5 {
                let (record, name) = try await fixture.newRecord()
                sealed[record] = name
                _ = try await fixture.share(record, FieldGroups([.identity, .contact]))
            }
            var dones: [Int64] = []
            while true {
                // Each turn stands for a program that was killed after a commit and started again.
                let vault = Vault(root: fixture.root, surroundings: fixture.surroundings)
                let progress = try await fixture.database.write(.system) { connection in
                    try vault.stepOrganizationKeyRotation(of: fixture.recipient, limit: 2, on: connection)
                }
                dones.append(progress.done)
                // Records that come in meanwhile are under the new key at once.
                let (record, name) = try await fixture.newRecord()
                sealed[record] = name
                _ = try await fixture.share(record)
                for (record, name) in sealed {
                    #expect(try await fixture.openName(record, name, as: fixture.recipient) == "Айгүл")
                    #expect(try await fixture.openName(record, name, as: fixture.owner) == "Айгүл")
                }
                if progress.isFinished { break }
            }
            #expect(dones == [0, 4, 8, 10, 10])
            #expect(try await versions(fixture, fixture.recipient) == [2])
            #expect(try await versions(fixture, fixture.owner) == [1])
            #expect(
                try await fixture.count(
                    """
                    SELECT COUNT(*) FROM record_key_wrap
                    WHERE holder_organization_id = \(fixture.recipient) AND organization_key_version = 1
                    """
                ) == 0
            )
        }
    }

    @Test func aStepThatRollsBackChangesNothing() async throws {
        struct Crash: Error {}
        try await withFixture { fixture in
            let (record, name) = try await fixture.newRecord()
            // One crash in each kind of step: the first, a middle one, the last.
            for _ in 0..<3 {
                await #expect(throws: Crash.self) {
                    try await fixture.database.write(.system) { connection in
                        _ = try fixture.vault.stepOrganizationKeyRotation(of: fixture.owner, on: connection)
                        throw Crash()
                    }
                }
                #expect(try await fixture.openName(record, name, as: fixture.owner) == "Айгүл")
                try await fixture.database.write(.system) { connection in
                    _ = try fixture.vault.stepOrganizationKeyRotation(of: fixture.owner, on: connection)
                }
            }
            #expect(try await fixture.openName(record, name, as: fixture.owner) == "Айгүл")
            #expect(try await versions(fixture, fixture.owner) == [2])
        }
    }

    @Test func anUnfinishedRotationIsFoundAndFinished() async throws {
        try await withFixture { fixture in
            let (record, name) = try await fixture.newRecord()
            try await fixture.database.write(.system) { connection in
                _ = try fixture.vault.stepOrganizationKeyRotation(of: fixture.owner, on: connection)
            }
            let unfinished = try await fixture.database.read(.system) { try fixture.vault.unfinishedRotations(on: $0) }
            #expect(unfinished.map(\.organization) == [fixture.owner])
            #expect(unfinished.map(\.kind) == [.organizationKey])
            let progress = try await fixture.vault.rotateOrganizationKey(of: fixture.owner, in: fixture.database)
            #expect(progress.toVersion == 2)
            let again = try await fixture.vault.rotateOrganizationKey(of: fixture.owner, in: fixture.database)
            #expect(again.toVersion == 3)
            #expect(
                try await fixture.database.read(.system) { try fixture.vault.unfinishedRotations(on: $0) } == []
            )
            #expect(try await fixture.openName(record, name, as: fixture.owner) == "Айгүл")
        }
    }

    @Test func aNewRootOpensEverythingAndTheOldOneNothing() async throws {
        try await withFixture { fixture in
            let (record, name) = try await fixture.newRecord()
            let indexed = fixture.newRecordID()
            try await fixture.write(fixture.owner) { keyring, connection in
                try keyring.blindIndex(on: connection).add(["+996555"], .phone, to: indexed, on: connection)
            }
            let secret = try await fixture.database.write(.installation) {
                try fixture.vault.installationSecret("checkpoint", on: $0)
            }
            let root = RootSecret.generate(fixture.surroundings)
            let (vault, count) = try await fixture.database.write(.system) {
                try fixture.vault.rewrapRoot(to: root, on: $0)
            }
            #expect(count == 4 * 2 + 1)
            try await fixture.database.read(.organization(fixture.owner)) { connection in
                let keyring = try vault.keyring(for: fixture.owner, on: connection)
                #expect(try keyring.key(of: record, on: connection).openText(name, .personNames) == "Айгүл")
                let index = try keyring.blindIndex(on: connection)
                #expect(try index.records(.phone, "+996555", on: connection) == [indexed])
                #expect(try vault.installationSecret("checkpoint", on: connection) == secret)
                #expect(throws: VaultError.wrongRoot) {
                    try fixture.vault.keyring(for: fixture.owner, on: connection)
                }
                #expect(throws: VaultError.wrongRoot) {
                    try fixture.vault.installationSecret("checkpoint", on: connection)
                }
            }
        }
    }

    private func versions(_ fixture: Fixture, _ organization: OrganizationID) async throws -> [Int64] {
        try await fixture.database.read(.system) { connection in
            try connection.rows(
                "SELECT version FROM organization_key WHERE organization_id = \(organization) ORDER BY version"
            ) { try $0.integer(0) }
        }
    }
}
