import Access
import Database
import Domain
import Journal
import NameMatching
import Vault

/// A phone or a document number that was typed as a whole.
struct ExactNumbers: Sendable {
    let phone: PhoneNumber?
    let document: DocumentNumber?

    /// `nil` when what was typed can be no number.
    init?(_ typed: String) {
        phone = PhoneNumber(typed)
        document = typed.utf8.contains { (48...57).contains($0) } ? DocumentNumber(typed) : nil
        if phone == nil, document == nil { return nil }
    }
}

/// Reading for the search index, in the system scope.
extension PeopleStore {
    /// A page of all records that an organisation holds keys of, in the order of their ids.
    func searchPage(
        of organization: OrganizationID,
        after: PersonID?,
        limit: Int,
        on connection: any Connection
    ) throws -> (own: [MatchableRecord], received: [MatchableRecord], last: PersonID?) {
        let keyring = try vault.keyring(for: organization, on: connection)
        var own: [MatchableRecord] = []
        var others: [PersonID] = []
        var last: PersonID?
        var count = 0
        try connection.forEachRow(
            """
            SELECT p.id, p.organization_id, p.identity, p.contact, p.documents, \(Keyring.wrapColumns)
            FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity))
            WHERE w.record_id > \(after?.text ?? "") ORDER BY w.record_id LIMIT \(limit)
            """
        ) { row in
            let id = try row.id(0, PersonEntity.self)
            count += 1
            last = id
            guard try row.id(1, OrganizationEntity.self) == organization else {
                others.append(id)
                return
            }
            // What can't be opened is found by nobody; opening it says so in the journal.
            do {
                let key = try keyring.recordKey(record: id.retagged(), from: row, at: 5)
                own.append(MatchableRecord(try PersonDetails(searched: row, with: key), id: id))
            } catch is VaultError {}
        }
        let received = try others.compactMap { try searchEntry($0, for: organization, on: connection).record }
        return (own, received, count < limit ? nil : last)
    }

    /// What one organisation can find somebody by now, as the owner or as a recipient.
    func searchEntry(
        _ id: PersonID,
        for organization: OrganizationID,
        asOwner isOwner: Bool = false,
        on connection: any Connection
    ) throws -> SearchEntry {
        let keyring = try vault.keyring(for: organization, on: connection)
        var record: MatchableRecord?
        do {
            let key = try keyring.open(id.retagged(), on: connection)
            if let key, key.has(.identity), key.isWhole == isOwner {
                record = try connection.first(
                    "SELECT id, organization_id, identity, contact, documents FROM person WHERE id = \(id)"
                ) { MatchableRecord(try PersonDetails(searched: $0, with: key), id: id) }
            }
        } catch is VaultError {}
        return SearchEntry(organization: organization, id: id, record: record)
    }

    /// What events change in the indexes. Each record is read once, however often it was changed.
    func searchNews(_ events: [Event], on connection: any Connection) throws -> SearchNews {
        var own: Set<Touched> = []
        var received: Set<Touched> = []
        var reloaded: Set<OrganizationID> = []
        for event in events {
            let touched = event.subject.map { Touched(organization: event.organization, id: $0.retagged()) }
            switch SearchEventKind(event.kind) {
            case .own: if let touched { own.insert(touched) }
            case .received: if let touched { received.insert(touched) }
            case .sharing: reloaded.insert(event.organization)
            case nil: break
            }
        }
        var news = SearchNews()
        news.own = try own.map { try searchEntry($0.id, for: $0.organization, asOwner: true, on: connection) }
        news.received = try received.map { try searchEntry($0.id, for: $0.organization, on: connection) }
        for organization in reloaded {
            let ids: [PersonID] = try connection.rows(
                """
                SELECT p.id FROM record_grant g JOIN person p ON p.id = g.record_id
                WHERE g.recipient_organization_id = \(organization) AND g.keys_destroyed_at IS NULL
                    AND \(Grant.isLive("g", at: surroundings.now()))
                """
            ) { try $0.id(0) }
            news.reloaded[organization] = try ids.compactMap {
                try searchEntry($0, for: organization, on: connection).record
            }
        }
        return news
    }

    private struct Touched: Hashable {
        let organization: OrganizationID
        let id: PersonID
    }
}

/// What an event means for the search.
private enum SearchEventKind {
    case own, received
    /// Grants may have come or gone.
    case sharing

    init?(_ kind: String) {
        switch kind {
        case LeafKind.personCreated.rawValue, LeafKind.personChanged.rawValue, LeafKind.personImported.rawValue,
            LeafKind.personErased.rawValue, LeafKind.personHandedOver.rawValue, LeafKind.personTakenOver.rawValue:
            self = .own
        case LeafKind.personReceived.rawValue, LeafKind.personWithdrawn.rawValue: self = .received
        default:
            let sharing = ["referral.", "transfer.", "authority."]
            guard sharing.contains(where: kind.hasPrefix) else { return nil }
            self = .sharing
        }
    }
}
