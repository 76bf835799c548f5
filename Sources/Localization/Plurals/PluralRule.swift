/// Which form of a message goes with a count: the formula in the `Plural-Forms` field of a catalogue's header.
///
/// The formula is the C expression that gettext defines, over the count `n`, in unsigned arithmetic.
public struct PluralRule: Sendable, Equatable {
    /// The number of forms of a message, 1…6.
    public let forms: Int
    private let expression: PluralExpression

    /// Reads `nplurals=2; plural=(n != 1);`.
    ///
    /// - Throws: ``CatalogError`` when the field is malformed or the formula too long or too deep.
    public init(parsing field: String) throws(CatalogError) {
        var forms: Int?
        var expression: PluralExpression?
        for part in field.split(separator: ";") {
            guard let sign = part.firstIndex(of: "=") else {
                if part.allSatisfy(\.isWhitespace) { continue }
                throw CatalogError(line: 0, reason: "Plural-Forms: '\(part)' has no '='")
            }
            let value = part[part.index(after: sign)...]
            switch part[..<sign].filter({ !$0.isWhitespace }) {
            case "nplurals": forms = Int(value.filter { !$0.isWhitespace })
            case "plural":
                var parser = PluralExpressionParser(value)
                expression = try parser.parse()
            default: throw CatalogError(line: 0, reason: "Plural-Forms: unknown part '\(part)'")
            }
        }
        guard let forms, (1...6).contains(forms) else {
            throw CatalogError(line: 0, reason: "Plural-Forms: nplurals must be 1 to 6")
        }
        guard let expression else { throw CatalogError(line: 0, reason: "Plural-Forms: plural is missing") }
        self.forms = forms
        self.expression = expression
    }

    /// The index of the form for a count, always below ``forms``; a negative count goes by its size.
    public func form(for count: Int) -> Int {
        let result = expression.value(count.magnitude)
        return result < UInt(forms) ? Int(result) : forms - 1
    }

    /// Whether no other count up to 200 takes the form that `count` takes.
    ///
    /// A message may then say "one" or nothing instead of the number.
    func isOnlyCountOfForm(_ form: Int) -> Bool {
        (0...200).filter { self.form(for: $0) == form }.count == 1
    }
}

/// A compiled plural formula.
indirect enum PluralExpression: Sendable, Equatable {
    enum Operator: Sendable {
        case or, and, equal, unequal, less, greater, atMost, atLeast, plus, minus, times, divide, remainder
    }

    case count
    case number(UInt)
    case not(PluralExpression)
    case binary(Operator, PluralExpression, PluralExpression)
    case conditional(PluralExpression, PluralExpression, PluralExpression)

    func value(_ count: UInt) -> UInt {
        switch self {
        case .count: count
        case .number(let number): number
        case .not(let operand): operand.value(count) == 0 ? 1 : 0
        case .conditional(let condition, let yes, let no):
            condition.value(count) != 0 ? yes.value(count) : no.value(count)
        case .binary(let operation, let left, let right):
            Self.apply(operation, left.value(count), right.value(count))
        }
    }

    /// Overflow wraps and a division by zero gives 0, so that no formula can stop the program.
    private static func apply(_ operation: Operator, _ left: UInt, _ right: UInt) -> UInt {
        switch operation {
        case .or: left != 0 || right != 0 ? 1 : 0
        case .and: left != 0 && right != 0 ? 1 : 0
        case .equal: left == right ? 1 : 0
        case .unequal: left != right ? 1 : 0
        case .less: left < right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .atMost: left <= right ? 1 : 0
        case .atLeast: left >= right ? 1 : 0
        case .plus: left &+ right
        case .minus: left &- right
        case .times: left &* right
        case .divide: right == 0 ? 0 : left / right
        case .remainder: right == 0 ? 0 : left % right
        }
    }
}
