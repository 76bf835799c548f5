import Domain
import Spreadsheets
import Testing

@testable import Import

@Suite struct CellReaderTests {
    @Test(arguments: [
        ("03.01.2024", "2024-01-03"), ("3.1.24г.", "2024-01-03"), ("2024-01-03", "2024-01-03"),
        ("03/01/2024", "2024-01-03"),
        ("45294", "2024-01-03"), ("3 января 2024 г.", "2024-01-03"), ("3-Jan-24", "2024-01-03"),
        ("Jan 3, 2024", "2024-01-03"),
        ("3 января", "2025-01-03"), ("03.01", "2025-01-03"), ("20240103", "2024-01-03"),
        ("03.01.2024 14:20", "2024-01-03"),
    ]) func readsDays(_ text: String, _ iso: String) {
        guard case .day(let day, _) = DateReader.read(text, order: .dayFirst, year: 2025) else {
            Issue.record("\(text) is no day")
            return
        }
        #expect(day.iso == iso)
    }

    @Test func monthsMayComeFirst() throws {
        let january = try day(2024, 1, 25)
        #expect(DateReader.read("01/25/2024", order: .monthFirst, year: nil) == .day(january, yearFromSheet: false))
        #expect(DateReader.read("01/25/2024", order: .dayFirst, year: nil) == .impossible)
    }

    @Test func impossibleDaysAndMarksAreTold() {
        #expect(DateReader.read("30.02.2024", order: .dayFirst, year: nil) == .impossible)
        #expect(DateReader.read("26.13.2024", order: .dayFirst, year: nil) == .impossible)
        for mark in ["\"", "-//-", "—//—", "-\"-", "ditto", "то же"] {
            #expect(DateReader.read(mark, order: .dayFirst, year: nil) == .ditto)
        }
        #expect(DateReader.read("звонила сестра", order: .dayFirst, year: nil) == .unreadable)
    }

    @Test(arguments: [
        ("1987", "1987"), ("91", "1991"), ("08", "2008"), ("34 лет", "1990"), ("1993 г.р.", "1993"),
        ("22.12.65", "1965-12-22"),
        ("age 20", "2004"), ("12.05.1987", "1987-05-12"),
    ]) func readsBirths(_ text: String, _ iso: String) throws {
        guard case .birth(let date, _) = BirthReader.read(.text(text), on: try day(2024, 3, 1), order: .dayFirst) else {
            Issue.record("\(text) is no birth")
            return
        }
        #expect(date.iso == iso)
    }

    @Test func impossibleBirthsAreTold() throws {
        let called = try day(2024, 3, 1)
        for text in ["19788", "31.02.1990", "2031", "1850"] {
            #expect(BirthReader.read(.text(text), on: called, order: .dayFirst) == .impossible)
        }
    }

    @Test(arguments: [
        ("+7 (946) 971-16-53", "+79469711653"), ("8 943 504 6642", "+79435046642"), ("9475623671", "+79475623671"),
        ("0524825676", "+996524825676"), ("521720386", "+996521720386"), ("00996524125408", "+996524125408"),
        ("37364710820", "+37364710820"), ("+82 100 844 6542", "+821008446542"),
    ]) func readsNumbers(_ text: String, _ e164: String) {
        #expect(PhoneReader.read(text, home: "KG", host: nil).map(\.e164) == [e164])
    }

    @Test func readsSeveralNumbersAndWhoseTheyAre() {
        let phones = PhoneReader.read("8 974 168 6793 и 0 515 948 622 (жена)", home: "KG", host: nil)
        #expect(phones.map(\.e164) == ["+79741686793", "+996515948622"])
        #expect(phones.map(\.relation) == [nil, .wife])
        let rounded = PhoneReader.read("9.96513E+11", home: "KG", host: nil)
        #expect(rounded.map(\.isRounded) == [true])
        #expect(PhoneReader.read("051540279", home: "KG", host: nil).map(\.e164) == [nil])
        #expect(PhoneReader.read("скрыт", home: "KG", host: nil).isEmpty)
    }

