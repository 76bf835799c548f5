import Access
import Database
import Domain
import Journal
import NameMatching
import TestSupport
import Testing
import Vault

@testable import People

@Suite("Merging records")
struct MergeStoreTests {
    static let twin: PersonDetails = {
        var details = PeopleHouse.named("Osmonova", "Aijamal", born: 1987)
        details.phones = [PersonPhone(number: "+996555000111")]
        details.documents = [PersonDocument(kind: .passport, number: "AN1234567")]
        details.notes = "Second"
        return details
    }()

    @Test("Two records become one, and nothing finds the hidden one any more", arguments: TestEngine.available)
    func merging(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            try await house.searching { search in
                let (kept, hidden) = (try await house.create(), try await house.create(Self.twin))
                #expect(try await house.found("osmonova aijamal", search, as: house.own).count == 2)
                try await house.merge(kept, 1, hidden, 1)
                let (store, own) = (house.store, house.own)
                let person = try await house.open(kept, as: own)
                #expect(person.version == 2)
                #expect(person.details.phones?.map(\.number) == ["+996700123456", "+996555000111"])
                #expect(person.details.identity.names.count == 2)
                // The hidden one's address leads to the kept one.
                #expect(try await house.open(hidden, as: own).id == kept)
                for typed in ["osmonova", "Осмонова", "Aijamal Osmonova 1987", "0555000111", "AN1234567"] {
                    #expect(try await house.found(typed, search, as: own).map(\.id) == [kept], "\(typed)")
                }
                let (list, count, named) = try await house.read(as: own) { connection in
                    (
                        try store.list(PeopleQuery(), for: own, on: connection).items.map(\.id),
                        try store.count(for: own, on: connection),
                        try store.brief([kept, hidden], for: own, on: connection).keys.sorted()
                    )
                }
                #expect(list == [kept])
                #expect(count == 1)
                #expect(named == [kept])
                #expect(search.match(Self.twin, of: own.organization).map(\.id) == [kept])
                await #expect(throws: PeopleError.notFound) {
                    try await house.write(as: own) {
                        try store.change(hidden, to: Self.twin, from: 2, by: own, on: $0)
                    }
                }
                await #expect(throws: PeopleError.notFound) {
                    try await house.write(as: own) { try store.requireErasable(hidden, by: own, on: $0) }
                }
                // Taken apart, both are found again the next moment.
                try await house.unmerge(kept, from: 2)
                #expect(Set(try await house.found("osmonova", search, as: own).map(\.id)) == [kept, hidden])
                #expect(try await house.found("0555000111", search, as: own).map(\.id) == [hidden])
            }
        }
    }

    @Test("Undoing brings both records back; what was changed since stays", arguments: TestEngine.available)
    func undoing(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden) = (try await house.create(), try await house.create(Self.twin))
            try await house.merge(kept, 1, hidden, 1)
            try await house.unmerge(kept, from: 2)
            #expect(try await house.open(kept, as: house.own).details == PeopleHouse.aijamal)
            #expect(try await house.open(hidden, as: house.own).details == Self.twin)
            #expect(try await house.open(hidden, as: house.own).id == hidden)
            try await house.merge(kept, 3, hidden, 3)
            var changed = try await house.open(kept, as: house.own).details
            changed.notes = "Later"
            let (store, own, details) = (house.store, house.own, changed)
            try await house.write(as: own) { _ = try store.change(kept, to: details, from: 4, by: own, on: $0) }
            let person = try await house.open(kept, as: own)
            let parts = try await house.read(as: own) { try store.changedSinceMerge(person, for: own, on: $0) }
            #expect(parts == [.notes])
            await #expect(throws: PeopleError.stale(current: 5)) { try await house.unmerge(kept, from: 4) }
            try await house.unmerge(kept, from: 5)
            var expected = PeopleHouse.aijamal
            expected.notes = "Later"
            #expect(try await house.open(kept, as: own).details == expected)
            await #expect(throws: MergeError.nothingToUndo) { try await house.unmerge(kept, from: 6) }
            let left = try await house.read(as: own) { try $0.count("SELECT COUNT(*) FROM person_merge") }
            #expect(left == 0)
        }
    }

    @Test("Of several mergers the latest is undone first, each exactly", arguments: TestEngine.available)
    func severalMergers(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let kept = try await house.create()
            let second = try await house.create(Self.twin)
            var details = Self.twin
            details.phones = [PersonPhone(number: "+996777333444")]
            let third = try await house.create(details)
            try await house.merge(kept, 1, second, 1)
            let between = try await house.open(kept, as: house.own).details
            try await house.merge(kept, 2, third, 1)
            let (store, own) = (house.store, house.own)
            let merges = try await house.read(as: own) { try store.merges(of: kept, for: own, on: $0) }
            #expect(merges.map(\.hidden) == [third, second])
            #expect(merges.first?.name == "Osmonova Aijamal")
            let first = try #require(merges.last?.id)
            await #expect(throws: MergeError.nothingToUndo) { try await house.unmerge(kept, first, from: 3) }
            try await house.unmerge(kept, from: 3)
            #expect(try await house.open(kept, as: own).details == between)
            try await house.unmerge(kept, first, from: 4)
            #expect(try await house.open(kept, as: own).details == PeopleHouse.aijamal)
        }
    }

    @Test("A stale version, a foreign record and one's own twice are refused", arguments: TestEngine.available)
    func refusals(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden) = (try await house.create(), try await house.create(Self.twin))
            let (store, other) = (house.store, house.other)
            await #expect(throws: PeopleError.stale(current: 1)) { try await house.merge(kept, 2, hidden, 1) }
            await #expect(throws: PeopleError.stale(current: 1)) { try await house.merge(kept, 1, hidden, 7) }
            await #expect(throws: MergeError.refused(.sameRecord)) { try await house.merge(kept, 1, kept, 1) }
            let foreign = try await house.write(as: other) { try store.create(Self.twin, by: other, on: $0) }
            await #expect(throws: PeopleError.notFound) { try await house.merge(kept, 1, foreign, 1) }
            await #expect(throws: PeopleError.notFound) { try await house.merge(foreign, 1, kept, 1) }
            await #expect(throws: PeopleError.notFound) {
                try await house.write(as: other) { connection in
                    let plan = MergePlan(kept: kept, keptVersion: 1, hidden: hidden, hiddenVersion: 1)
                    try store.merge(plan, by: other, PersonReferences(), on: connection)
                }
            }
            for id in [kept, hidden] { #expect(try await house.open(id, as: house.own).version == 1) }
            try await house.merge(kept, 1, hidden, 1)
            await #expect(throws: PeopleError.notFound) { try await house.merge(hidden, 2, kept, 2) }
        }
    }

    @Test("A shared record has to stay; two shared ones are not merged", arguments: TestEngine.available)
    func sharing(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (first, second) = (try await house.create(), try await house.create(Self.twin))
            _ = try await house.share(first, FieldGroups([.identity, .contact]))
            await #expect(throws: MergeError.refused(.sharedMustStay)) { try await house.merge(second, 1, first, 1) }
            try await house.merge(first, 1, second, 1)
            #expect(try await house.open(first, as: house.other).details.documents == nil)
            await #expect(throws: PeopleError.notFound) { try await house.open(second, as: house.other) }
            let third = try await house.create(Self.twin)
            _ = try await house.share(third, .summary)
            await #expect(throws: MergeError.refused(.bothShared)) { try await house.merge(first, 2, third, 1) }
        }
    }

    @Test("Somebody's relative isn't the same person", arguments: TestEngine.available)
    func relatives(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let first = try await house.create()
            var details = Self.twin
            details.circle = [Relative(person: first, name: "Айжамал", relation: .parent)]
            let second = try await house.create(details)
            await #expect(throws: MergeError.refused(.relatives)) { try await house.merge(first, 1, second, 1) }
        }
    }

    @Test(
        "Other rooms move their rows and get them back; what bars somebody stops all",
        arguments: TestEngine.available
    )
    func references(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden) = (try await house.create(), try await house.create(Self.twin))
            let moved = [MovedReference("row", "7", before: ["role": "client"])]
            var references = PersonReferences()
            references.move = { from, to, _, _ in from == hidden && to == kept ? moved : [] }
            references.restore = { rows, from, to, _, _ in
                guard rows == moved, from == kept, to == hidden else { throw PeopleError.notFound }
            }
            let (store, own, given) = (house.store, house.own, references)
            try await house.merge(kept, 1, hidden, 1, references: given)
            let restored = try await house.write(as: own) {
                try store.undoMerge(of: kept, from: 2, by: own, given, on: $0)
            }
            #expect(restored == hidden)
            var barring = PersonReferences()
            barring.isBarred = { id, _, _ in id == hidden }
            let barred = barring
            await #expect(throws: MergeError.refused(.barred)) {
                try await house.merge(kept, 3, hidden, 3, references: barred)
            }
        }
    }

    @Test("Erasing the kept record erases what was merged into it", arguments: TestEngine.available)
    func erasure(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden, deeper) = (
                try await house.create(), try await house.create(Self.twin), try await house.create(Self.twin)
            )
            try await house.merge(hidden, 1, deeper, 1)
            try await house.merge(kept, 1, hidden, 2)
            let (store, own, erasure) = (house.store, house.own, house.erasure)
            let certificate = try await house.write(as: own) { try store.erase(kept, by: own, erasure, on: $0) }
            #expect(certificate.entry.record == kept.retagged())
            let left = try await house.database.read(.system) { connection in
                (
                    people: try connection.count("SELECT COUNT(*) FROM person"),
                    wraps: try connection.count(
                        """
                        SELECT COUNT(*) FROM record_key_wrap
                        WHERE record_id IN \([kept.text, hidden.text, deeper.text])
                        """
                    ),
                    merges: try connection.count("SELECT COUNT(*) FROM person_merge"),
                    tags: try connection.count("SELECT COUNT(*) FROM blind_index")
                )
            }
            #expect(left == (people: 0, wraps: 0, merges: 0, tags: 0))
            // A backup from before brings none of them back.
            try await house.database.write(.system) { connection in
                for id in [kept, hidden] {
                    try connection.execute(
                        """
                        INSERT INTO person (
                            id, organization_id, version, created_at, changed_at, summary, identity, contact,
                            documents, narrative
                        ) VALUES (
                            \(id), \(own.organization), 1, 1, 1, \(Blob([1])), \(Blob([1])), \(Blob([1])),
                            \(Blob([1])), \(Blob([1]))
                        )
                        """
                    )
                }
            }
            try await erasure.reconcile(house.database, isRestore: true) { try store.complete($0, on: $1) }
            #expect(try await house.database.read(.system) { try $0.count("SELECT COUNT(*) FROM person") } == 0)
        }
    }

    @Test("Every leaf agrees with its row, before, between and after", arguments: TestEngine.available)
    func verification(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden) = (try await house.create(), try await house.create(Self.twin))
            try await house.merge(kept, 1, hidden, 1)
            try await house.checkStates()
            // Hiding somebody behind another's back is noticed.
            try await house.database.write(.system) {
                _ = try $0.execute("UPDATE person SET merged_into = NULL WHERE id = \(hidden)")
            }
            await #expect(throws: PeopleError.tampered(hidden)) { try await house.open(hidden, as: house.own) }
            try await house.database.write(.system) {
                _ = try $0.execute("UPDATE person SET merged_into = \(kept) WHERE id = \(hidden)")
            }
            try await house.unmerge(kept, from: 2)
            try await house.checkStates()
        }
    }

    @Test("Suspected pairs are listed best first; those known to be two are not", arguments: TestEngine.available)
    func suspicions(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (first, second) = (try await house.create(), try await house.create(Self.twin))
            _ = try await house.create(PeopleHouse.named("Токтогулова", "Бегимай", born: 1960))
            let (store, own, other) = (house.store, house.own, house.other)
            _ = try await house.write(as: other) { try store.create(PeopleHouse.aijamal, by: other, on: $0) }
            try await house.searching { search in
                let queue = DuplicateQueue(search)
                func page() async throws -> SuspectedPage {
                    let pairs = try #require(try await queue.pairs(of: own.organization))
                    return try await house.read(as: own) {
                        try store.suspected(pairs, after: nil, limit: 10, for: own, on: $0)
                    }
                }
                let shown = try await page()
                #expect(shown.pairs.map(\.suspicion.pair) == [PersonPair(first, second)])
                #expect(shown.pairs.first?.suspicion.reasons.contains(.sameDocument) == true)
                #expect(shown.next == nil)
                let person = try await house.open(first, as: own)
                #expect(try await queue.pairs(with: person).map(\.pair) == [PersonPair(first, second)])
                // Nobody else's.
                #expect(try await queue.pairs(of: other.organization) == [])
                try await house.write(as: own) { try store.setDistinct(true, second, first, by: own, on: $0) }
                #expect(try await page().pairs.isEmpty)
                await #expect(throws: MergeError.refused(.markedDistinct)) {
                    try await house.merge(first, 1, second, 1)
                }
                await #expect(throws: PeopleError.notFound) {
                    try await house.write(as: other) { try store.setDistinct(false, first, second, by: other, on: $0) }
                }
                try await house.write(as: own) { try store.setDistinct(false, first, second, by: own, on: $0) }
                #expect(try await page().pairs.count == 1)
                try await house.merge(first, 1, second, 1)
                #expect(try await page().pairs.isEmpty)
            }
        }
    }

    @Test("A long list is paged from where it stopped", arguments: TestEngine.available)
    func paging(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            for number in 0..<4 {
                var details = PeopleHouse.named("Осмонова\(number)", "Айжамал", born: 1960 + number * 7)
                details.documents = [PersonDocument(kind: .passport, number: "AN765432\(number)")]
                for _ in 0..<2 { _ = try await house.create(details) }
            }
            let (store, own) = (house.store, house.own)
            try await house.searching { search in
                let queue = DuplicateQueue(search)
                let pairs = try #require(try await queue.pairs(of: own.organization))
                #expect(pairs.count >= 4)
                var seen: [PersonPair] = []
                var place: SuspectedPair.Place?
                repeat {
                    let after = place
                    let page = try await house.read(as: own) {
                        try store.suspected(pairs, after: after, limit: 3, for: own, on: $0)
                    }
                    seen += page.pairs.map(\.suspicion.pair)
                    place = page.next.flatMap { SuspectedPair.Place($0.text) }
                } while place != nil
                #expect(seen == pairs.map(\.pair))
            }
        }
    }

    @Test("Handed over, the hidden record goes along and can't be taken apart", arguments: TestEngine.available)
    func takenOver(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden) = (try await house.create(), try await house.create(Self.twin))
            try await house.merge(kept, 1, hidden, 1)
            let (store, own, other) = (house.store, house.own, house.other)
            _ = try await house.database.write(.system) {
                try store.takeOver(kept, from: own.organization, by: other, on: $0)
            }
            #expect(try await house.open(hidden, as: other).id == kept)
            await #expect(throws: MergeError.nothingToUndo) {
                try await house.write(as: other) {
                    _ = try store.undoMerge(of: kept, from: 3, by: other, PersonReferences(), on: $0)
                }
            }
            let count = try await house.read(as: other) { try store.count(for: other, on: $0) }
            #expect(count == 1)
        }
    }
}

