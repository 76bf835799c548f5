import Database
import Domain
import Foundation
@testable import Import
import NameMatching
import People
import TestSupport
import Testing
import Vault

/// What is chosen about people who may be the same holds when the file is written, and is undone like any link.
@Suite struct SuspicionStoreTests {
    /// Three rows under one name with nothing else in common, and somebody whom the register may know.
    private static let log = """
        Дата,Канал,ФИО,Пол,Телефон,Страна,Категория,Суть
        01.02.2025,звонок,Пробова Анара,ж,,РФ,Невыплата зарплаты,не платят
        03.03.2025,WA,Пробова Анара,ж,,РФ,Задержание,забрали
        06.02.2025,визит,Сынаков Бакыт,м,+79000003344,РФ,з/п,не отдали
        """
    private static let bytes = [UInt8](log.utf8)

    private struct Work: Sendable {
        let house: ImportHouse
        let known: PersonID
        let erasure: Erasure

        var store: ImportStore { ImportStore(house.services) }

        func prepare() async throws -> ImportID {
            let reading = try await self.reading()
            return try await house.runner.resumable(bytes, name: "log", reading, by: house.own)
        }

        func reading() async throws -> ImportReading {
            try await house.runner.read(bytes, name: "log", mapping: nil, for: house.own)
        }

        func prepared() async throws -> PreparedPlan {
            try await house.runner.prepared(try await reading(), for: house.own)
        }

        func choose(_ choices: [(Int, SuspectedOther, SuspicionChoice?)], in id: ImportID) async throws {
            let prepared = try await prepared()
            let chosen = choices.map { row, other, choice in
                (
                    key: prepared.key(Suspicion(row: row, other: other, probability: 0, reasons: [])),
                    choice: choice
                )
            }
            try await house.database.write(house.scope) { [store, house] connection in
                try store.choose(chosen, in: id, by: house.own, on: connection)
            }
        }

        func links(_ id: ImportID) async throws -> [ImportLink] {
            let links = ImportLinks(services: house.services, erasure: erasure)
            return try await house.database.read(house.scope) { [house] in
                try links.page(LinkQuery(), of: id, for: house.own, on: $0).links
            }
        }

        func people() async throws -> Int64 { try await house.count("SELECT COUNT(*) FROM person") }
    }

    private func run(on engine: TestEngine, _ body: (Work) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tirek-chosen-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        let register = try ErasureRegister(path: folder + "/register")
        try await ImportHouse.run(on: engine) { plain in
            let own = plain.own
            let services = plain.services
            let known: PersonID = try await plain.database.write(plain.scope) { connection in
                try services.people.create(
                    PersonDetails(
                        identity: PersonIdentity(
                            names: [PersonName(family: "Сынаков", given: "Бакыт", patronymic: "")],
                            birthDate: nil,
                            sex: .male,
                            citizenship: nil,
                            alias: "",
                            isNameless: false
                        ),
                        phones: [PersonPhone(number: "+79000003344")]
                    ),
                    by: own,
                    on: connection
                )
            }
            let house = ImportHouse.make(plain) { details, _ in
                guard details.displayName.contains("Сынаков") else { return [] }
                return [SuspectedRecord(known, probability: 0.9, reasons: [.samePhone])]
            }
            try await body(Work(house: house, known: known, erasure: Erasure(services.vault, register: register)))
        }
    }

