import Domain

extension ProblemCatalog {
    /// The problems that something typed may mean: a word of any language, its beginning, with another ending, with a
    /// slip of the finger, or typed in the other keyboard layout.
    ///
    /// - Parameters:
    ///   - typed: what stands in the box.
    ///   - languages: the reader's first; they decide the name shown and ties.
    ///   - limit: how many at most.
    /// - Returns: the best first.
    public func search(_ typed: String, languages: [String] = [], limit: Int = 8) -> [ProblemHit] {
        let text = String(typed.prefix(200))
        var hits = ranked(FoldedWord.words(of: text), languages)
        // What fits badly may have been typed in the other layout.
        if hits.first.map({ $0.score < 0.9 }) ?? true, let swapped = KeyboardLayout.swapped(text) {
            let others = ranked(FoldedWord.words(of: swapped), languages)
            if (others.first?.score ?? 0) > (hits.first?.score ?? 0) { hits = others }
        }
        return Array(hits.prefix(max(0, limit)))
    }

    private func ranked(_ typed: [FoldedWord], _ languages: [String]) -> [ProblemHit] {
        let typed = Array(typed.prefix(12))
        guard !typed.isEmpty else { return [] }
        var best: [Int: (score: Double, text: String)] = [:]
        for phrase in index.phrases {
            guard var score = PhraseScore.score(typed, phrase) else { continue }
            if let rank = languages.firstIndex(of: phrase.language) { score += 0.02 / Double(rank + 1) }
            if phrase.isName { score += 0.01 }
            if score > best[phrase.problem]?.score ?? 0 { best[phrase.problem] = (score, phrase.text) }
        }
        if best.isEmpty, typed.count >= 2 { best = scattered(typed) }
        return best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.map { index, found in
            ProblemHit(
                problem: all[index],
                name: all[index].names.text(languages.first ?? "en"),
                matched: found.text,
                score: min(1, found.score)
            )
        }
    }

    /// The problems whose words, of whatever phrases, fit most of what was typed; for a sentence that no phrase
    /// contains.
    private func scattered(_ typed: [FoldedWord]) -> [Int: (score: Double, text: String)] {
        let letters = typed.reduce(0) { $0 + $1.count }
        var fitting: [Int: [Int: (grade: Double, text: String)]] = [:]
        for phrase in index.phrases {
            for (position, word) in typed.enumerated() {
                for known in phrase.words {
                    guard let grade = WordMatch.grade(word, known, isUnfinished: false),
                        grade > fitting[phrase.problem]?[position]?.grade ?? 0
                    else { continue }
                    fitting[phrase.problem, default: [:]][position] = (grade, phrase.text)
                }
            }
        }
        var found: [Int: (score: Double, text: String)] = [:]
        for (problem, words) in fitting {
            let fit = words.reduce(0.0) { $0 + $1.value.grade * Double(typed[$1.key].count) } / Double(letters)
            guard fit >= 0.5, let longest = words.max(by: { typed[$0.key].count < typed[$1.key].count }) else {
                continue
            }
            found[problem] = (fit * 0.7, longest.value.text)
        }
        return found
    }
}

private enum PhraseScore {
    /// How well typed words fit a phrase: every one must be found in it; the less is left over the better.
    static func score(_ typed: [FoldedWord], _ phrase: PhraseIndex.Phrase) -> Double? {
        var sum = 0.0
        var used: Set<Int> = []
        for (position, word) in typed.enumerated() {
            var best: (grade: Double, index: Int)?
            for (index, known) in phrase.words.enumerated() where !used.contains(index) {
                guard let grade = WordMatch.grade(word, known, isUnfinished: position == typed.count - 1) else {
                    continue
                }
                if grade > best?.grade ?? 0 { best = (grade, index) }
            }
            guard let best else { return nil }
            used.insert(best.index)
            sum += best.grade
        }
        let coverage = Double(used.count) / Double(phrase.words.count)
        return sum / Double(typed.count) * (0.82 + 0.15 * coverage)
    }
}
