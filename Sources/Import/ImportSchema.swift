public import Database

/// The tables of imports: runs, what became of each row, and the mappings that organizations keep.
public enum ImportSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(850, "imports", imports),
            Migration(851, "links of imports", links),
            Migration(852, "choices of imports", choices),
        ],
        tables: [
            TableDescription(
                "import_run",
                .organization(column: "organization_id"),
                [
                    "id": .coded, "organization_id": .coded, "created_at": .coded, "created_by": .coded,
                    "changed_at": .coded, "state": .coded, "file_id": .coded, "total": .coded, "taken": .coded,
                    "flagged": .coded, "rejected": .coded, "skipped": .coded, "people": .coded, "cases": .coded,
                    "written": .coded, "undone_by": .coded, "name": .sealed, "mapping": .sealed,
                ]
            ),
            TableDescription(
                "import_row",
                .organization(column: "organization_id"),
                [
                    "organization_id": .coded, "row_tag": .hashed, "import_id": .coded, "contact_id": .coded,
                    "person_id": .coded, "case_id": .coded, "employer_id": .coded, "reasons": .coded, "line": .coded,
                    "link_state": .coded, "former_person_id": .coded, "former_case_id": .coded, "joined": .coded,
                    "said": .sealed,
                ]
            ),
            TableDescription(
                "import_choice",
                .organization(column: "organization_id"),
                [
                    "organization_id": .coded, "row_tag": .hashed, "other_tag": .hashed, "import_id": .coded,
                    "person_id": .coded, "choice": .coded, "chosen_by": .coded, "chosen_at": .coded,
                ]
            ),
            TableDescription(
                "import_mapping",
                .organization(column: "organization_id"),
                ["id": .coded, "organization_id": .coded, "titles_tag": .hashed, "changed_at": .coded, "body": .sealed]
            ),
        ]
    )

    private static func imports(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            """
            CREATE TABLE import_run (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, created_at \(integer) NOT NULL,
                created_by \(text) NOT NULL, changed_at \(integer) NOT NULL, state \(text) NOT NULL, file_id \(text),
                total \(integer) NOT NULL, taken \(integer) NOT NULL, flagged \(integer) NOT NULL,
                rejected \(integer) NOT NULL, skipped \(integer) NOT NULL, people \(integer) NOT NULL,
                cases \(integer) NOT NULL, written \(integer) NOT NULL, name \(blob) NOT NULL,
                mapping \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX import_run_of_organization ON import_run (organization_id, id)",
            """
            CREATE TABLE import_row (
                organization_id \(text) NOT NULL, row_tag \(blob) NOT NULL, import_id \(text) NOT NULL,
                contact_id \(text) NOT NULL, person_id \(text), case_id \(text), employer_id \(text),
                reasons \(text) NOT NULL, PRIMARY KEY (organization_id, row_tag)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX import_row_of_run ON import_row (organization_id, import_id, contact_id)",
            """
            CREATE TABLE import_mapping (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, titles_tag \(blob) NOT NULL,
                changed_at \(integer) NOT NULL, body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE UNIQUE INDEX import_mapping_of_titles ON import_mapping (organization_id, titles_tag)",
        ]
    }

    /// What was decided about the link of a row, and what the row itself said of a person; who undoes an import.
    private static func links(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            "ALTER TABLE import_run ADD COLUMN undone_by \(text)",
            "ALTER TABLE import_row ADD COLUMN line \(integer)",
            "ALTER TABLE import_row ADD COLUMN link_state \(text)",
            "ALTER TABLE import_row ADD COLUMN former_person_id \(text)",
            "ALTER TABLE import_row ADD COLUMN former_case_id \(text)",
            "ALTER TABLE import_row ADD COLUMN said \(blob)",
            "CREATE INDEX import_row_of_contact ON import_row (organization_id, contact_id)",
            "CREATE INDEX import_row_of_person ON import_row (organization_id, person_id)",
        ]
    }

    /// What was chosen about people who may be the same; which rows were put to a record that was there before.
    private static func choices(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            "ALTER TABLE import_row ADD COLUMN joined \(integer)",
            """
            CREATE TABLE import_choice (
                organization_id \(text) NOT NULL, row_tag \(blob) NOT NULL, other_tag \(blob) NOT NULL,
                import_id \(text) NOT NULL, person_id \(text), choice \(text) NOT NULL, chosen_by \(text) NOT NULL,
                chosen_at \(integer) NOT NULL, PRIMARY KEY (organization_id, row_tag, other_tag)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX import_choice_of_run ON import_choice (organization_id, import_id)",
        ]
    }
}
