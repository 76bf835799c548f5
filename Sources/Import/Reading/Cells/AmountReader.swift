public import Domain

/// An amount as somebody wrote it.
public struct ReadAmount: Hashable, Sendable {
    /// Hundredths; of a range its lower end.
    public let hundredths: Int64
    /// Nil when neither the cell nor the row tells.
    public let currency: CurrencyCode?
    /// True for "about", a range or "more than".
    public let isApproximate: Bool
    /// As written.
    public let text: String

    /// The amount, when its currency is known.
    public var money: Money? { currency.map { Money(hundredths: hundredths, currency: $0) } }
}

/// What a cell of amounts says.
enum AmountReading: Hashable, Sendable {
    case amount(ReadAmount)
    /// Something is owed, but how much cannot be told: "all of it", "for two months", a bare 63.
    case unclear
    case blank
}

/// Reads amounts as people write them; a bare number is in the money of the country where the person is.
enum AmountReader {
    /// - Parameters:
    ///   - text: the cell.
    ///   - host: the country where the person is, ISO 3166-1 alpha-2.
    /// - Returns: the amount, or that nobody can tell it.
    static func read(_ text: String, host: String?) -> AmountReading {
        let folded = Words.fold(text)
        guard !folded.isEmpty, folded != "-" else { return .blank }
        guard folded.contains(where: \.isNumber), !isDuration(folded) else { return .unclear }
        guard let parsed = parse(folded) else { return .unclear }
        let unit = Currencies.unit(in: parsed.words)
        let written = unit.currency ?? Currencies.sign(in: folded)
        let currency = unit.isAmbiguous ? nil : written ?? host.flatMap { Currencies.ofCountry[$0] }
        let value = parsed.value * parsed.scale
        // A bare "63" where wages are counted in thousands may be 63 or 63,000: nobody can tell.
        let isBare = parsed.scale == 1 && written == nil && !unit.isAmbiguous && !parsed.isApproximate
        if isBare, value < 1000, currency.map({ Currencies.small.contains($0.code) }) ?? true { return .unclear }
        guard value >= 0, value < 1e10 else { return .unclear }
        return .amount(
            ReadAmount(
                hundredths: Int64((value * 100).rounded()),
                currency: currency.flatMap { CurrencyCode($0.code) },
                isApproximate: parsed.isApproximate,
                text: Words.trimmed(text)
            )
        )
    }

    /// The amount inside a sentence such as "they paid 55 000 roubles"; nil unless money words stand by it.
    static func find(in text: String, host: String?) -> ReadAmount? {
        let folded = Words.fold(text)
        guard let start = folded.firstIndex(where: \.isNumber) else { return nil }
        let head = folded[..<start].last.map { "$€£₽~".contains($0) } == true ? folded.index(before: start) : start
        let rest = String(folded[head...])
        guard case .amount(let amount) = read(rest, host: host) else { return nil }
        let tokens = DateReader.tokens(of: rest)
        let words = tokens.filter { Int($0) == nil }
        let isMoney =
            Currencies.unit(in: words).currency != nil || Currencies.sign(in: rest) != nil
            || words.contains { Currencies.scale($0) != nil }
        return isMoney && words.count <= 4 ? amount : nil
    }

    private struct Parsed {
        let value: Double
        let scale: Double
        let words: [String]
        let isApproximate: Bool
    }

    /// "for 2 months" tells no amount.
    private static func isDuration(_ folded: String) -> Bool {
        let words = DateReader.tokens(of: folded).filter { Int($0) == nil }
        let isTime = words.contains { word in
            [
                "мес", "недел", "нед", "дн", "день", "дня", "month", "week", "day", "ай", "айлык", "жума", "кун", "год",
                "лет",
            ]
            .contains { word == $0 || $0.count >= 4 && word.hasPrefix($0) } || word.hasPrefix("месяц")
        }
        return isTime && Currencies.unit(in: words).currency == nil && Currencies.sign(in: folded) == nil
    }

    private static func parse(_ folded: String) -> Parsed? {
        let characters = Array(folded)
        guard let start = characters.firstIndex(where: \.isNumber) else { return nil }
        var end = start
        while end < characters.count {
            let next = characters[end]
            let follows = end + 1 < characters.count && characters[end + 1].isNumber
            if next.isNumber || (next == " " || next == "." || next == "," || next == "'") && follows {
                end += 1
            } else {
                break
            }
        }
        guard let value = decimal(String(characters[start..<end])) else { return nil }
        let tail = String(characters[end...])
        let words = DateReader.tokens(of: String(characters[..<start]) + " " + tail).filter { Int($0) == nil }
        let isRange = tail.drop { $0 == " " }.first == "-" && tail.contains(where: \.isNumber)
        let about = words.contains {
            [
                "около", "примерно", "прим", "порядка", "about", "approx", "more", "более", "больше", "over", "чамасы",
                "болжол", "ок",
            ].contains($0)
        }
        let scale = words.lazy.compactMap { Currencies.scale($0) }.first ?? 1
        let isApproximate = about || isRange || folded.contains("~") || folded.contains("≈") || folded.contains("?")
        return Parsed(value: value, scale: scale, words: words, isApproximate: isApproximate)
    }

