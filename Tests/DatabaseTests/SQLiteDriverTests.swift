import Database
import Domain
import Foundation
import Testing

@Suite("SQLite alone")
struct SQLiteDriverTests {
    static let endless: SQL =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n WHERE i < 0"

    private func withDriver(_ readLimit: Duration, _ body: (SQLiteDriver) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tirek-\(UUID().uuidString).sqlite").path
        let driver = try SQLiteDriver(path: path, readers: 1, readLimit: readLimit)
        do {
            try await body(driver)
        } catch {
            await driver.close()
            throw error
        }
        await driver.close()
        for suffix in ["", "-wal", "-shm"] { _ = try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    @Test("A read that takes too long ends as timeout, and its connection is used again")
    func readLimit() async throws {
        try await withDriver(.milliseconds(100)) { driver in
            let scope = TransactionScope.organization(.installation)
            let error = await #expect(throws: DatabaseError.self) {
                try await driver.read(scope) { try $0.count(Self.endless) }
            }
            #expect(error?.kind == .timeout)
            let again = try await driver.read(scope) { try $0.count("SELECT 7") }
            #expect(again == 7)
        }
    }

    @Test("Cancelling a read stops it at once")
    func cancellation() async throws {
        try await withDriver(.seconds(60)) { driver in
            let reading = Task {
                try await driver.read(.installation) { try $0.count(Self.endless) }
            }
            try await Task.sleep(for: .milliseconds(100))
            reading.cancel()
            await #expect(throws: CancellationError.self) { try await reading.value }
            let again = try await driver.read(.installation) { try $0.count("SELECT 7") }
            #expect(again == 7)
        }
    }

    @Test("A brief read waits its turn behind a long one, ends like others when it takes too long, and writes nothing")
    func briefReads() async throws {
        try await withDriver(.milliseconds(300)) { driver in
            // The first read opens the one connection; after it a brief one is done at once.
            _ = try await driver.read(.installation) { try $0.count("SELECT 1") }
            #expect(try await driver.readBriefly(.installation) { try $0.count("SELECT 7") } == 7)
            let reading = Task { try await driver.read(.installation) { try $0.count(Self.endless) } }
            try await Task.sleep(for: .milliseconds(50))
            #expect(try await driver.readBriefly(.installation) { try $0.count("SELECT 8") } == 8)
            await #expect(throws: DatabaseError.self) { try await reading.value }
            let slow = await #expect(throws: DatabaseError.self) {
                try await driver.readBriefly(.installation) { try $0.count(Self.endless) }
            }
            #expect(slow?.kind == .timeout)
            let refused = await #expect(throws: DatabaseError.self) {
                try await driver.readBriefly(.installation) { try $0.execute("CREATE TABLE t (a INTEGER)") }
            }
            #expect(refused?.kind == .forbidden)
            #expect(try await driver.readBriefly(.installation) { try $0.count("SELECT 9") } == 9)
        }
    }

    @Test("The log begins anew although somebody always reads, so that it stays short under load")
    func logBeginsAnew() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tirek-\(UUID().uuidString).sqlite").path
        let driver = try SQLiteDriver(path: path, readers: 3, checkpointEvery: .milliseconds(50))
        _ = try await driver.write(.system) { connection in
            try connection.execute("CREATE TABLE page (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        }
        // Each reader holds its snapshot until another one has begun.
        let readers = (0..<3).map { _ in
            Task {
                while !Task.isCancelled {
                    _ = try await driver.read(.system) { connection in
                        let seen = try connection.count("SELECT COUNT(*) FROM page WHERE number < 100")
                        usleep(4_000)
                        return seen
                    }
                }
            }
        }
        var longest = 0
        let bytes = Blob([UInt8](repeating: 7, count: 4_000))
        for round in 0..<300 {
            try await driver.write(.system) { connection in
                for number in round * 100..<(round + 1) * 100 {
                    try connection.execute("INSERT INTO page (number, bytes) VALUES (\(number), \(bytes))")
                }
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: path + "-wal")
            longest = max(longest, (attributes[.size] as? NSNumber)?.intValue ?? .max)
        }
        for reader in readers {
            reader.cancel()
            _ = await reader.result
        }
        await driver.close()
        for suffix in ["", "-wal", "-shm"] { _ = try? FileManager.default.removeItem(atPath: path + suffix) }
        // Thirty thousand pages were written; the log begins anew from four thousand on, as soon as its turn comes.
        #expect(longest < 20_000 * 4_120)
    }
}
