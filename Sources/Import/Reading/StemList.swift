/// Beginnings of words, compared byte by byte: a log asks thousands of times.
struct StemList: Sendable {
    /// Stems by their first two bytes; the flag asks for the whole text rather than the beginning of a word.
    private let stems: [UInt16: [(bytes: [UInt8], isWhole: Bool)]]

    /// - Parameters:
    ///   - words: folded beginnings of words or phrases.
    ///   - whole: stems of at most so many characters must be the whole text.
    init(_ words: [String], wholeUpTo whole: Int = 0) {
        var stems: [UInt16: [(bytes: [UInt8], isWhole: Bool)]] = [:]
        for word in words {
            let bytes = [UInt8](Words.fold(word).utf8)
            guard let key = StemList.key(bytes[...]) else { continue }
            stems[key, default: []].append((bytes, word.count <= whole))
        }
        self.stems = stems
    }

    /// True when a word of the folded text begins with a stem, or the whole text is a short one.
    func matches(_ folded: String) -> Bool {
        var folded = folded
        return folded.withUTF8 { bytes in
            var isStart = true
            for position in bytes.indices {
                let byte = bytes[position]
                if isStart, matches(bytes, at: position) { return true }
                isStart = byte < 0x80 && !isWordByte(byte)
            }
            return false
        }
    }

    /// True when the folded text begins with a stem.
    func begins(_ folded: String) -> Bool {
        var folded = folded
        return folded.withUTF8 { matches($0, at: 0) }
    }

    private func matches(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard let key = StemList.key(Slice(base: bytes, bounds: position..<bytes.count)), let list = stems[key] else {
            return false
        }
        return list.contains { stem in
            if stem.isWhole {
                return position == 0 && bytes.count == stem.bytes.count && bytes.elementsEqual(stem.bytes)
            }
            guard bytes.count - position >= stem.bytes.count else { return false }
            return stem.bytes.indices.allSatisfy { bytes[position + $0] == stem.bytes[$0] }
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static func key(_ bytes: some RandomAccessCollection<UInt8>) -> UInt16? {
        guard let first = bytes.first else { return nil }
        let second = bytes.count > 1 ? bytes[bytes.index(after: bytes.startIndex)] : 0
        return UInt16(first) << 8 | UInt16(second)
    }
}
