import Database
import Vault

/// A backup that was found whole: both parts of one run, every file as it was written.
struct BackupSource: Sendable {
    let directory: String
    let data: BackupManifest
    let keys: BackupManifest

    /// Reads the manifests and compares every file with its hash.
    ///
    /// - Throws: `BackupError` naming what doesn't fit.
    init(_ directory: String, _ vault: Vault, rootID: String) throws {
        guard BackupFolder.exists(directory) else { throw BackupError("There is no backup at \(directory).") }
        let (data, hash) = try BackupManifest.read(.data, of: directory, vault, rootID: rootID)
        let (keys, _) = try BackupManifest.read(.keys, of: directory, vault, rootID: rootID)
        guard data.backup == keys.backup, keys.dataManifest == hash else {
            throw BackupError("The folders data and keys in \(directory) are of different backups.")
        }
        self.directory = directory
        self.data = data
        self.keys = keys
        try Self.compare(data.files, in: directory + "/data")
        try Self.compare(keys.files, in: directory + "/keys")
    }

    /// How many rows each table has.
    var rows: [String: Int64] {
        Dictionary((data.files + keys.files).map { ($0.table, $0.rows) }, uniquingKeysWith: { first, _ in first })
    }

    /// Calls `body` with each row of a table; nothing for a table that the backup doesn't have.
    func forEachRow(of table: String, _ body: (DetachedRow) throws -> Void) throws {
        for manifest in [data, keys] {
            guard let entry = manifest.files.first(where: { $0.table == table }) else { continue }
            let count = try RowFile.read("\(directory)/\(manifest.part.rawValue)/\(table).rows", of: table, body)
            guard count == entry.rows else { throw BackupError("The backup is damaged: \(table) lacks rows.") }
        }
    }

    /// Reads every file and compares it with what was noted when it was written.
    static func compare(_ files: [BackupManifest.File], in folder: String) throws {
        for file in files {
            let path = "\(folder)/\(file.table).rows"
            let (count, hash) = try BackupFileReader.digest(path)
            guard count == file.bytes, hash == file.sha256 else {
                throw BackupError("The backup is damaged: \(path) isn't what was written.")
            }
        }
    }
}
