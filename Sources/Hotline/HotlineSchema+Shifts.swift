import Database

extension HotlineSchema {
    static func callBacks(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            """
            CREATE TABLE call_back (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, contact_id \(text) NOT NULL,
                person_id \(text), state \(text) NOT NULL, due_at \(integer) NOT NULL, zone \(text) NOT NULL,
                urgency \(text) NOT NULL, is_neutral \(integer) NOT NULL, created_at \(integer) NOT NULL,
                created_by \(text) NOT NULL, attempts \(integer) NOT NULL, last_attempt_at \(integer),
                last_result \(text), body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX call_back_queue ON call_back (organization_id, state, due_at, id)",
            "CREATE INDEX call_back_of_contact ON call_back (contact_id)",
            """
            CREATE TABLE call_back_attempt (
                call_back_id \(text) NOT NULL, position \(integer) NOT NULL, organization_id \(text) NOT NULL,
                at \(integer) NOT NULL, by_user \(text) NOT NULL, result \(text) NOT NULL, note \(blob) NOT NULL,
                PRIMARY KEY (call_back_id, position)
            ) \(dialect.tableEnd)
            """,
        ]
    }

    static func shifts(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            """
            CREATE TABLE shift_note (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, written_by \(text) NOT NULL,
                written_at \(integer) NOT NULL, read_by \(text), read_at \(integer), body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX shift_note_by_time ON shift_note (organization_id, written_at, id)",
            """
            CREATE TABLE rota_entry (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, on_day \(text) NOT NULL,
                from_minute \(integer) NOT NULL, until_minute \(integer) NOT NULL, zone \(text) NOT NULL,
                starts_at \(integer) NOT NULL, ends_at \(integer) NOT NULL, is_on_call \(integer) NOT NULL,
                body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX rota_entry_by_time ON rota_entry (organization_id, ends_at, id)",
            """
            CREATE TABLE on_call_step (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, position \(integer) NOT NULL,
                wait_minutes \(integer) NOT NULL, body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX on_call_step_order ON on_call_step (organization_id, position, id)",
            """
            CREATE TABLE on_call_alarm (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, contact_id \(text),
                raised_by \(text) NOT NULL, raised_at \(integer) NOT NULL, closed_by \(text), closed_at \(integer),
                reason \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX on_call_alarm_by_time ON on_call_alarm (organization_id, raised_at, id)",
            """
            CREATE TABLE on_call_ring (
                alarm_id \(text) NOT NULL, position \(integer) NOT NULL, organization_id \(text) NOT NULL,
                step_id \(text) NOT NULL, rung_by \(text) NOT NULL, rung_at \(integer) NOT NULL, answer \(text),
                answered_at \(integer), body \(blob) NOT NULL,
                PRIMARY KEY (alarm_id, position)
            ) \(dialect.tableEnd)
            """,
        ]
    }

    static func telephony(_ dialect: Dialect) -> [SQL] {
        let (text, integer, blob) = (dialect.textType, dialect.integerType, dialect.blobType)
        return [
            """
            CREATE TABLE number_mark (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, reason \(text) NOT NULL,
                made_by \(text) NOT NULL, made_at \(integer) NOT NULL, expires_at \(integer) NOT NULL,
                body \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX number_mark_by_end ON number_mark (organization_id, expires_at, id)",
            """
            CREATE TABLE telephony_call (
                id \(text) NOT NULL PRIMARY KEY, organization_id \(text) NOT NULL, call_hash \(blob) NOT NULL,
                state \(text) NOT NULL, line \(text), announced_at \(integer) NOT NULL, answered_at \(integer),
                ended_at \(integer), changed_at \(integer) NOT NULL, taken_by \(text), caller \(blob) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE UNIQUE INDEX telephony_call_of_exchange ON telephony_call (organization_id, call_hash)",
            "CREATE INDEX telephony_call_by_time ON telephony_call (organization_id, announced_at, id)",
        ]
    }

    static let callBackTables = [
        TableDescription(
            "call_back",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "contact_id": .coded, "person_id": .coded, "state": .coded,
                "due_at": .coded, "zone": .coded, "urgency": .coded, "is_neutral": .coded, "created_at": .coded,
                "created_by": .coded, "attempts": .coded, "last_attempt_at": .coded, "last_result": .coded,
                "body": .sealed,
            ]
        ),
        TableDescription(
            "call_back_attempt",
            .organization(column: "organization_id"),
            [
                "call_back_id": .coded, "position": .coded, "organization_id": .coded, "at": .coded,
                "by_user": .coded, "result": .coded, "note": .sealed,
            ]
        ),
    ]

    static let shiftTables = [
        TableDescription(
            "shift_note",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "written_by": .coded, "written_at": .coded,
                "read_by": .coded, "read_at": .coded, "body": .sealed,
            ]
        ),
        TableDescription(
            "rota_entry",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "on_day": .coded, "from_minute": .coded,
                "until_minute": .coded, "zone": .coded, "starts_at": .coded, "ends_at": .coded,
                "is_on_call": .coded, "body": .sealed,
            ]
        ),
        TableDescription(
            "on_call_step",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "position": .coded, "wait_minutes": .coded,
                "body": .sealed,
            ]
        ),
        TableDescription(
            "on_call_alarm",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "contact_id": .coded, "raised_by": .coded,
                "raised_at": .coded, "closed_by": .coded, "closed_at": .coded, "reason": .sealed,
            ]
        ),
        TableDescription(
            "on_call_ring",
            .organization(column: "organization_id"),
            [
                "alarm_id": .coded, "position": .coded, "organization_id": .coded, "step_id": .coded,
                "rung_by": .coded, "rung_at": .coded, "answer": .coded, "answered_at": .coded, "body": .sealed,
            ]
        ),
    ]

    static let telephonyTables = [
        TableDescription(
            "number_mark",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "reason": .coded, "made_by": .coded, "made_at": .coded,
                "expires_at": .coded, "body": .sealed,
            ]
        ),
        TableDescription(
            "telephony_call",
            .organization(column: "organization_id"),
            [
                "id": .coded, "organization_id": .coded, "call_hash": .hashed, "state": .coded, "line": .coded,
                "announced_at": .coded, "answered_at": .coded, "ended_at": .coded, "changed_at": .coded,
                "taken_by": .coded, "caller": .sealed,
            ]
        ),
    ]
}
