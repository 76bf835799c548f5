public import Database

/// What organisations say of themselves to the network. Nothing here is about a person.
public enum DirectorySchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(560, "sites, services, opening hours") { dialect in
                let text = dialect.textType
                let integer = dialect.integerType
                return [
                    """
                    CREATE TABLE site (
                        id \(text) NOT NULL PRIMARY KEY,
                        organization_id \(text) NOT NULL,
                        name \(text) NOT NULL,
                        country \(text) NOT NULL,
                        region \(text),
                        city \(text) NOT NULL,
                        address \(text) NOT NULL,
                        address_visibility \(text) NOT NULL,
                        phone \(text) NOT NULL,
                        phone_visibility \(text) NOT NULL,
                        zone \(text) NOT NULL,
                        is_round_the_clock \(integer) NOT NULL,
                        changed_at \(integer) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "CREATE INDEX site_of_organization ON site (organization_id)",
                    """
                    CREATE TABLE opening_hours (
                        organization_id \(text) NOT NULL,
                        site_id \(text) NOT NULL REFERENCES site (id),
                        weekday \(integer) NOT NULL CHECK (weekday BETWEEN 1 AND 7),
                        opens \(integer) NOT NULL CHECK (opens BETWEEN 0 AND 1439),
                        closes \(integer) NOT NULL CHECK (closes BETWEEN 1 AND 2880),
                        PRIMARY KEY (site_id, weekday, opens)
                    ) \(dialect.tableEnd)
                    """,
                    """
                    CREATE TABLE service_offer (
                        id \(text) NOT NULL PRIMARY KEY,
                        organization_id \(text) NOT NULL,
                        site_id \(text) NOT NULL REFERENCES site (id),
                        service \(text) NOT NULL,
                        languages \(text) NOT NULL,
                        fee \(text) NOT NULL CHECK (fee IN ('free', 'paid', 'unknown')),
                        coverage \(text) NOT NULL,
                        has_woman_lawyer \(integer) NOT NULL,
                        places \(integer),
                        places_until \(integer),
                        changed_at \(integer) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "CREATE INDEX service_offer_by_service ON service_offer (service)",
                    "CREATE INDEX service_offer_of_organization ON service_offer (organization_id)",
                    """
                    CREATE TABLE endangering_mark (
                        organization_id \(text) NOT NULL,
                        country \(text) NOT NULL,
                        since \(text) NOT NULL,
                        until \(text),
                        PRIMARY KEY (organization_id, country, since)
                    ) \(dialect.tableEnd)
                    """,
                ]
            }
        ],
        tables: [
            TableDescription(
                "site",
                .published(column: "organization_id"),
                [
                    "id": .coded, "organization_id": .coded, "name": .coded, "country": .coded, "region": .coded,
                    "city": .coded, "address": .coded, "address_visibility": .coded, "phone": .coded,
                    "phone_visibility": .coded, "zone": .coded, "is_round_the_clock": .coded, "changed_at": .coded,
                ]
            ),
            TableDescription(
                "opening_hours",
                .published(column: "organization_id"),
                ["organization_id": .coded, "site_id": .coded, "weekday": .coded, "opens": .coded, "closes": .coded]
            ),
            TableDescription(
                "service_offer",
                .published(column: "organization_id"),
                [
                    "id": .coded, "organization_id": .coded, "site_id": .coded, "service": .coded, "languages": .coded,
                    "fee": .coded, "coverage": .coded, "has_woman_lawyer": .coded, "places": .coded,
                    "places_until": .coded, "changed_at": .coded,
                ]
            ),
            TableDescription(
                "endangering_mark",
                .published(column: "organization_id"),
                ["organization_id": .coded, "country": .coded, "since": .coded, "until": .coded]
            ),
        ]
    )
}
