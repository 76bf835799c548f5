import Database
import Domain
import Journal
import Logging
import Vault

/// Copies of an installation in two folders: the data without its keys, and the keys.
public enum Backups {
    /// Writes a backup into a new folder while others go on working.
    ///
    /// The leaf `backup.made` is written first, so that a copy is never without one; one that was begun and failed
    /// leaves the leaf alone. All rows come from one snapshot after it. Everything is written under another name and
    /// gets its own only when it is on the disk and was read back.
    ///
    /// - Returns: lines to print.
    /// - Throws: `BackupError`, `DatabaseError`, and the errors of opening.
    public static func make(at directory: String, _ configuration: AppConfiguration) async throws -> [String] {
        let target = trimmed(directory)
        guard !BackupFolder.exists(target) else {
            throw BackupError("\(target) exists already; a backup is written into a new folder.")
        }
        let root = try configuration.rootSecret.load(
            dataDirectory: configuration.dataDirectory,
            isDemonstration: configuration.isDemonstration
        )
        let vault = Vault(root: root, surroundings: .system)
        let database = try Installation.openDatabase(configuration, Logger(label: "tirek"))
        let making = BackupMaking(target: target, rootID: root.identifier, vault: vault, surroundings: .system)
        return try await closing(database) { try await making.run(database) }
    }

    /// Restores a backup into an empty database.
    ///
    /// - Parameters:
    ///   - directory: what `make` wrote.
    ///   - withoutRegister: why it is restored although the register of erasures is lost.
    ///   - configuration: of the empty installation.
    /// - Returns: lines to print.
    /// - Throws: `BackupError` for a damaged, mixed or newer backup, a database that isn't empty, or a missing register.
    public static func restore(
        from directory: String,
        withoutRegister: String?,
        _ configuration: AppConfiguration
    ) async throws -> [String] {
        let root = try configuration.rootSecret.load(
            dataDirectory: configuration.dataDirectory,
            isDemonstration: configuration.isDemonstration
        )
        let vault = Vault(root: root, surroundings: .system)
        let source = try BackupSource(trimmed(directory), vault, rootID: root.identifier)
        let restoring = try Restoring(
            source: source,
            vault: vault,
            surroundings: .system,
            registerPath: configuration.erasureRegister,
            withoutRegister: withoutRegister
        )
        guard case .sqlite(let path) = configuration.database else {
            let database = try Installation.openDatabase(configuration, Logger(label: "tirek"))
            return try await closing(database) { try await restoring.run(database) }
        }
        return try await FreshFile(path: path).fill { temporary in
            var inFile = configuration
            inFile.database = .sqlite(path: temporary)
            let database = try Installation.openDatabase(inFile, Logger(label: "tirek"))
            return try await closing(database) { try await restoring.run(database) }
        }
    }

    private static func closing<Value>(_ database: Database, _ work: () async throws -> Value) async throws -> Value {
        do {
            let value = try await work()
            await database.driver.close()
            return value
        } catch {
            await database.driver.close()
            throw error
        }
    }

    private static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
    }
}
