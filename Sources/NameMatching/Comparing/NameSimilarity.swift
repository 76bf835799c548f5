/// How likely two written names are one person's name, by the names alone.
public enum NameSimilarity {
    /// 0…1, the same whichever comes first; above 0.5 they are more likely one name than two.
    public static func score(_ first: String, _ second: String) -> Double {
        var comparison = ComparedNames(first, second)
        comparison.tryOtherReadings()
        return comparison.score
    }

    /// The score with what agreed and what did not.
    public static func explain(_ first: String, _ second: String) -> (score: Double, reasons: [MatchReason]) {
        var comparison = ComparedNames(first, second)
        comparison.tryOtherReadings()
        let (left, right) = (comparison.left, comparison.right)
        let isTurned = PreparedName.precedes(right, left)
        let names = isTurned ? (right, left) : (left, right)
        let parts = NameParts(NameAlignment(names.0, names.1), names.0, names.1)
        return (comparison.score, MatchReason.allCases.filter(parts.reasons.contains))
    }

    static func score(_ left: PreparedName, _ right: PreparedName) -> Double {
        if PreparedName.precedes(right, left) { return score(NameAlignment(right, left), right, left) }
        return score(NameAlignment(left, right), left, right)
    }

    /// The share of what could agree that does: a family and a given name count for one each, a patronymic for half, and
    /// one that stands in one of the names only for nothing.
    static func score(_ alignment: NameAlignment, _ left: PreparedName, _ right: PreparedName) -> Double {
        var agreed = 0.0
        var possible = 0.0
        var (rows, columns): (UInt32, UInt32) = (0, 0)
        var worst = 1.0
        for place in 0..<alignment.pairs.count {
            let pair = alignment.pairs[place]
            let weight = (self.weight(left.words[pair.left]) + self.weight(right.words[pair.right])) / 2
            let value = Double(pair.value) / 25_500
            agreed += weight * value
            possible += weight
            if weight > 0.7 { worst = min(worst, value) }
            rows |= 1 << UInt32(pair.left)
            columns |= 1 << UInt32(pair.right)
        }
        let (missingLeft, missingRight) = (missing(left, rows), missing(right, columns))
        // Words without a partner on both sides contradict each other; on one side only they may just be left out.
        let contradiction = min(missingLeft, missingRight)
        let leftOut = max(missingLeft, missingRight) - contradiction
        possible += contradiction * 1.25 + leftOut * 0.35
        guard possible > 0 else { return 0 }
        var score = agreed / possible
        if left.gender != .unknown, right.gender != .unknown, left.gender != right.gender { score *= 0.75 }
        if alignment.pairs.count < 2, left.words.count > 1, right.words.count > 1 { score *= 0.8 }
        return calibrated(score * (0.6 + 0.4 * worst))
    }

    private static func weight(_ word: PreparedName.Word) -> Double {
        switch (word.kind, word.role) {
        case (.initial, _): 0.5
        case (_, .patronymic): 0.5
        default: 1
        }
    }

    /// What the words weigh that found no partner.
    private static func missing(_ name: PreparedName, _ met: UInt32) -> Double {
        var weight = 0.0
        for place in 0..<name.words.count where met >> UInt32(place) & 1 == 0 {
            weight += self.weight(name.words[place])
        }
        return weight
    }

    /// Bends the share so that a half is where one name becomes likelier than two (measured on made-up people).
    private static func calibrated(_ share: Double) -> Double {
        let middle = 0.5
        if share <= middle { return max(0, share / middle * 0.5) }
        return min(1, 0.5 + (share - middle) / (1 - middle) * 0.5)
    }
}
