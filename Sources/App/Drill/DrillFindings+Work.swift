import Database

extension DrillFindings {
    /// The records besides people and accounts that have keys of their own.
    static let otherRecords: SQL = {
        let tables = [
            "contact", "contact_draft", "case_file", "employer", "appointment", "referral", "transfer", "shift_note",
            "rota_entry", "on_call_step", "on_call_alarm", "number_mark", "telephony_call", "import_run",
            "import_mapping", "export_run",
        ]
        let known = Set(Installation.schema.flatMap(\.tables).map(\.name))
        return tables.filter { known.contains($0) }.compactMap { SQL(checkedName: $0) }
            .reduce("SELECT id FROM person") { "\($0) UNION ALL SELECT id FROM \($1)" }
    }()

    /// How many rows there are of what people work on.
    static let workCounts: [(String, SQL)] = [
        ("contacts", "SELECT COUNT(*) FROM contact"),
        ("contact versions", "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM contact"),
        ("call-backs", "SELECT COUNT(*) FROM call_back"),
        ("cases", "SELECT COUNT(*) FROM case_file"),
        ("case versions", "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM case_file"),
        ("case members", "SELECT COUNT(*) FROM case_person"),
        ("case entries", "SELECT COUNT(*) FROM case_entry"),
        ("live authorities", "SELECT COUNT(*) FROM authority WHERE ended_at IS NULL"),
        ("referrals", "SELECT COUNT(*) FROM referral"),
        ("referral versions", "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM referral"),
        ("live referral grants", "SELECT COUNT(*) FROM referral_grant WHERE ended_at IS NULL"),
        ("transfers", "SELECT COUNT(*) FROM transfer"),
        ("withdrawals", "SELECT COUNT(*) FROM withdrawal"),
        ("facts", "SELECT COUNT(*) FROM fact"),
        ("people in figures", "SELECT COUNT(DISTINCT person) FROM fact"),
        ("people of contacts", "SELECT COUNT(DISTINCT person_id) FROM contact_person"),
        ("hidden people", "SELECT COUNT(*) FROM person WHERE merged_into IS NOT NULL"),
    ]

    /// What agrees when an act on contacts, cases, referrals or transfers is wholly done or not done.
    static let workMustBeEmpty: [(problem: String, sql: SQL)] = [
        (
            "contacts or cases without their owner's wrap",
            """
            SELECT COUNT(*) FROM (
                SELECT id, organization_id FROM contact UNION ALL SELECT id, organization_id FROM case_file
            ) r WHERE NOT EXISTS (
                SELECT 1 FROM record_key_wrap w WHERE w.record_id = r.id AND w.grant_id IS NULL
                    AND w.owner_organization_id = r.organization_id)
            """
        ),
        (
            "contacts whose making left no leaf",
            """
            SELECT COUNT(*) FROM contact c WHERE NOT EXISTS (
                SELECT 1 FROM journal_leaf l WHERE l.log_id = c.organization_id AND l.subject_id = c.id
                    AND l.kind IN ('contact.created', 'contact.imported'))
            """
        ),
        (
            "cases whose making left no leaf",
            """
            SELECT COUNT(*) FROM case_file c WHERE NOT EXISTS (
                SELECT 1 FROM journal_leaf l WHERE l.log_id = c.organization_id AND l.subject_id = c.id
                    AND l.kind IN ('case.created', 'case.imported', 'case.transferred'))
            """
        ),
        (
            // Figures outlive what they count: an erased contact or case stays a fact, without a link.
            "contacts without their facts, or facts without contacts",
            factDifference("contact", made: ["contact.created", "contact.imported"], erased: "contact.erased")
        ),
        (
            // What was handed over stays in the figures of whoever had it, and counts again where it went; the
            // giver's leaf of it was made by the other organization.
            "cases without their facts, or facts without cases",
            factDifference(
                "case",
                made: ["case.created", "case.imported", "case.transferred"],
                erased: "case.erased"
            )
        ),
        (
            "facts of practice organisations",
            """
            SELECT COUNT(*) FROM fact f JOIN organization o ON o.id = f.organization_id WHERE o.is_practice = 1
            """
        ),
        (
            "referrals or transfers without a leaf on both sides",
            """
            SELECT COUNT(*) FROM (
                SELECT id, from_organization_id, to_organization_id, 'referral.sent' AS kind FROM referral
                UNION ALL SELECT id, from_organization_id, to_organization_id, 'transfer.offered' FROM transfer
            ) r WHERE 2 <> (
                SELECT COUNT(DISTINCT l.log_id) FROM journal_leaf l WHERE l.subject_id = r.id AND l.kind = r.kind
                    AND l.log_id IN (r.from_organization_id, r.to_organization_id))
            """
        ),
        (
            "referrals taken on without a case of the recipient's",
            """
            SELECT COUNT(*) FROM referral r WHERE r.state IN ('accepted', 'in_progress', 'done') AND NOT EXISTS (
                SELECT 1 FROM case_file c WHERE c.id = r.linked_case_id)
            """
        ),
        (
            "grants of sharing that say live and are ended, or the other way round",
            """
            SELECT COUNT(*) FROM referral_grant s JOIN record_grant g ON g.id = s.grant_id
            WHERE (s.ended_at IS NULL) <> (g.revoked_at IS NULL)
            """
        ),
        (
            "recipients that hold a case without a live authority",
            """
            SELECT COUNT(*) FROM referral_grant s JOIN case_file c ON c.id = s.record_id
            WHERE s.ended_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM authority a WHERE a.case_id = c.id AND a.ended_at IS NULL
                    AND a.recipient_organization_id = s.to_organization_id)
            """
        ),
        (
            "parts of cases that belong to another organisation than the case",
            """
            SELECT COUNT(*) FROM case_file c WHERE
                EXISTS (SELECT 1 FROM case_entry e WHERE e.case_id = c.id AND e.organization_id <> c.organization_id)
                OR EXISTS (SELECT 1 FROM case_person m
                    WHERE m.case_id = c.id AND m.organization_id <> c.organization_id)
                OR EXISTS (SELECT 1 FROM case_problem p
                    WHERE p.case_id = c.id AND p.organization_id <> c.organization_id)
            """
        ),
    ]

    /// Every record that was ever made has one fact of its own but in practice organisations, and every fact its record.
    /// Erased records stay in the figures. Only those that an import made and its undoing erased don't: their leaves
    /// stand after the one with which the undoing began and before its end, of the same person's hand.
    private static func factDifference(_ kind: String, made kinds: [String], erased: String) -> SQL {
        let made = SQL.joined(kinds.map { "\($0)" }, separator: ", ")
        return """
            SELECT ABS(
                (SELECT COUNT(*) FROM fact WHERE kind = \(kind)) - (
                    SELECT COUNT(*) FROM journal_leaf l JOIN organization o ON o.id = l.log_id
                    WHERE o.is_practice = 0 AND l.log_id = l.actor_organization_id AND l.kind IN (\(made))
                ) + (
                    SELECT COUNT(*) FROM journal_leaf e JOIN organization o ON o.id = e.log_id
                    WHERE o.is_practice = 0 AND e.kind = \(erased) AND EXISTS (
                        SELECT 1 FROM journal_leaf u WHERE u.log_id = e.log_id AND u.kind = 'import.undoing'
                            AND u.actor_id = e.actor_id AND u.position < e.position AND NOT EXISTS (
                                SELECT 1 FROM journal_leaf d WHERE d.log_id = u.log_id AND d.kind = 'import.undone'
                                    AND d.subject_id = u.subject_id AND d.position < e.position))))
            """
    }
}
