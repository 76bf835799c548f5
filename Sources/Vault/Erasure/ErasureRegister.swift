import Crypto
import Database
import Domain
import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The list of erased records in a file outside the database and its backups, so that no restored backup brings an
/// erased person back.
///
/// A line is `number owner record instant key check`; the check chains SHA-256 over all lines before, so that a line
/// changed, removed or inserted is found. A last line without its end was cut by a crash before its transaction
/// committed, and is dropped. Whole lines cut off at the end are not found here; the journal's leaf of each erasure
/// shows them.
public final class ErasureRegister: Sendable {
    public let path: String
    /// Serialises this process; the file's lock serialises processes.
    private let turn = Mutex(())

    /// Opens the register; `mayCreate` is false for a restore, which must not go on without it.
    public init(path: String, mayCreate: Bool = true) throws {
        self.path = path
        guard access(path, F_OK) != 0 else { return }
        guard mayCreate else { throw ErasureRegisterError.missing(path: path) }
        let file = try RegisterFile(path: path, mayCreate: true)
        defer { file.close() }
        try file.sync()
        try Self.syncFolder(of: path)
    }

    /// Every erasure in the order in which they were ordered.
    public func entries() throws -> [ErasureEntry] {
        try turn.withLock { _ in
            let file = try RegisterFile(path: path, mayCreate: false)
            defer { file.close() }
            return try file.contents().entries
        }
    }

    /// Adds an erasure and has it on the disk before returning. A record that is in the register already is not added
    /// again: a transaction may run twice.
    ///
    /// - Throws: a `DatabaseError` of kind `inputOutput` when the disk failed: the process must end.
    public func append(_ entry: ErasureEntry) throws {
        try turn.withLock { _ in
            let file = try RegisterFile(path: path, mayCreate: false)
            defer { file.close() }
            let contents = try file.contents()
            if contents.entries.contains(where: { $0.record == entry.record && $0.owner == entry.owner }) { return }
            let body = RegisterLine.body(entry, number: contents.entries.count + 1)
            let check = RegisterLine.check(body, after: contents.lastCheck)
            try file.append("\(body) \(check)\n", at: contents.intactBytes)
        }
    }

    private static func syncFolder(of path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ErasureRegisterError.notOpened(path: folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw RegisterFile.failure("sync") }
    }
}

/// The lines' form.
enum RegisterLine {
    static let firstCheck = "0000000000000000"

    static func body(_ entry: ErasureEntry, number: Int) -> String {
        "\(number) \(entry.owner) \(entry.record) \(entry.at.milliseconds) \(entry.keyIdentifier)"
    }

    static func check(_ body: String, after previous: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Array("tirek/erasure/v1\n\(previous)\n\(body)".utf8)).prefix(8))
    }

    /// `nil` when the line is not what stood there.
    static func parse(_ line: some StringProtocol, number: Int, after previous: String) -> (
        ErasureEntry, check: String
    )? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, let owner = OrganizationID(String(parts[1])), let record = RecordID(String(parts[2])),
            let milliseconds = Int64(parts[3])
        else { return nil }
        let entry = ErasureEntry(
            record: record,
            owner: owner,
            at: Instant(milliseconds: milliseconds),
            keyIdentifier: String(parts[4])
        )
        let body = body(entry, number: number)
        guard check(body, after: previous) == parts[5], "\(body) \(parts[5])" == line else { return nil }
        return (entry, String(parts[5]))
    }
}