extension PeopleHouse {
    @discardableResult
    func merge(
        _ kept: PersonID,
        _ keptVersion: Int64,
        _ hidden: PersonID,
        _ hiddenVersion: Int64,
        references: PersonReferences = PersonReferences()
    ) async throws -> MergeID {
        let (store, own) = (store, own)
        let plan = MergePlan(kept: kept, keptVersion: keptVersion, hidden: hidden, hiddenVersion: hiddenVersion)
        return try await write(as: own) { try store.merge(plan, by: own, references, on: $0) }
    }

    func unmerge(_ kept: PersonID, _ merge: MergeID? = nil, from version: Int64) async throws {
        let (store, own) = (store, own)
        try await write(as: own) {
            _ = try store.undoMerge(of: kept, merge, from: version, by: own, PersonReferences(), on: $0)
        }
    }

    /// Compares every row with the last state that a leaf commits to.
    func checkStates() async throws {
        let bad = try await database.read(.system) { connection -> Int in
            var bad = 0
            try RecordStateReader.people.forEach(connection) { record, owner, state in
                let committed = try connection.first(
                    """
                    SELECT state FROM journal_leaf WHERE log_id = \(owner) AND subject_id = \(record)
                        AND state IS NOT NULL ORDER BY position DESC LIMIT 1
                    """
                ) { try $0.blob(0) }
                if committed != state { bad += 1 }
            }
            return bad
        }
        #expect(bad == 0)
    }
}
