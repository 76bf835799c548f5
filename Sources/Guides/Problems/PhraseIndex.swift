import Domain

/// Every name and word of the problems, folded, for searching and recognising.
struct PhraseIndex: Sendable {
    struct Phrase: Sendable {
        let problem: Int
        let language: String
        let text: String
        let words: [FoldedWord]
        let isName: Bool
    }

    let phrases: [Phrase]
    /// The phrases by the first two letters of their first word.
    private let starts: [FoldedWord: [Int]]

    init(_ problems: [Problem]) {
        var phrases: [Phrase] = []
        // A word of a problem and of its child is the problem's: it says less.
        let order = problems.indices.sorted {
            (problems[$0].parent == nil ? 0 : 1, $0) < (problems[$1].parent == nil ? 0 : 1, $1)
        }
        for index in order {
            for language in ContentLanguages.all {
                let name = problems[index].names[language] ?? ""
                for (position, text) in ([name] + (problems[index].words[language] ?? [])).enumerated() {
                    let words = FoldedWord.words(of: text)
                    guard !words.isEmpty else { continue }
                    phrases.append(
                        Phrase(problem: index, language: language, text: text, words: words, isName: position == 0)
                    )
                }
            }
        }
        self.phrases = phrases
        var starts: [FoldedWord: [Int]] = [:]
        for (index, phrase) in phrases.enumerated() {
            guard let first = phrase.words.first else { continue }
            starts[first.prefix(2), default: []].append(index)
        }
        self.starts = starts.mapValues { list in
            list.sorted { (phrases[$1].words.count, $0) < (phrases[$0].words.count, $1) }
        }
    }

    /// The phrase that a text goes on with at a position: the longest one, exact before nearly.
    func longest(in words: [FoldedWord], at position: Int) -> Phrase? {
        var near: Phrase?
        for index in starts[words[position].prefix(2)] ?? [] {
            let phrase = phrases[index]
            if let near, phrase.words.count < near.words.count { return near }
            guard position + phrase.words.count <= words.count else { continue }
            let part = words[position..<(position + phrase.words.count)]
            if part.elementsEqual(phrase.words) { return phrase }
            if near == nil, zip(part, phrase.words).allSatisfy({ WordMatch.isSameWord($0, $1) }) { near = phrase }
        }
        return near
    }
}
