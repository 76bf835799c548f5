public import Database

/// The tables of the journal.
public enum JournalSchema {
    public static let part = SchemaPart(
        migrations: [Migration(200, "journal", statements)],
        tables: [
            TableDescription(
                "journal_head",
                .organization(column: "log_id"),
                ["log_id": .coded, "size": .coded, "frontier": .hashed]
            ),
            TableDescription(
                "journal_leaf",
                .organization(column: "log_id"),
                appendOnly: true,
                [
                    "log_id": .coded, "position": .coded, "at": .coded, "kind": .coded, "actor_id": .coded,
                    "actor_organization_id": .coded, "subject_id": .coded, "counterpart_id": .coded,
                    "details": .sealed, "state": .hashed, "salt": .coded, "leaf_hash": .hashed,
                ]
            ),
            TableDescription(
                "journal_checkpoint",
                .organization(column: "log_id"),
                appendOnly: true,
                [
                    "log_id": .coded, "size": .coded, "root": .hashed, "frontier": .hashed, "at": .coded,
                    "note": .coded,
                ]
            ),
            TableDescription("journal_reserve", .installation, ["id": .coded, "drained": .coded]),
        ]
    )

    @Sendable
    private static func statements(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE journal_head (
                log_id \(dialect.textType) NOT NULL PRIMARY KEY,
                size \(dialect.integerType) NOT NULL CHECK (size > 0),
                frontier \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE journal_leaf (
                log_id \(dialect.textType) NOT NULL,
                position \(dialect.integerType) NOT NULL CHECK (position >= 0),
                at \(dialect.integerType) NOT NULL,
                kind \(dialect.textType) NOT NULL,
                actor_id \(dialect.textType),
                actor_organization_id \(dialect.textType),
                subject_id \(dialect.textType),
                counterpart_id \(dialect.textType),
                details \(dialect.blobType),
                state \(dialect.blobType),
                salt \(dialect.blobType) NOT NULL CHECK (length(salt) = 16),
                leaf_hash \(dialect.blobType) NOT NULL CHECK (length(leaf_hash) = 32),
                PRIMARY KEY (log_id, position)
            ) \(dialect.tableEnd)
            """,
            """
            CREATE INDEX journal_leaf_of_subject ON journal_leaf (log_id, subject_id, position)
            WHERE subject_id IS NOT NULL
            """,
            """
            CREATE INDEX journal_leaf_of_state ON journal_leaf (log_id, subject_id, position)
            WHERE state IS NOT NULL
            """,
            """
            CREATE INDEX journal_leaf_of_actor ON journal_leaf (log_id, actor_id, position)
            WHERE actor_id IS NOT NULL
            """,
            """
            CREATE TABLE journal_checkpoint (
                log_id \(dialect.textType) NOT NULL,
                size \(dialect.integerType) NOT NULL CHECK (size > 0),
                root \(dialect.blobType) NOT NULL CHECK (length(root) = 32),
                frontier \(dialect.blobType) NOT NULL,
                at \(dialect.integerType) NOT NULL,
                note \(dialect.textType) NOT NULL,
                PRIMARY KEY (log_id, size)
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE journal_reserve (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                drained \(dialect.integerType) NOT NULL CHECK (drained > 0)
            ) \(dialect.tableEnd)
            """,
        ]
    }
}
