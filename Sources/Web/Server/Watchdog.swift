import Synchronization

/// Cancels handlers that take too long. One look a second at what is running is cheaper than a timer for each request.
final class Watchdog: Sendable {
    private struct Entry {
        let deadline: ContinuousClock.Instant
        let cancel: @Sendable () -> Void
    }

    private struct State {
        var next: UInt64 = 0
        var entries: [UInt64: Entry] = [:]
    }

    private let state = Mutex(State())

    /// Runs an operation and cancels it after so many seconds; then it is unavailable rather than wrong.
    func run<Value: Sendable>(
        seconds: Int,
        on executor: (any TaskExecutor)? = nil,
        _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task(executorPreference: executor) { try await operation() }
        let deadline = ContinuousClock.now + .seconds(seconds)
        let id = state.withLock { state in
            state.next += 1
            state.entries[state.next] = Entry(deadline: deadline, cancel: { task.cancel() })
            return state.next
        }
        defer { state.withLock { $0.entries[id] = nil } }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Looks once a second until the task is cancelled.
    func watch() async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .seconds(1)) } catch { return }
            sweep(at: .now)
        }
    }

    /// Cancels what is overdue.
    func sweep(at now: ContinuousClock.Instant) {
        let overdue = state.withLock { state in state.entries.values.filter { $0.deadline <= now } }
        for entry in overdue { entry.cancel() }
    }
}
