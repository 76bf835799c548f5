import Dispatch

/// Work of seconds on one processor, such as reading a file of thousands of rows: on a thread of its own at a low
/// priority, so that it takes no thread from those who wait for a page.
enum AsideWork {
    /// - Parameter work: what to do; nothing cancels it.
    /// - Returns: what it made.
    /// - Throws: what it throws.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work() }) }
        }
    }
}
