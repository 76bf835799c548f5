public import Access
public import Database
public import Domain
import Journal
import Vault

extension CaseEntryStore {
    /// Marks an entry as done: a step or task, a deadline met, a payment that the worker confirmed, aid given, a child
    /// note that a second person has read.
    ///
    /// - Throws: `CaseError.refused` where a safety rule stands against it.
    public func finish(
        _ entry: CaseEntryID,
        in id: CaseID,
        result: String = "",
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try act(entry, in: id, .entryDone, by: principal, on: connection) { row, body, key, head in
            guard row.state.isOpen else { throw CaseError.refused(.alreadyDone) }
            if row.kind.isAct { try self.judge(row.counterpart, person: row.person, in: id, key, on: connection) }
            if let payment = body.payment {
                try self.judge(payment, told: body.text, by: principal, in: head, on: connection)
            }
            if row.kind == .aid, row.state != .approved { throw CaseError.refused(.notApproved) }
            if row.kind == .childNote, row.createdBy == principal.user {
                throw CaseError.refused(.secondPersonMissing)
            }
            if !result.isEmpty { body.result = result }
            return .done
        }
    }

    /// Approves aid; whoever asked for it can't (safety rule 11).
    public func approve(
        _ entry: CaseEntryID,
        in id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try act(entry, in: id, .entryChanged, by: principal, on: connection) { row, _, _, _ in
            guard row.kind == .aid, row.state == .open else { throw CaseError.refused(.notOpen) }
            guard row.createdBy != principal.user else { throw CaseError.refused(.samePerson) }
            return .approved
        }
    }

    /// Ends an entry without its being done; aid is refused so.
    public func cancel(
        _ entry: CaseEntryID,
        in id: CaseID,
        why: String = "",
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try act(entry, in: id, .entryChanged, by: principal, on: connection) { row, body, _, _ in
            guard row.state.isOpen else { throw CaseError.refused(.notOpen) }
            if !why.isEmpty { body.result = why }
            return row.kind == .aid ? .refused : .cancelled
        }
    }

    /// Opens a done or cancelled entry again.
    public func reopen(
        _ entry: CaseEntryID,
        in id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try act(entry, in: id, .entryChanged, by: principal, on: connection) { row, _, _, _ in
            guard !row.state.isOpen, row.kind.isWork || row.kind.isCounted, row.kind != .aid else {
                throw CaseError.refused(.notOpen)
            }
            return .open
        }
    }

    /// Rewrites an entry.
    ///
    /// - Parameters:
    ///   - entry: which.
    ///   - id: its case.
    ///   - body: as it shall be.
    ///   - dueOn: the day it is due; `nil` for none.
    ///   - assignee: who does it; `nil` for nobody.
    ///   - version: the one that the change started from.
    ///   - principal: who changes.
    ///   - connection: a write transaction.
    /// - Throws: `CaseError.staleEntry` when somebody was quicker; nothing is changed then.
    public func change(
        _ entry: CaseEntryID,
        in id: CaseID,
        to body: EntryBody,
        dueOn: CivilDate?,
        assignee: UserID?,
        from version: Int64,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try cases.validate(texts: [body.title, body.text, body.result ?? ""])
        let own = try cases.requireOwn(id, by: principal, on: connection)
        if let assignee { try cases.validate(worker: assignee, in: own.owner, on: connection) }
        try act(
            entry,
            in: id,
            .entryChanged,
            by: principal,
            dueOn: .some(dueOn),
            assignee: .some(assignee),
            on: connection
        ) { row, present, _, head in
            guard row.version == version else { throw CaseError.staleEntry(current: row.version) }
            guard row.kind != .event, row.kind != .closing else { throw CaseError.refused(.notOpen) }
            if row.kind.needsWords, body.title.isEmpty, body.text.isEmpty { throw CaseError.refused(.emptyText) }
            if let payment = body.payment, let refusal = FeeRule.refusal(payment, story: body.text) {
                throw CaseError.refused(refusal)
            }
            if row.state == .done, let payment = body.payment {
                try self.judge(payment, told: body.text, by: principal, in: head, on: connection)
            }
            present = body
            // What a second person has read is read anew when it says something else.
            return row.kind == .childNote ? .open : row.state
        }
    }

