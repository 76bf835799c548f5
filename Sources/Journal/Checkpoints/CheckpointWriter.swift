public import Database
public import Domain
public import Logging

/// Writes how each changed log stands, once a minute, into the database and into a folder outside the data directory.
///
/// A log that no longer begins with what its checkpoint in the folder says gets no new one: the old checkpoint is the
/// proof, and is left as it is.
public struct CheckpointWriter: Sendable {
    /// What a round did.
    public struct Round: Sendable, Hashable {
        /// The logs with a new checkpoint.
        public var written: [OrganizationID] = []
        /// The logs that contradict their last checkpoint, or whose checkpoint isn't one.
        public var refused: [OrganizationID] = []
    }

    private struct Head: Sendable {
        let log: OrganizationID
        let frontier: MerkleFrontier
    }

    private static let pause = Duration.seconds(60)

    private let database: Database
    private let key: CheckpointKey
    private let directory: CheckpointDirectory
    private let surroundings: Surroundings
    private let logger: Logger

    public init(
        database: Database,
        key: CheckpointKey,
        directory: CheckpointDirectory,
        surroundings: Surroundings,
        logger: Logger
    ) {
        self.database = database
        self.key = key
        self.directory = directory
        self.surroundings = surroundings
        self.logger = logger
    }

    /// Writes checkpoints each minute until the task is cancelled.
    public func run() async {
        while !Task.isCancelled {
            do {
                _ = try await writeOnce()
            } catch {
                logger.error("Checkpoints could not be written.", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Writes a checkpoint for each log that changed since its last one.
    public func writeOnce() async throws -> Round {
        var round = Round()
        let heads = try await database.read(.system) { connection in
            try connection.rows("SELECT log_id, size, frontier FROM journal_head ORDER BY log_id") { row in
                (log: try row.id(0, OrganizationEntity.self), size: try row.integer(1), peaks: try row.blob(2))
            }
        }
        for head in heads {
            guard let frontier = MerkleFrontier(size: head.size, encodedPeaks: head.peaks) else {
                refuse(head.log, in: &round)
                continue
            }
            try await write(Head(log: head.log, frontier: frontier), &round)
        }
        return round
    }

    /// Signs how a log stands now, for a partner who asks; `nil` for a log without leaves.
    public func current(_ log: OrganizationID, on connection: any Connection) throws -> SignedCheckpoint? {
        let frontier = try connection.inLog(log) { try JournalHead.frontier(of: log, on: connection) }
        return frontier.size == 0 ? nil : try key.sign(log, size: frontier.size, root: frontier.root)
    }

    private func write(_ head: Head, _ round: inout Round) async throws {
        do {
            if let last = try directory.read(head.log) {
                guard key.signed(last, of: head.log), try await extends(head, last.checkpoint) else {
                    return refuse(head.log, in: &round)
                }
                if last.checkpoint.size == head.frontier.size { return }
            }
        } catch is NoteError {
            return refuse(head.log, in: &round)
        }
        let signed = try key.sign(head.log, size: head.frontier.size, root: head.frontier.root)
        try await store(signed, head)
        try directory.write(signed, of: head.log)
        round.written.append(head.log)
    }

    private func refuse(_ log: OrganizationID, in round: inout Round) {
        round.refused.append(log)
        logger.critical(
            "A log contradicts its last checkpoint; verify the journal against the checkpoint's file.",
            metadata: ["log": "\(log)"]
        )
    }

    /// Whether the log begins with the leaves of the checkpoint. The frontier of that time comes from the database but
    /// is believed only when its root is the checkpoint's, so that just the leaves since then are read.
    private func extends(_ head: Head, _ last: Checkpoint) async throws -> Bool {
        if last.size > head.frontier.size { return false }
        if last.size == head.frontier.size { return last.root == head.frontier.root }
        return try await database.read(.system) { connection in
            let kept = try connection.first(
                "SELECT frontier FROM journal_checkpoint WHERE log_id = \(head.log) AND size = \(last.size)"
            ) { MerkleFrontier(size: last.size, encodedPeaks: try $0.blob(0)) }
            var frontier = MerkleFrontier()
            if let kept, let kept, kept.root == last.root {
                frontier = kept
            } else {
                try LeafHashes.forEach(in: head.log, 0..<last.size, on: connection) { frontier.append($0) }
                guard frontier.size == last.size, frontier.root == last.root else { return false }
            }
            try LeafHashes.forEach(in: head.log, last.size..<head.frontier.size, on: connection) {
                frontier.append($0)
            }
            return frontier == head.frontier
        }
    }

    private func store(_ signed: SignedCheckpoint, _ head: Head) async throws {
        let now = surroundings.now()
        _ = try await database.write(.system, wakes: false) { connection in
            try connection.execute(
                """
                INSERT INTO journal_checkpoint (log_id, size, root, frontier, at, note)
                VALUES (
                    \(head.log), \(signed.checkpoint.size), \(Blob(signed.checkpoint.root.bytes)),
                    \(Blob(head.frontier.encodedPeaks)), \(now), \(signed.note.description)
                ) ON CONFLICT (log_id, size) DO NOTHING
                """
            )
        }
    }
}
