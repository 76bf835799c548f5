public import Database

/// The table of exports: who asked for which list and why, who decided, when it left. The lists themselves are never
/// kept.
public enum ExportSchema {
    public static let part = SchemaPart(
        migrations: [Migration(880, "exports", exports)],
        tables: [
            TableDescription(
                "export_run",
                .organization(column: "organization_id"),
                [
                    "id": .coded, "organization_id": .coded, "kind": .coded, "format": .coded, "state": .coded,
                    "row_count": .coded, "from_day": .coded, "until_day": .coded, "requested_by": .coded,
                    "requested_at": .coded, "decided_by": .coded, "decided_at": .coded, "expires_at": .coded,
                    "done_at": .coded, "reason": .sealed,
                ]
            )
        ]
    )

    private static func exports(_ dialect: Dialect) -> [SQL] {
        let (text, integer) = (dialect.textType, dialect.integerType)
        return [
            """
            CREATE TABLE export_run (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, kind \(text) NOT NULL,
                format \(text) NOT NULL, state \(text) NOT NULL, row_count \(integer) NOT NULL,
                from_day \(text) NOT NULL, until_day \(text) NOT NULL, requested_by \(text) NOT NULL,
                requested_at \(integer) NOT NULL, decided_by \(text), decided_at \(integer),
                expires_at \(integer), done_at \(integer), reason \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX export_run_of_organization ON export_run (organization_id, id)",
            "CREATE INDEX export_run_of_user ON export_run (organization_id, requested_by, requested_at)",
        ]
    }
}
