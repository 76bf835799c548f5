/// What a Unicode scalar is to the folding, in one byte.
///
/// 1…26 are the Latin letters a…z, still to be read by the rules of a spelling; 32… are marks that need a look at their
/// neighbours; 64 + a `Letter` is already folded; 128 + a `Letter` is the same for a Cyrillic letter, so that a word
/// of mixed scripts can be seen.
enum Code {
    static let separator: UInt8 = 0
    static let skip: UInt8 = 32
    static let hyphen: UInt8 = 33
    static let dot: UInt8 = 34
    static let comma: UInt8 = 35
    static let digit: UInt8 = 36
    static let cedilla: UInt8 = 37
    static let caron: UInt8 = 38
    static let diaeresis: UInt8 = 39
    static let foreign: UInt8 = 40
    static let latin: UInt8 = 64
    static let cyrillic: UInt8 = 128
    /// Beside a folded letter: я, ю, ё, ы (`WordSpelling`).
    static let soft: UInt8 = 32

    @inline(__always) static func isLatin(_ code: UInt8) -> Bool { code &- 1 < 26 || code & 0xC0 == latin }
    @inline(__always) static func isCyrillic(_ code: UInt8) -> Bool { code >= cyrillic }
    @inline(__always) static func isLetter(_ code: UInt8) -> Bool { code &- 1 < 26 || code >= latin }
}

/// Signs of a spelling habit, gathered over a whole name.
struct SpellingSigns: OptionSet, Sendable {
    let rawValue: UInt16
    static let turkish = SpellingSigns(rawValue: 1)
    static let romanian = SpellingSigns(rawValue: 2)
    static let polish = SpellingSigns(rawValue: 4)
    static let nordic = SpellingSigns(rawValue: 8)
    /// k, q, w or y, which Romanian does not use.
    static let notRomanian = SpellingSigns(rawValue: 16)
    static let hasC = SpellingSigns(rawValue: 32)
    static let hasJ = SpellingSigns(rawValue: 64)
    static let hasW = SpellingSigns(rawValue: 128)
    static let hasX = SpellingSigns(rawValue: 256)
    static let german = SpellingSigns(rawValue: 512)
    static let french = SpellingSigns(rawValue: 1024)
    static let gost = SpellingSigns(rawValue: 2048)
    static let endsInEanu = SpellingSigns(rawValue: 4096)
}

/// The scalars below U+0600 and U+1E00…U+1EFF as codes and signs, built once from the texts below.
///
/// A class, as `CompiledRules` is, so that reading a name counts one reference and not one for each table.
final class LetterCodes: Sendable {
    static let shared = LetterCodes()

    /// The code in the lowest byte, `SpellingSigns` in the upper half.
    private let low: [UInt32]

    /// Latin letters with marks: the letter they fold to, then those that do. Sources: the alphabets of Turkish (law 1353
    /// of 1928), Romanian (Romanian Academy 1993), Polish, Czech, German, Swedish, Danish, Uzbek (law of 1995) and
    /// Kazakh (decrees 569 of 2017, 637 of 2018 and the draft of 2021).
    static let markedLatin: [(folded: Character, letters: String)] = [
        ("a", "áàäåăāãąəá"), ("e", "éèêëęėēæ"), ("i", "ıíìîïīâýÿ"), ("o", "öóòôõøōő"), ("u", "üúùûūůűŭ"),
        ("6", "şșšŝ"), ("4", "çčć"), ("j", "žżĵ"), ("z", "źẓ"), ("g", "ğǵģǧ"), ("n", "ñńňŋņ"), ("c", "țţ"),
        ("s", "śßṣ"),
        ("l", "łļľĺ"), ("h", "ĥħḩẖḥẋ"), ("d", "đďð"), ("t", "ťṭ"), ("r", "řŕ"), ("k", "ķ"),
    ]

    /// Cyrillic letters of Russian, Kyrgyz, Kazakh, Uzbek, Tajik, Ukrainian and Belarusian by sound.
    static let cyrillic: [(folded: Character, letters: String)] = [
        ("a", "аяәӓ"), ("e", "еэєѐ"), ("i", "иыйіїӣѝ"), ("o", "оёөӧ"), ("u", "уюүұӯўӱ"), ("b", "б"), ("v", "в"),
        ("g", "гғґѓ"), ("d", "д"), ("j", "жҗҷӂџ"), ("z", "зѕ"), ("k", "кқҡќ"), ("l", "лљ"), ("m", "м"), ("n", "нңҥњ"),
        ("p", "п"), ("r", "р"), ("s", "сҫ"), ("t", "т"), ("f", "ф"), ("h", "хҳһ"), ("c", "ц"), ("4", "чҹ"), ("6", "шщ"),
    ]

