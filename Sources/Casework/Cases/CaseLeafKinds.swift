public import Journal

extension LeafKind {
    public static let caseCreated = LeafKind(rawValue: "case.created")
    public static let caseChanged = LeafKind(rawValue: "case.changed")
    public static let caseOpened = LeafKind(rawValue: "case.opened")
    public static let casesListed = LeafKind(rawValue: "cases.listed")
    public static let caseClosed = LeafKind(rawValue: "case.closed")
    public static let caseReopened = LeafKind(rawValue: "case.reopened")
    /// A colleague may not open the case, or may again.
    public static let caseBarred = LeafKind(rawValue: "case.barred")
    /// In the owner's log: somebody's access to the case ran out.
    public static let caseRevoked = LeafKind(rawValue: "case.revoked")
    /// The same in the log of whoever had the access.
    public static let caseWithdrawn = LeafKind(rawValue: "case.withdrawn")
    public static let caseTransferred = LeafKind(rawValue: "case.transferred")
    public static let entryAdded = LeafKind(rawValue: "case.entry_added")
    public static let entryChanged = LeafKind(rawValue: "case.entry_changed")
    public static let entryDone = LeafKind(rawValue: "case.entry_done")
    public static let entryUndone = LeafKind(rawValue: "case.entry_undone")
    /// The case is gone for good with its only client.
    public static let caseErased = LeafKind(rawValue: "case.erased")
    public static let fileOpened = LeafKind(rawValue: "case.file_opened")
    public static let caseEmployerLinked = LeafKind(rawValue: "case.employer_linked")
    public static let employerCreated = LeafKind(rawValue: "employer.created")
    public static let employerChanged = LeafKind(rawValue: "employer.changed")
    public static let employersListed = LeafKind(rawValue: "employers.listed")
}
