import Access
import Database
import Domain
import Foundation
import Journal
import NameMatching
import TestSupport
import Testing
import Vault

@testable import People

@Suite("Sealed snapshots of names")
struct SearchSnapshotTests {
    private static let queries = [
        "осмонова", "osmonova aijamal", "Осмонова Айжамал 1987", "токтогулова", "0700 123-456", "осм", "Bermet",
        "Жаңыбаева", "1955",
    ]

    private func withSnapshots(
        on engine: TestEngine,
        _ body: (PeopleHouse, SearchSnapshots, _ file: String) async throws -> Void
    ) async throws {
        try await PeopleHouse.run(on: engine) { house in
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
            defer { _ = try? FileManager.default.removeItem(atPath: folder) }
            let snapshots = SearchSnapshots(
                folder: folder,
                database: house.database,
                vault: house.vault
            )
            try await body(house, snapshots, "\(folder)/\(house.own.organization.text)")
        }
    }

    private func fill(_ house: PeopleHouse) async throws {
        let given = ["Айжамал", "Бермет", "Гүлнара", "Жылдыз", "Нургүл"]
        try await house.createMany(60, as: house.own) {
            PeopleHouse.named($0 % 2 == 0 ? "Осмонова" : "Токтогулова", given[$0 % 5], born: 1950 + $0 % 50)
        }
    }

    /// Runs once, so that a snapshot is written at the latest when it ends.
    private func runOnce(_ house: PeopleHouse, _ snapshots: SearchSnapshots) async throws {
        try await house.searching(from: snapshots) { _ in }
    }

    private func keys(_ house: PeopleHouse) async throws -> Set<OrganizationID> {
        Set(try await house.database.read(.system) { [vault = house.vault] in try vault.snapshots(on: $0) }.keys)
    }

    @Test("A start from a snapshot answers like one that reads everybody", arguments: TestEngine.available)
    func sameAnswers(engine: TestEngine) async throws {
        try await withSnapshots(on: engine) { house, snapshots, _ in
            try await fill(house)
            let agreed = try NetworkAnswerTests.agreeing(PeopleHouse.aijamal)
            let recognizable = try await house.create(agreed)
            let leaving = try await house.create(agreed)
            try await runOnce(house, snapshots)
            let own = house.own.organization
            let first = try #require(await snapshots.restore(own))
            #expect(first.index.count == 62)
            #expect(Set(first.recognizable) == [recognizable, leaving])
            // What happens while nothing runs is caught up with.
            let (store, principal) = (house.store, house.own)
            let added = try await house.create(PeopleHouse.named("Жаңыбаева", "Мээрим"))
            try await house.write(as: principal) {
                _ = try store.change(
                    leaving,
                    to: PeopleHouse.named("Раҳмонзода", "Сӯҳроб"),
                    from: 1,
                    by: principal,
                    on: $0
                )
            }
            try await house.searching(from: snapshots) { restored in
                try await house.searching { built in
                    for typed in Self.queries + ["Рахмонзода"] {
                        let left = try await house.found(typed, restored, as: house.own, limit: 100)
                        let right = try await house.found(typed, built, as: house.own, limit: 100)
                        #expect(left.map(\.id) == right.map(\.id), "\(typed)")
                        #expect(left.map(\.score) == right.map(\.score), "\(typed)")
                    }
                    #expect(restored.network.keys(of: own) == built.network.keys(of: own))
                    #expect(restored.network.keys(of: own) == [recognizable])
                    let pairs = (
                        restored.indexes.copy(of: own).allDuplicates(above: 0.1),
                        built.indexes.copy(of: own).allDuplicates(above: 0.1)
                    )
                    #expect(pairs.0.map(\.first) == pairs.1.map(\.first))
                }
                #expect(try await house.found("Жаныбаева", restored, as: house.own).map(\.id) == [added])
            }
        }
    }

