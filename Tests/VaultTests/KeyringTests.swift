import Database
import Domain
import Testing
import Vault

@Suite("Keys in the database")
struct KeyringTests {
    @Test func theOwnerOpensItsRecordAndNobodyElseDoes() async throws {
        try await withFixture { fixture in
            let (record, sealed) = try await fixture.newRecord()
            #expect(try await fixture.openName(record, sealed, as: fixture.owner) == "Айгүл")
            #expect(try await fixture.openName(record, sealed, as: fixture.recipient) == nil)
            #expect(try await fixture.openName(record, sealed, as: fixture.stranger) == nil)
        }
    }

    @Test func aRecordHasOneKeyAndAnOrganizationIsKeyedOnce() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            await #expect(throws: VaultError.alreadyKeyed) {
                try await fixture.write(fixture.owner) { _ = try $0.newRecord(record, on: $1) }
            }
            await #expect(throws: VaultError.alreadyKeyed) {
                try await fixture.write(fixture.stranger) { _ = try $0.newRecord(record, on: $1) }
            }
            await #expect(throws: VaultError.alreadyKeyed) {
                try await fixture.database.write(.installation) {
                    try fixture.vault.createKeys(for: fixture.owner, on: $0)
                }
            }
        }
    }

    @Test func anOrganizationWithoutKeysIsRefused() async throws {
        try await withFixture { fixture in
            await #expect(throws: VaultError.missingKey) {
                try await fixture.read(fixture.surroundings.newID()) { keyring, _ in keyring.organization }
            }
        }
    }

    @Test func theInstallationsRecordsOpenFromAnyScope() async throws {
        try await withFixture { fixture in
            let record = fixture.newRecordID()
            let sealed = try await fixture.database.write(.installation) { connection in
                try fixture.vault.keyring(for: .installation, on: connection).newRecord(record, on: connection)
                    .seal("Оператор", .accountName)
            }
            for scope in [TransactionScope.installation, .organization(fixture.owner), .system] {
                let name = try await fixture.database.read(scope) { connection in
                    let key = try fixture.vault.keyring(for: .installation, on: connection)
                        .key(of: record, on: connection)
                    #expect(connection.scope == scope)
                    return try key.openText(sealed, .accountName)
                }
                #expect(name == "Оператор")
            }
        }
    }

    @Test func anotherRootIsRefused() async throws {
        try await withFixture { fixture in
            let other = Vault(root: .generate(fixture.surroundings), surroundings: fixture.surroundings)
            let (own, foreign) = try await fixture.database.read(.system) { connection in
                (try fixture.vault.matches(connection), try other.matches(connection))
            }
            #expect(own)
            #expect(!foreign)
            await #expect(throws: VaultError.wrongRoot) {
                try await fixture.database.read(.system) { _ = try other.keyring(for: fixture.owner, on: $0) }
            }
        }
    }

    /// What somebody who can write the database might try with wraps.
    @Test(
        arguments: [
            "UPDATE record_key_wrap SET key_version = 2",
            "UPDATE record_key_wrap SET wrapped = (SELECT wrapped FROM index_key LIMIT 1)",
            """
            UPDATE record_key_wrap SET wrapped = (
                SELECT w.wrapped FROM record_key_wrap w WHERE w.record_id <> record_key_wrap.record_id LIMIT 1
            )
            """,
        ] as [SQL]
    )
    func aMovedWrapIsRefused(tampering: SQL) async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            _ = try await fixture.newRecord()
            try await fixture.database.write(.system) { _ = try $0.execute(tampering) }
            await #expect(throws: VaultError.forged) {
                try await fixture.read(fixture.owner) { _ = try $0.open(record, on: $1) }
            }
        }
    }

    @Test func anEndedGrantsWrapPutBackIsOfNoUse() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let first = try await fixture.share(record)
            let kept = try await fixture.database.read(.system) { connection in
                try connection.first(
                    "SELECT wrapped FROM record_key_wrap WHERE grant_id = \(first.id)"
                ) { try $0.blob(0) }
            }
            let old = try #require(kept)
            try await fixture.write(fixture.owner) {
                _ = try fixture.sharing.revoke(first.id, by: fixture.owner, on: $1)
            }
            let second = try await fixture.share(record)
            try await fixture.database.write(.system) { connection in
                _ = try connection.execute(
                    "UPDATE record_key_wrap SET wrapped = \(Blob(old)) WHERE grant_id = \(second.id)"
                )
            }
            await #expect(throws: VaultError.forged) {
                try await fixture.read(fixture.recipient) { _ = try $0.open(record, on: $1) }
            }
        }
    }

    @Test func aListOpensOwnAndGrantedRecordsInOneQuery() async throws {
        try await withFixture { fixture in
            var names: [RecordID: (sealed: [UInt8], name: String)] = [:]
            for name in ["Бакыт", "Гулнора", "Ion", "Мадина"] {
                let (record, sealed) = try await fixture.newRecord(name: name)
                names[record] = (sealed, name)
            }
            let records = names.keys.sorted()
            _ = try await fixture.share(records[1])
            _ = try await fixture.share(records[2], FieldGroups([.contact]))
            let all = names
            #expect(try await list(fixture, fixture.owner, all) == records.compactMap { all[$0]?.name })
            #expect(try await list(fixture, fixture.recipient, all) == [try #require(all[records[1]]).name])
            #expect(try await list(fixture, fixture.stranger, all) == [])
            fixture.clock.advance(seconds: 86_400)
            #expect(try await list(fixture, fixture.recipient, all) == [])
        }
    }

    private func list(
        _ fixture: Fixture,
        _ organization: OrganizationID,
        _ sealed: [RecordID: (sealed: [UInt8], name: String)]
    ) async throws -> [String] {
        try await fixture.read(organization) { keyring, connection in
            try connection.rows(
                """
                SELECT p.record_id, \(Keyring.wrapColumns)
                FROM (SELECT DISTINCT record_id FROM record_key_wrap) p
                \(keyring.wrapJoin(record: "p.record_id", for: .identity)) ORDER BY p.record_id
                """
            ) { row in
                let record: RecordID = try row.id(0)
                let key = try keyring.recordKey(record: record, from: row, at: 1)
                return try key.openText(sealed[record]?.sealed ?? [], .personNames)
            }
        }
    }

    @Test func aRenewedKeyServesEveryHolderAndTheOldOneNobody() async throws {
        try await withFixture { fixture in
            let (record, sealed) = try await fixture.newRecord()
            _ = try await fixture.share(record)
            let resealed = try await fixture.write(fixture.owner) { keyring, connection in
                var name: [UInt8] = []
                _ = try keyring.renew(record, on: connection) { old, new in
                    name = try new.seal(old.openText(sealed, .personNames), .personNames)
                }
                return name
            }
            for organization in [fixture.owner, fixture.recipient] {
                #expect(try await fixture.openName(record, resealed, as: organization) == "Айгүл")
                await #expect(throws: VaultError.otherKeyVersion(sealed: 1, held: 2)) {
                    try await fixture.openName(record, sealed, as: organization)
                }
            }
        }
    }

    @Test func secretsOfTheInstallation() async throws {
        try await withFixture { fixture in
            let made = try await fixture.database.write(.installation) {
                try fixture.vault.installationSecret("checkpoint", on: $0)
            }
            let (again, other) = try await fixture.database.write(.organization(fixture.owner)) { connection in
                (
                    try fixture.vault.installationSecret("checkpoint", on: connection),
                    try fixture.vault.installationSecret("other", on: connection)
                )
            }
            #expect(made == again)
            #expect(made != other)
            #expect(fixture.vault.derivedSecret("csrf") == fixture.vault.derivedSecret("csrf"))
            #expect(fixture.vault.derivedSecret("csrf") != fixture.vault.derivedSecret("form"))
        }
    }
}
