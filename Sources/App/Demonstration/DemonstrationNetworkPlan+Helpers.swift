import Access
import Directory
import Domain

extension DemonstrationNetworkPlan {
    /// Those to whom cases are referred.
    static let helpers: [Organization] = [
        Organization(
            code: "legal-clinic",
            kind: .legal,
            zone: "Europe/Moscow",
            language: .russian,
            names: [
                Name("en", "«Open Door» legal clinic"), Name("ru", "Юридическая клиника «Открытая дверь»"),
                Name("ky", "«Ачык эшик» юридикалык клиникасы"),
            ],
            members: [
                Member("clinic-lawyer", "Ирина Белозёрова", .lawyer, .russian),
                Member("clinic-lawyer2", "Тимур Алиев", .lawyer, .russian),
                Member("clinic-lawyer3", "Наргиза Юлдашева", .lawyer, .uzbek),
                Member("clinic-coordinator", "Анна Ремизова", .coordinator, .russian),
                Member("clinic-manager", "Виктор Осипов", .manager, .russian),
            ],
            site: SitePlan(
                country: "RU",
                region: "RU-MOW",
                city: "Москва",
                address: "Учебный переулок, 4",
                phone: "+74950000105"
            ),
            offers: [
                Offer("legal_representation", ["ru", "uz", "ky"], ["RU"], hasWomanLawyer: true),
                Offer("legal_advice", ["ru", "uz"], ["RU"], hasWomanLawyer: true), Offer("complaints", ["ru"], ["RU"]),
                Offer("detention_visits", ["ru"], ["RU-MOW", "RU-MOS"]),
            ],
            share: 5
        ),
        Organization(
            code: "quiet-harbour",
            kind: .shelter,
            zone: "Asia/Bishkek",
            language: .kyrgyz,
            names: [
                Name("en", "«Quiet Harbour» shelter"), Name("ru", "Приют «Тихая гавань»"),
                Name("ky", "«Тынч булуң» баш калкалоочу жайы"),
            ],
            members: [
                Member("shelter-caseworker", "Салтанат Эсенова", .caseworker, .kyrgyz),
                Member("shelter-night", "Мээрим Акматова", .caseworker, .kyrgyz),
                Member("shelter-manager", "Роза Кадырова", .manager, .russian),
            ],
            site: SitePlan(city: "Бишкек", phone: "+996312000106", isRoundTheClock: true, addressVisibility: .owner),
            offers: [
                Offer("housing", ["ky", "ru"], ["KG"], places: 3),
                Offer("women_support", ["ky", "ru"], ["KG"], places: 3),
                Offer("psychological", ["ky", "ru"], ["KG"]), Offer("reintegration", ["ky", "ru"], ["KG"]),
            ],
            share: 2
        ),
        Organization(
            code: "womens-health",
            kind: .health,
            zone: "Europe/Moscow",
            language: .russian,
            names: [
                Name("en", "«Aina» women's health rooms"), Name("ru", "Кабинет женского здоровья «Айна»"),
                Name("ky", "«Айна» аялдар саламаттыгы"),
            ],
            members: [
                Member("health-caseworker", "Шахноза Каримова", .caseworker, .uzbek),
                Member("health-doctor", "Мадина Раҳимова", .caseworker, .tajik),
                Member("health-manager", "Татьяна Лугова", .manager, .russian),
            ],
            site: SitePlan(
                country: "RU",
                region: "RU-MOW",
                city: "Москва",
                address: "Больничный проезд, 5",
                phone: "+74950000107"
            ),
            offers: [
                Offer("medical", ["ru", "uz", "tg"], ["RU-MOW", "RU-MOS"]),
                Offer("women_support", ["ru", "uz", "tg"], ["RU"]), Offer("psychological", ["ru"], ["RU"]),
                Offer("child_protection", ["ru"], ["RU"]),
            ],
            share: 4
        ),
        Organization(
            code: "ala-too-diaspora",
            kind: .diaspora,
            zone: "Asia/Krasnoyarsk",
            language: .russian,
            names: [
                Name("en", "«Ala-Too» association of countrymen"), Name("ru", "Землячество «Ала-Тоо»"),
                Name("ky", "«Ала-Тоо» жердештер бирикмеси"),
            ],
            members: [
                Member("diaspora-operator", "Азамат Чынгызов", .operator, .kyrgyz),
                Member("diaspora-caseworker", "Жибек Абдраева", .caseworker, .kyrgyz),
                Member("diaspora-coordinator", "Улан Касымов", .coordinator, .russian),
            ],
            site: SitePlan(
                country: "RU",
                region: "RU-KYA",
                city: "Красноярск",
                address: "ул. Условная, 6",
                phone: "+73910000108"
            ),
            offers: [
                Offer("humanitarian_aid", ["ky", "ru"], ["RU-KYA", "RU-IRK", "RU-NVS"]),
                Offer("remains_repatriation", ["ky", "ru"], ["RU"]), Offer("cultural", ["ky"]),
            ],
            share: 6
        ),
    ]

