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
            let byte = source[index]
            // One test for both kinds, since a branch on every byte's size could not be foreseen; `?` is not special.
            let isSuspect = special &>> UInt64(Swift.min(byte, UInt8(ascii: "?"))) & 1 | (byte == 0xEF ? 1 : 0)
            guard isSuspect == 1, byte != 0xEF || isNoncharacter(source, at: index) else {
                index += 1
                continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
            append(replacement(for: byte))
            index += byte == 0xEF ? 3 : 1
            runStart = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
    }
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
