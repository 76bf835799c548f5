import Domain
import NameMatching

/// Two records of one organisation that may be of one person; nothing to show before the database confirms them.
struct SuspectedPair: Sendable, Hashable {
    let pair: PersonPair
    /// 0…1.
    let score: Double
    let reasons: [MatchReason]

    /// Where the pair stands in the list; the next page begins after it.
    var place: Place { Place(millionths: Int(score * 1_000_000), pair: pair) }

    /// A place in the list that stays meaningful when the pair itself is gone.
    struct Place: Sendable, Hashable, Comparable {
        let millionths: Int
        let pair: PersonPair

        init(millionths: Int, pair: PersonPair) {
            self.millionths = millionths
            self.pair = pair
        }

        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let millionths = Int(parts[0]), (0...1_000_000).contains(millionths),
                let first = PersonID(parts[1]), let second = PersonID(parts[2])
            else { return nil }
            self.init(millionths: millionths, pair: PersonPair(first, second))
        }

        var text: String { "\(millionths).\(pair.first.text).\(pair.second.text)" }

        /// The likeliest first.
        static func < (left: Place, right: Place) -> Bool {
            (right.millionths, left.pair.first, left.pair.second) < (
                left.millionths, right.pair.first, right.pair.second
            )
        }
    }
}

/// Finds the pairs of records that may be of one person, from the index in memory, and keeps the list while nothing
/// changes. Where there are many people an older list is shown while a newer one is made.
actor DuplicateQueue {
    private struct List {
        let pairs: [SuspectedPair]
        /// The last event that the list knows of.
        let position: Int64
        let madeAt: ContinuousClock.Instant
    }

    private let search: PeopleSearch
    private var lists: [OrganizationID: List] = [:]
    private var work: [OrganizationID: Task<List, Never>] = [:]

    /// Up to so many people the list is always made anew before it is shown.
    private static let fewPeople = 20_000
    /// Where there are more, not more often than this.
    private static let pause = Duration.seconds(60)
    /// From here on two records are suspected.
    static let threshold = 0.5

    init(_ search: PeopleSearch) {
        self.search = search
    }

    /// All suspected pairs of an organisation's own people, the likeliest first; `nil` while the first list of many people
    /// is being made.
    func pairs(of organization: OrganizationID) async throws -> [SuspectedPair]? {
        try await search.feed.catchUp()
        let position = await search.feed.position
        let known = lists[organization]
        if let known, known.position == position { return known.pairs }
        if search.indexes.copy(of: organization).count <= Self.fewPeople {
            return await make(organization, at: position).pairs
        }
        if known.map({ $0.madeAt.duration(to: .now) > Self.pause }) ?? true {
            Task { _ = await make(organization, at: position) }
        }
        return known?.pairs
    }

    /// Those who may be the same person as one of the organisation's own.
    nonisolated func pairs(with person: Person) async throws -> [SuspectedPair] {
        try await search.feed.catchUp()
        let record = MatchableRecord(person.details, id: person.id)
        return search.indexes.duplicates(of: record, for: person.owner, places: [.own], limit: 50).map {
            SuspectedPair(pair: PersonPair(person.id, $0.id), score: $0.score, reasons: $0.reasons)
        }
    }

    private func make(_ organization: OrganizationID, at position: Int64) async -> List {
        if let running = work[organization] { return await running.value }
        let indexes = search.indexes
        // Not on this actor: other organisations' lists don't wait for a long one.
        let task = Task.detached(priority: .utility) {
            List(pairs: Self.find(in: indexes.copy(of: organization)), position: position, madeAt: .now)
        }
        work[organization] = task
        let list = await task.value
        work[organization] = nil
        lists[organization] = list
        return list
    }

    private static func find(in index: NameIndex) -> [SuspectedPair] {
        index.allDuplicates(above: threshold).map { found in
            SuspectedPair(
                pair: PersonPair(PersonID(found.first), PersonID(found.second)),
                score: min(1, max(0, found.probability)),
                reasons: found.reasons
            )
        }.sorted { $0.place < $1.place }
    }
}
