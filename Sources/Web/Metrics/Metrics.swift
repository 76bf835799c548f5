import HTTPTypes
import Synchronization

/// One figure with its labels, as a collector gives it.
public struct MetricSample: Sendable {
    public let labels: [(name: String, value: String)]
    public let value: Double

    public init(_ value: Double, labels: [(name: String, value: String)] = []) {
        self.labels = labels
        self.value = value
    }
}

/// What a family of figures is, in the words of the Prometheus text format.
public enum MetricKind: String, Sendable, Hashable {
    case counter, gauge
}

/// The process's figures. Requests are counted here; other rooms register collectors and histograms.
public final class Metrics: Sendable {
    private struct RouteFigures {
        var byStatusClass = [UInt64](repeating: 0, count: 6)
        var durations = HistogramFigures(bounds: Metrics.durationBounds)
    }

    private struct Collector {
        let name: String
        let help: String
        let kind: MetricKind
        let collect: @Sendable () -> [MetricSample]
    }

    private struct State {
        var labels: [(method: String, route: String)] = []
        /// One for each route, and at the end one for paths without a route.
        var routes: [RouteFigures] = [RouteFigures()]
        var collectors: [Collector] = []
        var histograms: [MetricHistogram] = []
    }

    /// In seconds; from an answer out of memory to a disk that stands still.
    public static let durationBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())

    public init() {}

    func prepare(_ routes: [RouteDescription]) {
        state.withLock { state in
            state.labels = routes.map { ($0.method.rawValue, $0.pattern) }
            state.routes = Array(repeating: RouteFigures(), count: routes.count + 1)
        }
    }

    func count(_ route: Int?, status: Int, _ elapsed: Duration) {
        state.withLock { state in
            let index = min(route ?? state.routes.count - 1, state.routes.count - 1)
            state.routes[index].byStatusClass[min(max(status / 100, 0), 5)] += 1
            state.routes[index].durations.observe(elapsed.inSeconds)
        }
    }

    /// Registers a family of figures that is asked for whenever somebody reads them.
    ///
    /// - Parameters:
    ///   - name: in the form `tirek_pool_connections`.
    ///   - help: one sentence in English.
    ///   - kind: what the family is.
    ///   - collect: makes the figures.
    public func register(
        _ name: String,
        _ help: String,
        _ kind: MetricKind,
        collect: @escaping @Sendable () -> [MetricSample]
    ) {
        state.withLock { $0.collectors.append(Collector(name: name, help: help, kind: kind, collect: collect)) }
    }

    /// Registers a distribution, to be fed through what comes back.
    public func histogram(_ name: String, _ help: String, bounds: [Double]) -> MetricHistogram {
        let histogram = MetricHistogram(name: name, help: help, bounds: bounds)
        state.withLock { $0.histograms.append(histogram) }
        return histogram
    }

    /// All figures in the Prometheus text format, version 0.0.4.
    public func text() -> String {
        let (labels, routes, collectors, histograms) = state.withLock {
            ($0.labels, $0.routes, $0.collectors, $0.histograms)
        }
        var writer = PrometheusWriter()
        writer.family("tirek_http_requests_total", "Requests answered, by route and class of status.", "counter")
        forEach(routes, labels) { figures, pairs in
            for (index, count) in figures.byStatusClass.enumerated() where count > 0 {
                writer.sample("tirek_http_requests_total", pairs + [("status", "\(index)xx")], Double(count))
            }
        }
        writer.family("tirek_http_request_duration_seconds", "Time from head to answer.", "histogram")
        forEach(routes, labels) { figures, pairs in
            guard figures.durations.count > 0 else { return }
            writer.histogram("tirek_http_request_duration_seconds", pairs, figures.durations)
        }
        for collector in collectors {
            writer.family(collector.name, collector.help, collector.kind.rawValue)
            for sample in collector.collect() { writer.sample(collector.name, sample.labels, sample.value) }
        }
        for histogram in histograms {
            writer.family(histogram.name, histogram.help, "histogram")
            writer.histogram(histogram.name, [], histogram.snapshot)
        }
        return writer.text
    }

    private func forEach(
        _ routes: [RouteFigures],
        _ labels: [(method: String, route: String)],
        _ body: (RouteFigures, [(name: String, value: String)]) -> Void
    ) {
        for (index, figures) in routes.enumerated() {
            let label = index < labels.count ? labels[index] : (method: "any", route: "none")
            body(figures, [("method", label.method), ("route", label.route)])
        }
    }
}
