public import Domain

/// Who stands in a cell of names.
public struct ReadName: Hashable, Sendable {
    /// The name in its own order and script, cleaned of marks; empty when nobody is named.
    public var text: String
    public var family: String?
    public var given: String?
    public var patronymic: String?
    /// What the cell says about the person beside the name: a region, a descriptor.
    public var hint: String?
    /// The relation in which somebody else rang or writes, such as (wife).
    public var relation: Relation?
    /// A sex that a descriptor tells ("a man").
    public var sex: Sex?
    public var wasWrongLayout = false

    /// The name for comparing: without words of respect, which are no part of it.
    public var comparable: String {
        if family == nil, patronymic == nil, let given { return given }
        return text
    }

    /// True when nobody is named.
    public var isNameless: Bool { text.isEmpty }
    /// True for a single word or initials: too little to know anybody by.
    public var isShort: Bool { family == nil || given == nil || (given?.count ?? 0) <= 2 }
}

/// Reads names: order, patronymic, initials, relatives in brackets, words that mean nobody.
enum NameReader {
    /// - Parameter text: the cell.
    /// - Returns: the name, or nobody.
    static func read(_ text: String) -> ReadName {
        var name = ReadName(text: "")
        var rest = stripMarks(text)
        if let mended = KeyboardLayout.mended(rest) {
            rest = mended
            name.wasWrongLayout = true
        }
        rest = takeBrackets(rest, into: &name)
        let folded = Words.fold(rest)
        if let nobody = Nobody.reading(folded) {
            name.sex = nobody.sex
            name.hint = name.hint ?? (nobody.isDescriptor ? Words.trimmed(rest) : nil)
            return name
        }
        guard rest.contains(where: \.isLetter) else { return name }
        name.text = Words.trimmed(rest)
        divide(&name)
        return name
    }

    /// True when a cell could be a person's name: two to five words of letters.
    static func looksLikeName(_ text: String) -> Bool {
        let words = stripMarks(text).split(separator: " ")
        guard (1...5).contains(words.count), !text.contains(where: \.isNumber) else { return false }
        return words.allSatisfy { $0.first?.isLetter == true } && text.count { $0.isLetter } >= 4
    }

    /// Emoji, exclamation and question marks tell of the operator's mood, not of the name.
    private static func stripMarks(_ text: String) -> String {
        let kept = text.filter { character in
            if character.isLetter || character.isNumber { return true }
            return character.isWhitespace || ".,-'’ʻ`;[]{}()/:\"<>~".contains(character)
        }
        return Words.trimmed(String(kept))
    }

    private static func takeBrackets(_ text: String, into name: inout ReadName) -> String {
        guard text.contains("(") else { return text }
        var outside = ""
        var inside = ""
        var depth = 0
        for character in text {
            switch character {
            case "(": depth += 1
            case ")":
                depth = max(0, depth - 1)
                if let relation = RelationWords.relation(in: inside) {
                    name.relation = relation
                } else if !Words.trimmed(inside).isEmpty {
                    name.hint = Words.trimmed(inside)
                }
                inside = ""
            default:
                if depth > 0 { inside.append(character) } else { outside.append(character) }
            }
        }
        return Words.trimmed(outside)
    }

    /// Family, given name and patronymic, as far as their forms tell.
    private static func divide(_ name: inout ReadName) {
        let commaFirst = name.text.firstIndex(of: ",")
        let spaced = name.text.replacing(",", with: " ").replacing(".", with: ". ")
        var words = spaced.split(separator: " ").map(String.init)
        if let last = words.last, NameForms.honorifics.contains(Words.fold(last)), words.count > 1 {
            words.removeLast()
            name.given = words.joined(separator: " ")
            return
        }
        var patronymic: String?
        if let index = words.firstIndex(where: { NameForms.isChildOf(Words.fold($0)) }), index > 0 {
            // "Токтогул уулу" is what stands for the family name in Kyrgyz and for the patronymic in Uzbek.
            let both = words[index - 1] + " " + words[index]
            words.removeSubrange(index - 1...index)
            if words.count >= 2 { patronymic = both } else { name.family = both; name.given = words.first; return }
        } else if words.count >= 2, let index = words.lastIndex(where: { NameForms.isPatronymic(Words.fold($0)) }),
            index > 0
        {
            patronymic = words.remove(at: index)
        }
        name.patronymic = patronymic
        guard words.count >= 2 else {
            assignSingle(words.first, to: &name)
            return
        }
        let initials = words.filter { NameForms.isInitial($0) }
        if !initials.isEmpty, let full = words.first(where: { !NameForms.isInitial($0) }) {
            name.family = full
            name.given = initials.first
            name.patronymic = initials.dropFirst().first ?? patronymic
            return
        }
        let familyIndex = commaFirst != nil ? 0 : words.firstIndex { NameForms.isFamily(Words.fold($0)) } ?? 0
        name.family = words.remove(at: familyIndex)
        name.given = words.joined(separator: " ")
    }

    private static func assignSingle(_ word: String?, to name: inout ReadName) {
        guard let word else { return }
        if NameForms.isFamily(Words.fold(word)) { name.family = word } else { name.given = word }
    }
}

