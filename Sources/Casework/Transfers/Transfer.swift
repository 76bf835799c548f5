import Database
public import Domain

/// The offer to take over a case for good.
public struct Transfer: Sendable, Hashable {
    public let id: TransferID
    public let from: OrganizationID
    public let to: OrganizationID
    /// The teams on both sides at the time.
    public let fromTeam: String?
    public let toTeam: String?
    public let caseID: CaseID
    public let problem: ProblemCode?
    public let state: TransferState
    public let createdBy: UserID
    public let offeredAt: Instant
    public let dueAt: Instant
    public let answeredAt: Instant?
    public let answeredBy: UserID?
    /// A ``DeclineReason`` or ``ReferralEnd``.
    public let reason: String?

    static let columns: SQL = """
        t.id, t.from_organization_id, t.to_organization_id, t.from_team, t.to_team, t.case_id, t.problem, t.state,
        t.created_by, t.offered_at, t.due_at, t.answered_at, t.answered_by, t.reason
        """

    init(from row: any Row) throws {
        id = try row.id(0)
        from = try row.id(1)
        to = try row.id(2)
        fromTeam = try row.textOrNil(3)
        toTeam = try row.textOrNil(4)
        caseID = try row.id(5)
        problem = try row.textOrNil(6).flatMap { ProblemCode(rawValue: $0) }
        state = try row.sharingCode(7)
        createdBy = try row.id(8)
        offeredAt = try row.instant(9)
        dueAt = try row.instant(10)
        answeredAt = try row.instantOrNil(11)
        answeredBy = try row.idOrNil(12)
        reason = try row.textOrNil(13)
    }
}

/// What the next owner must know from the first day; sealed with the transfer's own key.
public struct HandoverSheet: Codable, Sendable, Hashable {
    /// The days that must not be missed.
    public var deadlines = ""
    /// Which papers are where.
    public var originals = ""
    /// What was promised to the person.
    public var promises = ""
    public var dangers = ""

    public init(deadlines: String = "", originals: String = "", promises: String = "", dangers: String = "") {
        self.deadlines = deadlines
        self.originals = originals
        self.promises = promises
        self.dangers = dangers
    }

    /// Every part of it, for checks.
    var parts: [String] { [deadlines, originals, promises, dangers] }
}

/// When a case may change its owner. Pure.
public enum TransferRules {
    /// Days in which the offer is to be answered.
    public static let answerDays: Int64 = 7

    /// Whether every client has agreed that all of their record goes to the recipient: a transfer takes everything.
    public static func problem(
        clients: [PersonID],
        authorities: [Authority],
        to recipient: OrganizationID,
        at now: Instant
    ) -> SharingProblem? {
        let covered = Set(
            authorities.filter {
                $0.recipient == recipient && $0.isLive(at: now) && $0.groups == .full
            }.map(\.person)
        )
        return !clients.isEmpty && clients.allSatisfy(covered.contains) ? nil : .notEveryMember
    }
}
