public import Domain

extension ProblemCatalog {
    /// The problems that a cell of labels names, in the order of the text, each once: «Невыплата зарплаты / ЧС».
    public func recognise(_ text: String) -> [ProblemCode] {
        recognition(text).codes
    }

    /// What a cell of labels names: the longest label or word first, whatever stands between them. A cell typed in
    /// the other keyboard layout is read in the right one; one without any label is read as a note.
    public func recognition(_ text: String) -> ProblemRecognition {
        let text = String(text.prefix(2000))
        let found = labels(FoldedWord.words(of: text))
        guard found.matches.isEmpty, !found.unknown.isEmpty else { return found }
        if let swapped = KeyboardLayout.swapped(text) {
            let other = labels(FoldedWord.words(of: swapped))
            if !other.matches.isEmpty { return other }
        }
        let signs = signs(text)
        return signs.isEmpty ? found : ProblemRecognition(matches: signs, unknown: [])
    }

    func labels(_ words: [FoldedWord]) -> ProblemRecognition {
        var matches: [ProblemMatch] = []
        var unknown: [[FoldedWord]] = [[]]
        var position = 0
        while position < words.count {
            if let phrase = index.longest(in: words, at: position) {
                let end = position + phrase.words.count
                let text = words[position..<end].map(\.text).joined(separator: " ")
                matches.append(ProblemMatch(code: all[phrase.problem].code, text: text, kind: .word))
                unknown.append([])
                position = end
            } else {
                let word = words[position]
                if !word.isNumber, !Self.conjunctions.contains(word) { unknown[unknown.count - 1].append(word) }
                position += 1
            }
        }
        return ProblemRecognition(
            matches: matches,
            unknown: unknown.filter { !$0.isEmpty }.map { $0.map(\.text).joined(separator: " ") }
        )
    }

    /// «и», «да», «жана», «va», «și», “and”: they join labels.
    private static let conjunctions = Set(FoldedWord.words(of: "и да а жана менен va și and мен ва"))
}
