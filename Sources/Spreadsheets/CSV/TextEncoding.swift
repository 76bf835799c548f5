/// The encodings in which offices of the region save tables.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case windows1251
    case windows1252

    /// The encoding of a file and the length of its byte-order mark.
    /// - Parameter bytes: the file, or its beginning.
    /// - Returns: Windows-1251 or 1252 when nothing tells.
    public static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let wide = unmarkedUTF16(bytes) { return (wide, 0) }
        if isUTF8(bytes) { return (.utf8, 0) }
        return (looksCyrillic(bytes) ? .windows1251 : .windows1252, 0)
    }

    /// The text of bytes in this encoding; what has no meaning in it becomes U+FFFD.
    /// - Parameter bytes: without a byte-order mark.
    /// - Returns: the text.
    public func decode(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .utf16LittleEndian: decodeWide(bytes, low: 0)
        case .utf16BigEndian: decodeWide(bytes, low: 1)
        case .windows1251: decodeSingle(bytes, table: CodePages.windows1251)
        case .windows1252: decodeSingle(bytes, table: CodePages.windows1252)
        }
    }

    private func decodeWide(_ bytes: ArraySlice<UInt8>, low: Int) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var position = bytes.startIndex
        while position + 1 < bytes.endIndex {
            let first = UInt16(bytes[position])
            let second = UInt16(bytes[position + 1])
            units.append(low == 0 ? second << 8 | first : first << 8 | second)
            position += 2
        }
        return String(decoding: units, as: UTF16.self)
    }

    private func decodeSingle(_ bytes: ArraySlice<UInt8>, table: [UInt16]) -> String {
        let units = bytes.map { $0 < 0x80 ? UInt16($0) : table[Int($0) - 0x80] }
        return String(decoding: units, as: UTF16.self)
    }

    /// Text of mostly Latin digits and separators in UTF-16 has a zero in every other byte.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (offset, byte) in sample.enumerated() where byte == 0 {
            if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 10 > sample.count, zeros.even * 20 < zeros.odd { return .utf16LittleEndian }
        if zeros.even * 10 > sample.count, zeros.odd * 20 < zeros.even { return .utf16BigEndian }
        return nil
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Cyrillic words are runs of high bytes; accented Latin letters stand alone among ASCII letters.
    private static func looksCyrillic(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        var singles = 0
        var run = 0
        for byte in bytes.prefix(1 << 20) {
            if byte >= 0x80 {
                run += 1
            } else {
                if run == 1 { singles += 1 }
                if run > 1 { pairs += 1 }
                run = 0
            }
        }
        return pairs >= singles
    }
}

/// What the upper halves of the single-byte code pages mean, as UTF-16 units.
enum CodePages {
    static let windows1251: [UInt16] =
        [
            0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
            0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
            0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
            0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
            0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
        ] + Array(0x0410...0x044F)

    static let windows1252: [UInt16] =
        [
            0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
            0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
        ] + Array(0x00A0...0x00FF)
}
