/// Splits text with separators into rows, piece by piece, so that a file need not be in memory as a whole.
/// Follows RFC 4180 and forgives what programs really write: a quote inside an unquoted field is a plain character,
/// text after a closing quote belongs to the field, lines end with CR, LF or both.
public struct CSVParser {
    /// The byte between fields.
    public let separator: UInt8
    private var field: [UInt8] = []
    private var fields: [String] = []
    private var state = State.start
    private var line = 1
    private var rowLine = 1
    private var sawReturn = false

    private enum State { case start, plain, quoted, quoteInQuoted }

    /// - Parameter separator: an ASCII character.
    public init(separator: UInt8) {
        self.separator = separator
    }

    /// Takes the next bytes of UTF-8 text and hands over each row that is complete.
    /// - Parameters:
    ///   - bytes: a piece of any length.
    ///   - take: the line on which the row begins, and its fields.
    public mutating func feed(
        _ bytes: some Sequence<UInt8>,
        _ take: (_ line: Int, _ fields: [String]) throws -> Void
    ) rethrows {
        for byte in bytes {
            if byte == 0x0A, sawReturn {
                sawReturn = false
                if state != .quoted { continue }
                field.append(byte)
                continue
            }
            sawReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D { line += 1 }
            if state == .quoted {
                if byte == 0x22 { state = .quoteInQuoted } else { field.append(byte) }
                continue
            }
            try takeOutside(byte, take)
        }
    }

    /// Hands over the last row, when the text did not end with a line end.
    /// - Parameter take: as for `feed`.
    public mutating func finish(_ take: (_ line: Int, _ fields: [String]) throws -> Void) rethrows {
        if !fields.isEmpty || !field.isEmpty || state != .start { try endRow(take) }
    }

    private mutating func takeOutside(_ byte: UInt8, _ take: (Int, [String]) throws -> Void) rethrows {
        switch byte {
        case separator:
            endField()
        case 0x0A, 0x0D:
            try endRow(take)
        case 0x22 where state == .start:
            state = .quoted
        case 0x22 where state == .quoteInQuoted:
            field.append(byte)
            state = .quoted
        default:
            field.append(byte)
            state = .plain
        }
    }

    private mutating func endField() {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        state = .start
    }

    private mutating func endRow(_ take: (Int, [String]) throws -> Void) rethrows {
        endField()
        try take(rowLine, fields)
        fields.removeAll(keepingCapacity: true)
        rowLine = line
    }
}
