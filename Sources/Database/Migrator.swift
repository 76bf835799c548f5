public import Domain

/// Brings a database's schema up to the program's, one migration a transaction.
///
/// A migration that is killed midway leaves nothing behind and is run again at the next start. Afterwards
/// PostgreSQL's roles and policies are made afresh from the tables' descriptions.
public struct Migrator: Sendable {
    public let parts: [SchemaPart]
    private let surroundings: Surroundings

    public init(parts: [SchemaPart], surroundings: Surroundings) {
        self.parts = parts
        self.surroundings = surroundings
    }

    /// All tables, in the order of their rooms.
    public var tables: [TableDescription] { parts.flatMap(\.tables) }

    /// All migrations by number.
    public var migrations: [Migration] { parts.flatMap(\.migrations).sorted { $0.number < $1.number } }

    /// Applies what is missing and returns the numbers applied.
    ///
    /// - Throws: `DatabaseError`; `.misuse` when two migrations share a number or the database is newer than the
    ///   program.
    @discardableResult
    public func migrate(_ database: Database) async throws -> [Int] {
        let known = migrations
        guard Set(known.map(\.number)).count == known.count else {
            throw DatabaseError.misuse("two migrations share a number")
        }
        _ = try await database.driver.migrate { connection in
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number \(connection.dialect.integerType) NOT NULL PRIMARY KEY,
                    name \(connection.dialect.textType) NOT NULL,
                    at \(connection.dialect.integerType) NOT NULL
                ) \(connection.dialect.tableEnd)
                """
            )
            let unknown = try Set(connection.rows("SELECT number FROM schema_migration") { try $0.integer(0) })
                .subtracting(known.map { Int64($0.number) })
            guard unknown.isEmpty else {
                throw DatabaseError.misuse("the database is newer than this program")
            }
        }
        var applied: [Int] = []
        for migration in known where try await apply(migration, to: database) {
            applied.append(migration.number)
        }
        if database.dialect == .postgres {
            let statements = PostgresPolicies.statements(for: tables)
            try await database.driver.migrate { connection in
                let wanted = try PolicyFingerprint.of(statements, on: connection)
                guard try PolicyFingerprint.stored(on: connection) != wanted else { return }
                for statement in statements { try connection.execute(statement) }
                try PolicyFingerprint.store(wanted, on: connection)
            }
        }
        return applied
    }

    private func apply(_ migration: Migration, to database: Database) async throws -> Bool {
        let now = surroundings.now()
        return try await database.driver.migrate { connection in
            let done = try connection.count(
                "SELECT COUNT(*) FROM schema_migration WHERE number = \(migration.number)"
            )
            guard done == 0 else { return false }
            for statement in migration.statements(connection.dialect) { try connection.execute(statement) }
            try connection.execute(
                "INSERT INTO schema_migration (number, name, at) VALUES (\(migration.number), \(migration.name), \(now))"
            )
            return true
        }
    }
}
