import Access
import Casework
import Database
import Domain
import Facts
import Guides
import Hotline
@testable import Import
import People
@testable import Statistics
import TestSupport
import Testing
import Vault
import Web

/// Figures against counts made by opening every record: facts are written beside the records, and nothing else holds the
/// two together.
@Suite struct FiguresOfRecordsTests {
    private static let problems = ["Невыплата зарплаты", "Задержание", "Патент", "Жильё", "Консультация"]
    private static let channels = ["звонок", "WA", "визит", "письмо", ""]
    private static let countries = ["РФ", "Казахстан", "Турция", ""]

    /// Two years of a hotline: people who come again, two problems in a cell, people without a name, cases.
    private static let log: String = {
        var lines = ["Дата,Канал,Язык,ФИО,Пол,Год рожд.,Телефон,Страна,Категория,Суть,№ дела"]
        for number in 0..<180 {
            let who = number % 70
            let isNamed = number % 9 != 8
            let day = String(format2: 1 + number % 28)
            let month = String(format2: 1 + number % 12)
            let problem = problems[number % problems.count]
            let second = number % 6 == 0 ? "; \(problems[(number + 1) % 4])" : ""
            let person =
                isNamed
                ? "Сынакова\(who) Гүлзат\(who),\(who % 2 == 0 ? "ж" : "м"),\(1960 + who % 40),+7900000\(1000 + who)"
                : "аноним,,,"
            let caseNumber = isNamed && who % 5 == 0 ? "Д-\(who)" : ""
            lines.append(
                "\(day).\(month).\(2024 + number % 2),\(channels[number % channels.count]),рус,\(person),"
                    + "\(countries[number % countries.count]),\(problem)\(second),строка \(number),\(caseNumber)"
            )
        }
        return lines.joined(separator: "\n")
    }()

    /// One combination of month, problem, country, channel and sex.
    private struct Cell: Hashable {
        var month: String
        var problem: String
        var country: String
        var channel: String
        var sex: String
    }

    @Test(arguments: TestEngine.available) func figuresEqualOpenedRecords(_ engine: TestEngine) async throws {
        try await ImportHouse.run(on: engine) { house in
            let outcome = try await house.importFile([UInt8](Self.log.utf8), name: "log")
            #expect(outcome.refused.isEmpty && outcome.new.taken == 180)
            try await takeSomeBack(house)
            try await work(house)
            let opened = try await openContacts(house)
            #expect(opened.contacts.values.reduce(0, +) == 200)
            #expect(try await figures(.contacts, house, by: opened.contacts) == opened.contacts)
            #expect(try await figures(.mentions, house, by: opened.mentions) == opened.mentions)
            #expect(opened.mentions.values.reduce(0, +) > 200)
            let cases = try await openCases(house)
            #expect(cases.values.reduce(0, +) >= 15)
            #expect(try await caseFigures(house) == cases)
            #expect(try await people(house) == opened.people)
        }
    }

    private func takeSomeBack(_ house: ImportHouse) async throws {
        let erasure = Erasure(house.services.vault, register: try ErasureRegister(path: "/dev/null"))
        let links = ImportLinks(services: house.services, erasure: erasure)
        try await house.database.write(.organization(house.own.organization)) { connection in
            let run = try #require(try links.store.runs(for: house.own, on: connection).first)
            let page = try links.page(LinkQuery(limit: 200), of: run.id, for: house.own, on: connection)
            #expect(page.links.count > 60)
            for (index, link) in page.links.enumerated() where index.isMultiple(of: 7) {
                try links.takeBack(link.contact, of: run.id, by: house.own, on: connection)
            }
        }
    }

    /// What staff adds by hand: contacts, and a case that is closed again.
    private func work(_ house: ImportHouse) async throws {
        let (services, own) = (house.services, house.own)
        try await house.database.write(.organization(own.organization)) { connection in
            for number in 0..<20 {
                let problem = try #require(ProblemCode(rawValue: number % 2 == 0 ? "housing" : "unpaid_wages"))
                let identity = PersonIdentity(
                    names: [PersonName(family: "Пробов", given: "Бакыт\(number)")],
                    birthDate: PartialDate(year: 1980 + number),
                    sex: number % 3 == 0 ? .female : .male,
                    citizenship: nil
                )
                let person = try services.people.create(PersonDetails(identity: identity), by: own, on: connection)
                var draft = ContactDraft(channel: .phone, language: "ky", problems: [problem])
                draft.members = [ContactMember(person, .caller)]
                draft.hostCountry = number % 4 == 0 ? nil : "RU"
                draft.outcome = .advised
                let contact = try services.contacts.save(draft, by: own, on: connection)
                guard number % 4 == 0 else { continue }
                let opened = try services.cases.create(
                    CaseDraft(
                        members: [CaseMember(person, .client)],
                        problems: [problem],
                        countries: CaseCountries(stay: CountryCode("RU")),
                        contact: contact.id
                    ),
                    by: own,
                    on: connection
                )
                guard number % 8 == 0 else { continue }
                try services.cases.close(opened.id, CaseClosing(outcome: .solved, told: "Всё"), by: own, on: connection)
            }
        }
    }

    // MARK: - By opening

