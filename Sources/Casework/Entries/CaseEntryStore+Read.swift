public import Access
public import Database
public import Domain
import Vault

extension CaseEntryStore {
    /// The entries of a case by the time of what they tell, the latest first; those taken back are left out.
    ///
    /// - Throws: `CaseError.notFound`.
    public func entries(
        of id: CaseID,
        for principal: Principal,
        kinds: Set<EntryKind>? = nil,
        limit: Int = 1000,
        on connection: any Connection
    ) throws -> [CaseEntry] {
        let key = try cases.key(of: id, for: principal, on: connection)
        let groups = CasePolicy(principal).readableGroups(owner: key.owner, granted: key.isWhole ? .full : key.groups)
        guard !groups.groups.isEmpty else { throw CaseError.notFound }
        let isOwn = key.owner == principal.organization
        let filter: SQL = kinds.map { " AND e.kind IN \($0.map(\.rawValue).sorted())" } ?? ""
        let all = try connection.rows(
            """
            SELECT \(EntryRow.columns) FROM case_entry e
            WHERE e.case_id = \(id) AND e.state <> \(EntryState.undone.rawValue)\(filter)
            ORDER BY e.event_at DESC, e.id DESC LIMIT \(limit)
            """
        ) { try EntryRow(from: $0).entry(with: key, groups) }
        guard !isOwn else { return all }
        // What a recipient can't open at all is not there for it; nor are entries about members it may not see.
        let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
        var visible: [PersonID: Bool] = [:]
        return try all.filter { entry in
            guard entry.body != nil else { return false }
            guard let person = entry.person else { return true }
            if let known = visible[person] { return known }
            let isVisible = try keyring.open(person.retagged(), on: connection) != nil
            visible[person] = isVisible
            return isVisible
        }
    }

