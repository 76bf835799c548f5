/// Mends text that was typed on a Russian keyboard while the Latin layout was on: `Vbhfkbtd Nbktr` is Миралиев Тилек.
enum KeyboardLayout {
    private static let latin = Array("`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>")
    private static let cyrillic = Array("ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ")
    private static let table = Dictionary(zip(latin, cyrillic), uniquingKeysWith: { first, _ in first })
    private static let latinVowels = Set("aeiouyAEIOUYüöäıəâîăÜÖÄ")
    private static let cyrillicVowels = Set("аеёиоуыэюяАЕЁИОУЫЭЮЯ")

    /// The mended text; nil when it does not look like the wrong layout.
    static func mended(_ text: String) -> String? {
        let letters = text.filter { $0.isLetter }
        let ascii = letters.count { $0.isASCII }
        guard ascii >= 4, ascii * 4 >= letters.count * 3 else { return nil }
        let words = text.split(separator: " ").map(String.init)
        guard words.contains(where: isWrong) else { return nil }
        return words.map { convert($0) }.joined(separator: " ")
    }

    /// A word is wrong when a sign stands where a letter must, or when it can hardly be pronounced, while its other
    /// reading can.
    private static func isWrong(_ word: String) -> Bool {
        let characters = Array(word)
        guard characters.count >= 4 else { return false }
        let converted = convert(word)
        let vowels = converted.count { cyrillicVowels.contains($0) }
        let length = converted.count { $0.isLetter }
        guard length >= 4, vowels * 100 >= length * 22, vowels * 100 <= length * 70 else { return false }
        if characters.contains(where: { ";[]{}".contains($0) }) { return true }
        let inside = characters.dropFirst().dropLast()
        let signs = inside.count { ",.".contains($0) } + (characters.first.map { ",.".contains($0) } == true ? 1 : 0)
        let ascii = characters.count { $0.isASCII && $0.isLetter }
        let spoken = characters.count { latinVowels.contains($0) }
        if signs > 0, ascii >= 3 { return spoken * 100 < ascii * 30 }
        return ascii >= 5 && spoken * 100 < ascii * 20
    }

    private static func convert(_ word: String) -> String {
        guard word.contains(where: { $0.isASCII && $0.isLetter }) else { return word }
        // A comma that ends a word is a comma.
        let tail = word.reversed().prefix { ",.".contains($0) }
        let isInitial = word.count <= 3 && word.hasSuffix(".")
        guard !isInitial else { return word.count == 2 ? String(word.map { $0 == "." ? "." : table[$0] ?? $0 }) : word }
        let body = word.dropLast(tail.count == 1 && word.count > 6 ? 0 : tail.count)
        return String(body.map { table[$0] ?? $0 }) + word.dropFirst(body.count)
    }
}
