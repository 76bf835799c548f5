public import Access
public import Database
public import Domain
import Journal
import Vault

/// Which people a list shows, and from where on.
public struct PeopleQuery: Sendable, Hashable {
    /// Whose records.
    public enum Box: String, Sendable, CaseIterable {
        case all
        case own
        case shared
    }

    public var box: Box
    /// Only people whose ids come before this one: the last of the previous page, newest first.
    public var before: PersonID?
    /// Only people whose ids come after this one, for going back a page.
    public var after: PersonID?
    public var limit: Int

    public init(box: Box = .all, before: PersonID? = nil, after: PersonID? = nil, limit: Int = 50) {
        self.box = box
        self.before = before
        self.after = after
        self.limit = max(1, min(limit, 200))
    }
}

/// A page of a list of people, newest first.
public struct PeoplePage: Sendable {
    public let items: [PersonListItem]
    public let hasOlder: Bool
    public let hasNewer: Bool
    /// Records whose sealed value was refused; they are shown as damaged and go into the journal.
    public let damaged: [PersonID]
}

extension PeopleStore {
    /// Reads one page and opens one short value for each line.
    public func list(
        _ query: PeopleQuery,
        for principal: Principal,
        on connection: any Connection
    ) throws -> PeoplePage {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        var items: [PersonListItem] = []
        items.reserveCapacity(query.limit + 1)
        func read(_ statement: SQL) throws {
            try connection.forEachRow(statement) { items.append(try listItem($0, keyring)) }
        }
        let filter = PeoplePolicy(principal).filter
        if query.box != .shared, filter != .none { try read(ownPage(query, keyring)) }
        if query.box != .own, case .ownedOrGranted = filter {
            // Of what others opened, only what comes before the end of one's own page.
            let end = items.count > query.limit ? items.last?.id : nil
            try read(sharedPage(query, keyring, until: end))
            items.sort { query.after == nil ? $0.id > $1.id : $0.id < $1.id }
            items.removeLast(max(0, items.count - query.limit - 1))
        }
        let isLonger = items.count > query.limit
        if isLonger { items.removeLast() }
        if query.after != nil { items.reverse() }
        return PeoplePage(
            items: items,
            hasOlder: query.after == nil ? isLonger : true,
            hasNewer: query.after == nil ? query.before != nil : isLonger,
            damaged: items.filter(\.isDamaged).map(\.id)
        )
    }

    /// How many people the principal's organisation may see.
    public func count(for principal: Principal, on connection: any Connection) throws -> Int {
        let filter = PeoplePolicy(principal).filter
        return Int(
            try connection.count(
                """
                SELECT COUNT(*) FROM person p
                WHERE \(filter.condition(owner: "p.organization_id", record: "p.id", at: surroundings.now()))
                    AND p.merged_into IS NULL
                """
            )
        )
    }

    /// Opens one person, as far as the principal may. The id of a record that was united with another opens that one.
    ///
    /// - Throws: `PeopleError.notFound` for a missing or foreign one, `.tampered` when the row isn't the one that the
    ///   journal last committed to, `VaultError` when a sealed value was changed.
    public func open(_ id: PersonID, for principal: Principal, on connection: any Connection) throws -> Person {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        guard let key = try keyring.open(id.retagged(), on: connection) else { throw PeopleError.notFound }
        let policy = PeoplePolicy(principal)
        let groups = policy.readableGroups(owner: key.owner, granted: key.isWhole ? .full : key.groups)
        guard groups.contains(.identity) else { throw PeopleError.notFound }
        let row = try connection.first(
            """
            SELECT organization_id, version, created_at, changed_at, \(SealedPerson.columns)
            FROM person WHERE id = \(id)
            """
        ) { row in
            (
                owner: try row.id(0, OrganizationEntity.self), version: try row.integer(1),
                created: try row.instant(2), changed: try row.instant(3),
                sealed: try SealedPerson(from: row, at: 4)
            )
        }
        guard let row else { throw PeopleError.notFound }
        try compareWithJournal(id, row.owner, row.version, row.sealed, for: principal, on: connection)
        if let kept = row.sealed.mergedInto { return try open(kept, for: principal, on: connection) }
        var details = try row.sealed.opened(with: key)
        // A recipient never sees a place after its time; the owner sees that it has passed.
        if row.owner != principal.organization {
            let today = CivilDate(at: surroundings.now(), zone: "UTC")
            details.places?.removeAll { !$0.isLive(on: today) }
        }
        return Person(
            id: id,
            owner: row.owner,
            version: row.version,
            createdAt: row.created,
            changedAt: row.changed,
            details: details,
            groups: groups,
            isImported: row.sealed.isImported
        )
    }

