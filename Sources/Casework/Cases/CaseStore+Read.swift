public import Access
public import Database
public import Domain
import Vault

extension CaseStore {
    /// Opens one case, as far as the principal may.
    ///
    /// - Throws: `CaseError.notFound` for a missing or foreign one, `.tampered` when the row isn't the one that the
    ///   journal last committed to, `.refused(.barred)`; `VaultError` when a sealed value was changed.
    public func open(_ id: CaseID, for principal: Principal, on connection: any Connection) throws -> CaseFile {
        let (row, key, groups) = try row(id, for: principal, on: connection)
        let isOwn = row.head.owner == principal.organization
        if isOwn { try compareWithJournal(row, on: connection) }
        var head = row.head
        var members = try self.members(of: id, on: connection)
        if !isOwn {
            // Safety rule 2: a recipient sees only members with a live authority; the others are a number.
            let keyring = try vault.keyring(for: principal.organization, on: connection)
            members = try members.filter { try keyring.open($0.person.retagged(), on: connection) != nil }
            if !members.contains(where: { $0.person == head.client }) { head.client = nil }
        }
        let narrative = groups.contains(.narrative) ? try row.sealed.openedNarrative(with: key) : nil
        return CaseFile(
            head: head,
            members: members,
            problems: try problems(of: id, on: connection),
            groups: groups,
            summary: groups.contains(.identity) ? try row.sealed.openedSummary(with: key) : nil,
            situation: narrative?.situation,
            importedNumber: narrative?.importedNumber,
            isOwn: isOwn
        )
    }

    /// The cases in which a person stands and which the principal may see, the latest first; at most 20.
    public func briefs(
        of person: PersonID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [CaseBrief] {
        try briefs("c.id IN (SELECT m.case_id FROM case_person m WHERE m.person_id = \(person))", principal, connection)
    }

    /// A case in one line; `nil` when the principal may not see it.
    public func brief(_ id: CaseID, for principal: Principal, on connection: any Connection) throws -> CaseBrief? {
        try briefs("c.id = \(id)", principal, connection).first
    }

    /// The case with a number as people write it.
    public func find(
        number text: String,
        for principal: Principal,
        on connection: any Connection
    ) throws -> CaseBrief? {
        guard let number = CaseNumber.parse(text) else { return nil }
        return try briefs(
            """
            c.organization_id = \(principal.organization) AND c.year = \(number.year) AND c.number = \(number.number)
            """,
            principal,
            connection
        ).first
    }

    private func briefs(
        _ condition: SQL,
        _ principal: Principal,
        _ connection: any Connection
    ) throws -> [CaseBrief] {
        guard CasePolicy(principal).mayList else { return [] }
        let own = principal.organization
        let granted: SQL =
            CasePolicy(principal).maySeeGranted
            ? """
             OR EXISTS (SELECT 1 FROM record_grant live WHERE live.record_id = c.id
                AND live.recipient_organization_id = \(own) AND \(Grant.isLive("live", at: surroundings.now())))
            """ : ""
        return try connection.rows(
            """
            SELECT c.id, c.year, c.number, c.status, c.primary_problem, c.changed_at FROM case_file c
            WHERE \(condition) AND (c.organization_id = \(own)\(granted)) ORDER BY c.changed_at DESC, c.id DESC LIMIT 20
            """
        ) { row in
            CaseBrief(
                id: try row.id(0),
                number: CaseNumber.text(year: Int(try row.integer(1)), number: try row.integer(2)),
                status: CaseStatus(rawValue: try row.text(3)) ?? .open,
                problem: try row.textOrNil(4).flatMap { ProblemCode(rawValue: $0) },
                changedAt: try row.instant(5)
            )
        }
    }

    /// The persons of a case in their order.
    public func members(of id: CaseID, on connection: any Connection) throws -> [CaseMember] {
        try connection.rows(
            "SELECT person_id, role FROM case_person WHERE case_id = \(id) ORDER BY position, person_id"
        ) {
            CaseMember(try $0.id(0), CaseRole(rawValue: try $0.text(1)) ?? .other)
        }
    }

    /// The problems of a case, the primary one first.
    public func problems(of id: CaseID, on connection: any Connection) throws -> [CaseProblem] {
        try connection.rows(
            "SELECT problem, outcome, outcome_at FROM case_problem WHERE case_id = \(id) ORDER BY position, problem"
        ) { row -> CaseProblem? in
            guard let code = ProblemCode(rawValue: try row.text(0)) else { return nil }
            return CaseProblem(
                code,
                outcome: try row.textOrNil(1).flatMap { CaseOutcome(rawValue: $0) },
                outcomeAt: try row.instantOrNil(2)
            )
        }.compactMap { $0 }
    }

    /// The owner's journal says which state the row must have. A recipient can't read that journal; verification does.
    private func compareWithJournal(_ row: CaseRow, on connection: any Connection) throws {
        let committed = try connection.first(
            """
            SELECT state FROM journal_leaf
            WHERE log_id = \(row.head.owner) AND subject_id = \(row.head.id) AND state IS NOT NULL
            ORDER BY position DESC LIMIT 1
            """
        ) { try $0.blob(0) }
        guard committed == row.state else { throw CaseError.tampered(row.head.id) }
    }
}
