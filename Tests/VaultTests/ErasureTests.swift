import Database
import Domain
import Synchronization
import Testing
import Vault

@Suite("Erasure")
struct ErasureTests {
    @Test func nobodyOpensAnErasedRecord() async throws {
        try await withFixture { fixture in
            let folder = try Folder()
            let erasure = Erasure(fixture.vault, register: try ErasureRegister(path: folder.file("register")))
            let (record, name) = try await fixture.newRecord()
            let (other, otherName) = try await fixture.newRecord(name: "Бахром")
            _ = try await fixture.share(record, FieldGroups([.identity, .contact]))
            for organization in [fixture.owner, fixture.recipient] {
                try await fixture.write(organization) { keyring, connection in
                    try keyring.blindIndex(on: connection).add(["+996555"], .phone, to: record, on: connection)
                }
            }
            let certificate = try await fixture.write(fixture.owner) { _, connection in
                try erasure.perform(record: record, owner: fixture.owner, on: connection)
            }
            #expect(certificate.wrapsDestroyed == 3)
            #expect(certificate.formerHolders == [fixture.recipient])
            #expect(certificate.indexRowsRemoved == 2)
            #expect(certificate.entry.at == fixture.clock.now)
            #expect(certificate.entry.keyIdentifier.count == 16)
            #expect(certificate.backupsUnreadableFrom == fixture.clock.now.advanced(bySeconds: 30 * 86_400))
            for organization in [fixture.owner, fixture.recipient] {
                #expect(try await fixture.openName(record, name, as: organization) == nil)
            }
            #expect(try await fixture.openName(other, otherName, as: fixture.owner) == "Бахром")
            #expect(
                try await fixture.count("SELECT COUNT(*) FROM record_key_wrap WHERE record_id = \(record)") == 0
            )
            #expect(try await fixture.count("SELECT COUNT(*) FROM blind_index") == 0)
            #expect(try await fixture.count("SELECT COUNT(*) FROM record_grant WHERE revoked_at IS NULL") == 0)
            await #expect(throws: VaultError.notOwner) {
                try await fixture.write(fixture.owner) { _, connection in
                    _ = try erasure.perform(record: record, owner: fixture.owner, on: connection)
                }
            }
        }
    }

    @Test func onlyTheOwnerErases() async throws {
        try await withFixture { fixture in
            let folder = try Folder()
            let register = try ErasureRegister(path: folder.file("register"))
            let erasure = Erasure(fixture.vault, register: register)
            let (record, name) = try await fixture.newRecord()
            _ = try await fixture.share(record, .full)
            for organization in [fixture.recipient, fixture.stranger] {
                await #expect(throws: VaultError.notOwner) {
                    try await fixture.write(organization) { _, connection in
                        _ = try erasure.perform(record: record, owner: organization, on: connection)
                    }
                }
            }
            #expect(try register.entries() == [])
            #expect(try await fixture.openName(record, name, as: fixture.owner) == "Айгүл")
        }
    }

    @Test func aCrashBetweenRegisterAndCommitIsCompletedAtTheNextStart() async throws {
        struct Crash: Error {}
        try await withFixture { fixture in
            let folder = try Folder()
            let path = folder.file("register")
            let (record, name) = try await fixture.newRecord()
            let (other, otherName) = try await fixture.newRecord(name: "Бахром")
            await #expect(throws: Crash.self) {
                try await fixture.write(fixture.owner) { _, connection in
                    let register = try ErasureRegister(path: path)
                    _ = try Erasure(fixture.vault, register: register)
                        .perform(record: record, owner: fixture.owner, on: connection)
                    throw Crash()
                }
            }
            #expect(try await fixture.openName(record, name, as: fixture.owner) == "Айгүл")
            let erasure = Erasure(fixture.vault, register: try ErasureRegister(path: path, mayCreate: false))
            let completed = Mutex<[RecordID]>([])
            let certificates = try await erasure.reconcile(fixture.database) { entry, connection in
                #expect(connection.scope == .system)
                completed.withLock { $0.append(entry.record) }
            }
            #expect(certificates.map(\.entry.record) == [record])
            #expect(completed.withLock { $0 } == [record])
            #expect(try await fixture.openName(record, name, as: fixture.owner) == nil)
            #expect(try await fixture.openName(other, otherName, as: fixture.owner) == "Бахром")
            #expect(try await erasure.reconcile(fixture.database) { _, _ in }.isEmpty)
        }
    }

    @Test func anErasureWhoseTransactionRunsTwiceHasOneLine() async throws {
        struct Retry: Error {}
        try await withFixture { fixture in
            let folder = try Folder()
            let register = try ErasureRegister(path: folder.file("register"))
            let erasure = Erasure(fixture.vault, register: register)
            let (record, _) = try await fixture.newRecord()
            await #expect(throws: Retry.self) {
                try await fixture.write(fixture.owner) { _, connection in
                    _ = try erasure.perform(record: record, owner: fixture.owner, on: connection)
                    throw Retry()
                }
            }
            try await fixture.write(fixture.owner) { _, connection in
                _ = try erasure.perform(record: record, owner: fixture.owner, on: connection)
            }
            #expect(try register.entries().map(\.record) == [record])
        }
    }

    @Test func aRestoreReplaysEveryLine() async throws {
        try await withFixture { fixture in
            let folder = try Folder()
            let erasure = Erasure(fixture.vault, register: try ErasureRegister(path: folder.file("register")))
            let (record, _) = try await fixture.newRecord()
            try await fixture.write(fixture.owner) { _, connection in
                _ = try erasure.perform(record: record, owner: fixture.owner, on: connection)
            }
            let replayed = Mutex<[RecordID]>([])
            let certificates = try await erasure.reconcile(fixture.database, isRestore: true) { entry, _ in
                replayed.withLock { $0.append(entry.record) }
            }
            #expect(certificates.isEmpty)
            #expect(replayed.withLock { $0 } == [record])
        }
    }
}