    private func openContacts(
        _ house: ImportHouse
    ) async throws -> (contacts: [Cell: Int], mentions: [Cell: Int], people: Int) {
        let (services, own) = (house.services, house.own)
        return try await house.database.read(.organization(own.organization)) { connection in
            var contacts: [Cell: Int] = [:]
            var mentions: [Cell: Int] = [:]
            var people: Set<PersonID> = []
            let ids: [ContactID] = try connection.rows("SELECT id FROM contact ORDER BY id") { try $0.id(0) }
            for id in ids {
                let contact = try services.contacts.open(id, for: own, on: connection)
                let person = contact.members.first { $0.role == .caller }?.person
                if let person { people.insert(person) }
                let sex = try person.map {
                    try services.people.open($0, for: own, on: connection).details.identity.sex
                }
                var cell = Cell(
                    month: String(
                        CivilDate(at: contact.occurredAt, zone: services.zone(own.organization)).iso.prefix(7)
                    ),
                    problem: contact.problems.first?.rawValue ?? "",
                    country: contact.hostCountry ?? "",
                    channel: contact.channel.rawValue,
                    sex: sex ?? Sex.unknown.rawValue
                )
                contacts[cell, default: 0] += 1
                for problem in contact.problems {
                    cell.problem = problem.rawValue
                    mentions[cell, default: 0] += 1
                }
            }
            let clients: [PersonID] = try connection.rows("SELECT DISTINCT client_person_id FROM case_file") {
                try $0.id(0)
            }
            return (contacts, mentions, people.union(clients).count)
        }
    }

    private func openCases(_ house: ImportHouse) async throws -> [Cell: Int] {
        let (services, own) = (house.services, house.own)
        return try await house.database.read(.organization(own.organization)) { connection in
            var cases: [Cell: Int] = [:]
            let ids: [CaseID] = try connection.rows("SELECT id FROM case_file ORDER BY id") { try $0.id(0) }
            for id in ids {
                let file = try services.cases.open(id, for: own, on: connection)
                let client = try #require(file.head.client)
                let person = try services.people.open(client, for: own, on: connection)
                let cell = Cell(
                    month: String(
                        CivilDate(at: file.head.openedAt, zone: services.cases.organizations.zone(own.organization)).iso
                            .prefix(7)
                    ),
                    problem: file.problems.first?.code.rawValue ?? "",
                    country: file.head.countries.stay?.code ?? "",
                    channel: "",
                    sex: person.details.identity.sex
                )
                cases[cell, default: 0] += 1
            }
            return cases
        }
    }

    // MARK: - By the table

    /// Every table month × problem, one for each country, channel and sex.
    private func figures(
        _ measure: Measure,
        _ house: ImportHouse,
        by opened: [Cell: Int]
    ) async throws -> [Cell: Int] {
        var found: [Cell: Int] = [:]
        let countries = Set(opened.keys.map(\.country)).union(["KZ"])
        let channels = Set(opened.keys.map(\.channel)).union(["email"])
        for country in countries {
            for channel in channels {
                for sex in Sex.allCases.map(\.rawValue) {
                    let filters = [
                        StatisticsQuery.Filter(.dimension(.hostCountry), country),
                        StatisticsQuery.Filter(.dimension(.channel), channel),
                        StatisticsQuery.Filter(.dimension(.sex), sex),
                    ]
                    for (month, problem, count) in try await table(measure, filters, house) {
                        let cell = Cell(month: month, problem: problem, country: country, channel: channel, sex: sex)
                        found[cell] = count
                    }
                }
            }
        }
        // Nothing may stand outside what was asked for.
        let all = try await table(measure, [], house).reduce(0) { $0 + $1.count }
        #expect(all == found.values.reduce(0, +))
        return found
    }

    private func caseFigures(_ house: ImportHouse) async throws -> [Cell: Int] {
        var found: [Cell: Int] = [:]
        for country in ["RU", "KZ", "TR", ""] {
            for sex in Sex.allCases.map(\.rawValue) {
                let filters = [
                    StatisticsQuery.Filter(.dimension(.hostCountry), country),
                    StatisticsQuery.Filter(.dimension(.sex), sex),
                ]
                for (month, problem, count) in try await table(.cases, filters, house) {
                    found[Cell(month: month, problem: problem, country: country, channel: "", sex: sex)] = count
                }
            }
        }
        return found
    }

    private func people(_ house: ImportHouse) async throws -> Int {
        let query = StatisticsQuery(measure: .persons, rows: .month)
        return try await house.database.read(.organization(house.own.organization)) {
            try StatisticsStore().counted(query, .organization(house.own.organization), on: $0).total.value
        }
    }

    /// The cells above zero of one table, before small ones are hidden.
    private func table(
        _ measure: Measure,
        _ filters: [StatisticsQuery.Filter],
        _ house: ImportHouse
    ) async throws -> [(month: String, problem: String, count: Int)] {
        let query = StatisticsQuery(
            measure: measure,
            rows: .month,
            columns: .dimension(.problem),
            filters: filters
        )
        let own = house.own.organization
        let table = try await house.database.read(.organization(own)) {
            try StatisticsStore().counted(query, .organization(own), on: $0)
        }
        return table.rows.enumerated().flatMap { row, month in
            table.columns.enumerated().compactMap { column, problem in
                let count = table.cells[row][column].value
                return count > 0 ? (month, problem, count) : nil
            }
        }
    }
}

extension String {
    /// A number with two digits.
    fileprivate init(format2 number: Int) {
        self = number < 10 ? "0\(number)" : "\(number)"
    }
}
