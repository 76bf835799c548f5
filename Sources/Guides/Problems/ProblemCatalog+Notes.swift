public import Domain

extension ProblemCatalog {
    /// The problems that the words of a note point to: «забрали паспорт, не отдают». Cautious: a note that says nothing
    /// certain gives nothing.
    public func recognise(note text: String) -> [ProblemCode] {
        noteRecognition(text).codes
    }

    /// As ``recognise(note:)``, with what it was that pointed there.
    public func noteRecognition(_ text: String) -> ProblemRecognition {
        let text = String(text.prefix(4000))
        var matches = noteMatches(text)
        if matches.isEmpty, let swapped = KeyboardLayout.swapped(text) { matches = noteMatches(swapped) }
        return ProblemRecognition(matches: matches, unknown: matches.isEmpty ? [text] : [])
    }

    private func noteMatches(_ text: String) -> [ProblemMatch] {
        // A note that is nothing but labels is a cell that slipped.
        let cell = labels(FoldedWord.words(of: text))
        if cell.unknown.isEmpty, !cell.matches.isEmpty { return cell.matches }
        return signs(text)
    }

    /// What the signs find, segment by segment.
    func signs(_ text: String) -> [ProblemMatch] {
        NoteParts.segments(of: text).flatMap { segment($0) }
    }

    /// The signs of one segment: the surest first takes its parts; what is left may add only what two words
    /// or a plain one say.
    private func segment(_ parts: [[FoldedWord]]) -> [ProblemMatch] {
        let whole = parts.flatMap { $0 }
        var left = parts
        var found: [(part: Int, match: ProblemMatch)] = []
        while let best = surest(in: left, of: whole, isFirst: found.isEmpty) {
            let text = best.parts.sorted().flatMap { left[$0] }.map(\.text).joined(separator: " ")
            let match = ProblemMatch(code: all[best.problem].code, text: text, kind: .sign)
            found.append((best.parts.min() ?? 0, match))
            for part in best.parts { left[part] = [] }
        }
        return found.sorted { $0.part < $1.part }.map(\.match)
    }

    private struct Found {
        let problem: Int
        let sign: ProblemSign
        let parts: Set<Int>

        /// More words, then what was said first, then more letters.
        func isSurer(than other: Found?) -> Bool {
            guard let other else { return true }
            let first = -(parts.min() ?? 0)
            let otherFirst = -(other.parts.min() ?? 0)
            return (other.sign.wanted.count, otherFirst, other.sign.weight) < (sign.wanted.count, first, sign.weight)
        }
    }

    private func surest(in parts: [[FoldedWord]], of whole: [FoldedWord], isFirst: Bool) -> Found? {
        let joined = parts.flatMap { $0 }
        guard !joined.isEmpty else { return nil }
        let owners = parts.enumerated().flatMap { part, words in words.map { _ in part } }
        var best: Found?
        for (problem, entry) in all.enumerated() {
            for sign in entry.signs where isFirst || sign.isPlain || sign.wanted.count >= 2 {
                // A single word that is added must be that very word: городу is one slip from тороду.
                let isExact = !isFirst && sign.wanted.count == 1
                guard let positions = sign.positions(in: joined, isExact: isExact), !sign.isForbidden(in: whole)
                else { continue }
                let found = Found(problem: problem, sign: sign, parts: Set(positions.map { owners[$0] }))
                // Two words from two parts are chance; three are a sentence with a comma.
                guard found.parts.count == 1 || sign.wanted.count >= 3 || joined.count <= 8 else { continue }
                if found.isSurer(than: best) { best = found }
            }
        }
        return best
    }
}

/// Cuts a note into what was said about one thing.
enum NoteParts {
    /// Segments between full stops, semicolons, slashes, pluses and line ends; in each the parts between commas.
    static func segments(of text: String) -> [[[FoldedWord]]] {
        var segments: [[[FoldedWord]]] = []
        var parts: [[FoldedWord]] = []
        var piece = ""
        func endPart() {
            let words = FoldedWord.words(of: piece).filter { !$0.isNumber }
            if !words.isEmpty { parts.append(words) }
            piece = ""
        }
        func endSegment() {
            endPart()
            if !parts.isEmpty { segments.append(parts) }
            parts = []
        }
        var previous: Character = " "
        for character in text {
            switch character {
            case ";", "+", "\n", "\r\n", "/", "!", "?": endSegment()
            case " " where previous == "." && !endsInAbbreviation(piece): endSegment()
            case ",", "—", "–", ":": endPart()
            default: piece.append(character)
            }
            previous = character
        }
        endSegment()
        return segments
    }

    /// Whether the full stop at the end belongs to a short form such as «мес.», «нед.», «гр.».
    private static func endsInAbbreviation(_ text: String) -> Bool {
        let last = text.dropLast().reversed().prefix { $0.isLetter || $0.isNumber }
        return last.count <= 3 && last.contains(where: \.isLetter)
    }
}
