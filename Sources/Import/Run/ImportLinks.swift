import Access
import Casework
import Database
import Domain
import Hotline
import Journal
import People
import Vault

/// The links of an import, one by one: shown, confirmed, taken back, made again. Functions run inside a transaction.
struct ImportLinks: Sendable {
    let services: ImportServices
    let erasure: Erasure

    var store: ImportStore { ImportStore(services) }

    private static let columns: SQL = """
        r.contact_id, r.link_state, r.reasons, r.line, c.number, c.occurred_at, r.person_id, r.former_person_id,
        r.case_id, r.former_case_id, r.said, r.joined,
        (SELECT COUNT(*) FROM case_file f WHERE f.id = r.case_id AND f.contact_id = r.contact_id)
        """

    // MARK: - Reading

    /// One page of an import's links, in the order of the file.
    func page(
        _ query: LinkQuery,
        of id: ImportID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> LinkPage {
        let condition = condition(query)
        var links = try select(
            "r.import_id = \(id) AND r.reasons <> '' AND \(condition)",
            limit: query.limit + 1,
            principal,
            on: connection
        )
        let hasMore = links.count > query.limit
        if hasMore { links.removeLast() }
        let lists = try connection.rows(
            """
            SELECT DISTINCT reasons FROM import_row
            WHERE organization_id = \(principal.organization) AND import_id = \(id) AND reasons <> ''
            """
        ) { try $0.text(0) }
        let reasons = Set(lists.flatMap { $0.split(separator: ",").map(String.init) })
        return LinkPage(links: links, hasMore: hasMore, reasons: reasons.sorted())
    }

    private func condition(_ query: LinkQuery) -> SQL {
        var parts: [SQL] = []
        if let reason = query.reason { parts.append("',' || r.reasons || ',' LIKE \("%," + reason + ",%")") }
        switch query.state {
        case .provisional?: parts.append("r.link_state IS NULL")
        case let state?: parts.append("r.link_state = \(state.rawValue)")
        case nil: break
        }
        if let after = query.after { parts.append("r.contact_id > \(after)") }
        return parts.isEmpty ? "1 = 1" : SQL.joined(parts, separator: " AND ")
    }

    private func select(
        _ condition: SQL,
        limit: Int,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [ImportLink] {
        let keyring = try services.vault.keyring(for: principal.organization, on: connection)
        let rows = try connection.rows(
            """
            SELECT \(Self.columns) FROM import_row r JOIN contact c ON c.id = r.contact_id
            WHERE r.organization_id = \(principal.organization) AND \(condition)
            ORDER BY r.contact_id LIMIT \(limit)
            """
        ) { row in
            (
                contact: try row.id(0, ContactEntity.self), state: try row.textOrNil(1), reasons: try row.text(2),
                line: row.isNull(3) ? nil : Int(try row.integer(3)), number: try row.integer(4),
                at: try row.instant(5), person: try row.idOrNil(6, PersonEntity.self),
                former: try row.idOrNil(7, PersonEntity.self), caseID: try row.idOrNil(8, CaseEntity.self),
                formerCase: try row.idOrNil(9, CaseEntity.self), said: row.isNull(10) ? nil : try row.blob(10),
                isJoined: !row.isNull(11), opened: try row.integer(12)
            )
        }
        return try rows.map { row in
            ImportLink(
                contact: row.contact,
                state: row.state.flatMap { LinkState(rawValue: $0) } ?? .provisional,
                reasons: row.reasons.split(separator: ",").map(String.init),
                line: row.line,
                number: row.number,
                occurredAt: row.at,
                person: row.person,
                former: row.former,
                caseID: row.caseID,
                formerCase: row.formerCase,
                isJoined: row.isJoined,
                openedCase: row.opened > 0,
                said: try said(row.said, of: row.person, row.contact, keyring, on: connection)
            )
        }
    }

    /// What the row said, as far as it can still be opened: with an erased or joined person it is gone.
    private func said(
        _ sealed: [UInt8]?,
        of person: PersonID?,
        _ contact: ContactID,
        _ keyring: Keyring,
        on connection: any Connection
    ) throws -> RowPerson? {
        guard let sealed, let key = try keyring.open(person?.retagged() ?? contact.retagged(), on: connection) else {
            return nil
        }
        do {
            return try RowPerson(sealed: sealed, with: key)
        } catch is VaultError {
            return nil
        }
    }

    private func link(
        _ contact: ContactID,
        of id: ImportID,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> ImportLink {
        let found = try select(
            "r.import_id = \(id) AND r.contact_id = \(contact) AND r.reasons <> ''",
            limit: 1,
            principal,
            on: connection
        )
        guard let link = found.first else { throw LinkError.notFound }
        return link
    }

    // MARK: - Deciding

    /// Notes that a link is right.
    func confirm(
        _ contact: ContactID,
        of id: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let link = try link(contact, of: id, principal, on: connection)
        guard link.state == .provisional, let person = link.person else { throw LinkError.changed }
        try asLink { try services.contacts.confirmLink(contact, to: person, by: principal, on: connection) }
        try note(link, .confirmed, person: person, caseID: link.caseID, said: nil, principal, on: connection)
    }

    /// Takes a link back: the contact becomes that of a person made of what its row said, or of nobody when it said
    /// nothing. It leaves the other person's case, unless this row opened it; what only this row had brought to the
    /// other person's record goes from there.
    func takeBack(
        _ contact: ContactID,
        of id: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let link = try link(contact, of: id, principal, on: connection)
        guard link.state != .takenBack, let former = link.person else { throw LinkError.changed }
        let row = try link.said ?? kept(contact, principal, on: connection)
        let own =
            row.tellsSomebody
            ? try services.people.create(row.details, by: principal, on: connection, isImported: true) : nil
        let caseID = link.openedCase ? link.caseID : nil
        try asLink {
            try services.contacts.relink(
                contact,
                ContactRelinking(
                    from: former,
                    to: own,
                    isProvisional: own != nil,
                    caseID: caseID,
                    stated: link.said?.stated
                ),
                by: principal,
                on: connection
            )
        }
        try note(link, .takenBack, person: own, caseID: caseID, said: link.said, principal, on: connection)
        guard let said = link.said, !link.isJoined else { return }
        try change(former, by: principal, on: connection) { details in
            details.without(said, keeping: try self.others(of: former, principal, on: connection))
        }
    }

    /// Makes a link again that was taken back; the person made meanwhile goes, unless somebody has worked with it.
    func linkAgain(
        _ contact: ContactID,
        of id: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let link = try link(contact, of: id, principal, on: connection)
        guard link.state == .takenBack, let former = link.former else { throw LinkError.changed }
        let caseID = try link.caseID ?? present(link.formerCase, principal, on: connection)
        try asLink {
            try services.contacts.relink(
                contact,
                ContactRelinking(
                    from: link.person,
                    to: former,
                    isProvisional: true,
                    caseID: caseID,
                    stated: link.said?.stated
                ),
                by: principal,
                on: connection
            )
        }
        try note(link, .provisional, person: former, caseID: caseID, said: link.said, principal, on: connection)
        if let said = link.said, !link.isJoined { try change(former, by: principal, on: connection) { $0.with(said) } }
        guard let made = link.person, try !isNamed(made, principal, on: connection) else { return }
        _ = try services.people.discardImported(made, by: principal, erasure, on: connection)
    }

    /// Of a contact whose row was not kept.
    private func kept(
        _ contact: ContactID,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> RowPerson {
        let contact = try services.contacts.open(contact, for: principal, on: connection)
        return RowPerson(name: contact.narrative.callerName, number: contact.caller.number)
    }

    /// What the other rows of a person say.
    private func others(
        of person: PersonID,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [RowPerson] {
        let keyring = try services.vault.keyring(for: principal.organization, on: connection)
        guard let key = try keyring.open(person.retagged(), on: connection) else { return [] }
        return try connection.rows(
            """
            SELECT said FROM import_row WHERE organization_id = \(principal.organization) AND person_id = \(person)
                AND said IS NOT NULL
            """
        ) { try RowPerson(sealed: try $0.blob(0), with: key) }
    }

    private func change(
        _ id: PersonID,
        by principal: Principal,
        on connection: any Connection,
        _ make: (PersonDetails) throws -> PersonDetails
    ) throws {
        let person = try services.people.open(id, for: principal, on: connection)
        let details = try make(person.details)
        guard details != person.details else { return }
        try services.people.change(id, to: details, from: person.version, by: principal, on: connection)
    }

    private func present(
        _ caseID: CaseID?,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> CaseID? {
        guard let caseID else { return nil }
        let count = try connection.count(
            "SELECT COUNT(*) FROM case_file WHERE id = \(caseID) AND organization_id = \(principal.organization)"
        )
        return count == 1 ? caseID : nil
    }

    /// Whether a contact, a case or a call-back leads to a person.
    private func isNamed(_ person: PersonID, _ principal: Principal, on connection: any Connection) throws -> Bool {
        for table: SQL in ["contact_person", "case_person", "call_back"] {
            let count = try connection.count(
                """
                SELECT COUNT(*) FROM \(table)
                WHERE organization_id = \(principal.organization) AND person_id = \(person)
                """
            )
            if count > 0 { return true }
        }
        return false
    }

    /// Writes what became of a link. The row's words move under the key of whoever it is now.
    private func note(
        _ link: ImportLink,
        _ state: LinkState,
        person: PersonID?,
        caseID: CaseID?,
        said: RowPerson?,
        _ principal: Principal,
        on connection: any Connection
    ) throws {
        let isBack = state == .takenBack
        try connection.execute(
            """
            UPDATE import_row SET link_state = \(state == .provisional ? nil : state.rawValue),
                person_id = \(person), former_person_id = \(isBack ? link.person : nil),
                case_id = \(caseID), former_case_id = \(isBack && caseID == nil ? link.caseID : nil)
            WHERE organization_id = \(principal.organization) AND contact_id = \(link.contact)
            """
        )
        guard let said else { return }
        let key = try services.vault.keyring(for: principal.organization, on: connection)
            .key(of: person?.retagged() ?? link.contact.retagged(), on: connection)
        try connection.execute(
            """
            UPDATE import_row SET said = \(try said.sealed(with: key))
            WHERE organization_id = \(principal.organization) AND contact_id = \(link.contact)
            """
        )
    }

    /// What the stores refuse, in the words of links.
    private func asLink(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch HotlineError.stale {
            throw LinkError.changed
        } catch HotlineError.personNotFound {
            throw LinkError.changed
        } catch HotlineError.notFound {
            throw LinkError.notFound
        }
    }
}
