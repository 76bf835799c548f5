public import Database

/// The table of persons. Everything about a person is sealed; what stays readable are ids, coarse times and sizes.
public enum PeopleSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(500, "persons") { dialect in
                [
                    """
                    CREATE TABLE person (
                        id \(dialect.textType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL,
                        version \(dialect.integerType) NOT NULL CHECK (version > 0),
                        created_at \(dialect.integerType) NOT NULL,
                        changed_at \(dialect.integerType) NOT NULL,
                        summary \(dialect.blobType) NOT NULL,
                        identity \(dialect.blobType) NOT NULL,
                        contact \(dialect.blobType) NOT NULL,
                        documents \(dialect.blobType) NOT NULL,
                        narrative \(dialect.blobType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "CREATE INDEX person_of_organization ON person (organization_id, id)",
                ]
            }
        ],
        tables: [
            TableDescription(
                "person",
                .granted(organization: "organization_id", record: "id"),
                [
                    "id": .coded, "organization_id": .coded, "version": .coded, "created_at": .coded,
                    "changed_at": .coded, "summary": .sealed, "identity": .sealed, "contact": .sealed,
                    "documents": .sealed, "narrative": .sealed,
                ]
            )
        ]
    )
}
