import Domain
@testable import Import
import NameMatching
import Testing

/// Which rows are linked to one person, and who is only suspected. All people are made up.
@Suite struct PersonLinkingTests {
    private static let titles =
        "Дата,ФИО,Пол,Год рожд.,Телефон,Откуда,Страна,Город,Категория,Работодатель,№ дела,Примечание"

    /// The log's other callers, so that what two rows share is rare or common in it.
    private static let others = (0..<40).map { number in
        let day = "\(1 + number % 28 < 10 ? "0" : "")\(1 + number % 28).01.2025"
        let family = ["Бекматов", "Чынгышев", "Ырыскулов", "Кыдыралиев", "Сатыбалдиев"][number % 5]
        let given = ["Азамат", "Нурлан", "Эркин", "Талант", "Улан", "Мирлан", "Жаныбек", "Чингиз"][number / 5]
        return "\(day),\(family) \(given),м,,+79100000\(100 + number),,РФ,Москва,Невыплата зарплаты,,,"
    }

    private func linked(_ rows: String...) throws -> ImportPlan {
        ImportPlan(try TestContent.read(([Self.titles] + Self.others + rows).joined(separator: "\n")))
    }

    private func areOne(_ plan: ImportPlan) -> Bool {
        let last = plan.rows.suffix(2).map(\.person)
        return last[0] != nil && last[0] == last[1]
    }

    @Test func aNameWithCountryTownOfManyAndTimeLinksNobody() throws {
        let plan = try linked(
            "01.02.2025,Жумабеков Самат,м,,,,РФ,Москва,Невыплата зарплаты,,,",
            "03.02.2025,Жумабеков Самат,м,,,,РФ,Москва,Невыплата зарплаты,,,"
        )
        #expect(!areOne(plan))
        let suspicion = try #require(plan.suspicions.first)
        #expect(plan.suspicions.count == 1)
        #expect(suspicion.row == 41 && suspicion.other == .row(40))
        #expect(suspicion.probability < 0.5)
        #expect(suspicion.reasons.contains(.match(.nameOnly)))
        #expect(plan.suspected == 1 && plan.fewestPeople == plan.people.count - 1)
    }

