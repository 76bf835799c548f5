import Domain
import NameMatching
import Synchronization

/// The indexes of all organisations in memory.
final class PeopleIndexes: Sendable {
    /// Whose records an index holds.
    enum Place: Sendable, Hashable {
        /// Those of the organisation itself.
        case own
        /// Those that others opened to it.
        case received
    }

    /// What one organisation can find.
    private struct Shelf {
        var own = NameIndex()
        var received = NameIndex()
        /// How often its own index was changed.
        var changes = 0

        subscript(place: Place) -> NameIndex {
            get { place == .own ? own : received }
            _modify {
                if place == .own { changes += 1 }
                if place == .own { yield &own } else { yield &received }
            }
        }
    }

    /// One lock an organisation, so that they don't wait for each other.
    private final class Holder: Sendable {
        let shelf = Mutex(Shelf())
    }

    private let holders = Mutex<[OrganizationID: Holder]>([:])
    private let progress = Mutex<(done: Int, total: Int)?>((done: 0, total: 1))

    var readiness: SearchReadiness {
        guard let progress = progress.withLock({ $0 }) else { return SearchReadiness(isReady: true, percent: 100) }
        return SearchReadiness(isReady: false, percent: min(99, progress.done * 100 / max(1, progress.total)))
    }

    /// Notes how far the filling has come; `nil` once it is done.
    func note(_ progress: (done: Int, total: Int)?) {
        self.progress.withLock { $0 = progress }
    }

    func put(_ record: MatchableRecord, _ place: Place, of organization: OrganizationID) {
        put([record], place, of: organization)
    }

    func put(_ records: [MatchableRecord], _ place: Place, of organization: OrganizationID) {
        holder(organization).shelf.withLock { shelf in
            for record in records { shelf[place].insert(record) }
        }
    }

    func remove(_ id: PersonID, _ place: Place, of organization: OrganizationID) {
        guard let holder = holders.withLock({ $0[organization] }) else { return }
        holder.shelf.withLock { shelf in
            _ = shelf[place].remove(NameMatching.RecordKey(id))
        }
    }

    /// The organisations to which somebody's record is open.
    func recipients(of id: PersonID) -> [OrganizationID] {
        let all = holders.withLock { $0 }
        let key = NameMatching.RecordKey(id)
        return all.filter { entry in entry.value.shelf.withLock { $0.received.contains(key) } }.map(\.key)
    }

    /// Forgets everything that was opened to an organisation.
    func forgetReceived(by organization: OrganizationID) {
        holders.withLock { $0[organization] }?.shelf.withLock { shelf in
            shelf.received = NameIndex()
            shelf.received.weights = shelf.own.weights
        }
    }

    /// Compares an organisation's records by other weights from now on.
    func weigh(_ organization: OrganizationID, by weights: MatchWeights) {
        holder(organization).shelf.withLock { shelf in
            shelf.own.weights = weights
            shelf.received.weights = weights
        }
    }

    /// An organisation's own index as it is now, for work that takes long; others write on meanwhile.
    func copy(of organization: OrganizationID) -> NameIndex {
        holder(organization).shelf.withLock { $0.own }
    }

    /// Takes an index from a snapshot.
    func restore(_ index: NameIndex, of organization: OrganizationID) {
        holder(organization).shelf.withLock { shelf in
            let weights = shelf.own.weights
            shelf.own = index
            shelf.own.weights = weights
            shelf.changes = 0
        }
    }

    /// How often each organisation's own index was changed, of those that hold so many records.
    func changes(fewest: Int) -> [OrganizationID: Int] {
        let all = holders.withLock { $0 }
        return all.compactMapValues { holder in
            holder.shelf.withLock { $0.own.count >= fewest ? $0.changes : nil }
        }
    }

    /// Sorts what many inserts left unsorted.
    func settle(_ organization: OrganizationID) {
        holder(organization).shelf.withLock { shelf in
            shelf.own.settle()
            shelf.received.settle()
        }
    }

    /// Candidates for a typed text, best first.
    func search(
        _ query: NameQuery,
        for organization: OrganizationID,
        places: Set<Place>,
        limit: Int
    ) -> [PersonCandidate] {
        look(organization, places, limit) { index in
            index.search(query, limit: limit).map {
                PersonCandidate(id: PersonID($0.key), score: $0.score, reasons: $0.reasons)
            }
        }
    }

    /// Candidates for being the same person, best first; a name alone stays modest.
    func duplicates(
        of record: MatchableRecord,
        for organization: OrganizationID,
        places: Set<Place>,
        limit: Int
    ) -> [PersonCandidate] {
        look(organization, places, limit) { index in
            index.possibleDuplicates(of: record, limit: limit, above: 0.2).map { found in
                let isNameOnly = !found.reasons.contains { $0.isBeyondNames }
                return PersonCandidate(
                    id: PersonID(found.key),
                    score: isNameOnly ? min(found.probability, PeopleSearch.modestScore) : found.probability,
                    reasons: found.reasons
                )
            }
        }
    }

    private func look(
        _ organization: OrganizationID,
        _ places: Set<Place>,
        _ limit: Int,
        _ find: (NameIndex) -> [PersonCandidate]
    ) -> [PersonCandidate] {
        guard let holder = holders.withLock({ $0[organization] }) else { return [] }
        let found = holder.shelf.withLock { shelf in
            (places.contains(.own) ? find(shelf.own) : []) + (places.contains(.received) ? find(shelf.received) : [])
        }
        return Array(found.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(limit))
    }

    private func holder(_ organization: OrganizationID) -> Holder {
        holders.withLock { holders in
            if let known = holders[organization] { return known }
            let new = Holder()
            holders[organization] = new
            return new
        }
    }
}

extension NameMatching.RecordKey {
    init(_ id: PersonID) {
        self.init(high: id.high, low: id.low)
    }
}

extension Identifier where Entity == PersonEntity {
    init(_ key: NameMatching.RecordKey) {
        self.init(high: key.high, low: key.low)
    }
}

extension MatchReason {
    /// Whether it speaks for the same person by something else than a name.
    var isBeyondNames: Bool {
        switch self {
        case .sameBirthDate, .sameBirthDateFirstOfJanuary, .sameBirthYear, .birthDayMonthSwapped, .birthDateOneDigit,
            .samePhone, .samePhoneFamily, .sameDocument, .documentOneEdit:
            true
        default: false
        }
    }
}

extension MatchableRecord {
    /// What an index knows of a person, as far as the details are readable.
    init(_ details: PersonDetails, id: PersonID) {
        let identity = details.identity
        var names = identity.names.map(\.display).filter { !$0.isEmpty }
        if !identity.alias.isEmpty { names.append(identity.alias) }
        let gender: Gender =
            switch Sex(rawValue: identity.sex) {
            case .female: .female
            case .male: .male
            default: .unknown
            }
        self.init(
            key: NameMatching.RecordKey(id),
            names: names,
            birth: identity.birth.map { BirthDate(year: $0.year, month: $0.month, day: $0.day) },
            phones: (details.phones ?? []).map(\.number),
            documents: (details.documents ?? []).map(\.number),
            gender: gender
        )
    }
}
