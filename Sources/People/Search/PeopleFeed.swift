import Database
import Domain
import Foundation
import Journal
import NameMatching
import Vault

/// Keeps the indexes as the database is: fills them at start, then takes every event in its order.
///
/// One step at a time reads the database and changes the memory, so that an older reading never overwrites a newer.
actor PeopleFeed {
    private let database: Database
    private let store: PeopleStore
    private let indexes: PeopleIndexes
    private let network: NetworkIndex
    /// The last event that the indexes know of.
    private(set) var position: Int64 = 0
    private var running: Task<Void, any Error>?

    private static let page = 500

    init(database: Database, store: PeopleStore, indexes: PeopleIndexes, network: NetworkIndex) {
        self.database = database
        self.store = store
        self.indexes = indexes
        self.network = network
    }

    /// Reads everybody of every organisation, page by page, or their snapshot and what happened since.
    func fill(from snapshots: SearchSnapshots? = nil) async throws {
        let store = store
        let (head, organizations, total) = try await database.read(.system) { connection in
            (
                try EventLog.head(on: connection),
                try connection.rows("SELECT DISTINCT organization_id FROM organization_key") {
                    try $0.id(0, OrganizationEntity.self)
                },
                try connection.count("SELECT COUNT(*) FROM person")
            )
        }
        // What happens meanwhile comes again as events.
        position = head
        var done = 0
        for organization in organizations {
            indexes.weigh(
                organization,
                by: try await database.read(.system) { connection in
                    try store.matchWeights(of: organization, on: connection)
                }
            )
            if let restored = await snapshots?.restore(organization) {
                try await take(restored, of: organization)
                done += restored.index.count
                indexes.note((done: done, total: Int(total)))
            } else {
                try await readAll(of: organization) { count in
                    done += count
                    indexes.note((done: done, total: Int(total)))
                }
            }
            let received = try await database.read(.system) { try store.searchReceived(by: organization, on: $0) }
            indexes.put(received, .received, of: organization)
            indexes.settle(organization)
        }
        try await catchUp()
        indexes.note(nil)
    }

    private func readAll(of organization: OrganizationID, _ read: (Int) -> Void) async throws {
        let store = store
        var after: PersonID?
        repeat {
            let start = after
            let page = try await database.read(.system) {
                try store.searchPage(of: organization, after: start, limit: Self.page, on: $0)
            }
            indexes.put(page.own, .own, of: organization)
            network.put(page.recognizable, of: organization)
            read(page.own.count)
            after = page.last
            await Task.yield()
        } while after != nil
    }

    /// Takes what a snapshot gave back, then everything that happened to the organisation's people since.
    private func take(_ restored: SearchSnapshots.Restored, of organization: OrganizationID) async throws {
        let store = store
        indexes.restore(restored.index, of: organization)
        let position = restored.position
        let changed = try await database.read(.system) { connection in
            try store.changedPeople(of: organization, after: position, on: connection)
        }
        let isChanged = Set(changed)
        var rest = (restored.recognizable.filter { !isChanged.contains($0) } + changed)[...]
        while !rest.isEmpty {
            let touches = rest.prefix(Self.page).map { SearchTouch(organization: organization, id: $0) }
            rest = rest.dropFirst(Self.page)
            for entry in try await database.read(.system, { try store.ownEntries(touches, on: $0) }) {
                network.apply(entry)
                if isChanged.contains(entry.id) { apply(entry, .own) }
            }
        }
    }

    /// Takes all events that are there now. Whoever comes while a step is under way waits for it and looks once more,
    /// since that step may have begun before what they know of.
    func catchUp() async throws {
        while let step = running {
            _ = await step.result
            // Whoever began it may not have had its turn yet, and never would while others ask for a finished step.
            if running == step { running = nil }
        }
        let task = Task { try await self.step() }
        running = task
        defer { if running == task { running = nil } }
        try await task.value
    }

    private func step() async throws {
        while true {
            let (after, store) = (position, store)
            let (events, news) = try await database.read(.system) { connection in
                let events = try EventLog.read(after: after, limit: Self.page, on: connection)
                return (events, try store.searchNews(events.map(\.event), on: connection))
            }
            guard let last = events.last else { return }
            for entry in news.own {
                apply(entry, .own)
                network.apply(entry)
            }
            for entry in news.received { apply(entry, .received) }
            try await followChanges(news.own)
            for (organization, weights) in news.weights { indexes.weigh(organization, by: weights) }
            for (organization, records) in news.reloaded {
                indexes.forgetReceived(by: organization)
                indexes.put(records, .received, of: organization)
            }
            position = last.position
            if events.count < Self.page { return }
        }
    }

    private func apply(_ entry: SearchEntry, _ place: PeopleIndexes.Place) {
        if let record = entry.record {
            indexes.put(record, place, of: entry.organization)
        } else {
            indexes.remove(entry.id, place, of: entry.organization)
        }
    }

    /// A change by the owner is one for everybody to whom the record is open.
    private func followChanges(_ changed: [SearchEntry]) async throws {
        let store = store
        let affected = changed.flatMap { entry in
            indexes.recipients(of: entry.id).map { SearchTouch(organization: $0, id: entry.id) }
        }
        guard !affected.isEmpty else { return }
        let entries = try await database.read(.system) { try store.searchEntries(affected, on: $0) }
        for entry in entries { apply(entry, .received) }
    }
}

/// What an organisation can find somebody by; without a record, nothing any more.
struct SearchEntry: Sendable {
    let organization: OrganizationID
    let id: PersonID
    var record: MatchableRecord?
    /// Whether the person agreed to be recognised in the network; only ever of one's own.
    var isRecognizable = false
}

/// What a batch of events changes.
struct SearchNews: Sendable {
    var own: [SearchEntry] = []
    var received: [SearchEntry] = []
    var reloaded: [OrganizationID: [MatchableRecord]] = [:]
    var weights: [OrganizationID: MatchWeights] = [:]
}
