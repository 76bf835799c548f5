public import Access
public import Database
import Domain
import Guides
import Journal
import Vault

extension CaseStore {
    /// The longest text of a case, in Unicode scalars.
    public static let longestText = 20_000
    static let mostMembers = 500

    /// Opens a case that the principal's organisation owns: its key, its row, its persons and problems, the steps of its
    /// plan, its facts. Whether the principal may open cases is the caller's question, since a contact may end in one.
    ///
    /// - Throws: `CaseError.refused` for unknown problems or persons.
    public func create(
        _ draft: CaseDraft,
        by principal: Principal,
        on connection: any Connection
    ) throws -> NewCase {
        let owner = principal.organization
        try validate(problems: draft.problems)
        try validate(texts: [draft.summary, draft.situation])
        try validate(members: draft.members, by: principal, on: connection)
        let id: CaseID = surroundings.newID()
        let key = try vault.keyring(for: owner, on: connection).newRecord(id.retagged(), on: connection)
        let now = surroundings.now()
        let openedAt = min(draft.openedAt ?? now, now)
        let day = CivilDate(at: openedAt, zone: zone(owner))
        let year = day.date.year
        let number = try SequenceNumbers.next("case", year: year, for: owner, on: connection)
        let worker = draft.worker ?? (CasePolicy(principal).mayCreate ? principal.user : nil)
        let narrative = CaseNarrative(
            situation: draft.situation,
            importedNumber: draft.importedNumber,
            factCodes: draft.factCodes
        )
        let members = Self.unique(try current(draft.members, on: connection))
        var row = CaseRow(
            head: CaseHead(
                id: id,
                owner: owner,
                year: year,
                number: number,
                version: 1,
                fieldVersions: FieldVersions(),
                status: draft.status,
                stage: draft.status.isOpen ? .new : .closed,
                risk: max(draft.risk, risk(of: draft.problems)),
                worker: worker,
                client: Self.client(members),
                primaryProblem: draft.problems.first,
                countries: draft.countries,
                openedAt: openedAt,
                changedAt: now,
                closedAt: draft.status.isOpen ? nil : openedAt,
                nextDueOn: nil,
                personCount: members.count,
                isCollective: draft.isCollective,
                isImported: draft.isImported,
                contact: draft.contact,
                referral: draft.referral,
                outcome: draft.outcome,
                networkToken: draft.networkToken
            ),
            sealed: try SealedCase(summary: draft.summary, narrative: narrative, with: key)
        )
        try insertProblems(draft.problems.map { CaseProblem($0, outcome: draft.outcome) }, of: row.head, on: connection)
        try insertMembers(members, of: row.head, on: connection)
        if draft.makesPlan, draft.status.isOpen {
            row.head.nextDueOn = try makePlan(row.head, draft.problems, from: day, by: principal, key, on: connection)
        }
        try insert(row, importID: draft.importID, by: principal, on: connection)
        try recorder.record(leaf(.caseCreated, id, by: principal, state: row.state), on: connection)
        let problems = draft.problems.map { CaseProblem($0, outcome: draft.outcome) }
        try writeFacts(row.head, problems, narrative, amounts: [], by: principal, isNew: true, on: connection)
        return NewCase(id: id, number: row.head.displayNumber)
    }

    private func insert(
        _ row: CaseRow,
        importID: ImportID?,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let head = row.head
        try connection.execute(
            """
            INSERT INTO case_file (
                id, organization_id, year, number, version, field_versions, status, is_open, stage, risk,
                worker_user_id, client_person_id, primary_problem, right_country, stay_country, return_country,
                opened_at, changed_at, closed_at, next_due_on, person_count, is_collective, is_imported, import_id,
                contact_id, referral_id, outcome, created_by, network_token, summary, narrative
            ) VALUES (
                \(head.id), \(head.owner), \(head.year), \(head.number), \(head.version), \(head.fieldVersions.text),
                \(head.status.rawValue), \(head.status.isOpen), \(head.stage.rawValue), \(head.risk.rawValue),
                \(head.worker), \(head.client), \(head.primaryProblem?.rawValue), \(head.countries.right?.code),
                \(head.countries.stay?.code), \(head.countries.back?.code), \(head.openedAt), \(head.changedAt),
                \(head.closedAt), \(head.nextDueOn?.iso), \(head.personCount), \(head.isCollective),
                \(head.isImported), \(importID), \(head.contact), \(head.referral), \(head.outcome?.rawValue),
                \(principal.user), \(head.networkToken.map { Blob($0) }), \(Blob(row.sealed.summary)),
                \(Blob(row.sealed.narrative))
            )
            """
        )
    }

