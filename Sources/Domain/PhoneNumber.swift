/// A phone number reduced to what identifies it: `+` and digits (E.164).
public struct PhoneNumber: Hashable, Sendable {
    /// `+` followed by 7 to 15 digits.
    public let e164: String

    /// Reads what people write: blanks, hyphens, brackets and dots are dropped, `00` and the Russian trunk `8`
    /// (eleven digits) and Kyrgyz trunk `0` (ten digits) become country codes. `nil` when it cannot be a number.
    ///
    /// - Parameter text: as typed, in any of the usual spellings.
    public init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        var international = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value))
            case "+" where digits.isEmpty && !international: international = true
            case " ", "-", "(", ")", ".", "/", "\u{00A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": continue
            default: return nil
            }
        }
        if !international, digits.starts(with: [48, 48]) {
            digits.removeFirst(2)
            international = true
        }
        if !international {
            if digits.count == 11, digits[0] == 56 {
                digits[0] = 55
            } else if digits.count == 10, digits[0] == 48 {
                digits.replaceSubrange(0..<1, with: [57, 57, 54])
            }
        }
        guard (7...15).contains(digits.count), digits.first != 48 else { return nil }
        e164 = "+" + String(decoding: digits, as: UTF8.self)
    }
}
