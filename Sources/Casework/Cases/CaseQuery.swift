public import Domain

/// Which cases a list shows, and from where on.
public struct CaseQuery: Sendable, Hashable {
    /// Whose records.
    public enum Box: String, Sendable, CaseIterable {
        case own, shared
    }

    public enum Activity: String, Sendable, CaseIterable {
        case open, closed, all
    }

    /// Where a page begins or ends: the sort key of a line.
    public struct Place: Sendable, Hashable {
        /// When the case was opened, or the due day, as the order has it.
        public let key: String
        public let id: CaseID

        public init(key: String, id: CaseID) {
            self.key = key
            self.id = id
        }

        /// As addresses carry it.
        public var text: String { key + "~" + id.text }

        public init?(_ text: String) {
            let parts = text.split(separator: "~", omittingEmptySubsequences: false)
            guard parts.count == 2, let id = CaseID(parts[1]), parts[0].utf8.count <= 20 else { return nil }
            self.init(key: String(parts[0]), id: id)
        }
    }

    public var box: Box
    public var activity: Activity
    /// Only the cases of one worker.
    public var worker: UserID?
    /// Only cases that nobody works on.
    public var isUnassigned: Bool
    public var status: CaseStatus?
    /// Cases that have this problem, whichever its rank.
    public var problem: ProblemCode?
    public var employer: EmployerID?
    /// Only cases with something due by this day, the earliest first.
    public var dueBy: CivilDate?
    /// Only what comes after this line in the list's order.
    public var after: Place?
    /// Only what comes before, for going back a page.
    public var before: Place?
    public var limit: Int

    public init(
        box: Box = .own,
        activity: Activity = .open,
        worker: UserID? = nil,
        isUnassigned: Bool = false,
        status: CaseStatus? = nil,
        problem: ProblemCode? = nil,
        employer: EmployerID? = nil,
        dueBy: CivilDate? = nil,
        after: Place? = nil,
        before: Place? = nil,
        limit: Int = 50
    ) {
        self.box = box
        self.activity = activity
        self.worker = worker
        self.isUnassigned = isUnassigned
        self.status = status
        self.problem = problem
        self.employer = employer
        self.dueBy = dueBy
        self.after = after
        self.before = before
        self.limit = max(1, min(limit, 200))
    }

    /// Where a line stands in this list's order.
    public func place(of item: CaseListItem) -> Place {
        Place(
            key: dueBy != nil ? item.head.nextDueOn?.iso ?? "" : String(item.head.openedAt.milliseconds),
            id: item.head.id
        )
    }
}

/// A case as a line of a list.
public struct CaseListItem: Sendable {
    public let head: CaseHead
    /// The client's name; `nil` when the reader may not open it, empty when nothing is recorded.
    public let clientName: String?
    /// Whether the sealed name could not be opened because it was changed.
    public let isDamaged: Bool
}

/// A page of a list of cases.
public struct CasePage: Sendable {
    public let items: [CaseListItem]
    public let hasNext: Bool
    public let hasPrevious: Bool
    /// Persons whose sealed name was refused.
    public let damaged: [PersonID]
}
