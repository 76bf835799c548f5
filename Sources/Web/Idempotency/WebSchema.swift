public import Database

/// The tables of the web floor.
public enum WebSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(400, "idempotency keys") { dialect in
                [
                    """
                    CREATE TABLE idempotency_key (
                        organization_id \(dialect.textType) NOT NULL,
                        key_hash \(dialect.blobType) NOT NULL,
                        request_hash \(dialect.blobType) NOT NULL,
                        status \(dialect.integerType) NOT NULL CHECK (status BETWEEN 100 AND 599),
                        subject_id \(dialect.textType),
                        created_at \(dialect.integerType) NOT NULL,
                        PRIMARY KEY (organization_id, key_hash)
                    ) \(dialect.tableEnd)
                    """,
                    "CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at)",
                ]
            }
        ],
        tables: [
            TableDescription(
                "idempotency_key",
                .organization(column: "organization_id"),
                [
                    "organization_id": .coded, "key_hash": .hashed, "request_hash": .hashed, "status": .coded,
                    "subject_id": .coded, "created_at": .coded,
                ]
            )
        ]
    )
}
