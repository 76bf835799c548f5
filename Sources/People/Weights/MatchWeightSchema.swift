import Database

/// The weights of record matching that an organisation uses instead of the hand values; figures, nothing of anybody.
enum MatchWeightSchema {
    static func statements(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE match_weight (
                organization_id \(dialect.textType) NOT NULL, level \(dialect.textType) NOT NULL,
                thousandths \(dialect.integerType) NOT NULL CHECK (thousandths BETWEEN -99999 AND 99999),
                changed_at \(dialect.integerType) NOT NULL,
                PRIMARY KEY (organization_id, level)
            ) \(dialect.tableEnd)
            """
        ]
    }

    static let table = TableDescription(
        "match_weight",
        .organization(column: "organization_id"),
        ["organization_id": .coded, "level": .coded, "thousandths": .coded, "changed_at": .coded]
    )
}
