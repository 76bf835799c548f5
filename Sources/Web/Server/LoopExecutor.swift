import NIOCore

/// Runs a connection's tasks on the thread that reads and writes it: between two threads each step of a request would
/// wake the other one first.
///
/// What a task waits for (a database's queue, a password hash) runs elsewhere as before and comes back here.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// The executors of a group of event loops, one for each, which live as long as the server.
struct LoopExecutors: Sendable {
    private let byLoop: [ObjectIdentifier: LoopExecutor]

    init(_ group: any EventLoopGroup) {
        var byLoop: [ObjectIdentifier: LoopExecutor] = [:]
        for loop in group.makeIterator() { byLoop[ObjectIdentifier(loop)] = LoopExecutor(loop) }
        self.byLoop = byLoop
    }

    /// The executor of a connection; `nil`, which means the common threads, for a loop of another group.
    subscript(channel: any Channel) -> LoopExecutor? {
        byLoop[ObjectIdentifier(channel.eventLoop)]
    }
}
