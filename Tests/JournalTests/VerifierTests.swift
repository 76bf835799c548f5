import Database
import Domain
import Journal
import Logging
import TestSupport
import Testing

@Suite("Verification")
struct VerifierTests {
    typealias Problem = JournalReport.Problem

    static let key = try? CheckpointKey(seed: Array(repeating: 7, count: 32), installation: "tirek.example")

    @Test(arguments: TestEngine.available)
    func saysNoMoreThanWasShown(engine: TestEngine) async throws {
        try await withLog(engine) { database, checkpoints in
            let alone = try await verify(database)
            #expect(alone.findings == [])
            #expect(!alone.isProven)
            #expect(alone.conclusion == "consistent in itself, not proven complete")
            let against = try await verify(database, against: checkpoints)
            #expect(against.isProven)
            #expect(against.logs.map(\.provenSize) == [20, 20])
            let one = try await verify(database, against: Array(checkpoints.prefix(1)))
            #expect(one.isSound)
            #expect(!one.isProven)
            #expect(one.conclusion == "consistent in itself; 1 of 2 logs complete up to the given checkpoints")
        }
    }

    /// Each column of a leaf is under its hash.
    @Test(
        arguments: TestEngine.available,
        [
            "at = at + 1", "kind = 'person.listed'", "actor_id = NULL", "actor_organization_id = NULL",
            "subject_id = '00000000-0000-0003-0000-000000000009'", "counterpart_id = log_id", "details = salt",
            "state = salt", "state = NULL", "salt = substr(leaf_hash, 1, 16)", "subject_id = 'nonsense'",
        ] as [SQL]
    )
    func findsAnEditedLeaf(engine: TestEngine, change: SQL) async throws {
        try await withLog(engine) { database, _ in
            try await tamper(
                database,
                "UPDATE journal_leaf SET \(change) WHERE log_id = \(alpha) AND position = 7"
            )
            #expect(try await verify(database).findings.map(Found.init) == [Found(alpha, 7..<8, .edited)])
        }
    }

