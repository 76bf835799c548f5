/// How a language writes numbers and money (Unicode CLDR 44, with the symbols that the migrants' countries use).
///
/// These few facts stand here and not in the catalogues because they are no words, and not behind Foundation because
/// its data take long to load and differ between machines.
struct Conventions: Sendable {
    /// Between the whole and its parts.
    let decimalSign: String
    /// Between groups of three digits.
    let groupSign: String
    /// Signs of currencies by ISO 4217 code; others show the code.
    let currencySigns: [String: String]
    /// Whether the currency stands before the amount.
    let currencyFirst: Bool
    /// The identifier by which Foundation knows the language.
    let localeIdentifier: String

    private static let hardSpace = "\u{A0}"
    private static let russianSigns = [
        "RUB": "₽", "KGS": "сом", "KZT": "₸", "UZS": "сум", "TJS": "сомони", "MDL": "лей", "TRY": "₺", "USD": "$",
        "EUR": "€",
    ]

    init(language: String) {
        localeIdentifier = language == "uz" ? "uz-Latn" : language
        currencyFirst = language == "en"
        switch language {
        case "en":
            (decimalSign, groupSign) = (".", ",")
            currencySigns = ["USD": "$", "EUR": "€", "GBP": "£"]
        case "ro":
            (decimalSign, groupSign) = (",", ".")
            currencySigns = ["MDL": "lei", "RUB": "₽", "USD": "$", "EUR": "€"]
        default:
            (decimalSign, groupSign) = (",", Self.hardSpace)
            currencySigns = Self.signs(language)
        }
    }

    private static func signs(_ language: String) -> [String: String] {
        let own: [String: String] =
            switch language {
            case "ky": ["UZS": "сум", "TJS": "сомони"]
            case "tg": ["KGS": "сом", "UZS": "сӯм", "TJS": "сомонӣ"]
            case "uz": ["KGS": "som", "UZS": "soʻm", "TJS": "somoniy", "MDL": "ley"]
            case "kk": ["KGS": "сом", "UZS": "сум", "TJS": "сомони"]
            default: [:]
            }
        return russianSigns.merging(own) { _, ownSign in ownSign }
    }
}
