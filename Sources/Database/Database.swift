public import Domain

/// One of the two engines: a pool of readers and one writer at a time.
public protocol DatabaseDriver: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` in a read transaction on one snapshot.
    func read<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// The same for a look at a few rows along an index, well below a millisecond; it may be done on the caller's own
    /// thread, where it can't be cancelled.
    func readBriefly<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// Runs `body` in a write transaction that no other writer of any process overlaps. The task's cancellation
    /// doesn't reach it. Returns after the commit is on the disk.
    func write<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// Runs schema statements in one transaction with the owner's rights.
    func migrate<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// Closes all connections once they are idle.
    func close() async
}

extension DatabaseDriver {
    public func readBriefly<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await read(scope, body)
    }
}

/// The database that stores work on; says after each write that there may be new events.
public final class Database: Sendable {
    public let driver: any DatabaseDriver
    /// Called after each committed write on this node, so that followers need not wait for their next look.
    public let wakeUp: WakeUp
    private let onWrite: @Sendable (Duration) -> Void
    private let onFailedSync: @Sendable (DatabaseError) -> Never

    /// - Parameters:
    ///   - driver: the engine.
    ///   - onWrite: told of each committed write how long it took from asking for the writer until the disk had it.
    ///   - onFailedSync: ends the process; called when a write or sync failed, since nothing after that can be
    ///     trusted (a later sync may report success for pages that never reached the disk).
    public init(
        driver: any DatabaseDriver,
        onWrite: @escaping @Sendable (Duration) -> Void = { _ in },
        onFailedSync: @escaping @Sendable (DatabaseError) -> Never
    ) {
        self.driver = driver
        self.onWrite = onWrite
        self.onFailedSync = onFailedSync
        wakeUp = WakeUp()
    }

    public var dialect: Dialect { driver.dialect }

    /// Reads with an organisation's scope; see the same of a transaction scope.
    public func read<Value: Sendable>(
        _ scope: TenantScope,
        isBrief: Bool = false,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await read(.organization(scope.organization), isBrief: isBrief, body)
    }

    /// Writes with an organisation's scope; see ``DatabaseDriver/write(_:_:)``.
    public func write<Value: Sendable>(
        _ scope: TenantScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await write(.organization(scope.organization), body)
    }

    /// Reads on one snapshot; what is brief is a look at a few rows along an index, see
    /// ``DatabaseDriver/readBriefly(_:_:)``.
    public func read<Value: Sendable>(
        _ scope: TransactionScope,
        isBrief: Bool = false,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await guarded {
            isBrief ? try await self.driver.readBriefly(scope, body) : try await self.driver.read(scope, body)
        }
    }

    /// Writes; see ``DatabaseDriver/write(_:_:)``. With `wakes` off, for a write that appends no event, followers don't
    /// look at once.
    public func write<Value: Sendable>(
        _ scope: TransactionScope,
        wakes: Bool = true,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        let began = ContinuousClock.now
        let value = try await guarded { try await self.driver.write(scope, body) }
        onWrite(began.duration(to: .now))
        if wakes { wakeUp.signal() }
        return value
    }

    private func guarded<Value>(_ call: () async throws -> Value) async throws -> Value {
        do {
            return try await call()
        } catch let error as DatabaseError where error.kind == .inputOutput {
            onFailedSync(error)
        }
    }
}
