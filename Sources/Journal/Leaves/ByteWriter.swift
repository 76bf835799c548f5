import Domain

/// Writes values so that no two different sequences of values have the same bytes: numbers big-endian in a fixed
/// width, everything else with its length in front, and what may be missing with a byte that says so.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ content: some Collection<UInt8>) {
        put(UInt32(truncatingIfNeeded: content.count))
        bytes.append(contentsOf: content)
    }

    mutating func put(_ content: [UInt8]?) {
        guard let content else { return put(UInt8(0)) }
        put(UInt8(1))
        put(content[...])
    }

    mutating func put<Entity>(_ id: Identifier<Entity>) {
        put(id.high)
        put(id.low)
    }

    mutating func put<Entity>(_ id: Identifier<Entity>?) {
        guard let id else { return put(UInt8(0)) }
        put(UInt8(1))
        put(id)
    }
}

/// Reads what ``ByteWriter`` wrote; each call gives `nil` when the bytes end too early.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) {
        rest = Array(bytes)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
        let width = Number.bitWidth / 8
        guard rest.count >= width else { return nil }
        let value = rest.prefix(width).reduce(Number(0)) { ($0 << 8) | Number(truncatingIfNeeded: $1) }
        rest = rest.dropFirst(width)
        return value
    }

    mutating func content() -> [UInt8]? {
        guard let count = number(UInt32.self), rest.count >= Int(count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return Array(rest.prefix(Int(count)))
    }

    mutating func id<Entity>(_: Entity.Type = Entity.self) -> Identifier<Entity>? {
        guard let high = number(UInt64.self), let low = number(UInt64.self) else { return nil }
        return Identifier(high: high, low: low)
    }

    /// Reads something that may be missing: the outer `nil` for bytes that end too early, the inner for missing.
    mutating func optional<Value>(_ read: (inout ByteReader) -> Value?) -> Value?? {
        switch number(UInt8.self) {
        case 0: .some(nil)
        case 1: read(&self).map { .some($0) }
        default: nil
        }
    }
}
