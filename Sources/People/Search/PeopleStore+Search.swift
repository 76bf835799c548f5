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

/// The keys of organisations, each unwrapped once in a transaction.
struct SearchKeys {
    private let vault: Vault
    private var known: [OrganizationID: Keyring?] = [:]

    init(_ vault: Vault) {
        self.vault = vault
    }

    /// `nil` for an organisation whose keys are gone or can't be opened: nobody finds anything by them.
    mutating func keyring(of organization: OrganizationID, on connection: any Connection) throws -> Keyring? {
        if let known = known[organization] { return known }
        var keyring: Keyring?
        do { keyring = try vault.keyring(for: organization, on: connection) } catch is VaultError {}
        known[organization] = .some(keyring)
        return keyring
    }
}

/// Somebody in one organisation's index.
struct SearchTouch: Hashable, Sendable {
    let organization: OrganizationID
    let id: PersonID
}

/// A page of an organisation's own people.
struct SearchPortion: Sendable {
    var own: [MatchableRecord] = []
    /// Those who agreed to be recognised in the network.
    var recognizable: [MatchableRecord] = []
    /// Where the next page goes on; `nil` after the last.
    var last: PersonID?
}

/// Reading for the search index, in the system scope.
extension PeopleStore {
    /// A page of an organisation's own people, in the order of their ids.
    func searchPage(
        of organization: OrganizationID,
        after: PersonID?,
        limit: Int,
        on connection: any Connection
    ) throws -> SearchPortion {
        var keys = SearchKeys(vault)
        var portion = SearchPortion()
        guard let keyring = try keys.keyring(of: organization, on: connection) else { return portion }
        var last: PersonID?
        var count = 0
        try connection.forEachRow(
            """
            SELECT p.id, p.organization_id, p.identity, p.contact, p.documents, p.safety, \(Keyring.wrapColumns)
            FROM person p \(keyring.wrapJoin(record: "p.id", for: .identity))
            WHERE p.organization_id = \(organization) AND p.id > \(after?.text ?? "") AND p.merged_into IS NULL
            ORDER BY p.id LIMIT \(limit)
            """
        ) { row in
            let id = try row.id(0, PersonEntity.self)
            last = id
            count += 1
            // What can't be opened is found by nobody; opening it says so in the journal.
            do {
                let key = try keyring.recordKey(record: id.retagged(), from: row, at: 6)
                let record = MatchableRecord(try PersonDetails(searched: row, with: key), id: id)
                portion.own.append(record)
                if try PersonSafety.allowsRecognition(row, at: 5, with: key) { portion.recognizable.append(record) }
            } catch is VaultError {}
        }
        portion.last = count < limit ? nil : last
        return portion
    }

    /// Everybody whom others opened to an organisation, as far as it can find them.
    func searchReceived(by organization: OrganizationID, on connection: any Connection) throws -> [MatchableRecord] {
        var keys = SearchKeys(vault)
        return try searchReceived(by: organization, &keys, on: connection)
    }

    private func searchReceived(
        by organization: OrganizationID,
        _ keys: inout SearchKeys,
        on connection: any Connection
    ) throws -> [MatchableRecord] {
        let ids: [PersonID] = try connection.rows(
            """
            SELECT p.id FROM record_grant g JOIN person p ON p.id = g.record_id
            WHERE g.recipient_organization_id = \(organization) AND g.keys_destroyed_at IS NULL
                AND \(Grant.isLive("g", at: surroundings.now()))
            """
        ) { try $0.id(0) }
        return try ids.compactMap {
            try searchEntry(SearchTouch(organization: organization, id: $0), &keys, on: connection).record
        }
    }

