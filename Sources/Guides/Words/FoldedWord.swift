/// A word as it is compared: small letters, without accents, with the letters of Kyrgyz, Tajik, Uzbek, Kazakh and
/// Romanian as people write them on a keyboard that lacks them.
struct FoldedWord: Hashable, Sendable {
    let letters: [UInt16]

    var count: Int { letters.count }

    /// A number such as a day, an age, an amount.
    var isNumber: Bool { letters.allSatisfy { (48...57).contains($0) } }

    func hasPrefix(_ other: FoldedWord) -> Bool {
        letters.starts(with: other.letters)
    }

    /// How many letters both begin with.
    func commonPrefix(_ other: FoldedWord) -> Int {
        var index = 0
        let end = min(letters.count, other.letters.count)
        while index < end, letters[index] == other.letters[index] { index += 1 }
        return index
    }

    /// Whether one letter more, less, other or swapped with its neighbour makes one into the other.
    func isOneTypo(from other: FoldedWord) -> Bool {
        let left = letters
        let right = other.letters
        guard abs(left.count - right.count) <= 1, left != right else { return false }
        let start = commonPrefix(other)
        var leftEnd = left.count
        var rightEnd = right.count
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        let leftRest = leftEnd - start
        let rightRest = rightEnd - start
        if leftRest <= 1, rightRest <= 1 { return true }
        return leftRest == 2 && rightRest == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
    }

    func prefix(_ count: Int) -> FoldedWord {
        FoldedWord(letters: Array(letters.prefix(count)))
    }

    func suffix(_ count: Int) -> FoldedWord {
        FoldedWord(letters: Array(letters.suffix(count)))
    }

    var text: String { String(decoding: letters, as: UTF16.self) }
}

extension FoldedWord {
    /// The words of a text: runs of letters and digits, folded.
    static func words(of text: some StringProtocol) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var letters: [UInt16] = []
        func finish() {
            if !letters.isEmpty { words.append(FoldedWord(letters: oneAlphabet(letters))) }
            letters.removeAll(keepingCapacity: true)
        }
        for scalar in text.lowercased().unicodeScalars {
            switch fold(scalar) {
            case .letter(let letter): letters.append(letter)
            case .nothing: continue
            case .gap: finish()
            }
        }
        finish()
        return words
    }

    private enum Folded {
        case letter(UInt16)
        /// An apostrophe or accent inside a word.
        case nothing
        case gap
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0x430...0x44F: return .letter(UInt16(scalar.value))
        case 0x27, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x300...0x36F: return .nothing
        default: break
        }
        if let plain = plainLetters[scalar] { return .letter(plain) }
        if scalar.properties.isAlphabetic, scalar.value <= 0xFFFF { return .letter(UInt16(scalar.value)) }
        return .gap
    }

    private static let plainLetters: [Unicode.Scalar: UInt16] = {
        let pairs: KeyValuePairs<String, Unicode.Scalar> = [
            "ё": "е", "ө": "о", "үұӯўӱ": "у", "ң": "н", "қ": "к", "ғ": "г", "ҳһ": "х", "ҷ": "ж", "ӣі": "и", "ә": "а",
            "ăâàáä": "a", "îìíı": "i", "șş": "s", "țţ": "t", "öóòôő": "o", "üúùû": "u", "ç": "c", "ğ": "g",
            "éèêë": "e", "ńñ": "n", "łĺ": "l", "śš": "s", "źżž": "z", "ćč": "c", "ý": "y", "ř": "r", "ě": "e", "ą": "a",
            "ę": "e", "ď": "d",
        ]
        var table: [Unicode.Scalar: UInt16] = [:]
        for (letters, plain) in pairs {
            for scalar in letters.unicodeScalars { table[scalar] = UInt16(plain.value) }
        }
        return table
    }()

    /// Latin letters that look like Cyrillic ones, inside a word of Cyrillic letters, were meant as those.
    private static func oneAlphabet(_ letters: [UInt16]) -> [UInt16] {
        let hasCyrillic = letters.contains { (0x400...0x4FF).contains($0) }
        guard hasCyrillic, letters.contains(where: { (0x61...0x7A).contains($0) }) else { return letters }
        return letters.map { lookAlikes[$0] ?? $0 }
    }

    private static let lookAlikes: [UInt16: UInt16] = {
        let pairs: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
            "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
            "x": "х",
            "y": "у", "i": "и",
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { (UInt16($0.value), UInt16($1.value)) })
    }()
}
