public import Database
import Domain
import Foundation
public import Logging
import NameMatching
import Synchronization
public import Vault

/// Sealed snapshots of organisations' own indexes, so that a start need not open every name. They are a help and never
/// a source: whatever is wrong with one, the index is built anew.
///
/// A snapshot's key is made before the index is read, and destroyed by the transaction that erases somebody: no snapshot
/// that can be opened ever holds somebody who was erased.
public struct SearchSnapshots: Sendable {
    /// What a snapshot gave back.
    struct Restored: Sendable {
        let index: NameIndex
        /// Those who agreed to be recognised in the network.
        let recognizable: [PersonID]
        /// The last event that it knows of.
        let position: Int64
    }

    private let folder: String
    private let database: Database
    private let vault: Vault
    private let logger: Logger
    let fewest: Int
    private let pause: Duration

    /// - Parameters:
    ///   - folder: where the files lie, made when it is needed; in no backup.
    ///   - database: where the keys and the people are.
    ///   - vault: wraps the keys.
    ///   - logger: told when a snapshot was of no use, without names.
    ///   - fewest: smaller indexes have no snapshot.
    ///   - pause: how long after one round of writing the next begins.
    public init(
        folder: String,
        database: Database,
        vault: Vault,
        logger: Logger = Logger(label: "tirek"),
        fewest: Int = 1,
        pause: Duration = .seconds(900)
    ) {
        self.folder = folder
        self.database = database
        self.vault = vault
        self.logger = logger
        self.fewest = fewest
        self.pause = pause
    }

    /// The snapshot of an organisation's index; `nil` when there is none that is whole and whose key is there.
    func restore(_ organization: OrganizationID) async -> Restored? {
        do {
            let key = try await database.read(.system) { [vault] connection in
                try vault.keyring(for: organization, on: connection).snapshotKey(on: connection)
            }
            guard let key, let file = try SnapshotFile(reading: path(of: organization)) else { return nil }
            let (bytes, position) = try key.open(read: file.read)
            return try SnapshotContent(bytes).restored(at: position)
        } catch {
            note("A snapshot of names was not used; the index is built anew.", organization, error)
            return nil
        }
    }

    /// Writes a snapshot of an organisation's index.
    ///
    /// - Parameters:
    ///   - organization: whose index it is.
    ///   - content: asked for the index, those who are recognisable and the last event both know of, after the snapshot's
    ///     key was made; everything that was committed until then has to be in it.
    /// - Returns: whether it was written.
    func write(
        _ organization: OrganizationID,
        _ content: () async throws -> (index: NameIndex, recognizable: [PersonID], position: Int64)
    ) async -> Bool {
        do {
            let key = try await database.write(.system, wakes: false) { [vault] connection in
                try vault.keyring(for: organization, on: connection).newSnapshotKey(on: connection)
            }
            let (index, recognizable, position) = try await content()
            let bytes = SnapshotContent.bytes(index, recognizable)
            try makeFolder()
            let file = try SnapshotFile(writing: path(of: organization))
            try key.seal(bytes, position: position, write: file.write)
            try file.finish()
            return true
        } catch {
            note("A snapshot of names could not be written.", organization, error)
            return false
        }
    }

    /// Writes the snapshots of all indexes that have changed, over and over, and once more when the task is cancelled.
    func keep(_ indexes: PeopleIndexes, _ network: NetworkIndex, _ feed: PeopleFeed) async {
        let state = Mutex<[OrganizationID: Int]>([:])
        func round() async {
            let keys = (try? await database.read(.system) { [vault] in try vault.snapshots(on: $0) }) ?? [:]
            for (organization, changes) in indexes.changes(fewest: fewest) {
                // One that was restored and not changed since has its snapshot.
                if keys[organization] != nil, state.withLock({ $0[organization] ?? 0 }) == changes { continue }
                let isWritten = await write(organization) {
                    try await feed.catchUp()
                    // The position first: what comes between the two is only read again.
                    let position = await feed.position
                    return (indexes.copy(of: organization), network.keys(of: organization), position)
                }
                if isWritten { state.withLock { $0[organization] = changes } }
            }
        }
        while !Task.isCancelled {
            await round()
            do { try await Task.sleep(for: pause) } catch {}
        }
        await Task.detached { await round() }.value
    }

    private func path(of organization: OrganizationID) -> String { "\(folder)/\(organization.text)" }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    private func note(_ text: Logger.Message, _ organization: OrganizationID, _ error: any Error) {
        logger.notice(
            text,
            metadata: [
                "organization": "\(organization.text)", "reason": "\(String(reflecting: type(of: error)))",
            ]
        )
    }
}

/// What is sealed in a snapshot: how many are recognisable, who they are, the index.
struct SnapshotContent {
    private let recognizable: [PersonID]
    private let index: [UInt8]

    static func bytes(_ index: NameIndex, _ recognizable: [PersonID]) -> [UInt8] {
        var bytes: [UInt8] = []
        let snapshot = index.snapshot()
        bytes.reserveCapacity(8 + recognizable.count * 16 + snapshot.count)
        func put(_ number: UInt64) { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }
        put(UInt64(recognizable.count))
        for id in recognizable {
            put(id.high)
            put(id.low)
        }
        return bytes + snapshot
    }

    /// - Throws: `NameIndexError.unreadableSnapshot` for bytes that are too few.
    init(_ bytes: [UInt8]) throws {
        func number(_ start: Int) -> UInt64 { bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        guard bytes.count >= 8, let count = Int(exactly: number(0)), count <= (bytes.count - 8) / 16 else {
            throw NameIndexError.unreadableSnapshot
        }
        recognizable = (0..<count).map { PersonID(high: number(8 + $0 * 16), low: number(16 + $0 * 16)) }
        index = Array(bytes[(8 + count * 16)...])
    }

    func restored(at position: Int64) throws -> SearchSnapshots.Restored {
        SearchSnapshots.Restored(
            index: try NameIndex(snapshot: index),
            recognizable: recognizable,
            position: position
        )
    }
}
