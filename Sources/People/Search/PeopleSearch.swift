public import Access
public import Database
public import Domain
import Logging
public import NameMatching
import Synchronization
public import Web

/// Finds people by any spelling of a name, by birth, phone and document, while one types.
///
/// What can be found is held in memory alone: for each organisation an index of its own records and one of those that
/// live grants open to it. Both follow the event log. What an index finds is only a candidate: before anything is
/// shown, each one is checked against grant and key in the database, in the request's own scope.
public final class PeopleSearch: Sendable {
    let database: Database
    let store: PeopleStore
    private let organizations: OrganizationDirectory
    let feed: PeopleFeed
    let indexes: PeopleIndexes
    let network: NetworkIndex
    private let snapshots: SearchSnapshots?

    /// - Parameters:
    ///   - database: where the people are.
    ///   - store: the register of people.
    ///   - organizations: tells which organisations belong to a state; those search their own records only.
    ///   - snapshots: sealed snapshots of the indexes; `nil` for none.
    public init(
        database: Database,
        store: PeopleStore,
        organizations: OrganizationDirectory,
        snapshots: SearchSnapshots? = nil
    ) {
        self.snapshots = snapshots
        self.database = database
        self.store = store
        self.organizations = organizations
        indexes = PeopleIndexes()
        network = NetworkIndex()
        feed = PeopleFeed(database: database, store: store, indexes: indexes, network: network)
    }

    /// Fills the indexes and follows the event log until the task is cancelled; run once, in the background.
    public func run() async throws {
        try await feed.fill(from: snapshots)
        guard let snapshots else { return try await follow() }
        try await withThrowingTaskGroup(of: Void.self) { [self] group in
            group.addTask { [self] in try await follow() }
            group.addTask { [self] in await snapshots.keep(indexes, network, feed) }
            try await group.waitForAll()
        }
    }

    private func follow() async throws {
        try await EventFollower(database: database).run(after: await feed.position) { [feed] _ in
            try await feed.catchUp()
        }
    }

    /// Fills the indexes once, for a command that ends again.
    public func fill() async throws {
        try await feed.fill()
    }

    /// How far the filling has come.
    public var readiness: SearchReadiness { indexes.readiness }

    /// The people whom a typed text may mean, best first, among those that the principal may see.
    ///
    /// - Parameters:
    ///   - typed: a name in any spelling, a year or date of birth, a phone, a document, or several of these.
    ///   - principal: who asks.
    ///   - limit: how many at most.
    ///   - scope: of the principal's request.
    /// - Returns: who was found, and how far the search is filled.
    /// - Throws: what the database throws.
    public func search(
        _ typed: String,
        for principal: Principal,
        limit: Int = 10,
        scope: TenantScope
    ) async throws -> PeopleFound {
        let text = String(TypedText.trimmed(typed).prefix(Self.longestQuery))
        let query = NameQuery(text)
        guard !query.isEmpty, PeoplePolicy(principal).mayList else { return PeopleFound(readiness: readiness) }
        let numbers = ExactNumbers(text)
        return try await checked(for: principal, limit: limit, scope: scope) { count in
            indexes.search(query, for: principal.organization, places: places(principal), limit: count)
        } matches: { [store] connection in
            try numbers.map { try store.lookUp($0, for: principal, on: connection) } ?? []
        } mark: {
            query.marks(in: $0)
        }
    }

    /// The people who may be the one described, best first, so that nobody is recorded twice. A name alone never makes
    /// more than ``modestScore``; nothing is ever linked by this.
    public func candidates(
        for details: PersonDetails,
        for principal: Principal,
        limit: Int = 5,
        scope: TenantScope
    ) async throws -> PeopleFound {
        guard PeoplePolicy(principal).mayList else { return PeopleFound(readiness: readiness) }
        let record = MatchableRecord(details, id: PersonID(high: 0, low: 0))
        return try await checked(for: principal, limit: limit, scope: scope) { count in
            indexes.duplicates(of: record, for: principal.organization, places: places(principal), limit: count)
        } matches: { [store] connection in
            try store.sameNumbers(details, for: principal, on: connection)
        } mark: { _ in
            []
        }
    }

    /// An organisation's own records that may be the person described, in memory alone: for an import, which opens what
    /// it links itself. The scores are as in ``candidates(for:for:limit:scope:)``.
    public func match(_ details: PersonDetails, of organization: OrganizationID, limit: Int = 5) -> [PersonCandidate] {
        let record = MatchableRecord(details, id: PersonID(high: 0, low: 0))
        return indexes.duplicates(of: record, for: organization, places: [.own], limit: limit)
    }