    /// Written inside words and not heard: soft and hard sign, apostrophes, the letters that stand for them (U+02BB…),
    /// combining marks, zero-width characters, soft hyphen.
    static let silent: [ClosedRange<UInt32>] = [
        0x27...0x27, 0x60...0x60, 0xAD...0xAD, 0xB4...0xB4, 0x2B0...0x2FF, 0x300...0x36F, 0x42C...0x42C, 0x44C...0x44C,
        0x42A...0x42A, 0x44A...0x44A, 0x483...0x487,
    ]

    private static let marks: [(SpellingSigns, String)] = [
        (.turkish, "şçğıöüŞÇĞİÖÜ"), (.romanian, "șțăâîţȘȚĂÂÎŢ"), (.polish, "łżśćńźąęŁŻŚĆŃŹĄĘ"), (.nordic, "åøæÅØÆ"),
        (.notRomanian, "kqwyKQWY"), (.hasC, "cC"), (.hasJ, "jJ"), (.hasW, "wW"), (.hasX, "xX"), (.german, "ßäÄ"),
        (.french, "éèêÉÈÊ"),
    ]

    private init() {
        var low = [UInt8](repeating: Code.separator, count: 0x800)
        var signs = [UInt16](repeating: 0, count: 0x800)
        func places(_ text: String) -> [Int] {
            [text.lowercased(), text.uppercased()]
                .flatMap { $0.unicodeScalars.map { Self.place($0.value) } }
                .filter { $0 >= 0x80 && $0 < low.count }
        }
        func put(_ text: String, _ code: UInt8) { for place in places(text) { low[place] = code } }
        for (folded, letters) in Self.markedLatin { put(letters, Code.latin + (Letter.named(folded) ?? 0)) }
        for (folded, letters) in Self.cyrillic { put(letters, Code.cyrillic + (Letter.named(folded) ?? 0)) }
        for place in places("яюёыı") { low[place] |= Code.soft }
        for range in Self.silent { for value in range { low[Self.place(value)] = Code.skip } }
        for value in UInt32(0x61)...0x7A {
            low[Int(value)] = UInt8(value - 0x60)
            low[Int(value) - 32] = UInt8(value - 0x60)
        }
        for value in 0x30...0x39 { low[value] = Code.digit }
        low[0x2D] = Code.hyphen
        low[0x2E] = Code.dot
        low[0x2C] = Code.comma
        low[0x327] = Code.cedilla
        low[0x326] = Code.cedilla
        low[0x30C] = Code.caron
        low[0x308] = Code.diaeresis
        // Dotted capital I comes out of uppercased() as it went in; the ASCII letters must stay raw.
        low[0x130] = Code.latin + Letter.i
        for (sign, letters) in Self.marks {
            for scalar in letters.unicodeScalars { signs[Self.place(scalar.value)] |= sign.rawValue }
        }
        self.low = zip(low, signs).map { UInt32($0) | UInt32($1) << 16 }
    }

    /// U+1E00…U+1EFF share the unused top of the table (Hebrew is treated as foreign before it gets here).
    @inline(__always)
    private static func place(_ value: UInt32) -> Int {
        if value < 0x600 { return Int(value) }
        if value >= 0x1E00, value < 0x1F00 { return Int(value) - 0x1E00 + 0x600 }
        return 0x7FF
    }

    @inline(__always)
    func code(_ value: UInt32) -> (code: UInt8, signs: UInt16) {
        if value < 0x530 || (value >= 0x1E00 && value < 0x1F00) {
            let both = low[Self.place(value)]
            return (UInt8(truncatingIfNeeded: both), UInt16(truncatingIfNeeded: both &>> 16))
        }
        return (Self.rareCode(value), 0)
    }

    private static func rareCode(_ value: UInt32) -> UInt8 {
        switch value {
        case 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return Code.skip
        case 0x2010...0x2015, 0x2212: return Code.hyphen
        default:
            let isLetter = Unicode.Scalar(value)?.properties.isAlphabetic ?? false
            return isLetter ? Code.foreign : Code.separator
        }
    }
}
