public import Access
public import Database
public import Domain
import Journal
import Vault

extension ContactStore {
    /// Opens one contact of the principal's organisation.
    ///
    /// - Throws: `HotlineError.notFound` for a missing or foreign one, `.tampered` when the row isn't the one that the
    ///   journal last committed to.
    public func open(_ id: ContactID, for principal: Principal, on connection: any Connection) throws -> Contact {
        guard principal.may(.contactsRead, .organization),
            let row = try row(id, of: principal.organization, on: connection)
        else { throw HotlineError.notFound }
        let committed = try connection.first(
            """
            SELECT state FROM journal_leaf
            WHERE log_id = \(row.organization) AND subject_id = \(id) AND state IS NOT NULL
            ORDER BY position DESC LIMIT 1
            """
        ) { try $0.blob(0) }
        guard committed == row.committed else { throw HotlineError.tampered(id) }
        let key = try vault.keyring(for: principal.organization, on: connection).key(of: id.retagged(), on: connection)
        return try row.contact(
            with: key,
            problems: try problems(of: id, on: connection),
            members: try members(of: id, on: connection)
        )
    }

    /// The contacts that a person had a part in, newest first.
    public func contacts(
        of person: PersonID,
        for principal: Principal,
        limit: Int = 20,
        on connection: any Connection
    ) throws -> [ContactBrief] {
        guard principal.may(.contactsRead, .organization) else { return [] }
        let ids: [ContactID] = try connection.rows(
            """
            SELECT DISTINCT contact_id, occurred_at FROM contact_person
            WHERE organization_id = \(principal.organization) AND person_id = \(person)
            ORDER BY occurred_at DESC, contact_id DESC LIMIT \(limit)
            """
        ) { try $0.id(0) }
        return try briefs(of: ids, for: principal, on: connection)
    }

    /// Contacts in one line each, in the order asked for; missing and foreign ones are left out.
    public func briefs(
        of ids: [ContactID],
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ContactBrief] {
        guard !ids.isEmpty, principal.may(.contactsRead, .organization) else { return [] }
        let items = try select("c.id IN \(ids)", order: "c.id", limit: ids.count, principal, on: connection)
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0]?.brief }
    }

    /// The contact that a return code leads to, and its thread.
    public func find(
        returnCode typed: String,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ContactBrief] {
        guard let code = ReturnCodes.normalized(typed) else { return [] }
        return try found(Self.codeEntry(code), for: principal, on: connection)
    }

    /// Earlier contacts from exactly this number.
    public func find(
        callerNumber: String,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ContactBrief] {
        guard !callerNumber.isEmpty else { return [] }
        return try found(Self.callerEntry(callerNumber), for: principal, on: connection)
    }

    private func found(
        _ entry: String,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ContactBrief] {
        let blind = try vault.keyring(for: principal.organization, on: connection).blindIndex(on: connection)
        let records = try blind.records(.codeLocator, entry, on: connection)
        return try briefs(of: records.suffix(20).reversed().map { $0.retagged() }, for: principal, on: connection)
    }

    func problems(of id: ContactID, on connection: any Connection) throws -> [ProblemCode] {
        try connection.rows(
            "SELECT problem FROM contact_problem WHERE contact_id = \(id) ORDER BY position"
        ) { ProblemCode(rawValue: try $0.text(0)) }.compactMap { $0 }
    }

    func members(of id: ContactID, on connection: any Connection) throws -> [ContactMember] {
        try connection.rows(
            """
            SELECT person_id, role, check_result, is_provisional FROM contact_person
            WHERE contact_id = \(id) ORDER BY position
            """
        ) { row in
            ContactMember(
                try row.idOrNil(0),
                ContactRole(rawValue: try row.text(1)) ?? .caller,
                check: RecognitionCheck(rawValue: try row.text(2)) ?? .notDone,
                isProvisional: try row.bool(3)
            )
        }
    }
}

extension ContactListItem {
    /// The same for the story of a case or a person.
    var brief: ContactBrief {
        ContactBrief(
            id: id,
            number: number,
            channel: channel,
            occurredAt: occurredAt,
            problem: problem,
            outcome: outcome,
            summary: headline
        )
    }
}

extension ContactStore {
    /// The other contacts of the same unnamed caller.
    func thread(
        of contact: Contact,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [ContactBrief] {
        let root = contact.thread ?? contact.id
        let ids: [ContactID] = try connection.rows(
            """
            SELECT id FROM contact
            WHERE organization_id = \(principal.organization) AND (id = \(root) OR thread_id = \(root))
                AND id <> \(contact.id)
            ORDER BY occurred_at DESC, id DESC LIMIT 20
            """
        ) { try $0.id(0) }
        return try briefs(of: ids, for: principal, on: connection)
    }
}
