import Access
import Casework
import Database
import Domain
import Facts
import Guides
import Hotline
import People
import Vault

/// Writes one row of an import: contact, person, case, employer, amounts and the note that the row is done, all in the
/// caller's transaction.
struct RowWriter: Sendable {
    let services: ImportServices
    let plan: ImportPlan
    let importID: ImportID
    let principal: Principal
    let zone: String

    /// - Returns: the state with what this row made.
    func write(
        _ row: PlannedRow,
        tag: [UInt8],
        _ state: WritingState,
        on connection: any Connection
    ) throws -> WritingState {
        var state = state
        let now = services.surroundings.now()
        let person = try person(of: row, &state, on: connection)
        var draft = row.draft(task: "import:" + Hexadecimal.text(tag), person: person, zone: zone, now: now)
        // Silence and wrong numbers have no problem; where the hotline wants one all the same, it is "other".
        if ContactRules.problems(of: draft, now: now).contains(.problemMissing) { draft.problems = [.other] }
        let saved = try services.contacts.importContact(draft, from: importID, by: principal, on: connection)
        let employer = try employer(of: row, &state, on: connection)
        let caseID = try caseID(of: row, person, saved.id, employer, draft, &state, on: connection)
        if let caseID {
            try services.contacts.attach(caseID, to: saved.id, by: principal, on: connection)
            try addMoney(row, to: caseID, &state, on: connection)
        } else {
            let amounts = row.amountFacts(person: person)
            if !amounts.isEmpty {
                try services.facts.replace(
                    subject: saved.id.retagged(),
                    with: amounts,
                    of: principal.organization,
                    isNew: true,
                    on: connection
                )
            }
        }
        try connection.execute(
            """
            INSERT INTO import_row (
                organization_id, row_tag, import_id, contact_id, person_id, case_id, employer_id, reasons, line, joined,
                said
            ) VALUES (
                \(principal.organization), \(Blob(tag)), \(importID), \(saved.id), \(person), \(caseID), \(employer),
                \(row.reasons.map(\.code).joined(separator: ",")), \(row.contact.place.line),
                \(row.person.map { state.joined.contains($0) } == true ? Int64(1) : nil),
                \(try said(by: row, of: person, on: connection))
            )
            """
        )
        state.written += 1
        return state
    }

    /// What the row says of its person, under the person's key: with the person it is gone.
    private func said(by row: PlannedRow, of person: PersonID?, on connection: any Connection) throws -> Blob? {
        guard let person else { return nil }
        let key = try services.vault.keyring(for: principal.organization, on: connection)
            .key(of: person.retagged(), on: connection)
        return try RowPerson(row).sealed(with: key)
    }

    private func person(
        of row: PlannedRow,
        _ state: inout WritingState,
        on connection: any Connection
    ) throws -> PersonID? {
        guard let number = row.person else { return nil }
        if let known = state.persons[number] { return known }
        let planned = plan.people[number]
        let found = try planned.record.flatMap { try present($0, on: connection) }
        let person =
            try found ?? services.people.create(planned.details, by: principal, on: connection, isImported: true)
        state.persons[number] = person
        if found != nil { state.joined.insert(number) }
        for stranger in planned.strangers {
            let other: PersonID? =
                switch stranger {
                case .row(let other): state.persons[other]
                case .record(let id): try present(id, on: connection)
                }
            guard let other, other != person else { continue }
            try services.people.setDistinct(true, person, other, by: principal, on: connection)
        }
        return person
    }

    /// The record under which somebody of the organization's own register is kept now, if they are still there.
    private func present(_ id: PersonID, on connection: any Connection) throws -> PersonID? {
        let current = try services.people.current(id, on: connection)
        let found = try services.people.brief([current], for: principal, on: connection)[current]
        return found?.owner == principal.organization ? current : nil
    }

    private func employer(
        of row: PlannedRow,
        _ state: inout WritingState,
        on connection: any Connection
    ) throws -> EmployerID? {
        guard let named = row.contact.employer, named.isFirm else { return nil }
        if let known = state.employers[named.key] { return known }
        let made = try services.employers.findOrCreate(
            name: named.name,
            country: row.contact.host.country.flatMap { CountryCode($0) },
            importID: importID,
            by: principal,
            on: connection
        )
        state.employers[named.key] = made
        return made
    }

    private func caseID(
        of row: PlannedRow,
        _ person: PersonID?,
        _ contact: ContactID,
        _ employer: EmployerID?,
        _ draft: ContactDraft,
        _ state: inout WritingState,
        on connection: any Connection
    ) throws -> CaseID? {
        guard let key = row.contact.caseKey else { return nil }
        let known = state.cases[key]
        let id =
            try known
            ?? services.cases.create(
                CaseDraft(
                    members: person.map { [CaseMember($0, .client)] } ?? [],
                    problems: problems(draft),
                    situation: draft.narrative.summary,
                    countries: CaseCountries(stay: draft.hostCountry.flatMap { CountryCode($0) }),
                    openedAt: draft.occurredAt,
                    contact: contact,
                    importedNumber: row.contact.caseNumber,
                    importID: importID,
                    isImported: true,
                    makesPlan: false,
                    factCodes: factCodes(draft)
                ),
                by: principal,
                on: connection
            ).id
        state.cases[key] = id
        if known == nil, let employer {
            try services.employers.link(employer, role: .formalEmployer, to: id, by: principal, on: connection)
        }
        return id
    }

    /// What a case may be opened for: known problems, and those that stand alone only alone.
    private func problems(_ draft: ContactDraft) -> [ProblemCode] {
        let known = draft.problems.filter { services.content.problems[$0] != nil }
        let together = known.filter { services.content.problems[$0]?.standsAlone != true }
        if !together.isEmpty { return together }
        return [known.first ?? .other]
    }

    private func factCodes(_ draft: ContactDraft) -> [FactDimension: String] {
        var codes = draft.codes
        codes[.channel] = nil
        codes[.hostRegion] = draft.hostRegion
        return codes
    }

    private func addMoney(
        _ row: PlannedRow,
        to id: CaseID,
        _ state: inout WritingState,
        on connection: any Connection
    ) throws {
        let at = row.occurredAt(zone: zone)
        if let owed = row.contact.owed?.money, state.claims[id, default: []].insert(owed).inserted {
            var body = EntryBody(title: row.contact.owed?.text ?? "")
            let name = row.contact.employer?.name
            body.claim = EntryBody.ClaimPart(
                owed: owed,
                respondents: name.map { [EntryBody.Respondent(role: EmployerRole.formalEmployer.rawValue, name: $0)] }
                    ?? []
            )
            try services.entries.add(
                EntryDraft(.claim, body, eventAt: at, importID: importID),
                to: id,
                by: principal,
                on: connection
            )
        }
        if let paid = row.contact.paid?.money {
            var body = EntryBody(title: row.contact.paid?.text ?? "", text: row.contact.result)
            body.payment = EntryBody.PaymentPart(amount: paid, paidOn: row.contact.day)
            try services.entries.add(
                EntryDraft(.payment, body, eventAt: at, state: .done, importID: importID),
                to: id,
                by: principal,
                on: connection
            )
        }
    }
}
