import Domain

/// How a transaction begins: its isolation, and one statement that takes the writers' lock and enters the scope.
struct PostgresOpening: Sendable {
    /// The prepared statement's name.
    let name: String
    /// What opens the transaction.
    let begin: String
    /// The statement after it.
    let text: String

    /// One snapshot for the whole transaction.
    static let read = PostgresOpening(
        name: "open_read",
        begin: "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        text: enter
    )

    /// One writer at a time over all processes. The lock's key is the bytes of "tirek" as a number. The lock is taken by the first statement; at READ COMMITTED each
    /// later statement has a snapshot taken after it, so it sees all that earlier writers committed.
    static let write = PostgresOpening(
        name: "open_write",
        begin: "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE",
        text: """
            SELECT pg_advisory_xact_lock(499985311083), set_config('role', $1, true),
                set_config('tirek.organization', $2, true), set_config('tirek.now', $3, true)
            """
    )

    /// As `write`, with the login's own rights and without a time limit: an index on a large table takes long.
    static let migrate = PostgresOpening(
        name: "open_migrate",
        begin: "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE",
        text: "SELECT pg_advisory_xact_lock(499985311083), set_config('statement_timeout', '0', true)"
    )

    static let all = [read, write, migrate]

    /// Enters a scope: the database role, the organisation whose rows are seen, and the present for grants that
    /// begin and end. All three last until the end of the transaction.
    static let enter = """
        SELECT set_config('role', $1, true), set_config('tirek.organization', $2, true),
            set_config('tirek.now', $3, true)
        """

    /// The values for ``enter``.
    static func values(_ scope: TransactionScope, at now: Instant) -> [SQLValue] {
        let time = SQLValue.text(String(now.milliseconds))
        return switch scope {
        case .organization(let id): [.text("tirek_app"), .text(id.text), time]
        case .installation: [.text("tirek_app"), .text(OrganizationID.installation.text), time]
        case .system: [.text("tirek_system"), .text(""), time]
        }
    }
}
