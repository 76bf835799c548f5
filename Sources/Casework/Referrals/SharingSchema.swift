import Database

/// The tables of what passes between organisations about a case. Both sides' organisation and team stand in the rows
/// as they were, so that figures stay true when people move.
enum SharingSchema {
    static let migrations = [
        Migration(750, "authorities", authorities),
        Migration(751, "referrals", referrals),
        Migration(752, "transfers", transfers),
        Migration(753, "letters to partners outside", letters),
    ]

    private static func authorities(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE authority (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                organization_id \(dialect.textType) NOT NULL,
                case_id \(dialect.textType) NOT NULL,
                person_id \(dialect.textType) NOT NULL,
                recipient_organization_id \(dialect.textType),
                basis \(dialect.textType) NOT NULL,
                purpose \(dialect.textType) NOT NULL,
                field_groups \(dialect.integerType) NOT NULL,
                language \(dialect.textType) NOT NULL,
                method \(dialect.textType) NOT NULL,
                given_by \(dialect.textType) NOT NULL,
                wording \(dialect.integerType) NOT NULL,
                given_at \(dialect.integerType) NOT NULL,
                expires_on \(dialect.textType) NOT NULL,
                expires_at \(dialect.integerType) NOT NULL,
                ends_at \(dialect.integerType) NOT NULL,
                created_by \(dialect.textType) NOT NULL,
                second_user_id \(dialect.textType),
                needs_confirmation \(dialect.integerType) NOT NULL,
                confirmed_by \(dialect.textType),
                confirmed_at \(dialect.integerType),
                is_state \(dialect.integerType) NOT NULL,
                is_overridden \(dialect.integerType) NOT NULL,
                ended_at \(dialect.integerType),
                ended_by \(dialect.textType),
                end_reason \(dialect.textType),
                details \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX authority_of_case ON authority (case_id, recipient_organization_id, id)",
            "CREATE INDEX authority_of_person ON authority (person_id, recipient_organization_id)",
            "CREATE INDEX authority_by_end ON authority (ends_at) WHERE ended_at IS NULL",
            """
            CREATE TABLE withdrawal (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                from_organization_id \(dialect.textType) NOT NULL,
                to_organization_id \(dialect.textType) NOT NULL,
                referral_id \(dialect.textType) NOT NULL,
                authority_id \(dialect.textType) NOT NULL,
                linked_case_id \(dialect.textType),
                at \(dialect.integerType) NOT NULL,
                reason \(dialect.textType),
                due_at \(dialect.integerType) NOT NULL,
                decision \(dialect.textType),
                decided_at \(dialect.integerType),
                decided_by \(dialect.textType)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX withdrawal_of_recipient ON withdrawal (to_organization_id, decided_at, at)",
            "CREATE INDEX withdrawal_of_linked_case ON withdrawal (linked_case_id)",
        ]
    }

    private static func referrals(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE referral (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                from_organization_id \(dialect.textType) NOT NULL,
                to_organization_id \(dialect.textType) NOT NULL,
                from_team \(dialect.textType),
                to_team \(dialect.textType),
                case_id \(dialect.textType) NOT NULL,
                authority_id \(dialect.textType) NOT NULL,
                service_id \(dialect.textType),
                counter_of \(dialect.textType),
                purpose \(dialect.textType) NOT NULL,
                urgency \(dialect.textType) NOT NULL,
                problem \(dialect.textType),
                state \(dialect.textType) NOT NULL,
                version \(dialect.integerType) NOT NULL CHECK (version > 0),
                token \(dialect.blobType) NOT NULL,
                created_by \(dialect.textType) NOT NULL,
                sent_at \(dialect.integerType) NOT NULL,
                due_at \(dialect.integerType) NOT NULL,
                expires_at \(dialect.integerType) NOT NULL,
                escalation \(dialect.integerType) NOT NULL,
                seen_at \(dialect.integerType),
                answered_at \(dialect.integerType),
                answered_by \(dialect.textType),
                ended_at \(dialect.integerType),
                ended_by \(dialect.textType),
                reason \(dialect.textType),
                outcome \(dialect.textType),
                linked_case_id \(dialect.textType),
                facts_due \(dialect.integerType) NOT NULL,
                note \(dialect.blobType) NOT NULL,
                answer \(dialect.blobType)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX referral_in ON referral (to_organization_id, id)",
            "CREATE INDEX referral_out ON referral (from_organization_id, id)",
            "CREATE INDEX referral_of_case ON referral (case_id, to_organization_id)",
            "CREATE INDEX referral_of_linked_case ON referral (linked_case_id)",
            "CREATE INDEX referral_by_clock ON referral (state, due_at)",
            "CREATE INDEX referral_facts_due ON referral (facts_due) WHERE facts_due = 1",
            // Two people who refer at the same moment make one referral.
            """
            CREATE UNIQUE INDEX referral_live ON referral (case_id, to_organization_id)
                WHERE state IN ('sent', 'seen', 'accepted', 'in_progress')
            """,
            """
            CREATE TABLE referral_grant (
                grant_id \(dialect.textType) NOT NULL PRIMARY KEY,
                from_organization_id \(dialect.textType) NOT NULL,
                to_organization_id \(dialect.textType) NOT NULL,
                record_id \(dialect.textType) NOT NULL,
                created_at \(dialect.integerType) NOT NULL,
                ended_at \(dialect.integerType)
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX referral_grant_of_record ON referral_grant (record_id, to_organization_id)",
            """
            CREATE TABLE referral_message (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                referral_id \(dialect.textType) NOT NULL,
                author_organization_id \(dialect.textType) NOT NULL,
                other_organization_id \(dialect.textType) NOT NULL,
                author_user_id \(dialect.textType) NOT NULL,
                at \(dialect.integerType) NOT NULL,
                body \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX referral_message_of_referral ON referral_message (referral_id, id)",
        ]
    }

    private static func transfers(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE transfer (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                from_organization_id \(dialect.textType) NOT NULL,
                to_organization_id \(dialect.textType) NOT NULL,
                from_team \(dialect.textType),
                to_team \(dialect.textType),
                case_id \(dialect.textType) NOT NULL,
                problem \(dialect.textType),
                state \(dialect.textType) NOT NULL,
                version \(dialect.integerType) NOT NULL CHECK (version > 0),
                created_by \(dialect.textType) NOT NULL,
                offered_at \(dialect.integerType) NOT NULL,
                due_at \(dialect.integerType) NOT NULL,
                answered_at \(dialect.integerType),
                answered_by \(dialect.textType),
                reason \(dialect.textType),
                sheet \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX transfer_in ON transfer (to_organization_id, id)",
            "CREATE INDEX transfer_out ON transfer (from_organization_id, id)",
            "CREATE INDEX transfer_of_case ON transfer (case_id, to_organization_id)",
            "CREATE UNIQUE INDEX transfer_offered ON transfer (case_id) WHERE state = 'offered'",
        ]
    }

    private static func letters(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE letter (
                id \(dialect.textType) NOT NULL PRIMARY KEY,
                organization_id \(dialect.textType) NOT NULL,
                case_id \(dialect.textType) NOT NULL,
                authority_id \(dialect.textType),
                addressee \(dialect.textType) NOT NULL,
                is_neutral \(dialect.integerType) NOT NULL,
                created_by \(dialect.textType) NOT NULL,
                at \(dialect.integerType) NOT NULL,
                body \(dialect.blobType) NOT NULL
            ) \(dialect.tableEnd)
            """,
            "CREATE INDEX letter_of_case ON letter (case_id, id)",
        ]
    }
}
