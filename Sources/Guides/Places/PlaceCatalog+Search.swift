extension PlaceCatalog {
    /// The places that something typed may mean, best first.
    ///
    /// - Parameters:
    ///   - typed: what stands in the box; also with a slip of the finger or in the other keyboard layout.
    ///   - limit: how many at most.
    ///   - country: only places of this country; `nil` for all.
    /// - Returns: the places, each label once.
    public func search(
        _ typed: String,
        limit: Int = 8,
        within country: String? = nil
    ) -> [Place] {
        let text = String(typed.prefix(100))
        var found = ranked(text, country)
        if found.first.map({ $0.score < 0.75 }) ?? true, let swapped = KeyboardLayout.swapped(text) {
            let others = ranked(swapped, country)
            if (others.first?.score ?? 0) > (found.first?.score ?? 0) { found = others }
        }
        return Array(found.prefix(max(0, limit)))
    }

    private func ranked(_ text: String, _ country: String?) -> [Place] {
        let words = FoldedWord.words(of: text).filter { PlaceKind.words[$0] == nil }
        guard !words.isEmpty else { return [] }
        var best: [String: (order: Int, place: Place)] = [:]
        for (order, key) in index.keys.enumerated() where country == nil || countries[key.country].code == country {
            guard let score = Self.score(words, key) else { continue }
            let place = place(key.country, key.region, key.city, score: score)
            let id = "\(place.region ?? place.country)/\(place.city ?? "")"
            if score > best[id]?.place.score ?? 0 { best[id] = (order, place) }
        }
        var labels: Set<String> = []
        // A town that is a region of its own is named once, as the town.
        return best.values.sorted { one, other in
            (other.place.score, one.place.city == nil ? 1 : 0, one.order)
                < (one.place.score, other.place.city == nil ? 1 : 0, other.order)
        }
        .map(\.place).filter { labels.insert($0.label("ru")).inserted }
    }

    private static func score(_ typed: [FoldedWord], _ key: PlaceIndex.Key) -> Double? {
        guard typed.count <= key.words.count else { return nil }
        var sum = 0.0
        for (position, word) in typed.enumerated() {
            let grade = key.words.compactMap {
                WordMatch.grade(word, $0, isUnfinished: position == typed.count - 1)
            }.max()
            guard let grade else { return nil }
            sum += grade
        }
        return sum / Double(typed.count) * (0.85 + 0.15 * Double(typed.count) / Double(key.words.count))
    }
}
