import Access
import Directory
import Domain

extension DemonstrationNetworkPlan {
    /// Those who take most calls.
    static let hotlines: [Organization] = [
        Organization(
            code: "road-and-right",
            kind: .association,
            zone: "Asia/Bishkek",
            language: .kyrgyz,
            names: [
                Name("en", "Road and Right hotline"), Name("ru", "Горячая линия «Путь и право»"),
                Name("ky", "«Жол жана укук» ишеним телефону"),
            ],
            members: [
                Member("operator", "Айгүл Сатыбалдиева", .operator, duty: "Айгүл"),
                Member("caseworker", "Нурбек Жолдошев", .caseworker, duty: "Нурбек"),
                Member("manager", "Гүлмира Асанбекова", .manager),
                Member("auditor", "Темир Абылгазиев", .auditor),
                Member("operator2", "Бегайым Турсунова", .operator, .kyrgyz, duty: "Бегайым"),
                Member("operator3", "Зарина Холматова", .operator, .tajik, duty: "Зарина"),
                Member("operator4", "Отабек Раҳматов", .operator, .uzbek, duty: "Отабек"),
                Member("night-operator", "Ион Мунтяну", .operator, .romanian, duty: "Ион"),
                Member("caseworker2", "Чолпон Исакова", .caseworker, .kyrgyz),
                Member("hotline-lawyer", "Жаныл Мамбетова", .lawyer, .russian),
                Member("hotline-coordinator", "Эрмек Сулайманов", .coordinator, .kyrgyz),
            ],
            site: SitePlan(
                city: "Бишкек",
                address: "Токтогул көчөсү, 000",
                phone: "+996312000101",
                isRoundTheClock: true
            ),
            offers: [
                Offer("hotline", ["ky", "ru", "uz", "tg", "ro", "en"]),
                Offer("legal_advice", ["ky", "ru"], hasWomanLawyer: true), Offer("information", ["ky", "ru"]),
                Offer("anti_trafficking", ["ky", "ru"], ["RU", "KZ", "TR"]),
            ],
            share: 42
        ),
        Organization(
            code: "northern-house",
            kind: .association,
            zone: "Asia/Yekaterinburg",
            language: .russian,
            names: [
                Name("en", "Northern House integration centre"), Name("ru", "Центр интеграции «Северный дом»"),
                Name("ky", "«Түндүк үй» интеграция борбору"),
            ],
            members: [
                Member("lawyer", "Елена Воронцова", .lawyer),
                Member("north-manager", "Павел Дроздов", .manager),
                Member("north-operator", "Фарида Насырова", .operator, .tajik),
                Member("north-caseworker", "Алтынай Бекова", .caseworker, .kyrgyz),
                Member("north-caseworker2", "Дильшод Эргашев", .caseworker, .uzbek),
            ],
            site: SitePlan(
                country: "RU",
                region: "RU-SVE",
                city: "Екатеринбург",
                address: "ул. Примерная, 1",
                phone: "+73430000102"
            ),
            offers: [
                Offer("documents_legalisation", ["ru", "ky", "uz", "tg"], ["RU-SVE", "RU-CHE", "RU-TYU"], fee: .paid),
                Offer("employment", ["ru", "ky"], ["RU-SVE"]), Offer("housing", ["ru"], ["RU-SVE"], places: 6),
                Offer("training", ["ru"], ["RU-SVE"]),
            ],
            share: 18
        ),
        Organization(
            code: "workers-union",
            kind: .union,
            zone: "Europe/Moscow",
            language: .russian,
            names: [
                Name("en", "Union of Migrant Workers «Arka»"), Name("ru", "Профсоюз трудовых мигрантов «Арка»"),
                Name("ky", "«Арка» эмгек мигранттарынын кесиптик бирлиги"),
            ],
            members: [
                Member("coordinator", "Рустам Назаров", .coordinator),
                Member("researcher", "Дилором Каримова", .researcher),
                Member("union-operator", "Жамшед Саидов", .operator, .tajik),
                Member("union-caseworker", "Канат Омуралиев", .caseworker, .russian),
                Member("union-lawyer", "Ольга Синицына", .lawyer, .russian),
                Member("union-manager", "Гульнора Шарипова", .manager, .tajik),
            ],
            site: SitePlan(
                country: "RU",
                region: "RU-MOW",
                city: "Москва",
                address: "Проезд Образцовый, 2",
                phone: "+74950000103"
            ),
            offers: [
                Offer("wage_claims", ["ru", "ky", "tg", "uz"], ["RU"], hasWomanLawyer: true),
                Offer("legal_advice", ["ru", "tg"], ["RU"]), Offer("advocacy", ["ru"]),
            ],
            share: 12
        ),
        Organization(
            code: "kazakh-road",
            kind: .association,
            zone: "Asia/Almaty",
            language: .kazakh,
            names: [
                Name("en", "«Zholdas» association, Almaty"), Name("ru", "Объединение «Жолдас», Алматы"),
                Name("ky", "«Жолдаш» бирикмеси, Алматы"), Name("kk", "«Жолдас» бірлестігі, Алматы"),
            ],
            members: [
                Member("almaty-operator", "Айдана Серікқызы", .operator, .kazakh),
                Member("almaty-caseworker", "Ерлан Тұрсынов", .caseworker, .kazakh),
                Member("almaty-lawyer", "Сауле Бейсенова", .lawyer, .russian),
                Member("almaty-manager", "Марат Әбдіров", .manager, .kazakh),
            ],
            site: SitePlan(
                country: "KZ",
                region: "KZ-75",
                city: "Алматы",
                address: "Үлгі көшесі, 3",
                phone: "+77270000104"
            ),
            offers: [
                Offer("legal_advice", ["kk", "ru", "uz"], ["KZ"]), Offer("humanitarian_aid", ["kk", "ru"], ["KZ-75"]),
                Offer("anti_trafficking", ["kk", "ru"], ["KZ"]),
            ],
            share: 8
        ),
    ]

    /// Where nobody is helped in earnest: new colleagues learn here, and no figure counts it.
    static let practice = Organization(
        code: "practice",
        kind: .association,
        zone: "Asia/Bishkek",
        language: .russian,
        names: [
            Name("en", "Practice hotline (for training)"), Name("ru", "Учебная горячая линия"),
            Name("ky", "Окуу ишеним телефону"),
        ],
        members: [
            Member("practice-operator", "Учебный Оператор", .operator, .russian),
            Member("practice-operator2", "Окуу Кезмети", .operator, .kyrgyz),
            Member("practice-caseworker", "Окуу Кызматкери", .caseworker, .kyrgyz),
            Member("practice-manager", "Учебный Руководитель", .manager, .russian),
        ],
        site: SitePlan(city: "Бишкек"),
        isPractice: true,
        share: 1
    )
}
