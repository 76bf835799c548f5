import Access
import Database
import Domain
import Journal
import NameMatching
import TestSupport
import Testing
import Vault

@testable import People

@Suite("Weights of comparing records")
struct MatchWeightTests {
    /// A record of the nth person and, for every fourth, another one a little different.
    private static func fill(_ house: PeopleHouse) async throws {
        let given = ["Айжамал", "Бермет", "Гүлнара", "Жылдыз", "Нургүл"]
        for again in [false, true] {
            try await house.createMany(again ? 10 : 40, as: house.own) { number in
                let person = again ? number * 4 : number
                var details = PeopleHouse.named(
                    again ? "Osmonova" : "Осмонова",
                    given[person % 5],
                    born: 1950 + person
                )
                details.phones = [PersonPhone(number: "+99655510\(1000 + person)")]
                return details
            }
        }
    }

    @Test(
        "An estimate is the same each time, is kept only when told, used at once, and taken back",
        arguments: TestEngine.available
    )
    func keeping(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            try await Self.fill(house)
            let (store, own) = (house.store, house.own.organization)
            let office = WeightOffice(database: house.database, store: store)
            let proposal = try await office.estimate(for: own)
            #expect(proposal.estimate.pairs > 100)
            #expect(proposal.estimate.weights != .standard)
            #expect(proposal.inUse == .standard)
            #expect(proposal.suspectedNow >= 10)
            #expect(try await office.estimate(for: own).estimate.weights == proposal.estimate.weights)
            try await house.searching { search in
                #expect(search.indexes.copy(of: own).weights == .standard)
                try await office.use(proposal.estimate.weights, for: own)
                try await search.refresh()
                #expect(search.indexes.copy(of: own).weights == proposal.estimate.weights)
                #expect(search.indexes.copy(of: house.other.organization).weights == .standard)
                let foreign = try await house.read(as: house.other) { try store.matchWeights(of: own, on: $0) }
                #expect(engine == .sqlite || foreign == .standard)
            }
            // After a start too, and the same estimate comes of it.
            try await house.searching { search in
                #expect(search.indexes.copy(of: own).weights == proposal.estimate.weights)
                #expect(try await office.estimate(for: own).inUse == proposal.estimate.weights)
                try await office.use(nil, for: own)
                try await search.refresh()
                #expect(search.indexes.copy(of: own).weights == .standard)
            }
            let (rows, leaves) = try await house.database.read(.system) { connection in
                (
                    try connection.count("SELECT COUNT(*) FROM match_weight"),
                    try connection.count(
                        "SELECT COUNT(*) FROM event WHERE kind = \(LeafKind.matchWeightsChanged.rawValue)"
                    )
                )
            }
            #expect(rows == 0)
            #expect(leaves == 2)
        }
    }

    @Test(
        "What people united and told apart is counted, and taken back when they take it back",
        arguments: TestEngine.available
    )
    func judging(engine: TestEngine) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let (kept, hidden) = (try await house.create(), try await house.create(MergeStoreTests.twin))
            let third = try await house.create(PeopleHouse.named("Осмонова", "Айжамал", born: 1990))
            try await house.merge(kept, 1, hidden, 1)
            let (store, own) = (house.store, house.own)
            try await house.write(as: own) { try store.setDistinct(true, kept, third, by: own, on: $0) }
            let office = WeightOffice(database: house.database, store: store)
            let judged = try await house.database.read(.system) {
                try store.judgedPairs(of: own.organization, on: $0)
            }
            #expect(judged.map(\.isSame) == [true, false])
            #expect(judged.first?.first.names == ["Osmonova Aijamal"])
            #expect(judged.first?.second.names == ["Осмонова Айжамал"])
            let estimate = try await office.estimate(for: own.organization).estimate
            #expect((estimate.judgedSame, estimate.judgedDifferent) == (1, 1))
            for level in MatchLevel.allCases {
                #expect(abs(estimate.weights[level] - MatchWeights.standard[level]) < 0.5, "\(level)")
            }
            #expect(try await office.estimate(for: house.other.organization).estimate.weights == .standard)
            try await house.unmerge(kept, from: 2)
            try await house.write(as: own) { try store.setDistinct(false, kept, third, by: own, on: $0) }
            let after = try await office.estimate(for: own.organization).estimate
            #expect((after.judgedSame, after.judgedDifferent) == (0, 0))
        }
    }
}
