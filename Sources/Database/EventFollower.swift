public import Logging

/// Follows the event log by position: at once after this process's writes, every 250 ms for those of others.
public struct EventFollower: Sendable {
    private let database: Database
    private let batch: Int
    private let interval: Duration
    private let logger: Logger

    public init(
        database: Database,
        batch: Int = 500,
        interval: Duration = .milliseconds(250),
        logger: Logger = Logger(label: "tirek.follower")
    ) {
        self.database = database
        self.batch = batch
        self.interval = interval
        self.logger = logger
    }

    /// Calls `handle` with each batch of new events, in order, until the task is cancelled. A batch for which it throws
    /// a `DatabaseError` comes again.
    ///
    /// - Parameters:
    ///   - start: the position after which to begin.
    ///   - handle: takes a batch; what it throws ends the following.
    /// - Throws: what `handle` throws, and `CancellationError`.
    public func run(
        after start: Int64,
        _ handle: @escaping @Sendable ([PositionedEvent]) async throws -> Void
    ) async throws {
        var position = start
        let (ticks, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let signals = database.wakeUp.signals()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in signals { continuation.yield() } }
            group.addTask { [interval] in
                while !Task.isCancelled {
                    continuation.yield()
                    try await Task.sleep(for: interval)
                }
            }
            defer {
                group.cancelAll()
                continuation.finish()
            }
            for await _ in ticks {
                position = try await drain(after: position, handle)
            }
        }
    }

    private func drain(
        after start: Int64,
        _ handle: @Sendable ([PositionedEvent]) async throws -> Void
    ) async throws -> Int64 {
        var position = start
        while !Task.isCancelled {
            do {
                let (after, limit) = (position, batch)
                let events = try await database.read(.system) {
                    try EventLog.read(after: after, limit: limit, on: $0)
                }
                guard let last = events.last else { return position }
                try await handle(events)
                position = last.position
                if events.count < batch { return position }
            } catch let error as DatabaseError {
                // The next tick tries again; the position has not moved, so nothing is missed.
                logger.warning("event follower waits", metadata: ["kind": "\(error.kind.rawValue)"])
                return position
            }
        }
        return position
    }
}
