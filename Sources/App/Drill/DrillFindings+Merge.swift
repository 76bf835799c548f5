import Database

extension DrillFindings {
    /// What agrees when two records were wholly united, or were wholly taken apart again. A hidden record that was handed
    /// over with the kept one leaves what it was named in behind.
    static let mergesMustBeEmpty: [(problem: String, sql: SQL)] = [
        (
            "hidden people without what takes them apart again",
            """
            SELECT COUNT(*) FROM person p WHERE p.merged_into IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM person_merge m WHERE m.hidden_id = p.id AND m.kept_id = p.merged_into)
                AND NOT EXISTS (
                    SELECT 1 FROM journal_leaf l WHERE l.subject_id = p.id AND l.kind = 'person.taken_over')
            """
        ),
        (
            "mergers of people that aren't hidden",
            """
            SELECT COUNT(*) FROM person_merge m WHERE NOT EXISTS (
                SELECT 1 FROM person p WHERE p.id = m.hidden_id AND p.merged_into = m.kept_id)
            """
        ),
        (
            "mergers without a leaf in both stories",
            """
            SELECT COUNT(*) FROM person_merge m WHERE 2 <> (
                SELECT COUNT(DISTINCT l.subject_id) FROM journal_leaf l
                WHERE l.subject_id IN (m.kept_id, m.hidden_id) AND l.kind = 'person.merged')
            """
        ),
        (
            "look-up rows of hidden people",
            """
            SELECT COUNT(*) FROM blind_index b JOIN person p ON p.id = b.record_id WHERE p.merged_into IS NOT NULL
            """
        ),
        (
            "rows that name a hidden person",
            """
            SELECT COUNT(*) FROM person p JOIN (
                SELECT organization_id, person_id FROM contact_person
                UNION ALL SELECT organization_id, person_id FROM call_back
                UNION ALL SELECT organization_id, person_id FROM case_person
                UNION ALL SELECT organization_id, person_id FROM appointment
                UNION ALL SELECT organization_id, person_id FROM import_row
            ) r ON r.person_id = p.id AND r.organization_id = p.organization_id WHERE p.merged_into IS NOT NULL
            """
        ),
    ]
}
