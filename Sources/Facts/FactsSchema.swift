public import Database

/// The table of facts. It holds codes and keyed hashes only, so it may be read by whoever has the disk.
public enum FactsSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(540, "facts") { dialect in
                [
                    """
                    CREATE TABLE fact (
                        id \(dialect.textType) NOT NULL PRIMARY KEY,
                        organization_id \(dialect.textType) NOT NULL,
                        kind \(dialect.textType) NOT NULL,
                        day \(dialect.textType) NOT NULL,
                        month \(dialect.textType) NOT NULL,
                        link \(dialect.blobType) NOT NULL,
                        person \(dialect.blobType),
                        network_token \(dialect.blobType),
                        amount \(dialect.integerType),
                        currency \(dialect.textType),
                        amount_kind \(dialect.textType),
                        group_size \(dialect.integerType),
                        \(codeColumns(dialect))
                    ) \(tableEnd(dialect))
                    """,
                    "CREATE INDEX fact_by_month ON fact (organization_id, kind, month)",
                    "CREATE INDEX fact_by_link ON fact (organization_id, link)",
                    "CREATE INDEX fact_of_network ON fact (kind, month)",
                ]
            }
        ],
        tables: [
            TableDescription(
                "fact",
                .organization(column: "organization_id"),
                [
                    "id": .coded, "organization_id": .coded, "kind": .coded, "day": .coded, "month": .coded,
                    "link": .hashed, "person": .hashed, "network_token": .hashed, "amount": .coded,
                    "currency": .coded, "amount_kind": .coded, "group_size": .coded, "host_country": .coded,
                    "host_region": .coded, "settlement": .coded, "home_region": .coded, "citizenship": .coded,
                    "sex": .coded, "age_group": .coded, "child": .coded, "pregnant": .coded, "sector": .coded,
                    "contract_kind": .coded, "channel": .coded, "language": .coded, "caller_relation": .coded,
                    "heard_from": .coded, "problem": .coded, "problem_rank": .coded, "organization_kind": .coded,
                    "status": .coded, "risk": .coded, "outcome": .coded, "urgency": .coded, "direction": .coded,
                    "purpose": .coded, "referral_state": .coded,
                ]
            )
        ]
    )

    /// On SQLite the rows lie in the order of their random ids: row numbers in the order of writing would lead from a
    /// fact to the record that was written with it.
    private static func tableEnd(_ dialect: Dialect) -> SQL {
        switch dialect {
        case .sqlite: "STRICT, WITHOUT ROWID"
        case .postgres: ""
        }
    }

    private static func codeColumns(_ dialect: Dialect) -> SQL {
        SQL.joined(FactDimension.allCases.map { "\($0.column) \(dialect.textType)" }, separator: ",\n")
    }
}
