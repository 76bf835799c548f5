public import Access
public import Database
public import Domain
import Facts
import Journal
import People
import Vault

extension ContactStore {
    /// Records a contact that the principal's organisation owns.
    ///
    /// The same task id, of whoever sent it, makes no second contact: the first one's id comes back.
    ///
    /// - Throws: `HotlineError.refused` with all that is wrong, `.personNotFound` for a person who isn't there.
    @discardableResult
    public func save(
        _ draft: ContactDraft,
        by principal: Principal,
        on connection: any Connection
    ) throws -> SavedContact {
        guard principal.may(.contactsWrite, .organization) else { throw HotlineError.notFound }
        if let earlier = try earlier(draft, principal, on: connection) { return earlier }
        let now = surroundings.now()
        var draft = draft
        // A draft may have been begun before two records were united.
        draft.members = try draft.members.map { member in
            var member = member
            member.person = try member.person.map { try people.current($0, on: connection) }
            return member
        }
        let problems = ContactRules.problems(of: draft, now: now)
        guard problems.isEmpty else { throw HotlineError.refused(ContactProblems(problems)) }
        let persons = try openMembers(draft, principal, on: connection)
        let id = draft.id ?? surroundings.newID()
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        // A contact that was written as a draft has its key already.
        let key =
            try keyring.open(id.retagged(), on: connection)
            ?? keyring.newRecord(id.retagged(), on: connection)
        let number = try SequenceNumbers.next("contact", for: principal.organization, on: connection)
        let row = try row(draft, id, number, key, now, principal)
        try row.insert(
            taskHash: draft.taskID.map { Self.hash("task", $0, of: principal.organization) },
            on: connection
        )
        try insertLines(draft, row, on: connection)
        try index(draft, id, try keyring.blindIndex(on: connection), on: connection)
        if let request = draft.callBack, draft.outcome == .callBack {
            try CallBackStore(contacts: self).add(request, to: row, draft, key, by: principal, on: connection)
        }
        try facts.replace(
            subject: id.retagged(),
            with: ContactFacts(draft: draft, row: row, persons: persons, zone: zone(principal.organization)).all,
            of: principal.organization,
            isNew: true,
            on: connection
        )
        try recorder.record(
            leaf(
                draft.isImported ? .contactImported : .contactCreated,
                id.retagged(),
                by: principal,
                state: row.committed
            ),
            on: connection
        )
        try join(draft, row, by: principal, on: connection)
        try connection.execute(
            "DELETE FROM contact_draft WHERE id = \(id) AND organization_id = \(principal.organization)"
        )
        return SavedContact(id: id, number: number, isNew: true)
    }

