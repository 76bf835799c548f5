/// The endings of names in these languages, as data, and their removal.
enum Endings {
    struct Ending: Sendable {
        let letters: Stem
        let kind: TokenKind
        /// How many letters must be left.
        let rest: Int
    }

    /// Folded endings, the longest first. Forms with a wrong vowel or turned letters stand beside the right ones, since
    /// a slip in an ending must not make another name of it.
    static let table: [Ending] = [
        make("ovi4 evi4 avi4 ivi4", .patronymicMale, 2),
        make("ovna evna avna ivna", .patronymicFemale, 2),
        make("ulu uli uulu ugli ogli oglu", .son, 2),
        make("kizi kisi gizi", .daughter, 2),
        make("zoda zada zade zodo zodi", .descendant, 2),
        make("ova eva", .surnameFemale, 2),
        make("ovo eve evo ove ovi evi ava iva voa vea oav eav ovs evs ovp evp oa", .surnameFemale, 3),
        make("ska ski", .surnameOther, 3),
        make("ov ev", .surnameMale, 2),
        make("of ef", .surnameMale, 3),
        make("oba", .surnameFemale, 4),
    ]
    .flatMap { $0 }
    .sorted { $0.letters.count > $1.letters.count }

    private static func make(_ words: String, _ kind: TokenKind, _ rest: Int) -> [Ending] {
        words.split(separator: " ").map { Ending(letters: Stem(String($0)), kind: kind, rest: rest) }
    }

    /// Words that stand alone and belong to the word before: уулу, кызы, o'g'li, qizi.
    static let detachedSon: Set<Stem> = Set(
        ["ulu", "uli", "ul", "u", "ugli", "ogli", "oglu", "ugl", "uklu"].map { Stem($0) }
    )
    static let detachedDaughter: Set<Stem> = Set(
        ["kizi", "kiz", "kisi", "gizi", "kzi", "kuzi", "kezi"].map { Stem($0) }
    )

    static let longestDetached = detachedSon.union(detachedDaughter).map(\.count).max() ?? 0

    /// The same by last letter, and where each letter's begin in it, the end behind the last.
    private static let byLastLetter = (UInt8(0)...24).flatMap { letter in table.filter { lastLetter($0) == letter } }
    private static let starts = (UInt8(0)...25).map { letter in table.count { lastLetter($0) < letter } }

    private static func lastLetter(_ ending: Ending) -> UInt8 { ending.letters[ending.letters.count - 1] }

    /// A folded word without its ending, which is its root, and what its form says.
    static func analyse(_ whole: Stem) -> (root: Stem, kind: TokenKind) {
        let count = whole.count
        guard count > 3 else { return (whole, .bare) }
        let last = Int(whole[count - 1])
        for place in starts[last]..<starts[last + 1] {
            let ending = byLastLetter[place]
            let rest = count - ending.letters.count
            guard rest >= ending.rest, suffix(of: whole, equals: ending.letters, from: rest) else { continue }
            let root = whole.prefix(rest)
            guard hasConsonant(root) else { continue }
            return (ending.kind == .surnameOther ? whole : root, ending.kind)
        }
        return brokenEnding(whole) ?? (whole, .bare)
    }

    /// A consonant before v at the end (Осмонв, Осмонва, Осмонво) is an -ов that lost or turned its vowel.
    private static func brokenEnding(_ whole: Stem) -> (root: Stem, kind: TokenKind)? {
        let count = whole.count
        var place = count - 1
        let final = whole[place]
        if Letter.isVowel(final) { place -= 1 }
        guard place >= 4, whole[place] == Letter.v, !Letter.isVowel(whole[place - 1]) else { return nil }
        return (whole.prefix(place), final == Letter.a ? .surnameFemale : .surnameMale)
    }

    @inline(__always)
    private static func suffix(of whole: Stem, equals ending: Stem, from start: Int) -> Bool {
        whole.removingFirst(start) == ending
    }

    private static func hasConsonant(_ stem: Stem) -> Bool {
        for index in 0..<stem.count where !Letter.isVowel(stem[index]) { return true }
        return false
    }
}
