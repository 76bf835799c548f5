import Access
import Database
import Domain
import Foundation
import Journal
import People
import Vault

/// One run of `tirek restore`, on an empty database of either engine.
///
/// All rows, the comparison with the backup's journals, the sample and the leaves are one transaction: a run that was
/// killed leaves an empty database, which the next run takes.
struct Restoring: Sendable {
    private let source: BackupSource
    private let vault: Vault
    private let surroundings: Surroundings
    private let registerPath: String
    /// The reason, when the register is lost.
    private let override: String?
    private let migrator: Migrator

    /// - Throws: `BackupError` when the backup is newer than the program or the register is missing without a reason.
    init(
        source: BackupSource,
        vault: Vault,
        surroundings: Surroundings,
        registerPath: String,
        withoutRegister: String?
    ) throws {
        migrator = Migrator(parts: Installation.schema, surroundings: surroundings)
        let known = Set(migrator.migrations.map { Int64($0.number) })
        guard source.data.migrations == source.keys.migrations, known.isSuperset(of: source.data.migrations) else {
            throw BackupError("The backup was made by a newer program (\(source.data.program)); update this one first.")
        }
        if BackupFolder.exists(registerPath) {
            // A damaged one is refused before anything is written.
            do {
                _ = try ErasureRegister(path: registerPath, mayCreate: false).entries()
            } catch let error as ErasureRegisterError {
                throw BackupError(error.description)
            }
            override = nil
        } else {
            let reason = withoutRegister?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            guard !reason.isEmpty else {
                throw BackupError(
                    "There is no register of erasures at \(registerPath); without it people who were erased since the "
                        + "backup come back. Copy it there, or give a reason with --without-register."
                )
            }
            override = reason
        }
        self.source = source
        self.vault = vault
        self.surroundings = surroundings
        self.registerPath = registerPath
    }

    func run(_ database: Database) async throws -> [String] {
        try await Migrator(parts: schemaOfBackup, surroundings: surroundings).migrate(database)
        let opened = try await database.write(.system) { try fill($0) }
        try await migrator.migrate(database)
        let people = PeopleStore(
            vault: vault,
            recorder: Recorder(surroundings: surroundings),
            surroundings: surroundings
        )
        let erasure = Erasure(vault, register: try ErasureRegister(path: registerPath))
        let accounts = AccessServices(database: database, vault: vault, surroundings: surroundings).accounts
        let erased = try await erasure.reconcile(database, isRestore: true) { entry, connection in
            try people.complete(entry, on: connection)
            try accounts.completeErasure(entry, on: connection)
        }
        var lines = [
            "Restored the backup of \(source.data.created): \(source.rows.values.reduce(0, +)) rows.",
            "The journals' roots are the backup's; opened \(opened) sealed records as a sample.",
            "Erased again from the register: \(erased.count) records.",
            "Everybody signs in anew. Checkpoints made after the backup contradict the restored journals: keep them, "
                + "and give the service a new folder for checkpoints.",
        ]
        if override != nil { lines.append("Restored without the register of erasures; the reason is in the journal.") }
        return lines
    }

    /// The program's schema as it was when the backup was made.
    private var schemaOfBackup: [SchemaPart] {
        let numbers = Set(source.data.migrations)
        let present = Set(source.rows.keys).union(StoredTable.leftOut).union([StoredTable.migrations])
        return Installation.schema.map { part in
            SchemaPart(
                migrations: part.migrations.filter { numbers.contains(Int64($0.number)) },
                tables: part.tables.filter { present.contains($0.name) }
            )
        }
    }

    private func fill(_ connection: any Connection) throws -> Int {
        let tables = migrator.tables.map(\.name)
        try requireEmpty(connection)
        // Migrations put the first row there.
        try connection.execute("DELETE FROM event_head")
        for table in tables where source.rows[table] != nil {
            try source.forEachRow(of: table) { row in
                try StoredTable.insert(row.values, row.columns, into: table, on: connection)
            }
        }
        guard Set(source.rows.keys).isSubset(of: tables) else {
            throw BackupError("The backup has a table that this program doesn't know.")
        }
        try compare(connection)
        let outcome = try SampleCheck.run(rows: source.rows, vault, on: connection)
        let known = Set(source.data.unreadable ?? [])
        if let record = outcome.unreadable.first(where: { !known.contains($0) }) {
            throw BackupError("The backup is damaged: the sealed record \(record) can't be opened.")
        }
        try record(connection)
        return outcome.opened
    }

    private func requireEmpty(_ connection: any Connection) throws {
        for table in migrator.tables.map(\.name)
        where table != StoredTable.migrations && table != "event_head" && isPresent(table) {
            guard try StoredTable.count(table, on: connection) == 0 else {
                throw BackupError("The database isn't empty: \(table) has rows. Restore into a new one.")
            }
        }
    }

    private func isPresent(_ table: String) -> Bool {
        source.rows[table] != nil || StoredTable.leftOut.contains(table)
    }

    private func compare(_ connection: any Connection) throws {
        for (table, rows) in source.rows.sorted(by: { $0.key < $1.key }) {
            guard try StoredTable.count(table, on: connection) == rows else {
                throw BackupError("The backup is damaged: \(table) lacks rows.")
            }
        }
        let heads = source.data.heads ?? []
        guard try BackupManifest.Head.all(on: connection) == heads,
            try BackupManifest.Head.recomputed(on: connection) == heads
        else { throw BackupError("The backup is damaged: its journals aren't those that it was made from.") }
    }

    /// The leaves go into the same transaction: a restored database always says that it is one.
    private func record(_ connection: any Connection) throws {
        let recorder = Recorder(surroundings: surroundings)
        try recorder.record(
            LeafDraft(log: .installation, kind: .backupRestored, actorOrganization: .installation),
            on: connection
        )
        guard let override else { return }
        // The reason is free text and could name somebody, so it is sealed, as a small record of the installation.
        let record: RecordID = surroundings.newID()
        let key = try vault.keyring(for: .installation, on: connection).newRecord(record, on: connection)
        try recorder.record(
            LeafDraft(
                log: .installation,
                kind: .registerOverridden,
                actorOrganization: .installation,
                subject: record,
                details: try key.seal(Array(override.utf8), .journalDetails)
            ),
            on: connection
        )
    }
}
