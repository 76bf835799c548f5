/// An amount in a currency's smallest unit (hundredths throughout; currencies without them are counted in hundredths
/// too, so that sums need no table).
public struct Money: Hashable, Sendable {
    public let hundredths: Int64
    public let currency: CurrencyCode

    public init(hundredths: Int64, currency: CurrencyCode) {
        self.hundredths = hundredths
        self.currency = currency
    }

    /// Reads a decimal number with a point or a comma and at most two digits after it, such as `45000` or `1200.50`.
    ///
    /// - Returns: `nil` for anything else, for less than 0 and for more than 9,999,999,999.99.
    public init?(_ text: some StringProtocol, _ currency: CurrencyCode) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false) }
        guard (1...2).contains(parts.count), (1...10).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = Int64(parts[0])
        else { return nil }
        var hundredths = whole * 100
        if parts.count == 2 {
            guard (1...2).contains(parts[1].utf8.count), let rest = Int64(parts[1]) else { return nil }
            hundredths += parts[1].utf8.count == 1 ? rest * 10 : rest
        }
        self.init(hundredths: hundredths, currency: currency)
    }

    /// The amount as a decimal number with a point, without a needless fraction: `45000` or `1200.50`.
    public var decimal: String {
        let rest = abs(hundredths) % 100
        let whole = "\(hundredths / 100)"
        guard rest != 0 else { return whole }
        return whole + "." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

/// An ISO 4217 currency code, checked for its form only.
public struct CurrencyCode: Hashable, Sendable, Comparable {
    public let code: String

    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        code = String(text)
    }

    public static func < (left: CurrencyCode, right: CurrencyCode) -> Bool { left.code < right.code }

    /// The currencies offered first in lists.
    public static let corridor = ["RUB", "KGS", "KZT", "USD", "EUR", "TRY", "UZS", "TJS", "MDL"]
        .compactMap { CurrencyCode($0) }
}
