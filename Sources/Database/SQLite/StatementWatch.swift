import GRDB
import GRDBSQLite
import Synchronization

/// Stops a read that takes too long or that nobody waits for any more. SQLite asks it every few thousand steps.
final class StatementWatch: Sendable {
    /// About a millisecond's work between two questions.
    private static let steps: CInt = 10_000

    private let deadline: ContinuousClock.Instant?
    private let cancelled = Atomic(false)

    /// - Parameter limit: how long all statements of the read may take together; `nil` for jobs over whole tables.
    init(limit: Duration?) {
        deadline = limit.map { ContinuousClock.now + $0 }
    }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    func cancel() {
        cancelled.store(true, ordering: .relaxed)
    }

    /// Runs `body` under watch; a read that was stopped throws `CancellationError` or a timeout.
    func watching<Value>(_ database: GRDB.Database, _ body: () throws -> Value) throws -> Value {
        guard !isCancelled else { throw CancellationError() }
        sqlite3_progress_handler(
            database.sqliteConnection,
            Self.steps,
            { context in
                guard let context else { return 0 }
                return Unmanaged<StatementWatch>.fromOpaque(context).takeUnretainedValue().shouldStop ? 1 : 0
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
        // The watch outlives the handler, since this call holds it until the handler is gone.
        defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
        do {
            return try body()
        } catch let error as DatabaseError where error.kind == .timeout && isCancelled {
            throw CancellationError()
        }
    }

    private var shouldStop: Bool {
        isCancelled || deadline.map { ContinuousClock.now > $0 } ?? false
    }
}
