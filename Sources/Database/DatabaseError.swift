/// What went wrong in a database call, the same on both engines.
public struct DatabaseError: Error, Sendable, CustomStringConvertible {
    /// The kinds that a caller may want to tell apart.
    public enum Kind: String, Sendable {
        /// A UNIQUE or PRIMARY KEY constraint refused the row (23505).
        case uniqueViolation
        /// A foreign key refused the row (23503).
        case foreignKeyViolation
        /// Another constraint refused the row (NOT NULL, CHECK; class 23).
        case constraintViolation
        /// Row-level security or a missing right refused the statement (42501).
        case forbidden
        /// Two transactions stood in each other's way; the whole closure is run again (40001, 40P01).
        case retryable
        /// The statement ran into its time limit (57014) or a lock's (55P03).
        case timeout
        /// The disk or a quota is full (53100); reading still works.
        case diskFull
        /// The connection is gone or could not be made (class 08, 57P0x).
        case connectionLost
        /// The file or a page of it is damaged (XX001, XX002).
        case corrupt
        /// A write or sync to the disk failed (58030). Nothing after it can be trusted: the process must end.
        case inputOutput
        /// A statement or a column's type is wrong: an error in the program.
        case misuse
        /// Anything else.
        case other
    }

    public let kind: Kind
    /// The five characters of SQL's standard code; SQLite's codes are translated into them.
    public let sqlState: String
    /// The engine's own words. They can quote statement text but, by how drivers are set up, never a bound value.
    public let message: String

    public init(kind: Kind, sqlState: String, message: String) {
        self.kind = kind
        self.sqlState = sqlState
        self.message = message
    }

    public var description: String { "database: \(kind.rawValue) [\(sqlState)] \(message)" }

    /// An error in the program's own use of the seam.
    public static func misuse(_ message: String) -> DatabaseError {
        DatabaseError(kind: .misuse, sqlState: "XX000", message: message)
    }
}
