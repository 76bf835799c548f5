import Domain

extension Instant {
    /// Reads what RFC 3339 allows: `2026-03-12T08:30:00Z`, `2026-03-12T14:30+06:00`; seconds and their fraction may be
    /// left out.
    ///
    /// - Returns: `nil` for anything else, also for a time without an offset: nobody could say when it was.
    init?(rfc3339 text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = CivilDate(iso: String(parts[0])) else { return nil }
        var clock = parts[1]
        let offset: Int
        if clock.last == "Z" {
            clock.removeLast()
            offset = 0
        } else {
            guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }),
                let minutes = ClockTime.minutes(clock[clock.index(after: sign)...])
            else { return nil }
            offset = clock[sign] == "-" ? -minutes : minutes
            clock = clock[..<sign]
        }
        let pieces = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(pieces.count), let minute = ClockTime.minutes(clock.prefix(5)) else { return nil }
        var milliseconds: Int64 = 0
        if pieces.count == 3 {
            guard let seconds = Double(pieces[2]), (0..<61).contains(seconds), pieces[2].first?.isNumber == true else {
                return nil
            }
            milliseconds = Int64(seconds * 1000)
        }
        let minutes = Int64(minute - offset)
        self.init(milliseconds: (day.daysSince1970 * 86_400 + minutes * 60) * 1000 + milliseconds)
    }
}

/// A time of day as people type it.
enum ClockTime {
    /// Minutes since midnight of `8:30`, `08.30`, `0830` or `8`; `nil` for anything else.
    static func minutes(_ typed: some StringProtocol) -> Int? {
        let text = typed.split(whereSeparator: \.isWhitespace).joined()
        let parts = text.split { ":.-".contains($0) }
        let digits: [Substring]
        switch parts.count {
        case 2: digits = parts
        case 1 where parts[0].count == 4: digits = [parts[0].prefix(2), parts[0].suffix(2)]
        case 1: digits = [parts[0], "0"]
        default: return nil
        }
        guard digits.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { ("0"..."9").contains($0) } }),
            let hour = Int(digits[0]), let minute = Int(digits[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// `08:30`.
    static func text(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60 % 24) + ":" + two(minutes % 60)
    }
}
