public import Access
import Administration
import Calendar
import Casework
import Crypto
public import Database
import Directory
public import Domain
import Export
import Facts
import Glibc
import Guides
import Hotline
import Import
public import Journal
import Logging
import People
public import Vault
import Web

/// Everything of an installation that works without the web: opened by the server and by each command.
public struct Installation: Sendable {
    public let configuration: AppConfiguration
    public let surroundings: Surroundings
    public let database: Database
    public let vault: Vault
    public let access: AccessServices
    public let rooms: Rooms
    public let erasure: Erasure
    public let appender: JournalAppender
    public let checkpointKey: CheckpointKey
    /// From which form tokens for visitors without a session are made.
    let formKey: SymmetricKey
    /// What the operators of the installation watch.
    let metrics: Metrics
    let logger: Logger

    /// The schema of all rooms, in the order of the floors.
    public static let schema = [
        DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part, WebSchema.part,
        PeopleSchema.part, FactsSchema.part, DirectorySchema.part, CalendarSchema.part, HotlineSchema.part,
        CaseworkSchema.part, ImportSchema.part, ExportSchema.part,
    ]

    /// The process's exit code after a write to the disk failed.
    static let failedSyncCode: Int32 = 74

    /// Opens the database, brings its schema up to date, checks the root key against it, and completes erasures that a
    /// crash cut off.
    ///
    /// - Parameters:
    ///   - configuration: what the program was told.
    ///   - isServing: takes the reserve for leaves of reading, which one process of a state directory holds; the
    ///     command line works beside a server and does without.
    ///   - surroundings: the clock and chance; tests fix them.
    /// - Returns: the installation, to be closed with ``close()``.
    /// - Throws: `ConfigurationError`, `RootSecretError`, `DatabaseError`, in words for the operator.
    public static func open(
        _ configuration: AppConfiguration,
        isServing: Bool = false,
        surroundings: Surroundings = .system
    ) async throws -> Installation {
        let logger = Logger(label: "tirek")
        let root = try configuration.rootSecret.load(
            dataDirectory: configuration.dataDirectory,
            isDemonstration: configuration.isDemonstration
        )
        let vault = Vault(root: root, surroundings: surroundings)
        let metrics = Metrics()
        let writes = metrics.histogram(
            "tirek_write_duration_seconds",
            "Time from asking for the writer until the disk had the change.",
            bounds: Metrics.durationBounds
        )
        let database = try openDatabase(configuration, logger) { writes.observe($0) }
        try await Migrator(parts: schema, surroundings: surroundings).migrate(database)
        guard try await database.read(.system, { try vault.matches($0) }) else {
            throw ConfigurationError("This root key doesn't fit the database: its keys are wrapped by another one.")
        }
        let access = AccessServices(database: database, vault: vault, surroundings: surroundings)
        let secrets = try await database.write(.installation) { connection in
            try access.organizations.ensureInstallation(language: .russian, timeZone: "Asia/Bishkek", on: connection)
            return (
                form: try vault.installationSecret("form-tokens", on: connection),
                checkpoints: try vault.installationSecret("checkpoint-signing", on: connection)
            )
        }
        let rooms = Rooms(
            content: try ContentLibrary.load(directory: configuration.contentDirectory),
            database: database,
            vault: vault,
            surroundings: surroundings,
            snapshots: configuration.keepsSearchSnapshots
                ? SearchSnapshots(
                    folder: configuration.stateDirectory + "/search-snapshots",
                    database: database,
                    vault: vault,
                    logger: logger
                ) : nil
        )
        try await OrganizationFeed(access: access, directory: rooms.organizations).fill()
        let erasure = Erasure(vault, register: try ErasureRegister(path: configuration.erasureRegister))
        try await erasure.reconcile(database) { entry, connection in
            try rooms.complete(entry, on: connection)
            try access.accounts.completeErasure(entry, on: connection)
        }
        return Installation(
            configuration: configuration,
            surroundings: surroundings,
            database: database,
            vault: vault,
            access: access,
            rooms: rooms,
            erasure: erasure,
            appender: try JournalAppender(
                database: database,
                reservePath: isServing ? configuration.stateDirectory + "/journal-reserve" : nil,
                surroundings: surroundings,
                logger: logger,
                onFailedSync: { error in
                    logger.critical("A write to the disk failed; ending.", metadata: ["error": "\(error)"])
                    _exit(failedSyncCode)
                }
            ),
            checkpointKey: try CheckpointKey(
                seed: secrets.checkpoints.withUnsafeBytes { Array($0) },
                installation: "tirek"
            ),
            formKey: secrets.form,
            metrics: metrics,
            logger: logger
        )
    }

    /// Waits for what is under way and closes the database.
    public func close() async {
        await appender.stop()
        await database.driver.close()
    }

    static func openDatabase(
        _ configuration: AppConfiguration,
        _ logger: Logger,
        onWrite: @escaping @Sendable (Duration) -> Void = { _ in }
    ) throws -> Database {
        let driver: any DatabaseDriver =
            switch configuration.database {
            case .sqlite(let path): try SQLiteDriver(path: path, readers: configuration.readers)
            case .postgres(let url): try PostgresDriver(url: url, connections: configuration.readers)
            }
        return Database(driver: driver, onWrite: onWrite) { error in
            logger.critical("A write to the disk failed; ending.", metadata: ["error": "\(error)"])
            _exit(failedSyncCode)
        }
    }
}