/// The forms by which parts of names are told apart, folded, in Cyrillic and Latin.
enum NameForms {
    static let honorifics: Set<String> = [
        "байке", "эже", "ака", "опа", "апа", "ата", "бек", "агай", "эжеке", "мырза", "ханым", "baike", "bayke", "eje",
        "ejeh", "aka", "opa",
    ]

    static func isChildOf(_ word: String) -> Bool {
        let plain = word.trimmed(of: ",.")
        return [
            "уулу", "кызы", "угли", "кизи", "углы", "оглы", "улы", "улу", "uulu", "ulu", "kyzy", "kizi", "kysy", "qizi",
            "ogli", "o'g'li",
            "ugli", "oglu", "oluu", "kizy", "уул", "кыз", "quzi", "угьли", "uluu",
        ].contains(plain)
    }

    static func isPatronymic(_ word: String) -> Bool {
        let plain = word.trimmed(of: ",.")
        guard plain.count >= 6 else { return false }
        return [
            "ович", "евич", "овна", "евна", "ична", "ovich", "evich", "ovna", "evna", "yevich", "yevna", "ивич", "ивна",
        ]
        .contains { plain.hasSuffix($0) }
    }

    static func isFamily(_ word: String) -> Bool {
        let plain = word.trimmed(of: ",.")
        guard plain.count >= 4 else { return false }
        return [
            "ов", "ев", "ова", "ева", "ин", "ина", "зода", "ский", "ская", "ых", "ко", "ян", "ев", "ов", "ова", "ov",
            "ev", "ova", "eva", "yev",
            "yeva", "zoda", "oev", "oeva", "иев", "иева", "ун", "ян", "iev", "ieva", "ох", "пур",
        ].contains { plain.hasSuffix($0) }
    }

    static func isInitial(_ word: String) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count == 1 || letters.count == 2 && word.hasSuffix(".") && word.count <= 3
    }
}

extension String {
    /// The text without these signs at its ends.
    fileprivate func trimmed(of signs: String) -> String {
        let start = drop { signs.contains($0) }
        guard let end = start.lastIndex(where: { !signs.contains($0) }) else { return "" }
        return String(start[...end])
    }
}

/// Words by which operators say that nobody was named.
enum Nobody {
    struct Reading {
        let sex: Sex?
        let isDescriptor: Bool
    }

    private static let stems = StemList(
        [
            "аноним", "не назв", "неназв", "без имени", "имя не", "неизвест", "не представ", "б/и", "б.и", "б / и",
            "скрыл", "отказ", "не сказ",
            "anonym", "unknown", "no name", "noname", "not given", "not named", "withheld", "n/a", "na", "nn", "н/и",
            "н/д", "нет данных", "нет имени",
            "атын айт", "аты жок", "аты белгисиз", "белгисиз", "айткан жок", "аты айтылган", "ismi noma'lum",
            "номаълум", "не указ", "unnamed", "did not say",
            "refused", "инкогнито", "жашыруун",
        ],
        wholeUpTo: 2
    )
    private static let descriptors: [(Sex?, Set<String>)] = [
        (
            .male,
            [
                "мужчина", "муж", "парень", "мальчик", "юноша", "man", "male", "boy", "эркек", "жигит", "мигрант",
                "рабочий", "работник", "дедушка", "земляк",
            ]
        ),
        (
            .female,
            [
                "женщина", "девушка", "девочка", "бабушка", "woman", "female", "girl", "lady", "аял", "кыз",
                "мигрантка", "работница",
            ]
        ),
        (
            nil,
            [
                "подросток", "ребенок", "клиент", "абонент", "гражданин", "звонивший", "child", "teenager", "caller",
                "client", "person", "migrant", "worker",
                "рабочие", "группа", "бригада", "кайрылуучу", "адам",
            ]
        ),
    ]

    /// Nil when the folded cell does name somebody.
    static func reading(_ folded: String) -> Reading? {
        let isFemale = folded.hasSuffix("лась")
        if folded.isEmpty || folded.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
            return Reading(sex: nil, isDescriptor: false)
        }
        if stems.matches(folded) { return Reading(sex: isFemale ? .female : nil, isDescriptor: false) }
        let words = Words.split(folded)
        guard words.count <= 4, let first = words.first else { return nil }
        for (sex, list) in descriptors where list.contains(first) { return Reading(sex: sex, isDescriptor: true) }
        return nil
    }
}

/// Words of rows that somebody wrote to try the table.
enum TestWords {
    private static let words: Set<String> = [
        "тест", "тестовый", "тестовая", "test", "testing", "проба", "пробная", "пробный", "проверка", "сынак", "asdf",
        "qwerty", "йцукен", "фыва", "demo",
        "dummy", "sample", "xxx", "ххх", "aaa", "ааа", "123",
    ]

    /// True when the text holds nothing but such words.
    static func isTest(_ text: String) -> Bool {
        let parts = Words.split(text)
        return !parts.isEmpty && parts.allSatisfy { words.contains($0) }
    }
}
