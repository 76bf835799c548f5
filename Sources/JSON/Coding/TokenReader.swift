/// A value's place in a JSON text. An object's tokens are followed by those of its members, name before value; an
/// array's by those of its elements.
struct Token {
    enum Kind: UInt8 {
        case null, no, yes, integer, number, text, escapedText, array, object
    }

    let kind: Kind
    /// The first byte, of a text the first behind the quotation mark.
    let start: UInt32
    /// Bytes; of arrays the elements and of objects the members.
    var count: UInt32 = 0
    /// The token behind this value.
    var next: UInt32 = 0
    /// The name at which looking up begins in an object.
    var cursor: UInt32 = 0
}

/// Splits a JSON text into tokens, once from its beginning to its end, without building anything from it.
struct TokenReader {
    private let maximumDepth: Int
    private var tokens: [Token] = []
    private var index = 0

    init(maximumDepth: Int) {
        self.maximumDepth = maximumDepth
    }

    /// The tokens of one JSON text; the first is its value.
    mutating func tokens(of bytes: [UInt8]) throws(JSONError) -> [Token] {
        guard bytes.count < Int(Int32.max) else { throw failure(.syntax) }
        tokens.reserveCapacity(bytes.count / 10 + 4)
        let text = bytes.span
        skipBlanks(text)
        try value(text, depth: 0)
        skipBlanks(text)
        guard index == text.count else { throw failure(.syntax) }
        return tokens
    }

    private func failure(_ problem: JSONError.Problem) -> JSONError {
        JSONError(problem: problem, offset: index)
    }

    /// Zero behind the end, which no rule lets stand anywhere.
    @inline(__always)
    private func byte(_ text: Span<UInt8>) -> UInt8 {
        index < text.count ? text[unchecked: index] : 0
    }

    @inline(__always)
    private mutating func skipBlanks(_ text: Span<UInt8>) {
        while case let byte = byte(text), byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
        }
    }

    @inline(__always)
    private mutating func take(_ expected: UInt8, _ text: Span<UInt8>) -> Bool {
        guard byte(text) == expected else { return false }
        index += 1
        return true
    }

    private mutating func value(_ text: Span<UInt8>, depth: Int) throws(JSONError) {
        switch byte(text) {
        case UInt8(ascii: "\""): try string(text)
        case UInt8(ascii: "{"): try object(text, depth: depth + 1)
        case UInt8(ascii: "["): try array(text, depth: depth + 1)
        case UInt8(ascii: "t"): try word("true", .yes, text)
        case UInt8(ascii: "f"): try word("false", .no, text)
        case UInt8(ascii: "n"): try word("null", .null, text)
        default: try number(text)
        }
    }

    @inline(__always)
    private mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
        tokens.append(
            Token(kind: kind, start: UInt32(start), count: UInt32(end - start), next: UInt32(tokens.count + 1))
        )
    }

    private mutating func word(_ word: StaticString, _ kind: Token.Kind, _ text: Span<UInt8>) throws(JSONError) {
        let start = index
        for offset in 0..<word.utf8CodeUnitCount {
            guard take(word.withUTF8Buffer({ $0[offset] }), text) else { throw failure(.syntax) }
        }
        append(kind, from: start, to: index)
    }

    /// Begins an array or object; returns its token.
    private mutating func open(_ kind: Token.Kind, depth: Int) throws(JSONError) -> Int {
        guard depth <= maximumDepth else { throw failure(.depth) }
        tokens.append(Token(kind: kind, start: UInt32(index), cursor: UInt32(tokens.count + 1)))
        index += 1
        return tokens.count - 1
    }

    private mutating func close(_ token: Int, count: Int) {
        tokens[token].count = UInt32(count)
        tokens[token].next = UInt32(tokens.count)
    }

    private mutating func array(_ text: Span<UInt8>, depth: Int) throws(JSONError) {
        let token = try open(.array, depth: depth)
        var count = 0
        skipBlanks(text)
        if !take(UInt8(ascii: "]"), text) {
            repeat {
                skipBlanks(text)
                try value(text, depth: depth)
                count += 1
                skipBlanks(text)
            } while take(UInt8(ascii: ","), text)
            guard take(UInt8(ascii: "]"), text) else { throw failure(.syntax) }
        }
        close(token, count: count)
    }

    private mutating func object(_ text: Span<UInt8>, depth: Int) throws(JSONError) {
        let token = try open(.object, depth: depth)
        var count = 0
        skipBlanks(text)
        if !take(UInt8(ascii: "}"), text) {
            repeat {
                skipBlanks(text)
                try name(text)
                skipBlanks(text)
                guard take(UInt8(ascii: ":"), text) else { throw failure(.syntax) }
                skipBlanks(text)
                try value(text, depth: depth)
                count += 1
                skipBlanks(text)
            } while take(UInt8(ascii: ","), text)
            guard take(UInt8(ascii: "}"), text) else { throw failure(.syntax) }
        }
        close(token, count: count)
    }

    /// A member's name. One that isn't a text is refused here, so that none is silently passed over later.
    private mutating func name(_ text: Span<UInt8>) throws(JSONError) {
        guard byte(text) == UInt8(ascii: "\"") else { throw failure(.syntax) }
        try string(text)
        guard let token = tokens.last else { return }
        let name = text.extracting(Int(token.start)..<Int(token.start + token.count))
        guard token.kind == .escapedText || !name.isASCII else { return }
        guard TextToken.string(name, isEscaped: token.kind == .escapedText) != nil else { throw failure(.encoding) }
    }

    private mutating func string(_ text: Span<UInt8>) throws(JSONError) {
        let start = index + 1
        var kind = Token.Kind.text
        index = text.endOfPlainText(from: start)
        while byte(text) == UInt8(ascii: "\\") {
            kind = .escapedText
            // What is escaped may be a quotation mark; the rest is looked at when the text is asked for.
            index = text.endOfPlainText(from: min(index + 2, text.count))
        }
        guard byte(text) == UInt8(ascii: "\"") else { throw failure(.syntax) }
        append(kind, from: start, to: index)
        index += 1
    }

    private mutating func number(_ text: Span<UInt8>) throws(JSONError) {
        let start = index
        _ = take(UInt8(ascii: "-"), text)
        let isZero = byte(text) == UInt8(ascii: "0")
        let whole = digits(text)
        guard whole > 0, !isZero || whole == 1 else { throw failure(.syntax) }
        var kind = Token.Kind.integer
        if take(UInt8(ascii: "."), text) {
            kind = .number
            guard digits(text) > 0 else { throw failure(.syntax) }
        }
        if take(UInt8(ascii: "e"), text) || take(UInt8(ascii: "E"), text) {
            kind = .number
            if !take(UInt8(ascii: "+"), text) { _ = take(UInt8(ascii: "-"), text) }
            guard digits(text) > 0 else { throw failure(.syntax) }
        }
        append(kind, from: start, to: index)
    }

    private mutating func digits(_ text: Span<UInt8>) -> Int {
        let start = index
        while case let byte = byte(text), byte >= 48, byte <= 57 { index += 1 }
        return index - start
    }
}

extension Span<UInt8> {
    fileprivate var isASCII: Bool {
        for index in indices where self[unchecked: index] >= 0x80 { return false }
        return true
    }
}
