/// A UUID that knows what it names, so that a person's id cannot be passed where an organisation's is due.
///
/// New ids are UUIDv7 (RFC 9562): their order is roughly the order of creation, which keeps indexes compact.
/// The text form is the 36 lower-case characters with hyphens; nothing else is accepted.
@frozen
public struct Identifier<Entity>: Hashable, Sendable, Comparable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Parses the canonical text form; `nil` for anything else, upper case included.
    @inlinable
    public init?(_ text: String) {
        guard let halves = UUIDText.parse(text) else { return nil }
        self.init(high: halves.high, low: halves.low)
    }

    /// As ``init(_:)-(String)``, for a part of a text.
    @inlinable
    public init?(_ text: Substring) {
        self.init(String(text))
    }

    /// Makes a UUIDv7 from an instant and ten random bytes.
    public init(at instant: Instant, random: [UInt8]) {
        var bytes = random.prefix(10) + Array(repeating: 0, count: max(0, 10 - random.count))
        let milliseconds = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
        let randomA = UInt64(bytes.removeFirst()) << 8 | UInt64(bytes.removeFirst())
        high = milliseconds << 16 | 0x7000 | (randomA & 0x0FFF)
        low = (bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
    }

    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// The 16 bytes in network order, as they enter associated data and hashes.
    public var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(16)
        for half in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                result.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
            }
        }
        return result
    }

    /// The canonical text form.
    @inlinable
    public var text: String { UUIDText.text(high: high, low: low) }

    /// The same 16 bytes under another entity's name; for ids that stand for the same record in two rooms.
    @inlinable
    public func retagged<Other>(as _: Other.Type = Other.self) -> Identifier<Other> {
        Identifier<Other>(high: high, low: low)
    }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}

/// The text form of 16 bytes. Not generic, since lists read hundreds of ids a page and a generic function that isn't
/// specialised in the caller's module costs more than the parsing.
public enum UUIDText {
    /// The two halves of a canonical text; `nil` for anything else.
    public static func parse(_ text: String) -> (high: UInt64, low: UInt64)? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    /// The two halves of a canonical text's bytes; `nil` for anything else.
    public static func parse(_ utf8: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard utf8.count == 36, utf8[8] == 45, utf8[13] == 45, utf8[18] == 45, utf8[23] == 45 else { return nil }
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        var digits = 0
        for offset in 0..<36 where offset != 8 && offset != 13 && offset != 18 && offset != 23 {
            let byte = utf8[offset]
            let digit: UInt64
            switch byte {
            case 48...57: digit = UInt64(byte - 48)
            case 97...102: digit = UInt64(byte - 87)
            default: return nil
            }
            if digits < 16 {
                halves.high = halves.high << 4 | digit
            } else {
                halves.low = halves.low << 4 | digit
            }
            digits += 1
        }
        return halves
    }

    /// The canonical text of two halves.
    public static func text(high: UInt64, low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            put(high >> 32, digits: 8, into: buffer, at: 0)
            put(high >> 16, digits: 4, into: buffer, at: 9)
            put(high, digits: 4, into: buffer, at: 14)
            put(low >> 48, digits: 4, into: buffer, at: 19)
            put(low, digits: 12, into: buffer, at: 24)
            for hyphen in [8, 13, 18, 23] { buffer[hyphen] = 45 }
            return 36
        }
    }

    /// Writes the lowest so many hexadecimal digits of a number.
    private static func put(
        _ number: UInt64,
        digits: Int,
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        at start: Int
    ) {
        var rest = number
        for position in stride(from: start + digits - 1, through: start, by: -1) {
            let digit = UInt8(truncatingIfNeeded: rest & 0xF)
            buffer[position] = digit + (digit < 10 ? 48 : 87)
            rest >>= 4
        }
    }
}

/// What the phantom parameter of an ``Identifier`` can be.
public enum OrganizationEntity {}
/// A staff account; one human may be a member of several organisations.
public enum UserEntity {}
/// A migrant or a relative: somebody the network helps.
public enum PersonEntity {}
/// A sealed record: the unit that has a key of its own (a person, a case, a user account).
public enum RecordEntity {}
/// One sharing of a record with another organisation.
public enum GrantEntity {}
/// A signed-in session.
public enum SessionEntity {}

public typealias OrganizationID = Identifier<OrganizationEntity>
public typealias UserID = Identifier<UserEntity>
public typealias PersonID = Identifier<PersonEntity>
public typealias RecordID = Identifier<RecordEntity>
public typealias GrantID = Identifier<GrantEntity>
public typealias SessionID = Identifier<SessionEntity>

extension Identifier where Entity == OrganizationEntity {
    /// The installation itself: owner of staff accounts, settings and the installation's journal.
    public static let installation = OrganizationID(high: 0, low: 1)
}
