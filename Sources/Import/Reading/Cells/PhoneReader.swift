/// A telephone number found in a cell.
public struct ReadPhone: Hashable, Sendable {
    /// `+` and digits; nil when digits are missing.
    public let e164: String?
    /// As written.
    public let text: String
    /// Whose it is, when the cell says that it is not the caller's own.
    public let relation: Relation?
    /// True when a spreadsheet program cut the number's digits off (`9.96513E+11`).
    public let isRounded: Bool
}

/// Whom a word names beside a name or a number.
public enum Relation: String, Sendable, Hashable, CaseIterable {
    case wife, husband, brother, sister, mother, father, son, daughter, friend, neighbour, relative
}

/// Reads telephone numbers: several in a cell, with and without codes, with words beside them.
enum PhoneReader {
    /// - Parameters:
    ///   - text: the cell.
    ///   - home: the country whose numbers are written without a code.
    ///   - host: the country where the row's person is, if known.
    /// - Returns: the numbers in the order of the cell.
    static func read(_ text: String, home: String, host: String?) -> [ReadPhone] {
        var phones: [ReadPhone] = []
        if let rounded = rounded(Words.trimmed(text)) {
            return [ReadPhone(e164: nil, text: rounded, relation: nil, isRounded: true)]
        }
        for piece in pieces(text) {
            let relation = RelationWords.relation(in: piece)
            let digits = piece.filter { $0.isASCII && $0.isNumber }
            guard digits.count >= 5 else { continue }
            let plus = piece.contains("+")
            let number = DialPlans.international(digits, hasPlus: plus, home: home, host: host)
            phones.append(ReadPhone(e164: number.map { "+" + $0 }, text: piece, relation: relation, isRounded: false))
        }
        return phones
    }

    /// True when the cell holds a number of seven or more digits and hardly anything else.
    static func looksLikePhone(_ text: String) -> Bool {
        let digits = text.count { $0.isASCII && $0.isNumber }
        guard (7...30).contains(digits) else { return false }
        let letters = text.count { $0.isLetter }
        return letters <= digits / 2 && !text.contains { $0 == "." && digits <= 8 }
    }

    /// Numbers are divided by signs and words, never by blanks, hyphens and brackets, which stand inside them.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        for character in text {
            if ",;/\\|\n\r".contains(character) {
                pieces.append(current)
                current = ""
            } else if character == "+", current.contains(where: \.isNumber) {
                pieces.append(current)
                current = "+"
            } else {
                current.append(character)
            }
        }
        pieces.append(current)
        return pieces.flatMap { splitAtAnd($0) }.map { Words.trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func splitAtAnd(_ piece: String) -> [String] {
        let words = piece.split(separator: " ", omittingEmptySubsequences: false)
        let parts = words.split { ["и", "или", "and", "or", "жана", "же", "va"].contains($0.lowercased()) }
        return parts.map { $0.joined(separator: " ") }
    }

    /// `9.96513E+11`.
    private static func rounded(_ piece: String) -> String? {
        let upper = piece.uppercased().replacing(",", with: ".")
        guard let mark = upper.firstRange(of: "E+"), Double(upper) != nil, upper[..<mark.lowerBound].contains(".")
        else {
            return nil
        }
        return piece
    }
}

/// Country codes and lengths of numbers along the corridors. Source: ITU-T E.164 national numbering plans.
enum DialPlans {
    /// Code and lengths of the whole number with its code.
    private static let plans: [(code: String, country: String, lengths: ClosedRange<Int>)] = [
        ("996", "KG", 12...12), ("998", "UZ", 12...12), ("992", "TJ", 12...12), ("993", "TM", 11...11),
        ("994", "AZ", 12...12), ("995", "GE", 12...12), ("971", "AE", 11...12), ("972", "IL", 11...12),
        ("974", "QA", 11...11), ("966", "SA", 12...12), ("976", "MN", 11...11), ("373", "MD", 11...11),
        ("374", "AM", 11...11), ("375", "BY", 12...12), ("380", "UA", 12...12), ("370", "LT", 11...11),
        ("371", "LV", 11...11), ("372", "EE", 10...12), ("353", "IE", 11...12), ("420", "CZ", 12...12),
        ("40", "RO", 11...11), ("90", "TR", 12...12), ("82", "KR", 11...12), ("81", "JP", 11...12),
        ("86", "CN", 12...13), ("49", "DE", 11...13), ("44", "GB", 12...12), ("48", "PL", 11...11),
        ("39", "IT", 11...13), ("33", "FR", 11...11), ("34", "ES", 11...11), ("93", "AF", 11...11),
        ("91", "IN", 12...12), ("7", "RU", 11...11), ("1", "US", 11...11),
    ]

