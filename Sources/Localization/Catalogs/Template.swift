/// A text with named placeholders, `Dear {name}`, taken apart once; `{{` and `}}` are braces.
struct Template: Sendable, Equatable {
    enum Segment: Sendable, Equatable {
        case literal(String)
        case placeholder(String)
    }

    let segments: [Segment]
    /// Room for the literal parts and short values, in bytes.
    private let usualSize: Int

    /// Reads a text.
    ///
    /// - Throws: ``CatalogError`` without a line when a brace has no partner or a name is no name.
    init(parsing text: String) throws(CatalogError) {
        var segments: [Segment] = []
        var literal: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
            switch byte {
            case UInt8(ascii: "{") where !isDoubled:
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw CatalogError(line: 0, reason: "'{' without '}' in '\(text)'")
                }
                let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
                guard Self.isName(name) else {
                    throw CatalogError(line: 0, reason: "'\(name)' is no name for a placeholder in '\(text)'")
                }
                if !literal.isEmpty { segments.append(.literal(String(decoding: literal, as: UTF8.self))) }
                literal = []
                segments.append(.placeholder(name))
                index = end + 1
            case UInt8(ascii: "}") where !isDoubled:
                throw CatalogError(line: 0, reason: "'}' without '{' in '\(text)'")
            default:
                literal.append(byte)
                index += byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? 2 : 1
            }
        }
        if !literal.isEmpty { segments.append(.literal(String(decoding: literal, as: UTF8.self))) }
        self.segments = segments
        usualSize = segments.reduce(0) { size, segment in
            if case .literal(let text) = segment { size + text.utf8.count } else { size + 12 }
        }
    }

    /// The placeholders' names in the order of their first appearance.
    var placeholders: [String] {
        var names: [String] = []
        for case .placeholder(let name) in segments where !names.contains(name) { names.append(name) }
        return names
    }

    /// The text with the values in place; a placeholder without a value shows its name in braces.
    ///
    /// - Parameters:
    ///   - values: The values by name; the first of a name holds.
    ///   - count: The value of `{count}`, before any other of that name.
    /// - Returns: The literal parts and the values one after the other.
    func filled(_ values: KeyValuePairs<String, String> = [:], count: String? = nil) -> String {
        var result = ""
        result.reserveCapacity(usualSize)
        for segment in segments {
            switch segment {
            case .literal(let text): result += text
            case .placeholder(let name):
                if let count, name == "count" {
                    result += count
                } else {
                    result += values.first { $0.key == name }?.value ?? "{\(name)}"
                }
            }
        }
        return result
    }

    /// Whether the text is a small letter followed by letters and digits of ASCII.
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        }
    }
}
