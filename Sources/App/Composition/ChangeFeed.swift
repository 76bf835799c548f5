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
        /// Where the log stood when the program began to follow it.
        let start: Int64

        func position(of organization: OrganizationID) -> Int64 { last[organization] ?? start }

        /// The last position, for a reader who knows but an older one.
        func missed(of organization: OrganizationID, after position: Int64?) -> Int64? {
            let last = self.position(of: organization)
            return position.map { last > $0 } ?? false ? last : nil
        }
    }

    private let state: Mutex<State>

    /// - Parameter start: where the log stands; all that follows is published.
    init(start: Int64) { state = Mutex(State(start: start)) }

    /// The position of the organisation's last event, or where the log stood at the start if there was none since. (On
    /// another node the start may be later; a page of this one is then told once for nothing.)
    func position(of organization: OrganizationID) -> Int64 { state.withLock { $0.position(of: organization) } }

    /// What a reader who knows `position` has missed of the organisation's events, by the position of the last.
    func missed(of organization: OrganizationID, after position: Int64?) -> Int64? {
        state.withLock { $0.missed(of: organization, after: position) }
    }

    /// The positions of an organisation's events from now on; one at once when the reader has missed some, or may have
    /// while the program was not running.
    func stream(for organization: OrganizationID, after position: Int64?) -> AsyncStream<Int64> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int64.self, bufferingPolicy: .bufferingNewest(1))
        let (key, missed) = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = Listener(organization: organization, continuation: continuation)
            return (state.next, state.missed(of: organization, after: position))
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: key) }
        }
        if let missed { continuation.yield(missed) }
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
