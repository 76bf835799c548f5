public import Domain

/// Codes by which an unnamed caller finds back to what was already told: eight letters and digits that can't be taken
/// for each other when read aloud.
public enum ReturnCodes {
    private static let signs = Array("23456789ABCDEFGHKMNPRTUVWXYZ")

    /// A new code, as it is read aloud: `7KM4-TPX2`.
    public static func make(_ surroundings: Surroundings) -> String {
        var code = ""
        var bytes: [UInt8] = []
        while code.count < 8 {
            if bytes.isEmpty { bytes = surroundings.randomBytes(16) }
            guard let byte = bytes.popLast() else { break }
            // Only whole multiples of the number of signs, so that each is equally likely.
            guard Int(byte) < 256 / signs.count * signs.count else { continue }
            code.append(signs[Int(byte) % signs.count])
        }
        return code.prefix(4) + "-" + code.dropFirst(4)
    }

    /// The code in a typed text, without blanks and hyphens; `nil` when it can't be one.
    public static func normalized(_ typed: String) -> String? {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "–" }
        guard letters.count == 8, letters.allSatisfy({ signs.contains($0) }) else { return nil }
        return letters
    }
}
