/// When an import pauses for others who write to the same SQLite file.
///
/// SQLite has no queue of processes: who waits for the writer looks again after a while, and would find an import that
/// takes it at once again and again.
struct GivingWay {
    /// How long others have the writer after each transaction while they need it.
    static let courtesy = Duration.milliseconds(30)
    /// For how long they count as being at work after something of theirs was seen.
    static let memory = Duration.seconds(2)

    private var seen: Int64?
    private var last: ContinuousClock.Instant?

    /// - Parameters:
    ///   - writings: a number that changes when another process has written.
    ///   - now: when it was read.
    /// - Returns: how long to leave the writer to others; `nil` while nobody else writes.
    mutating func pause(writings: Int64, at now: ContinuousClock.Instant) -> Duration? {
        if let seen, seen != writings { last = now }
        seen = writings
        guard let last, now - last < Self.memory else { return nil }
        return Self.courtesy
    }
}
