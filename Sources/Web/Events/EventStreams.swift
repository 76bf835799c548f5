public import Domain
import Synchronization

/// What is written to a stream of events.
enum EventSignal: Sendable {
    /// Something changed; the event log is at this position.
    case changed(Int64)
    /// Nothing has; keeps the connection open and finds out whether it still is.
    case heartbeat
}

/// The open streams of events, so that they are few, and end with their session.
public final class EventStreams: Sendable {
    private struct Stream {
        let id: UInt64
        let session: SessionID
        let user: UserID
        let continuation: AsyncStream<EventSignal>.Continuation
    }

    private struct State {
        var next: UInt64 = 0
        /// In the order of their opening.
        var streams: [Stream] = []
        var isClosed = false
    }

    /// Streams that one session may have open, in as many tabs; the oldest ends when one more is opened.
    private static let perSession = 3
    private let maximum: Int
    private let state = Mutex(State())

    init(maximum: Int) {
        self.maximum = maximum
    }

    /// Ends the streams of a session that has ended.
    public func close(session: SessionID) {
        close { $0.session == session }
    }

    /// Ends the streams of all of a user's sessions: *Lock now*.
    public func close(user: UserID) {
        close { $0.user == user }
    }

    /// Ends all streams and opens no more: the program stops.
    func closeAll() {
        state.withLock { $0.isClosed = true }
        close { _ in true }
    }

    /// How many are open.
    public var count: Int { state.withLock { $0.streams.count } }

    /// Opens a stream; `nil` when there are too many.
    func open(
        session: SessionID,
        user: UserID
    ) -> (id: UInt64, signals: AsyncStream<EventSignal>, send: AsyncStream<EventSignal>.Continuation)? {
        let (signals, continuation) = AsyncStream.makeStream(of: EventSignal.self, bufferingPolicy: .bufferingNewest(4))
        let opened: (id: UInt64?, evicted: Stream?) = state.withLock { state in
            guard !state.isClosed else { return (nil, nil) }
            var evicted: Stream?
            if state.streams.count(where: { $0.session == session }) >= EventStreams.perSession,
                let oldest = state.streams.firstIndex(where: { $0.session == session })
            {
                evicted = state.streams.remove(at: oldest)
            }
            guard state.streams.count < maximum else { return (nil, evicted) }
            state.next += 1
            state.streams.append(Stream(id: state.next, session: session, user: user, continuation: continuation))
            return (state.next, evicted)
        }
        opened.evicted?.continuation.finish()
        return opened.id.map { ($0, signals, continuation) }
    }

    func remove(_ id: UInt64) {
        close { $0.id == id }
    }

    private func close(_ isMeant: (Stream) -> Bool) {
        let closed = state.withLock { state in
            let closed = state.streams.filter(isMeant)
            state.streams.removeAll(where: isMeant)
            return closed
        }
        for stream in closed { stream.continuation.finish() }
    }
}
