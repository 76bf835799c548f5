import Database
import Domain
import Foundation
import Import
import TestSupport
import Testing

@Suite struct ImportRunTests {
    private static let log = """
        Дата,Канал,Язык,ФИО,Пол,Год рожд.,Телефон,Страна,Категория,Суть,Работодатель,Сумма долга,Возвращено,№ дела
        01.02.2025,звонок,рус,Пробова Анара,ж,1990,+79000001122,РФ,Невыплата зарплаты,не платят,ООО Проба,45 000 руб,,Д-25/001
        03.02.2025,WA,кырг,Пробова Анара,ж,,+79000001122,РФ,Невыплата зарплаты,ответа нет,ООО «Проба»,45 000 руб,20 000 руб,Д-25/001
        04.02.2025,звонок,рус,,,,,РФ,,тишина в трубке,,,,
        05.02.2025,визит,рус,аноним,м,,,РФ,Консультация,где консульство,,,,
        31.02.2025,визит,рус,Пробов Бакыт,м,,,РФ,Патент,нужен ли,,,,
        06.02.2025,визит,рус,Пробов Бакыт,м,1985,,РФ,з/п,не отдали,,"30 000 руб",,
        """

    private static let bytes = [UInt8](log.utf8)

    @Test(arguments: TestEngine.available) func rowsBecomeRecords(_ engine: TestEngine) async throws {
        try await ImportHouse.run(on: engine) { house in
            let outcome = try await house.importFile(Self.bytes, name: "log")
            #expect(outcome.refused.isEmpty)
            #expect(outcome.new.taken == 5)
            #expect(outcome.new.rejected == 1)
            #expect(outcome.new.people == 2)
            #expect(outcome.new.cases == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM contact") == 5)
            #expect(try await house.count("SELECT COUNT(*) FROM person WHERE is_imported = 1") == 2)
            #expect(try await house.count("SELECT COUNT(*) FROM case_file WHERE is_imported = 1") == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM employer") == 1)
            // The debt stands in both rows of the case and is one claim; the payment is one; the other debt has no case.
            #expect(try await house.count("SELECT COUNT(*) FROM case_entry WHERE kind = 'claim'") == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM case_entry WHERE kind = 'payment'") == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM fact WHERE kind = 'outcome' AND amount = 3000000") == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM contact_person WHERE is_provisional = 0") == 0)
        }
    }

    @Test(arguments: TestEngine.available) func aSecondRunAddsNothing(_ engine: TestEngine) async throws {
        try await ImportHouse.run(on: engine) { house in
            _ = try await house.importFile(Self.bytes, name: "log")
            let again = try await house.importFile(Self.bytes, name: "log")
            #expect(again.new.taken == 0)
            #expect(again.new.people == 0)
            #expect(again.new.cases == 0)
            #expect(try await house.count("SELECT COUNT(*) FROM contact") == 5)
            #expect(try await house.count("SELECT COUNT(*) FROM person") == 2)
        }
    }

    @Test(arguments: TestEngine.available) func whatWasCutOffGoesOn(_ engine: TestEngine) async throws {
        try await ImportHouse.run(on: engine) { house in
            // The first rows alone, then the whole file: people, cases and firms of both are the same.
            let first = Self.log.split(separator: "\n").prefix(2).joined(separator: "\n")
            _ = try await house.importFile([UInt8](first.utf8), name: "log")
            _ = try await house.importFile(Self.bytes, name: "log")
            #expect(try await house.count("SELECT COUNT(*) FROM contact") == 5)
            #expect(try await house.count("SELECT COUNT(*) FROM person") == 2)
            #expect(try await house.count("SELECT COUNT(*) FROM case_file") == 1)
            #expect(try await house.count("SELECT COUNT(*) FROM case_entry WHERE kind = 'claim'") == 1)
        }
    }

    @Test func theDiskTellsNothingOfTheRows() async throws {
        try await ImportHouse.run(on: .sqlite) { house in
            _ = try await house.importFile(Self.bytes, name: "Пробный журнал")
            let names: [[UInt8]] = try await house.database.read(.system) { connection in
                try connection.rows("SELECT name FROM import_run") { try $0.blob(0) }
            }
            #expect(names.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Пробный") })
            #expect(try await house.count("SELECT COUNT(*) FROM import_row WHERE LENGTH(row_tag) = 16") == 5)
        }
    }
}
