import Crypto

/// Why a typed recovery sheet was not taken.
public enum RecoverySheetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A character that is never on a sheet.
    case character(Character)
    /// Not nine groups of eight characters.
    case length(found: Int)
    /// The group, counted from 1, has a wrong character.
    case group(Int)
    /// Every group is right in itself, but they don't belong to one sheet.
    case mixedSheets

    public var description: String {
        switch self {
        case .character(let character): "“\(character)” is never on a recovery sheet"
        case .length(let found): "a recovery sheet has 72 letters and digits, here are \(found)"
        case .group(let number): "group \(number) has a typing error; compare its eight characters with the sheet"
        case .mixedSheets: "the groups are from different recovery sheets"
        }
    }
}

extension RootSecret {
    /// The secret for the printer: nine groups of eight letters and digits in three lines.
    ///
    /// Each group is four bytes and a CRC-8 over its number and bytes in Crockford's base 32 (no I, L, O, U), so that
    /// any one wrong character and any two groups in the wrong order are found and the group is named. The ninth
    /// group holds a hash of the whole.
    public var recoverySheet: String {
        withBytes { secret in
            let bytes = Array(secret) + SHA256.hash(data: secret).prefix(4)
            let groups = (0..<9).map { number in
                Base32.text(Self.checked(bytes[number * 4..<number * 4 + 4], number: number))
            }
            return (0..<3).map { groups[$0 * 3..<$0 * 3 + 3].joined(separator: "-") }.joined(separator: "\n")
        }
    }

    /// Reads a sheet as people type it: blanks, hyphens, line breaks and case don't matter; O is 0, I and L are 1.
    public init(recoverySheet text: String) throws(RecoverySheetError) {
        let digits = try Base32.digits(text)
        guard digits.count == 72 else { throw .length(found: digits.count) }
        var bytes: [UInt8] = []
        for number in 0..<9 {
            let group = Base32.bytes(digits[number * 8..<number * 8 + 8])
            guard Self.checked(group.prefix(4), number: number) == group else { throw .group(number + 1) }
            bytes += group.prefix(4)
        }
        let secret = Array(bytes.prefix(32))
        guard Array(SHA256.hash(data: secret).prefix(4)) == Array(bytes.suffix(4)) else { throw .mixedSheets }
        do {
            try self.init(bytes: secret)
        } catch {
            throw .length(found: digits.count)
        }
    }

    /// Four bytes and the CRC-8 (polynomial 0x07) of the group's number and them.
    private static func checked(_ bytes: ArraySlice<UInt8>, number: Int) -> [UInt8] {
        var crc: UInt8 = 0
        for byte in [UInt8(truncatingIfNeeded: number + 1)] + bytes {
            crc ^= byte
            for _ in 0..<8 { crc = crc & 0x80 == 0 ? crc << 1 : crc << 1 ^ 0x07 }
        }
        return bytes + [crc]
    }
}

/// Crockford's base 32 for five bytes at a time.
private enum Base32 {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return String(decoding: (0..<8).map { alphabet[Int(number >> UInt64(35 - 5 * $0)) & 31] }, as: UTF8.self)
    }

    static func bytes(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let number = digits.reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
        return (0..<5).map { UInt8(truncatingIfNeeded: number >> UInt64(32 - 8 * $0)) }
    }

    static func digits(_ text: String) throws(RecoverySheetError) -> [UInt8] {
        var digits: [UInt8] = []
        for character in text where !character.isWhitespace && !"-–—".contains(character) {
            var upper = character.uppercased()
            if upper == "O" { upper = "0" }
            if upper == "I" || upper == "L" { upper = "1" }
            guard upper.utf8.count == 1, let byte = upper.utf8.first, let value = alphabet.firstIndex(of: byte)
            else { throw .character(character) }
            digits.append(UInt8(truncatingIfNeeded: value))
        }
        return digits
    }
}
