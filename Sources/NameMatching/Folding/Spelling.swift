/// A habit of writing these names in Latin letters. A name is read by one of them; a query may be read by three.
enum Spelling: Int, CaseIterable, Sendable {
    /// ICAO Doc 9303, BGN/PCGN, GOST R 52535.1 and GOST 7.79 B, the national systems and everyday mixtures of these.
    case general
    case turkish
    case romanian
    case french
    case german
    case polish
    case nordic
    /// GOST 7.79 B: j is й wherever it follows a vowel.
    case gost

    /// The reading that a name's signs speak for. `tch`, `sch` and the like are added by `SpellingSigns.inGroups`.
    static func detected(_ signs: SpellingSigns) -> Spelling {
        if signs.contains(.romanian) { return .romanian }
        if signs.contains(.german) { return .german }
        if signs.contains(.polish) { return .polish }
        if signs.contains(.nordic) { return .nordic }
        if signs.contains(.french) { return .french }
        if signs.contains(.turkish) { return .turkish }
        if signs.contains(.gost) { return .gost }
        if signs.isSuperset(of: [.hasW, .hasJ]) { return .german }
        if signs.contains(.hasC), !signs.contains(.notRomanian) { return .romanian }
        return .general
    }

    /// Other readings worth a try for a query's word with these raw letters.
    static func alternatives(to spelling: Spelling, letters: UInt32) -> [Spelling] {
        // c, g, j, x: the letters that spellings disagree on.
        guard letters & 0x0100_0488 != 0 else { return [] }
        var others: [Spelling] = []
        func has(_ letter: Character) -> Bool {
            guard let value = letter.asciiValue else { return false }
            return letters & (1 << UInt32(value - 96)) != 0
        }
        if has("c") { others += has("h") ? [.french, .romanian] : [.romanian, .turkish] }
        if has("j") { others.append(.german) }
        if has("x") || has("g") { others.append(.romanian) }
        return Array(others.filter { $0 != spelling }.prefix(2))
    }
}

/// Where a rule applies.
enum RuleContext: UInt8, Sendable {
    case anywhere
    /// Before e, i or y.
    case beforeFrontVowel
    /// After a vowel and not before one.
    case closing
    case afterVowel
    case atStart
    /// At the end of the word.
    case atEnd
}

/// A group of Latin letters and what it folds to (letters as `Letter` prints them).
struct SpellingRule: Sendable {
    let letters: String
    let folded: String
    let context: RuleContext

    init(_ letters: String, _ folded: String, _ context: RuleContext = .anywhere) {
        self.letters = letters
        self.folded = folded
        self.context = context
    }
}

/// The rules as data. Longer groups win over shorter ones, a spelling's own rules over the general ones.
enum SpellingRules {
    /// ICAO Doc 9303 part 3 (zh kh ts ch sh shch), BGN/PCGN 1947 and 1979 (gh, ng, dzh), GOST R 7.0.34 and 7.79 B (cz,
    /// shh, x, j after a vowel), Uzbek law of 1995 (x, o', g', q, sh, ch), Kazakh 2021, Kyrgyz government decree 2010.
    static let general: [SpellingRule] = [
        .init("shch", "6"), .init("shh", "6"), .init("sh", "6"), .init("sch", "6"), .init("chtch", "6"),
        .init("tch", "4"), .init("ch", "4"), .init("kh", "h"), .init("gh", "g"), .init("zh", "j"), .init("ts", "c"),
        .init("cz", "c"), .init("ck", "k"), .init("ph", "f"), .init("ou", "u"),
        .init("alex", "aleks"), .init("max", "maks"), .init("oxan", "oksan"), .init("felix", "feliks"),
        .init("xen", "ksen"), .init("x", "h"), .init("c", "j", .atStart), .init("c", "c"), .init("q", "k"),
        .init("w", "v"), .init("y", "i"), .init("j", "i", .closing), .init("j", "j"),
    ]

    static let own: [Spelling: [SpellingRule]] = [
        .turkish: [.init("c", "j"), .init("j", "j"), .init("x", "ks")],
        // Romanian Academy spelling: c and g before e, i; ch and gh are hard.
        .romanian: [
            .init("ch", "k", .beforeFrontVowel), .init("ch", "h"), .init("c", "4", .beforeFrontVowel), .init("c", "k"),
            .init("g", "j", .beforeFrontVowel), .init("gh", "g"), .init("x", "ks"), .init("ea", "a"), .init("j", "j"),
        ],
        // French passports until the ICAO tables, and the habit since: tch, ch, dj, ou.
        .french: [
            .init("ch", "6"), .init("c", "s", .beforeFrontVowel), .init("c", "k"), .init("qu", "k"), .init("x", "ks"),
            .init("gu", "g", .beforeFrontVowel), .init("j", "j"),
        ],
        // Duden transcription: sch, tsch, dsch, ch, w, j, and s for з.
        .german: [
            .init("schtsch", "6"), .init("tsch", "4"), .init("dsch", "j"), .init("sch", "6"), .init("ch", "h"),
            .init("z", "c"), .init("j", "i"), .init("c", "k"),
        ],
        // PWN transcription: sz, cz, szcz, rz, ch, w, j, dż.
        .polish: [
            .init("szcz", "6"), .init("sz", "6"), .init("cz", "4"), .init("rz", "j"), .init("ch", "h"), .init("j", "i"),
            .init("c", "c"),
        ],
        .gost: [.init("j", "i", .afterVowel), .init("j", "j")],
        // Swedish TNC and Norwegian/Danish habit: tj, sj, sjtj, j.
        .nordic: [
            .init("sjtj", "6"), .init("stj", "6"), .init("tj", "4"), .init("sj", "6"), .init("zj", "j"),
            .init("dzj", "j"),
            .init("j", "i"), .init("c", "c"),
        ],
    ]
}
