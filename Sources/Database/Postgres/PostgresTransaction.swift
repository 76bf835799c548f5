import CLibPQ
import Domain

/// A transaction on one link, lent to a store's closure.
final class PostgresTransaction: Connection {
    let dialect = Dialect.postgres
    private(set) var scope: TransactionScope
    private let link: PostgresLink
    private let kind: Kind
    private let now: Instant
    private var isOver = false
    /// What first went wrong: PostgreSQL refuses everything after it until the end of the transaction.
    private var failure: DatabaseError?

    enum Kind: Sendable {
        case read, write, migrate
    }

    init(link: PostgresLink, kind: Kind, scope: TransactionScope, now: Instant) throws(DatabaseError) {
        self.link = link
        self.kind = kind
        self.scope = scope
        self.now = now
        switch kind {
        case .read: try link.open(.read, PostgresOpening.values(scope, at: now))
        case .write: try link.open(.write, PostgresOpening.values(scope, at: now))
        case .migrate: try link.open(.migrate, [])
        }
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        try run(sql).changedRows
    }

    func forEachRow(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        // The whole result is in memory by now, so `body` may run statements of its own.
        let result = try run(sql)
        for row in 0..<result.rowCount { try body(result[row]) }
    }

    func enter(_ scope: TransactionScope) throws {
        _ = try run(PostgresOpening.enter, PostgresOpening.values(scope, at: now))
        self.scope = scope
    }

    /// Makes the changes last.
    ///
    /// - Throws: `.connectionLost` when the connection died meanwhile: whether the changes last is then unknown.
    ///   The first failure when the closure swallowed one, since nothing was kept.
    func commit() throws {
        if let failure, link.transactionStatus == PQTRANS_INERROR { throw failure }
        let result = try link.run("COMMIT", [], keepingPlan: false)
        isOver = true
        guard result.commandTag == "COMMIT" else {
            throw failure
                ?? DatabaseError(kind: .other, sqlState: "25P02", message: "the transaction was rolled back")
        }
    }

    /// Undoes everything.
    func rollBack() {
        isOver = true
        link.rollBack()
        if failure?.isStalePlan == true { link.forgetPrepared() }
    }

    private func run(_ sql: SQL) throws -> PostgresResult {
        let (text, values) = sql.rendered(for: .postgres)
        return try run(text, values)
    }

    private func run(_ text: String, _ values: [SQLValue]) throws -> PostgresResult {
        guard !isOver else { throw DatabaseError.misuse("the transaction is over") }
        // The server interrupts a running statement; between two the closure is stopped here.
        if kind == .read { try Task.checkCancellation() }
        do {
            return try link.run(text, values, keepingPlan: kind != .migrate)
        } catch {
            failure = failure ?? error
            throw error
        }
    }
}
