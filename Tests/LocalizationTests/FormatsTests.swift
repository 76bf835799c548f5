import Localization
import Testing

@Suite("Formats")
struct FormatsTests {
    private static let languages = ["en", "ru", "ky", "tg", "uz", "ro", "kk"]

    private static func each(_ format: (Formats) -> String) throws -> [String] {
        try languages.map { format(try Repository.texts($0).formats) }
    }

    @Test func datesAsPeopleWriteThem() throws {
        #expect(
            try Self.each { $0.date(year: 2026, month: 3, day: 12, relativeToYear: 2026) }
                == ["12 Mar", "12 мар.", "12-мар.", "12 мар.", "12-mar", "12 mar.", "12 нау."]
        )
        #expect(
            try Self.each { $0.date(year: 2024, month: 3, day: 12, relativeToYear: 2026) }
                == [
                    "12 Mar 2024", "12 мар. 2024", "2024-ж., 12-мар.", "12 мар. 2024", "12-mar, 2024", "12 mar. 2024",
                    "2024 ж. 12 нау.",
                ]
        )
        #expect(
            try Self.each { $0.longDate(year: 2024, month: 5, day: 1) }
                == [
                    "1 May 2024", "1 мая 2024 г.", "2024-жыл, 1-май", "1 майи соли 2024", "2024-yil 1-may",
                    "1 mai 2024",
                    "2024 жылғы 1 мамыр",
                ]
        )
        #expect(
            try Self.each { $0.date(year: 1987, month: 3) }
                == [
                    "March 1987", "март 1987 г.", "1987-жыл, март", "март 1987", "1987-yil mart", "martie 1987",
                    "1987 жыл, наурыз",
                ]
        )
        #expect(try Self.each { $0.date(year: 1987) } == Array(repeating: "1987", count: 7))
        #expect(try Repository.texts("en").formats.monthAlone(13) == "13")
    }

    @Test(
        "Instants become civil time",
        arguments: [
            (1_773_302_709_000, "Asia/Bishkek", "2026-03-12 14:05:09 (UTC+06:00)"),
            (1_709_200_000_000, "Asia/Almaty", "2024-02-29 15:46:40 (UTC+06:00)"),
            (1_709_300_000_000, "Asia/Almaty", "2024-03-01 18:33:20 (UTC+05:00)"),
            (-1, "UTC", "1969-12-31 23:59:59 (UTC+00:00)"),
            (0, "America/St_Johns", "1969-12-31 20:30:00 (UTC−03:30)"),
            (951_782_400_000, "Europe/Moscow", "2000-02-29 03:00:00 (UTC+03:00)"),
            (0, "Nowhere/Land", "1970-01-01 00:00:00 (UTC+00:00)"),
        ] as [(Int64, String, String)]
    )
    func exact(milliseconds: Int64, zone: String, expected: String) throws {
        let formats = try Repository.texts("ru").formats
        #expect(formats.exactDateTime(milliseconds: milliseconds, zone: zone) == expected)
        #expect(formats.exactDateTime(milliseconds: milliseconds, zone: zone) == expected, "from the cache")
    }

    @Test func dateTimes() throws {
        let instant: Int64 = 1_773_302_709_000
        let formats = try Repository.texts("ru").formats
        #expect(formats.dateTime(milliseconds: instant, zone: "Asia/Bishkek", relativeToYear: 2026) == "12 мар., 14:05")
        #expect(formats.dateTime(milliseconds: instant, utcOffset: 0) == "12 мар. 2026, 08:05")
        #expect(formats.time(milliseconds: instant, zone: "Europe/Moscow") == "11:05")
        #expect(Formats.machineTime(milliseconds: instant) == "2026-03-12T08:05:09Z")
        #expect(!Formats.machineTime(milliseconds: .min).isEmpty)
        #expect(!Formats.machineTime(milliseconds: .max).isEmpty)
    }

    @Test(
        "Relative times",
        arguments: [
            (30, "just now", "только что"), (-30, "just now", "только что"), (300, "5 min ago", "5 мин назад"),
            (7200, "2 hours ago", "2 часа назад"), (86400, "1 day ago", "1 день назад"),
            (-7300, "in 2 hours", "через 2 часа"), (-86400 * 5, "in 5 days", "через 5 дней"),
            (86400 * 10, "2 Mar", "2 мар."), (86400 * 100, "2 Dec 2025", "2 дек. 2025"),
        ] as [(Int64, String, String)]
    )
    func relative(secondsAgo: Int64, english: String, russian: String) throws {
        let now: Int64 = 1_773_302_709_000
        for (language, expected) in [("en", english), ("ru", russian)] {
            let formats = try Repository.texts(language).formats
            let text = formats.relativeTime(milliseconds: now - secondsAgo * 1000, now: now, zone: "Asia/Bishkek")
            #expect(text == expected)
        }
    }

    @Test func relativeTimesOfAbsurdInstants() throws {
        let formats = try Repository.texts("en").formats
        #expect(!formats.relativeTime(milliseconds: .min, now: .max, zone: "UTC").isEmpty)
        #expect(!formats.relativeTime(milliseconds: .max, now: .min, zone: "UTC").isEmpty)
    }

    @Test func numbers() throws {
        let hard = "1\u{A0}234\u{A0}567"
        #expect(try Self.each { $0.number(1_234_567) } == ["1,234,567", hard, hard, hard, hard, "1.234.567", hard])
        let formats = try Repository.texts("ru").formats
        #expect([0, 999, -1000, .min].map { formats.number($0) }.first == "0")
        #expect(formats.number(-1000) == "−1\u{A0}000")
        #expect(formats.number(.min).hasPrefix("−9\u{A0}223"))
        #expect(formats.decimal(units: 1250, places: 2) == "12,50")
        #expect(formats.decimal(units: -5, places: 2) == "−0,05")
        #expect(formats.decimal(units: .min, places: 40).hasPrefix("−9,22"))
    }

    @Test func money() throws {
        func tidy(_ texts: [String]) -> [String] {
            texts.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
        }
        #expect(
            tidy(try Self.each { $0.money(minorUnits: 4_500_000, currency: "KGS") })
                == ["KGS 45,000", "45 000 сом", "45 000 сом", "45 000 сом", "45 000 som", "45.000 KGS", "45 000 сом"]
        )
        #expect(
            tidy(try Self.each { $0.money(minorUnits: 1250, currency: "RUB") })
                == ["RUB 12.50", "12,50 ₽", "12,50 ₽", "12,50 ₽", "12,50 ₽", "12,50 ₽", "12,50 ₽"]
        )
        #expect(tidy(try Self.each { $0.money(minorUnits: 1250, currency: "JPY") }).first == "JPY 1,250")
        #expect(tidy(try Self.each { $0.money(minorUnits: 1250, currency: "USD") }).first == "$12.50")
    }

    @Test func lists() throws {
        let formats = try Repository.texts("en").formats
        #expect(formats.list([]) == "")
        #expect(formats.list(["a"]) == "a")
        #expect(formats.list(["a", "b", "c"]) == "a, b and c")
        #expect(formats.alternatives(["a", "b"]) == "a or b")
        #expect(
            try Self.each { $0.list(["a", "b"]) }
                == ["a and b", "a и b", "a жана b", "a ва b", "a va b", "a și b", "a және b"]
        )
    }

    @Test func countriesAsTheirPeopleCallThem() throws {
        #expect(
            try Self.each { $0.country("KG") }
                == [
                    "Kyrgyzstan", "Кыргызстан", "Кыргызстан", "Қирғизистон", "Qirgʻiziston", "Kârgâzstan", "Қырғызстан",
                ]
        )
        #expect(
            try Self.each { $0.country("RU") }
                == ["Russia", "Россия", "Россия", "Русия", "Rossiya", "Rusia", "Ресей"]
        )
        let formats = try Repository.texts("ru").formats
        #expect(formats.country("QQ") == "QQ")
        #expect(formats.country("no country") == "no country")
    }

    @Test("Every country has a name in every language", arguments: languages)
    func countryList(language: String) throws {
        let countries = try Repository.texts(language).formats.countries
        #expect(countries.count == 249)
        #expect(Set(countries.map(\.name)).count == 249)
        #expect(countries.allSatisfy { $0.name != $0.code && !$0.name.contains("\u{2018}") })
        if language == "ru" { #expect(countries.first?.name == "Австралия") }
    }

    @Test func languageNames() throws {
        let russian = try Repository.texts("ru").formats
        #expect(russian.languageName("ky") == "кыргызский")
        #expect(russian.languageName("tg") == "таджикский")
        #expect(russian.languageName("no language") == "no language")
        #expect(
            Self.languages.map { russian.ownLanguageName($0) }
                == ["English", "Русский", "Кыргызча", "Тоҷикӣ", "Oʻzbekcha", "Română", "Қазақша"]
        )
    }
}
