/// A text typed while the keyboard was switched to the other alphabet: `fqksr` for «айлык».
enum KeyboardLayout {
    private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
    private static let cyrillic = Array("йцукенгшщзхъфывапролджэячсмитьбюё")
    private static let toCyrillic = Dictionary(uniqueKeysWithValues: zip(latin, cyrillic))
    private static let toLatin = Dictionary(uniqueKeysWithValues: zip(cyrillic, latin))

    /// What the same keys give in the other alphabet; `nil` when the text has letters of both or of none.
    static func swapped(_ text: some StringProtocol) -> String? {
        let letters = text.lowercased()
        let isLatin = letters.contains { $0.isASCII && $0.isLetter }
        let isCyrillic = letters.contains { toLatin[$0]?.isLetter == true }
        guard isLatin != isCyrillic else { return nil }
        let table = isLatin ? toCyrillic : toLatin
        return String(letters.map { table[$0] ?? $0 })
    }
}
