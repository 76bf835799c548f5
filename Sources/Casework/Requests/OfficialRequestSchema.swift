import Database

/// The register of requests by authorities. No column names a person, a case or a contact.
enum OfficialRequestSchema {
    static let migrations = [Migration(760, "requests by authorities", requests)]

    static let tables = [
        TableDescription(
            "official_request",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "number": .coded, "received_on": .coded, "due_on": .coded,
                "authority": .coded, "channel": .coded, "state": .coded, "recorded_by": .coded, "decided_by": .coded,
                "decided_at": .coded, "body": .sealed,
            ]
        )
    ]

    private static func requests(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE official_request (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                organization_id \(dialect.textType) NOT NULL,
                number \(dialect.integerType) NOT NULL CHECK (number > 0),
                received_on \(dialect.textType) NOT NULL,
                due_on \(dialect.textType) NOT NULL,
                authority \(dialect.textType) NOT NULL,
                channel \(dialect.textType) NOT NULL,
                state \(dialect.textType) NOT NULL
                    CHECK (state IN ('received', 'refused', 'answered', 'withdrawn')),
                recorded_by \(dialect.textType) NOT NULL,
                decided_by \(dialect.textType),
                decided_at \(dialect.integerType),
                body \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE UNIQUE INDEX official_request_number ON official_request (organization_id, number)",
        ]
    }
}
