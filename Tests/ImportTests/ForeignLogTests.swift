import Domain
import Import
import Testing

/// Logs of other organizations: other titles, order, language, date format and encoding. All people are made up.
@Suite struct ForeignLogTests {
    /// English, month first, American order, separated by commas; a title above the header.
    private static let english = """
        Helpline contact sheet,,,,,,,,,,
        Ref,Taken by,Date of call,Gender,Caller name,Mobile,Nationality,Where are they now,Type of problem,What happened,Amount owed,Outcome
        1,Ann,01/25/2025,M,Bek Testov,+7 900 000 11 22,Kyrgyzstan,"Moscow, Russia",Unpaid wages,employer did not pay for two months,"$1,200",advised
        2,Ann,01/26/2025,F,anonymous,,Uzbekistan,Russia,Detention,brother was detained,,referred
        3,Ann,02/13/2025,M,Bek Testov,+79000001122,Kyrgyzstan,Moscow,Unpaid wages,still nothing,45k rub,call back
        4,Ann,02/30/2025,F,Nura Probova,,Kyrgyzstan,Turkey,Health,needs a doctor,,advised
        5,Ann,,F,Aida Probova,+90 500 000 00 00,Kyrgyzstan,Turkey,Health,pregnant,,advised
        6,Ann,03/01/2025,,test,,,,,test,,
        7,Bob,"March 3, 2025",F,Aida Probova,+90 500 000 00 00,Kyrgyzstan,Turkey,Pregnancy,where to give birth,,appointment
        8,Bob,03/04/2045,F,Aida Probova,+90 500 000 00 00,Kyrgyzstan,Turkey,Pregnancy,where to give birth,,appointment
        """

    @Test func readsAnEnglishLog() throws {
        let reading = try TestContent.read(Self.english)
        let contacts = reading.contacts
        #expect(contacts.map(\.day.iso) == ["2025-01-25", "2025-01-26", "2025-02-13", "2025-03-03"])
        #expect(reading.count(Rejection.dateImpossible) == 1)
        #expect(reading.count(Rejection.dateMissing) == 1)
        #expect(reading.count(Rejection.dateInFuture) == 1)
        #expect(reading.count(Rejection.test) == 1)
        #expect(contacts.map(\.host.country) == ["RU", "RU", "RU", "TR"])
        #expect(contacts.map(\.sex) == [.male, .female, .male, .female])
        #expect(contacts[0].owed?.money?.decimal == "1200")
        #expect(contacts[2].owed?.money?.currency.code == "RUB")
        #expect(contacts[1].name.isNameless)
        #expect(contacts[0].problems.map(\.rawValue).first == "unpaid_wages")
        #expect(contacts[1].problems.map(\.rawValue).contains("detention"))
        let people = PersonLinking.people(of: contacts)
        #expect(people.contains { $0.contacts == [0, 2] })
    }

    /// Kyrgyz titles, tabs, day and month without a year (the file's name tells it), columns in another order.
    private static let kyrgyz = """
        Аты-жөнү\tЖынысы\tТелефону\tКүнү\tКайрылуу түрү\tӨлкө\tШаар\tМаселе\tКайрылуунун мазмуну\tЖыйынтык\tИш №
        Сынакова Гүлзат\tаял\t0555 00 11 22\t5-март\tчалуу\tРоссия\tМосква\tайлык\tайлык бербей жатат\tкеңеш берилди\t12
        аты белгисиз\tэркек\t\t6-март\tWhatsApp\tТүркия\tСтамбул\tбаңги\tпаспортун алып коюшту\tкайра чалат\t
        Сынакова Гүлзат\tаял\t0555001122\t9-март\tчалуу\tРоссия\t\tайлык\tдагы деле төлөгөн жок\tиш ачылды\t12
        \t\t\t\t\t\t\t\t\t\t
        Жыйынтык\t3\t\t\t\t\t\t\t\t\t
        """

    @Test func readsAKyrgyzLog() throws {
        let reading = try TestContent.read(Self.kyrgyz, name: "Журнал 2025")
        let contacts = reading.contacts
        #expect(contacts.map(\.day.iso) == ["2025-03-05", "2025-03-06", "2025-03-09"])
        #expect(contacts.map(\.sex) == [.female, .male, .female])
        #expect(contacts[0].phones.map(\.e164) == ["+996555001122"])
        #expect(contacts.map { $0.channel?.channel } == [.phone, .messenger, .phone])
        #expect(contacts.map(\.host.country) == ["RU", "TR", "RU"])
        #expect(contacts[0].problems.map(\.rawValue) == ["unpaid_wages"])
        #expect(contacts[0].caseKey == "12" && contacts[2].caseKey == "12")
        #expect(reading.count(PassedOver.totals) == 1)
        #expect(reading.count(PassedOver.empty) == 1)
        #expect(PersonLinking.people(of: contacts).contains { $0.contacts == [0, 2] })
    }