    /// `45 000`, `45.000`, `45,000`, `45000,50`, `1.234.567,89`, `2,5`.
    private static func decimal(_ text: String) -> Double? {
        let plain = text.filter { $0 != " " && $0 != "'" }
        let points = plain.count { $0 == "." || $0 == "," }
        guard points > 0 else { return Double(plain) }
        let groups = plain.split { $0 == "." || $0 == "," }.map(String.init)
        guard groups.count >= 2, let last = groups.last else { return nil }
        // Groups of three are thousands; anything else after the last point is a fraction.
        let isThousands =
            last.count == 3 && groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
            && groups[0] != "0"
        if isThousands { return Double(groups.joined()) }
        return Double(groups.dropLast().joined() + "." + last)
    }
}

/// Currencies by the words, signs and countries of the corridors. Source of codes: ISO 4217.
enum Currencies {
    struct Unit: Hashable, Sendable { let code: String }

    /// Currencies in which a month's pay has at least four digits.
    static let small: Set<String> = ["RUB", "KZT", "KGS", "UZS", "KRW", "TRY", "JPY", "AMD", "UAH", "CZK", "TJS"]

    static let ofCountry: [String: Unit] = [
        "RU": "RUB", "KZ": "KZT", "KG": "KGS", "UZ": "UZS", "TJ": "TJS", "TM": "TMT", "MD": "MDL", "TR": "TRY",
        "KR": "KRW", "AE": "AED", "PL": "PLN", "GB": "GBP", "US": "USD", "DE": "EUR", "FR": "EUR", "IT": "EUR",
        "ES": "EUR", "LT": "EUR", "LV": "EUR", "EE": "EUR", "FI": "EUR", "BY": "BYN", "UA": "UAH", "GE": "GEL",
        "AM": "AMD", "AZ": "AZN", "CN": "CNY", "JP": "JPY", "SA": "SAR", "QA": "QAR", "IL": "ILS", "CZ": "CZK",
        "RO": "RON", "SE": "SEK", "NO": "NOK", "IE": "EUR", "PT": "EUR", "GR": "EUR", "NL": "EUR", "BE": "EUR",
        "AT": "EUR", "SK": "EUR", "HU": "HUF", "BG": "BGN", "RS": "RSD", "MN": "MNT", "IN": "INR", "CA": "CAD",
    ].mapValues(Unit.init)

    private static let words: [(String, [String])] = [
        ("RUB", ["руб", "рубл", "р", "rub", "rur", "ruble", "rouble", "рос"]),
        ("KZT", ["тенге", "тг", "тнг", "теңге", "kzt", "tenge", "tg"]),
        ("KGS", ["сом", "сомов", "сома", "kgs", "som", "soms"]),
        ("UZS", ["сум", "сумов", "сума", "uzs", "sum", "сўм"]),
        ("TJS", ["сомони", "tjs", "somoni"]),
        ("USD", ["долл", "доллар", "usd", "dollar", "бакс", "у"]),
        ("EUR", ["евро", "eur", "euro"]),
        ("GBP", ["фунт", "gbp", "pound", "фунтов"]),
        ("TRY", ["лир", "tl", "try", "lira"]),
        ("KRW", ["вон", "won", "krw"]),
        ("AED", ["дирхам", "aed", "dirham"]),
        ("PLN", ["злот", "zl", "pln", "zloty"]),
        ("MDL", ["лей", "леев", "mdl", "lei"]),
        ("CNY", ["юан", "cny", "yuan"]), ("GEL", ["лари", "gel"]), ("AMD", ["драм", "amd"]),
        ("UAH", ["гривн", "грн", "uah"]), ("BYN", ["byn"]), ("CZK", ["крон", "czk"]), ("SAR", ["риял", "sar"]),
    ]

    /// The currency that words name. A lone `с` may be the som of two countries: ambiguous.
    static func unit(in tokens: [String]) -> (currency: Unit?, isAmbiguous: Bool) {
        for token in tokens {
            for (code, stems) in words {
                let hit = stems.contains { token == $0 || $0.count >= 3 && token.hasPrefix($0) }
                // `тр` and `т р` are thousands of roubles.
                if hit || code == "RUB" && ["тр", "тыср", "млнр", "кр"].contains(token) {
                    return (Unit(code: code), false)
                }
            }
        }
        return (nil, tokens.contains { ["с", "c", "s"].contains($0) })
    }

    static func sign(in text: String) -> Unit? {
        let signs: [(Character, String)] = [
            ("₽", "RUB"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₸", "KZT"), ("₺", "TRY"), ("₩", "KRW"),
            ("¥", "CNY"),
            ("⃀", "KGS"),
        ]
        return signs.first { text.contains($0.0) }.map { Unit(code: $0.1) }
    }

    /// What a word multiplies by.
    static func scale(_ word: String) -> Double? {
        if [
            "т", "тр", "тыс", "тысяч", "тыща", "тыщ", "к", "k", "кр", "тыср", "мин", "минь", "миң", "ming", "thousand",
            "тыс",
        ].contains(word) {
            return 1000
        }
        if word.hasPrefix("тысяч") || word.hasPrefix("thous") { return 1000 }
        if ["млн", "миллион", "mln", "m", "million", "лям", "млнр"].contains(word) || word.hasPrefix("миллион") {
            return 1_000_000
        }
        return nil
    }
}
