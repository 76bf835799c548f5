extension [UInt8] {
    /// Appends a text in quotation marks, with the escapes that JSON asks for and no others.
    mutating func appendQuoted(_ text: String) {
        var text = text
        append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            while case let end = utf8.span.endOfPlainText(from: start), end < utf8.count {
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
                appendEscape(utf8[end])
                start = end + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        append(0x5C)
        switch byte {
        case 0x22, 0x5C: append(byte)
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        default:
            append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
            let digit = byte & 0xF
            append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    /// Appends a whole number.
    mutating func appendDecimal(_ magnitude: UInt64, isNegative: Bool) {
        if isNegative { append(UInt8(ascii: "-")) }
        let first = count
        var rest = magnitude
        repeat {
            append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[first...].reverse()
    }
}

extension Span<UInt8> {
    /// The first byte from `start` that can't stand for itself in a JSON text: a quotation mark, a backslash or a
    /// control character; else the end. Looks at eight bytes at a time.
    func endOfPlainText(from start: Int) -> Int {
        var index = start
        while index + 8 <= count {
            let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            let quote = word ^ 0x2222_2222_2222_2222
            let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let found =
                (quote &- 0x0101_0101_0101_0101) & ~quote | (backslash &- 0x0101_0101_0101_0101) & ~backslash
                | (word &- 0x2020_2020_2020_2020) & ~word
            if found & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < count, case let byte = self[unchecked: index], byte >= 0x20, byte != 0x22, byte != 0x5C {
            index += 1
        }
        return index
    }
}