    /// The number with its country code, or nil when it can't be completed.
    static func international(_ digits: String, hasPlus: Bool, home: String, host: String?) -> String? {
        if hasPlus { return complete(digits) ? digits : nil }
        if digits.hasPrefix("00") {
            let rest = String(digits.dropFirst(2))
            return complete(rest) ? rest : nil
        }
        if digits.count == 11, digits.hasPrefix("8") {
            // A Russian or Kazakh trunk prefix, unless it is a Korean number with its code.
            if !(host == "KR" && digits.hasPrefix("82")) { return "7" + digits.dropFirst() }
        }
        if digits.count >= 11, complete(digits) { return digits }
        return national(digits, home: home, host: host)
    }

    private static func national(_ digits: String, home: String, host: String?) -> String? {
        let local = digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
        let hasTrunk = digits.hasPrefix("0")
        // Ten digits that begin with 9 or 7 are a Russian or Kazakh number without its 8.
        if !hasTrunk, digits.count == 10, digits.hasPrefix("9") || digits.hasPrefix("7"), host != "TR" {
            return "7" + digits
        }
        for country in [home, host ?? home] {
            guard let plan = plans.first(where: { $0.country == country }) else { continue }
            let whole = plan.code + local
            let isOfSeven = country == "RU" || country == "KZ"
            // A Russian number of ten digits that begins with 8 has lost its last one.
            if isOfSeven
                ? digits.count == 10 && !hasTrunk && "349".contains(digits.prefix(1))
                : plan.lengths.contains(whole.count)
            {
                return whole
            }
        }
        return nil
    }

    private static func complete(_ digits: String) -> Bool {
        guard let plan = plans.first(where: { digits.hasPrefix($0.code) }) else {
            return (8...15).contains(digits.count)
        }
        return plan.lengths.contains(digits.count)
    }
}

/// Words for relatives beside names and numbers.
enum RelationWords {
    private static let words: [(Relation, Set<String>)] = [
        (.wife, ["жена", "жены", "супруга", "супруги", "wife", "аялы", "аялынын", "зайыбы", "келинчеги"]),
        (.husband, ["муж", "мужа", "супруг", "супруга", "husband", "куйоосу", "куйоосунун", "жолдошу"]),
        (.brother, ["брат", "брата", "братишка", "brother", "агасы", "иниси", "байкеси", "бир тууганы"]),
        (.sister, ["сестра", "сестры", "sister", "эжеси", "карындашы", "синдиси"]),
        (.mother, ["мать", "мама", "матери", "мамы", "mother", "апасы", "энеси"]),
        (.father, ["отец", "отца", "папа", "father", "атасы"]),
        (.son, ["сын", "сына", "son", "уулу баласы", "баласы"]),
        (.daughter, ["дочь", "дочери", "daughter"]),
        (.friend, ["друг", "друга", "подруга", "friend", "знакомый", "знакомая", "земляк", "досу"]),
        (.neighbour, ["сосед", "соседа", "соседка", "neighbour", "neighbor", "кошунасы"]),
        (
            .relative,
            ["родственник", "родственница", "родственники", "relative", "тууганы", "дядя", "тетя", "племянник"]
        ),
    ]

    /// The relation that a text names, by whole words.
    static func relation(in text: String) -> Relation? {
        let parts = Words.split(text)
        return words.first { entry in parts.contains { entry.1.contains($0) } }?.0
    }

    /// The relation named by one folded word.
    static func relation(word: String) -> Relation? {
        words.first { $0.1.contains(word) }?.0
    }
}
