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
            },
            Migration(501, "safety, circle, stays, vulnerability and places of persons") { dialect in
                [
                    "ALTER TABLE person ADD COLUMN is_imported \(dialect.integerType) NOT NULL DEFAULT 0",
                    "ALTER TABLE person ADD COLUMN safety \(dialect.blobType)",
                    "ALTER TABLE person ADD COLUMN circle \(dialect.blobType)",
                    "ALTER TABLE person ADD COLUMN stays \(dialect.blobType)",
                    "ALTER TABLE person ADD COLUMN vulnerability \(dialect.blobType)",
                    "ALTER TABLE person ADD COLUMN places \(dialect.blobType)",
                ]
            },
            Migration(502, "united records of one person", MergeSchema.statements),
            Migration(503, "weights of record matching", MatchWeightSchema.statements),
        ],
        tables: [
            TableDescription(
                "person",
                .granted(organization: "organization_id", record: "id"),
                [
                    "id": .coded, "organization_id": .coded, "version": .coded, "created_at": .coded,
                    "changed_at": .coded, "summary": .sealed, "identity": .sealed, "contact": .sealed,
                    "documents": .sealed, "narrative": .sealed, "is_imported": .coded, "safety": .sealed,
                    "circle": .sealed, "stays": .sealed, "vulnerability": .sealed, "places": .sealed,
                    "merged_into": .coded,
                ]
            )
        ] + MergeSchema.tables + [MatchWeightSchema.table]
    )
}
