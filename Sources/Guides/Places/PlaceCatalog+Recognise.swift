extension PlaceCatalog {
    /// The most exact place that a text names: «Питер», «Свердл. обл., Екб», «г. Ош».
    ///
    /// - Parameters:
    ///   - text: free text.
    ///   - country: only places of this country; `nil` for all.
    /// - Returns: `nil` when nothing is known, or when it could be in several countries.
    public func recognise(_ text: String, within country: String? = nil) -> Place? {
        let mentions = mentions(text).compactMap { candidates -> [PlaceIndex.Candidate]? in
            let inside = candidates.filter { country == nil || countries[$0.key.country].code == country }
            return inside.isEmpty ? nil : inside
        }
        return resolve(mentions.map { Mention(candidates: $0, weight: 1) })
    }

    /// What the three cells of a row say together. What contradicts itself goes by what more cells say, the country's
    /// cell counting most, the region's least.
    ///
    /// - Parameters:
    ///   - country: the country's cell.
    ///   - region: the region's cell.
    ///   - city: the town's cell.
    ///   - home: the country that «дома» and «вернулся домой» mean.
    /// - Returns: what is known; a place without a country when nothing is.
    public func recognise(country: String?, region: String?, city: String?, home: String? = "KG") -> Place {
        var mentions: [Mention] = []
        for (text, weight) in [(country, 6), (region, 4), (city, 5)] {
            guard let text, !text.isEmpty else { continue }
            if let home, let found = self.home(text, home) {
                mentions.append(Mention(candidates: found, weight: weight))
            }
            mentions += self.mentions(text).map { Mention(candidates: $0, weight: weight) }
        }
        return resolve(mentions) ?? .unknown
    }

    /// The country that a text names, also as a citizenship: «гр. КР», «узб.».
    public func recogniseCountry(_ text: String) -> String? {
        let countriesOnly = mentions(text).flatMap { $0 }.filter { $0.key.depth == 0 }
        let best = countriesOnly.max { $0.score < $1.score }
        return best.map { countries[$0.key.country].code } ?? recognise(text)?.country
    }

    // MARK: - Together

    private struct Mention {
        let candidates: [PlaceIndex.Candidate]
        let weight: Int
    }

    private func mentions(_ text: String) -> [[PlaceIndex.Candidate]] {
        let text = String(text.prefix(400))
        let found = index.mentions(in: text)
        guard found.isEmpty, let swapped = KeyboardLayout.swapped(text) else { return found }
        return index.mentions(in: swapped)
    }

    private func home(_ text: String, _ code: String) -> [PlaceIndex.Candidate]? {
        let words = FoldedWord.words(of: text)
        guard words.contains(where: { Self.homeWords.contains($0) }),
            let country = countries.firstIndex(where: { $0.code == code })
        else { return nil }
        let key = PlaceIndex.Key(words: [], kind: nil, country: country, region: nil, city: nil)
        return [PlaceIndex.Candidate(key: key, score: 1)]
    }

    private static let homeWords = Set(
        FoldedWord.words(of: "дома домой родина родине мекенинде үйүндө home acasă uyda")
    )

    /// The candidate that most mentions agree with, the more exact one among equals. Where several places are equally
    /// likely, only what they have in common is known.
    private func resolve(_ mentions: [Mention]) -> Place? {
        var best: [(key: PlaceIndex.Key, score: Double)] = []
        var bestRank = (-1, -1.0)
        for candidate in mentions.flatMap(\.candidates) {
            var agreement = 0
            for mention in mentions where mention.candidates.contains(where: { candidate.key.lies(in: $0.key) }) {
                agreement += mention.weight
            }
            let rank = (agreement * 4 + candidate.key.depth, candidate.score)
            if rank > bestRank {
                best = [(candidate.key, candidate.score)]
                bestRank = rank
            } else if rank == bestRank {
                best.append((candidate.key, candidate.score))
            }
        }
        guard let first = best.first else { return nil }
        let keys = best.map(\.key)
        guard keys.allSatisfy({ $0.country == first.key.country }) else { return nil }
        let region = keys.allSatisfy { $0.region == first.key.region } ? first.key.region : nil
        let city = region != nil && keys.allSatisfy { $0.city == first.key.city } ? first.key.city : nil
        return place(first.key.country, region, city, score: min(1, first.score))
    }

    func place(_ country: Int, _ region: Int?, _ city: Int?, score: Double) -> Place {
        let entry = countries[country]
        let part = region.map { entry.regions[$0] }
        let town = city.flatMap { part?.cities[$0] } ?? part?.ownTown
        let names = part == nil ? [entry.names] : [town?.names, part?.names].compactMap { $0 }
        return Place(
            country: entry.code,
            region: part?.code,
            city: town?.code,
            isUrban: town?.isUrban,
            names: names,
            score: score
        )
    }
}
