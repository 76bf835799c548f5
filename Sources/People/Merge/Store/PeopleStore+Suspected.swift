import Access
import Database
import Domain
import Vault

/// A suspected pair as a list shows it.
struct ShownPair: Sendable {
    let first: PersonListItem
    let second: PersonListItem
    let suspicion: SuspectedPair
}

struct SuspectedPage: Sendable {
    var pairs: [ShownPair] = []
    /// Where the next page begins after; `nil` on the last.
    var next: SuspectedPair.Place?
    /// Records whose sealed value was refused; they go into the journal.
    var damaged: Set<PersonID> = []
    /// Whether the list isn't made yet.
    var isBeingMade = false
}

extension PeopleStore {
    /// One page of suspected pairs, as far as both records are there, are the principal's organisation's own and aren't
    /// known to be of two persons.
    func suspected(
        _ all: [SuspectedPair],
        after place: SuspectedPair.Place?,
        limit: Int,
        for principal: Principal,
        on connection: any Connection
    ) throws -> SuspectedPage {
        let distinct = try distinctPairs(for: principal, on: connection)
        var rest = all[...]
        if let place { rest = rest.drop { $0.place <= place } }
        var page = SuspectedPage()
        while !rest.isEmpty {
            let portion = rest.prefix(Self.portion)
            rest = rest.dropFirst(Self.portion)
            let asked = portion.filter { !distinct.contains($0.pair) }
            let items = try brief(
                Set(asked.flatMap { [$0.pair.first, $0.pair.second] }),
                for: principal,
                on: connection
            )
            for suspicion in asked {
                guard let first = items[suspicion.pair.first], let second = items[suspicion.pair.second],
                    first.owner == principal.organization, second.owner == principal.organization
                else { continue }
                let damaged = [first, second].filter(\.isDamaged)
                page.damaged.formUnion(damaged.map(\.id))
                guard damaged.isEmpty else { continue }
                guard page.pairs.count < limit else {
                    page.next = page.pairs.last?.suspicion.place
                    return page
                }
                page.pairs.append(ShownPair(first: first, second: second, suspicion: suspicion))
            }
        }
        return page
    }

    /// Pairs that are read at once.
    private static let portion = 200
}
