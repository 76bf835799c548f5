/// Numbers, money and lists as a language writes them; dates, times and names are in extensions.
public struct Formats: Sendable {
    let texts: Texts

    var conventions: Conventions { texts.table.conventions }

    /// A whole number with its digits in groups: `12,500`.
    public func number(_ value: Int) -> String {
        (value < 0 ? "−" : "") + grouped(UInt64(value.magnitude))
    }

    /// A number of fixed precision, given as its digits without the point: 1250 with two places is `12.50`.
    /// There are 0 to 18 places.
    public func decimal(units: Int64, places: Int) -> String {
        let places = min(max(places, 0), 18)
        let scale = (0..<places).reduce(UInt64(1)) { scale, _ in scale * 10 }
        let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: scale)
        let sign = units < 0 ? "−" : ""
        guard places > 0 else { return sign + grouped(whole) }
        let digits = String(part)
        let zeros = String(repeating: "0", count: places - digits.utf8.count)
        return sign + grouped(whole) + conventions.decimalSign + zeros + digits
    }

    /// An amount of money, without the minor part when it is zero: `45 000 ₽`, `KGS 12.50`.
    ///
    /// The amount is in the currency's smallest unit, such as kopecks; the currency is its ISO 4217 code.
    public func money(minorUnits: Int64, currency: String) -> String {
        let places = Self.minorPlaces(currency)
        let scale = (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
        let isWhole = minorUnits % scale == 0
        let amount =
            isWhole ? decimal(units: minorUnits / scale, places: 0) : decimal(units: minorUnits, places: places)
        let sign = conventions.currencySigns[currency]
        guard conventions.currencyFirst else { return amount + "\u{A0}" + (sign ?? currency) }
        return sign.map { $0 + amount } ?? currency + "\u{A0}" + amount
    }

    /// All of several things: `a, b and c`.
    public func list(_ items: [String]) -> String {
        joined(items) { texts.format.listAnd(first: $0, last: $1) }
    }

    /// One of several things: `a, b or c`.
    public func alternatives(_ items: [String]) -> String {
        joined(items) { texts.format.listOr(first: $0, last: $1) }
    }

    private func joined(_ items: [String], _ pair: (String, String) -> String) -> String {
        guard let last = items.last else { return "" }
        guard items.count > 1 else { return last }
        return pair(items.dropLast().joined(separator: ", "), last)
    }

    private func grouped(_ value: UInt64) -> String {
        let digits = String(value)
        guard value >= 1000 else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result += conventions.groupSign }
            result.append(digit)
        }
        return result
    }

    /// The digits of a currency's minor unit (ISO 4217).
    private static func minorPlaces(_ currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "VND", "ISK", "CLP", "PYG", "UGX", "RWF", "XAF", "XOF", "XPF", "GNF", "KMF", "DJF", "BIF",
            "VUV":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }
}
