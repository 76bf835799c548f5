/// The parts of which the names, phones and documents of one country's fictional people are made.
struct FictionalStock: Sendable {
    let citizenship: String
    let families: [String]
    let women: [String]
    let men: [String]
    let phonePrefix: String
    let passportPrefix: String
    /// Where they come from, ISO 3166-2.
    let regions: [String]
    /// What they speak, BCP 47, the best first.
    let languages: [String]

    /// Of a hundred people, so many are of each.
    static let all: [(weight: Int, value: FictionalStock)] = [(58, kyrgyz), (18, tajik), (18, uzbek), (6, moldovan)]

    static let kyrgyz = FictionalStock(
        citizenship: "KG",
        families: [
            "Осмонов", "Асанов", "Токтогулов", "Жумабеков", "Сыдыков", "Абдыкеримов", "Мамытов", "Турдубаев",
            "Эсенгулов", "Бекмурзаев", "Кадыров", "Алымкулов", "Исмаилов", "Орозбаев", "Чолпонбаев", "Мурзабеков",
            "Садыков", "Келдибеков", "Ташматов", "Бообеков", "Акматов", "Курманов", "Дүйшөев", "Жолдошев", "Касымбеков",
            "Омуралиев", "Раимбеков", "Султанов", "Тагаев", "Үсөнов", "Шабданов", "Эгембердиев", "Ысманов", "Нышанов",
        ],
        women: [
            "Айжамал", "Гүлнара", "Бактыгүл", "Нургүл", "Жылдыз", "Айнура", "Чынара", "Мээрим", "Бегимай", "Асел",
            "Гүлзат", "Жибек", "Кундуз", "Назгүл", "Перизат", "Сайкал", "Толгонай", "Чолпон", "Элнура", "Айпери",
        ],
        men: [
            "Нурлан", "Бакыт", "Азамат", "Үсөн", "Талант", "Эрлан", "Кубанычбек", "Мирлан", "Өмүрбек", "Алмаз",
            "Данияр", "Жоомарт", "Замир", "Илияз", "Кылыч", "Медер", "Нурбек", "Руслан", "Сыймык", "Чыңгыз", "Эмил",
        ],
        phonePrefix: "+996700",
        passportPrefix: "AN",
        regions: ["KG-O", "KG-O", "KG-J", "KG-B", "KG-GO", "KG-C", "KG-N", "KG-T", "KG-Y", "KG-GB"],
        languages: ["ky", "ru"]
    )

    static let tajik = FictionalStock(
        citizenship: "TJ",
        families: [
            "Раҳимов", "Саидов", "Назаров", "Шарипов", "Юсупов", "Мирзоев", "Каримов", "Ҳакимов", "Одинаев", "Гулов",
            "Бобоев", "Давлатов", "Зокиров", "Ниёзов", "Сафаров",
        ],
        women: ["Гулрухсор", "Мадина", "Зарина", "Шаҳноза", "Нигора", "Парвина", "Фарзона", "Тахмина"],
        men: ["Фирӯз", "Ҷамшед", "Рустам", "Далер", "Сӯҳроб", "Ғайрат", "Бахтиёр", "Икром", "Умед", "Хуршед"],
        phonePrefix: "+992900",
        passportPrefix: "40",
        regions: ["TJ-SU", "TJ-KT", "TJ-GB", "TJ-DU", "TJ-RA"],
        languages: ["tg", "ru"]
    )

    static let uzbek = FictionalStock(
        citizenship: "UZ",
        families: [
            "Karimov", "Yoʻldoshev", "Toʻraev", "Abdullaev", "Ergashev", "Gʻofurov", "Raximov", "Xolmatov", "Usmonov",
            "Qodirov", "Nazarov", "Ismoilov",
        ],
        women: ["Dilnoza", "Nodira", "Oʻgʻiloy", "Malika", "Shahnoza", "Gulchehra", "Ziyoda", "Feruza"],
        men: ["Jasur", "Otabek", "Sherzod", "Gʻayrat", "Bobur", "Ulugʻbek", "Sardor", "Anvar", "Doniyor"],
        phonePrefix: "+998900",
        passportPrefix: "AB",
        regions: ["UZ-FA", "UZ-AN", "UZ-NG", "UZ-SA", "UZ-XO", "UZ-TK"],
        languages: ["uz", "ru"]
    )

    static let moldovan = FictionalStock(
        citizenship: "MD",
        families: ["Țurcanu", "Rusu", "Ceban", "Munteanu", "Șleahtici", "Cojocaru", "Botnari", "Lungu"],
        women: ["Ana", "Doina", "Ileana", "Măriuca", "Cristina", "Natalia"],
        men: ["Ion", "Vasile", "Ștefan", "Mihai", "Andrei", "Grigore"],
        phonePrefix: "+373600",
        passportPrefix: "A",
        regions: [],
        languages: ["ro", "ru"]
    )
}
