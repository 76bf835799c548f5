import Domain
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// SQLite through GRDB: WAL, one writer, several readers on snapshots.
///
/// `synchronous=FULL` is set after the pool is open and read back, since GRDB sets NORMAL itself when it opens WAL;
/// in a simulated power cut NORMAL lost 730 of 12,687 acknowledged rows, FULL none.
public final class SQLiteDriver: DatabaseDriver {
    public let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let readers: SQLiteReaders
    private let checkpointer: DatabaseQueue
    private let readLimit: Duration
    private let checkpoints: Task<Void, Never>
    private let failedSync = FailedSync()

    /// Opens or creates the database file.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist.
    ///   - readers: how many snapshots may be read at once.
    ///   - readLimit: how long a read may take; jobs in the system scope have no limit.
    ///   - checkpointEvery: how often the write-ahead log is moved into the file; never inside a commit.
    /// - Throws: `DatabaseError` when the file can't be opened, is no database, or durability can't be had.
    public init(
        path: String,
        readers: Int = 4,
        readLimit: Duration = .seconds(15),
        checkpointEvery: Duration = .seconds(1)
    ) throws {
        var configuration = Configuration()
        configuration.busyMode = .callback(Self.waitsForOtherProcess)
        configuration.foreignKeysEnabled = true
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA cache_size = -8000")
            try database.execute(sql: "PRAGMA mmap_size = 0")
        }
        let opened = try translating { try DatabasePool(path: path, configuration: configuration) }
        try translating {
            try opened.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // Automatic checkpoints would run inside somebody's commit.
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
                // Ids and links fall on pages all over a large file; the one writer keeps more of them than a reader.
                try database.execute(sql: "PRAGMA cache_size = -48000")
                guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2,
                    try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
                else { throw DatabaseError.misuse("SQLite did not accept synchronous=FULL with WAL") }
            }
        }
        let beside = try translating { try DatabaseQueue(path: path, configuration: configuration) }
        pool = opened
        self.readers = SQLiteReaders(path: path, configuration: configuration, most: readers)
        checkpointer = beside
        self.readLimit = readLimit
        let failedSync = failedSync
        // A queue of its own, since it waits for the disk, at the priority of the writer's: at a lower one the log is not
        // moved while the machine is busy.
        let queue = DispatchQueue(label: "tirek.checkpoints", qos: .userInitiated)
        checkpoints = Task.detached {
            while !Task.isCancelled {
                do { try await Task.sleep(for: checkpointEvery) } catch { return }
                await withCheckedContinuation { continuation in
                    queue.async {
                        SQLiteDriver.checkpoint(beside, opened, failedSync)
                        continuation.resume()
                    }
                }
            }
        }
    }

    deinit { checkpoints.cancel() }

    public func read<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        let watch = watch(scope)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                readers.read { result in
                    continuation.resume(with: Result { try Self.read(result.get(), scope, watch, body) })
                }
            }
        } onCancel: {
            watch.cancel()
        }
    }

    public func readBriefly<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        let watch = watch(scope)
        let value = try translating { try readers.readHere { try Self.read($0, scope, watch, body) } }
        if let value { return value }
        return try await read(scope, body)
    }

    private func watch(_ scope: TransactionScope) -> StatementWatch {
        StatementWatch(limit: scope == .system ? nil : readLimit)
    }

    private static func read<Value>(
        _ database: GRDB.Database,
        _ scope: TransactionScope,
        _ watch: StatementWatch,
        _ body: (any Connection) throws -> Value
    ) throws -> Value {
        try translating {
            try watch.watching(database) { try body(SQLiteConnection(database, scope: scope, mayWrite: false)) }
        }
    }

    public func write<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        // GRDB's own async write rolls back when the task is cancelled; this one doesn't know of tasks.
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { [failedSync] database in
                continuation.resume(
                    with: Result {
                        try failedSync.check()
                        return try translating { try Self.transaction(database, scope, body) }
                    }
                )
            }
        }
    }

    public func migrate<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await write(.system, body)
    }

    public func close() async {
        checkpoints.cancel()
        readers.close()
        do { try checkpointer.close() } catch {}
        await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                // A closed connection has no handle left: closing twice is no error.
                if database.sqliteConnection != nil {
                    do {
                        _ = try database.checkpoint(.truncate)
                    } catch {
                        // A reader still holds a snapshot; the log stays and is read again at the next start.
                    }
                }
                continuation.resume()
            }
        }
        do { try pool.close() } catch {}
    }

    /// Copies the whole database into a new file while others go on reading and writing.
    public func copy(to path: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global(qos: .utility).async { [pool] in
                continuation.resume(
                    with: Result {
                        try translating {
                            let destination = try DatabaseQueue(path: path)
                            try pool.backup(to: destination)
                            try destination.close()
                        }
                    }
                )
            }
        }
    }

    private static func transaction<Value>(
        _ database: GRDB.Database,
        _ scope: TransactionScope,
        _ body: (any Connection) throws -> Value
    ) throws -> Value {
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
            let value = try body(SQLiteConnection(database, scope: scope, mayWrite: true))
            try database.execute(sql: "COMMIT")
            return value
        } catch {
            if database.isInsideTransaction {
                do { try database.execute(sql: "ROLLBACK") } catch is GRDB.DatabaseError {}
            }
            throw error
        }
    }

    /// Another process has the writer: looks again every half millisecond, for ten seconds at least.
    ///
    /// SQLite's own time-out sleeps up to 100 ms between two looks, and a writer that takes turns with it is found busy
    /// each time.
    private static func waitsForOtherProcess(tries: Int) -> Bool {
        guard tries < 20_000 else { return false }
        usleep(500)
        return true
    }

    /// Moves the log into the file beside the writer, over a connection of its own; when the log has grown, the writer
    /// then waits for a moment, so that it can begin anew.
    private static func checkpoint(_ beside: DatabaseQueue, _ writer: DatabasePool, _ failedSync: FailedSync) {
        do {
            try translating {
                let frames = try beside.writeWithoutTransaction { database in
                    database.sqliteConnection == nil ? 0 : try database.checkpoint(.passive).walFrameCount
                }
                guard frames > Self.longLog else { return }
                try writer.writeWithoutTransaction { try Self.beginLogAnew($0) }
            }
        } catch let error as DatabaseError where error.kind == .inputOutput {
            failedSync.note(error)
        } catch {
            // A busy log is tried again at the next turn.
        }
    }

    /// From how many pages on the log should begin anew: its index is searched by every read.
    private static let longLog = 4_000
    /// How long the writer waits at most for reads that still look into the log.
    private static let patience = Duration.milliseconds(20)

    /// Moves the rest in the writer's turn and waits for those who read from the log: only without any it begins anew.
    private static func beginLogAnew(_ database: GRDB.Database) throws {
        guard let handle = database.sqliteConnection else { return }
        // The connection's own busy handler would let one long read stop all writing.
        sqlite3_busy_timeout(handle, 0)
        defer {
            sqlite3_busy_handler(
                handle,
                { _, tries in SQLiteDriver.waitsForOtherProcess(tries: Int(tries)) ? 1 : 0 },
                nil
            )
        }
        let end = ContinuousClock.now + patience
        repeat {
            let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_RESTART, nil, nil)
            if code == SQLITE_OK { return }
            guard code & 0xFF == SQLITE_BUSY else {
                throw GRDB.DatabaseError(resultCode: ResultCode(rawValue: code))
            }
            usleep(1_000)
        } while ContinuousClock.now < end
    }
}

/// A failed sync of a checkpoint, which no caller waits for: the next write reports it in place of being done, since
/// the kernel may call later syncs of the lost pages a success.
private final class FailedSync: Sendable {
    private let error = Mutex<DatabaseError?>(nil)

    func note(_ failure: DatabaseError) {
        error.withLock { $0 = $0 ?? failure }
    }

    func check() throws {
        if let error = error.withLock({ $0 }) { throw error }
    }
}
