import Domain
import Synchronization

/// The `Date` header's value, written at most once a second.
struct HTTPClock: Sendable {
    private final class Cache: Sendable {
        let value = Mutex<(second: Int64, text: String)>((Int64.min, ""))
    }

    private let surroundings: Surroundings
    private let cache = Cache()

    init(surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    func now() -> String {
        let second = surroundings.now().milliseconds / 1000
        return cache.value.withLock { cached in
            if cached.second != second { cached = (second, HTTPClock.text(second)) }
            return cached.text
        }
    }

    /// An instant in the fixed format of RFC 9110, section 5.6.7.
    static func text(_ seconds: Int64) -> String {
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let days = seconds / 86400
        let rest = seconds % 86400
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // From days since 1970 to a civil date in years that begin in March, so that the leap day comes last.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
        return "\(weekdays[Int(days % 7)]), \(two(day)) \(months[Int(month) - 1]) \(year) \(time) GMT"
    }
}
