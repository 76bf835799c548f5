public import Database
public import Domain
public import Logging
import Synchronization

/// Writes the leaves of reads, searches, lists, exports and refusals; one per process.
///
/// A leaf that comes alone is committed at once. What comes while a commit is under way goes together into the next
/// one, and when many come at a time they gather for up to 5 ms. Whoever records a leaf goes on once it is on the
/// disk. While the disk is full leaves go into a reserve, from which they are moved into the journal later.
public final class JournalAppender: Sendable {
    /// How much was done, for the metrics.
    public struct Figures: Sendable, Hashable {
        public var commits = 0
        public var leaves = 0
        /// Leaves that had to go into the reserve.
        public var reserved = 0
    }

    private struct Waiter {
        let leaves: [LeafDraft]
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var pending: [Waiter] = []
        /// When the first of `pending` came.
        var pendingSince: ContinuousClock.Instant?
        /// How many waiters the last commit was for, and when it ended.
        var lastCommit = (count: 0, end: ContinuousClock.now)
        var isPumping = false
        /// A task waits to set `isDrainDue`.
        var isDrainPlanned = false
        var isDrainDue = false
        var isStopped = false
        var stoppers: [CheckedContinuation<Void, Never>] = []
        var figures = Figures()
    }

    private enum Work {
        case leaves([Waiter])
        case drain
    }

    /// How long leaves may gather.
    private static let gathering = Duration.milliseconds(5)
    /// From how many waiters in one commit on it pays to let more gather for the next.
    private static let crowd = 4
    /// How many waiters one commit takes at most.
    private static let batch = 256

    private let journal: Journal
    private let database: Database
    private let reserve: Reserve?
    private let searches = SearchSessions()
    private let surroundings: Surroundings
    private let logger: Logger
    private let onFailedSync: @Sendable (any Error) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - database: where the journal is.
    ///   - reservePath: the reserve file in the data directory, made when there is none; `nil` to do without.
    ///   - reserveSize: how many bytes the reserve takes.
    ///   - surroundings: the clock and chance.
    ///   - logger: is told when the reserve is used and when it is empty again.
    ///   - onFailedSync: called when the reserve could not be written or synced; is expected to end the process.
    /// - Throws: ``ReserveError`` or ``FileError`` when the reserve can't be had.
    public init(
        database: Database,
        reservePath: String?,
        reserveSize: Int = 32 * 1024 * 1024,
        surroundings: Surroundings,
        logger: Logger,
        onFailedSync: @escaping @Sendable (any Error) -> Void
    ) throws {
        let journal = Journal(surroundings: surroundings)
        let file = try reservePath.map { path in
            try ReserveFile(path: path, size: reserveSize, surroundings: surroundings)
        }
        reserve = file.map { Reserve(file: $0, database: database, journal: journal, logger: logger) }
        self.journal = journal
        self.database = database
        self.surroundings = surroundings
        self.logger = logger
        self.onFailedSync = onFailedSync
        if reserve?.isEmpty == false { drainSoon() }
    }

    /// What was done so far.
    public var figures: Figures { state.withLock { $0.figures } }

    /// Whether leaves wait in the reserve.
    public var isUsingReserve: Bool { reserve.map { !$0.isEmpty } ?? false }

    /// Returns once the leaves are on the disk.
    ///
    /// - Throws: ``JournalError/journalUnavailable`` when nothing sealed may be shown now; ``DatabaseError`` when the
    ///   database could not be written for another reason than lack of room.
    public func record(_ leaves: [LeafDraft]) async throws {
        if leaves.isEmpty { return }
        let now = surroundings.now()
        let dated = try leaves.map { leaf in
            guard leaf.kind.isWellFormed else { throw JournalError.malformedKind(leaf.kind.rawValue) }
            var leaf = leaf
            leaf.at = leaf.at ?? now
            return leaf
        }
        try await withCheckedThrowingContinuation { continuation in
            let isFirst: Bool? = state.withLock { state in
                if state.isStopped { return nil }
                if state.pending.isEmpty { state.pendingSince = .now }
                state.pending.append(Waiter(leaves: dated, continuation: continuation))
                defer { state.isPumping = true }
                return !state.isPumping
            }
            switch isFirst {
            case nil: continuation.resume(throwing: JournalError.stopped)
            case true?: startPump()
            case false?: break
            }
        }
    }

