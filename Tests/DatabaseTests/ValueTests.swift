import Database
import Domain
import Testing
import TestSupport

@Suite("Values keep what they are")
struct ValueTests {
    private struct Values: Equatable {
        let number: Int64?
        let fraction: Double?
        let words: [UInt8]?
        let bytes: [UInt8]?

        init(_ number: Int64?, _ fraction: Double?, _ words: String?, _ bytes: [UInt8]?) {
            self.number = number
            self.fraction = fraction
            // Byte by byte: Swift's own comparison takes different spellings of é for the same.
            self.words = words.map { Array($0.utf8) }
            self.bytes = bytes
        }

        init(_ row: any Row) throws {
            let fraction = row.isNull(1) ? nil : try row.real(1)
            self.init(try row.integerOrNil(0), fraction, try row.textOrNil(2), try row.blobOrNil(3))
        }
    }

    private static let values = [
        Values(Int64.min, -0.1, "Тирек ‘тірек’ 🏔 e\u{301}", []),
        Values(Int64.max, Double.greatestFiniteMagnitude, "", (0...255).map { UInt8($0) }),
        Values(0, 0, "\n\t\\ \u{FEFF}", [0]),
        Values(nil, nil, nil, nil),
    ]

    @Test("Every type comes back as it went in", arguments: TestEngine.available)
    func roundTrips(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let found = try await database.write(.organization(Probe.own)) { connection in
                for (number, values) in Self.values.enumerated() {
                    let words = values.words.map { String(decoding: $0, as: UTF8.self) }
                    try connection.execute(
                        """
                        INSERT INTO probe (id, organization_id, number, fraction, words, bytes)
                        VALUES (\(Probe.id(UInt64(number))), \(Probe.own), \(values.number), \(values.fraction),
                            \(words), \(values.bytes.map(Blob.init)))
                        """
                    )
                }
                return try connection.rows("SELECT number, fraction, words, bytes FROM probe ORDER BY id", Values.init)
            }
            #expect(found == Self.values)
        }
    }

    @Test("A blob can be read where it lies", arguments: TestEngine.available)
    func blobsInPlace(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let sums = try await database.write(.organization(Probe.own)) { connection in
                try Probe.insert(1, on: connection)
                try connection.execute("UPDATE probe SET bytes = \(Blob([1, 2, 253]))")
                return try connection.rows("SELECT bytes FROM probe") { row in
                    try row.withBlob(0) { bytes in bytes.reduce(0) { $0 + Int($1) } }
                }
            }
            #expect(sums == [256])
        }
    }

    @Test("Rows know their columns", arguments: TestEngine.available)
    func columns(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let names = try await database.read(.system) { connection in
                try connection.first("SELECT id, value AS amount FROM probe_counter") { row in
                    (0..<row.columnCount).map { row.name($0) }
                }
            }
            #expect(names == ["id", "amount"])
        }
    }

    @Test("A column read as another type throws", arguments: TestEngine.available)
    func wrongTypes(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            try await database.write(.organization(Probe.own)) { try Probe.insert(1, words: "a", on: $0) }
            try await database.read(.organization(Probe.own)) { connection in
                try connection.forEachRow("SELECT words, number FROM probe") { row in
                    #expect(throws: DatabaseError.self) { try row.integer(0) }
                    #expect(throws: DatabaseError.self) { try row.blob(0) }
                    #expect(throws: DatabaseError.self) { try row.withBlob(0) { $0.count } }
                    #expect(throws: DatabaseError.self) { try row.text(1) }
                    #expect(throws: DatabaseError.self) { try row.integer(1) }
                }
            }
        }
    }

    @Test("A list is a list, an empty one matches nothing", arguments: TestEngine.available)
    func lists(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            try await database.write(.organization(Probe.own)) { connection in
                for number in 1...5 { try Probe.insert(UInt64(number), on: connection) }
            }
            let counts = try await database.read(.organization(Probe.own)) { connection in
                try [[], [1], [2, 4, 9]].map { (numbers: [UInt64]) in
                    try connection.count("SELECT COUNT(*) FROM probe WHERE id IN \(numbers.map(Probe.id))")
                }
            }
            #expect(counts == [0, 1, 2])
        }
    }

    @Test("Statements nest, and values keep their order", arguments: TestEngine.available)
    func nesting(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            try await database.write(.organization(Probe.own)) { connection in
                for number in 1...5 { try Probe.insert(UInt64(number), words: "w\(number)", on: connection) }
            }
            let found = try await database.read(.organization(Probe.own)) { connection in
                let conditions: [SQL] = ["id > \(Probe.id(1))", "id < \(Probe.id(5))", "words <> \("w3")"]
                return try connection.rows(
                    "SELECT words FROM probe WHERE \(SQL.joined(conditions, separator: " AND ")) ORDER BY id LIMIT \(9)"
                ) { try $0.text(0) }
            }
            #expect(found == ["w2", "w4"])
        }
    }

    @Test("A quotation mark in a value stays a value", arguments: TestEngine.available)
    func hostileText(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let hostile = "'; DROP TABLE probe; -- \\ $1 ? %s"
            let found = try await database.write(.organization(Probe.own)) { connection in
                try Probe.insert(1, words: hostile, on: connection)
                return try connection.first("SELECT words FROM probe WHERE words = \(hostile)") { try $0.text(0) }
            }
            #expect(found == hostile)
        }
    }

    @Test("A statement says how many rows it changed", arguments: TestEngine.available)
    func changedRows(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let counts = try await database.write(.organization(Probe.own)) { connection in
                for number in 1...3 { try Probe.insert(UInt64(number), on: connection) }
                return [
                    try connection.execute("UPDATE probe SET number = \(1) WHERE id > \(Probe.id(1))"),
                    try connection.execute("UPDATE probe SET number = \(1) WHERE id > \(Probe.id(9))"),
                    try connection.execute("DELETE FROM probe"),
                ]
            }
            #expect(counts == [2, 0, 3])
        }
    }

    @Test("Texts sort byte by byte", arguments: TestEngine.available)
    func sorting(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let words = ["a", "B", "ä", "Z", "_", "я"]
            let sorted = try await database.write(.organization(Probe.own)) { connection in
                for (number, word) in words.enumerated() {
                    try Probe.insert(UInt64(number), words: word, on: connection)
                }
                return try connection.rows("SELECT words FROM probe ORDER BY words") { try $0.text(0) }
            }
            #expect(sorted == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        }
    }

    @Test("Sums are whole numbers, and the sum of nothing is 0", arguments: TestEngine.available)
    func sums(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let sums = try await database.write(.organization(Probe.own)) { connection in
                let query: SQL = "SELECT \(connection.dialect.sum("number")) FROM probe"
                let before = try connection.count(query)
                for number in 1...3 { try Probe.insert(UInt64(number), on: connection) }
                try connection.execute("UPDATE probe SET number = \(5_000_000_000)")
                return [before, try connection.count(query)]
            }
            #expect(sums == [0, 15_000_000_000])
        }
    }
}
