import Foundation

/// What a staff password must be: long, and not one of those that are tried first. Nothing about capitals, digits or
/// signs (NIST SP 800-63B, OWASP ASVS 6.2).
public enum PasswordRules {
    /// The fewest characters.
    public static let minimum = 15
    /// The most characters; more would only cost time.
    public static let maximum = 256

    /// Why a password isn't taken.
    public enum Problem: String, CaseIterable, Sendable, Hashable {
        case tooShort = "too_short"
        case tooLong = "too_long"
        /// It holds a character that no keyboard types (a control character).
        case unusable
        /// It is on the list of common ones, or a repetition or a row of keys.
        case common
        /// It is little more than the e-mail address, the name, the organisation or the program's name.
        case context
    }

    /// The first problem, or `nil` when the password, as typed or pasted, is good. The context is what somebody who
    /// knows the person tries first: e-mail, names, organisation.
    public static func problem(of password: String, context: [String] = []) -> Problem? {
        let text = password.precomposedStringWithCanonicalMapping
        guard text.count >= minimum else { return .tooShort }
        guard text.count <= maximum, text.utf8.count <= maximum * 4 else { return .tooLong }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return .unusable
        }
        let folded = fold(text)
        if isMonotonous(folded) || CommonPasswords.contains(folded) { return .common }
        if leftover(of: folded, without: context) < 8 { return .context }
        return nil
    }

    /// The bytes that are hashed: the canonical composition (NFC), so that the same word typed on another keyboard
    /// is the same password.
    static func normalized(_ password: String) -> [UInt8] {
        Array(password.precomposedStringWithCanonicalMapping.utf8)
    }

    /// Lower case, letters and digits only, the usual stand-ins as the letters they stand for, but for digits at the
    /// end: those are a year or a counter.
    static func fold(_ text: String) -> String {
        let standIns: [Character: Character] = [
            "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
        ]
        let lowered = Array(text.lowercased())
        let end = (lowered.lastIndex(where: \.isLetter) ?? -1) + 1
        let word = lowered[..<end].compactMap { character in
            standIns[character] ?? (character.isLetter || character.isNumber ? character : nil)
        }
        return String(word + lowered[end...].filter(\.isNumber))
    }

    /// Few different characters, one piece over and over, or a row along the alphabet, the digits or the keyboard.
    private static func isMonotonous(_ folded: String) -> Bool {
        let characters = Array(folded)
        guard Set(characters).count >= 5 else { return true }
        for length in 1...max(1, characters.count / 2) where isRepeated(characters, length) { return true }
        return sequenceShare(characters) > 0.7
    }

    private static func isRepeated(_ characters: [Character], _ length: Int) -> Bool {
        characters.count >= length * 2
            && characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
    }

    /// The share of neighbours that stand next to each other on one of the rows, in either direction.
    private static func sequenceShare(_ characters: [Character]) -> Double {
        let rows = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "олдж", "йцукенгшщзхъ",
            "фывапролджэ", "ячсмитьбю", "абвгдежзийклмнопрстуфхцчшщъыьэюя",
            // Digits that folding turned into letters.
            "olzeasgtb9o",
        ]
        var neighbours = Set<String>()
        for row in rows {
            for (left, right) in zip(row, row.dropFirst()) {
                neighbours.insert("\(left)\(right)")
                neighbours.insert("\(right)\(left)")
            }
        }
        let pairs = zip(characters, characters.dropFirst()).map { "\($0)\($1)" }
        let along = pairs.count { neighbours.contains($0) || $0.first == $0.last }
        return pairs.isEmpty ? 1 : Double(along) / Double(pairs.count)
    }

    /// How many characters are left once what is known about the person is taken out.
    private static func leftover(of folded: String, without context: [String]) -> Int {
        var rest = folded
        let words = (context + ["tirek", "тирек", "password", "parol", "пароль"])
            .flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
            .map { fold(String($0)) }
            .filter { $0.count >= 4 }
            .sorted { $0.count > $1.count }
        for word in words {
            rest = rest.replacingOccurrences(of: word, with: "")
        }
        return rest.count
    }
}
