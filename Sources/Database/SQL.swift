public import Domain

/// A value bound to a statement, never written into its text.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// Something that can be bound to a statement.
public protocol SQLBindable {
    /// The value as both engines keep it: ids and codes as text, instants as milliseconds, booleans as 0 or 1.
    var sqlValue: SQLValue { get }
}

/// A statement or a part of one, with its values kept apart from its text.
///
/// Interpolating a value binds it; interpolating another `SQL` splices it; an interpolated array becomes a list in
/// brackets. Text can only come from literals, so no input ever becomes SQL. The common dialect of both engines is
/// written down in docs/architecture.md.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    package enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
    }

    package private(set) var pieces: [Piece]

    /// Only for literals: the compiler calls it, and an architecture test finds any other call.
    public init(stringLiteral value: String) {
        pieces = [.text(value)]
    }

    public init(stringInterpolation: Interpolation) {
        pieces = stringInterpolation.pieces
    }

    /// A piece of SQL from several, with `separator` between them; empty for none.
    public static func joined(_ parts: [SQL], separator: SQL) -> SQL {
        var result: SQL = ""
        for (index, part) in parts.enumerated() {
            if index > 0 { result.pieces += separator.pieces }
            result.pieces += part.pieces
        }
        return result
    }

    /// The statement followed by another.
    public static func + (left: SQL, right: SQL) -> SQL {
        var result = left
        result.pieces += right.pieces
        return result
    }

    /// A table or column name from a schema listing, quoted; refuses anything but lower-case letters, digits and `_`.
    package init?(checkedName name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
        else { return nil }
        pieces = [.text("\"\(name)\"")]
    }

    /// The text with the engine's parameter marks, and the values in their order.
    package func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
        if pieces.count == 1, case .text(let only) = pieces[0] { return (only, []) }
        var text = ""
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value(let value):
                values.append(value)
                switch dialect {
                case .sqlite: text += "?"
                case .postgres: text += "$\(values.count)"
                }
            }
        }
        return (text, values)
    }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        public mutating func appendInterpolation(_ sql: SQL) {
            pieces += sql.pieces
        }

        public mutating func appendInterpolation(_ value: some SQLBindable) {
            pieces.append(.value(value.sqlValue))
        }

        public mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }

        /// A list in brackets for `IN`; an empty list becomes `(NULL)`, which nothing is in.
        public mutating func appendInterpolation(_ values: [some SQLBindable]) {
            pieces.append(.text("("))
            for (index, value) in values.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                pieces.append(.value(value.sqlValue))
            }
            pieces.append(.text(values.isEmpty ? "NULL)" : ")"))
        }
    }
}

extension SQLValue: SQLBindable {
    public var sqlValue: SQLValue { self }
}

extension String: SQLBindable {
    public var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLBindable {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
    public var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLBindable {
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLBindable {
    public var sqlValue: SQLValue { .real(self) }
}

/// Bytes bound as a blob; a named type, so that an array of numbers is never taken for one.
public struct Blob: SQLBindable, Sendable, Hashable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var sqlValue: SQLValue { .blob(bytes) }
}

extension Identifier: SQLBindable {
    public var sqlValue: SQLValue { .text(text) }
}

extension Instant: SQLBindable {
    public var sqlValue: SQLValue { .integer(milliseconds) }
}
