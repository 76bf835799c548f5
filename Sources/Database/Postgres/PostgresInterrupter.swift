import CLibPQ
import Synchronization

/// Stops a link's running statement from another thread, and never the next transaction's.
final class PostgresInterrupter: Sendable {
    private struct State {
        /// libpq's cancel object, which may be used from any thread.
        var cancel: UInt?
        /// The read that may be interrupted.
        var running: Int?
        var wasInterrupted = false
        var last = 0
    }

    private let state = Mutex(State())

    /// A number for one read, to name it to ``interrupt(_:)``.
    func newTicket() -> Int {
        state.withLock { state in
            state.last += 1
            return state.last
        }
    }

    func connected(_ cancel: OpaquePointer?) {
        state.withLock { $0.cancel = cancel.map { UInt(bitPattern: $0) } }
    }

    func disconnected() {
        state.withLock { state in
            if let cancel = state.cancel.flatMap({ OpaquePointer(bitPattern: $0) }) { PQfreeCancel(cancel) }
            state.cancel = nil
        }
    }

    func began(_ ticket: Int) {
        state.withLock { state in
            state.running = ticket
            state.wasInterrupted = false
        }
    }

    /// Ends the time in which the read may be interrupted; `true` when it was, and the server's signal may still be
    /// on its way.
    func ended() -> Bool {
        state.withLock { state in
            state.running = nil
            return state.wasInterrupted
        }
    }

    /// Asks the server to stop the read if it is still running. Blocks for a round trip: `ended()` must not return
    /// before the signal is sent, else it could hit a later transaction.
    func interrupt(_ ticket: Int) {
        state.withLock { state in
            guard state.running == ticket, !state.wasInterrupted,
                let cancel = state.cancel.flatMap({ OpaquePointer(bitPattern: $0) })
            else { return }
            state.wasInterrupted = true
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
                // A refusal changes nothing: the statement then ends by itself or at its time limit.
                _ = PQcancel(cancel, message.baseAddress, CInt(message.count))
            }
        }
    }
}
