import Domain

/// What is said and written in the demonstration: short words in the languages of the callers and of the desk.
struct FictionalWords: Sendable {
    /// A problem with its share of the calls and what a note of such a call says.
    struct Topic: Sendable {
        let weight: Int
        let problem: ProblemCode
        let notes: [String]
        /// To whom it goes when it is referred: codes of the plan's organisations, the best first.
        let helpers: [String]
        let purpose: SharePurpose
        /// Whether somebody owes money.
        let isClaim: Bool

        init?(
            _ weight: Int,
            _ problem: String,
            _ notes: [String],
            _ helpers: [String],
            _ purpose: SharePurpose,
            isClaim: Bool = false
        ) {
            guard let code = ProblemCode(rawValue: problem) else { return nil }
            self.weight = weight
            self.problem = code
            self.notes = notes
            self.helpers = helpers
            self.purpose = purpose
            self.isClaim = isClaim
        }
    }

    /// By how often they come, as the yearly reports of such hotlines count them.
    static let topics: [Topic] = [
        Topic(
            20,
            "unpaid_wages",
            [
                "Не выплатили зарплату за два месяца на стройке.", "Айлык акысын үч айдан бери беришпейт.",
                "Бригадир обещает и не платит, договора нет.", "The foreman left with the money for the whole crew.",
            ],
            ["workers-union", "legal-clinic"],
            .legalAid,
            isClaim: true
        ),
        Topic(
            12,
            "residence_registration",
            ["Срок регистрации кончается через неделю.", "Каттоо мөөнөтү бүтүп калды, хозяин каттабайт."],
            ["northern-house"],
            .documents
        ),
        Topic(
            9,
            "control_register",
            ["Попал в реестр контролируемых лиц, не знает почему.", "Реестрге кирип калыптыр, карта бөгөттөлгөн."],
            ["legal-clinic"],
            .legalAid
        ),
        Topic(
            8,
            "reentry_ban",
            ["Проверил запрет на въезд: закрыт на пять лет.", "Кирүүгө тыюу салынган, үй-бүлөсү ошол жакта."],
            ["legal-clinic"],
            .legalAid
        ),
        Topic(
            6,
            "documents_withheld",
            [
                "Паспорт у хозяина, не отдаёт.", "Паспортун бригадир алып койгон.",
                "The employer keeps the passports of six women.",
            ],
            ["workers-union", "legal-clinic"],
            .legalAid
        ),
        Topic(5, "deportation", ["Решение о выдворении, десять дней на жалобу."], ["legal-clinic"], .legalAid),
        Topic(
            5,
            "health_care",
            ["Нужна операция, полиса нет.", "Ооруканада төлөм сурап жатышат."],
            ["womens-health"],
            .medical
        ),
        Topic(
            4,
            "lost_documents",
            ["Потерял паспорт в поезде.", "Паспортун жоготуп алган, үйгө кайткысы келет."],
            ["consulate-east"],
            .consular
        ),
        Topic(4, "work_permission", ["Просрочил платёж за патент."], ["northern-house"], .documents),
        Topic(
            3,
            "work_accident",
            ["Упал с лесов, работодатель отказывается оформлять.", "Жумушта колун кесип алган."],
            ["workers-union", "legal-clinic"],
            .legalAid,
            isClaim: true
        ),
        Topic(3, "police_abuse", ["Забрали телефон при проверке и били."], ["legal-clinic"], .legalAid),
        Topic(
            3,
            "violence_against_women",
            ["Муж бьёт, боится уйти с ребёнком.", "Күйөөсү сабайт, барар жери жок."],
            ["quiet-harbour", "womens-health"],
            .shelter
        ),
        Topic(2, "confinement", ["Закрыты в цехе, выходить не дают."], ["road-and-right", "legal-clinic"], .legalAid),
        Topic(2, "detention", ["Держат в центре временного содержания третий месяц."], ["legal-clinic"], .legalAid),
        Topic(2, "pregnancy_birth", ["Беременна, на учёт не ставят."], ["womens-health"], .medical),
        Topic(
            2,
            "death_repatriation",
            ["Погиб на работе, нужно отправить тело домой.", "Сөөктү мекенге жеткирүү керек."],
            ["ala-too-diaspora", "consulate-east"],
            .consular
        ),
        Topic(
            2,
            "job_search",
            ["Ищет работу с официальным договором.", "Расмий жумуш издейт."],
            ["labour-exchange"],
            .employment
        ),
        Topic(2, "dismissal", ["Уволили в один день без расчёта."], ["workers-union"], .legalAid, isClaim: true),
        Topic(
            1,
            "trafficking",
            ["Обещали кафе, увезли в другой город, паспорт забрали."],
            ["quiet-harbour", "road-and-right"],
            .shelter
        ),
        Topic(
            1,
            "missing_person",
            ["Мать ищет сына, два месяца не звонит.", "Баласы менен байланыш үзүлгөн."],
            ["ala-too-diaspora"],
            .other
        ),
        Topic(1, "child_education", ["Ребёнка не берут в школу."], ["northern-house"], .social),
        Topic(
            1,
            "recruitment_fraud",
            ["Заплатил посреднику, работы нет."],
            ["labour-exchange", "legal-clinic"],
            .legalAid,
            isClaim: true
        ),
        Topic(2, "housing", ["Выгнали из общежития ночью."], ["northern-house"], .social),
    ].compactMap { $0 }

    static let information = [
        "Спросил, сколько стоит патент.", "Маалымат сурады: медициналык полис.", "Asked about new rules of entry.",
        "Режим работы приёмной.",
    ]
    static let notes = [
        "Перезвонил, документы пришлёт завтра.", "Разговор с бригадиром: обещает до пятницы.",
        "Документтерди көрдүк, арыз жазылды.",
        "Свидетелей двое, оба готовы подписать.", "Клиент просит пока ничего не посылать.",
        "Sent the draft complaint for reading.",
        "Үй-бүлөсү менен сүйлөштүк.", "Ответа нет вторую неделю, напомнить.",
    ]
    static let tasks = [
        "Позвонить работодателю", "Собрать переписку и чеки", "Подготовить жалобу", "Документтердин көчүрмөсүн алуу",
        "Проверить реестр", "Записать к врачу", "Ask the bank for a statement", "Тилмеч табуу",
    ]
    static let employers = [
        "ООО «Высота-Строй»", "ИП Лисицын (стройка)", "ООО «Тёплый Хлеб»", "Кафе «Маяк у реки»",
        "ООО «Складской двор 5»",
        "Бригада Вахида", "ООО «СпецЧистоград»", "Рынок «Северный угол»", "ООО «Швейная линия»", "ООО «ДорРемонт-Тест»",
        "Такси «Десятка»", "ООО «Тепличный край»",
    ]
    static let closings = [
        "Объяснено, что деньги выплачены полностью; дело можно открыть снова.", "Иш жабылды, телефон номери айтылды.",
        "Told where to turn if it happens again.", "Клиент уехал домой; связь через сестру.",
    ]
    static let answers = [
        "Берём, юрист перезвонит сегодня.", "Жооп: кабыл алдык.", "Нет мест до конца месяца.",
        "Решение суда в пользу человека.",
        "The wage was paid in two parts.",
    ]
}
