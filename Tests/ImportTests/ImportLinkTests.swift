import Access
import Database
import Domain
import Facts
import Foundation
import Hotline
@testable import Import
import People
import TestSupport
import Testing
import Vault

/// Links between rows and people, taken back one by one and made again.
@Suite struct ImportLinkTests {
    /// The second row is linked by name and number and stands in the first one's case; the third opened a case of its
    /// own; the fourth is somebody else.
    private static let log = """
        Дата,Канал,Язык,ФИО,Пол,Год рожд.,Телефон,Страна,Категория,Суть,№ дела
        01.02.2025,звонок,рус,Пробова Анара,ж,1990,+79000001122,РФ,Невыплата зарплаты,не платят,Д-25/001
        03.02.2025,WA,кырг,Пробова Анара Асановна,ж,1990,"+79000001122, +79000003344",РФ,Невыплата зарплаты,нет ответа,Д-25/001
        05.02.2025,WA,кырг,Пробова Анара,ж,1990,+79000001122,РФ,Задержание,забрали брата,Д-25/002
        06.02.2025,визит,рус,Пробов Бакыт,м,1985,,РФ,з/п,не отдали,
        """

    private static let bytes = [UInt8](log.utf8)

    private struct Work: Sendable {
        let house: ImportHouse
        let importID: ImportID
        let links: ImportLinks

        func read<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
            try await house.database.read(.organization(house.own.organization), body)
        }

        func write(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
            try await house.database.write(.organization(house.own.organization), body)
        }

        func page(_ query: LinkQuery = LinkQuery()) async throws -> LinkPage {
            try await read { [links, importID, house] in
                try links.page(query, of: importID, for: house.own, on: $0)
            }
        }

        func contact(_ id: ContactID) async throws -> Contact {
            try await read { [house] in try house.services.contacts.open(id, for: house.own, on: $0) }
        }

        func person(_ id: PersonID) async throws -> Person {
            try await read { [house] in try house.services.people.open(id, for: house.own, on: $0) }
        }

        func takeBack(_ link: ImportLink) async throws {
            try await write { [links, importID, house] in
                try links.takeBack(link.contact, of: importID, by: house.own, on: $0)
            }
        }

        func linkAgain(_ link: ImportLink) async throws {
            try await write { [links, importID, house] in
                try links.linkAgain(link.contact, of: importID, by: house.own, on: $0)
            }
        }

        func confirm(_ link: ImportLink) async throws {
            try await write { [links, importID, house] in
                try links.confirm(link.contact, of: importID, by: house.own, on: $0)
            }
        }

