/// Reads a plural formula by recursive descent, with bounds on its length, depth and size.
struct PluralExpressionParser {
    private typealias Operator = PluralExpression.Operator

    /// The binary operators by binding strength, weakest first; longer signs come before their beginnings.
    private static let levels: [[(sign: String, operation: PluralExpression.Operator)]] = [
        [("||", .or)],
        [("&&", .and)],
        [("==", .equal), ("!=", .unequal)],
        [("<=", .atMost), (">=", .atLeast), ("<", .less), (">", .greater)],
        [("+", .plus), ("-", .minus)],
        [("*", .times), ("/", .divide), ("%", .remainder)],
    ]
    private static let greatestDepth = 24
    private static let greatestSize = 200
    private static let greatestLength = 1000

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var size = 0

    init(_ text: some StringProtocol) {
        bytes = text.utf8.filter { $0 != 0x20 && $0 != 0x09 }
    }

    mutating func parse() throws(CatalogError) -> PluralExpression {
        guard bytes.count <= Self.greatestLength else { throw failure("the formula is too long") }
        let expression = try conditional()
        guard position == bytes.count else { throw failure("unexpected text") }
        return expression
    }

    private func failure(_ reason: String) -> CatalogError {
        CatalogError(line: 0, reason: "Plural-Forms: \(reason) at character \(position + 1) of the formula")
    }

    private mutating func conditional() throws(CatalogError) -> PluralExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.greatestDepth else { throw failure("the formula is too deep") }
        let condition = try binary(level: 0)
        guard take("?") else { return condition }
        let yes = try conditional()
        guard take(":") else { throw failure("expected ':'") }
        return try counted(.conditional(condition, yes, try conditional()))
    }

    private mutating func binary(level: Int) throws(CatalogError) -> PluralExpression {
        guard level < Self.levels.count else { return try operand() }
        var left = try binary(level: level + 1)
        while let operation = takeOperator(level) {
            left = try counted(.binary(operation, left, try binary(level: level + 1)))
        }
        return left
    }

    private mutating func takeOperator(_ level: Int) -> PluralExpression.Operator? {
        for (sign, operation) in Self.levels[level] where take(sign) { return operation }
        return nil
    }

    private mutating func operand() throws(CatalogError) -> PluralExpression {
        if take("!") {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.greatestDepth else { throw failure("the formula is too deep") }
            return try counted(.not(try operand()))
        }
        if take("(") {
            let inner = try conditional()
            guard take(")") else { throw failure("expected ')'") }
            return inner
        }
        if take("n") { return try counted(.count) }
        return try counted(.number(try number()))
    }

    private mutating func number() throws(CatalogError) -> UInt {
        let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { throw failure("expected n, a number or '('") }
        guard digits.count <= 9 else { throw failure("the number is too large") }
        position += digits.count
        return digits.reduce(0) { $0 * 10 + UInt($1 - 0x30) }
    }

    private mutating func counted(_ expression: PluralExpression) throws(CatalogError) -> PluralExpression {
        size += 1
        guard size <= Self.greatestSize else { throw failure("the formula has too many parts") }
        return expression
    }

    private mutating func take(_ sign: String) -> Bool {
        guard bytes[position...].starts(with: sign.utf8) else { return false }
        position += sign.utf8.count
        return true
    }
}
