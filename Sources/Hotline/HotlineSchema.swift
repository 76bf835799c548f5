public import Database

/// The tables of the hotline. Words, names and numbers are sealed; what stays readable are ids, codes and times.
public enum HotlineSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(600, "contacts", contacts), Migration(601, "call-backs", callBacks),
            Migration(602, "shifts", shifts), Migration(603, "telephony", telephony),
        ],
        tables: contactTables + callBackTables + shiftTables + telephonyTables
    )

    private static func contacts(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            """
            CREATE TABLE contact (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, number \(integer) NOT NULL,
                version \(integer) NOT NULL CHECK (version > 0), created_at \(integer) NOT NULL,
                taken_by \(text) NOT NULL, occurred_at \(integer) NOT NULL, ended_at \(integer),
                direction \(text) NOT NULL, channel \(text) NOT NULL, messenger \(text), counterpart \(text) NOT NULL,
                relation \(text), heard_from \(text), language \(text) NOT NULL, host_country \(text),
                host_region \(text), settlement \(text), urgency \(text) NOT NULL, outcome \(text), attempt \(text),
                state \(text) NOT NULL, primary_problem \(text) NOT NULL, task_hash \(blob), thread_id \(text),
                case_id \(text), import_id \(text), headline \(blob) NOT NULL, narrative \(blob) NOT NULL,
                caller \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE UNIQUE INDEX contact_of_task ON contact (organization_id, task_hash)",
            "CREATE UNIQUE INDEX contact_of_number ON contact (organization_id, number)",
            "CREATE INDEX contact_by_time ON contact (organization_id, occurred_at, id)",
            "CREATE INDEX contact_by_state ON contact (organization_id, state, occurred_at, id)",
            "CREATE INDEX contact_by_channel ON contact (organization_id, channel, occurred_at, id)",
            "CREATE INDEX contact_by_outcome ON contact (organization_id, outcome, occurred_at, id)",
            "CREATE INDEX contact_by_taker ON contact (organization_id, taken_by, occurred_at, id)",
            "CREATE INDEX contact_by_thread ON contact (organization_id, thread_id)",
            "CREATE INDEX contact_by_case ON contact (organization_id, case_id)",
            "CREATE INDEX contact_by_import ON contact (organization_id, import_id)",
            """
            CREATE TABLE contact_person (
                contact_id \(text) NOT NULL, position \(integer) NOT NULL, organization_id \(text) NOT NULL,
                person_id \(text), role \(text) NOT NULL, check_result \(text) NOT NULL,
                is_provisional \(integer) NOT NULL, occurred_at \(integer) NOT NULL,
                PRIMARY KEY (contact_id, position)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX contact_of_person ON contact_person (organization_id, person_id, occurred_at, contact_id)",
            """
            CREATE TABLE contact_problem (
                contact_id \(text) NOT NULL, position \(integer) NOT NULL, organization_id \(text) NOT NULL,
                problem \(text) NOT NULL, problem_rank \(text) NOT NULL, occurred_at \(integer) NOT NULL,
                PRIMARY KEY (contact_id, position)
            ) \(dialect.tableEnd)
            """,
            "CREATE UNIQUE INDEX contact_primary_problem ON contact_problem (contact_id) WHERE problem_rank = 'primary'",
            "CREATE INDEX contact_of_problem ON contact_problem (organization_id, problem, occurred_at, contact_id)",
            """
            CREATE TABLE contact_draft (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, user_id \(text) NOT NULL,
                is_parked \(integer) NOT NULL, channel \(text) NOT NULL, started_at \(integer) NOT NULL,
                saved_at \(integer) NOT NULL, version \(integer) NOT NULL, body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX contact_draft_of_organization ON contact_draft (organization_id, saved_at)",
        ]
    }

    private static let contactTables = [
        TableDescription(
            "contact",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "number": .coded, "version": .coded, "created_at": .coded,
                "taken_by": .coded, "occurred_at": .coded, "ended_at": .coded, "direction": .coded,
                "channel": .coded, "messenger": .coded, "counterpart": .coded, "relation": .coded,
                "heard_from": .coded, "language": .coded, "host_country": .coded, "host_region": .coded,
                "settlement": .coded, "urgency": .coded, "outcome": .coded, "attempt": .coded, "state": .coded,
                "primary_problem": .coded, "task_hash": .hashed, "thread_id": .coded, "case_id": .coded,
                "import_id": .coded, "headline": .sealed, "narrative": .sealed, "caller": .sealed,
            ]
        ),
        TableDescription(
            "contact_person",
            .organization(column: "organization_id"),
            [
                "contact_id": .coded, "position": .coded, "organization_id": .coded, "person_id": .coded,
                "role": .coded, "check_result": .coded, "is_provisional": .coded, "occurred_at": .coded,
            ]
        ),
        TableDescription(
            "contact_problem",
            .organization(column: "organization_id"),
            [
                "contact_id": .coded, "position": .coded, "organization_id": .coded, "problem": .coded,
                "problem_rank": .coded, "occurred_at": .coded,
            ]
        ),
        TableDescription(
            "contact_draft",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "user_id": .coded, "is_parked": .coded, "channel": .coded,
                "started_at": .coded, "saved_at": .coded, "version": .coded, "body": .sealed,
            ]
        ),
    ]
}