    /// The people of the principal's organisation with exactly this phone or document number.
    public func lookUp(
        phone: PhoneNumber?,
        document: DocumentNumber?,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [PersonMatch] {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        let blind = try keyring.blindIndex(on: connection)
        var reasons: [PersonID: [PersonMatch.Reason]] = [:]
        if let phone {
            for record in try blind.records(.phone, phone.e164, on: connection) {
                reasons[record.retagged(), default: []].append(.samePhone)
            }
        }
        if let document {
            for record in try blind.records(.document, document.normalized, on: connection) {
                reasons[record.retagged(), default: []].append(.sameDocument)
            }
        }
        return try reasons.keys.sorted().prefix(50).compactMap { id in
            let item = try connection.first(
                """
                SELECT p.id, p.organization_id, p.changed_at, p.summary, \(Keyring.wrapColumns)
                FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity))
                WHERE p.id = \(id) AND \(condition(for: principal))
                """
            ) { try listItem($0, keyring) }
            return item.map { PersonMatch(item: $0, reasons: reasons[id] ?? []) }
        }
    }

    private static let listColumns: SQL =
        "SELECT p.id, p.organization_id, p.changed_at, p.summary, \(Keyring.wrapColumns)"

    /// A page of one's own people, along their index.
    private func ownPage(_ query: PeopleQuery, _ keyring: Keyring) -> SQL {
        """
        \(Self.listColumns) FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity))
        WHERE p.organization_id = \(keyring.organization) AND p.merged_into IS NULL\(place(query, "p.id"))
        ORDER BY \(order(query, "p.id")) LIMIT \(query.limit + 1)
        """
    }

    /// A page of the people whom others opened, along the index of what the organisation received.
    private func sharedPage(_ query: PeopleQuery, _ keyring: Keyring, until end: PersonID?) -> SQL {
        var bound: SQL = ""
        if let end { bound = query.after == nil ? " AND g.record_id > \(end)" : " AND g.record_id < \(end)" }
        return """
            \(Self.listColumns) FROM record_grant g CROSS JOIN person p CROSS JOIN record_key_wrap w
            WHERE g.recipient_organization_id = \(keyring.organization) AND \(Grant.isLive("g", at: surroundings.now()))
                AND p.id = g.record_id AND p.organization_id = g.owner_organization_id AND p.merged_into IS NULL
                AND w.record_id = g.record_id AND w.grant_id = g.id
                AND +w.field_group IN (0, \(FieldGroup.identity.rawValue))\(place(query, "g.record_id"))\(bound)
            ORDER BY \(order(query, "g.record_id")) LIMIT \(query.limit + 1)
            """
    }

    private func place(_ query: PeopleQuery, _ id: SQL) -> SQL {
        if let before = query.before { return " AND \(id) < \(before)" }
        if let after = query.after { return " AND \(id) > \(after)" }
        return ""
    }

    private func order(_ query: PeopleQuery, _ id: SQL) -> SQL {
        query.after == nil ? "\(id) DESC" : "\(id) ASC"
    }

    /// Which records the principal may see.
    func condition(for principal: Principal) -> SQL {
        PeoplePolicy(principal).filter
            .condition(owner: "p.organization_id", record: "p.id", at: surroundings.now())
            + " AND p.merged_into IS NULL"
    }

    func listItem(_ row: any Row, _ keyring: Keyring) throws -> PersonListItem {
        let id = try row.id(0, PersonEntity.self)
        let owner = try row.id(1, OrganizationEntity.self)
        let changedAt = try row.instant(2)
        do {
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 4)
            let summary = try row.withBlob(3) { sealed in
                try key.withOpened(sealed, .personSummary) { PersonSummary(opened: $0) }
            }
            return PersonListItem(
                id: id,
                owner: owner,
                name: summary.name,
                birthDate: summary.birthDate,
                changedAt: changedAt,
                isDamaged: false
            )
        } catch is VaultError {
            return PersonListItem(id: id, owner: owner, name: "", birthDate: "", changedAt: changedAt, isDamaged: true)
        }
    }

    /// The owner's journal says which state the row must have. A recipient can't read that journal; verification does.
    private func compareWithJournal(
        _ id: PersonID,
        _ owner: OrganizationID,
        _ version: Int64,
        _ sealed: SealedPerson,
        for principal: Principal,
        on connection: any Connection
    ) throws {
        guard owner == principal.organization else { return }
        let committed = try connection.first(
            """
            SELECT state FROM journal_leaf
            WHERE log_id = \(owner) AND subject_id = \(id) AND state IS NOT NULL ORDER BY position DESC LIMIT 1
            """
        ) { try $0.blob(0) }
        guard committed == sealed.state(id: id, owner: owner, version: version) else {
            throw PeopleError.tampered(id)
        }
    }
}

/// Somebody found by an exact number, and by which.
public struct PersonMatch: Sendable {
    public enum Reason: String, Sendable, CaseIterable {
        case samePhone = "same_phone"
        case sameDocument = "same_document"
    }

    public let item: PersonListItem
    public let reasons: [Reason]

    /// A document is one person's, a phone is often a family's.
    public var score: Double { reasons.contains(.sameDocument) ? 0.99 : 0.6 }
}

extension PeopleStore {
    /// People of the principal's organisation who share a phone or a document with these details.
    public func sameNumbers(
        _ details: PersonDetails,
        for principal: Principal,
        on connection: any Connection
    ) throws -> [PersonMatch] {
        var found: [PersonMatch] = []
        for phone in details.phones ?? [] {
            found += try lookUp(phone: PhoneNumber(phone.number), document: nil, for: principal, on: connection)
        }
        for document in details.documents ?? [] {
            found += try lookUp(
                phone: nil,
                document: DocumentNumber(document.number),
                for: principal,
                on: connection
            )
        }
        var byID: [PersonID: PersonMatch] = [:]
        for match in found {
            let reasons = Set((byID[match.item.id]?.reasons ?? []) + match.reasons)
            byID[match.item.id] = PersonMatch(
                item: match.item,
                reasons: PersonMatch.Reason.allCases.filter { reasons.contains($0) }
            )
        }
        return byID.values.sorted { ($0.score, $0.item.id) > ($1.score, $1.item.id) }
    }
}
