import Database
import Domain
import Journal
import TestSupport
import Testing

@Suite("Records held against their leaves")
struct RecordStateTests {
    /// A table of records as a room would have one.
    static let room = SchemaPart(
        migrations: [
            Migration(900, "things") { dialect in
                [
                    """
                    CREATE TABLE thing (
                        id \(dialect.textType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL,
                        sealed \(dialect.blobType) NOT NULL
                    ) \(dialect.tableEnd)
                    """
                ]
            }
        ],
        tables: [
            TableDescription(
                "thing",
                .organization(column: "organization_id"),
                ["id": .coded, "organization_id": .coded, "sealed": .sealed]
            )
        ]
    )

    static let reader = RecordStateReader(kindPrefix: "person.") { connection, body in
        try connection.forEachRow("SELECT id, organization_id, sealed FROM thing ORDER BY id") { row in
            try body(try row.id(0), try row.id(1), state(try row.blob(2)))
        }
    }

    @Test(arguments: TestEngine.available)
    func soundRecordsGiveNoFinding(engine: TestEngine) async throws {
        try await withRecords(engine) { database in
            let found = try await findings(database)
            #expect(found == [])
        }
    }

    @Test(arguments: TestEngine.available)
    func findsAnOlderValuePutBack(engine: TestEngine) async throws {
        try await withRecords(engine) { database in
            try await tamper(database, "UPDATE thing SET sealed = \(Blob([1])) WHERE id = \(record(1))")
            #expect(try await findings(database) == [Found(record(1), 2..<3, .recordChanged)])
        }
    }

    @Test(arguments: TestEngine.available)
    func findsARecordThatIsGone(engine: TestEngine) async throws {
        try await withRecords(engine) { database in
            try await tamper(database, "DELETE FROM thing WHERE id = \(record(2))")
            #expect(try await findings(database) == [Found(record(2), 1..<2, .recordMissing)])
        }
    }

    @Test(arguments: TestEngine.available)
    func findsARecordThatCameBack(engine: TestEngine) async throws {
        try await withRecords(engine) { database in
            try await tamper(
                database,
                "INSERT INTO thing (id, organization_id, sealed) VALUES (\(record(3)), \(alpha), \(Blob([3])))",
                "INSERT INTO thing (id, organization_id, sealed) VALUES (\(record(4)), \(alpha), \(Blob([4])))"
            )
            #expect(
                try await findings(database) == [
                    Found(record(3), 5..<6, .recordNotErased), Found(record(4), nil, .recordUnknown),
                ]
            )
        }
    }

    /// A record that was given to another owner behind the journal's back is unknown there and gone here.
    @Test(arguments: TestEngine.available)
    func findsARecordUnderAnotherOwner(engine: TestEngine) async throws {
        try await withRecords(engine) { database in
            try await tamper(database, "UPDATE thing SET organization_id = \(beta) WHERE id = \(record(2))")
            #expect(
                Set(try await findings(database)) == [
                    Found(record(2), nil, .recordUnknown), Found(record(2), 1..<2, .recordMissing),
                ]
            )
        }
    }

    /// Record 1 made and changed, 2 made, 3 made and erased; each act with its leaf.
    private func withRecords(_ engine: TestEngine, _ body: (Database) async throws -> Void) async throws {
        try await engine.withDatabase(parts + [Self.room]) { database in
            let journal = Journal(surroundings: .system)
            @Sendable func leaf(_ kind: LeafKind, _ number: UInt64, _ sealed: [UInt8]?) -> LeafDraft {
                LeafDraft(log: alpha, kind: kind, subject: record(number), state: sealed.map(state))
            }
            try await database.write(.organization(alpha)) { connection in
                for number in [1, 2, 3] as [UInt64] {
                    try connection.execute(
                        """
                        INSERT INTO thing (id, organization_id, sealed)
                        VALUES (\(record(number)), \(alpha), \(Blob([UInt8(number)])))
                        """
                    )
                }
                try journal.append([leaf(.personCreated, 1, [1]), leaf(.personCreated, 2, [2])], on: connection)
                try connection.execute("UPDATE thing SET sealed = \(Blob([11])) WHERE id = \(record(1))")
                try connection.execute("DELETE FROM thing WHERE id = \(record(3))")
                try journal.append(
                    [
                        leaf(.personChanged, 1, [11]), leaf(.personOpened, 1, nil), leaf(.personCreated, 3, [3]),
                        leaf(.personErased, 3, nil), leaf(.settingsChanged, 9, [9]),
                    ],
                    on: connection
                )
            }
            try await body(database)
        }
    }

    private func findings(_ database: Database) async throws -> [Found] {
        try await JournalVerifier(stateReaders: [Self.reader], key: nil).verify(database).findings.map {
            Found($0.record, $0.positions, $0.problem)
        }
    }
}

@Sendable
private func state(_ sealed: [UInt8]) -> [UInt8] {
    var state = RecordState()
    state.add(sealed)
    return state.finish()
}

private struct Found: Hashable {
    let record: RecordID?
    let positions: Range<Int64>?
    let problem: JournalReport.Problem

    init(_ record: RecordID?, _ positions: Range<Int64>?, _ problem: JournalReport.Problem) {
        self.record = record
        self.positions = positions
        self.problem = problem
    }
}
