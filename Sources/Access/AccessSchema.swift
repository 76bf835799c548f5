public import Database

/// The tables of organisations, accounts and sessions.
///
/// Names and addresses of staff are sealed with the account's own key, which belongs to the installation; an
/// organisation's name is public and stands in clear.
public enum AccessSchema {
    public static let part = SchemaPart(
        migrations: [
            Migration(300, "organizations and accounts", organizationsAndAccounts),
            Migration(301, "sessions and sign-in", sessionsAndSignIn),
            Migration(302, "marks of organisations") { dialect in
                [
                    "ALTER TABLE organization ADD COLUMN admission \(dialect.textType) NOT NULL DEFAULT 'admitted'",
                    "ALTER TABLE organization ADD COLUMN is_state \(dialect.integerType) NOT NULL DEFAULT 0",
                    "ALTER TABLE organization ADD COLUMN is_practice \(dialect.integerType) NOT NULL DEFAULT 0",
                    "UPDATE organization SET is_state = 1 WHERE kind = 'consulate'",
                ]
            },
            Migration(303, "scopes of tokens") { dialect in
                ["ALTER TABLE session ADD COLUMN scopes \(dialect.textType)"]
            },
        ],
        tables: tables
    )

    private static let tables = [
        TableDescription(
            "organization",
            .shared(column: "id"),
            [
                "id": .coded, "code": .coded, "kind": .coded, "language": .coded, "time_zone": .coded,
                "state": .coded, "created_at": .coded, "admission": .coded, "is_state": .coded, "is_practice": .coded,
            ]
        ),
        TableDescription(
            "organization_name",
            .shared(column: "organization_id"),
            ["organization_id": .coded, "language": .coded, "text": .coded, "status": .coded]
        ),
        TableDescription(
            "user_account",
            .installation,
            [
                "id": .coded, "email": .sealed, "names": .sealed, "language": .coded, "password_hash": .hashed,
                "must_change_password": .coded, "second_factor": .sealed, "pending_second_factor": .sealed,
                "last_code_step": .coded, "state": .coded, "last_organization_id": .coded, "created_at": .coded,
                "last_sign_in_at": .coded,
            ]
        ),
        TableDescription(
            "membership",
            .shared(column: "organization_id"),
            [
                "organization_id": .coded, "user_id": .coded, "role": .coded, "team": .coded, "state": .coded,
                "created_at": .coded,
            ]
        ),
        TableDescription(
            "recovery_code",
            .installation,
            ["user_id": .coded, "code_hash": .hashed, "used_at": .coded]
        ),
        TableDescription(
            "session",
            .installation,
            [
                "id": .coded, "user_id": .coded, "organization_id": .coded, "kind": .coded, "state": .coded,
                "client": .coded, "token_hash": .hashed, "label": .sealed, "wrong_codes": .coded,
                "created_at": .coded, "last_seen_at": .coded, "expires_at": .coded, "stepped_up_until": .coded,
                "scopes": .coded,
            ]
        ),
        TableDescription(
            "password_ticket",
            .installation,
            [
                "id": .coded, "user_id": .coded, "purpose": .coded, "token_hash": .hashed, "created_by": .coded,
                "created_at": .coded, "expires_at": .coded,
            ]
        ),
        TableDescription(
            "sign_in_counter",
            .installation,
            ["tag": .hashed, "failures": .coded, "last_failure_at": .coded, "blocked_until": .coded]
        ),
        TableDescription(
            "installation_setting",
            .installation,
            ["key": .coded, "value": .coded, "updated_at": .coded]
        ),
    ]

