import Database
import Domain
import Synchronization

/// A small schema with one table of each tenancy.
enum Probe {
    static let part = SchemaPart(
        migrations: [
            Migration(90, "probe tables") { dialect in
                let real: SQL = dialect == .sqlite ? "REAL" : "DOUBLE PRECISION"
                return [
                    """
                    CREATE TABLE probe (
                        id \(dialect.textType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL,
                        number \(dialect.integerType) CHECK (number <> 13),
                        fraction \(real),
                        words \(dialect.textType),
                        bytes \(dialect.blobType),
                        UNIQUE (organization_id, words)
                    ) \(dialect.tableEnd)
                    """,
                    """
                    CREATE TABLE probe_child (
                        id \(dialect.textType) NOT NULL PRIMARY KEY REFERENCES probe (id),
                        organization_id \(dialect.textType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    """
                    CREATE TABLE probe_log (
                        position \(dialect.integerType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    """
                    CREATE TABLE probe_counter (
                        id \(dialect.integerType) NOT NULL PRIMARY KEY,
                        value \(dialect.integerType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "INSERT INTO probe_counter (id, value) VALUES (1, 0)",
                    "CREATE TABLE probe_setting (name \(dialect.textType) NOT NULL PRIMARY KEY) \(dialect.tableEnd)",
                    """
                    CREATE TABLE probe_member (
                        id \(dialect.textType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    """
                    CREATE TABLE record_grant (
                        id \(dialect.textType) NOT NULL PRIMARY KEY,
                        owner_organization_id \(dialect.textType) NOT NULL,
                        recipient_organization_id \(dialect.textType) NOT NULL,
                        record_id \(dialect.textType) NOT NULL,
                        starts_at \(dialect.integerType) NOT NULL,
                        expires_at \(dialect.integerType) NOT NULL,
                        revoked_at \(dialect.integerType)
                    ) \(dialect.tableEnd)
                    """,
                ]
            }
        ],
        tables: [
            TableDescription(
                "probe",
                .granted(organization: "organization_id", record: "id"),
                [
                    "id": .coded, "organization_id": .coded, "number": .coded, "fraction": .coded, "words": .coded,
                    "bytes": .sealed,
                ]
            ),
            TableDescription(
                "probe_child",
                .organization(column: "organization_id"),
                ["id": .coded, "organization_id": .coded]
            ),
            TableDescription(
                "probe_log",
                .organization(column: "organization_id"),
                appendOnly: true,
                ["position": .coded, "organization_id": .coded]
            ),
            TableDescription("probe_counter", .open, ["id": .coded, "value": .coded]),
            TableDescription("probe_setting", .installation, ["name": .coded]),
            TableDescription(
                "probe_member",
                .shared(column: "organization_id"),
                ["id": .coded, "organization_id": .coded]
            ),
            TableDescription(
                "record_grant",
                .between(owner: "owner_organization_id", recipient: "recipient_organization_id"),
                [
                    "id": .coded, "owner_organization_id": .coded, "recipient_organization_id": .coded,
                    "record_id": .coded, "starts_at": .coded, "expires_at": .coded, "revoked_at": .coded,
                ]
            ),
        ]
    )

    static let parts = [DatabaseSchema.part, part]

    static let own = OrganizationID(high: 1, low: 1)
    static let foreign = OrganizationID(high: 2, low: 2)

    /// A record's id made from a number.
    static func id(_ number: UInt64) -> RecordID { RecordID(high: 7, low: number) }

    static func insert(_ number: UInt64, words: String? = nil, on connection: any Connection) throws {
        guard case .organization(let organization) = connection.scope else {
            throw DatabaseError.misuse("a probe belongs to an organisation")
        }
        try connection.execute(
            "INSERT INTO probe (id, organization_id, words) VALUES (\(id(number)), \(organization), \(words))"
        )
    }

    static func count(on connection: any Connection) throws -> Int64 {
        try connection.count("SELECT COUNT(*) FROM probe")
    }
}

/// A number that several tasks may raise.
final class Counter: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    @discardableResult
    func raise() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }
}

/// Runs `body` and returns the kind of the database error that it throws; `nil` when it throws none.
func kindThrown(by body: () async throws -> Void) async throws -> DatabaseError.Kind? {
    do {
        try await body()
        return nil
    } catch let error as DatabaseError {
        return error.kind
    }
}
