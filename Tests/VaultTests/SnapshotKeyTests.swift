import Database
import Domain
import Foundation
import Testing
import Vault

@Suite("Keys of snapshots of names")
struct SnapshotKeyTests {
    /// Bytes as a file would give them.
    private static func reader(_ bytes: [UInt8]) -> (Int) -> [UInt8]? {
        var rest = bytes[...]
        return { count in
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }

    private static func sealed(_ bytes: [UInt8], _ key: SnapshotKey, position: Int64 = 7) throws -> [UInt8] {
        var file: [UInt8] = []
        try key.seal(bytes, position: position) { file += $0 }
        return file
    }

    private static func newKey(_ fixture: Fixture) async throws -> SnapshotKey {
        try await fixture.write(fixture.owner) { try $0.newSnapshotKey(on: $1) }
    }

    private static func storedKey(_ fixture: Fixture) async throws -> SnapshotKey? {
        try await fixture.read(fixture.owner) { try $0.snapshotKey(on: $1) }
    }

    @Test func whatIsSealedIsOpenedWithTheStoredKeyAlone() async throws {
        try await withFixture { fixture in
            #expect(try await Self.storedKey(fixture)?.id == nil)
            let bytes = (0..<(2 * SnapshotKey.chunkByteCount + 99)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let key = try await Self.newKey(fixture)
            let file = try Self.sealed(bytes, key)
            let stored = try #require(try await Self.storedKey(fixture))
            let opened = try stored.open(read: Self.reader(file))
            #expect(opened.bytes == bytes && opened.position == 7)
            // The next snapshot's key takes the place of this one.
            _ = try await Self.newKey(fixture)
            let next = try #require(try await Self.storedKey(fixture))
            #expect(throws: VaultError.forged) { try next.open(read: Self.reader(file)) }
            #expect(try await fixture.count("SELECT COUNT(*) FROM search_snapshot_key") == 1)
            let foreign = try await fixture.read(fixture.stranger) { try $0.snapshotKey(on: $1) }
            #expect(foreign?.id == nil)
        }
    }

    @Test func anyOtherBytesAreRefused() async throws {
        try await withFixture { fixture in
            let key = try await Self.newKey(fixture)
            let size = SnapshotKey.chunkByteCount
            let file = try Self.sealed([UInt8](repeating: 1, count: 2 * size), key)
            // Each field of the head, both chunks, the last byte.
            for place in [0, 9, 13, 21, 30, 40, 43, 50, 44 + size + 40, file.count - 1] {
                var other = file
                other[place] ^= 1
                #expect(throws: VaultError.forged, "\(place)") { try key.open(read: Self.reader(other)) }
            }
            for other in [
                Array(file.dropLast()), file + [0], Array(file.prefix(44)), [], Array(file.prefix(size + 72)),
            ] {
                #expect(throws: VaultError.forged) { try key.open(read: Self.reader(other)) }
            }
            let (head, chunk) = (Array(file.prefix(44)), size + 28)
            let turned = head + file[(44 + chunk)...] + file[44..<(44 + chunk)]
            #expect(throws: VaultError.forged) { try key.open(read: Self.reader(turned)) }
        }
    }

    /// Destroys, in the owner's transaction or as the program itself, what a record's snapshot hangs from.
    private static func expectNoKey(
        _ fixture: Fixture,
        _ what: String,
        after act: () async throws -> Void
    ) async throws {
        _ = try await newKey(fixture)
        #expect(try await storedKey(fixture)?.id != nil)
        try await act()
        #expect(try await fixture.count("SELECT COUNT(*) FROM search_snapshot_key") == 0, "\(what)")
    }

    @Test func whateverTakesARecordAwayDestroysTheKey() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let grant = try await fixture.share(record)
            try await Self.expectNoKey(fixture, "revocation") {
                _ = try await fixture.write(fixture.owner) { _, connection in
                    try fixture.sharing.revoke(grant.id, by: fixture.owner, on: connection)
                }
            }
            _ = try await fixture.share(record)
            fixture.clock.advance(seconds: 2 * 86_400)
            try await Self.expectNoKey(fixture, "expiry") {
                _ = try await fixture.database.write(.system) { try fixture.sharing.sweepExpired(on: $0) }
            }
            try await Self.expectNoKey(fixture, "a record's new key") {
                _ = try await fixture.write(fixture.owner) { try $0.renew(record, on: $1) { _, _ in } }
            }
            try await Self.expectNoKey(fixture, "the organization's new key") {
                try await fixture.vault.rotateOrganizationKey(of: fixture.owner, in: fixture.database)
            }
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { _ = try? FileManager.default.removeItem(atPath: folder) }
            let erasure = Erasure(fixture.vault, register: try ErasureRegister(path: folder + "/register"))
            let (other, _) = try await fixture.newRecord()
            try await Self.expectNoKey(fixture, "another owner") {
                try await fixture.database.write(.system) { connection in
                    let (from, to) = (
                        try fixture.vault.keyring(for: fixture.owner, on: connection),
                        try fixture.vault.keyring(for: fixture.recipient, on: connection)
                    )
                    _ = try to.takeOver(other, from: from, on: connection) { _, _ in }
                }
            }
            try await Self.expectNoKey(fixture, "erasure") {
                _ = try await fixture.write(fixture.owner) { _, connection in
                    try erasure.perform(record: record, owner: fixture.owner, on: connection)
                }
            }
        }
    }

    @Test func aNewRootTakesTheKeyAlong() async throws {
        try await withFixture { fixture in
            let key = try await Self.newKey(fixture)
            let next = RootSecret.generate(fixture.surroundings)
            try await fixture.database.write(.system) { _ = try fixture.vault.rewrapRoot(to: next, on: $0) }
            let vault = Vault(root: next, surroundings: fixture.surroundings)
            let stored = try await fixture.database.read(.system) { connection in
                try vault.keyring(for: fixture.owner, on: connection).snapshotKey(on: connection)
            }
            #expect(stored?.id == key.id)
        }
    }
}
