public import Domain

/// Reads the sex as written.
enum SexReader {
    static func read(_ text: String) -> Sex? {
        switch Words.split(text).first {
        case "м", "муж", "мужской", "мужчина", "m", "male", "man", "эркек", "э", "эр", "erkak", "мард", "ер",
            "masculin", "м/п":
            .male
        case "ж", "жен", "женский", "женщина", "f", "female", "woman", "w", "аял", "а", "ayol", "зан", "айел",
            "feminin":
            .female
        case "другой", "other", "башка": .other
        default: nil
        }
    }
}

/// A channel with the name of the messenger or the place, where the cell says it.
public struct ReadChannel: Hashable, Sendable {
    public let channel: Channel
    /// Such as `whatsapp` or `field`; nil when the word says no more than the code.
    public let detail: String?
}

/// Reads how somebody came to the organization. Going out to people is counted as a visit: logs seldom keep the two
/// apart, and the detail keeps the difference.
enum ChannelReader {
    static func read(_ text: String) -> ReadChannel? {
        let folded = Words.fold(text)
        guard !folded.isEmpty else { return nil }
        let words = Set(Words.split(text))
        for (detail, short, stems) in messengers where !short.isDisjoint(with: words) || stems.matches(folded) {
            return ReadChannel(channel: .messenger, detail: detail)
        }
        for (channel, detail, short, stems) in others where !short.isDisjoint(with: words) || stems.matches(folded) {
            return ReadChannel(channel: channel, detail: detail)
        }
        return nil
    }

    private static let messengers: [(String, Set<String>, StemList)] =
        ([
            (
                "whatsapp",
                ["whatsapp", "whats app", "wa", "ватсап", "вотсап", "вацап", "ватсапп", "вац ап", "уотсап", "wsp"]
            ),
            ("telegram", ["telegram", "tg", "телег", "тг"]),
            ("imo", ["imo", "имо"]), ("viber", ["viber", "вайбер", "вибер"]),
            ("instagram", ["instagram", "инста", "insta", "ig"]),
            ("facebook", ["facebook", "фейсбук", "fb", "фб", "messenger", "мессенджер"]),
            ("odnoklassniki", ["одноклассники", "ок", "ok"]), ("vkontakte", ["вконтакте", "вк", "vk"]),
            ("signal", ["signal", "сигнал"]), ("tiktok", ["tiktok", "тикток"]), ("wechat", ["wechat"]),
            ("sms", ["sms", "смс"]), ("chat", ["чат", "chat", "соцсет", "social", "сообщение"]),
        ] as [(String, [String])]).map { ($0.0, short($0.1), StemList($0.1.filter { $0.count > 3 })) }

    private static let others: [(Channel, String?, Set<String>, StemList)] =
        ([
            (
                .email, nil,
                ["e-mail", "email", "эл.", "эл ", "электрон", "почта", "имейл", "мейл", "mail", "электрондук"]
            ),
            (
                .web, nil,
                ["сайт", "форма на сайте", "web", "online", "онлайн", "website", "интернет", "form", "бот", "bot"]
            ),
            (.letter, nil, ["письмо", "письм", "letter", "post", "кат", "хат"]),
            (.visit, "field", ["выезд", "рейд", "outreach", "field", "аутрич", "мобильн", "mobile team", "жерине"]),
            (
                .visit, nil,
                [
                    "визит", "офис", "приш", "прием", "личн", "visit", "office", "walk", "in person", "person", "очно",
                    "лично", "face", "келди",
                    "кабыл алуу", "жеке", "in-person", "консультация в офисе",
                ]
            ),
            (
                .phone, nil,
                [
                    "звон", "телеф", "тел", "phone", "call", "hotline", "горяч", "чалуу", "чалды", "моб", "сот", "line",
                    "ip", "занг", "telefon",
                ]
            ),
        ] as [(Channel, String?, [String])]).map { ($0.0, $0.1, short($0.2), StemList($0.2.filter { $0.count > 3 })) }

    /// Short words must stand alone: "ок" is no part of "окно".
    private static func short(_ words: [String]) -> Set<String> { Set(words.filter { $0.count <= 3 }) }
}

/// Reads languages, as BCP 47 codes.
enum LanguageReader {
    private static let stems: [(String, [String])] = [
        ("ky", ["кырг", "кг", "киргиз", "kyrg", "kirg", "kg", "ky"]), ("ru", ["рус", "russ", "ru", "орус"]),
        ("uz", ["узб", "uzb", "uz", "ozbek", "o'zb"]), ("tg", ["тадж", "тажик", "taj", "tg", "tj", "точик"]),
        ("ro", ["рум", "молд", "rom", "mold", "ro", "md"]), ("kk", ["каз", "kaz", "kk", "kz"]),
        ("en", ["англ", "engl", "en"]), ("tr", ["турец", "тур", "turk", "tr"]), ("uk", ["укр", "ukr"]),
        ("hy", ["арм", "arm"]), ("az", ["азер", "azer"]), ("ka", ["груз", "georg"]), ("tk", ["туркм", "turkm"]),
    ]

