/// Lets so many through at a time: tests run all at once, and a server has few connections.
actor TestGate {
    /// For tests on PostgreSQL, whose default is 100 connections.
    static let postgres = TestGate(limit: 8)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(limit: Int) {
        free = limit
    }

    func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