    /// Whether somebody in another organisation may be the one described, where both agreed to be recognised; the caller
    /// has seen to it that the one described did. Practice organisations, states, and those that aren't admitted or are
    /// closed neither ask nor are found.
    ///
    /// - Parameters:
    ///   - details: whom it is about.
    ///   - organization: who asks.
    /// - Returns: one of two words, and nothing about whom.
    /// - Throws: what the database throws.
    func networkAnswer(about details: PersonDetails, for organization: OrganizationID) async throws -> NetworkAnswer {
        try await feed.catchUp()
        let record = MatchableRecord(details, id: PersonID(high: 0, low: 0))
        let mayAsk = takesPart(organization)
        let found = network.candidates(for: record, asking: organization) { mayAsk && takesPart($0) }
        // The database has the last word: whoever withdrew this moment is not met.
        let isThere = try await database.read(.system) { [store] connection in
            try found.contains { try store.isRecognizable($0, on: connection) }
        }
        return isThere ? .somebody : .nobody
    }

    private func takesPart(_ organization: OrganizationID) -> Bool {
        guard let entry = organizations[organization] else { return false }
        return entry.isActive && entry.isAdmitted && !entry.isPractice && !entry.isStateRecipient
    }

    /// Takes everything that was written so far.
    public func refresh() async throws {
        try await feed.catchUp()
    }

    /// What a name alone can reach at most.
    public static let modestScore = 0.6
    static let longestQuery = 200

    /// A state's own offices look at their own records alone (safety rule 4).
    private func places(_ principal: Principal) -> Set<PeopleIndexes.Place> {
        organizations.isStateRecipient(principal.organization) ? [.own] : [.own, .received]
    }

    /// Takes candidates from memory and shows those that the database confirms. Where the database is ahead of the
    /// memory, or too many candidates were gone, it looks again.
    private func checked(
        for principal: Principal,
        limit: Int,
        scope: TenantScope,
        _ candidates: (_ count: Int) -> [PersonCandidate],
        matches: @escaping @Sendable (any Connection) throws -> [PersonMatch],
        mark: @escaping @Sendable (String) -> [Range<Int>]
    ) async throws -> PeopleFound {
        let limit = max(1, min(limit, 200))
        // No more than are shown, since each costs ten pages of the database; that one may not be shown is rare.
        var count = limit
        for attempt in 0... {
            let (wanted, store) = (count, store)
            // Before the memory is asked: what it learns meanwhile may come too late for these candidates.
            let known = await feed.position
            let found = candidates(wanted)
            let (hits, head, isShort) = try await database.read(scope, isBrief: true) { connection in
                let exact = try matches(connection)
                let hits = try store.confirmed(found, exact, for: principal, mark: mark, on: connection)
                let isShort = found.count >= wanted && hits.shown.count < limit
                return (hits, try EventLog.head(on: connection), isShort)
            }
            let isBehind = readiness.isReady && known < head
            guard attempt < 2, isBehind || isShort else {
                return PeopleFound(
                    hits: Array(hits.shown.prefix(limit)),
                    readiness: readiness,
                    damaged: hits.damaged
                )
            }
            if isBehind { try await feed.catchUp() }
            if isShort { count *= 4 }
        }
        return PeopleFound(readiness: readiness)
    }
}

/// How far the search index is filled.
public struct SearchReadiness: Sendable, Hashable {
    public let isReady: Bool
    /// 0…100.
    public let percent: Int
}

/// The answer of a search.
public struct PeopleFound: Sendable {
    public var hits: [PersonHit] = []
    public let readiness: SearchReadiness
    /// Records whose sealed value was refused; they go into the journal.
    public var damaged: [PersonID] = []
}

/// Somebody found in memory; nothing to show before the database confirms it.
public struct PersonCandidate: Sendable {
    public let id: PersonID
    /// 0…1.
    public var score: Double
    public var reasons: [MatchReason]
}

/// Somebody found, as far as a list may show them.
public struct PersonHit: Sendable {
    public let id: PersonID
    /// The organisation that owns the record.
    public let owner: OrganizationID
    public let name: String
    /// ISO 8601 in its stated precision, or empty.
    public let birthDate: String
    /// 0…1.
    public let score: Double
    public let reasons: [MatchReason]
    /// The parts of the name that what was typed matches, as ranges of UTF-8 offsets, in order.
    public let matched: [Range<Int>]
}
