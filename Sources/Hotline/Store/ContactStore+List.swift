public import Access
public import Database
public import Domain
import Vault

/// Which contacts a list shows, and from where on.
public struct ContactQuery: Sendable, Hashable {
    /// A place in the list, which is in the order of time and id.
    public struct Place: Sendable, Hashable {
        public let occurredAt: Instant
        public let id: ContactID

        public init(occurredAt: Instant, id: ContactID) {
            self.occurredAt = occurredAt
            self.id = id
        }

        /// As it stands in an address: `milliseconds_id`.
        public init?(_ text: String) {
            let parts = text.split(separator: "_")
            guard parts.count == 2, parts[0].utf8.count <= 16, let time = Int64(parts[0]), let id = ContactID(parts[1])
            else { return nil }
            self.init(occurredAt: Instant(milliseconds: time), id: id)
        }

        public var text: String { "\(occurredAt.milliseconds)_\(id.text)" }
    }

    public var state: ContactState?
    public var channel: Channel?
    public var problem: ProblemCode?
    public var outcome: ContactOutcome?
    public var takenBy: UserID?
    /// Contacts from this instant on.
    public var from: Instant?
    /// Contacts before this instant.
    public var until: Instant?
    public var importID: ImportID?
    /// Only contacts older than this place: the last line of the page before.
    public var before: Place?
    /// Only contacts newer than this place, for going back a page.
    public var after: Place?
    public var limit: Int

    public init(limit: Int = 50) {
        self.limit = max(1, min(limit, 200))
    }
}

/// A page of the log of contacts, newest first.
public struct ContactPage: Sendable {
    public let items: [ContactListItem]
    public let hasOlder: Bool
    public let hasNewer: Bool
}

extension ContactStore {
    /// Reads one page and opens one short value for each line.
    public func list(
        _ query: ContactQuery,
        for principal: Principal,
        on connection: any Connection
    ) throws -> ContactPage {
        guard principal.may(.contactsRead, .organization) else {
            return ContactPage(items: [], hasOlder: false, hasNewer: false)
        }
        let isBack = query.after != nil
        let time: SQL = query.problem == nil ? "c.occurred_at" : "b.occurred_at"
        let id: SQL = query.problem == nil ? "c.id" : "b.contact_id"
        let order: SQL = isBack ? "\(time) ASC, \(id) ASC" : "\(time) DESC, \(id) DESC"
        var items = try select(
            condition(query, time, id),
            joined: query.problem.map { problem in
                """
                JOIN contact_problem b ON b.contact_id = c.id AND b.organization_id = c.organization_id
                    AND b.problem = \(problem.rawValue)
                """
            } ?? "",
            order: order,
            limit: query.limit + 1,
            principal,
            on: connection
        )
        let isLonger = items.count > query.limit
        if isLonger { items.removeLast() }
        if isBack { items.reverse() }
        return ContactPage(
            items: items,
            hasOlder: isBack ? true : isLonger,
            hasNewer: isBack ? isLonger : query.before != nil
        )
    }

    private func condition(_ query: ContactQuery, _ time: SQL, _ id: SQL) -> SQL {
        var conditions: [SQL] = []
        if let state = query.state { conditions.append("c.state = \(state.rawValue)") }
        if let channel = query.channel { conditions.append("c.channel = \(channel.rawValue)") }
        if let outcome = query.outcome { conditions.append("c.outcome = \(outcome.rawValue)") }
        if let user = query.takenBy { conditions.append("c.taken_by = \(user)") }
        if let importID = query.importID { conditions.append("c.import_id = \(importID)") }
        if let from = query.from { conditions.append("\(time) >= \(from)") }
        if let until = query.until { conditions.append("\(time) < \(until)") }
        if let place = query.before {
            conditions.append("(\(time), \(id)) < (\(place.occurredAt), \(place.id))")
        }
        if let place = query.after {
            conditions.append("(\(time), \(id)) > (\(place.occurredAt), \(place.id))")
        }
        return conditions.isEmpty ? "1 = 1" : SQL.joined(conditions, separator: " AND ")
    }

    /// The one query of lists.
    func select(
        _ condition: SQL,
        joined: SQL = "",
        order: SQL,
        limit: Int,
        _ principal: Principal,
        on connection: any Connection
    ) throws -> [ContactListItem] {
        let keyring = try vault.keyring(for: principal.organization, on: connection)
        return try connection.rows(
            """
            SELECT c.id, c.number, c.occurred_at, c.direction, c.channel, c.language, c.urgency, c.outcome, c.state,
                c.primary_problem, c.taken_by, c.import_id, c.headline, \(Keyring.wrapColumns)
            FROM contact c \(joined) \(keyring.wrapJoin(record: "c.id", for: .narrative))
            WHERE c.organization_id = \(principal.organization) AND \(condition)
            ORDER BY \(order) LIMIT \(limit)
            """
        ) { row in try item(row, keyring) }
    }

    private func item(_ row: any Row, _ keyring: Keyring) throws -> ContactListItem {
        let id = try row.id(0, ContactEntity.self)
        var headline: String?
        do {
            let key = try keyring.recordKey(record: id.retagged(), from: row, at: 13)
            headline = try row.withBlob(12) { try key.openText($0, .contactNarrative) }
        } catch is VaultError {
            headline = nil
        }
        return ContactListItem(
            id: id,
            number: try row.integer(1),
            occurredAt: try row.instant(2),
            direction: ContactDirection(rawValue: try row.text(3)) ?? .incoming,
            channel: Channel(rawValue: try row.text(4)) ?? .phone,
            language: try row.text(5),
            urgency: Urgency(rawValue: try row.text(6)) ?? .normal,
            outcome: try row.textOrNil(7).flatMap { ContactOutcome(rawValue: $0) },
            state: ContactState(rawValue: try row.text(8)) ?? .closed,
            problem: ProblemCode(rawValue: try row.text(9)),
            takenBy: try row.id(10),
            isImported: !row.isNull(11),
            headline: headline ?? "",
            isDamaged: headline == nil
        )
    }
}
