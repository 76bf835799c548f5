public import Access
public import Database
public import Domain
import Journal
import Vault

extension CaseStore {
    /// Changes single fields of a case. Only fields that the change carries are judged: where somebody else changed one
    /// of them since `from` was read, nothing is done; other fields don't matter.
    ///
    /// - Returns: the counters after the change.
    /// - Throws: `CaseError.notFound`, `.stale` naming the fields, `.refused`.
    @discardableResult
    public func patch(
        _ id: CaseID,
        _ change: CaseChange,
        from earlier: FieldVersions,
        by principal: Principal,
        on connection: any Connection
    ) throws -> FieldVersions {
        try patch(id, change, from: earlier, isUndo: false, by: principal, on: connection)
    }

    /// As the public function; taking a change back brings back a status that nobody types, and can't be taken back
    /// itself.
    func patch(
        _ id: CaseID,
        _ change: CaseChange,
        from earlier: FieldVersions,
        isUndo: Bool,
        by principal: Principal,
        on connection: any Connection
    ) throws -> FieldVersions {
        var row = try ownRow(id, by: principal, on: connection)
        let fields = change.fields
        let stale = row.head.fieldVersions.changed(fields, since: earlier)
        guard stale.isEmpty else { throw CaseError.stale(stale) }
        guard !fields.isEmpty else { return row.head.fieldVersions }
        let key = try key(of: id, for: principal, on: connection)
        let before = try CaseSnapshot(
            row,
            key,
            problems: problems(of: id, on: connection),
            members: members(of: id, on: connection)
        )
        try apply(change, to: &row, before, key, isUndo: isUndo, by: principal, on: connection)
        row.head.fieldVersions = row.head.fieldVersions.advanced(fields)
        try recompute(&row, on: connection)
        try save(&row, isUndo ? .entryUndone : .caseChanged, by: principal, on: connection)
        try refreshFacts(row, by: principal, on: connection)
        // Whoever was taken out is shut for recipients in the same moment. Last, since ending a referral changes the row.
        if change.members != nil { try AuthorityStore(self).membersChanged(in: id, by: principal, on: connection) }
        guard !isUndo else { return row.head.fieldVersions }
        try UndoLog(self).note(
            .caseChanged,
            of: id,
            before: UndoBody(snapshot: before, fields: fields, fieldVersions: row.head.fieldVersions),
            versionAfter: row.head.version,
            by: principal,
            key,
            on: connection
        )
        return row.head.fieldVersions
    }

    private func apply(
        _ change: CaseChange,
        to row: inout CaseRow,
        _ before: CaseSnapshot,
        _ key: RecordKey,
        isUndo: Bool,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        if let status = change.status {
            guard isUndo || status == .open || status == .waiting else { throw CaseError.refused(.statusNotTyped) }
            guard row.head.status.isOpen else { throw CaseError.refused(.alreadyClosed) }
            row.head.status = status
        }
        if let risk = change.risk { row.head.risk = risk }
        if let country = change.rightCountry { row.head.countries.right = country }
        if let country = change.stayCountry { row.head.countries.stay = country }
        if let country = change.returnCountry { row.head.countries.back = country }
        if let isCollective = change.isCollective { row.head.isCollective = isCollective }
        if let worker = change.worker {
            try validate(worker: worker, in: row.head.owner, on: connection)
            try reassign(row.head, to: worker, on: connection)
            row.head.worker = worker
        }
        if let problems = change.problems {
            try validate(problems: problems)
            try replaceProblems(of: row.head, with: problems, before, on: connection)
            row.head.primaryProblem = problems.first
        }
        if let named = change.members {
            let members = Self.unique(try current(named, on: connection))
            let known = Set(before.members.map(\.person))
            try validate(members: members.filter { !known.contains($0.person.text) }, by: principal, on: connection)
            try connection.execute("DELETE FROM case_person WHERE case_id = \(row.head.id)")
            try insertMembers(members, of: row.head, on: connection)
            row.head.client = Self.client(members)
            row.head.personCount = members.count
        }
        guard change.summary != nil || change.situation != nil else { return }
        try validate(texts: [change.summary, change.situation].compactMap { $0 })
        var narrative = try row.sealed.openedNarrative(with: key)
        narrative.situation = change.situation ?? narrative.situation
        row.sealed = try SealedCase(summary: change.summary ?? before.summary, narrative: narrative, with: key)
    }

    /// The open work of the former worker goes along; what others have to do stays theirs.
    private func reassign(_ head: CaseHead, to worker: UserID?, on connection: any Connection) throws {
        let former: SQL = head.worker.map { "assignee_user_id = \($0)" } ?? "assignee_user_id IS NULL"
        try connection.execute(
            """
            UPDATE case_entry SET assignee_user_id = \(worker), version = version + 1
            WHERE case_id = \(head.id) AND is_open = 1 AND \(former)
            """
        )
    }

    /// Problems that stay keep their outcome.
    private func replaceProblems(
        of head: CaseHead,
        with codes: [ProblemCode],
        _ before: CaseSnapshot,
        on connection: any Connection
    ) throws {
        let known = Dictionary(
            before.caseProblems.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        try connection.execute("DELETE FROM case_problem WHERE case_id = \(head.id)")
        try insertProblems(codes.map { known[$0] ?? CaseProblem($0) }, of: head, on: connection)
    }

    /// Bars a colleague from a case because of a conflict of interest, or lets them in again. Nobody bars themselves
    /// by a slip; the worker of a case is barred only after it has another.
    public func setBar(
        _ isBarred: Bool,
        _ user: UserID,
        from id: CaseID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        var row = try ownRow(id, by: principal, on: connection)
        guard user != principal.user, user != row.head.worker || !isBarred else {
            throw CaseError.refused(.samePerson)
        }
        if isBarred {
            try validate(worker: user, in: row.head.owner, on: connection)
            try connection.execute(
                """
                INSERT INTO case_bar (case_id, user_id, organization_id, barred_by, barred_at)
                VALUES (\(id), \(user), \(row.head.owner), \(principal.user), \(surroundings.now()))
                ON CONFLICT (case_id, user_id) DO NOTHING
                """
            )
        } else {
            try connection.execute("DELETE FROM case_bar WHERE case_id = \(id) AND user_id = \(user)")
        }
        try save(&row, .caseBarred, by: principal, on: connection)
    }

    /// Who is barred from a case.
    public func bars(of id: CaseID, on connection: any Connection) throws -> [UserID] {
        try connection.rows("SELECT user_id FROM case_bar WHERE case_id = \(id) ORDER BY barred_at, user_id") {
            try $0.id(0)
        }
    }
}