    @Test(arguments: TestEngine.available) func bothKindsAreSuspected(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let plan = try await work.prepared().plan
            #expect(plan.suspicions.map(\.row) == [2, 1])
            #expect(plan.suspicions.map(\.other) == [.record(work.known), .row(0)])
            #expect(plan.suspected == 2 && plan.people.count == 3)
            #expect(try await work.people() == 1)
        }
    }

    @Test(arguments: TestEngine.available) func undecidedOnesAreRecordedApart(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let id = try await work.prepare()
            try await work.house.runner.write(id, by: work.house.own)
            #expect(try await work.people() == 4)
            #expect(try await work.links(id).isEmpty)
            #expect(try await work.house.count("SELECT COUNT(*) FROM person_distinct") == 0)
        }
    }

    @Test(arguments: TestEngine.available) func theSamePersonIsLinkedProvisionally(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let id = try await work.prepare()
            try await work.choose([(1, .row(0), .same), (2, .record(work.known), .same)], in: id)
            // Another reading of the file keeps what was chosen.
            let again = try await work.prepared().plan
            #expect(again.suspected == 0 && again.people.count == 2)
            #expect(again.suspicions.map(\.choice) == [.same, .same])
            try await work.house.runner.write(id, by: work.house.own)
            #expect(try await work.people() == 2)
            let links = try await work.links(id)
            #expect(links.map(\.reasons) == [["chosen"], ["chosen"]])
            #expect(links.allSatisfy { $0.state == .provisional })
            #expect(links.last?.person == work.known && links.last?.isJoined == true)
            // A second run adds nothing.
            #expect(try await work.house.importFile(Self.bytes, name: "log").new.taken == 0)
            #expect(try await work.people() == 2)
        }
    }

    @Test(arguments: TestEngine.available) func aChosenLinkIsTakenBack(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let (house, known) = (work.house, work.known)
            let id = try await work.prepare()
            try await work.choose([(2, .record(known), .same)], in: id)
            try await house.runner.write(id, by: house.own)
            let link = try #require(try await work.links(id).first)
            let links = ImportLinks(services: house.services, erasure: work.erasure)
            try await house.database.write(house.scope) {
                try links.takeBack(link.contact, of: id, by: house.own, on: $0)
            }
            #expect(try await work.people() == 4)
            // What the register knew before is as it was.
            let before = try await house.database.read(house.scope) {
                try house.services.people.open(known, for: house.own, on: $0).details
            }
            #expect(before.phones?.map(\.number) == ["+79000003344"])
            #expect(before.identity.names.map(\.display) == ["Сынаков Бакыт"])
            let undo = ImportUndo(house.services, scope: house.scope, erasure: work.erasure)
            try await undo.run(id, by: house.own)
            #expect(try await work.people() == 1)
        }
    }

    @Test(arguments: TestEngine.available) func undoingSparesWhoWasThereBefore(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let house = work.house
            let id = try await work.prepare()
            try await work.choose([(1, .row(0), .other), (2, .record(work.known), .same)], in: id)
            try await house.runner.write(id, by: house.own)
            try await ImportUndo(house.services, scope: house.scope, erasure: work.erasure).run(id, by: house.own)
            #expect(try await work.people() == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM import_choice") == 0)
        }
    }

    @Test(arguments: TestEngine.available) func somebodyElseIsRemembered(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let house = work.house
            let id = try await work.prepare()
            try await work.choose([(1, .row(0), .other), (2, .record(work.known), .other)], in: id)
            try await house.runner.write(id, by: house.own)
            #expect(try await work.people() == 4)
            #expect(try await work.links(id).isEmpty)
            #expect(try await house.count("SELECT COUNT(*) FROM person_distinct") == 2)
        }
    }

    @Test(arguments: TestEngine.available) func aChoiceIsChangedUntilItIsWritten(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let id = try await work.prepare()
            try await work.choose([(1, .row(0), .same)], in: id)
            try await work.choose([(1, .row(0), nil)], in: id)
            #expect(try await work.prepared().plan.suspected == 2)
            try await work.house.runner.write(id, by: work.house.own)
            await #expect(throws: ImportError.wrongState(.done)) {
                try await work.choose([(1, .row(0), .same)], in: id)
            }
        }
    }

    @Test func keysOfFormsAreReadBack() throws {
        let person = PersonID(high: 1, low: 2)
        for key in [SuspicionKey(row: [1, 2], other: [3]), SuspicionKey(row: [1], person: person)] {
            #expect(SuspicionKey(key.text) == key)
        }
        for text in ["", "01.02", "01..", "zz.01.", "..", "01.02.nobody"] { #expect(SuspicionKey(text) == nil) }
    }
}

extension ImportHouse {
    /// The same with a register that knows somebody.
    static func make(
        _ house: ImportHouse,
        matches: @escaping @Sendable (PersonDetails, OrganizationID) -> [SuspectedRecord]
    ) -> ImportHouse {
        let services = house.services
        return ImportHouse(
            database: house.database,
            services: ImportServices(
                database: services.database,
                vault: services.vault,
                content: services.content,
                people: services.people,
                contacts: services.contacts,
                cases: services.cases,
                entries: services.entries,
                employers: services.employers,
                facts: services.facts,
                surroundings: services.surroundings,
                matches: matches,
                zone: services.zone
            ),
            own: house.own
        )
    }
}
