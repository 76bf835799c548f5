/// The tables of the seam itself.
public enum DatabaseSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(1, "event log") { dialect in
                [
                    """
                    CREATE TABLE event_head (
                        id \(dialect.integerType) NOT NULL PRIMARY KEY CHECK (id = 1),
                        position \(dialect.integerType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "INSERT INTO event_head (id, position) VALUES (1, 0)",
                    """
                    CREATE TABLE event (
                        position \(dialect.integerType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL,
                        kind \(dialect.textType) NOT NULL,
                        subject_id \(dialect.textType),
                        at \(dialect.integerType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "CREATE INDEX event_of_organization ON event (organization_id, position)",
                ]
            },
            Migration(2, "sequence numbers") { dialect in
                [
                    """
                    CREATE TABLE sequence_number (
                        organization_id \(dialect.textType) NOT NULL,
                        kind \(dialect.textType) NOT NULL,
                        year \(dialect.integerType) NOT NULL,
                        last \(dialect.integerType) NOT NULL,
                        PRIMARY KEY (organization_id, kind, year)
                    ) \(dialect.tableEnd)
                    """
                ]
            },
        ],
        tables: [
            TableDescription("schema_migration", .installation, ["number": .coded, "name": .coded, "at": .coded]),
            TableDescription("event_head", .open, ["id": .coded, "position": .coded]),
            TableDescription(
                "event",
                .organization(column: "organization_id"),
                appendOnly: true,
                ["position": .coded, "organization_id": .coded, "kind": .coded, "subject_id": .coded, "at": .coded]
            ),
            TableDescription(
                "sequence_number",
                .organization(column: "organization_id"),
                ["organization_id": .coded, "kind": .coded, "year": .coded, "last": .coded]
            ),
        ]
    )
}
