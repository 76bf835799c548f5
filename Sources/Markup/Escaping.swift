/// The bytes that cannot stand in text as they are, one bit for each byte below 64: `"`, `&`, `'`, `<`, `>` and the C0
/// control characters except tab, line feed and carriage return.
private let specialBytes: UInt64 = {
    let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 9 | 1 << 10 | 1 << 13)
    return "\"&'<>".utf8.reduce(controls) { $0 | 1 << UInt64($1) }
}()

extension [UInt8] {
    /// Appends template text as it is.
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends markup as it is. Rows append many short pieces, and an array given to `append(contentsOf:)` would be
    /// retained and released for each.
    mutating func append(_ html: borrowing HTML) {
        html.bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends text escaped for element content and quoted attribute values.
    mutating func appendEscaped(_ text: String) {
        let fast: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if fast == nil {
            var native = text
            native.withUTF8 { appendEscaped($0) }
        }
    }

    /// Appends text escaped for element content and quoted attribute values.
    mutating func appendEscaped(_ text: Substring) {
        let fast: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if fast == nil {
            var native = text
            native.withUTF8 { appendEscaped($0) }
        }
    }

    /// Walks the bytes, not the characters: a quote followed by a combining mark is one `Character`, and a comparison of
    /// characters would let that quote through. Runs without special bytes are copied whole.
    private mutating func appendEscaped(_ source: UnsafeBufferPointer<UInt8>) {
        let special = specialBytes
        var runStart = 0
        var index = 0
        while index < source.count {
            let blockEnd = Swift.min(index + 8, source.count)
            if blockEnd - index == 8, isPlainBlock(source, at: index) {
                index = blockEnd
                continue
            }
            while index < blockEnd {
                let byte = source[index]
                // One test for both kinds, since a branch on each byte's size could not be foreseen; `?` is not special.
                let isMarked = special &>> UInt64(Swift.min(byte, UInt8(ascii: "?"))) & 1 | (byte == 0xEF ? 1 : 0)
                guard isMarked == 1, byte != 0xEF || isNoncharacter(source, at: index) else {
                    index += 1
                    continue
                }
                append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
                append(replacement(for: byte))
                index += byte == 0xEF ? 3 : 1
                runStart = index
            }
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
    }
}

/// Whether none of the next eight bytes is a control character, a special one or the start of a noncharacter; they are
/// looked at together as one number. The apostrophe differs from `&` in the lowest bit alone, `>` from `<` in the next.
private func isPlainBlock(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let block = UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let suspects =
        zeroBytes(block & everyByte(0xE0)) | zeroBytes(block ^ everyByte(0x22))
        | zeroBytes(block & everyByte(0xFE) ^ everyByte(0x26)) | zeroBytes(block & everyByte(0xFD) ^ everyByte(0x3C))
        | zeroBytes(block ^ everyByte(0xEF))
    return suspects == 0
}

/// A number made of the same byte eight times.
private func everyByte(_ byte: UInt64) -> UInt64 {
    byte &* 0x0101_0101_0101_0101
}

/// Not zero exactly when at least one of the eight bytes is zero.
private func zeroBytes(_ block: UInt64) -> UInt64 {
    (block &- everyByte(0x01)) & ~block & everyByte(0x80)
}

/// Whether U+FFFE or U+FFFF starts here. XML 1.0 (section 2.2) forbids both, so one of them would make the page
/// impossible to parse.
private func isNoncharacter(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < source.count && source[index + 1] == 0xBF && source[index + 2] >= 0xBE
}

/// Numeric references are used where the name is unknown to XML or to old HTML.
private func replacement(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
}
