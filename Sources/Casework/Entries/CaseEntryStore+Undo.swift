public import Access
public import Database
public import Domain
import Journal
import Vault

/// What a page offers to take back.
public struct UndoOffer: Sendable, Hashable {
    /// A code of what was done, such as `entry_added`.
    public let act: String
    public let at: Instant
}

extension CaseEntryStore {
    /// The principal's latest act in a case that may still be taken back; `nil` for none.
    public func undoOffer(
        in id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> UndoOffer? {
        let key = try cases.key(of: id, for: principal, on: connection)
        guard key.isWhole else { return nil }
        return try UndoLog(cases).latest(in: id, by: principal, key, on: connection)
            .map { UndoOffer(act: $0.act.rawValue, at: $0.at) }
    }

    /// Takes the principal's own latest act in a case back, within half an hour and unless somebody built upon it.
    ///
    /// - Throws: `CaseError.refused(.nothingToUndo)` or `.refused(.undoChangedSince)`.
    public func undo(in id: CaseID, by principal: Principal, on connection: any Connection) throws {
        let head = try cases.requireOwn(id, by: principal, on: connection)
        let key = try cases.key(of: id, for: principal, on: connection)
        let log = UndoLog(cases)
        guard let line = try log.latest(in: id, by: principal, key, on: connection) else {
            throw CaseError.refused(.nothingToUndo)
        }
        switch line.act {
        case .entryAdded: try takeBackAdding(line, in: head, by: principal, on: connection)
        case .entryChanged: try takeBackChange(line, in: head, key, by: principal, on: connection)
        case .caseChanged: try takeBackPatch(line, in: head, by: principal, on: connection)
        case .caseClosed: try takeBackClosing(line, in: head, by: principal, on: connection)
        }
        try log.markUndone(line, on: connection)
    }

    private func takeBackAdding(
        _ line: UndoLog.Line,
        in head: CaseHead,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard let entry = line.entry else { throw CaseError.refused(.nothingToUndo) }
        let row = try row(entry, in: head.id, on: connection)
        guard row.version == line.versionAfter else { throw CaseError.refused(.undoChangedSince) }
        try hide([entry], on: connection)
        try cases.touch(head.id, .entryUndone, by: principal, countsAnew: row.kind.isCounted, on: connection)
    }

    private func takeBackChange(
        _ line: UndoLog.Line,
        in head: CaseHead,
        _ key: RecordKey,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard let entry = line.entry, let before = line.body.entry, let state = EntryState(rawValue: before.state)
        else { throw CaseError.refused(.nothingToUndo) }
        let row = try row(entry, in: head.id, on: connection)
        guard row.version == line.versionAfter else { throw CaseError.refused(.undoChangedSince) }
        let body = try key.sealValue(before.body, row.kind.sealedField)
        try connection.execute(
            """
            UPDATE case_entry SET version = \(row.version + 1), state = \(state.rawValue),
                is_open = \(state.isOpen && head.status.isOpen),
                assignee_user_id = \(before.assignee), due_on = \(before.dueOn), done_at = \(before.doneAt),
                done_by = \(before.doneBy), body = \(Blob(body))
            WHERE id = \(entry) AND organization_id = \(head.owner)
            """
        )
        try cases.touch(head.id, .entryUndone, by: principal, countsAnew: row.kind.isCounted, on: connection)
    }

    private func takeBackPatch(
        _ line: UndoLog.Line,
        in head: CaseHead,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard let before = line.body.snapshot, let after = line.body.fieldVersions.flatMap({ FieldVersions($0) })
        else { throw CaseError.refused(.nothingToUndo) }
        let fields = Set((line.body.fields ?? []).compactMap { CaseField(rawValue: $0) })
        guard head.fieldVersions.changed(fields, since: after).isEmpty else {
            throw CaseError.refused(.undoChangedSince)
        }
        _ = try cases.patch(head.id, before.change(fields), from: after, isUndo: true, by: principal, on: connection)
    }

    private func takeBackClosing(
        _ line: UndoLog.Line,
        in head: CaseHead,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard let before = line.body.snapshot, let status = CaseStatus(rawValue: before.status) else {
            throw CaseError.refused(.nothingToUndo)
        }
        guard head.version == line.versionAfter else { throw CaseError.refused(.undoChangedSince) }
        try hide((line.body.entries ?? []).compactMap { CaseEntryID($0) }, on: connection)
        for problem in before.caseProblems {
            try connection.execute(
                """
                UPDATE case_problem SET outcome = \(problem.outcome?.rawValue), outcome_at = \(problem.outcomeAt)
                WHERE case_id = \(head.id) AND problem = \(problem.code.rawValue)
                """
            )
        }
        try cases.setWork(isOpen: true, of: head.id, on: connection)
        var row = try cases.ownRow(head.id, by: principal, on: connection)
        row.head.status = status
        row.head.outcome = before.outcome.flatMap { CaseOutcome(rawValue: $0) }
        row.head.closedAt = before.closedAt.map { Instant(milliseconds: $0) }
        row.head.fieldVersions = row.head.fieldVersions.advanced([.status])
        try cases.recompute(&row, on: connection)
        try cases.save(&row, .entryUndone, by: principal, on: connection)
        try cases.refreshFacts(row, by: principal, on: connection)
    }

    private func hide(_ entries: [CaseEntryID], on connection: any Connection) throws {
        for entry in entries {
            try connection.execute(
                """
                UPDATE case_entry SET version = version + 1, state = \(EntryState.undone.rawValue), is_open = 0
                WHERE id = \(entry)
                """
            )
        }
    }
}
