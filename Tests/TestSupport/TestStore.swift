public import Database
public import Domain
import Foundation
import Synchronization

/// A database made for one test.
public final class TestStore: Sendable {
    public let engine: TestEngine
    public let database: Database
    private let place: any TestPlace
    private let others = Mutex<[Database]>([])

    init(engine: TestEngine, place: any TestPlace, database: Database) {
        self.engine = engine
        self.place = place
        self.database = database
    }

    /// Opens the same store once more, as a second process would; so many may read at once, and on PostgreSQL a call
    /// waits as long for a free connection as `patience` says.
    public func open(connections: Int = 4, patience: Duration = .seconds(30)) throws -> Database {
        let other = try place.open(connections: connections, patience: patience)
        others.withLock { $0.append(other) }
        return other
    }

    /// The connection string with which another process opens the same store; `nil` for a file.
    public var address: String? { place.address }

    /// Opens a store of another process by its address.
    public static func join(_ address: String, surroundings: Surroundings) throws -> Database {
        Database(
            testing: try PostgresDriver(
                url: address,
                connections: 4,
                patience: .seconds(30),
                surroundings: surroundings
            )
        )
    }

    func close() async {
        for other in others.withLock({ $0 }) { await other.driver.close() }
        await database.driver.close()
    }
}

/// Where a store lives and how it is opened.
protocol TestPlace: Sendable {
    func open(connections: Int, patience: Duration) throws -> Database
    /// The connection string for another process, if there is one.
    var address: String? { get }
    /// Removes it; what can't be removed stays behind and hurts nobody.
    func remove()
}

extension TestPlace {
    func open() throws -> Database {
        try open(connections: 4, patience: .seconds(30))
    }
}

extension Database {
    convenience init(testing driver: any DatabaseDriver) {
        self.init(
            driver: driver,
            onFailedSync: { error in
                FileHandle.standardError.write(Data("a sync failed: \(error)\n".utf8))
                exit(74)
            }
        )
    }
}

/// A file in a folder of its own.
struct SQLiteTestPlace: TestPlace {
    private let folder: URL
    let address: String? = nil

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tirek-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func open(connections: Int, patience: Duration) throws -> Database {
        let path = folder.appendingPathComponent("tirek.sqlite").path
        return Database(testing: try SQLiteDriver(path: path, readers: connections))
    }

    func remove() {
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }
}