    /// One entry.
    ///
    /// - Throws: `CaseError.refused(.unknownEntry)` for one that is not in the case.
    public func entry(
        _ entry: CaseEntryID,
        in id: CaseID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> CaseEntry {
        let key = try cases.key(of: id, for: principal, on: connection)
        let groups = CasePolicy(principal).readableGroups(owner: key.owner, granted: key.isWhole ? .full : key.groups)
        let row = try row(entry, in: id, on: connection)
        guard groups.contains(row.kind.group) else { throw CaseError.refused(.unknownEntry) }
        return try row.entry(with: key, groups)
    }

    func row(_ entry: CaseEntryID, in id: CaseID, on connection: any Connection) throws -> EntryRow {
        let row = try connection.first(
            """
            SELECT \(EntryRow.columns) FROM case_entry e
            WHERE e.id = \(entry) AND e.case_id = \(id) AND e.state <> \(EntryState.undone.rawValue)
            """
        ) { try EntryRow(from: $0) }
        guard let row else { throw CaseError.refused(.unknownEntry) }
        return row
    }

    /// What the newest status check and instruction say, for one person or for the case as a whole.
    public func actFacts(
        of id: CaseID,
        person: PersonID? = nil,
        for principal: Principal,
        on connection: any Connection
    ) throws -> ActFacts {
        try actFacts(of: id, person: person, try cases.key(of: id, for: principal, on: connection), on: connection)
    }

    func actFacts(
        of id: CaseID,
        person: PersonID?,
        _ key: RecordKey,
        on connection: any Connection
    ) throws -> ActFacts {
        var facts = ActFacts()
        for kind in [EntryKind.statusCheck, .instruction] {
            guard key.has(kind.group), let row = try newest(kind, of: id, person: person, on: connection) else {
                continue
            }
            let body = try row.opened(with: key)
            if let check = body.statusCheck {
                facts.check = check
                facts.checkedAt = row.eventAt
            }
            if let instruction = body.instruction { facts.instruction = instruction }
        }
        return facts
    }

    /// What is recorded of a child in a case (safety rule 9).
    public func childNote(
        of id: CaseID,
        person: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> ChildNoteRecord? {
        let key = try cases.key(of: id, for: principal, on: connection)
        guard key.has(.narrative), let row = try newest(.childNote, of: id, person: person, on: connection),
            let note = try row.opened(with: key).child
        else { return nil }
        return ChildNoteRecord(
            note: note,
            entry: row.id,
            writtenBy: row.createdBy,
            secondPerson: row.state == .done ? row.doneBy : nil
        )
    }

    /// The newest entry of a kind about a person; one about nobody in particular holds for everybody.
    private func newest(
        _ kind: EntryKind,
        of id: CaseID,
        person: PersonID?,
        on connection: any Connection
    ) throws -> EntryRow? {
        let who: SQL = person.map { "(e.person_id = \($0) OR e.person_id IS NULL)" } ?? "e.case_id = \(id)"
        let dead = [EntryState.undone.rawValue, EntryState.cancelled.rawValue, EntryState.refused.rawValue]
        return try connection.first(
            """
            SELECT \(EntryRow.columns) FROM case_entry e
            WHERE e.case_id = \(id) AND e.kind = \(kind.rawValue) AND e.state NOT IN \(dead) AND \(who)
            ORDER BY e.event_at DESC, e.id DESC LIMIT 1
            """
        ) { try EntryRow(from: $0) }
    }
}

/// A row of `case_entry`, unopened.
struct EntryRow {
    static let columns: SQL = """
        e.id, e.case_id, e.organization_id, e.version, e.kind, e.state, e.code, e.problem, e.counterpart, e.person_id,
        e.parent_id, e.assignee_user_id, e.due_on, e.event_at, e.created_at, e.created_by, e.done_at, e.done_by,
        e.original_file_id, e.shared_file_id, e.media_type, e.byte_count, e.body
        """
    static let columnCount = 23

    let id: CaseEntryID
    let caseID: CaseID
    let owner: OrganizationID
    let version: Int64
    let kind: EntryKind
    let state: EntryState
    let code: String?
    let problem: ProblemCode?
    let counterpart: EntryCounterpart?
    let person: PersonID?
    let parent: CaseEntryID?
    let assignee: UserID?
    let dueOn: CivilDate?
    let eventAt: Instant
    let createdAt: Instant
    let createdBy: UserID?
    let doneAt: Instant?
    let doneBy: UserID?
    let file: EntryFile?
    let sealed: [UInt8]

    init(from row: any Row) throws {
        id = try row.id(0)
        caseID = try row.id(1)
        owner = try row.id(2)
        version = try row.integer(3)
        kind = EntryKind(rawValue: try row.text(4)) ?? .note
        state = EntryState(rawValue: try row.text(5)) ?? .open
        code = try row.textOrNil(6)
        problem = try row.textOrNil(7).flatMap { ProblemCode(rawValue: $0) }
        counterpart = try row.textOrNil(8).flatMap { EntryCounterpart(rawValue: $0) }
        person = try row.idOrNil(9)
        parent = try row.idOrNil(10)
        assignee = try row.idOrNil(11)
        dueOn = try row.textOrNil(12).flatMap { CivilDate(iso: $0) }
        eventAt = try row.instant(13)
        createdAt = try row.instant(14)
        createdBy = try row.idOrNil(15)
        doneAt = try row.instantOrNil(16)
        doneBy = try row.idOrNil(17)
        if let original: SealedFileID = try row.idOrNil(18), let shared: SealedFileID = try row.idOrNil(19) {
            file = EntryFile(
                original: original,
                shared: shared,
                mediaType: try row.textOrNil(20) ?? "application/octet-stream",
                byteCount: try row.integerOrNil(21) ?? 0
            )
        } else {
            file = nil
        }
        sealed = try row.blob(22)
    }

    func opened(with key: RecordKey) throws -> EntryBody {
        try key.openValue(sealed, kind.sealedField)
    }

    func entry(with key: RecordKey, _ groups: FieldGroups) throws -> CaseEntry {
        CaseEntry(
            id: id,
            caseID: caseID,
            owner: owner,
            version: version,
            kind: kind,
            state: state,
            code: code,
            problem: problem,
            counterpart: counterpart,
            person: person,
            parent: parent,
            assignee: assignee,
            dueOn: dueOn,
            eventAt: eventAt,
            createdAt: createdAt,
            createdBy: createdBy,
            doneAt: doneAt,
            doneBy: doneBy,
            file: file,
            body: groups.contains(kind.group) ? try opened(with: key) : nil
        )
    }
}
