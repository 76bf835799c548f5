/// One numbered, append-only change of the schema. Migrations move no data; each runs in one transaction.
public struct Migration: Sendable {
    /// Unique over the whole program; a capability keeps to its own hundred.
    public let number: Int
    /// What it does, in a few words.
    public let name: String
    /// The statements for one engine.
    public let statements: @Sendable (Dialect) -> [SQL]

    public init(_ number: Int, _ name: String, _ statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

/// How sensitive a column is. Every column of every table has one; a column without fails the tests.
public enum Sensitivity: String, Sendable, CaseIterable {
    /// An id, a code, a coarse time, a size: may be read by whoever has the disk.
    case coded
    /// Sealed by `Vault`; unreadable without the key.
    case sealed
    /// A key wrapped by another key; never in the data part of a backup.
    case wrappedKey
    /// A hash or keyed hash from which the value cannot be had (session tokens, blind indexes, password hashes).
    case hashed
}

/// What a table is for and what its columns hold.
public struct TableDescription: Sendable {
    /// Who a row belongs to.
    public enum Tenancy: Sendable, Hashable {
        /// The column names the owning organisation; row-level security is on.
        case organization(column: String)
        /// The same, and sign-in and administration see it in the installation's scope.
        case shared(column: String)
        /// As `organization`, and a live row in `record_grant` for the record named by `record` opens it to the recipient.
        case granted(organization: String, record: String)
        /// A row between two organisations: both see it, only the owner adds, changes or removes it.
        case between(owner: String, recipient: String)
        /// A row that two organisations work on: both see and change it, only the owner adds or removes it.
        case joint(owner: String, partner: String)
        /// What an organisation says of itself to the whole network: everybody sees it; it and the installation change it.
        case published(column: String)
        /// The installation's own rows.
        case installation
        /// Counters without an owner that every transaction needs (the event log's head).
        case open
    }

    public let name: String
    public let tenancy: Tenancy
    /// Rows are added and never changed: the program's role may not update or delete them.
    public let isAppendOnly: Bool
    public let columns: [(name: String, sensitivity: Sensitivity)]

    public init(
        _ name: String,
        _ tenancy: Tenancy,
        appendOnly: Bool = false,
        _ columns: KeyValuePairs<String, Sensitivity>
    ) {
        self.name = name
        self.tenancy = tenancy
        isAppendOnly = appendOnly
        self.columns = columns.map { ($0.key, $0.value) }
    }
}

/// What one room adds to the schema.
public struct SchemaPart: Sendable {
    public let migrations: [Migration]
    public let tables: [TableDescription]

    public init(migrations: [Migration], tables: [TableDescription]) {
        self.migrations = migrations
        self.tables = tables
    }
}
