public import Access
public import Database
public import Domain
import Guides
import Journal
import Vault

/// The lines of cases: everything that touches `case_entry`. Only the owning organisation writes them; each change is a
/// new version of the case too, so that the case's leaf stands for them.
public struct CaseEntryStore: Sendable {
    public let cases: CaseStore

    public init(cases: CaseStore) {
        self.cases = cases
    }

    /// Adds an entry to a case.
    ///
    /// - Throws: `CaseError.notFound`, `.refused`.
    @discardableResult
    public func add(
        _ draft: EntryDraft,
        to id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> CaseEntryID {
        let head = try cases.requireOwn(id, by: principal, on: connection)
        let key = try cases.key(of: id, for: principal, on: connection)
        var draft = draft
        try prepare(&draft, in: head, by: principal, key, on: connection)
        let entry = try insert(draft, in: head, by: principal, key, on: connection)
        if draft.kind == .screening { try raiseRisk(draft.body.screening, in: head, on: connection) }
        try cases.touch(
            id,
            .entryAdded,
            by: principal,
            countsAnew: draft.kind.isCounted || draft.kind == .screening,
            on: connection
        )
        try UndoLog(cases).note(
            .entryAdded,
            of: id,
            entry: entry,
            before: UndoBody(),
            versionAfter: 1,
            by: principal,
            key,
            on: connection
        )
        return entry
    }

    /// Writes an entry without noting it on the case; for acts that write several and note them once.
    func insert(
        _ draft: EntryDraft,
        in head: CaseHead,
        by principal: Principal,
        _ key: RecordKey,
        on connection: any Connection
    ) throws -> CaseEntryID {
        let id: CaseEntryID = cases.surroundings.newID()
        let now = cases.surroundings.now()
        let state = draft.state ?? draft.kind.firstState
        let body = try key.sealValue(draft.body, draft.kind.sealedField)
        let isDone = state == .done
        try connection.execute(
            """
            INSERT INTO case_entry (
                id, case_id, organization_id, version, kind, field_group, state, is_open, code, problem, counterpart,
                person_id, parent_id, assignee_user_id, due_on, event_at, created_at, created_by, done_at, done_by,
                original_file_id, shared_file_id, media_type, byte_count, import_id, body
            ) VALUES (
                \(id), \(head.id), \(head.owner), 1, \(draft.kind.rawValue), \(draft.kind.group.rawValue),
                \(state.rawValue), \(state.isOpen && head.status.isOpen), \(draft.code), \(draft.problem?.rawValue),
                \(draft.counterpart?.rawValue), \(draft.person), \(draft.parent),
                \(state.isOpen ? draft.assignee ?? head.worker : draft.assignee), \(draft.dueOn?.iso),
                \(draft.eventAt ?? now), \(now), \(principal.user), \(isDone ? now : nil),
                \(isDone ? principal.user : nil), \(draft.file?.original), \(draft.file?.shared),
                \(draft.file?.mediaType), \(draft.file?.byteCount), \(draft.importID), \(Blob(body))
            )
            """
        )
        return id
    }

    /// Judges a draft before it is written, and adds what follows from it.
    private func prepare(
        _ draft: inout EntryDraft,
        in head: CaseHead,
        by principal: Principal,
        _ key: RecordKey,
        on connection: any Connection
    ) throws {
        let body = draft.body
        try cases.validate(texts: [body.title, body.text, body.result ?? ""])
        if draft.kind.needsWords, body.title.isEmpty, body.text.isEmpty { throw CaseError.refused(.emptyText) }
        if let assignee = draft.assignee { try cases.validate(worker: assignee, in: head.owner, on: connection) }
        if let person = draft.person {
            let isMember = try connection.count(
                "SELECT COUNT(*) FROM case_person WHERE case_id = \(head.id) AND person_id = \(person)"
            )
            guard isMember == 1 else { throw CaseError.refused(.unknownPerson) }
        }
        if let problem = draft.problem, cases.content.problems[problem] == nil {
            throw CaseError.refused(.unknownProblem)
        }
        if let parent = draft.parent { _ = try row(parent, in: head.id, on: connection) }
        // A letter or step that is written down as done is judged like one that becomes done.
        if draft.state == .done, draft.kind.isAct {
            try judge(draft.counterpart, person: draft.person, in: head.id, key, on: connection)
        }
        if let payment = body.payment { try judge(payment, told: body.text, by: principal, in: head, on: connection) }
    }

    private func raiseRisk(_ part: EntryBody.ScreeningPart?, in head: CaseHead, on connection: any Connection) throws {
        guard let risk = part.flatMap({ RiskLevel(rawValue: $0.risk) }), risk > head.risk else { return }
        try connection.execute(
            """
            UPDATE case_file SET risk = \(risk.rawValue),
                field_versions = \(head.fieldVersions.advanced([.risk]).text)
            WHERE id = \(head.id) AND organization_id = \(head.owner)
            """
        )
    }
}

extension EntryKind {
    /// Where an entry begins: work is to be done, a claim to be settled, a payment to be confirmed by the worker, and a
    /// child note to be read by a second person.
    var firstState: EntryState { isWork || isCounted || self == .childNote ? .open : .done }

    /// Whether figures count it.
    var isCounted: Bool { self == .claim || self == .payment }

    /// Whether it is an act towards somebody once it is done.
    var isAct: Bool { self == .step || self == .task || self == .letter }

    /// Whether it says nothing without words.
    var needsWords: Bool {
        switch self {
        case .note, .healthNote, .task, .step, .letter: true
        default: false
        }
    }
}
