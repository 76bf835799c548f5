/// What sort of place a word such as «обл.» says.
enum PlaceKind: Sendable, Hashable {
    case oblast, krai, republic, okrug, district, city

    /// Whether it says that a region is meant.
    var isRegion: Bool { self != .district && self != .city }

    static let words: [FoldedWord: PlaceKind] = {
        let lists: [(PlaceKind, String)] = [
            (.oblast, "обл область области областью облусу облус oblast region viloyati вилояти облысы provincie"),
            (.krai, "край края крае краи крайы krai"),
            (.republic, "респ республика республики республикасы republic"),
            (.okrug, "округ округа округу ао okrug"),
            (.district, "район района районе районы району районун district raion tumani"),
            (.city, "г гор город города городе шаары шаар ш city мун пгт пос поселок село с дер деревня"),
        ]
        var table: [FoldedWord: PlaceKind] = [:]
        for (kind, words) in lists {
            for word in FoldedWord.words(of: words) { table[word] = kind }
        }
        return table
    }()
}

/// Every name of every place, folded.
struct PlaceIndex: Sendable {
    /// One way to name a place.
    struct Key: Sendable {
        let words: [FoldedWord]
        let kind: PlaceKind?
        let country: Int
        let region: Int?
        let city: Int?

        /// 0 country, 1 region, 2 town.
        var depth: Int { city != nil ? 2 : region != nil ? 1 : 0 }

        /// Whether the other place is this one or contains it.
        func lies(in other: Key) -> Bool {
            country == other.country && (other.region == nil || other.region == region)
                && (other.city == nil || other.city == city)
        }
    }

    let keys: [Key]
    private let starts: [FoldedWord: [Int]]

    init(_ countries: [CountryPlaces]) {
        var keys: [Key] = []
        func add(_ texts: [String], _ country: Int, _ region: Int?, _ city: Int?) {
            var seen: Set<[FoldedWord]> = []
            for text in texts {
                let words = FoldedWord.words(of: text.replacing("р-н", with: "район"))
                let kind = words.lazy.compactMap { PlaceKind.words[$0] }.first
                let plain = words.filter { PlaceKind.words[$0] == nil }
                guard !plain.isEmpty, seen.insert(plain).inserted else { continue }
                keys.append(Key(words: plain, kind: kind, country: country, region: region, city: city))
            }
        }
        for (country, entry) in countries.enumerated() {
            add(Array(entry.names.all.values).sorted() + entry.words, country, nil, nil)
            for (region, part) in entry.regions.enumerated() {
                add(Array(part.names.all.values).sorted() + part.words, country, region, nil)
                for (city, town) in part.cities.enumerated() {
                    add(Array(town.names.all.values).sorted() + town.words, country, region, city)
                }
            }
        }
        self.keys = keys
        var starts: [FoldedWord: [Int]] = [:]
        for (index, key) in keys.enumerated() { starts[key.words[0].prefix(2), default: []].append(index) }
        self.starts = starts
    }

    /// A key that fits a text, and how well.
    struct Candidate: Sendable {
        let key: Key
        let score: Double
    }

    /// The places that a text names: one list of candidates for each mention.
    func mentions(in text: String) -> [[Candidate]] {
        let all = FoldedWord.words(of: text.lowercased().replacing("р-н", with: "район"))
        let kinds = all.compactMap { PlaceKind.words[$0] }
        let words = all.filter { PlaceKind.words[$0] == nil }
        var mentions: [[Candidate]] = []
        var position = 0
        while position < words.count {
            let found = candidates(words, at: position, kinds)
            position += found.first?.key.words.count ?? 1
            if !found.isEmpty { mentions.append(found) }
        }
        return mentions
    }

    private func candidates(_ words: [FoldedWord], at position: Int, _ kinds: [PlaceKind]) -> [Candidate] {
        var found: [Candidate] = []
        for index in starts[words[position].prefix(2)] ?? [] {
            let key = keys[index]
            guard position + key.words.count <= words.count else { continue }
            var score = 1.0
            for (word, known) in zip(words[position...], key.words) {
                guard let grade = Self.grade(word, known, isShortened: key.depth == 1 && kinds.contains { $0.isRegion })
                else {
                    score = 0
                    break
                }
                score = min(score, grade)
            }
            guard score > 0 else { continue }
            score += Self.bonus(key, kinds)
            found.append(Candidate(key: key, score: score))
        }
        guard let longest = found.map(\.key.words.count).max() else { return [] }
        found = found.filter { $0.key.words.count == longest }
        if kinds.contains(where: \.isRegion), found.contains(where: { $0.key.depth == 1 }) {
            found = found.filter { $0.key.depth == 1 }
        }
        let best = found.map(\.score).max() ?? 0
        return found.filter { $0.score >= best - 0.001 || $0.key.depth == 0 && $0.score >= 1 }
    }

    /// What the words for a sort of place say for or against a key.
    private static func bonus(_ key: Key, _ kinds: [PlaceKind]) -> Double {
        switch key.kind {
        case .district: kinds.contains(.district) ? 0.05 : -0.06
        case .some(let kind): kinds.contains(kind) ? 0.05 : 0
        case nil: key.city != nil && kinds.contains(.city) ? 0.05 : 0
        }
    }

    private static let adjectiveEndings = Set(FoldedWord.words(of: "ая ий ый"))

    private static func grade(_ word: FoldedWord, _ known: FoldedWord, isShortened: Bool) -> Double? {
        if word == known { return 1 }
        if isShortened, word.count >= 3, known.hasPrefix(word) {
            // «Самар. обл.» is an adjective without its ending, «Самарская», rather than a part of «Самаркандская».
            let isWholeStem = known.count - word.count <= 4 && adjectiveEndings.contains(known.suffix(2))
            return isWholeStem ? 0.92 : 0.85
        }
        guard word.count >= 4, known.count >= 4 else { return nil }
        if WordMatch.isInflection(word, known), known.count - word.count <= 2 { return 0.9 }
        guard word.count >= 5, known.count >= 5 else { return nil }
        return word.isOneTypo(from: known) ? 0.8 : nil
    }
}
