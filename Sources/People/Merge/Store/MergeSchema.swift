import Database

/// What is kept of united records, and of records that only look alike.
enum MergeSchema {
    static func statements(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            "ALTER TABLE person ADD COLUMN merged_into \(text)",
            "CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL",
            """
            CREATE TABLE person_merge (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, kept_id \(text) NOT NULL,
                hidden_id \(text) NOT NULL, merged_by \(text) NOT NULL, merged_at \(integer) NOT NULL,
                kept_version \(integer) NOT NULL, body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX person_merge_of_kept ON person_merge (kept_id, kept_version)",
            "CREATE INDEX person_merge_of_hidden ON person_merge (hidden_id)",
            """
            CREATE TABLE person_distinct (
                organization_id \(text) NOT NULL, first_id \(text) NOT NULL, second_id \(text) NOT NULL,
                said_by \(text) NOT NULL, said_at \(integer) NOT NULL,
                PRIMARY KEY (organization_id, first_id, second_id)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX person_distinct_of_second ON person_distinct (second_id)",
        ]
    }

    static let tables = [
        TableDescription(
            "person_merge",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "kept_id": .coded, "hidden_id": .coded, "merged_by": .coded,
                "merged_at": .coded, "kept_version": .coded, "body": .sealed,
            ]
        ),
        TableDescription(
            "person_distinct",
            .organization(column: "organization_id"),
            [
                "organization_id": .coded, "first_id": .coded, "second_id": .coded, "said_by": .coded,
                "said_at": .coded,
            ]
        ),
    ]
}
