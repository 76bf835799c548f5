import Synchronization

/// Tells waiting followers of this process that something was written.
public final class WakeUp: Sendable {
    private struct Waiters {
        var next = 0
        var continuations: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let waiters = Mutex(Waiters())

    public init() {}

    /// A stream with an element after each write of this process; several writes may come as one element.
    public func signals() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let key = waiters.withLock { waiters in
            waiters.next += 1
            waiters.continuations[waiters.next] = continuation
            return waiters.next
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.waiters.withLock { $0.continuations.removeValue(forKey: key) }
        }
        return stream
    }

    func signal() {
        waiters.withLock { waiters in
            for continuation in waiters.continuations.values { continuation.yield() }
        }
    }
}
