import CLibPQ
import Dispatch
public import Domain

/// PostgreSQL through libpq: several readers and one writer, each a connection on a queue of its own.
///
/// Every transaction enters a database role and a scope before its first statement, so that row-level security is a
/// second lock behind the stores' own conditions. A writer first takes one advisory lock: writers of all processes
/// follow one another, which keeps the event log and the journal gapless and in the order of commits. To split that
/// lock later, ``PostgresOpening/write`` is the only place.
public final class PostgresDriver: DatabaseDriver {
    /// How often a transaction is run in all when others stand in its way.
    private static let attempts = 6

    public let dialect = Dialect.postgres
    private let readers: PostgresPool
    private let writer: PostgresPool
    private let surroundings: Surroundings

    /// Prepares the pool; connections are made when first needed.
    ///
    /// The login must own the database's tables or be allowed to create them, and be a member of `tirek_app` and
    /// `tirek_system` or allowed to create roles.
    ///
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/name?…`, or any connection string of libpq.
    ///   - connections: how many may read at once; the writer has one more.
    ///   - patience: how long a call waits for a free connection before `.timeout`.
    ///   - surroundings: the clock by which grants begin and end, and chance for pauses.
    /// - Throws: `DatabaseError` of kind `.misuse` when `url` is no connection string.
    public init(
        url: String,
        connections: Int = 6,
        patience: Duration = .seconds(5),
        surroundings: Surroundings = .system
    ) throws {
        guard let options = PQconninfoParse(url, nil) else {
            // libpq's own words would quote the password.
            throw DatabaseError.misuse("the database's address is no PostgreSQL connection string")
        }
        PQconninfoFree(options)
        readers = PostgresPool(seats: (0..<max(1, connections)).map { _ in PostgresSeat(url: url) }, patience: patience)
        writer = PostgresPool(seats: [PostgresSeat(url: url)], patience: patience)
        self.surroundings = surroundings
    }

    public func read<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await readers.withSeat { seat in
            let ticket = seat.interrupter.newTicket()
            return try await withTaskCancellationHandler {
                try await self.retrying {
                    try await seat.run(.read, scope, at: self.surroundings.now(), ticket: ticket, body)
                }
            } onCancel: {
                // It blocks for a round trip, which the canceller should not.
                DispatchQueue.global().async { seat.interrupter.interrupt(ticket) }
            }
        }
    }

    public func write<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await shielded(.write, scope, body)
    }

    public func migrate<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await shielded(.migrate, .system, body)
    }

    public func close() async {
        await readers.close()
        await writer.close()
    }

    /// Runs a write in a task of its own, which the caller's cancellation doesn't reach.
    private func shielded<Value: Sendable>(
        _ kind: PostgresTransaction.Kind,
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await Task {
            try await self.writer.withSeat { seat in
                try await self.retrying {
                    try await seat.run(kind, scope, at: self.surroundings.now(), ticket: nil, body)
                }
            }
        }.value
    }

    /// Runs the whole transaction again when another stood in its way, after a pause that grows and varies.
    private func retrying<Value: Sendable>(
        _ transaction: @Sendable () async throws -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            do {
                return try await transaction()
            } catch let error as DatabaseError where error.kind == .retryable && attempt < Self.attempts {
                let chance = Int(surroundings.randomBytes(1).first ?? 128)
                let pause = (1 << attempt) * (128 + chance) / 128
                try await Task.sleep(for: .milliseconds(pause))
                attempt += 1
            }
        }
    }
}
