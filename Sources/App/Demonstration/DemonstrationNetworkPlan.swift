import Access
import Domain

/// The organisations and members of the demonstration; all fictional, of the kinds that such networks have.
struct DemonstrationNetworkPlan {
    struct Organization {
        let code: String
        let kind: OrganizationKind
        let zone: String
        let language: InterfaceLanguage
        let names: [(language: String, text: String)]
        let members: [(email: String, name: String, role: Role)]
    }

    let organizations: [Organization] = [
        Organization(
            code: "road-and-right",
            kind: .association,
            zone: "Asia/Bishkek",
            language: .kyrgyz,
            names: [
                ("en", "Road and Right hotline"), ("ru", "Горячая линия «Путь и право»"),
                ("ky", "«Жол жана укук» ишеним телефону"),
            ],
            members: [
                ("operator@demo.tirek.example", "Айгүл Сатыбалдиева", .operator),
                ("caseworker@demo.tirek.example", "Нурбек Жолдошев", .caseworker),
                ("manager@demo.tirek.example", "Гүлмира Асанбекова", .manager),
                ("auditor@demo.tirek.example", "Темир Абылгазиев", .auditor),
            ]
        ),
        Organization(
            code: "northern-house",
            kind: .association,
            zone: "Asia/Yekaterinburg",
            language: .russian,
            names: [
                ("en", "Northern House integration centre"), ("ru", "Центр интеграции «Северный дом»"),
                ("ky", "«Түндүк үй» интеграция борбору"),
            ],
            members: [
                ("lawyer@demo.tirek.example", "Елена Воронцова", .lawyer),
                ("north-manager@demo.tirek.example", "Павел Дроздов", .manager),
            ]
        ),
        Organization(
            code: "workers-union",
            kind: .union,
            zone: "Europe/Moscow",
            language: .russian,
            names: [
                ("en", "Union of Migrant Workers «Arka»"), ("ru", "Профсоюз трудовых мигрантов «Арка»"),
                ("ky", "«Арка» эмгек мигранттарынын кесиптик бирлиги"),
            ],
            members: [
                ("coordinator@demo.tirek.example", "Рустам Назаров", .coordinator),
                ("researcher@demo.tirek.example", "Дилором Каримова", .researcher),
            ]
        ),
    ]

    /// Who runs the installation itself.
    let administrator = (email: "administrator@demo.tirek.example", name: "Мирлан Токтомушев")
}
