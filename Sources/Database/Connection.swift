public import Domain

/// A database connection inside one transaction. Valid only inside the closure that receives it, on its thread.
public protocol Connection: AnyObject {
    var dialect: Dialect { get }

    /// Runs a statement and returns the number of rows it changed.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Calls `body` for each row of the result, in order.
    func forEachRow(_ sql: SQL, _ body: (any Row) throws -> Void) throws

    /// Sets whose rows the rest of the transaction may see (the second lock, PostgreSQL's row-level security).
    ///
    /// Stores don't call this: ``Database`` does at the start of each transaction, and ``acting(as:_:)`` for acts
    /// between two organisations.
    func enter(_ scope: TransactionScope) throws

    /// The scope entered last.
    var scope: TransactionScope { get }
}

/// Whose rows a transaction may touch.
public enum TransactionScope: Sendable, Hashable {
    /// The rows of one organisation, and rows of others that a live grant opens to it.
    case organization(OrganizationID)
    /// Rows of the installation: accounts, sessions, settings, its journal.
    case installation
    /// Everything, for followers of the event log, verification, backup and re-keying; its own database role.
    case system
}

extension Connection {
    /// All rows of a result, each made into a value.
    public func rows<Value>(_ sql: SQL, _ make: (any Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEachRow(sql) { values.append(try make($0)) }
        return values
    }

    /// The first row of a result made into a value, or `nil` when there is none.
    public func first<Value>(_ sql: SQL, _ make: (any Row) throws -> Value) throws -> Value? {
        var value: Value?
        try forEachRow(sql) { row in
            if value == nil { value = try make(row) }
        }
        return value
    }

    /// The first column of the first row as a whole number; for counts.
    public func count(_ sql: SQL) throws -> Int64 {
        try first(sql) { try $0.integer(0) } ?? 0
    }

    /// Runs a part of an act between two organisations in the other's scope, then returns to one's own.
    ///
    /// Only `Vault`, `Journal` and `Access` may call it; an architecture test holds them to that.
    public func acting<Value>(as other: TransactionScope, _ body: () throws -> Value) throws -> Value {
        let own = scope
        guard own != other else { return try body() }
        try enter(other)
        do {
            let value = try body()
            try enter(own)
            return value
        } catch {
            // The transaction is lost anyway when the statement failed; the scope must still not stay the other's.
            do { try enter(own) } catch is DatabaseError {}
            throw error
        }
    }
}