    func insertProblems(_ problems: [CaseProblem], of head: CaseHead, on connection: any Connection) throws {
        for (position, problem) in problems.enumerated() {
            try connection.execute(
                """
                INSERT INTO case_problem (
                    case_id, problem, organization_id, position, opened_at, outcome, outcome_at
                ) VALUES (
                    \(head.id), \(problem.code.rawValue), \(head.owner), \(position), \(head.openedAt),
                    \(problem.outcome?.rawValue), \(problem.outcomeAt)
                )
                """
            )
        }
    }

    func insertMembers(_ members: [CaseMember], of head: CaseHead, on connection: any Connection) throws {
        for (position, member) in members.enumerated() {
            try connection.execute(
                """
                INSERT INTO case_person (case_id, person_id, organization_id, role, position)
                VALUES (\(head.id), \(member.person), \(head.owner), \(member.role.rawValue), \(position))
                """
            )
        }
    }

    /// The first client, or whoever comes first.
    static func client(_ members: [CaseMember]) -> PersonID? {
        (members.first { $0.role == .client } ?? members.first)?.person
    }

    /// Each person once, with the role that was named first.
    static func unique(_ members: [CaseMember]) -> [CaseMember] {
        var seen: Set<PersonID> = []
        return members.filter { seen.insert($0.person).inserted }
    }
}

// MARK: - What may be recorded

extension CaseStore {
    func validate(problems: [ProblemCode]) throws {
        guard !problems.isEmpty else { throw CaseError.refused(.noProblem) }
        for code in problems {
            guard let problem = content.problems[code] else { throw CaseError.refused(.unknownProblem) }
            if problem.standsAlone, problems.count > 1 { throw CaseError.refused(.problemStandsAlone) }
        }
        guard Set(problems).count == problems.count else { throw CaseError.refused(.unknownProblem) }
    }

    func validate(texts: [String]) throws {
        for text in texts where text.utf8.count > Self.longestText && text.unicodeScalars.count > Self.longestText {
            throw CaseError.refused(.textTooLong)
        }
    }

    /// Everybody is a person that this organisation may open.
    func validate(members: [CaseMember], by principal: Principal, on connection: any Connection) throws {
        guard members.count <= Self.mostMembers else { throw CaseError.refused(.unknownPerson) }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        for member in members {
            let isOwn = try connection.count(
                """
                SELECT COUNT(*) FROM person WHERE id = \(member.person)
                    AND organization_id = \(principal.organization)
                """
            )
            if isOwn == 1 { continue }
            guard try keyring.open(member.person.retagged(), on: connection) != nil,
                try connection.count("SELECT COUNT(*) FROM person WHERE id = \(member.person)") == 1
            else { throw CaseError.refused(.unknownPerson) }
        }
    }

    func validate(worker: UserID?, in organization: OrganizationID, on connection: any Connection) throws {
        guard let worker else { return }
        let count = try connection.count(
            """
            SELECT COUNT(*) FROM membership WHERE user_id = \(worker) AND organization_id = \(organization)
                AND state = \(MembershipState.active.rawValue)
            """
        )
        guard count == 1 else { throw CaseError.refused(.unknownWorker) }
    }

    /// The risk that the problems bring with them.
    func risk(of problems: [ProblemCode]) -> RiskLevel {
        RiskLevel(rawValue: content.problems.highestRisk(problems).rawValue) ?? .normal
    }
}
