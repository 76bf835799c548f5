public import Database

/// The table of appointments. What one is for is sealed with a key of the appointment's own.
public enum CalendarSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(580, "appointments") { dialect in
                let text = dialect.textType
                let integer = dialect.integerType
                return [
                    """
                    CREATE TABLE appointment (
                        id \(text) NOT NULL PRIMARY KEY,
                        organization_id \(text) NOT NULL,
                        version \(integer) NOT NULL,
                        state \(text) NOT NULL,
                        day \(text) NOT NULL,
                        minute \(integer) NOT NULL CHECK (minute BETWEEN 0 AND 1439),
                        zone \(text) NOT NULL,
                        minutes \(integer) NOT NULL,
                        service \(text),
                        staff_user_id \(text),
                        person_id \(text),
                        case_id \(text),
                        contact_id \(text),
                        created_at \(integer) NOT NULL,
                        changed_at \(integer) NOT NULL,
                        body \(dialect.blobType) NOT NULL
                    ) \(dialect.tableEnd)
                    """,
                    "CREATE INDEX appointment_by_day ON appointment (organization_id, day, minute)",
                    "CREATE INDEX appointment_of_case ON appointment (organization_id, case_id)",
                    "CREATE INDEX appointment_of_person ON appointment (organization_id, person_id)",
                ]
            }
        ],
        tables: [
            TableDescription(
                "appointment",
                .organization(column: "organization_id"),
                [
                    "id": .coded, "organization_id": .coded, "version": .coded, "state": .coded, "day": .coded,
                    "minute": .coded, "zone": .coded, "minutes": .coded, "service": .coded, "staff_user_id": .coded,
                    "person_id": .coded, "case_id": .coded, "contact_id": .coded, "created_at": .coded,
                    "changed_at": .coded, "body": .sealed,
                ]
            )
        ]
    )
}
