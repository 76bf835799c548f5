public import Domain

/// What a mark on a number means for a call. Pure.
public enum NumberMarks {
    /// The longest that a mark lasts, in days.
    public static let longestDays: Int64 = 90

    /// Whether a mark still says something.
    public static func isLive(expiresAt: Instant, at now: Instant) -> Bool { expiresAt > now }

    /// How an announced call is shown. A mark only warns: the call rings all the same, since a frightened person may
    /// call from a marked telephone, and it warns no more once danger was named.
    public static func isWarned(isMarked: Bool, namesDanger: Bool) -> Bool {
        isMarked && !namesDanger
    }

    /// The instant at which a mark of so many days ends; at most ``longestDays``.
    public static func end(from now: Instant, days: Int64) -> Instant {
        now.advanced(bySeconds: max(1, min(days, longestDays)) * 86_400)
    }
}
