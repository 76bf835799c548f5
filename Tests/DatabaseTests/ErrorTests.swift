import Database
import Domain
import Testing
import TestSupport

@Suite("Errors are the same on both engines")
struct ErrorTests {
    private static let broken: [(SQL, DatabaseError.Kind)] = [
        ("INSERT INTO probe (id, organization_id) VALUES (\(Probe.id(1)), \(Probe.own))", .uniqueViolation),
        (
            "INSERT INTO probe (id, organization_id, words) VALUES (\(Probe.id(2)), \(Probe.own), \("secret"))",
            .uniqueViolation
        ),
        ("INSERT INTO probe_child (id, organization_id) VALUES (\(Probe.id(9)), \(Probe.own))", .foreignKeyViolation),
        ("UPDATE probe SET number = \(13)", .constraintViolation),
        ("UPDATE probe SET id = \(String?.none)", .constraintViolation),
        ("SELECT nothing FROM nowhere WHERE id = \("secret")", .misuse),
        ("SELEKT", .misuse),
    ]

    @Test("Each refusal has its kind, and no message quotes a value", arguments: TestEngine.available)
    func kinds(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            try await database.write(.organization(Probe.own)) { try Probe.insert(1, words: "secret", on: $0) }
            for (statement, kind) in Self.broken {
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.write(.organization(Probe.own)) { connection in
                        _ = try connection.execute(statement)
                    }
                }
                #expect(error?.kind == kind, "\(String(describing: error))")
                #expect(error?.description.contains("secret") == false)
            }
        }
    }

    @Test("A value of the wrong type is refused without being quoted", .enabled(if: TestEngine.hasPostgres))
    func dataException() async throws {
        try await TestEngine.postgres.withDatabase(Probe.parts) { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read(.system) { try $0.count("SELECT CAST(\("secret") AS text)::bigint") }
            }
            #expect(error?.sqlState == "22P02")
            #expect(error?.description.contains("secret") == false)
        }
    }

    @Test("SQLSTATE codes become kinds")
    func codes() {
        let expected: [String: DatabaseError.Kind] = [
            "23505": .uniqueViolation, "23503": .foreignKeyViolation, "23502": .constraintViolation,
            "23514": .constraintViolation, "42501": .forbidden, "25006": .forbidden, "40001": .retryable,
            "40P01": .retryable, "26000": .retryable, "57014": .timeout, "55P03": .timeout, "53100": .diskFull,
            "08006": .connectionLost, "57P01": .connectionLost, "25P03": .connectionLost, "53300": .connectionLost,
            "XX001": .corrupt, "XX002": .corrupt, "58030": .inputOutput, "42P01": .misuse, "0A000": .misuse,
            "XX000": .other, "22P02": .other,
        ]
        for (state, kind) in expected { #expect(DatabaseError.kind(sqlState: state) == kind, "\(state)") }
    }

    @Test("A read transaction writes nothing", arguments: TestEngine.available)
    func readsDoNotWrite(engine: TestEngine) async throws {
        try await engine.withDatabase(Probe.parts) { database in
            let kind = try await kindThrown {
                try await database.read(.organization(Probe.own)) { try Probe.insert(1, on: $0) }
            }
            #expect(kind == .forbidden)
        }
    }
}
