public import Access
public import Database
public import Domain
public import Journal

/// What the entries of a case add up to.
struct EntryTally: Equatable {
    /// Steps, tasks, letters and payments that are done.
    var acts = 0
    /// Steps and tasks that somebody wrote, and instructions.
    var plans = 0
    /// Anything else that somebody wrote.
    var notes = 0
    /// The earliest day on which something open is due.
    var nextDueOn: CivilDate?
}

/// How a case's stage follows from what is recorded. Pure.
enum StageRule {
    static func stage(_ status: CaseStatus, _ tally: EntryTally, problems: [CaseProblem]) -> CaseStage {
        guard status.isOpen else { return .closed }
        if status == .reopened { return .reopened }
        if status == .waiting { return .waiting }
        if !problems.isEmpty, problems.allSatisfy({ $0.outcome != nil }) { return .closing }
        if tally.acts > 0 { return .action }
        if tally.plans > 0 { return .plan }
        return tally.notes > 0 ? .assessment : .new
    }
}

extension CaseStore {
    /// Notes that something which belongs to the case has changed: computes stage, next due day and facts anew, and
    /// writes the case's new version with a leaf and an event of this kind.
    ///
    /// - Parameters:
    ///   - id: a case of the principal's organisation.
    ///   - kind: what was done; begins with `case.`.
    ///   - principal: who did it.
    ///   - counterpart: the other organisation of an act between two.
    ///   - details: more about it, sealed with the case's key.
    ///   - isWaiting: whether the case now waits for others, or no longer; `nil` leaves it as it is.
    ///   - countsAnew: whether something that figures count may have changed.
    ///   - others: leaves in other organisations' logs.
    ///   - connection: a write transaction.
    /// - Throws: `CaseError.notFound` for a case that isn't the organisation's own.
    public func touch(
        _ id: CaseID,
        _ kind: LeafKind,
        by principal: Principal,
        counterpart: OrganizationID? = nil,
        details: [UInt8]? = nil,
        isWaiting: Bool? = nil,
        countsAnew: Bool = true,
        and others: [LeafDraft] = [],
        on connection: any Connection
    ) throws {
        let row = try connection.first(
            "SELECT \(CaseRow.columns) FROM case_file c WHERE c.id = \(id) AND c.organization_id = \(principal.organization)"
        ) { try CaseRow(from: $0) }
        guard var row else { throw CaseError.notFound }
        if isWaiting == true, row.head.status == .open || row.head.status == .reopened { row.head.status = .waiting }
        if isWaiting == false, row.head.status == .waiting { row.head.status = .open }
        try recompute(&row, on: connection)
        try save(&row, kind, by: principal, counterpart: counterpart, details: details, and: others, on: connection)
        if countsAnew { try refreshFacts(row, by: principal, on: connection) }
    }

    func recompute(_ row: inout CaseRow, on connection: any Connection) throws {
        let tally = try tally(of: row.head.id, on: connection)
        row.head.nextDueOn = tally.nextDueOn
        row.head.stage = StageRule.stage(
            row.head.status,
            tally,
            problems: try problems(of: row.head.id, on: connection)
        )
    }

    private func tally(of id: CaseID, on connection: any Connection) throws -> EntryTally {
        var tally = EntryTally()
        try connection.forEachRow(
            """
            SELECT kind, state, CASE WHEN code IS NULL THEN 1 ELSE 0 END, COUNT(*), MIN(due_on) FROM case_entry
            WHERE case_id = \(id) AND state <> \(EntryState.undone.rawValue) GROUP BY 1, 2, 3
            """
        ) { row in
            guard let kind = EntryKind(rawValue: try row.text(0)), let state = EntryState(rawValue: try row.text(1))
            else { return }
            let byHand = try row.bool(2)
            let count = Int(try row.integer(3))
            switch kind {
            case .step, .task, .letter, .payment:
                if state == .done { tally.acts += count } else if byHand { tally.plans += count }
            case .instruction: tally.plans += count
            case .event, .closing: break
            default: tally.notes += count
            }
            if state.isOpen, let due = try row.textOrNil(4).flatMap({ CivilDate(iso: $0) }) {
                tally.nextDueOn = min(tally.nextDueOn ?? due, due)
            }
        }
        return tally
    }
}