        /// Different people in the facts of contacts.
        func countedPeople() async throws -> Int64 {
            try await house.count("SELECT COUNT(DISTINCT person) FROM fact WHERE kind = 'contact'")
        }
    }

    private func run(on engine: TestEngine, _ body: (Work) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tirek-links-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try await ImportHouse.run(on: engine) { house in
            _ = try await house.importFile(Self.bytes, name: "log")
            let runs = try await house.database.read(.organization(house.own.organization)) {
                try ImportStore(house.services).runs(for: house.own, on: $0)
            }
            let erasure = Erasure(house.services.vault, register: try ErasureRegister(path: folder + "/register"))
            let links = ImportLinks(services: house.services, erasure: erasure)
            try await body(Work(house: house, importID: try #require(runs.first).id, links: links))
        }
    }

    @Test(arguments: TestEngine.available) func linksAreListedWithTheirReasons(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let page = try await work.page()
            #expect(page.links.map(\.line) == [3, 4])
            #expect(page.links.allSatisfy { $0.state == .provisional && $0.reasons.contains("same_phone") })
            #expect(page.links.map(\.openedCase) == [false, true])
            #expect(page.links[0].said?.phones.map(\.number) == ["+79000001122", "+79000003344"])
            let ofCase = try await work.page(LinkQuery(reason: "same_case_number"))
            #expect(ofCase.links.map(\.line) == [3])
            #expect(try await work.page(LinkQuery(reason: "same_home")).links.isEmpty)
            let first = try await work.page(LinkQuery(limit: 1))
            #expect(first.hasMore && first.links.map(\.line) == [3])
            let second = try await work.page(LinkQuery(after: first.links[0].contact, limit: 1))
            #expect(!second.hasMore && second.links.map(\.line) == [4])
        }
    }

    @Test(arguments: TestEngine.available) func aLinkTakenBackIsSomebodyElse(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let link = try #require(try await work.page().links.first)
            let former = try #require(link.person)
            #expect(try await work.person(former).details.phones?.count == 2)
            #expect(try await work.countedPeople() == 2)
            try await work.takeBack(link)

            let contact = try await work.contact(link.contact)
            let own = try #require(contact.members.first?.person)
            #expect(own != former)
            // It left the other person's case and stands alone.
            #expect(contact.caseID == nil)
            #expect(try await work.countedPeople() == 3)
            let made = try await work.person(own)
            #expect(made.details.displayName == "Пробова Анара Асановна" && made.isImported)
            #expect(made.details.phones?.map(\.number) == ["+79000001122", "+79000003344"])
            // What only this row had brought is gone from the other one's record.
            let left = try await work.person(former).details
            #expect(left.phones?.map(\.number) == ["+79000001122"])
            #expect(left.identity.names.map(\.display) == ["Пробова Анара"])

            let shown = try #require(try await work.page().links.first)
            #expect(shown.state == .takenBack && shown.former == former && shown.formerCase == link.caseID)
            #expect(shown.said?.names.first == "Пробова Анара Асановна")
            await #expect(throws: LinkError.changed) { try await work.takeBack(link) }

            // A second import, also one with a further row of the same person, leaves it apart.
            let further =
                Self.log + "\n07.02.2025,звонок,рус,Пробова Анара,ж,1990,+79000001122,РФ,Патент,сколько стоит,"
            let again = try await work.house.importFile([UInt8](further.utf8), name: "log")
            #expect(again.new.taken == 1 && again.new.people == 0)
            #expect(try await work.contact(link.contact).members.map(\.person) == [own])
            let newest = try await work.house.count(
                "SELECT COUNT(*) FROM contact_person WHERE person_id = \(former)"
            )
            #expect(newest == 3)
        }
    }

    @Test(arguments: TestEngine.available) func aLinkIsMadeAgain(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let link = try #require(try await work.page().links.first)
            let before = try await work.contact(link.contact)
            try await work.takeBack(link)
            try await work.linkAgain(link)
            let after = try await work.contact(link.contact)
            #expect(after.members == before.members && after.caseID == before.caseID)
            #expect(try await work.countedPeople() == 2)
            // The person made meanwhile is gone, with its key.
            #expect(try await work.house.count("SELECT COUNT(*) FROM person") == 2)
            let former = try await work.person(try #require(link.person)).details
            #expect(former.phones?.map(\.number) == ["+79000001122", "+79000003344"])
            #expect(try await work.page().links.first?.state == .provisional)
            await #expect(throws: LinkError.changed) { try await work.linkAgain(link) }
        }
    }

    @Test(arguments: TestEngine.available) func whoOpenedACaseStaysInIt(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let link = try #require(try await work.page().links.last)
            try await work.takeBack(link)
            #expect(try await work.contact(link.contact).caseID == link.caseID)
            let shown = try #require(try await work.page().links.last)
            #expect(shown.openedCase && shown.formerCase == nil)
        }
    }

    @Test(arguments: TestEngine.available) func aConfirmedLinkIsNotProvisional(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let link = try #require(try await work.page().links.first)
            try await work.confirm(link)
            #expect(try await work.contact(link.contact).members.map(\.isProvisional) == [false])
            #expect(try await work.page(LinkQuery(state: .confirmed)).links.map(\.contact) == [link.contact])
            #expect(try await work.page(LinkQuery(state: .provisional)).links.map(\.line) == [4])
            await #expect(throws: LinkError.changed) { try await work.confirm(link) }
        }
    }

    @Test(arguments: TestEngine.available) func undoingLeavesNothing(_ engine: TestEngine) async throws {
        try await run(on: engine) { work in
            let house = work.house
            try await work.takeBack(try #require(try await work.page().links.first))
            let scope = house.scope
            let undo = ImportUndo(house.services, scope: scope, erasure: work.links.erasure)
            try await undo.begin(work.importID, by: house.own)
            let run = try await work.read { try undo.store.run(work.importID, for: house.own, on: $0) }
            #expect(run.state == .undoing)
            let progress = try await work.read { try undo.store.progress(of: run, for: house.own, on: $0) }
            #expect(progress == ImportProgress(done: 0, total: 6))
            let waiting = try await house.database.read(.system) { try undo.store.interrupted(on: $0) }
            #expect(waiting.map(\.isUndoing) == [true] && waiting.map(\.user) == [house.own.user])
            // Begun already, and gone on with, as after a stop of the program.
            try await undo.run(work.importID, by: house.own)
            for table: SQL in ["contact", "contact_person", "person", "case_file", "fact", "import_row"] {
                #expect(try await house.count("SELECT COUNT(*) FROM \(table)") == 0, "\(table)")
            }
            let after = try await house.importFile(Self.bytes, name: "log")
            #expect(after.new.taken == 4 && after.new.people == 2)
            #expect(try await work.countedPeople() == 2)
        }
    }
}
