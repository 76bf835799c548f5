/// Which accessors Swift sources use, found as `.section.accessor` in their text.
///
/// Code must therefore write both parts together, as in `texts.people.listTitle`.
package struct AccessorUses {
    private var pairs: Set<String> = []

    package init() {}

    /// Adds the uses in one source text; comments don't count.
    package mutating func add(source: [UInt8]) {
        var previous: ArraySlice<UInt8>?
        var isAfterDot = false
        var index = 0
        while index < source.count {
            let byte = source[index]
            if Self.isWordByte(byte) {
                let word = source[index...].prefix { Self.isWordByte($0) }
                if isAfterDot, let previous {
                    pairs.insert(String(decoding: previous + [UInt8(ascii: ".")] + word, as: UTF8.self))
                }
                previous = word
                isAfterDot = false
                index += word.count
                continue
            }
            if byte == UInt8(ascii: "/"), index + 1 < source.count, source[index + 1] == byte {
                index = source[index...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
                continue
            }
            switch byte {
            case UInt8(ascii: "."): isAfterDot = true
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "`"): break
            default:
                previous = nil
                isAfterDot = false
            }
            index += 1
        }
    }

    /// The keys of a catalogue that nothing uses.
    package func unused(in source: PortableObject) -> [String] {
        source.entries.map(\.key).filter { key in
            guard let name = try? AccessorName(key: key) else { return false }
            return !pairs.contains("\(name.section).\(name.accessor)")
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
}
