import Domain
import People

/// Makes people who don't exist: names from common parts, phones from ranges, documents with made-up numbers.
struct FictionalPeople {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private struct Stock {
        let citizenship: String
        let families: [String]
        let women: [String]
        let men: [String]
        let phonePrefix: String
        let passportPrefix: String
    }

    private static let kyrgyz = Stock(
        citizenship: "KG",
        families: [
            "Осмонов", "Асанов", "Токтогулов", "Жумабеков", "Сыдыков", "Абдыкеримов", "Мамытов", "Турдубаев",
            "Эсенгулов", "Бекмурзаев", "Кадыров", "Алымкулов", "Исмаилов", "Орозбаев", "Чолпонбаев",
        ],
        women: ["Айжамал", "Гүлнара", "Бактыгүл", "Нургүл", "Жылдыз", "Айнура", "Чынара", "Мээрим", "Бегимай"],
        men: ["Нурлан", "Бакыт", "Азамат", "Үсөн", "Талант", "Эрлан", "Кубанычбек", "Мирлан", "Өмүрбек"],
        phonePrefix: "+996700",
        passportPrefix: "AN"
    )

    private static let tajik = Stock(
        citizenship: "TJ",
        families: ["Раҳимов", "Саидов", "Назаров", "Шарипов", "Юсупов", "Мирзоев", "Каримов", "Ҳакимов"],
        women: ["Гулрухсор", "Мадина", "Зарина", "Шаҳноза", "Нигора"],
        men: ["Фирӯз", "Ҷамшед", "Рустам", "Далер", "Сӯҳроб", "Ғайрат"],
        phonePrefix: "+992900",
        passportPrefix: "40"
    )

    private static let uzbek = Stock(
        citizenship: "UZ",
        families: ["Karimov", "Yoʻldoshev", "Toʻraev", "Abdullaev", "Ergashev", "Gʻofurov", "Raximov"],
        women: ["Dilnoza", "Nodira", "Oʻgʻiloy", "Malika", "Shahnoza"],
        men: ["Jasur", "Otabek", "Sherzod", "Gʻayrat", "Bobur", "Ulugʻbek"],
        phonePrefix: "+998900",
        passportPrefix: "AB"
    )

    private static let moldovan = Stock(
        citizenship: "MD",
        families: ["Țurcanu", "Rusu", "Ceban", "Munteanu", "Șleahtici", "Cojocaru"],
        women: ["Ana", "Doina", "Ileana", "Măriuca"],
        men: ["Ion", "Vasile", "Ștefan", "Mihai"],
        phonePrefix: "+373600",
        passportPrefix: "A"
    )

    /// The next person of the series.
    mutating func next() -> PersonDetails {
        let stocks = [Self.kyrgyz, Self.kyrgyz, Self.kyrgyz, Self.tajik, Self.uzbek, Self.moldovan]
        let stock = random.pick(stocks, or: Self.kyrgyz)
        let isWoman = Bool.random(using: &random)
        return PersonDetails(
            identity: PersonIdentity(
                names: [name(stock, isWoman: isWoman)],
                birthDate: birthDate(),
                sex: isWoman ? .female : .male,
                citizenship: CountryCode(stock.citizenship)
            ),
            phones: phones(stock),
            documents: documents(stock),
            notes: ""
        )
    }

    private mutating func name(_ stock: Stock, isWoman: Bool) -> PersonName {
        let family = random.pick(stock.families, or: "")
        let given = random.pick(isWoman ? stock.women : stock.men, or: "")
        let father = random.pick(stock.men, or: "")
        guard stock.citizenship != "MD" else { return PersonName(family: family, given: given) }
        // Half of the younger Kyrgyz carry the father's name with uulu or kyzy in place of a family name.
        if stock.citizenship == "KG", Int.random(in: 0..<3, using: &random) == 0 {
            return PersonName(family: "\(father) \(isWoman ? "кызы" : "уулу")", given: given)
        }
        let isCyrillic = family.unicodeScalars.allSatisfy { $0.value >= 0x400 }
        let ending = isWoman ? (isCyrillic ? "а" : "a") : ""
        return PersonName(family: family + ending, given: given)
    }

    private mutating func birthDate() -> PartialDate? {
        let year = Int.random(in: 1958...2006, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return nil
        case 1...2: return PartialDate(year: year)
        default:
            return PartialDate(
                year: year,
                month: Int.random(in: 1...12, using: &random),
                day: Int.random(in: 1...28, using: &random)
            )
        }
    }

    private mutating func phones(_ stock: Stock) -> [PersonPhone] {
        guard Int.random(in: 0..<8, using: &random) > 0 else { return [] }
        return [PersonPhone(number: stock.phonePrefix + String(Int.random(in: 100_000...999_999, using: &random)))]
    }

    private mutating func documents(_ stock: Stock) -> [PersonDocument] {
        guard Int.random(in: 0..<3, using: &random) > 0 else { return [] }
        let number = stock.passportPrefix + String(Int.random(in: 1_000_000...9_999_999, using: &random))
        let state = random.pick([DocumentState.held, .held, .held, .withheld, .lost, .expired], or: .held)
        return [PersonDocument(kind: .passport, number: number, state: state)]
    }
}
