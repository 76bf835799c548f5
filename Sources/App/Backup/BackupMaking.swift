import Database
import Domain
import Foundation
import Glibc
import Journal
import Vault

/// One run of `tirek backup`.
struct BackupMaking: Sendable {
    let target: String
    let rootID: String
    let vault: Vault
    let surroundings: Surroundings

    private struct Written: Sendable {
        let rows: Int64
        let tables: Int
        let outcome: SampleCheck.Outcome
        let leaves: Int64
    }

    func run(_ database: Database) async throws -> [String] {
        try await check(database)
        let lock = try PartialFolder(target + ".partial")
        defer { lock.release() }
        try await database.write(.installation) { connection in
            let leaf = LeafDraft(log: .installation, kind: .backupMade, actorOrganization: .installation)
            _ = try Recorder(surroundings: surroundings).record(leaf, on: connection)
        }
        let partial = lock.path
        do {
            let written = try await database.read(.system) { try write(to: partial, on: $0) }
            try BackupFolder.move(partial, to: target)
            return lines(written)
        } catch {
            lock.remove()
            throw error
        }
    }

    /// The database must be this program's and under this root key.
    private func check(_ database: Database) async throws {
        let known = Set(Migrator(parts: Installation.schema, surroundings: surroundings).migrations.map(\.number))
        let applied = try await database.read(.system) { connection in
            guard try vault.matches(connection) else {
                throw ConfigurationError("This root key doesn't fit the database: its keys are wrapped by another one.")
            }
            return try connection.rows("SELECT number FROM schema_migration") { Int(try $0.integer(0)) }
        }
        guard Set(applied) == known else {
            throw BackupError("The database's schema isn't this program's; run `tirek migrate` first.")
        }
    }

    private func write(to folder: String, on connection: any Connection) throws -> Written {
        let backup: RecordID = surroundings.newID()
        let now = surroundings.now()
        var files: [BackupManifest.Part: [BackupManifest.File]] = [:]
        for part in BackupManifest.Part.allCases { try BackupFolder.make("\(folder)/\(part.rawValue)") }
        let tables = try StoredTable.all(Installation.schema.flatMap(\.tables), on: connection)
        for table in tables {
            let part: BackupManifest.Part = table.isKeyTable ? .keys : .data
            let path = "\(folder)/\(part.rawValue)/\(table.name).rows"
            let file = try BackupFileWriter(path: path)
            let rows = try RowFile.write(table, to: file, on: connection)
            let hash = try file.finish()
            let entry = BackupManifest.File(table: table.name, rows: rows, bytes: file.byteCount, sha256: hash)
            files[part, default: []].append(entry)
        }
        let counts = Dictionary(uniqueKeysWithValues: files.values.joined().map { ($0.table, $0.rows) })
        for (part, entries) in files { try BackupSource.compare(entries, in: "\(folder)/\(part.rawValue)") }
        let outcome = try SampleCheck.run(in: folder, rows: counts, vault, on: connection)
        let numbers = try connection.rows("SELECT number FROM schema_migration ORDER BY number") { try $0.integer(0) }
        func manifest(_ part: BackupManifest.Part) -> BackupManifest {
            BackupManifest(
                part: part,
                backup: backup.text,
                createdAt: now.milliseconds,
                created: Date(timeIntervalSince1970: Double(now.milliseconds) / 1000).ISO8601Format(),
                engine: connection.dialect.rawValue,
                rootID: rootID,
                migrations: numbers,
                files: files[part] ?? []
            )
        }
        var data = manifest(.data)
        data.heads = try BackupManifest.Head.all(on: connection)
        data.unreadable = outcome.unreadable
        var keys = manifest(.keys)
        keys.dataManifest = try data.write(to: folder + "/data", vault)
        _ = try keys.write(to: folder + "/keys", vault)
        for path in [folder + "/data", folder + "/keys", folder] { try BackupFolder.sync(path) }
        return Written(
            rows: counts.values.reduce(0, +),
            tables: tables.count,
            outcome: outcome,
            leaves: data.heads?.reduce(0) { $0 + $1.size } ?? 0
        )
    }

    private func lines(_ written: Written) -> [String] {
        var lines = [
            "Wrote \(target): \(written.tables) tables, \(written.rows) rows, \(written.leaves) journal entries.",
            "Read back and opened \(written.outcome.opened) sealed records as a sample.",
            "Keep \(target)/keys apart from \(target)/data, and for 30 days at most.",
        ]
        for record in written.outcome.unreadable {
            lines.append("Record \(record) can't be opened: it is damaged in the database itself.")
        }
        return lines
    }
}

/// The folder under its name for the time of writing; locked, so that two runs don't meet in it. What a killed run left
/// there is removed by the next.
private struct PartialFolder {
    let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        if BackupFolder.exists(path) {
            try Self.lock(path).close()
            try Self.clear(path)
        }
        try BackupFolder.make(path)
        descriptor = try Self.lock(path).descriptor
    }

    func release() {
        Glibc.close(descriptor)
    }

    func remove() {
        do { try Self.clear(path) } catch {}
    }

    private struct Lock {
        let descriptor: Int32
        func close() { Glibc.close(descriptor) }
    }

    private static func lock(_ path: String) throws -> Lock {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BackupFolder.failure("open \(path)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(descriptor)
            throw BackupError("Another backup is being written to \(path).")
        }
        return Lock(descriptor: descriptor)
    }

    private static func clear(_ path: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw BackupError("What an interrupted backup left at \(path) can't be removed: \(error).")
        }
    }
}