    @Test func aFamilyNameInOneCountryAndMonthLinksNobody() throws {
        #expect(
            !areOne(
                try linked(
                    "01.02.2025,Жумабеков,м,,,,РФ,,Невыплата зарплаты,,,",
                    "03.02.2025,Жумабеков,м,,,,РФ,,Невыплата зарплаты,,,"
                )
            )
        )
        #expect(
            !areOne(
                try linked(
                    "01.02.2025,Жумабеков С.,м,,,,РФ,,Задержание,,,",
                    "03.02.2025,Жумабеков Самат,м,,,,РФ,,Задержание,,,"
                )
            )
        )
    }

    /// A log that is long enough to know which names are rare: 800 rows of 2023 and 2024, 40 families, 20 given names.
    private static let longLog = (0..<800).map { number in
        let letter = { (count: Int) in String(UnicodeScalar(UInt8(97 + count % 20))) }
        let family = "Bek\(letter(number))\(letter(number / 20))gulov"
        let given = "Az\(letter(number / 40))mat"
        let month = 1 + number / 28 % 12
        let day = "\(1 + number % 28).\(month).\(2023 + number / 400)"
        return "\(day),\(family) \(given),м,,+7910000\(1000 + number),,РФ,Москва,Невыплата зарплаты,,,"
    }

    @Test(arguments: [
        // In one country within a week; nothing beside the name; another country; no rare name.
        ("Жумабеков Самат", "05.02.2024", "РФ", true), ("Жумабеков Самат", "05.12.2024", "", false),
        ("Жумабеков Самат", "05.12.2024", "Корея", false), ("Бекматов Азамат", "05.02.2024", "РФ", false),
    ])
    func aRareFullNameLinksWithWhatManyShare(
        _ name: String,
        _ day: String,
        _ country: String,
        _ links: Bool
    ) throws {
        let common = (0..<60).map { number in
            "\(1 + number % 28).03.2023,Бекматов Азамат,м,,+7911000\(1000 + number),,РФ,,Задержание,,,"
        }
        let rows =
            [Self.titles] + Self.longLog + common + [
                "01.02.2024,\(name),м,,,,\(country.isEmpty ? "" : "РФ"),,,,,", "\(day),\(name),м,,,,\(country),,,,,",
            ]
        let plan = ImportPlan(try TestContent.read(rows.joined(separator: "\n")))
        #expect(areOne(plan) == links, "\(plan.rows.last?.reasons ?? [])")
    }

    @Test(arguments: [
        // Number, birth, case, employer with the full name, a rare town with a rare problem.
        ("+79000001122,,РФ,,,,,", "+79000001122,,РФ,,,,,"),
        (",,РФ,,,,Д-25/7,", ",,РФ,,,,Д-25/7,"),
        (",,РФ,,,ООО Пробстрой,,", ",,РФ,,,\"Пробстрой, ООО\",,"),
        (",,РФ,Бийск,Задержание,,,", ",,РФ,Бийск,Задержание,,,"),
    ])
    func evidenceBesideTheNameLinks(_ first: String, _ second: String) throws {
        let plan = try linked(
            "01.02.2025,Жумабеков Самат,м,,\(first)",
            "03.06.2025,Жумабеков Самат,м,,\(second)"
        )
        #expect(areOne(plan))
        #expect(plan.rows.last?.reasons.isEmpty == false)
    }

    @Test func aBirthDateLinksAndAnotherOneDoesNot() throws {
        #expect(
            areOne(
                try linked(
                    "01.02.2025,Жумабеков Самат,м,22.08.1995,,,РФ,,,,,",
                    "03.06.2025,Самат Жумабеков,м,22.08.1995,,,РФ,,,,,"
                )
            )
        )
        #expect(
            !areOne(
                try linked(
                    "01.02.2025,Жумабеков Самат,м,22.08.1995,,,РФ,Бийск,Задержание,,,",
                    "03.02.2025,Жумабеков Самат,м,13.01.1971,,,РФ,Бийск,Задержание,,,"
                )
            )
        )
    }

    @Test func aRowThatSaysItGoesOnWithAnotherIsLinked() throws {
        let plan = try linked(
            "01.02.2025,Жумабеков Самат,м,,,,РФ,,Невыплата зарплаты,,,",
            "03.02.2025,Жумабеков Самат,м,,,,РФ,,Невыплата зарплаты,,,см. строку выше"
        )
        #expect(areOne(plan))
        #expect(plan.rows.last?.reasons.contains(.refersBack) == true)
        // Not to somebody of another name, whatever the row says.
        #expect(
            !areOne(
                try linked(
                    "01.02.2025,Жумабеков Самат,м,,,,РФ,,Невыплата зарплаты,,,",
                    "03.02.2025,Токтосунова Айжан,ж,,,,РФ,,Невыплата зарплаты,,,см. строку выше"
                )
            )
        )
    }

    @Test(arguments: [
        ("см. № 123", RowReference.number("123")), ("звонила в марте, см. строку 45", .number("45")),
        ("see row 7", .number("7")), ("См. строку выше", .rowAbove), ("see the row above", .rowAbove),
        ("Жогорку саптагы киши", .rowAbove), ("та же, что строкой/строку  выше", .rowAbove),
    ])
    func referencesAreRead(_ text: String, _ reference: RowReference) {
        #expect(RowReferenceReader.read(["", text]) == reference)
    }

    @Test(arguments: [
        "", "не платят 3 месяца", "см. письмо от 3-го", "№ 123", "строку", "жогорку", "нашли строку, вышел на работу",
        "прочел строку вышестоящего", "в строке. Выше нос",
    ])
    func otherWordsAreNoReference(_ text: String) {
        #expect(RowReferenceReader.read([text]) == nil)
    }

    @Test func whatWasChosenIsPlanned() throws {
        let reading = try TestContent.read(
            ([Self.titles] + Self.others + [
                "01.02.2025,Жумабеков Самат,м,,,,РФ,Москва,,,,", "03.02.2025,Жумабеков Самат,м,,,,РФ,Москва,,,,",
            ]).joined(separator: "\n")
        )
        func plan(_ choice: SuspicionChoice) -> ImportPlan {
            ImportPlan(reading, choices: [PlannedChoice(row: 41, other: .row(40), choice: choice)])
        }
        let same = plan(.same)
        #expect(areOne(same) && same.rows.last?.reasons == [.chosen] && same.suspected == 0)
        let other = plan(.other)
        #expect(!areOne(other) && other.suspected == 0)
        let number = try #require(other.rows.last?.person)
        #expect(other.people[number].strangers == [.row(number - 1)])
    }

    @Test func theReportNamesNobody() throws {
        let plan = try linked(
            "01.02.2025,Жумабеков Самат,м,,,,РФ,Москва,,,,",
            "03.02.2025,Жумабеков Самат,м,,,,РФ,Москва,,,,"
        )
        let report = String(decoding: ImportReport.suspected(plan), as: UTF8.self)
        #expect(report.contains("log:43") && report.contains("log:42") && report.contains("name_only"))
        #expect(!report.contains("Жумабеков"))
    }
}
