import Synchronization

/// Lends seats, first come first served, to so many as there are; the others wait, but not for ever.
final class PostgresPool: Sendable {
    private struct Waiter {
        let ticket: Int
        let continuation: CheckedContinuation<PostgresSeat, any Error>
    }

    private struct State {
        var idle: [PostgresSeat]
        var waiting: [Waiter] = []
        var lastTicket = 0
        /// Who will stand in the queue in a moment, and why it shall not after all.
        var arriving: [Int: (any Error)?] = [:]
        var isClosed = false
        var whenAllAreIdle: CheckedContinuation<Void, Never>?
    }

    private let seats: [PostgresSeat]
    private let patience: Duration
    private let state: Mutex<State>

    /// Who waits for a seat longer than `patience` gets ``DatabaseError/Kind/timeout``.
    init(seats: [PostgresSeat], patience: Duration) {
        self.seats = seats
        self.patience = patience
        state = Mutex(State(idle: seats))
    }

    /// Runs `body` with a seat of its own.
    func withSeat<Value: Sendable>(
        _ body: @Sendable (PostgresSeat) async throws -> Value
    ) async throws -> Value {
        let seat = try await acquire()
        defer { release(seat) }
        return try await body(seat)
    }

    /// Waits for all seats to come back, then closes their connections; who asks meanwhile is refused.
    func close() async {
        await withCheckedContinuation { continuation in
            let (refused, isIdle) = state.withLock { state in
                let refused = state.waiting
                let isIdle = state.isClosed || state.idle.count == seats.count
                state.waiting = []
                state.isClosed = true
                if !isIdle { state.whenAllAreIdle = continuation }
                return (refused, isIdle)
            }
            for waiter in refused { waiter.continuation.resume(throwing: Self.closed) }
            if isIdle { continuation.resume() }
        }
        for seat in seats { await seat.disconnect() }
    }

    private func acquire() async throws -> PostgresSeat {
        let (seat, ticket) = try state.withLock { state -> (PostgresSeat?, Int) in
            if state.isClosed { throw Self.closed }
            // The seat used last has the warmest caches.
            if state.waiting.isEmpty, let seat = state.idle.popLast() { return (seat, 0) }
            state.lastTicket += 1
            state.arriving[state.lastTicket] = .some(nil)
            return (nil, state.lastTicket)
        }
        if let seat { return seat }
        return try await wait(ticket)
    }

    private func wait(_ ticket: Int) async throws -> PostgresSeat {
        let alarm = Task { [patience] in
            try await Task.sleep(for: patience)
            self.give(up: ticket, Self.tooLong)
        }
        defer { alarm.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                self.enqueue(Waiter(ticket: ticket, continuation: continuation))
            }
        } onCancel: {
            self.give(up: ticket, CancellationError())
        }
    }

    private func enqueue(_ waiter: Waiter) {
        let outcome: Result<PostgresSeat, any Error>? = state.withLock { state in
            if let error = state.arriving.removeValue(forKey: waiter.ticket) ?? nil { return .failure(error) }
            if state.isClosed { return .failure(Self.closed) }
            // A seat may have come back since the first look.
            if state.waiting.isEmpty, let seat = state.idle.popLast() { return .success(seat) }
            state.waiting.append(waiter)
            return nil
        }
        if let outcome { waiter.continuation.resume(with: outcome) }
    }

    private func give(up ticket: Int, _ error: any Error) {
        let waiter = state.withLock { state -> Waiter? in
            if let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) {
                return state.waiting.remove(at: place)
            }
            if state.arriving.keys.contains(ticket) { state.arriving[ticket] = .some(error) }
            return nil
        }
        waiter?.continuation.resume(throwing: error)
    }

    private func release(_ seat: PostgresSeat) {
        let (waiter, closing) = state.withLock { state -> (Waiter?, CheckedContinuation<Void, Never>?) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), nil) }
            state.idle.append(seat)
            guard state.isClosed, state.idle.count == seats.count else { return (nil, nil) }
            defer { state.whenAllAreIdle = nil }
            return (nil, state.whenAllAreIdle)
        }
        waiter?.continuation.resume(returning: seat)
        closing?.resume()
    }

    private static let closed = DatabaseError.connectionLost("the database is closed", sqlState: "08003")
    private static let tooLong = DatabaseError(
        kind: .timeout,
        sqlState: "55P03",
        message: "all connections are busy"
    )
}
