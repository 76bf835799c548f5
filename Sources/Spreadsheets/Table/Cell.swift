/// What one cell of a table holds.
public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Double)
    /// A number that the cell's style shows as a date or a time: days since 30 December 1899, the fraction is the time.
    case date(SerialDate)
    case boolean(Bool)
    /// An error of a formula, such as `#REF!`.
    case error(String)

    /// True when nothing can be read in the cell.
    public var isBlank: Bool {
        switch self {
        case .empty, .error: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .number, .date, .boolean: false
        }
    }

    /// The cell as a person would read it: whole numbers without a point, dates as `31.12.2025` or `14:05`.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): Cell.plain(number)
        case .date(let date): date.text
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        case .error(let code): code
        }
    }

    private static func plain(_ number: Double) -> String {
        guard number.isFinite else { return "" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return String(number)
    }
}
