import Domain

/// Makes passwords that can be typed from a screen: four random words of six letters.
struct DemonstrationPasswords: Sendable {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    func next() -> String {
        let consonants = Array("bdfgklmnprstvz")
        let vowels = Array("aeiou")
        let bytes = surroundings.randomBytes(24)
        var words: [String] = []
        for word in 0..<4 {
            let letters = (0..<6).map { letter in
                let byte = Int(bytes[word * 6 + letter])
                return letter % 2 == 0 ? consonants[byte % consonants.count] : vowels[byte % vowels.count]
            }
            words.append(String(letters))
        }
        return words.joined(separator: "-")
    }
}
