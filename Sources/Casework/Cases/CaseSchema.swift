import Database

/// The tables of a case. Words, names, amounts and numbers are sealed with the case's key; what stays readable are ids,
/// codes and dates.
///
/// Lists are read newest first by `(opened_at, id)`; each filter that a list offers has an index in that order.
enum CaseSchema {
    static let migrations = [
        Migration(700, "cases", cases),
        Migration(701, "entries of cases", entries),
        Migration(702, "employers", employers),
    ]

    private static func cases(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE case_file (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                organization_id \(dialect.textType) NOT NULL,
                year \(dialect.integerType) NOT NULL,
                number \(dialect.integerType) NOT NULL,
                version \(dialect.integerType) NOT NULL CHECK (version > 0),
                field_versions \(dialect.textType) NOT NULL,
                status \(dialect.textType) NOT NULL,
                is_open \(dialect.integerType) NOT NULL,
                stage \(dialect.textType) NOT NULL,
                risk \(dialect.textType) NOT NULL,
                worker_user_id \(dialect.textType),
                client_person_id \(dialect.textType),
                primary_problem \(dialect.textType),
                right_country \(dialect.textType),
                stay_country \(dialect.textType),
                return_country \(dialect.textType),
                opened_at \(dialect.integerType) NOT NULL,
                changed_at \(dialect.integerType) NOT NULL,
                closed_at \(dialect.integerType),
                next_due_on \(dialect.textType),
                person_count \(dialect.integerType) NOT NULL,
                is_collective \(dialect.integerType) NOT NULL,
                is_imported \(dialect.integerType) NOT NULL,
                import_id \(dialect.textType),
                contact_id \(dialect.textType),
                referral_id \(dialect.textType),
                outcome \(dialect.textType),
                created_by \(dialect.textType),
                network_token \(dialect.blobType),
                summary \(dialect.blobType) NOT NULL,
                narrative \(dialect.blobType) NOT NULL,
                UNIQUE (organization_id, year, number)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX case_file_by_opening ON case_file (organization_id, opened_at, id)",
            "CREATE INDEX case_file_open ON case_file (organization_id, is_open, opened_at, id)",
            "CREATE INDEX case_file_of_worker ON case_file (organization_id, worker_user_id, is_open, opened_at, id)",
            "CREATE INDEX case_file_by_status ON case_file (organization_id, status, opened_at, id)",
            "CREATE INDEX case_file_by_due ON case_file (organization_id, is_open, next_due_on, id)",
            "CREATE INDEX case_file_of_import ON case_file (import_id)",
            "CREATE INDEX case_file_of_referral ON case_file (referral_id)",
            "CREATE INDEX case_file_of_contact ON case_file (contact_id)",
            """
            CREATE TABLE case_person (
                case_id \(dialect.textType) NOT NULL,
                person_id \(dialect.textType) NOT NULL,
                organization_id \(dialect.textType) NOT NULL,
                role \(dialect.textType) NOT NULL,
                position \(dialect.integerType) NOT NULL,
                PRIMARY KEY (case_id, person_id)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX case_person_of_person ON case_person (person_id, case_id)",
            """
            CREATE TABLE case_problem (
                case_id \(dialect.textType) NOT NULL,
                problem \(dialect.textType) NOT NULL,
                organization_id \(dialect.textType) NOT NULL,
                position \(dialect.integerType) NOT NULL,
                opened_at \(dialect.integerType) NOT NULL,
                outcome \(dialect.textType),
                outcome_at \(dialect.integerType),
                PRIMARY KEY (case_id, problem)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX case_problem_by_code ON case_problem (organization_id, problem, opened_at, case_id)",
            """
            CREATE TABLE case_bar (
                case_id \(dialect.textType) NOT NULL,
                user_id \(dialect.textType) NOT NULL,
                organization_id \(dialect.textType) NOT NULL,
                barred_by \(dialect.textType) NOT NULL,
                barred_at \(dialect.integerType) NOT NULL,
                PRIMARY KEY (case_id, user_id)
            ) \(dialect.tableEnd)
            """,
        ]
    }

    private static func entries(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE case_entry (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                case_id \(dialect.textType) NOT NULL,
                organization_id \(dialect.textType) NOT NULL,
                version \(dialect.integerType) NOT NULL CHECK (version > 0),
                kind \(dialect.textType) NOT NULL,
                field_group \(dialect.integerType) NOT NULL,
                state \(dialect.textType) NOT NULL,
                is_open \(dialect.integerType) NOT NULL,
                code \(dialect.textType),
                problem \(dialect.textType),
                counterpart \(dialect.textType),
                person_id \(dialect.textType),
                parent_id \(dialect.textType),
                assignee_user_id \(dialect.textType),
                due_on \(dialect.textType),
                event_at \(dialect.integerType) NOT NULL,
                created_at \(dialect.integerType) NOT NULL,
                created_by \(dialect.textType),
                done_at \(dialect.integerType),
                done_by \(dialect.textType),
                original_file_id \(dialect.textType),
                shared_file_id \(dialect.textType),
                media_type \(dialect.textType),
                byte_count \(dialect.integerType),
                import_id \(dialect.textType),
                body \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX case_entry_by_event ON case_entry (case_id, event_at, id)",
            """
            CREATE INDEX case_entry_of_assignee ON case_entry
                (organization_id, assignee_user_id, is_open, due_on, id)
            """,
            "CREATE INDEX case_entry_of_import ON case_entry (import_id)",
            """
            CREATE TABLE case_undo (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                case_id \(dialect.textType) NOT NULL,
                organization_id \(dialect.textType) NOT NULL,
                user_id \(dialect.textType) NOT NULL,
                at \(dialect.integerType) NOT NULL,
                act \(dialect.textType) NOT NULL,
                entry_id \(dialect.textType),
                version_after \(dialect.integerType) NOT NULL,
                undone_at \(dialect.integerType),
                before \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX case_undo_of_case ON case_undo (case_id, at, id)",
        ]
    }

    private static func employers(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE employer (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                organization_id \(dialect.textType) NOT NULL,
                version \(dialect.integerType) NOT NULL CHECK (version > 0),
                created_at \(dialect.integerType) NOT NULL,
                changed_at \(dialect.integerType) NOT NULL,
                standing \(dialect.textType) NOT NULL,
                country \(dialect.textType),
                import_id \(dialect.textType),
                name \(dialect.blobType) NOT NULL,
                notes \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX employer_of_organization ON employer (organization_id, id)",
            """
            CREATE TABLE case_employer (
                case_id \(dialect.textType) NOT NULL,
                employer_id \(dialect.textType) NOT NULL,
                organization_id \(dialect.textType) NOT NULL,
                role \(dialect.textType) NOT NULL,
                added_at \(dialect.integerType) NOT NULL,
                PRIMARY KEY (case_id, employer_id)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX case_employer_of_employer ON case_employer (employer_id, case_id)",
        ]
    }
}
