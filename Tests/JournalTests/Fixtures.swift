import Database
import Domain
import Foundation
import Journal
import Logging
import Synchronization
import TestSupport

let parts = [DatabaseSchema.part, JournalSchema.part]

let alpha = OrganizationID(high: 1, low: 0xA)
let beta = OrganizationID(high: 1, low: 0xB)
let worker = UserID(high: 2, low: 1)

func record(_ number: UInt64) -> RecordID {
    RecordID(high: 3, low: number)
}

/// A leaf of a record that was opened.
func opened(_ number: UInt64, in log: OrganizationID = alpha) -> LeafDraft {
    LeafDraft(log: log, kind: .personOpened, actor: worker, actorOrganization: log, subject: record(number))
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_700_000_000_000)

    var surroundings: Surroundings {
        Surroundings(
            now: { Instant(milliseconds: self.milliseconds.withLock { $0 }) },
            randomBytes: Surroundings.system.randomBytes
        )
    }

    func move(seconds: Int64) {
        milliseconds.withLock { $0 += seconds * 1000 }
    }
}

/// A driver that can be told to fail its writes, or to fail after they were committed.
final class FaultyDriver: DatabaseDriver {
    enum Fault: Sendable {
        case none
        case diskFull
        case lostAfterCommit
        case other
    }

    private let base: any DatabaseDriver
    private let fault = Mutex(Fault.none)

    init(_ base: any DatabaseDriver) {
        self.base = base
    }

    var dialect: Dialect { base.dialect }

    func set(_ new: Fault) {
        fault.withLock { $0 = new }
    }

    func read<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await base.read(scope, body)
    }

    func write<Value: Sendable>(
        _ scope: TransactionScope,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        switch fault.withLock({ $0 }) {
        case .none: return try await base.write(scope, body)
        case .diskFull: throw DatabaseError(kind: .diskFull, sqlState: "53100", message: "no room")
        case .other: throw DatabaseError(kind: .timeout, sqlState: "57014", message: "too slow")
        case .lostAfterCommit:
            _ = try await base.write(scope, body)
            throw DatabaseError(kind: .connectionLost, sqlState: "08006", message: "gone")
        }
    }

    func migrate<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await base.migrate(body)
    }

    func close() async {
        await base.close()
    }

    /// A database on this driver.
    func database() -> Database {
        Database(driver: self, onFailedSync: { _ in exit(74) })
    }
}

/// Runs a test with a folder of its own.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("journal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
        try await body(folder.path)
    } catch {
        try FileManager.default.removeItem(at: folder)
        throw error
    }
    try FileManager.default.removeItem(at: folder)
}

func makeAppender(
    _ database: Database,
    reserve: String? = nil,
    size: Int = 64 * 1024,
    surroundings: Surroundings = .system
) throws -> JournalAppender {
    try JournalAppender(
        database: database,
        reservePath: reserve,
        reserveSize: size,
        surroundings: surroundings,
        logger: Logger(label: "test"),
        onFailedSync: { _ in exit(74) }
    )
}

/// The subjects of a log's leaves in the order of their positions.
func subjects(of log: OrganizationID, in database: Database) async throws -> [RecordID] {
    try await database.read(.system) { connection in
        try connection.rows("SELECT subject_id FROM journal_leaf WHERE log_id = \(log) ORDER BY position") {
            try $0.id(0)
        }
    }
}

/// Runs one statement as somebody with the whole database would.
func tamper(_ database: Database, _ statements: SQL...) async throws {
    try await database.write(.system) { connection in
        for statement in statements { try connection.execute(statement) }
    }
}

func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0..<$0 + 2]), radix: 16) }
}