    @Sendable
    private static func organizationsAndAccounts(_ dialect: Dialect) -> [SQL] {
        let text = dialect.textType
        let integer = dialect.integerType
        let blob = dialect.blobType
        return [
            """
            CREATE TABLE organization (
                id \(text) NOT NULL PRIMARY KEY,
                code \(text) NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 40),
                kind \(text) NOT NULL,
                language \(text) NOT NULL,
                time_zone \(text) NOT NULL,
                state \(text) NOT NULL CHECK (state IN ('active', 'closed')),
                created_at \(integer) NOT NULL
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE organization_name (
                organization_id \(text) NOT NULL REFERENCES organization (id),
                language \(text) NOT NULL,
                text \(text) NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
                status \(text) NOT NULL CHECK (status IN ('original', 'machine', 'reviewed', 'outdated')),
                PRIMARY KEY (organization_id, language)
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE user_account (
                id \(text) NOT NULL PRIMARY KEY,
                email \(blob),
                names \(blob),
                language \(text),
                password_hash \(text),
                must_change_password \(integer) NOT NULL CHECK (must_change_password IN (0, 1)),
                second_factor \(blob),
                pending_second_factor \(blob),
                last_code_step \(integer),
                state \(text) NOT NULL CHECK (state IN ('active', 'disabled', 'erased')),
                last_organization_id \(text) REFERENCES organization (id),
                created_at \(integer) NOT NULL,
                last_sign_in_at \(integer),
                CHECK ((state = 'erased') = (email IS NULL)),
                CHECK ((state = 'erased') = (names IS NULL))
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE membership (
                organization_id \(text) NOT NULL REFERENCES organization (id),
                user_id \(text) NOT NULL REFERENCES user_account (id),
                role \(text) NOT NULL,
                team \(text),
                state \(text) NOT NULL CHECK (state IN ('active', 'disabled')),
                created_at \(integer) NOT NULL,
                PRIMARY KEY (organization_id, user_id)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX membership_of_user ON membership (user_id, organization_id)",
            """
            CREATE TABLE recovery_code (
                user_id \(text) NOT NULL REFERENCES user_account (id),
                code_hash \(blob) NOT NULL CHECK (length(code_hash) = 32),
                used_at \(integer),
                PRIMARY KEY (user_id, code_hash)
            ) \(dialect.tableEnd)
            """,
        ]
    }

    @Sendable
    private static func sessionsAndSignIn(_ dialect: Dialect) -> [SQL] {
        let text = dialect.textType
        let integer = dialect.integerType
        let blob = dialect.blobType
        return [
            """
            CREATE TABLE session (
                id \(text) NOT NULL PRIMARY KEY,
                user_id \(text) NOT NULL REFERENCES user_account (id),
                organization_id \(text) NOT NULL REFERENCES organization (id),
                kind \(text) NOT NULL CHECK (kind IN ('desk', 'api')),
                state \(text) NOT NULL CHECK (state IN ('awaiting_second_factor', 'awaiting_enrolment', 'active')),
                client \(text) NOT NULL,
                token_hash \(blob) NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                label \(blob) NOT NULL,
                wrong_codes \(integer) NOT NULL,
                created_at \(integer) NOT NULL,
                last_seen_at \(integer) NOT NULL,
                expires_at \(integer) NOT NULL,
                stepped_up_until \(integer)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX session_of_user ON session (user_id, last_seen_at)",
            """
            CREATE TABLE password_ticket (
                id \(text) NOT NULL PRIMARY KEY,
                user_id \(text) NOT NULL UNIQUE REFERENCES user_account (id),
                purpose \(text) NOT NULL CHECK (purpose IN ('invitation', 'reset')),
                token_hash \(blob) NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                created_by \(text),
                created_at \(integer) NOT NULL,
                expires_at \(integer) NOT NULL
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE sign_in_counter (
                tag \(blob) NOT NULL PRIMARY KEY CHECK (length(tag) = 32),
                failures \(integer) NOT NULL CHECK (failures >= 0),
                last_failure_at \(integer) NOT NULL,
                blocked_until \(integer) NOT NULL
            ) \(dialect.tableEnd)
            """,
            """
            CREATE TABLE installation_setting (
                key \(text) NOT NULL PRIMARY KEY,
                value \(text) NOT NULL,
                updated_at \(integer) NOT NULL
            ) \(dialect.tableEnd)
            """,
        ]
    }
}