    static func read(_ text: String) -> String? {
        guard let first = Words.split(text).first else { return nil }
        let order = first.hasPrefix("туркм") || first.hasPrefix("turkm") ? stems.reversed() : stems
        return order.first { $0.1.contains { $0.count <= 2 ? first == $0 : first.hasPrefix($0) } }?.0
    }
}

/// Reads yes and no.
enum YesReader {
    static func read(_ text: String) -> Bool? {
        let folded = Words.fold(text)
        guard !folded.isEmpty else { return nil }
        if ["+", "v", "x", "✓", "✔"].contains(folded) { return true }
        guard let first = Words.split(folded).first else { return folded == "-" ? false : nil }
        if let number = Int(first) { return number > 0 }
        if ["нет", "no", "n", "жок", "не", "отказ", "отказался", "false", "refused", "yoq"].contains(first) {
            return false
        }
        if [
            "да", "есть", "ооба", "yes", "y", "устно", "письменно", "true", "бар", "verbal", "written", "given",
            "оозеки", "жазуу", "согласен", "согласна", "ha",
        ]
        .contains(first) {
            return true
        }
        return nil
    }
}

/// Reads how a contact ended, as far as words tell.
enum OutcomeReader {
    private static let rules: [(ContactOutcome, StemList)] =
        ([
            (.noRequest, ["не обращение", "кайрылуу эмес", "no request", "not a request", "не по теме", "ошибоч"]),
            (
                .caseOpened,
                [
                    "дело", "открыто дело", "иш ачыл", "ведет юрист", "в работе", "на контроле", "юристте", "иште",
                    "case", "opened", "in progress", "кейс",
                    "ждем документы",
                ]
            ),
            (.appointment, ["прием", "запись", "записан", "придет", "назначен", "appointment", "кабыл алуу", "келет"]),
            (
                .referred,
                ["направ", "перенаправ", "передан", "жонотулду", "откорулду", "referred", "forwarded", "багытт"]
            ),
            (
                .callBack,
                [
                    "перезвон", "недозвон", "не отвечает", "не берет", "жооп жок", "кайра чал", "call back", "callback",
                    "no answer", "ждет звонка",
                ]
            ),
            (
                .advised,
                [
                    "консульт", "разъясн", "информ", "кенеш", "решен", "закрыт", "ок", "+", "жабыл", "чечил", "advised",
                    "advice", "solved", "closed",
                    "resolved", "объясн", "ok", "done", "получен", "выплат", "верну", "заплат", "алды", "тушундур",
                ]
            ),
        ] as [(ContactOutcome, [String])]).map { ($0.0, StemList($0.1, wholeUpTo: 2)) }

    static func read(_ text: String) -> ContactOutcome? {
        let folded = Words.fold(text)
        guard !folded.isEmpty else { return nil }
        return rules.first { $0.1.matches(folded) }?.0
    }
}

/// Contacts that ask for nothing: silence, wrong numbers, abuse, advertising, children at play.
enum NoRequestReader {
    private static let stems = StemList([
        "тишина", "молч", "ошибл", "ошибоч", "не туда", "не тот номер", "реклам", "спам", "балуют", "балует", "хулиган",
        "пьян", "нецензур", "ругает", "бросил трубку",
        "положил трубку", "сорвался звонок", "сорвалс", "спросили такси", "вызов такси", "проверка связи", "розыгрыш",
        "дыш", "silence", "silent", "wrong number", "prank",
        "abus", "spam", "hung up", "drunk", "advert", "misdial", "kids play", "ун жок", "жанылыш номер", "жанылыш",
        "балдар ойноп", "ойноп жатат", "болумдо", "мас болуп",
        "жарнама", "такси сурад", "не обращение", "кайрылуу эмес", "no request", "не по теме",
    ])

    /// True when the text says so.
    static func read(_ text: String) -> Bool {
        stems.matches(Words.fold(text))
    }
}

/// Case numbers made comparable: `Д-24/006`, `д 24/6` and `24/006` are one.
enum CaseNumberReader {
    /// - Returns: the digits' groups without leading zeros, such as `24/6`; nil when the cell holds no number.
    static func read(_ text: String) -> String? {
        let groups = DateReader.tokens(of: Words.fold(text)).filter { Int($0) != nil }
        guard !groups.isEmpty, groups.count <= 4, text.count <= 30 else { return nil }
        return groups.map { String($0.drop { $0 == "0" }) }.map { $0.isEmpty ? "0" : $0 }.joined(separator: "/")
    }
}
