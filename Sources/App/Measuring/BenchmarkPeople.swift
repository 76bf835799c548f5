import Domain
import People

/// Makes very many people who don't exist. Their names are put together from parts, so that few of a million bear the
/// same one; the nth person of a seed is always the same.
struct BenchmarkPeople: Sendable {
    private let seed: UInt64
    private let stocks: [(weight: Int, value: Stock)]

    init(seed: UInt64) {
        self.seed = seed
        stocks = [(62, .kyrgyz), (18, .tajik), (16, .uzbek), (4, .moldovan)]
    }

    /// The person at a place of the series, counted from 0.
    func person(at place: Int) -> PersonDetails {
        var random = SeededGenerator(seed: seed &+ UInt64(place) &* 0xD134_2543_DE82_EF95)
        let stock = random.weighted(stocks, or: .kyrgyz)
        let isWoman = random.chance(40)
        var name = name(stock, isWoman: isWoman, &random)
        // Half is written as at home, the rest as a Russian clerk or a passport has it.
        switch random.number(0...9) {
        case 0...2: name = Self.inRussianLetters(name)
        case 3...4: name = FictionalSpelling.latin(name) ?? name
        default: break
        }
        return PersonDetails(
            identity: PersonIdentity(
                names: [name],
                birthDate: birthDate(&random),
                sex: isWoman ? .female : .male,
                citizenship: CountryCode(stock.parts.citizenship),
                languages: stock.parts.languages
            ),
            phones: random.chance(80)
                ? [PersonPhone(number: stock.parts.phonePrefix + String(random.number(100_000...999_999)))] : [],
            documents: random.chance(55)
                ? [
                    PersonDocument(
                        kind: .passport,
                        number: stock.parts.passportPrefix + String(random.number(1_000_000...9_999_999))
                    )
                ] : []
        )
    }

    private func name(_ stock: Stock, isWoman: Bool, _ random: inout SeededGenerator) -> PersonName {
        let given = random.common(isWoman ? stock.women : stock.men)
        if !stock.hasEndings { return PersonName(family: random.common(stock.parts.families), given: given) }
        let father = random.common(stock.men)
        let isCyrillic = father.unicodeScalars.allSatisfy { $0.value >= 0x400 }
        if stock.parts.citizenship == "KG", random.chance(25) {
            return PersonName(family: "\(father) \(isWoman ? "кызы" : "уулу")", given: given)
        }
        let family = Self.family(random.common(stock.men), isWoman: isWoman, isCyrillic: isCyrillic)
        guard isCyrillic, random.chance(30), let last = father.last, !Self.vowels.contains(last) else {
            return PersonName(family: family, given: given)
        }
        return PersonName(family: family, given: given, patronymic: father + (isWoman ? "овна" : "ович"))
    }

    private static let vowels: Set<Character> = Set("аеёийоуыэюяөүӣӯaeiou")

    /// The family name that a forefather's name gave.
    private static func family(_ root: String, isWoman: Bool, isCyrillic: Bool) -> String {
        let isSoft = root.last.map(vowels.contains) ?? false
        let root = root.last == "й" || root.last == "а" ? String(root.dropLast()) : root
        let ending = isCyrillic ? (isSoft ? "ев" : "ов") : (isSoft ? "yev" : "ov")
        return root + ending + (isWoman ? (isCyrillic ? "а" : "a") : "")
    }

    private static let russianLetters: [Character: String] = [
        "ө": "о", "Ө": "О", "ү": "у", "Ү": "У", "ң": "н", "ғ": "г", "Ғ": "Г", "ӣ": "и", "қ": "к", "Қ": "К", "ӯ": "у",
        "ҳ": "х", "Ҳ": "Х", "ҷ": "дж", "Ҷ": "Дж",
    ]

    private static func inRussianLetters(_ name: PersonName) -> PersonName {
        func written(_ text: String) -> String { text.map { russianLetters[$0] ?? String($0) }.joined() }
        return PersonName(
            family: written(name.family),
            given: written(name.given),
            patronymic: written(name.patronymic)
        )
    }

    private func birthDate(_ random: inout SeededGenerator) -> PartialDate? {
        let year = random.number(1955...2006)
        switch random.number(0...19) {
        case 0...1: return nil
        case 2...4: return PartialDate(year: year)
        case 5: return PartialDate(year: year, month: 1, day: 1)
        default: return PartialDate(year: year, month: random.number(1...12), day: random.number(1...28))
        }
    }
}