    /// What finishing, changing and cancelling share: the row is read, judged and changed, the case noted, and the way
    /// back kept.
    private func act(
        _ entry: CaseEntryID,
        in id: CaseID,
        _ kind: LeafKind,
        by principal: Principal,
        dueOn: CivilDate?? = nil,
        assignee: UserID?? = nil,
        on connection: any Connection,
        _ verdict: (EntryRow, inout EntryBody, RecordKey, CaseHead) throws -> EntryState
    ) throws {
        let head = try cases.requireOwn(id, by: principal, on: connection)
        let key = try cases.key(of: id, for: principal, on: connection)
        let row = try row(entry, in: id, on: connection)
        let present = try row.opened(with: key)
        var body = present
        let state = try verdict(row, &body, key, head)
        let version = row.version + 1
        let isDone = state == .done
        let doneAt = isDone ? row.doneAt ?? cases.surroundings.now() : nil
        let doneBy = isDone ? row.doneBy ?? principal.user : nil
        try connection.execute(
            """
            UPDATE case_entry SET version = \(version), state = \(state.rawValue),
                is_open = \(state.isOpen && head.status.isOpen),
                due_on = \((dueOn ?? row.dueOn)?.iso), assignee_user_id = \(assignee ?? row.assignee),
                done_at = \(doneAt), done_by = \(doneBy),
                body = \(Blob(try key.sealValue(body, row.kind.sealedField)))
            WHERE id = \(entry) AND organization_id = \(head.owner)
            """
        )
        try cases.touch(id, kind, by: principal, countsAnew: row.kind.isCounted, on: connection)
        try UndoLog(cases).note(
            .entryChanged,
            of: id,
            entry: entry,
            before: UndoBody(
                entry: EntrySnapshot(
                    state: row.state.rawValue,
                    assignee: row.assignee?.text,
                    dueOn: row.dueOn?.iso,
                    doneAt: row.doneAt?.milliseconds,
                    doneBy: row.doneBy?.text,
                    body: present
                )
            ),
            versionAfter: version,
            by: principal,
            key,
            on: connection
        )
    }
}

// MARK: - Safety rules

extension CaseEntryStore {
    /// Rules 5 and 8, by what the case records.
    func judge(
        _ counterpart: EntryCounterpart?,
        person: PersonID?,
        in id: CaseID,
        _ key: RecordKey,
        on connection: any Connection
    ) throws {
        guard let counterpart, counterpart.isAuthority || counterpart == .employer else { return }
        let facts = try actFacts(of: id, person: person, key, on: connection)
        if let refusal = ActRule.refusal(for: counterpart, in: facts) { throw CaseError.refused(refusal) }
    }

    /// Rule 11: a fee is shown or refused, and money that goes through staff hands needs a second person who isn't the
    /// one who writes it down.
    func judge(
        _ payment: EntryBody.PaymentPart,
        told story: String,
        by principal: Principal,
        in head: CaseHead,
        on connection: any Connection
    ) throws {
        if let refusal = FeeRule.refusal(payment, story: story) { throw CaseError.refused(refusal) }
        guard payment.route == PaymentRoute.throughStaff.rawValue else { return }
        guard let witness = payment.witness.flatMap({ UserID($0) }) else {
            throw CaseError.refused(.secondPersonMissing)
        }
        guard witness != principal.user else { throw CaseError.refused(.samePerson) }
        try cases.validate(worker: witness, in: head.owner, on: connection)
    }
}

/// How money came.
public enum PaymentRoute: String, CaseIterable, Sendable, Hashable {
    case cash, card, transfer
    case throughStaff = "through_staff"
}