    /// Records one leaf for a search; further queries of the session in the same field within 30 seconds belong to it.
    public func recordSearch(_ leaf: LeafDraft, session: SessionID, field: String) async throws {
        let now = surroundings.now()
        if searches.covers(session, field, at: now) { return }
        try await record([leaf])
        searches.cover(session, field, from: now)
    }

    /// Refuses further leaves, and returns when those under way are done and the reserve is free for another process.
    public func stop() async {
        await withCheckedContinuation { (stopper: CheckedContinuation<Void, Never>) in
            let isIdle = state.withLock { state in
                state.isStopped = true
                if state.isPumping { state.stoppers.append(stopper) }
                return !state.isPumping
            }
            if isIdle { stopper.resume() }
        }
        reserve?.release()
    }

    // Detached: the pump serves many requests and must not carry one's task-local values.
    private func startPump() {
        Task.detached { await self.pump() }
    }

    private func pump() async {
        while true {
            await gather()
            switch take() {
            case .leaves(let waiters)?:
                await commit(waiters)
                state.withLock { $0.lastCommit = (waiters.count, .now) }
            case .drain?:
                if let reserve, await reserve.drain() != .empty { drainSoon() }
            case nil:
                return
            }
        }
    }

    /// Waits until the first of the pending leaves is 5 ms old, if many came together just before.
    private func gather() async {
        let since: ContinuousClock.Instant? = state.withLock { state in
            guard state.lastCommit.count >= Self.crowd, let since = state.pendingSince,
                since - state.lastCommit.end < Self.gathering
            else { return nil }
            return since
        }
        guard let since else { return }
        // Nobody cancels the pump, and woken early it would only make a smaller batch.
        try? await Task.sleep(until: since + Self.gathering, tolerance: .zero, clock: .continuous)
    }

    /// The next work; without any the pump ends.
    private func take() -> Work? {
        let (work, stoppers): (Work?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
            if !state.pending.isEmpty {
                let waiters = Array(state.pending.prefix(Self.batch))
                state.pending.removeFirst(waiters.count)
                if state.pending.isEmpty { state.pendingSince = nil }
                return (.leaves(waiters), [])
            }
            if state.isDrainDue {
                state.isDrainDue = false
                return (.drain, [])
            }
            state.isPumping = false
            defer { state.stoppers = [] }
            return (nil, state.stoppers)
        }
        for stopper in stoppers { stopper.resume() }
        return work
    }

    private func commit(_ waiters: [Waiter]) async {
        let result: Result<Void, any Error>
        do {
            try await write(waiters.flatMap(\.leaves))
            result = .success(())
        } catch JournalError.damagedHead where waiters.count > 1 {
            // One organisation's damaged log must not stop the others'.
            for waiter in waiters { await commit([waiter]) }
            return
        } catch {
            result = .failure(error)
        }
        for waiter in waiters { waiter.continuation.resume(with: result) }
    }

    private func write(_ leaves: [LeafDraft]) async throws {
        if let reserve, !reserve.isEmpty, await reserve.drain() == .noRoom {
            return try keep(leaves)
        }
        do {
            let journal = journal
            try await database.write(.system, wakes: false) { connection in
                try journal.append(leaves, on: connection)
            }
            state.withLock { state in
                state.figures.commits += 1
                state.figures.leaves += leaves.count
            }
        } catch let error as DatabaseError where error.kind == .diskFull {
            logger.warning("The disk is full: leaves of reads go into the reserve.")
            try keep(leaves)
        }
    }

    /// Puts leaves into the reserve and sees to it that they leave it again.
    private func keep(_ leaves: [LeafDraft]) throws {
        guard let reserve else { throw JournalError.journalUnavailable }
        defer { drainSoon() }
        do {
            try reserve.append(leaves)
            state.withLock { $0.figures.reserved += leaves.count }
        } catch let error as FileError {
            onFailedSync(error)
            throw error
        }
    }

    /// Has the pump try in a second to empty the reserve, whether or not leaves come.
    private func drainSoon() {
        let isNew = state.withLock { state in
            if state.isDrainPlanned || state.isStopped { return false }
            state.isDrainPlanned = true
            return true
        }
        guard isNew else { return }
        Task.detached { [weak self] in
            try? await Task.sleep(for: Reserve.pause)
            self?.drainNow()
        }
    }

    private func drainNow() {
        let isIdle = state.withLock { state in
            state.isDrainPlanned = false
            if state.isStopped { return false }
            state.isDrainDue = true
            defer { state.isPumping = true }
            return !state.isPumping
        }
        if isIdle { startPump() }
    }
}
