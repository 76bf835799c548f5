import Crypto
import Database
import Domain
import Foundation
import Journal
import Vault

/// What one part of a backup consists of. Lies beside the part's files as `manifest.json`, with `manifest.mac` under a
/// key from the root secret, so that whoever changes a backup is found out too. It never holds the root.
struct BackupManifest: Codable, Sendable {
    /// The rows of one table.
    struct File: Codable, Sendable {
        let table: String
        let rows: Int64
        let bytes: Int64
        let sha256: String
    }

    /// How a log stood.
    struct Head: Codable, Sendable, Hashable {
        let log: String
        let size: Int64
        let root: String
    }

    enum Part: String, Codable, Sendable, CaseIterable {
        case data
        case keys
    }

    static let format = "tirek-backup/1"
    static let programVersion = "0.1.0"

    var format = BackupManifest.format
    let part: Part
    /// The same in both parts, and in no other backup.
    let backup: String
    var program = BackupManifest.programVersion
    /// Milliseconds since 1970, and the same for people.
    let createdAt: Int64
    let created: String
    let engine: String
    /// Which root secret the keys are wrapped by.
    let rootID: String
    let migrations: [Int64]
    let files: [File]
    /// In the data part: how each journal stood.
    var heads: [Head]?
    /// In the data part: records among the sample that the database itself held damaged.
    var unreadable: [String]?
    /// In the key part: the SHA-256 of the data part's manifest.
    var dataManifest: String?
}

extension BackupManifest {
    /// Writes the manifest and its code into the part's folder; returns the manifest's SHA-256.
    func write(to folder: String, _ vault: Vault) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let bytes = [UInt8](try encoder.encode(self)) + [0x0A]
        let file = try BackupFileWriter(path: folder + "/manifest.json")
        try file.write(bytes)
        let hash = try file.finish()
        let code = try BackupFileWriter(path: folder + "/manifest.mac")
        try code.write(Array((Self.code(of: bytes, vault) + "\n").utf8))
        _ = try code.finish()
        return hash
    }

    /// Reads and authenticates the manifest of a part; returns its SHA-256 too.
    static func read(_ part: Part, of directory: String, _ vault: Vault, rootID: String) throws -> (
        manifest: BackupManifest, hash: String
    ) {
        let folder = directory + "/" + part.rawValue
        guard let bytes = try BackupFileReader.small(folder + "/manifest.json"),
            let code = try BackupFileReader.small(folder + "/manifest.mac")
        else { throw BackupError("\(directory) is no whole backup: \(folder) has no manifest.") }
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(bytes)),
            manifest.part == part
        else { throw BackupError("The backup is damaged: \(folder)/manifest.json can't be read.") }
        guard manifest.format == format else {
            throw BackupError("The backup's format is \(manifest.format); this program reads \(format).")
        }
        guard manifest.rootID == rootID else {
            throw BackupError(
                "The backup was made under the root key \(manifest.rootID); the one given is \(rootID). "
                    + "Recover the right one from its sheet with `tirek key recover`."
            )
        }
        guard Array((Self.code(of: bytes, vault) + "\n").utf8) == code else {
            throw BackupError("The backup is damaged or was changed: \(folder)/manifest.json isn't what was written.")
        }
        return (manifest, hexadecimal(SHA256.hash(data: bytes)))
    }

    private static func code(of bytes: [UInt8], _ vault: Vault) -> String {
        hexadecimal(HMAC<SHA256>.authenticationCode(for: bytes, using: vault.derivedSecret("backup-manifest")))
    }
}

extension BackupManifest.Head {
    /// How each journal stands in a snapshot, by its head.
    static func all(on connection: any Connection) throws -> [BackupManifest.Head] {
        try connection.rows("SELECT log_id, size, frontier FROM journal_head ORDER BY log_id") { row in
            let (log, size) = (try row.text(0), try row.integer(1))
            guard let frontier = MerkleFrontier(size: size, encodedPeaks: try row.blob(2)) else {
                throw BackupError("The head of the journal \(log) is damaged; see `tirek journal verify`.")
            }
            return Self(log: log, size: size, root: hexadecimal(frontier.root.bytes))
        }
    }

    /// How each journal stands, computed anew from its leaves' hashes.
    static func recomputed(on connection: any Connection) throws -> [BackupManifest.Head] {
        let logs = try connection.rows("SELECT DISTINCT log_id FROM journal_leaf ORDER BY log_id") { try $0.text(0) }
        return try logs.map { log in
            var frontier = MerkleFrontier()
            var count: Int64 = 1000
            while count == 1000 {
                count = 0
                let start = frontier.size
                try connection.forEachRow(
                    """
                    SELECT leaf_hash FROM journal_leaf
                    WHERE log_id = \(log) AND position >= \(start) ORDER BY position LIMIT 1000
                    """
                ) { row in
                    count += 1
                    if let hash = MerkleHash(bytes: try row.blob(0)) { frontier.append(hash) }
                }
            }
            return Self(log: log, size: frontier.size, root: hexadecimal(frontier.root.bytes))
        }
    }
}