    /// Windows-1251, semicolons, another office's words; family and given name in columns of their own.
    private static let russian = """
        № обращения;Число;Принял;Фамилия;Имя;Отчество;М/Ж;Контактный телефон;Тема обращения;Краткое содержание;Область пребывания;Меры;Выплачено
        1;15.04.2025;Иванова;Пробова;Анара;Тестовна;ж;8-900-000-33-44;зарплата;не отдают за март;Свердловская область;консультация;15 000
        2;—//—;Иванова;Пробов;Бакыт;;м;;патент, регистрация;что нужно;Москва;консультация;
        2;—//—;Иванова;Пробов;Бакыт;;м;;патент, регистрация;что нужно;Москва;консультация;
        3;17.04.2025;;8 900 000 55 66;;;ж;Пробова Айнура;депортация;суд завтра;Москва;;
        Всего;3;;;;;;;;;;;
        Подпись ____________;;;;;;;;;;;;
        """

    @Test func readsWindows1251WithSemicolons() throws {
        let bytes = Self.russian.unicodeScalars.map { scalar -> UInt8 in
            switch scalar.value {
            case 0..<0x80: UInt8(scalar.value)
            case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
            case 0x2116: 0xB9
            case 0x2014: 0x97
            default: 0x3F
            }
        }
        let reading = try TestContent.read(bytes, name: "Обращения")
        let contacts = reading.contacts
        #expect(contacts.map(\.day.iso) == ["2025-04-15", "2025-04-15", "2025-04-17"])
        #expect(reading.count(Rejection.exactCopy) == 1)
        #expect(reading.count(PassedOver.totals) == 1)
        #expect(reading.count(PassedOver.signature) == 1)
        #expect(contacts[0].name.family == "Пробова")
        #expect(contacts[0].numbers == ["+79000003344"])
        #expect(contacts[0].host.region == "RU-SVE")
        #expect(contacts[0].paid?.money?.decimal == "15000")
        #expect(contacts[1].problems.map(\.rawValue) == ["work_permission", "residence_registration"])
    }

    @Test func aMappingSurvivesJSONAndMayBeChanged() throws {
        let reading = try TestContent.read(Self.english)
        var mapping = reading.mapping
        let column = try #require(mapping.sheets[0].index(.description))
        mapping.sheets[0].columns[column] = nil
        #expect(mapping.sheets[0].index(.description) == nil)
        #expect(mapping != reading.mapping)
    }

    @Test func tablesThatAreNoLogsAreLeftAlone() throws {
        let reading = try TestContent.read("Категории,Каналы\nМиграционный учёт,звонок\nПатент,визит\n")
        #expect(reading.mapping.sheets.allSatisfy { !$0.isLog })
        #expect(reading.rows.isEmpty)
    }

    @Test func theReportOfRowsNotTakenCanBeMendedAndReadAgain() throws {
        let reading = try TestContent.read(Self.english)
        let report = String(decoding: ImportReport.rejected(reading), as: UTF8.self)
        #expect(report.contains("date_impossible"))
        let mended = report.replacing("02/30/2025", with: "02/27/2025")
        let again = try TestContent.read(mended)
        #expect(again.contacts.map(\.day.iso) == ["2025-02-27"])
        #expect(again.contacts.first?.name.family == "Probova")
    }

    @Test func cellsPushedToTheRightAreMovedBackAndWholeRowsRefused() throws {
        let log = """
            Дата,Канал,ФИО,Пол,Год рожд.,Телефон,Гражданство,Страна,Суть
            01.02.2025,звонок,Пробова Анара,ж,1990,+79000001122,КР,РФ,не платят
            02.02.2025,звонок,Пробов Бакыт,,м,1985,+79000003344,КР,РФ
            ,03.02.2025,звонок,Пробов Эмил,м,1985,+79000005566,КР,РФ
            """
        let reading = try TestContent.read(log)
        #expect(reading.contacts.count == 2)
        let moved = try #require(reading.contacts.last)
        #expect(moved.remarks.contains(.shiftRepaired))
        #expect(moved.sex == .male)
        #expect(moved.numbers == ["+79000003344"])
        #expect(reading.count(Rejection.shifted) == 1)
    }

    @Test func commonNamesAloneLinkNobody() throws {
        let log = """
            Дата,ФИО,Пол,Год рожд.,Телефон,Страна,Город,Суть
            01.02.2025,Асанов Бакыт,м,1990,+79000001122,РФ,Москва,не платят
            01.09.2025,Асанов Бакыт,м,1975,+79000003344,РФ,Казань,нет регистрации
            05.09.2025,Асанова Айгуль,ж,1992,+79000001122,РФ,Москва,не платят
            """
        #expect(PersonLinking.people(of: try TestContent.read(log).contacts).count == 3)
    }
}