    @Test(arguments: TestEngine.available)
    func findsALeafWrittenAnewWithItsHash(engine: TestEngine) async throws {
        try await withLog(engine) { database, checkpoints in
            let forged = try await makeLeaf(at: 7)
            try await tamper(
                database,
                """
                UPDATE journal_leaf SET at = \(forged.at), salt = \(Blob(forged.salt)), subject_id = \(record(99)),
                    state = NULL, leaf_hash = \(Blob(forged.hash)) WHERE log_id = \(alpha) AND position = 7
                """
            )
            // A checkpoint vouches for 0..<5; 0..<16 is the first of the two subtrees of a tree of 20.
            let alone = try await verify(database)
            #expect(
                alone.findings.map(Found.init) == [
                    Found(alpha, 5..<10, .checkpointMismatch(.kept)), Found(alpha, 5..<16, .headMismatch),
                ]
            )
            let against = try await verify(database, against: checkpoints)
            #expect(against.findings.map(\.problem).contains(.checkpointMismatch(.given)))
        }
    }

    @Test(arguments: TestEngine.available)
    func findsADroppedLeaf(engine: TestEngine) async throws {
        try await withLog(engine) { database, checkpoints in
            try await tamper(database, "DELETE FROM journal_leaf WHERE log_id = \(alpha) AND position IN \([7, 8])")
            #expect(try await verify(database).findings.map(Found.init) == [Found(alpha, 7..<9, .missing)])
            let against = try await verify(database, against: checkpoints)
            #expect(against.logs.first { $0.log == alpha }?.provenSize == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func findsSwappedLeaves(engine: TestEngine) async throws {
        try await withLog(engine) { database, _ in
            try await tamper(
                database,
                "UPDATE journal_leaf SET position = 1003 WHERE log_id = \(alpha) AND position = 3",
                "UPDATE journal_leaf SET position = 3 WHERE log_id = \(alpha) AND position = 12",
                "UPDATE journal_leaf SET position = 12 WHERE log_id = \(alpha) AND position = 1003"
            )
            let findings = try await verify(database).findings.map(Found.init)
            #expect(findings.contains(Found(alpha, 3..<4, .moved(from: 12))))
            #expect(findings.contains(Found(alpha, 12..<13, .moved(from: 3))))
        }
    }

    @Test(arguments: TestEngine.available)
    func findsATruncatedLogByItsHead(engine: TestEngine) async throws {
        try await withLog(engine) { database, _ in
            try await tamper(database, "DELETE FROM journal_leaf WHERE log_id = \(alpha) AND position >= 15")
            let findings = try await verify(database).findings.map(Found.init)
            #expect(findings.contains(Found(alpha, 15..<20, .truncated)))
            #expect(findings.contains(Found(alpha, 15..<20, .truncatedSinceCheckpoint(.kept))))
        }
    }

    /// Leaves, head and kept checkpoints cut back together are consistent in themselves: only a checkpoint from
    /// outside shows it, and the place.
    @Test(arguments: TestEngine.available)
    func findsATruncatedLogWithItsCheckpointsOnlyFromOutside(engine: TestEngine) async throws {
        try await withLog(engine) { database, checkpoints in
            try await cutBack(database, to: 10)
            let alone = try await verify(database)
            #expect(alone.isSound)
            #expect(alone.conclusion == "consistent in itself, not proven complete")
            let against = try await verify(database, against: checkpoints)
            #expect(against.findings.map(Found.init) == [Found(alpha, 10..<20, .truncatedSinceCheckpoint(.given))])
            // Written on past the old size, the log is another one from where it was cut, or before.
            let journal = Journal(surroundings: .system)
            try await database.write(.system) { try journal.append((0..<15).map { opened($0) }, on: $0) }
            let later = try await verify(database, against: checkpoints)
            #expect(later.findings.map(Found.init) == [Found(alpha, 10..<20, .checkpointMismatch(.given))])
        }
    }

    @Test(arguments: TestEngine.available)
    func findsALogThatVanishedWhole(engine: TestEngine) async throws {
        try await withLog(engine) { database, checkpoints in
            try await tamper(
                database,
                "DELETE FROM journal_leaf WHERE log_id = \(alpha)",
                "DELETE FROM journal_head WHERE log_id = \(alpha)",
                "DELETE FROM journal_checkpoint WHERE log_id = \(alpha)"
            )
            #expect(try await verify(database).isSound)
            let against = try await verify(database, against: checkpoints)
            #expect(against.findings.map(Found.init) == [Found(alpha, 0..<20, .truncatedSinceCheckpoint(.given))])
        }
    }

    @Test func findsHeadsThatDoNotFit() async throws {
        try await withLog(.sqlite) { database, _ in
            try await tamper(database, "DELETE FROM journal_head WHERE log_id = \(alpha)")
            #expect(try await verify(database).findings.map(Found.init) == [Found(alpha, nil, .noHead)])
        }
        try await withLog(.sqlite) { database, _ in
            let peak = Blob(Array(repeating: 1, count: 32))
            try await tamper(
                database,
                "UPDATE journal_head SET size = 16, frontier = \(peak) WHERE log_id = \(alpha)"
            )
            #expect(try await verify(database).findings.map(Found.init) == [Found(alpha, 16..<20, .surplus)])
        }
        try await withLog(.sqlite) { database, _ in
            try await tamper(database, "UPDATE journal_head SET size = 21 WHERE log_id = \(alpha)")
            await #expect(throws: JournalError.damagedHead(alpha)) {
                try await database.write(.system) { _ = try Journal(surroundings: .system).append(opened(1), on: $0) }
            }
        }
    }

    @Test func findsForgedCheckpoints() async throws {
        try await withLog(.sqlite) { database, checkpoints in
            let note = try #require(checkpoints.first).note.description
            try await tamper(
                database,
                "UPDATE journal_checkpoint SET note = \(note) WHERE log_id = \(alpha) AND size = 10"
            )
            #expect(
                try await verify(database).findings.map(Found.init) == [Found(alpha, 9..<10, .checkpointForged(.kept))]
            )
            let stranger = try CheckpointKey(seed: Array(repeating: 9, count: 32), installation: "tirek.example")
            let forged = try stranger.sign(alpha, size: 20, root: try #require(checkpoints.first).checkpoint.root)
            let findings = try await verify(database, against: [forged]).findings.map(Found.init)
            #expect(findings.contains(Found(alpha, 19..<20, .checkpointForged(.given))))
        }
    }

    @Test func refusesACheckpointOfNoLog() async throws {
        try await withLog(.sqlite) { database, _ in
            let root = MerkleHash.leaf([])
            let note = try NoteSigner(name: "other", seed: Array(repeating: 1, count: 32))
                .sign(Checkpoint(origin: "example.com/log", size: 3, root: root).text)
            let checkpoint = try SignedCheckpoint(parsing: note.description)
            await #expect(throws: NoteError.malformedCheckpoint) {
                try await verify(database, against: [checkpoint])
            }
        }
    }

    /// Two logs of 20 leaves, with kept checkpoints at 5, 10 and 20 and those at 20 given.
    private func withLog(
        _ engine: TestEngine,
        _ body: (Database, [SignedCheckpoint]) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            try await engine.withDatabase(parts) { database in
                let journal = Journal(surroundings: .system)
                let directory = CheckpointDirectory(path: folder)
                let writer = CheckpointWriter(
                    database: database,
                    key: try #require(Self.key),
                    directory: directory,
                    surroundings: .system,
                    logger: Logger(label: "test")
                )
                for range in [0..<5, 5..<10, 10..<20] {
                    try await database.write(.system) { connection in
                        for log in [alpha, beta] {
                            let drafts = range.map { number in
                                var draft = opened(UInt64(number), in: log)
                                draft.state = [1]
                                return draft
                            }
                            try journal.append(drafts, on: connection)
                        }
                    }
                    #expect(try await writer.writeOnce().written == [alpha, beta])
                }
                try await body(database, try [alpha, beta].compactMap { try directory.read($0) })
            }
        }
    }

    /// A proper leaf about record 99 at a position of the same log, written where nobody minds.
    private func makeLeaf(at position: Int) async throws -> (at: Instant, salt: [UInt8], hash: [UInt8]) {
        var made: (at: Instant, salt: [UInt8], hash: [UInt8])?
        try await TestEngine.sqlite.withDatabase(parts) { database in
            try await database.write(.system) { connection in
                let drafts = Array(repeating: opened(99), count: position + 1)
                try Journal(surroundings: .system).append(drafts, on: connection)
            }
            made = try await database.read(.system) { connection in
                try connection.first("SELECT at, salt, leaf_hash FROM journal_leaf WHERE position = \(position)") {
                    (at: try $0.instant(0), salt: try $0.blob(1), hash: try $0.blob(2))
                }
            }
        }
        return try #require(made)
    }

    private func verify(_ database: Database, against given: [SignedCheckpoint] = []) async throws -> JournalReport {
        try await JournalVerifier(stateReaders: [], key: Self.key).verify(database, against: given)
    }
}

/// Cuts a log back as somebody with the whole database would: leaves, head and kept checkpoints.
private func cutBack(_ database: Database, to size: Int64) async throws {
    try await tamper(
        database,
        """
        UPDATE journal_head SET size = \(size), frontier = (
            SELECT frontier FROM journal_checkpoint c WHERE c.log_id = journal_head.log_id AND c.size = \(size)
        ) WHERE log_id = \(alpha)
        """,
        "DELETE FROM journal_leaf WHERE log_id = \(alpha) AND position >= \(size)",
        "DELETE FROM journal_checkpoint WHERE log_id = \(alpha) AND size > \(size)"
    )
}

/// A finding without its record.
private struct Found: Hashable, CustomStringConvertible {
    let log: OrganizationID
    let positions: Range<Int64>?
    let problem: JournalReport.Problem

    init(_ log: OrganizationID, _ positions: Range<Int64>?, _ problem: JournalReport.Problem) {
        self.log = log
        self.positions = positions
        self.problem = problem
    }

    init(_ finding: JournalReport.Finding) {
        self.init(finding.log, finding.positions, finding.problem)
    }

    var description: String { "\(positions.map { "\($0)" } ?? "–") \(problem)" }
}
