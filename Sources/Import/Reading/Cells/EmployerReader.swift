/// An employer or go-between as a row names it; always alleged.
public struct ReadEmployer: Hashable, Sendable {
    /// As written, without the form of company and quotation marks.
    public let name: String
    /// True for a firm; false for "foreman Sergei".
    public let isFirm: Bool
    /// What is the same for every spelling of a firm's name.
    public let key: String
}

/// Reads employers: the form of company is dropped, spaces, hyphens, letter case and script make no difference.
enum EmployerReader {
    private static let forms: Set<String> = [
        "ооо", "тоо", "ип", "оао", "зао", "пао", "ао", "осоо", "чп", "нко", "фирма", "компания", "кх", "кфх", "гуп",
        "муп", "мчж", "ltd", "llc", "inc", "co",
        "ооo", "gmbh", "sp", "z", "o", "sia", "sro", "as", "srl", "жчк", "акц", "кк", "limited", "company", "plc",
        "ooo", "too", "ip",
    ]
    private static let people: Set<String> = [
        "прораб", "бригадир", "хозяин", "хозяйка", "начальник", "начальница", "директор", "мастер", "посредник",
        "посредница", "частник", "физ", "физлицо", "лицо",
        "менеджер", "диспетчер", "администратор", "эже", "байке", "имя", "знает", "сосед", "foreman", "boss", "owner",
        "man", "woman", "private", "person", "agent",
        "landlord", "турок", "кореец", "работодатель", "жумуш", "ортомчу", "начальниги", "неизвестно", "unknown", "нет",
        "соседка", "хозяева", "master", "supervisor",
    ]

    /// Nil for an empty cell.
    static func read(_ text: String) -> ReadEmployer? {
        let trimmed = Words.trimmed(text)
        guard trimmed.contains(where: \.isLetter), trimmed.count <= 80 else { return nil }
        let bare = trimmed.filter { !"«»\"“”„'".contains($0) }
        let words = bare.split { $0 == " " || $0 == "-" || $0 == "." || $0 == "," }.map(String.init)
        let kept = words.filter { !forms.contains(Words.fold($0)) }
        guard !kept.isEmpty else { return nil }
        let hasForm = kept.count < words.count
        let folded = kept.map { Words.fold($0) }
        let namesPerson = folded.contains { word in people.contains(word.filter(\.isLetter)) } || trimmed.contains("(")
        let isFirm = hasForm || !namesPerson && kept.count <= 3
        return ReadEmployer(name: kept.joined(separator: " "), isFirm: isFirm, key: key(folded.joined()))
    }

    /// Letters only, Latin letters as the Cyrillic ones they stand for, doubled letters once.
    static func key(_ folded: String) -> String {
        var result = ""
        for character in Transliteration.cyrillic(folded) where character.isLetter || character.isNumber {
            if result.last != character { result.append(character) }
        }
        return result
    }
}

/// Latin letters as the Cyrillic ones that they stand for, enough to compare names of firms.
enum Transliteration {
    private static let pairs: [(String, String)] = [
        ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
        ("yo", "е"), ("ye", "е"),
        ("ks", "кс"), ("x", "кс"),
        ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"),
        ("j", "ж"), ("k", "к"),
        ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"),
        ("u", "у"), ("v", "в"),
        ("w", "в"), ("y", "ы"), ("z", "з"),
    ]

    static func cyrillic(_ folded: String) -> String {
        guard folded.utf8.contains(where: { (97...122).contains($0) }) else { return normal(folded) }
        var result = ""
        var rest = folded[...]
        while let first = rest.first {
            if let pair = pairs.first(where: { rest.hasPrefix($0.0) }) {
                result += pair.1
                rest = rest.dropFirst(pair.0.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return normal(result)
    }

    /// Letters that transliteration confuses are made one: й as и, ы as и, э as е, signs dropped.
    private static func normal(_ text: String) -> String {
        String(
            text.replacing("ц", with: "тс").compactMap { character -> Character? in
                switch character {
                case "й", "ы": "и"
                case "э": "е"
                case "ь", "ъ": nil
                case "щ": "ш"
                default: character
                }
            }
        )
    }
}
