import Database
import Domain
import Logging
import Synchronization

/// The reserve file together with the way out of it: into the journal, each leaf exactly once.
final class Reserve: Sendable {
    /// How an attempt to empty the reserve ended.
    enum Outcome: Sendable {
        /// Everything in it is in the journal.
        case empty
        /// The database still has no room.
        case noRoom
        /// Something else is wrong; the entries stay, and the journal itself can perhaps be written.
        case failed
    }

    /// How long to wait between two attempts.
    static let pause = Duration.seconds(1)
    /// How many leaves go into the journal in one transaction.
    private static let batch = 500

    private let file: ReserveFile
    private let database: Database
    private let journal: Journal
    private let logger: Logger
    /// When there was last no room.
    private let lastFailure = Mutex<ContinuousClock.Instant?>(nil)

    init(file: ReserveFile, database: Database, journal: Journal, logger: Logger) {
        self.file = file
        self.database = database
        self.journal = journal
        self.logger = logger
    }

    var isEmpty: Bool { file.isEmpty }

    func release() {
        file.release()
    }

    func append(_ leaves: [LeafDraft]) throws {
        try file.append(leaves)
        // Only the first: were every one to put off the next attempt, steady reading would keep the reserve for ever.
        lastFailure.withLock { $0 = $0 ?? .now }
    }

    /// Moves what is in the reserve into the journal, unless the last attempt was less than a second ago.
    func drain() async -> Outcome {
        if file.isEmpty { return .empty }
        if let last = lastFailure.withLock({ $0 }), .now - last < Self.pause { return .noRoom }
        do {
            let entries = try file.entries()
            for start in stride(from: 0, to: entries.count, by: Self.batch) {
                try await move(Array(entries[start..<min(start + Self.batch, entries.count)]))
            }
            if let last = entries.last { file.drained(through: last.sequence) }
            lastFailure.withLock { $0 = nil }
            logger.notice("The journal's reserve is empty again.", metadata: ["leaves": "\(entries.count)"])
            return .empty
        } catch let error as DatabaseError where error.kind == .diskFull {
            lastFailure.withLock { $0 = .now }
            return .noRoom
        } catch {
            logger.error("The journal's reserve could not be emptied.", metadata: ["error": "\(error)"])
            return .failed
        }
    }

    private func move(_ entries: [ReserveEntry]) async throws {
        let (id, journal) = (file.id, journal)
        try await database.write(.system, wakes: false) { connection in
            let drained = try connection.count("SELECT drained FROM journal_reserve WHERE id = \(id)")
            let fresh = entries.filter { $0.sequence > drained }
            guard let last = fresh.last else { return }
            try journal.append(fresh.map(\.draft), on: connection)
            try connection.execute(
                """
                INSERT INTO journal_reserve (id, drained) VALUES (\(id), \(last.sequence))
                ON CONFLICT (id) DO UPDATE SET drained = excluded.drained
                """
            )
        }
    }
}
