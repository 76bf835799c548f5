/// When an import pauses for others who write to the same database.
///
/// SQLite has one writer and no queue of processes: who waits for it looks again after a while, and in the import's own
/// process everybody queues behind a batch. So while others write, the import takes at most a quarter of the time.
struct GivingWay {
    /// What the database tells of who wrote.
    struct Trace: Sendable, Equatable {
        /// Changes when another process has written.
        let elsewhere: Int64
        /// Counts the changes that this process made.
        let here: Int64
    }

    /// For how long others count as being at work after something of theirs was seen.
    static let memory = Duration.seconds(2)
    /// How long others have the writer for each moment that the import had it.
    static let share = 3

    private var left: Trace?
    private var last: ContinuousClock.Instant?

    /// - Parameters:
    ///   - found: the trace at the beginning of the transaction.
    ///   - leaving: the same at its end.
    ///   - held: how long the transaction took, its commit included.
    ///   - now: when it ended.
    /// - Returns: how long to leave the writer to others; `nil` while nobody else writes.
    mutating func pause(
        found: Trace,
        leaving: Trace,
        held: Duration,
        at now: ContinuousClock.Instant
    ) -> Duration? {
        if let left, left != found { last = now }
        left = leaving
        guard let last, now - last < Self.memory else { return nil }
        return held * Self.share
    }
}
