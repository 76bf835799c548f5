import Synchronization

/// A distribution's figures.
struct HistogramFigures: Sendable {
    let bounds: [Double]
    /// How many fell at or below each bound and above the one before; the last is for what is above all.
    private(set) var counts: [UInt64]
    private(set) var sum = 0.0

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    var count: UInt64 { counts.reduce(0, +) }

    mutating func observe(_ value: Double) {
        var index = 0
        while index < bounds.count, value > bounds[index] { index += 1 }
        counts[index] += 1
        sum += value
    }
}

/// A distribution that a room feeds, such as how long writes take.
public final class MetricHistogram: Sendable {
    let name: String
    let help: String
    private let figures: Mutex<HistogramFigures>

    init(name: String, help: String, bounds: [Double]) {
        self.name = name
        self.help = help
        figures = Mutex(HistogramFigures(bounds: bounds))
    }

    public func observe(_ value: Double) {
        figures.withLock { $0.observe(value) }
    }

    /// Takes a time, in seconds.
    public func observe(_ elapsed: Duration) { observe(elapsed.inSeconds) }

    var snapshot: HistogramFigures { figures.withLock { $0 } }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
