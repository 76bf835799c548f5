import GRDB
import Synchronization

/// The connections that read, each on a queue of its own.
///
/// GRDB's own pool turns to a waiting queue before it turns to a reader, and waits there with a thread; here a read goes
/// to a free connection at once, or waits in line without one and is taken up by the connection that ends first.
final class SQLiteReaders: Sendable {
    typealias Job = @Sendable (Result<GRDB.Database, any Error>) -> Void

    private struct State {
        var open: [DatabaseQueue] = []
        var free: [DatabaseQueue] = []
        var waiting: [Job] = []
        var isClosed = false
    }

    private let path: String
    private let configuration: Configuration
    private let state = Mutex(State())
    private let most: Int

    /// - Parameters:
    ///   - path: the database file, which exists and keeps a write-ahead log.
    ///   - configuration: of each connection; none of them may write.
    ///   - most: how many may read at once.
    init(path: String, configuration: Configuration, most: Int) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
        self.most = most
    }

    /// Runs the job on a reader's queue, as soon as one is free; it gets the failure when none can be had.
    func read(_ job: @escaping Job) {
        let taken: Result<DatabaseQueue?, any Error> = state.withLock { state in
            if state.isClosed { return .failure(GRDB.DatabaseError(resultCode: .SQLITE_MISUSE, message: "closed")) }
            if let free = state.free.popLast() { return .success(free) }
            guard state.open.count < most else {
                state.waiting.append(job)
                return .success(nil)
            }
            return Result {
                let reader = try DatabaseQueue(path: path, configuration: configuration)
                state.open.append(reader)
                return reader
            }
        }
        switch taken {
        case .success(let reader?): run(job, on: reader)
        case .success(nil): break
        case .failure(let error): job(.failure(error))
        }
    }

    /// Does a short job on the caller's own thread, if a connection that was used before is free: to wake another thread
    /// takes longer than such a job. `nil` when none is free.
    func readHere<Value>(_ job: (GRDB.Database) throws -> Value) rethrows -> Value? {
        guard let reader = state.withLock({ $0.free.popLast() }) else { return nil }
        defer { if let next = following(reader) { run(next, on: reader) } }
        return try reader.writeWithoutTransaction { try Self.inTransaction($0, job) }
    }

    private func run(_ job: @escaping Job, on reader: DatabaseQueue) {
        reader.asyncWriteWithoutTransaction { [self] database in
            var next: Job? = job
            while let job = next {
                do {
                    try Self.inTransaction(database) { job(.success($0)) }
                } catch {
                    job(.failure(error))
                }
                next = following(reader)
            }
        }
    }

    /// Whoever waits longest; with nobody waiting the reader is free again.
    private func following(_ reader: DatabaseQueue) -> Job? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            if !state.isClosed { state.free.append(reader) }
            return nil
        }
    }

    /// All statements of a job see the same state.
    private static func inTransaction<Value>(
        _ database: GRDB.Database,
        _ job: (GRDB.Database) throws -> Value
    ) throws -> Value {
        try database.cachedStatement(sql: "BEGIN DEFERRED").execute()
        // There is nothing to lose by the end of a transaction that only read; but it has to end, or no other one begins.
        defer {
            do {
                try database.cachedStatement(sql: "COMMIT").execute()
            } catch {
                do { try database.execute(sql: "ROLLBACK") } catch {}
            }
        }
        return try job(database)
    }

    /// Closes every connection; what reads still is waited for, what waits in line fails.
    func close() {
        let (open, waiting) = state.withLock { state in
            defer { state = State(isClosed: true) }
            return (state.open, state.waiting)
        }
        for job in waiting {
            job(.failure(GRDB.DatabaseError(resultCode: .SQLITE_MISUSE, message: "closed")))
        }
        for reader in open { do { try reader.close() } catch {} }
    }
}