    /// As ``save(_:by:on:)``, for a row of a list: its links are provisional, and it may lie in the past.
    @discardableResult
    public func importContact(
        _ draft: ContactDraft,
        from importID: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> SavedContact {
        var draft = draft
        draft.importID = importID
        draft.members = draft.members.map { member in
            var member = member
            member.isProvisional = member.person != nil
            return member
        }
        return try save(draft, by: principal, on: connection)
    }

    private func earlier(
        _ draft: ContactDraft,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> SavedContact? {
        var conditions: [SQL] = []
        if let task = draft.taskID {
            conditions.append("task_hash = \(Self.hash("task", task, of: principal.organization))")
        }
        // A form that is sent twice, and a draft that two tabs save, make one contact.
        if let id = draft.id { conditions.append("id = \(id)") }
        for condition in conditions {
            let found = try connection.first(
                "SELECT id, number FROM contact WHERE organization_id = \(principal.organization) AND \(condition)"
            ) { SavedContact(id: try $0.id(0), number: try $0.integer(1), isNew: false) }
            if let found { return found }
        }
        return nil
    }

    /// Opens the persons whom a draft names; a foreign one is answered like a missing one.
    private func openMembers(
        _ draft: ContactDraft,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [PersonID: Person] {
        var persons: [PersonID: Person] = [:]
        for (index, member) in draft.members.enumerated() {
            guard let id = member.person else { continue }
            do {
                persons[id] = try people.open(id, for: principal, on: connection)
            } catch PeopleError.notFound {
                throw HotlineError.personNotFound(index: index)
            }
        }
        return persons
    }

    private func row(
        _ draft: ContactDraft,
        _ id: ContactID,
        _ number: Int64,
        _ key: RecordKey,
        _ now: Instant,
        _ principal: Principal
    ) throws -> ContactRow {
        let ranked = ContactRules.ranked(draft.problems)
        var narrative = draft.narrative
        narrative.answers = StandingQuestions.recorded(narrative.answers, for: ranked)
        let headline = String(narrative.summary.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(120))
        let waits = draft.outcome == .callBack && draft.callBack != nil
        return ContactRow(
            id: id,
            organization: principal.organization,
            number: number,
            version: 1,
            createdAt: now,
            takenBy: principal.user,
            occurredAt: draft.occurredAt ?? now,
            endedAt: draft.endedAt,
            direction: draft.direction.rawValue,
            channel: draft.channel.rawValue,
            messenger: draft.messenger,
            counterpart: draft.counterpart.rawValue,
            relation: draft.relation?.rawValue,
            heardFrom: draft.heardFrom?.rawValue,
            language: draft.language,
            hostCountry: draft.hostCountry,
            hostRegion: draft.hostRegion,
            settlement: draft.settlement?.rawValue,
            urgency: urgency(draft).rawValue,
            outcome: draft.outcome?.rawValue,
            attempt: draft.attempt?.rawValue,
            state: (waits ? ContactState.waiting : .closed).rawValue,
            primaryProblem: ranked.first?.rawValue ?? "",
            thread: draft.thread,
            caseID: nil,
            importID: draft.importID,
            headline: try key.seal(headline, .contactNarrative),
            narrative: try key.sealValue(narrative, .contactNarrative),
            caller: try key.sealValue(draft.caller, .contactCaller)
        )
    }

    private func urgency(_ draft: ContactDraft) -> Urgency {
        draft.urgency == .normal && StandingQuestions.isDanger(draft.narrative.answers) ? .urgent : draft.urgency
    }

    private func insertLines(_ draft: ContactDraft, _ row: ContactRow, on connection: any Connection) throws {
        for (position, problem) in ContactRules.ranked(draft.problems).enumerated() {
            let rank = position == 0 ? "primary" : "secondary"
            try connection.execute(
                """
                INSERT INTO contact_problem (
                    contact_id, position, organization_id, problem, problem_rank, occurred_at
                ) VALUES (
                    \(row.id), \(position), \(row.organization), \(problem.rawValue), \(rank), \(row.occurredAt)
                )
                """
            )
        }
        for (position, member) in draft.members.enumerated() {
            try insert(member, at: position, of: row, on: connection)
        }
    }

    func insert(_ member: ContactMember, at position: Int, of row: ContactRow, on connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO contact_person (
                contact_id, position, organization_id, person_id, role, check_result, is_provisional, occurred_at
            ) VALUES (
                \(row.id), \(position), \(row.organization), \(member.person), \(member.role.rawValue),
                \(member.check.rawValue), \(member.isProvisional), \(row.occurredAt)
            )
            """
        )
    }

    private func index(
        _ draft: ContactDraft,
        _ id: ContactID,
        _ blind: BlindIndex,
        on connection: any Connection
    ) throws {
        var entries: [String] = []
        if let code = draft.narrative.returnCode.flatMap({ ReturnCodes.normalized($0) }) {
            entries.append(Self.codeEntry(code))
        }
        if !draft.caller.number.isEmpty { entries.append(Self.callerEntry(draft.caller.number)) }
        guard !entries.isEmpty else { return }
        try blind.add(entries, .codeLocator, to: id.retagged(), on: connection)
    }

    /// Naming later joins the earlier contacts of an unnamed caller, when somebody said that it is the same one.
    private func join(
        _ draft: ContactDraft,
        _ row: ContactRow,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard draft.joinsThread, let thread = draft.thread,
            let member = draft.members.first(where: {
                $0.person != nil && ($0.role == .caller || $0.role == .concerned)
            })
        else { return }
        let earlier = try connection.rows(
            """
            SELECT \(ContactRow.columns) FROM contact c
            WHERE c.organization_id = \(principal.organization) AND (c.id = \(thread) OR c.thread_id = \(thread))
                AND c.id <> \(row.id)
            ORDER BY c.id
            """
        ) { try ContactRow(from: $0) }
        for contact in earlier { try link(member, to: contact, by: principal, on: connection) }
    }

    /// Adds a person to a contact that is there already.
    private func link(
        _ member: ContactMember,
        to row: ContactRow,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let there = try connection.count(
            "SELECT COUNT(*) FROM contact_person WHERE contact_id = \(row.id) AND person_id = \(member.person)"
        )
        guard there == 0 else { return }
        let position = try connection.count("SELECT COUNT(*) FROM contact_person WHERE contact_id = \(row.id)")
        try insert(member, at: Int(position), of: row, on: connection)
        try touch(row, by: principal, on: connection)
    }

    /// Writes a changed row of a contact: its next version, its leaf and its event.
    @discardableResult
    func touch(
        _ row: ContactRow,
        _ kind: LeafKind = .contactChanged,
        by principal: Principal,
        on connection: any Connection
    ) throws -> ContactRow {
        var next = row
        next.version += 1
        let changed = try connection.execute(
            """
            UPDATE contact SET version = \(next.version), state = \(next.state), case_id = \(next.caseID),
                thread_id = \(next.thread)
            WHERE id = \(next.id) AND organization_id = \(principal.organization) AND version = \(row.version)
            """
        )
        guard changed == 1 else { throw HotlineError.stale }
        try recorder.record(
            leaf(kind, next.id.retagged(), by: principal, state: next.committed),
            on: connection
        )
        return next
    }

    /// Notes which case a contact led to.
    public func attach(
        _ caseID: CaseID,
        to id: ContactID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        guard var row = try row(id, of: principal.organization, on: connection) else { throw HotlineError.notFound }
        row.caseID = caseID
        try touch(row, by: principal, on: connection)
    }

    func row(
        _ id: ContactID,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> ContactRow? {
        try connection.first(
            "SELECT \(ContactRow.columns) FROM contact c WHERE c.id = \(id) AND c.organization_id = \(organization)"
        ) { try ContactRow(from: $0) }
    }
}