    /// What one organisation can find somebody by now, as the owner or as a recipient.
    func searchEntry(
        _ touch: SearchTouch,
        asOwner isOwner: Bool = false,
        _ keys: inout SearchKeys,
        on connection: any Connection
    ) throws -> SearchEntry {
        let id = touch.id
        var entry = SearchEntry(organization: touch.organization, id: id)
        do {
            if let keyring = try keys.keyring(of: touch.organization, on: connection),
                let key = try keyring.open(id.retagged(), on: connection), key.has(.identity), key.isWhole == isOwner
            {
                let found = try connection.first(
                    """
                    SELECT id, organization_id, identity, contact, documents, safety FROM person
                    WHERE id = \(id) AND merged_into IS NULL
                    """
                ) { row in
                    (
                        record: MatchableRecord(try PersonDetails(searched: row, with: key), id: id),
                        isRecognizable: try isOwner && PersonSafety.allowsRecognition(row, at: 5, with: key)
                    )
                }
                entry.record = found?.record
                entry.isRecognizable = found?.isRecognizable ?? false
            }
        } catch is VaultError {}
        return entry
    }

    /// What several organisations can find several people by now, as recipients.
    func searchEntries(_ touches: [SearchTouch], on connection: any Connection) throws -> [SearchEntry] {
        var keys = SearchKeys(vault)
        return try touches.map { try searchEntry($0, &keys, on: connection) }
    }

    /// The people whom events of an organisation after a position are about, each once.
    func changedPeople(
        of organization: OrganizationID,
        after position: Int64,
        on connection: any Connection
    ) throws -> [PersonID] {
        try connection.rows(
            """
            SELECT DISTINCT subject_id FROM event
            WHERE organization_id = \(organization) AND position > \(position) AND subject_id IS NOT NULL
                AND kind LIKE 'person.%' ORDER BY subject_id
            """
        ) { try $0.id(0) }
    }

    /// What organisations can find their own people by now.
    func ownEntries(_ touches: [SearchTouch], on connection: any Connection) throws -> [SearchEntry] {
        var keys = SearchKeys(vault)
        return try touches.map { try searchEntry($0, asOwner: true, &keys, on: connection) }
    }

    /// Whether somebody is there at this moment, agrees to be recognised in the network, and is the organisation's own.
    func isRecognizable(_ touch: SearchTouch, on connection: any Connection) throws -> Bool {
        var keys = SearchKeys(vault)
        return try searchEntry(touch, asOwner: true, &keys, on: connection).isRecognizable
    }

    /// What events change in the indexes. Only the people whom they are about are read, each once, however often it was
    /// changed, and only for the organisation whose event it is.
    func searchNews(_ events: [Event], on connection: any Connection) throws -> SearchNews {
        var own: Set<SearchTouch> = []
        var received: Set<SearchTouch> = []
        var reloaded: Set<OrganizationID> = []
        var reweighed: Set<OrganizationID> = []
        for event in events {
            if event.kind == LeafKind.matchWeightsChanged.rawValue {
                reweighed.insert(event.organization)
                continue
            }
            guard let place = PeopleIndexes.Place(eventKind: event.kind) else { continue }
            guard let subject = event.subject else {
                // Something was opened or shut, but nobody says what: the whole shelf is read anew.
                if place == .received { reloaded.insert(event.organization) }
                continue
            }
            let touch = SearchTouch(organization: event.organization, id: subject.retagged())
            if place == .own { own.insert(touch) } else { received.insert(touch) }
        }
        var keys = SearchKeys(vault)
        var news = SearchNews()
        news.own = try own.map { try searchEntry($0, asOwner: true, &keys, on: connection) }
        news.received = try received.map { try searchEntry($0, &keys, on: connection) }
        for organization in reweighed {
            news.weights[organization] = try matchWeights(of: organization, on: connection)
        }
        for organization in reloaded {
            news.reloaded[organization] = try searchReceived(by: organization, &keys, on: connection)
        }
        return news
    }
}

extension PeopleIndexes.Place {
    /// Where an event changes something; `nil` for one that changes nothing. Whoever changes what somebody can be found
    /// by, or to whom a record is open, says so by one of these.
    fileprivate init?(eventKind kind: String) {
        switch kind {
        case LeafKind.personReceived.rawValue, LeafKind.personWithdrawn.rawValue: self = .received
        // The owner's side of a sharing; the recipient's has an event of its own.
        case LeafKind.personShared.rawValue, LeafKind.personRevoked.rawValue: return nil
        default:
            guard kind.hasPrefix("person.") else { return nil }
            self = .own
        }
    }
}
