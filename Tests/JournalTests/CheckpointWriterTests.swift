import Database
import Domain
import Foundation
import Journal
import Logging
import TestSupport
import Testing

@Suite("Writing checkpoints")
struct CheckpointWriterTests {
    @Test(arguments: TestEngine.available)
    func writesOneForEachChangedLog(engine: TestEngine) async throws {
        try await withWriter(engine) { database, writer, directory in
            #expect(try await writer.writeOnce().written.isEmpty)
            try await append(3, to: alpha, in: database)
            try await append(2, to: .installation, in: database)
            #expect(Set(try await writer.writeOnce().written) == [alpha, .installation])
            #expect(try await writer.writeOnce().written.isEmpty)
            try await append(1, to: alpha, in: database)
            #expect(try await writer.writeOnce().written == [alpha])
            let signed = try #require(try directory.read(alpha))
            #expect(signed.checkpoint.size == 4)
            #expect(try Self.makeKey().signed(signed, of: alpha))
            #expect(try directory.read(beta) == nil)
            let now = try await database.read(.organization(alpha)) { try writer.current(alpha, on: $0) }
            #expect(now == signed)
            let kept = try await database.read(.system) { connection in
                try connection.rows("SELECT size FROM journal_checkpoint WHERE log_id = \(alpha) ORDER BY size") {
                    try $0.integer(0)
                }
            }
            #expect(kept == [3, 4])
        }
    }

    /// The file is the proof: it is never overwritten by a log that doesn't begin with it.
    @Test(arguments: TestEngine.available)
    func leavesTheProofAlone(engine: TestEngine) async throws {
        try await withWriter(engine) { database, writer, directory in
            try await append(3, to: alpha, in: database)
            _ = try await writer.writeOnce()
            let proof = try #require(try directory.read(alpha))
            try await tamper(
                database,
                "DELETE FROM journal_leaf WHERE log_id = \(alpha)",
                "DELETE FROM journal_head WHERE log_id = \(alpha)",
                "DELETE FROM journal_checkpoint WHERE log_id = \(alpha)"
            )
            for size in 1...5 {
                try await append(1, to: alpha, in: database)
                #expect(try await writer.writeOnce().refused == [alpha], "\(size) leaves")
            }
            #expect(try directory.read(alpha) == proof)
        }
    }

    /// Whoever removes only the checkpoint's row doesn't stop the log from being continued.
    @Test func readsTheLeavesWhenTheRowIsGone() async throws {
        try await withWriter(.sqlite) { database, writer, directory in
            try await append(3, to: alpha, in: database)
            _ = try await writer.writeOnce()
            try await tamper(database, "DELETE FROM journal_checkpoint WHERE log_id = \(alpha)")
            try await append(4, to: alpha, in: database)
            #expect(try await writer.writeOnce().written == [alpha])
            #expect(try directory.read(alpha)?.checkpoint.size == 7)
        }
    }

    @Test func refusesAFileThatIsNoCheckpoint() async throws {
        try await withWriter(.sqlite) { database, writer, directory in
            try await append(3, to: alpha, in: database)
            _ = try await writer.writeOnce()
            let stranger = try CheckpointKey(seed: Array(repeating: 9, count: 32), installation: "tirek.example")
            let signed = try stranger.sign(
                alpha,
                size: 3,
                root: try #require(try directory.read(alpha)).checkpoint.root
            )
            let path = directory.path + "/\(alpha).checkpoint"
            try signed.note.description.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try await writer.writeOnce().refused == [alpha])
            try "nonsense".write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try await writer.writeOnce().refused == [alpha])
        }
    }

    @Test func proofsFromTheDatabaseHoldAgainstCheckpoints() async throws {
        try await withWriter(.sqlite) { database, writer, directory in
            try await append(5, to: alpha, in: database)
            _ = try await writer.writeOnce()
            let old = try #require(try directory.read(alpha)).checkpoint
            try await append(6, to: alpha, in: database)
            _ = try await writer.writeOnce()
            let new = try #require(try directory.read(alpha)).checkpoint
            try await database.read(.organization(alpha)) { connection in
                let consistency = try #require(
                    try JournalProof.consistency(in: alpha, from: old.size, to: new.size, on: connection)
                )
                #expect(
                    MerkleTree.verifyConsistency(
                        oldSize: old.size,
                        oldRoot: old.root,
                        newSize: new.size,
                        newRoot: new.root,
                        proof: consistency
                    )
                )
                let leaf = try #require(
                    try connection.first(
                        "SELECT leaf_hash FROM journal_leaf WHERE log_id = \(alpha) AND position = 3"
                    ) { MerkleHash(bytes: try $0.blob(0)) } ?? nil
                )
                let inclusion = try #require(
                    try JournalProof.inclusion(of: 3, in: alpha, size: new.size, on: connection)
                )
                #expect(
                    MerkleTree.verifyInclusion(of: leaf, at: 3, size: new.size, root: new.root, proof: inclusion)
                )
                #expect(try JournalProof.consistency(in: alpha, from: 5, to: 12, on: connection) == nil)
            }
        }
    }

    private static func makeKey() throws -> CheckpointKey {
        try CheckpointKey(seed: Array(repeating: 7, count: 32), installation: "tirek.example")
    }

    private func withWriter(
        _ engine: TestEngine,
        _ body: (Database, CheckpointWriter, CheckpointDirectory) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            try await engine.withDatabase(parts) { database in
                let directory = CheckpointDirectory(path: folder)
                let writer = CheckpointWriter(
                    database: database,
                    key: try Self.makeKey(),
                    directory: directory,
                    surroundings: .system,
                    logger: Logger(label: "test")
                )
                try await body(database, writer, directory)
            }
        }
    }

    private func append(_ count: Int, to log: OrganizationID, in database: Database) async throws {
        try await database.write(.system) { connection in
            let drafts = (0..<count).map { opened(UInt64($0), in: log) }
            try Journal(surroundings: .system).append(drafts, on: connection)
        }
    }
}
