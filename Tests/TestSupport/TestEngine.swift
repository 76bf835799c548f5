public import Database
public import Domain
import Foundation

/// The engines that a store's tests run on; meant as the arguments of a parameterised test.
///
/// SQLite always; PostgreSQL when `TIREK_TEST_POSTGRES` holds the address of a server as an administrator
/// (`postgres://postgres@127.0.0.1/postgres`) that lets logins with a password in. With `TIREK_REQUIRE_POSTGRES=1`
/// PostgreSQL is always among them, and without an address its tests fail.
public enum TestEngine: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgres

    public var description: String { rawValue }

    /// The engines to test on.
    public static let available: [TestEngine] = hasPostgres ? [.sqlite, .postgres] : [.sqlite]

    /// Whether tests of PostgreSQL alone are to run.
    public static let hasPostgres = postgresAddress != nil || environment["TIREK_REQUIRE_POSTGRES"] == "1"

    /// Runs `body` with a fresh, migrated store and removes it afterwards.
    public func withStore(
        _ parts: [SchemaPart] = [],
        surroundings: Surroundings = .system,
        _ body: (TestStore) async throws -> Void
    ) async throws {
        guard self == .postgres else {
            return try await run(in: try SQLiteTestPlace(), parts, surroundings, body)
        }
        await TestGate.postgres.enter()
        do {
            let place = try PostgresTestPlace(administrator: Self.postgresAddress, surroundings: surroundings)
            try await run(in: place, parts, surroundings, body)
        } catch {
            await TestGate.postgres.leave()
            throw error
        }
        await TestGate.postgres.leave()
    }

    /// Runs `body` with a fresh, migrated database and removes it afterwards.
    public func withDatabase(
        _ parts: [SchemaPart] = [],
        surroundings: Surroundings = .system,
        _ body: (Database) async throws -> Void
    ) async throws {
        try await withStore(parts, surroundings: surroundings) { try await body($0.database) }
    }

    private func run(
        in place: any TestPlace,
        _ parts: [SchemaPart],
        _ surroundings: Surroundings,
        _ body: (TestStore) async throws -> Void
    ) async throws {
        defer { place.remove() }
        let store = TestStore(engine: self, place: place, database: try place.open())
        do {
            try await Migrator(parts: parts, surroundings: surroundings).migrate(store.database)
            try await body(store)
        } catch {
            await store.close()
            throw error
        }
        await store.close()
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let postgresAddress = environment["TIREK_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }
}

/// Runs `body` with a fresh, migrated database of each engine in turn.
public func withEachEngine(
    _ parts: [SchemaPart] = [],
    surroundings: Surroundings = .system,
    _ body: (Database) async throws -> Void
) async throws {
    for engine in TestEngine.available {
        try await engine.withDatabase(parts, surroundings: surroundings, body)
    }
}
