/// A date of birth of which any part may be unknown; not checked against a calendar, since documents aren't either.
public struct BirthDate: Hashable, Sendable {
    public var year: Int?
    public var month: Int?
    public var day: Int?

    public init(year: Int?, month: Int? = nil, day: Int? = nil) {
        self.year = year.flatMap { (1850...2200).contains($0) ? $0 : nil }
        self.month = month.flatMap { (1...12).contains($0) ? $0 : nil }
        self.day = day.flatMap { (1...31).contains($0) ? $0 : nil }
    }

    /// Reads 1987, 1987-05, 1987-05-12, 12.05.1987 and 12/05/1987; nil for anything else.
    public init?(_ text: String) {
        var numbers: [Int] = []
        var lengths: [Int] = []
        var isOpen = false
        for byte in text.utf8 {
            if byte &- 48 < 10 {
                if !isOpen {
                    numbers.append(0)
                    lengths.append(0)
                }
                isOpen = true
                guard lengths[lengths.count - 1] < 4 else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 48)
                lengths[lengths.count - 1] += 1
            } else if [0x20, 0x2D, 0x2E, 0x2F].contains(byte) {
                isOpen = false
            } else {
                return nil
            }
        }
        guard (1...3).contains(numbers.count) else { return nil }
        if lengths[0] != 4 {
            guard numbers.count > 1, lengths[lengths.count - 1] == 4 else { return nil }
            numbers.reverse()
        }
        self.init(
            year: numbers[0],
            month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil
        )
        if year == nil { return nil }
    }

    /// Year, month and day in 21 bits, unknown parts as 0.
    var packed: UInt32 { UInt32(year ?? 0) << 9 | UInt32(month ?? 0) << 5 | UInt32(day ?? 0) }

    init(packed: UInt32) {
        self.init(year: Int(packed >> 9 & 0xFFF), month: Int(packed >> 5 & 15), day: Int(packed & 31))
    }
}

/// What is known about one person, as the caller has it; the engine keeps sounds, dates, tails and numbers of it.
public struct MatchableRecord: Sendable {
    public var key: RecordKey
    /// Every spelling on record; family, given, patronymic is the best order and any other is understood.
    public var names: [String]
    public var birth: BirthDate?
    /// E.164 or as typed: the last nine digits count.
    public var phones: [String]
    /// As typed: letters and digits count, case and spaces do not.
    public var documents: [String]
    public var gender: Gender
    /// Opaque to the engine; handed to the visibility closure.
    public var tag: UInt32

    public init(
        key: RecordKey,
        names: [String],
        birth: BirthDate? = nil,
        phones: [String] = [],
        documents: [String] = [],
        gender: Gender = .unknown,
        tag: UInt32 = 0
    ) {
        self.key = key
        self.names = names
        self.birth = birth
        self.phones = phones
        self.documents = documents
        self.gender = gender
        self.tag = tag
    }
}

/// Phones and documents as numbers.
package enum Evidence {
    /// The last nine digits of a phone; nil when there are fewer than six.
    package static func phoneTail(_ phone: String) -> UInt32? {
        var digits = 0
        var value: UInt64 = 0
        for byte in phone.utf8 where byte &- 48 < 10 {
            value = (value * 10 + UInt64(byte - 48)) % 1_000_000_000
            digits += 1
        }
        guard digits >= 6, value > 0 else { return nil }
        return UInt32(value)
    }

    /// Letters and digits of a document, up to twelve of them at five bits and a bit; Cyrillic look-alikes are the Latin
    /// letter; nil when there are fewer than four. The first character stands highest.
    package static func document(_ text: String) -> UInt64? {
        var value: UInt64 = 0
        var count = 0
        for scalar in text.unicodeScalars {
            guard let digit = documentDigit(scalar), count < 12 else { continue }
            value = value * 37 + digit + 1
            count += 1
        }
        return count >= 4 ? value : nil
    }

    private static let alike: [UInt32: UInt32] = [
        0x410: 0x41, 0x412: 0x42, 0x415: 0x45, 0x41A: 0x4B, 0x41C: 0x4D, 0x41D: 0x48, 0x41E: 0x4F, 0x420: 0x50,
        0x421: 0x43, 0x422: 0x54, 0x423: 0x59, 0x425: 0x58,
    ]

    private static func documentDigit(_ scalar: Unicode.Scalar) -> UInt64? {
        var value = scalar.value
        if (0x430...0x44F).contains(value) { value -= 0x20 }
        value = alike[value] ?? value
        switch value {
        case 0x30...0x39: return UInt64(value - 0x30)
        case 0x41...0x5A: return UInt64(value - 0x41 + 10)
        case 0x61...0x7A: return UInt64(value - 0x61 + 10)
        default: return nil
        }
    }

    /// The characters of a packed document, the last first.
    static func characters(_ document: UInt64) -> FewItems<13, UInt8> {
        var characters = FewItems<13, UInt8>(filler: 0)
        var rest = document
        while rest > 0 {
            characters.append(UInt8(rest % 37))
            rest /= 37
        }
        return characters
    }

    /// Whether one substitution, gap or swap turns one document into the other.
    static func isOneEdit(_ first: UInt64, _ second: UInt64) -> Bool {
        if first == second { return false }
        var (left, right) = (characters(first), characters(second))
        if left.count > right.count { swap(&left, &right) }
        guard right.count - left.count <= 1 else { return false }
        var start = 0
        while start < left.count, left[start] == right[start] { start += 1 }
        func isSame(_ leftPlace: Int, _ rightPlace: Int) -> Bool {
            left[leftPlace...].elementsEqual(right[rightPlace...])
        }
        if left.count < right.count { return isSame(start, start + 1) }
        if isSame(start + 1, start + 1) { return true }
        return start + 1 < left.count && left[start] == right[start + 1] && left[start + 1] == right[start]
            && isSame(start + 2, start + 2)
    }

    /// Two numbers of which one edit leaves at least one unchanged: the first half and the second half.
    static func documentHalves(_ document: UInt64) -> (UInt64, UInt64) {
        let all = characters(document)
        let half = all.count / 2
        let first = all[..<half].reduce(UInt64(1)) { $0 * 37 + UInt64($1) }
        let second = all.reversed().prefix(half).reduce(UInt64(2)) { $0 * 37 + UInt64($1) }
        return (mix(first), mix(second ^ 0x5555))
    }

    /// Whether the tail of nine digits ends in `digits` (up to nine of them).
    @inline(__always)
    static func ends(_ tail: UInt32, in value: UInt32, modulus: UInt32) -> Bool { tail % modulus == value }
}
