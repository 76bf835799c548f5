/// Makes strings from texts as they stand in JSON.
enum TextToken {
    /// The string between two quotation marks; `nil` for broken UTF-8, unknown escapes and lone surrogates.
    static func string(_ text: Span<UInt8>, isEscaped: Bool) -> String? {
        guard isEscaped else {
            return text.withUnsafeBufferPointer { valid($0) }
        }
        return unescaped(text).flatMap { $0.withUnsafeBufferPointer { valid($0) } }
    }

    /// A string of valid UTF-8. Decoding would repair broken bytes, so what comes out is compared; that is quicker than
    /// the validating initialiser, which isn't specialised for bytes.
    private static func valid(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var string = String(decoding: bytes, as: UTF8.self)
        let isSame = string.withUTF8 { $0.elementsEqual(bytes) }
        return isSame ? string : nil
    }

    private static func unescaped(_ text: Span<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            guard escape(text, &index, into: &result) else { return nil }
        }
        return result
    }

    private static func escape(_ text: Span<UInt8>, _ index: inout Int, into result: inout [UInt8]) -> Bool {
        guard index < text.count else { return false }
        let byte = text[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = scalar(text, &index) else { return false }
            result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default: return false
        }
        return true
    }

    /// The scalar of `\u…`, or of two that are a surrogate pair.
    private static func scalar(_ text: Span<UInt8>, _ index: inout Int) -> Unicode.Scalar? {
        guard let first = fourDigits(text, &index) else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard index + 1 < text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        index += 2
        guard let second = fourDigits(text, &index), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func fourDigits(_ text: Span<UInt8>, _ index: inout Int) -> UInt32? {
        guard index + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = text[index]
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 65...70: value = value << 4 | UInt32(byte - 55)
            case 97...102: value = value << 4 | UInt32(byte - 87)
            default: return nil
            }
            index += 1
        }
        return value
    }
}
