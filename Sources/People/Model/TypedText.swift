import Domain

/// Reads what people type into fields.
enum TypedText {
    /// Without white space around it and without control characters inside, which no keyboard means to write.
    static func trimmed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where scalar.properties.generalCategory != .control || scalar == "\n" || scalar == "\t" {
            scalars.append(scalar)
        }
        let front = scalars.drop { $0.properties.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(front[...last])
    }

    /// Reads `2026`, `2026-03`, `2026-03-12`, `03.2026`, `12.03.2026` and the latter two with slashes.
    static func date(_ text: String) -> PartialDate? {
        let text = trimmed(text)
        if let date = PartialDate(iso: text) { return date }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
        guard (2...3).contains(parts.count), let year = parts.last, year.utf8.count == 4 else { return nil }
        let numbers = parts.compactMap { part in (1...4).contains(part.utf8.count) ? Int(part) : nil }
        guard numbers.count == parts.count, numbers.allSatisfy({ $0 > 0 }) else { return nil }
        return numbers.count == 3
            ? PartialDate(year: numbers[2], month: numbers[1], day: numbers[0])
            : PartialDate(year: numbers[1], month: numbers[0])
    }

    /// A date as a form shows it for a change: the way it is typed.
    static func shown(_ iso: String?) -> String {
        guard let date = iso.flatMap({ PartialDate(iso: $0) }) else { return "" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return [date.day.map(two), date.month.map(two), String(date.year)].compactMap { $0 }.joined(separator: ".")
    }

    /// Reads `8`, `08:30` or `8.30` as minutes since midnight.
    static func minute(_ text: String) -> Int? {
        let parts = trimmed(text).split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0, minute < 60
        else { return nil }
        return hour < 24 ? hour * 60 + minute : (hour == 24 && minute == 0 ? 0 : nil)
    }

    /// Minutes since midnight as a clock shows them.
    static func time(_ minute: Int?) -> String {
        guard let minute else { return "" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    /// Whether a text can be an ISO 3166-2 code, such as `KG-O`.
    static func isRegion(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && CountryCode(parts[0]) != nil && (1...3).contains(parts[1].utf8.count)
            && parts[1].utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    }

    /// Whether a text can be a BCP 47 language tag of a plain language, such as `ky`.
    static func isLanguage(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) }
    }
}
