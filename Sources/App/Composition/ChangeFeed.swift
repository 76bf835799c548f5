import Database
import Domain
import Synchronization

/// Tells open pages that something of their organisation changed, by position in the event log and nothing else.
final class ChangeFeed: Sendable {
    private struct Listener {
        let organization: OrganizationID
        let continuation: AsyncStream<Int64>.Continuation
    }

    private struct State {
        var next = 0
        var listeners: [Int: Listener] = [:]
        var last: [OrganizationID: Int64] = [:]
    }

    private let state = Mutex(State())

    /// The positions of an organisation's events from now on; one at once when the reader has missed some, or may have
    /// while the program was not running.
    func stream(for organization: OrganizationID, after position: Int64?) -> AsyncStream<Int64> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int64.self, bufferingPolicy: .bufferingNewest(1))
        let (key, missed) = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = Listener(organization: organization, continuation: continuation)
            return (state.next, state.last[organization])
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: key) }
        }
        if let position, missed.map({ $0 > position }) ?? true { continuation.yield(missed ?? position) }
        return stream
    }

    func publish(_ events: [PositionedEvent]) {
        state.withLock { state in
            var newest: [OrganizationID: Int64] = [:]
            for event in events { newest[event.event.organization] = event.position }
            state.last.merge(newest) { max($0, $1) }
            for listener in state.listeners.values {
                if let position = newest[listener.organization] { listener.continuation.yield(position) }
            }
        }
    }
}
