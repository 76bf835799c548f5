public import Access
public import Database
public import Domain
import Journal

extension CaseStore {
    /// The outcome of one problem while the case goes on; `nil` takes it back.
    public func setOutcome(
        _ outcome: CaseOutcome?,
        of problem: ProblemCode,
        in id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        var row = try ownRow(id, by: principal, on: connection)
        let now = surroundings.now()
        let count = try connection.execute(
            """
            UPDATE case_problem SET outcome = \(outcome?.rawValue), outcome_at = \(outcome == nil ? nil : now)
            WHERE case_id = \(id) AND problem = \(problem.rawValue)
            """
        )
        guard count == 1 else { throw CaseError.refused(.unknownProblem) }
        try recompute(&row, on: connection)
        try save(&row, .caseChanged, by: principal, on: connection)
        try refreshFacts(row, by: principal, on: connection)
    }

    /// Closes a case: its outcome, that of each problem, what the person was told and what they got.
    ///
    /// - Throws: `CaseError.refused(.alreadyClosed)`; `.refused(.statusNotTyped)` for a status that closes nothing.
    public func close(
        _ id: CaseID,
        _ closing: CaseClosing,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        var row = try ownRow(id, by: principal, on: connection)
        guard row.head.status.isOpen else { throw CaseError.refused(.alreadyClosed) }
        guard !closing.status.isOpen, closing.status != .transferred else { throw CaseError.refused(.statusNotTyped) }
        try validate(texts: [closing.told])
        let key = try key(of: id, for: principal, on: connection)
        let problems = try problems(of: id, on: connection)
        let before = try CaseSnapshot(row, key, problems: problems, members: members(of: id, on: connection))
        let now = surroundings.now()
        for problem in problems {
            let outcome = closing.outcomes[problem.code] ?? problem.outcome ?? closing.outcome
            try connection.execute(
                """
                UPDATE case_problem SET outcome = \(outcome.rawValue), outcome_at = \(problem.outcomeAt ?? now)
                WHERE case_id = \(id) AND problem = \(problem.code.rawValue)
                """
            )
        }
        let entries = CaseEntryStore(cases: self)
        var written = [
            try entries.insert(
                EntryDraft(.closing, EntryBody(text: closing.told), code: closing.outcome.rawValue, state: .done),
                in: row.head,
                by: principal,
                key,
                on: connection
            )
        ]
        for money in closing.recovered {
            var body = EntryBody()
            body.payment = EntryBody.PaymentPart(amount: money, paidOn: today(row.head.owner))
            written.append(
                try entries.insert(
                    EntryDraft(.payment, body, state: .done),
                    in: row.head,
                    by: principal,
                    key,
                    on: connection
                )
            )
        }
        try setWork(isOpen: false, of: id, on: connection)
        row.head.status = closing.status
        row.head.outcome = closing.outcome
        row.head.closedAt = now
        row.head.fieldVersions = row.head.fieldVersions.advanced([.status])
        try recompute(&row, on: connection)
        try save(&row, .caseClosed, by: principal, on: connection)
        try refreshFacts(row, by: principal, on: connection)
        try UndoLog(self).note(
            .caseClosed,
            of: id,
            before: UndoBody(snapshot: before, entries: written),
            versionAfter: row.head.version,
            by: principal,
            key,
            on: connection
        )
    }

    /// Takes what is still to be done out of everybody's day while the case is closed, and brings it back. Its state
    /// stays: it was never done.
    func setWork(isOpen: Bool, of id: CaseID, on connection: any Connection) throws {
        let open = EntryState.allCases.filter(\.isOpen).map(\.rawValue)
        try connection.execute(
            "UPDATE case_entry SET is_open = \(isOpen) WHERE case_id = \(id) AND state IN \(open)"
        )
    }

    /// Opens a closed case again; says why in the story.
    ///
    /// - Throws: `CaseError.refused(.notClosed)`, `.refused(.emptyText)` without a reason.
    public func reopen(
        _ id: CaseID,
        why: String,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        var row = try ownRow(id, by: principal, on: connection)
        guard !row.head.status.isOpen, row.head.status != .transferred else { throw CaseError.refused(.notClosed) }
        guard !why.isEmpty else { throw CaseError.refused(.emptyText) }
        try validate(texts: [why])
        let key = try key(of: id, for: principal, on: connection)
        _ = try CaseEntryStore(cases: self).insert(
            EntryDraft(.event, EntryBody(text: why), code: "reopened", state: .done),
            in: row.head,
            by: principal,
            key,
            on: connection
        )
        try setWork(isOpen: true, of: id, on: connection)
        row.head.status = .reopened
        row.head.outcome = nil
        row.head.closedAt = nil
        row.head.fieldVersions = row.head.fieldVersions.advanced([.status])
        try recompute(&row, on: connection)
        try save(&row, .caseReopened, by: principal, on: connection)
        try refreshFacts(row, by: principal, on: connection)
    }
}