/// One country's names, with those put together from two parts.
private struct Stock: Sendable {
    let parts: FictionalStock
    let men: [String]
    let women: [String]
    /// Whether family names come from forefathers' names by an ending.
    let hasEndings: Bool

    private init(_ parts: FictionalStock, _ men: [String], _ women: [String], hasEndings: Bool = true) {
        self.parts = parts
        // In an order that has nothing to do with how they are made, so that common and rare ones are of all kinds.
        var random = SeededGenerator(seed: UInt64(men.count))
        self.men = men.shuffled(using: &random)
        self.women = women.shuffled(using: &random)
        self.hasEndings = hasEndings
    }

    private static func joined(_ first: String, _ second: String) -> [String] {
        let endings = second.split(separator: " ")
        return first.split(separator: " ").flatMap { start in
            endings.filter { $0 != start.lowercased() }.map { String(start) + String($0) }
        }
    }

    static let kyrgyz = Stock(
        .kyrgyz,
        FictionalStock.kyrgyz.men
            + joined(
                "Ай Ак Алтын Асан Бай Бакыт Болот Бек Дөөлөт Жан Жаңыл Жол Жума Жээн Кадыр Кан Кубан Кубат Кут Кылыч "
                    + "Мамат Молдо Мурат Мырза Назар Нур Олжо Орозо Өмүр Сагын Сапар Сейит Суйун Сыргак Таалай Тай "
                    + "Темир Тилек Токто Төлө Турду Улук Уран Чолпон Шер Эл Эркин Эсен",
                "бек алы жан мырза кул бай болот хан берди султан дин темир"
            ),
        FictionalStock.kyrgyz.women
            + joined(
                "Ай Ак Алтын Асыл Бакыт Бал Бермет Гүл Жаз Жаңыл Жибек Зар Кал Кан Көк Күмүш Күн Мээр Назар Нур Олжо "
                    + "Сайра Салам Суйун Таалай Токто Төрө Турсун Уул Чолпон Чынар Шайыр Ырыс Эл",
                "гүл жамал нур айым бүбү сулуу пери кан бермет зат"
            )
    )

    static let tajik = Stock(
        .tajik,
        FictionalStock.tajik.men
            + joined(
                "Абдулло Баҳром Беҳрӯз Давлат Зафар Исмоил Комрон Маҳмад Меҳроб Мирзо Назар Нур Парвиз Раҳмон Рустам "
                    + "Саид Сафар Умар Фаридун Холиқ Ҷамшед Ҷаҳон Шариф Шоҳ Қурбон Ғулом",
                "ҷон бек шоҳ алӣ хон мурод"
            ),
        FictionalStock.tajik.women
            + joined(
                "Гул Зар Зеб Маҳ Меҳр Моҳ Ниг Нис Озод Парв Руҳ Сав Сит Таҳм Фарз Шаҳл",
                "ина она ора мо бахт нисо"
            )
    )

    static let uzbek = Stock(
        .uzbek,
        FictionalStock.uzbek.men
            + joined(
                "Abdu Alisher Anvar Bahrom Dilshod Erkin Fayzi Hasan Ibrohim Jasur Komil Mansur Murod Nodir Oybek "
                    + "Rustam Sanjar Shavkat Sherzod Temur Toʻlqin Umid Xurshid Zafar Oʻktam Qahramon",
                "bek jon ali boy xon"
            ),
        FictionalStock.uzbek.women
            + joined(
                "Dil Feruza Gul Hilol Lola Mah Malika Muqaddas Nargiza Oy Sevar Shah Umida Yulduz Zebo",
                "xon oy bahor"
            )
    )

    static let moldovan = Stock(
        .moldovan,
        FictionalStock.moldovan.men,
        FictionalStock.moldovan.women,
        hasEndings: false
    )
}

extension SeededGenerator {
    /// One of a list whose beginning is common and whose end is rare.
    fileprivate mutating func common(_ list: [String]) -> String {
        guard !list.isEmpty else { return "" }
        let share = Double(number(0...999_999)) / 1_000_000
        return list[Int(share * share.squareRoot() * Double(list.count))]
    }
}
