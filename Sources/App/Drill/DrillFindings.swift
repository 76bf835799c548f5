import Database
import Domain

/// How many rows of each sort there are, and where rows, wraps, leaves and events don't agree.
struct DrillFindings: Encodable, Sendable {
    var counts: [String: Int64] = [:]
    var problems: [String] = []

    init(on connection: any Connection) throws {
        try count(on: connection)
        for (problem, sql) in Self.mustBeEmpty + Self.workMustBeEmpty + Self.mergesMustBeEmpty {
            let found = try connection.count(sql)
            if found > 0 { problems.append("\(problem): \(found)") }
        }
    }

    private mutating func count(on connection: any Connection) throws {
        let tables: [(String, SQL)] = [
            ("people", "SELECT COUNT(*) FROM person"),
            ("versions", "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM person"),
            ("wraps of owners", "SELECT COUNT(*) FROM record_key_wrap WHERE grant_id IS NULL"),
            ("wraps of recipients", "SELECT COUNT(*) FROM record_key_wrap WHERE grant_id IS NOT NULL"),
            ("live grants", "SELECT COUNT(*) FROM record_grant WHERE revoked_at IS NULL"),
            ("index rows", "SELECT COUNT(*) FROM blind_index"),
            ("accounts", "SELECT COUNT(*) FROM user_account"),
            ("memberships", "SELECT COUNT(*) FROM membership"),
            ("tickets", "SELECT COUNT(*) FROM password_ticket"),
            ("keys", "SELECT COUNT(*) FROM organization_key"),
            ("key versions", "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM organization_key"),
            ("open rotations", "SELECT COUNT(*) FROM rewrap_job WHERE finished_at IS NULL"),
            ("migrations", "SELECT COUNT(*) FROM schema_migration"),
        ]
        for (name, sql) in Self.workCounts { counts[name] = try connection.count(sql) }
        for (name, sql) in tables { counts[name] = try connection.count(sql) }
        try connection.forEachRow("SELECT kind, COUNT(*) FROM journal_leaf GROUP BY kind") { row in
            counts["leaf " + (try row.text(0))] = try row.integer(1)
        }
        try connection.forEachRow("SELECT kind, COUNT(*) FROM event GROUP BY kind") { row in
            counts["event " + (try row.text(0))] = try row.integer(1)
        }
    }

    /// What agrees when an act is wholly done or not done, as queries that find what doesn't.
    private static let mustBeEmpty: [(problem: String, sql: SQL)] = [
        (
            "people without their owner's wrap",
            """
            SELECT COUNT(*) FROM person p WHERE NOT EXISTS (
                SELECT 1 FROM record_key_wrap w WHERE w.record_id = p.id AND w.grant_id IS NULL
                    AND w.owner_organization_id = p.organization_id)
            """
        ),
        (
            "accounts without a wrap",
            """
            SELECT COUNT(*) FROM user_account u WHERE u.state <> 'erased' AND NOT EXISTS (
                SELECT 1 FROM record_key_wrap w WHERE w.record_id = u.id AND w.grant_id IS NULL)
            """
        ),
        (
            "wraps of no record",
            """
            SELECT COUNT(*) FROM record_key_wrap w
            WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = w.record_id)
                AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.id = w.record_id)
                AND w.record_id NOT IN (\(otherRecords))
                AND NOT EXISTS (SELECT 1 FROM journal_leaf l WHERE l.subject_id = w.record_id
                    AND l.kind = 'backup.register_overridden')
            """
        ),
        (
            "look-up rows of no record",
            "SELECT COUNT(*) FROM blind_index b WHERE NOT EXISTS (SELECT 1 FROM record_key_wrap w WHERE w.record_id = b.record_id)"
        ),
        (
            "live grants without wraps, or dead ones with them",
            """
            SELECT COUNT(*) FROM record_grant g WHERE (g.revoked_at IS NULL) <> (
                EXISTS (SELECT 1 FROM record_key_wrap w WHERE w.grant_id = g.id))
            """
        ),
        (
            "wraps under a key that isn't there",
            """
            SELECT COUNT(*) FROM record_key_wrap w WHERE NOT EXISTS (
                SELECT 1 FROM organization_key k WHERE k.organization_id = w.holder_organization_id
                    AND k.version = w.organization_key_version)
            """
        ),
        (
            "people whose making left no leaf",
            """
            SELECT COUNT(*) FROM person p WHERE NOT EXISTS (
                SELECT 1 FROM journal_leaf l WHERE l.log_id = p.organization_id AND l.subject_id = p.id
                    AND l.kind IN ('person.created', 'person.imported', 'person.taken_over'))
            """
        ),
        (
            "people without a leaf and an event for each version",
            // What was taken over from another organisation was created and changed in that one's log.
            """
            SELECT COUNT(*) FROM person p WHERE
                p.version <> (SELECT COUNT(*) FROM journal_leaf l WHERE l.subject_id = p.id
                    AND l.kind IN ('person.created', 'person.imported', 'person.changed', 'person.taken_over',
                        'person.merged', 'person.merge_undone'))
                OR p.version <> (SELECT COUNT(*) FROM event e WHERE e.subject_id = p.id
                    AND e.kind IN ('person.created', 'person.imported', 'person.changed', 'person.taken_over',
                        'person.merged', 'person.merge_undone'))
            """
        ),
        (
            "leaves of people that are neither there nor erased",
            """
            SELECT COUNT(*) FROM journal_leaf l WHERE l.kind = 'person.created'
                AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = l.subject_id)
                AND NOT EXISTS (SELECT 1 FROM journal_leaf e WHERE e.log_id = l.log_id
                    AND e.subject_id = l.subject_id AND e.kind = 'person.erased')
            """
        ),
        (
            "grants without a leaf on both sides",
            """
            SELECT COUNT(*) FROM record_grant g JOIN person p ON p.id = g.record_id WHERE NOT EXISTS (
                    SELECT 1 FROM journal_leaf l WHERE l.log_id = g.owner_organization_id
                        AND l.subject_id = g.record_id AND l.kind = 'person.shared')
                OR NOT EXISTS (
                    SELECT 1 FROM journal_leaf l WHERE l.log_id = g.recipient_organization_id
                        AND l.subject_id = g.record_id AND l.kind = 'person.received')
            """
        ),
        (
            "ended grants without a leaf on the recipient's side",
            """
            SELECT COUNT(*) FROM record_grant g JOIN person p ON p.id = g.record_id
            WHERE g.revoked_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM journal_leaf l WHERE l.log_id = g.recipient_organization_id
                    AND l.subject_id = g.record_id AND l.kind = 'person.withdrawn')
            """
        ),
        (
            "memberships without a leaf",
            """
            SELECT COUNT(*) FROM membership m WHERE NOT EXISTS (
                SELECT 1 FROM journal_leaf l WHERE l.log_id = m.organization_id AND l.subject_id = m.user_id
                    AND l.kind = 'member.added')
            """
        ),
        ("gaps in the event log", "SELECT COUNT(*) FROM event_head h WHERE h.position <> (SELECT COUNT(*) FROM event)"),
        (
            "heads that don't count their leaves",
            """
            SELECT COUNT(*) FROM journal_head h WHERE h.size <> (
                SELECT COUNT(*) FROM journal_leaf l WHERE l.log_id = h.log_id)
            """
        ),
    ]
}
