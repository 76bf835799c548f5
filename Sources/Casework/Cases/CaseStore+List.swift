public import Access
public import Database
public import Domain
import Vault

extension CaseStore {
    /// Reads one page, in the order of an index, and opens one short value for each line.
    public func list(
        _ query: CaseQuery,
        for principal: Principal,
        on connection: any Connection
    ) throws -> CasePage {
        let policy = CasePolicy(principal)
        guard policy.mayList, query.box == .own || policy.maySeeGranted else {
            return CasePage(items: [], hasNext: false, hasPrevious: false, damaged: [])
        }
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        var damaged: [PersonID] = []
        var items: [CaseListItem] = []
        items.reserveCapacity(query.limit + 1)
        try connection.forEachRow(statement(query, principal, keyring)) { row in
            let item = try listItem(row, keyring)
            if item.isDamaged, let client = item.head.client { damaged.append(client) }
            items.append(item)
        }
        let isLonger = items.count > query.limit
        if isLonger { items.removeLast() }
        if query.before != nil { items.reverse() }
        return CasePage(
            items: items,
            hasNext: query.before == nil ? isLonger : true,
            hasPrevious: query.before == nil ? query.after != nil : isLonger,
            damaged: damaged
        )
    }

    /// How many open cases a worker has.
    public func openCount(of worker: UserID, in organization: OrganizationID, on connection: any Connection) throws
        -> Int
    {
        Int(
            try connection.count(
                """
                SELECT COUNT(*) FROM case_file
                WHERE organization_id = \(organization) AND worker_user_id = \(worker) AND is_open = 1
                """
            )
        )
    }

    /// The page's ids are found first, along an index; only then are names joined to them.
    private func statement(_ query: CaseQuery, _ principal: Principal, _ keyring: Keyring) -> SQL {
        let page = pageIDs(query, principal)
        return """
            SELECT \(CaseHead.columns), p.summary, \(Keyring.wrapColumns)
            FROM (\(page)) page CROSS JOIN case_file c
                LEFT JOIN person p ON p.id = c.client_person_id
                LEFT \(keyring.wrapJoin(record: "c.client_person_id", for: .identity))
            WHERE c.id = page.id ORDER BY \(order(query, "page.sort_key", "page.id"))
            """
    }

    private func pageIDs(_ query: CaseQuery, _ principal: Principal) -> SQL {
        let own = principal.organization
        var source: SQL = "FROM case_file c WHERE c.organization_id = \(own)"
        var key: SQL = query.dueBy == nil ? "c.opened_at" : "c.next_due_on"
        var id: SQL = "c.id"
        if query.box == .shared {
            source = """
                FROM record_grant g CROSS JOIN case_file c
                WHERE g.recipient_organization_id = \(own) AND \(Grant.isLive("g", at: surroundings.now()))
                    AND c.id = g.record_id AND c.organization_id = g.owner_organization_id
                """
        } else if let employer = query.employer {
            source = """
                FROM case_employer e CROSS JOIN case_file c
                WHERE e.employer_id = \(employer) AND c.id = e.case_id AND c.organization_id = \(own)
                """
        } else if let problem = query.problem, query.dueBy == nil {
            source = """
                FROM case_problem q CROSS JOIN case_file c
                WHERE q.organization_id = \(own) AND q.problem = \(problem.rawValue) AND c.id = q.case_id
                """
            (key, id) = ("q.opened_at", "q.case_id")
        }
        var conditions: [SQL] = []
        switch query.activity {
        case .open: conditions.append("c.is_open = 1")
        case .closed: conditions.append("c.is_open = 0")
        case .all: break
        }
        if let worker = query.worker { conditions.append("c.worker_user_id = \(worker)") }
        if query.isUnassigned { conditions.append("c.worker_user_id IS NULL") }
        if let status = query.status { conditions.append("c.status = \(status.rawValue)") }
        if let problem = query.problem, query.box == .shared || query.dueBy != nil || query.employer != nil {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM case_problem q WHERE q.case_id = c.id AND q.problem = \(problem.rawValue))
                """
            )
        }
        if let due = query.dueBy { conditions.append("c.next_due_on <= \(due.iso)") }
        if let place = query.after { conditions.append(beyond(place, query, key, id, isForward: true)) }
        if let place = query.before { conditions.append(beyond(place, query, key, id, isForward: false)) }
        let condition = conditions.isEmpty ? "" : " AND " + SQL.joined(conditions, separator: " AND ")
        return """
            SELECT \(id) AS id, \(key) AS sort_key \(source)\(condition)
            ORDER BY \(order(query, key, id)) LIMIT \(query.limit + 1)
            """
    }

    private func order(_ query: CaseQuery, _ key: SQL, _ id: SQL) -> SQL {
        let isAscending = (query.dueBy != nil) != (query.before != nil)
        return isAscending ? "\(key) ASC, \(id) ASC" : "\(key) DESC, \(id) DESC"
    }

    private func beyond(_ place: CaseQuery.Place, _ query: CaseQuery, _ key: SQL, _ id: SQL, isForward: Bool) -> SQL {
        let value: SQL = query.dueBy != nil ? "\(place.key)" : "\(Int64(place.key) ?? 0)"
        let isGreater = (query.dueBy != nil) == isForward
        return isGreater ? "(\(key), \(id)) > (\(value), \(place.id))" : "(\(key), \(id)) < (\(value), \(place.id))"
    }

    private func listItem(_ row: any Row, _ keyring: Keyring) throws -> CaseListItem {
        var head = try CaseHead(from: row, at: 0)
        let column = CaseHead.columnCount
        guard let client = head.client, !row.isNull(column), !row.isNull(column + 1) else {
            head.client = nil
            return CaseListItem(head: head, clientName: nil, isDamaged: false)
        }
        do {
            let key = try keyring.recordKey(record: client.retagged(), from: row, at: column + 1)
            let name = try row.withBlob(column) { try ClientName.opened($0, with: key) }
            return CaseListItem(head: head, clientName: name, isDamaged: false)
        } catch is VaultError {
            return CaseListItem(head: head, clientName: nil, isDamaged: true)
        }
    }
}

/// The names of persons, read from the short value that the register of people seals for lists: the name, the unit
/// separator, the date of birth.
enum ClientName {
    static func opened(_ sealed: UnsafeRawBufferPointer, with key: RecordKey) throws -> String {
        try key.withOpened(sealed, .personSummary) { bytes in
            let end = bytes.firstIndex(of: 0x1F) ?? bytes.endIndex
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
    }

    /// The names of several persons that the keyring's organisation may open.
    static func all(
        _ persons: Set<PersonID>,
        _ keyring: Keyring,
        on connection: any Connection
    ) throws -> [PersonID: String] {
        var names: [PersonID: String] = [:]
        guard !persons.isEmpty else { return names }
        try connection.forEachRow(
            """
            SELECT p.id, p.summary, \(Keyring.wrapColumns)
            FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity)) WHERE p.id IN \(persons.sorted())
            """
        ) { row in
            let id: PersonID = try row.id(0)
            do {
                let key = try keyring.recordKey(record: id.retagged(), from: row, at: 2)
                names[id] = try row.withBlob(1) { try opened($0, with: key) }
            } catch is VaultError {
                return
            }
        }
        return names
    }
}
