public import Domain

/// Why the journal could not do what was asked.
public enum JournalError: Error, Sendable, Hashable {
    /// Neither the database nor the reserve takes another leaf: nothing sealed may be shown until one does.
    case journalUnavailable
    /// The appender was stopped: the program is ending.
    case stopped
    /// The kept head of a log is not one that appending could have made; nothing more is appended to it.
    case damagedHead(OrganizationID)
    /// A leaf's kind is not of the form of a code: an error in the program.
    case malformedKind(String)
}
