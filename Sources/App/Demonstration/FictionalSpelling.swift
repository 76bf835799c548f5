import People

/// How else a name is written.
enum FictionalSpelling {
    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ү": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
        "ь": "", "э": "e", "ю": "iu", "я": "ia", "ғ": "gh", "ӣ": "i", "қ": "q", "ӯ": "u", "ҳ": "h", "ҷ": "j",
    ]

    /// In the letters of a passport; `nil` for a name that is in Latin letters already.
    static func latin(_ name: PersonName) -> PersonName? {
        guard let family = written(name.family), let given = written(name.given) else { return nil }
        return PersonName(family: family, given: given)
    }

    private static func written(_ text: String) -> String? {
        var result = ""
        for word in text.lowercased().split(separator: " ") {
            var spelled = ""
            for letter in word {
                guard let part = letters[letter] else { return nil }
                spelled += part
            }
            if !result.isEmpty { result += " " }
            result += spelled.prefix(1).uppercased() + spelled.dropFirst()
        }
        return result.isEmpty ? nil : result
    }

    /// What is heard of letters that Russian doesn't have, and of beginnings that everybody writes in their own way.
    private static let heard: [(written: String, heard: String)] = [
        ("Жу", "Джу"), ("Жо", "Джо"), ("Жы", "Джи"), ("Ҷа", "Джа"), ("Үс", "Ус"), ("Өм", "Ом"), ("үй", "уй"),
        ("гү", "гу"),
        ("Гү", "Гу"), ("ң", "н"), ("ү", "у"), ("ө", "о"), ("ҳ", "х"), ("Ҳ", "Х"), ("ӣ", "и"), ("ӯ", "у"), ("Ғ", "Г"),
        ("ов", "оф"),
    ]

    /// As somebody writes it who knows it from the telephone only; `nil` for a name in Latin letters.
    static func byEar(_ name: PersonName) -> PersonName? {
        guard latin(name) != nil, !name.family.contains(" ") else { return nil }
        func written(_ text: String) -> String {
            heard.reduce(text) { $0.replacing($1.written, with: $1.heard) }
        }
        let other = PersonName(
            family: written(name.family).replacing("офа", with: "ова"),
            given: written(name.given),
            patronymic: name.patronymic
        )
        return other == name ? nil : other
    }
}
