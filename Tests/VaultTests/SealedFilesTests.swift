import Database
import Domain
import Testing
import Vault

@Suite("Sealed files")
struct SealedFilesTests {
    private static let chunk = SealedFiles.chunkByteCount

    private func pieces(_ bytes: [UInt8], of size: Int) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for start in stride(from: 0, to: bytes.count, by: size) {
                continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            continuation.finish()
        }
    }

    private func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    private func stage(_ fixture: Fixture, _ bytes: [UInt8], of record: RecordID, link: Bool = true) async throws
        -> SealedFile
    {
        let files = SealedFiles(fixture.vault, database: fixture.database)
        let file = try await files.stage(pieces(bytes, of: 10_000), of: record, in: fixture.scope(fixture.owner))
        if link { try await fixture.write(fixture.owner) { try files.link(file.id, on: $1) } }
        return file
    }

    private func readAll(_ fixture: Fixture, _ file: SealedFile, as organization: OrganizationID) async throws
        -> [UInt8]
    {
        let files = SealedFiles(fixture.vault, database: fixture.database)
        var all: [UInt8] = []
        for try await chunk in files.chunks(of: file, in: fixture.scope(organization)) { all += chunk }
        return all
    }

    @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 16 * chunk, 16 * chunk + 1, 33 * chunk + 7])
    func comesBackAsItWas(count: Int) async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let content = bytes(count)
            let file = try await stage(fixture, content, of: record)
            #expect(file.byteCount == Int64(count))
            #expect(file.chunkCount == max(1, (count + Self.chunk - 1) / Self.chunk))
            #expect(try await readAll(fixture, file, as: fixture.owner) == content)
        }
    }

    @Test func opensForARecipientOfTheFilesOnly() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let file = try await stage(fixture, bytes(100), of: record)
            await #expect(throws: VaultError.missingKey) { try await readAll(fixture, file, as: fixture.recipient) }
            let grant = try await fixture.share(record, .summary)
            await #expect(throws: VaultError.groupNotHeld(.files)) {
                try await readAll(fixture, file, as: fixture.recipient)
            }
            try await fixture.write(fixture.owner) { keyring, connection in
                _ = try fixture.sharing.extend(grant.id, to: FieldGroups([.files]), by: keyring, on: connection)
            }
            #expect(try await readAll(fixture, file, as: fixture.recipient) == bytes(100))
        }
    }

    @Test(
        arguments: [
            // Two chunks in each other's place.
            "UPDATE sealed_file_chunk SET number = CASE number WHEN 0 THEN 1000 WHEN 1 THEN 1001 ELSE number END",
            "UPDATE sealed_file_chunk SET sealed = (SELECT c.sealed FROM sealed_file_chunk c WHERE c.number = 2)",
            // The end cut off, with and without the count put right.
            "DELETE FROM sealed_file_chunk WHERE number = 2",
            "UPDATE sealed_file SET chunk_count = 2",
            "UPDATE sealed_file SET chunk_count = 4",
        ] as [SQL]
    )
    func aChangedFileIsRefused(tampering: SQL) async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let staged = try await stage(fixture, bytes(3 * Self.chunk), of: record)
            try await fixture.database.write(.system) { connection in
                _ = try connection.execute(tampering)
                try connection.execute("UPDATE sealed_file_chunk SET number = 1001 - number WHERE number >= 1000")
            }
            let found = try await fixture.read(fixture.owner) { _, connection in
                try SealedFiles(fixture.vault, database: fixture.database).find(staged.id, on: connection)
            }
            let file = try #require(found)
            await #expect(throws: VaultError.self) { try await readAll(fixture, file, as: fixture.owner) }
        }
    }

    @Test func aChunkOfAnotherFileIsRefused() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let first = try await stage(fixture, bytes(10), of: record)
            let second = try await stage(fixture, bytes(20), of: record)
            try await fixture.database.write(.system) { connection in
                _ = try connection.execute(
                    """
                    UPDATE sealed_file_chunk SET sealed = (
                        SELECT c.sealed FROM sealed_file_chunk c WHERE c.file_id = \(second.id)
                    ) WHERE file_id = \(first.id)
                    """
                )
            }
            await #expect(throws: VaultError.forged) { try await readAll(fixture, first, as: fixture.owner) }
        }
    }

    @Test func aFileOverTheLimitIsRefused() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let files = SealedFiles(fixture.vault, database: fixture.database)
            await #expect(throws: VaultError.tooLarge(limit: 9_999)) {
                _ = try await files.stage(
                    pieces(bytes(20_000), of: 10_000),
                    of: record,
                    in: fixture.scope(fixture.owner),
                    limit: 9_999
                )
            }
        }
    }

    @Test func orphansAreSweptAfterADay() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let kept = try await stage(fixture, bytes(10), of: record)
            let orphan = try await stage(fixture, bytes(40 * Self.chunk), of: record, link: false)
            let files = SealedFiles(fixture.vault, database: fixture.database)
            fixture.clock.advance(seconds: 86_399)
            #expect(try await sweep(fixture, files) == 0)
            fixture.clock.advance(seconds: 1)
            #expect(try await sweep(fixture, files) == 41)
            #expect(try await fixture.count("SELECT COUNT(*) FROM sealed_file_chunk") == 1)
            #expect(try await readAll(fixture, kept, as: fixture.owner) == bytes(10))
            await #expect(throws: VaultError.incompleteFile) {
                try await fixture.write(fixture.owner) { try files.link(orphan.id, on: $1) }
            }
        }
    }

    private func sweep(_ fixture: Fixture, _ files: SealedFiles) async throws -> Int {
        var total = 0
        while true {
            let count = try await fixture.database.write(.system) { try files.sweepOrphans(on: $0) }
            if count == 0 { return total }
            total += count
        }
    }

    @Test func anErasedRecordsFilesAreGone() async throws {
        try await withFixture { fixture in
            let folder = try Folder()
            let (record, _) = try await fixture.newRecord()
            let file = try await stage(fixture, bytes(10), of: record)
            let erasure = Erasure(fixture.vault, register: try ErasureRegister(path: folder.file("register")))
            let certificate = try await fixture.write(fixture.owner) { _, connection in
                try erasure.perform(record: record, owner: fixture.owner, on: connection)
            }
            #expect(certificate.filesDestroyed == 1)
            await #expect(throws: VaultError.missingKey) { try await readAll(fixture, file, as: fixture.owner) }
            #expect(try await sweep(fixture, SealedFiles(fixture.vault, database: fixture.database)) == 2)
        }
    }

    @Test func aRenewedRecordKeepsItsFiles() async throws {
        try await withFixture { fixture in
            let (record, _) = try await fixture.newRecord()
            let content = bytes(2 * Self.chunk + 5)
            let file = try await stage(fixture, content, of: record)
            try await fixture.write(fixture.owner) { keyring, connection in
                _ = try keyring.renew(record, on: connection) { _, _ in }
            }
            #expect(try await readAll(fixture, file, as: fixture.owner) == content)
        }
    }
}
