import Dispatch
import Domain

/// A place in the pool: one connection that is only touched on its own serial queue, where libpq may block.
actor PostgresSeat {
    private nonisolated let executor: PostgresQueue
    nonisolated let interrupter: PostgresInterrupter
    private let link: PostgresLink

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(url: String) {
        executor = PostgresQueue()
        interrupter = PostgresInterrupter()
        link = PostgresLink(url: url, interrupter: interrupter)
    }

    /// Runs `body` in a transaction. The ticket names a read to the interrupter; `nil` is for what may not be
    /// interrupted.
    func run<Value: Sendable>(
        _ kind: PostgresTransaction.Kind,
        _ scope: TransactionScope,
        at now: Instant,
        ticket: Int?,
        _ body: @Sendable (any Connection) throws -> Value
    ) throws -> Value {
        guard let ticket else { return try transact(kind, scope, now, body) }
        interrupter.began(ticket)
        // A cancelled connection is closed rather than reused: the signal may reach the server late.
        defer { if interrupter.ended() { link.disconnect() } }
        try Task.checkCancellation()
        do {
            return try transact(kind, scope, now, body)
        } catch let error as DatabaseError where Task.isCancelled && error.sqlState == "57014" {
            throw CancellationError()
        }
    }

    func disconnect() {
        link.disconnect()
    }

    private func transact<Value: Sendable>(
        _ kind: PostgresTransaction.Kind,
        _ scope: TransactionScope,
        _ now: Instant,
        _ body: @Sendable (any Connection) throws -> Value
    ) throws -> Value {
        let transaction = try begin(kind, scope, now)
        do {
            let value = try body(transaction)
            try transaction.commit()
            return value
        } catch {
            transaction.rollBack()
            throw error
        }
    }

    /// Opens a transaction; a connection that was found dead is made anew once, since nothing was done on it yet.
    private func begin(
        _ kind: PostgresTransaction.Kind,
        _ scope: TransactionScope,
        _ now: Instant
    ) throws(DatabaseError) -> PostgresTransaction {
        while true {
            let wasOpen = link.isOpen
            do {
                try link.connectIfNeeded()
                return try PostgresTransaction(link: link, kind: kind, scope: scope, now: now)
            } catch {
                link.rollBack()
                guard error.kind == .connectionLost, wasOpen else { throw error }
                link.disconnect()
            }
        }
    }
}

/// A serial queue as an actor's executor.
private final class PostgresQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "tirek.postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
