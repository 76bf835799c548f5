import Domain
import Testing

@testable import Guides

@Suite("Places recognised and found")
struct PlaceTests {
    @Test(
        "The most exact place of a text",
        arguments: [
            ("Питер", "RU", "RU-SPE", "Saint Petersburg"), ("СПб", "RU", "RU-SPE", "Saint Petersburg"),
            ("МО", "RU", "RU-MOS", nil),
            ("Моск. обл", "RU", "RU-MOS", nil), ("г. Екатеринбург", "RU", "RU-SVE", "Yekaterinburg"),
            ("Екат", "RU", "RU-SVE", "Yekaterinburg"), ("Самар. обл.", "RU", "RU-SAM", nil),
            ("Краснояр. край", "RU", "RU-KYA", nil), ("Красн. край", "RU", nil, nil), ("Урал", "RU", nil, nil),
            ("РТ (Казань)", "RU", "RU-TA", "Kazan"), ("Trfnthby,ehu", "RU", "RU-SVE", "Yekaterinburg"),
            ("Ош обл", "KG", "KG-O", nil), ("г. Ош", "KG", "KG-GO", "Osh"), ("Ошто", "KG", "KG-GO", "Osh"),
            ("Ошская обл., Узгенский р-н", "KG", "KG-O", "Uzgen District"), ("Ж-Абад", "KG", "KG-J", nil),
            ("Баткенская, Кадамжай", "KG", "KG-B", "Kadamjay District"), ("Фрунзе", "KG", "KG-GB", "Bishkek"),
            ("Алмата", "KZ", "KZ-75", "Almaty"), ("Чимкент", "KZ", "KZ-79", "Shymkent"),
            ("Стамбул", "TR", "TR-34", "Istanbul"),
            ("Ю. Корея", "KR", nil, nil), ("Дубай, ОАЭ", "AE", "AE-DU", "Dubai"),
        ] as [(String, String, String?, String?)]
    )
    func recognises(text: String, country: String, region: String?, city: String?) throws {
        let place = try #require(try TestContent.library().places.recognise(text))
        #expect(place.country == country)
        #expect(place.region == region)
        #expect(place.city == city)
    }

    @Test(
        "What is nowhere, or could be in several countries, is not guessed",
        arguments: ["", "Шамбала", "12", "где-то"]
    )
    func unknown(text: String) throws {
        #expect(try TestContent.library().places.recognise(text) == nil)
    }

    @Test("The cells of a row are read together; the country's counts most")
    func rows() throws {
        let places = try TestContent.library().places
        let plain = places.recognise(country: "рф", region: "Свердл. обл.", city: "Берёзовский")
        #expect((plain.country, plain.region, plain.city) == ("RU", "RU-SVE", "Beryozovsky"))
        #expect(plain.isUrban == true)
        let swapped = places.recognise(country: "", region: "Россия", city: "Курганская обл.")
        #expect((swapped.country, swapped.region, swapped.city) == ("RU", "RU-KGN", nil))
        let home = places.recognise(country: "домой вернулся", region: "", city: nil)
        #expect(home.country == "KG")
        let town = places.recognise(country: "Россия", region: "РТ (Казань)", city: "Набережные Челны")
        #expect((town.region, town.city) == ("RU-TA", "Naberezhnye Chelny"))
        let village = places.recognise(country: "кр", region: "Ошская обл.", city: "Алай")
        #expect((village.region, village.isUrban) == ("KG-O", false))
        #expect(places.recognise(country: nil, region: "", city: "???").country.isEmpty)
    }

    @Test(
        "Citizenships name countries",
        arguments: [
            ("КР", "KG"), ("гр. РФ", "RU"), ("узб.", "UZ"), ("Тадж.", "TJ"), ("РК", "KZ"), ("Молдавия", "MD"),
            ("кыргыз", "KG"), ("РТ", "TJ"), ("Бишкек", "KG"), ("+996 527 63 31 69", nil),
        ] as [(String, String?)]
    )
    func citizenships(text: String, code: String?) throws {
        #expect(try TestContent.library().places.recogniseCountry(text) == code)
    }

    @Test(
        "Typing finds places, also with a slip and in the other layout",
        arguments: [
            ("новосиб", "RU-NVS"), ("екатеренбург", "RU-SVE"), ("piter", "RU-SPE"), (",birtr", "KG-GB"),
            ("нарын", "KG-N"),
        ]
    )
    func searches(typed: String, region: String) throws {
        let found = try TestContent.library().places.search(typed)
        #expect(found.first?.region == region, "\(typed): \(found.map { $0.label("ru") })")
        #expect(Set(found.map { $0.label("ru") }).count == found.count)
    }

    @Test("Every region of Russia, Kyrgyzstan and Kazakhstan is there, codes once, names told apart")
    func complete() throws {
        let places = try TestContent.library().places
        #expect(places.country("RU")?.regions.count == 83)
        #expect(places.country("KG")?.regions.count == 9)
        #expect(places.country("KZ")?.regions.count == 20)
        #expect(places.countries.count == 14)
        for country in places.countries {
            for language in ["en", "ru", "ky"] {
                let names = country.regions.map { $0.names.text(language) }
                #expect(Set(names).count == names.count, "\(country.code) \(language)")
            }
            #expect(country.regions.allSatisfy { !$0.cities.isEmpty }, "\(country.code)")
        }
    }

    @Test("Every Russian name of a region is recognised as that region")
    func ownNames() throws {
        let places = try TestContent.library().places
        for region in places.country("RU")?.regions ?? [] {
            let found = places.recognise(region.names.text("ru"), within: "RU")
            #expect(found?.region == region.code, "\(region.code)")
        }
    }
}
