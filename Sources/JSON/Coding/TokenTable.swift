/// A JSON text with its tokens. Strings and numbers are made when they are asked for.
final class TokenTable {
    private let bytes: [UInt8]
    // Only `cursor` ever changes, within one function that calls nobody.
    @exclusivity(unchecked) private var tokens: [Token]

    /// Takes tokens that were read from these bytes.
    init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    subscript(token: Int) -> Token { tokens[token] }

    func isNull(_ token: Int) -> Bool { tokens[token].kind == .null }

    /// The value of an object's member. Looking begins behind the member that was found last, so that members asked for
    /// in the order in which they stand are found at once.
    func member(_ name: String, of object: Int) -> Int? {
        let header = tokens[object]
        guard header.count > 0 else { return nil }
        var name = name
        return name.withUTF8 { utf8 in
            var member = Int(header.cursor)
            for _ in 0..<header.count {
                if member == Int(header.next) { member = object + 1 }
                let next = tokens[member + 1].next
                if isName(tokens[member], utf8) {
                    tokens[object].cursor = next
                    return member + 1
                }
                member = Int(next)
            }
            return nil
        }
    }

    private func isName(_ token: Token, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard token.kind == .text else { return string(of: token)?.utf8.elementsEqual(name) ?? false }
        guard token.count == name.count else { return false }
        let bytes = bytes
        let text = bytes.span
        for offset in 0..<name.count where text[Int(token.start) + offset] != name[offset] { return false }
        return true
    }

    /// The names of an object's members, in their order.
    func names(of object: Int) -> [String] {
        var names: [String] = []
        names.reserveCapacity(Int(tokens[object].count))
        var member = object + 1
        while member < Int(tokens[object].next) {
            if let name = string(of: tokens[member]) { names.append(name) }
            member = Int(tokens[member + 1].next)
        }
        return names
    }

    private func string(of token: Token) -> String? {
        let range = Int(token.start)..<Int(token.start + token.count)
        let bytes = bytes
        return TextToken.string(bytes.span.extracting(range), isEscaped: token.kind == .escapedText)
    }

    func bool(_ token: Int) throws -> Bool {
        switch tokens[token].kind {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self, token)
        }
    }

    func string(_ token: Int) throws -> String {
        let found = tokens[token]
        guard found.kind == .text || found.kind == .escapedText else { throw mismatch(String.self, token) }
        guard let string = string(of: found) else { throw broken(token) }
        return string
    }

    func double(_ token: Int) throws -> Double {
        let found = tokens[token]
        guard found.kind == .integer || found.kind == .number else { throw mismatch(Double.self, token) }
        guard let number = Double(numeral(found)), number.isFinite else { throw broken(token) }
        return number
    }

    /// A whole number; one written with a fraction or exponent counts as far as a `Double` holds it exactly.
    func integer<Number: FixedWidthInteger>(_ type: Number.Type, _ token: Int) throws -> Number {
        let found = tokens[token]
        switch found.kind {
        case .integer:
            guard let (magnitude, isNegative) = magnitude(found) else { throw broken(token) }
            if !isNegative, let number = Number(exactly: magnitude) { return number }
            if isNegative, magnitude <= 1 << 63, let number = Number(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
            {
                return number
            }
        case .number:
            if let number = Double(numeral(found)), abs(number) <= 0x1p53, let whole = Number(exactly: number) {
                return whole
            }
        default: throw mismatch(type, token)
        }
        throw broken(token)
    }

    private func numeral(_ token: Token) -> String {
        String(decoding: bytes[Int(token.start)..<Int(token.start + token.count)], as: UTF8.self)
    }

    private func magnitude(_ token: Token) -> (UInt64, isNegative: Bool)? {
        let bytes = bytes
        let text = bytes.span
        var index = Int(token.start)
        let end = index + Int(token.count)
        let isNegative = text[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var value: UInt64 = 0
        while index < end {
            let (tenfold, isTooMuch) = value.multipliedReportingOverflow(by: 10)
            let (sum, isMore) = tenfold.addingReportingOverflow(UInt64(text[index] &- 48))
            guard !isTooMuch, !isMore else { return nil }
            value = sum
            index += 1
        }
        return (value, isNegative)
    }

    /// Any value. Lists and dictionaries of texts are frequent and have a way of their own.
    func value<Value: Decodable>(_ type: Value.Type, at token: Int) throws -> Value {
        if type == [String].self, let texts = try texts(token) as? Value { return texts }
        if type == [String: String].self, let texts = try namedTexts(token) as? Value { return texts }
        return try Value(from: TokenDecoder(table: self, token: token))
    }

    private func texts(_ array: Int) throws -> [String] {
        let header = tokens[array]
        guard header.kind == .array else { throw mismatch([String].self, array) }
        var texts: [String] = []
        texts.reserveCapacity(Int(header.count))
        var token = array + 1
        while token < Int(header.next) {
            texts.append(try string(token))
            token = Int(tokens[token].next)
        }
        return texts
    }

    private func namedTexts(_ object: Int) throws -> [String: String] {
        let header = tokens[object]
        guard header.kind == .object else { throw mismatch([String: String].self, object) }
        var texts: [String: String] = [:]
        texts.reserveCapacity(Int(header.count))
        var token = object + 1
        while token < Int(header.next) {
            texts[try string(token)] = try string(token + 1)
            token = Int(tokens[token + 1].next)
        }
        return texts
    }

    // MARK: What goes wrong

    /// The way to a token, found only when something is wrong there.
    func path(to token: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var current = 0
        while current < token {
            let isObject = tokens[current].kind == .object
            var child = current + 1
            var index = 0
            while child < token, Int(tokens[isObject ? child + 1 : child].next) <= token {
                child = Int(tokens[isObject ? child + 1 : child].next)
                index += 1
            }
            path.append(isObject ? PathKey(stringValue: string(of: tokens[child]) ?? "") : PathKey(index))
            current = isObject ? child + 1 : child
        }
        return path
    }

    private func context(_ token: Int, _ description: String) -> DecodingError.Context {
        DecodingError.Context(codingPath: path(to: token), debugDescription: description)
    }

    /// What stands there is of another kind; `null` is no value at all.
    func mismatch(_ type: any Any.Type, _ token: Int) -> DecodingError {
        isNull(token)
            ? .valueNotFound(type, context(token, "Null in place of \(type)."))
            : .typeMismatch(type, context(token, "Something else in place of \(type)."))
    }

    func missing(_ key: some CodingKey, _ object: Int) -> DecodingError {
        .keyNotFound(key, context(object, "A member is missing."))
    }

    func ended(_ type: any Any.Type, _ array: Int) -> DecodingError {
        .valueNotFound(type, context(array, "The array has no more elements."))
    }

    func broken(_ token: Int) -> DecodingError {
        .dataCorrupted(context(token, "A value that can't be read."))
    }
}
