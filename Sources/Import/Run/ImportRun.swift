public import Domain
public import Vault

/// How far an import is.
public enum ImportState: String, CaseIterable, Sendable, Hashable {
    /// Read and judged; nothing is written.
    case prepared
    case running
    case done
    case undoing
    case undone
}

/// What an import came to.
public struct ImportCounts: Sendable, Hashable, Codable {
    /// Rows below the headers.
    public var total = 0
    /// Contacts taken, those flagged among them.
    public var taken = 0
    /// Taken, but somebody should look at them.
    public var flagged = 0
    /// Rows not taken.
    public var rejected = 0
    /// Rows passed over, and rows that an earlier import has taken already.
    public var skipped = 0
    /// Different people.
    public var people = 0
    /// Different case numbers.
    public var cases = 0

    public init() {}
}

/// One import of a file.
public struct ImportRun: Sendable {
    public let id: ImportID
    public let createdAt: Instant
    public let createdBy: UserID
    public let changedAt: Instant
    public var state: ImportState
    public let file: SealedFileReference?
    public let counts: ImportCounts
    /// How many contacts are written by now.
    public let written: Int
    /// The file's name.
    public let name: String
    public let mapping: ImportMapping
}

/// The sealed upload of an import; its reports are made of it.
public struct SealedFileReference: Sendable, Hashable {
    public let id: SealedFileID
}

/// How far the writing or undoing of an import is.
struct ImportProgress: Sendable, Hashable {
    /// Contacts that are written, or contacts and people that are erased.
    let done: Int
    let total: Int
}

/// An import whose writing or undoing a stop of the program interrupted.
public struct InterruptedImport: Sendable {
    public let id: ImportID
    public let organization: OrganizationID
    /// Who began what was interrupted.
    public let user: UserID
    public let isUndoing: Bool
}

/// Why an import can't go on.
public enum ImportError: Error, Sendable, Hashable {
    case notFound
    /// No sheet of the file looks like a log: there is no column of dates.
    case noLog
    /// A mapping that isn't one, or that names columns which the file has not.
    case badMapping
    /// It is not in the state for this.
    case wrongState(ImportState)
    /// Somebody else is writing this import.
    case alreadyRunning
}