    @Test("Whoever is erased is found by no spelling, though the old file is put back", arguments: TestEngine.available)
    func erasure(engine: TestEngine) async throws {
        try await withSnapshots(on: engine) { house, snapshots, file in
            try await fill(house)
            let id = try await house.create(PeopleHouse.named("Жаңыбаева", "Мээрим", born: 1977))
            try await runOnce(house, snapshots)
            let own = house.own.organization
            #expect(await snapshots.restore(own) != nil)
            let old = try Data(contentsOf: URL(filePath: file))
            let (store, principal, erasure) = (house.store, house.own, house.erasure)
            try await house.write(as: principal) { _ = try store.erase(id, by: principal, erasure, on: $0) }
            #expect(try await !keys(house).contains(own))
            #expect(await snapshots.restore(own) == nil)
            for _ in 0..<2 {
                try old.write(to: URL(filePath: file))
                #expect(await snapshots.restore(own) == nil)
                try await house.searching(from: snapshots) { search in
                    for typed in ["Жаңыбаева", "Zhanybaeva Meerim", "Жаныбаева М.", "мээр", "1977 Жаңыбаева"] {
                        let found = try await house.found(typed, search, as: principal, limit: 100)
                        #expect(!found.contains { $0.id == id }, "\(typed)")
                    }
                    #expect(!search.indexes.copy(of: own).contains(NameMatching.RecordKey(id)))
                    #expect(search.indexes.copy(of: own).count == 60)
                }
            }
        }
    }

    @Test("Whoever is erased while a snapshot is being written is in none that opens", arguments: TestEngine.available)
    func race(engine: TestEngine) async throws {
        try await withSnapshots(on: engine) { house, snapshots, _ in
            let id = try await house.create()
            let (store, own, erasure) = (house.store, house.own, house.erasure)
            try await house.searching { search in
                let copy = search.indexes.copy(of: own.organization)
                #expect(copy.count == 1)
                _ = await snapshots.write(own.organization) {
                    try await house.write(as: own) { _ = try store.erase(id, by: own, erasure, on: $0) }
                    return (copy, [], 1)
                }
            }
            #expect(await snapshots.restore(own.organization) == nil)
        }
    }

    @Test("A damaged, foreign or missing file changes nothing but the time of a start", arguments: TestEngine.available)
    func damage(engine: TestEngine) async throws {
        try await withSnapshots(on: engine) { house, snapshots, file in
            try await fill(house)
            try await house.createMany(3, as: house.other) { _ in PeopleHouse.named("Осмонова", "Айжамал") }
            try await runOnce(house, snapshots)
            let own = house.own.organization
            let whole = try Data(contentsOf: URL(filePath: file))
            let theirs = try Data(
                contentsOf: URL(filePath: file).deletingLastPathComponent().appending(
                    path: house.other.organization.text
                )
            )
            var turned = whole
            turned[whole.count / 2] ^= 0x10
            for bytes in [turned, whole.dropLast(100), whole.prefix(30), whole + [1], theirs, Data()] {
                try bytes.write(to: URL(filePath: file))
                #expect(await snapshots.restore(own) == nil)
            }
            try turned.write(to: URL(filePath: file))
            try await house.searching(from: snapshots) { search in
                let found = try await house.found("осмонова", search, as: house.own, limit: 100)
                #expect(found.count == 30)
                #expect(found.allSatisfy { $0.owner == own })
            }
            try FileManager.default.removeItem(atPath: file)
            #expect(await snapshots.restore(own) == nil)
            try await runOnce(house, snapshots)
            #expect(await snapshots.restore(own)?.index.count == 60)
        }
    }

    @Test("A file tells nothing and is nobody else's to read", arguments: TestEngine.available)
    func sealing(engine: TestEngine) async throws {
        try await withSnapshots(on: engine) { house, snapshots, file in
            let id = try await house.create()
            try await runOnce(house, snapshots)
            let bytes = try Data(contentsOf: URL(filePath: file))
            #expect(bytes.count > 1000)
            let clear = try #require(await snapshots.restore(house.own.organization)).index.snapshot()
            // Any sixteen bytes of what is sealed that aren't all alike.
            for start in stride(from: 0, to: clear.count - 16, by: 16) {
                let piece = Data(clear[start..<start + 16])
                if Set(piece).count > 4 { #expect(bytes.range(of: piece) == nil) }
            }
            for text in ["Осмонова", "osmonov", "996700123456", id.text] {
                #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
            }
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("An organization's new key leaves no old snapshot, and the next one opens", arguments: TestEngine.available)
    func rotation(engine: TestEngine) async throws {
        try await withSnapshots(on: engine) { house, snapshots, _ in
            try await fill(house)
            try await runOnce(house, snapshots)
            let own = house.own.organization
            try await house.vault.rotateOrganizationKey(of: own, in: house.database)
            #expect(await snapshots.restore(own) == nil)
            try await runOnce(house, snapshots)
            #expect(await snapshots.restore(own)?.index.count == 60)
        }
    }
}