    /// Recipients of states, and those who work with figures.
    static let authorities: [Organization] = [
        Organization(
            code: "consulate-east",
            kind: .consulate,
            zone: "Asia/Yekaterinburg",
            language: .russian,
            names: [
                Name("en", "Consulate General (fictional), Yekaterinburg"),
                Name("ru", "Генеральное консульство (вымышленное), Екатеринбург"),
                Name("ky", "Башкы консулдук (ойдон чыгарылган), Екатеринбург"),
            ],
            members: [
                Member("consul", "Бактыбек Орозов", .caseworker, .kyrgyz),
                Member("consul-manager", "Замира Токтосунова", .manager, .russian),
                Member("consul-operator", "Айсулуу Ниязова", .operator, .kyrgyz),
            ],
            site: SitePlan(
                country: "RU",
                region: "RU-SVE",
                city: "Екатеринбург",
                address: "ул. Посольская, 7",
                phone: "+73430000109"
            ),
            offers: [
                Offer("consular", ["ky", "ru"], ["RU-SVE", "RU-CHE", "RU-TYU", "RU-KHM"]),
                Offer("return_documents", ["ky", "ru"], ["RU-SVE", "RU-CHE", "RU-TYU"], fee: .paid),
            ],
            share: 1
        ),
        Organization(
            code: "consulate-south",
            kind: .consulate,
            zone: "Europe/Istanbul",
            language: .kyrgyz,
            names: [
                Name("en", "Consulate (fictional), Istanbul"), Name("ru", "Консульство (вымышленное), Стамбул"),
                Name("ky", "Консулдук (ойдон чыгарылган), Стамбул"),
            ],
            members: [
                Member("consul-south", "Максат Жээнбаев", .caseworker, .kyrgyz),
                Member("consul-south-manager", "Нурзат Баялиева", .manager, .english),
            ],
            site: SitePlan(
                country: "TR",
                region: "TR-34",
                city: "Istanbul",
                address: "Örnek Sokak 8",
                phone: "+902120000110"
            ),
            offers: [Offer("consular", ["ky", "ru", "en"], ["TR"]), Offer("return_documents", ["ky", "ru"], ["TR"])],
            share: 1
        ),
        Organization(
            code: "labour-exchange",
            kind: .government,
            zone: "Asia/Bishkek",
            language: .kyrgyz,
            names: [
                Name("en", "Labour exchange for work abroad (fictional)"),
                Name("ru", "Биржа труда за рубежом (вымышленная)"),
                Name("ky", "Чет өлкөдө иштөө биржасы (ойдон чыгарылган)"),
            ],
            members: [
                Member("exchange-caseworker", "Кубаныч Алиев", .caseworker, .kyrgyz),
                Member("exchange-coordinator", "Динара Шаршенова", .coordinator, .kyrgyz),
                Member("exchange-manager", "Таалай Усенов", .manager, .russian),
            ],
            site: SitePlan(
                country: "KG",
                region: "KG-O",
                city: "Ош",
                address: "Үлгү көчөсү, 9",
                phone: "+996322000111"
            ),
            offers: [
                Offer("employment", ["ky", "ru"], ["KG"]), Offer("training", ["ky"], ["KG"]),
                Offer("reintegration", ["ky", "ru"], ["KG"]),
            ],
            share: 1
        ),
        Organization(
            code: "corridor-research",
            kind: .international,
            zone: "Europe/Chisinau",
            language: .english,
            names: [
                Name("en", "Corridor Observatory (international research)"),
                Name("ru", "Обсерватория «Коридор» (международные исследования)"),
                Name("ky", "«Коридор» обсерваториясы (эл аралык изилдөө)"), Name("ro", "Observatorul «Coridor»"),
            ],
            members: [
                Member("observatory-researcher", "Doina Ceban", .researcher, .romanian),
                Member("observatory-researcher2", "Ștefan Rusu", .researcher, .romanian),
                Member("observatory-researcher3", "Claire Holloway", .researcher, .english),
                Member("observatory-coordinator", "Mihai Cojocaru", .coordinator, .romanian),
                Member("observatory-lawyer", "Ana Munteanu", .lawyer, .english),
                Member("observatory-manager", "Helen Marsh", .manager, .english),
                Member("observatory-auditor", "Peter Lang", .auditor, .english),
            ],
            site: SitePlan(country: "MD", city: "Chișinău", address: "Str. Exemplului 10", phone: "+37322000112"),
            offers: [Offer("research", ["en", "ro", "ru"]), Offer("monitoring", ["en", "ro"])],
            hasCases: false
        ),
    ]
}
