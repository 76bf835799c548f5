/// Text made comparable: lower case, ё as е, Kyrgyz, Tajik and Uzbek letters as people write them without the keyboard,
/// every kind of blank as one space.
enum Words {
    /// The folded text, without blanks at its ends.
    static func fold(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var hadSpace = true
        for scalar in text.lowercased().unicodeScalars {
            if scalar.value < 0x80 {
                let isSpace = scalar == " " || (9...13).contains(scalar.value)
                if isSpace, hadSpace { continue }
                result.append(isSpace ? " " : scalar)
                hadSpace = isSpace
                continue
            }
            if isBlank(scalar) {
                if !hadSpace { result.append(" ") }
                hadSpace = true
                continue
            }
            guard let plain = plain(scalar) else { continue }
            result.append(plain)
            hadSpace = false
        }
        if hadSpace, !result.isEmpty { result.removeLast() }
        return String(result)
    }

    /// The folded words: runs of letters and digits; the number sign becomes a word.
    static func split(_ text: String) -> [String] {
        var text = fold(text)
        // Looking is cheap, replacing is not, and few texts have the sign.
        if text.unicodeScalars.contains("№") { text = text.replacing("№", with: " no ") }
        return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The text without blanks, no-break blanks and invisible signs at its ends.
    static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
        guard let first = text.firstIndex(where: { !isBlank($0) }),
            let last = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// Blanks beyond ASCII; Cyrillic letters are told without asking the Unicode tables.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if (0x400...0x52F).contains(scalar.value) { return false }
        return scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "ё": "е"
        case "ү", "ұ", "ӯ", "ў": "у"
        case "ө", "ӧ": "о"
        case "ң", "ӈ": "н"
        case "қ": "к"
        case "ғ": "г"
        case "ҳ", "һ": "х"
        case "ҷ": "ч"
        case "ӣ", "і": "и"
        case "ә": "а"
        case "\u{0301}": nil
        case "’", "ʻ", "ʼ", "`", "´": "'"
        case "–", "—", "−", "‐", "‑": "-"
        default: scalar
        }
    }
}