    @Test(arguments: [
        ("45т.р.", 4_500_000, "RUB"), ("~800$", 80_000, "USD"), ("2,5 млн тенге", 250_000_000, "KZT"),
        ("114.000 руб.", 11_400_000, "RUB"), ("1 150,00", 115_000, "RUB"), ("85k", 8_500_000, "RUB"),
        ("$350", 35_000, "USD"),
        ("47-52 тыс руб.", 4_700_000, "RUB"), ("6.450 злотых", 645_000, "PLN"), ("54000", 5_400_000, "RUB"),
    ]) func readsAmounts(_ text: String, _ hundredths: Int64, _ currency: String) {
        guard case .amount(let amount) = AmountReader.read(text, host: "RU") else {
            Issue.record("\(text) is no amount")
            return
        }
        #expect(amount.hundredths == hundredths)
        #expect(amount.currency?.code == currency)
    }

    @Test func whatNobodyCanTellStaysUnclear() {
        for text in ["весь расчёт", "за 2 мес", "?", "63"] { #expect(AmountReader.read(text, host: "RU") == .unclear) }
        guard case .amount(let amount) = AmountReader.read("50000", host: nil) else {
            Issue.record("a bare number is an amount")
            return
        }
        #expect(amount.currency == nil)
    }

    @Test func amountsStandInSentences() {
        #expect(AmountReader.find(in: "вернули часть 55 000 руб", host: "RU")?.hundredths == 5_500_000)
        #expect(AmountReader.find(in: "запись на прием 16.01", host: "RU") == nil)
    }

    @Test func namesAreDivided() {
        let name = NameReader.read("Осмонова, Айжамал Токтогуловна (жена) !!!")
        #expect(name.family == "Осмонова")
        #expect(name.given == "Айжамал")
        #expect(name.patronymic == "Токтогуловна")
        #expect(name.relation == .wife)
        #expect(NameReader.read("Сардоров Р.Н.").given == "Р.")
        #expect(NameReader.read("Токтогул уулу Нурлан").family == "Токтогул уулу")
        for nobody in ["аноним", "б/и", "-", "не назвалась", "Anonymous", "мужчина, 30 лет", "аты белгисиз"] {
            #expect(NameReader.read(nobody).isNameless, "\(nobody)")
        }
    }

    @Test func theWrongKeyboardLayoutIsMended() {
        #expect(KeyboardLayout.mended("Vbhfkbtd Nbktr") == "Миралиев Тилек")
        #expect(KeyboardLayout.mended("Jk;j,jkjn") == "Олжоболот")
        for name in ["Osmonova Aijamal", "G'ulombek", "Sokoloov, Nikolai", "Smith John"] {
            #expect(KeyboardLayout.mended(name) == nil, "\(name)")
        }
    }

    @Test func codesAreRead() {
        #expect(ChannelReader.read("Звонок")?.channel == .phone)
        #expect(ChannelReader.read("WA")?.detail == "whatsapp")
        #expect(ChannelReader.read("эл. почта")?.channel == .email)
        #expect(ChannelReader.read("walk-in")?.channel == .visit)
        #expect(LanguageReader.read("кырг.") == "ky")
        #expect(SexReader.read("жен.") == .female)
        #expect(CaseNumberReader.read("Д-24/006") == CaseNumberReader.read("д 24/6"))
        #expect(OutcomeReader.read("Перенаправлена") == .referred)
        #expect(NoRequestReader.read("тишина в трубке"))
        #expect(!NoRequestReader.read("не платят с января"))
    }

    @Test func spellingsOfAFirmAreOne() {
        let keys = ["ООО «Плисковермонтаж»", "плисковер монтаж", "Pliskovermontazh", "ИП \"ПлисковерМонтаж\""]
            .map { EmployerReader.read($0)?.key }
        #expect(Set(keys).count == 1)
        #expect(EmployerReader.read("прораб Сергей")?.isFirm == false)
        #expect(EmployerReader.read("ООО Рога")?.isFirm == true)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> PartialDate {
        try #require(PartialDate(year: year, month: month, day: day))
    }
}
