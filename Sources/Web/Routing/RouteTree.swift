import HTTPTypes

/// Two routes that the table cannot tell apart.
public struct RouteClash: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// What a path leads to.
struct RouteMatch: Sendable {
    let route: Route
    let parameters: PathParameters
}

/// The routes arranged by path, ready to serve.
public struct RouteTree: Sendable {
    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var capture: Int?
        var endpoints: [(method: HTTPRequest.Method, route: Route)] = []
    }

    enum Answer: Sendable {
        case found(RouteMatch)
        /// The path exists for other methods, listed as the `Allow` header lists them.
        case otherMethods(String, Route)
        case unknown
    }

    private var nodes = [Node()]
    let routes: [Route]

    /// - Throws: ``RouteClash`` when two routes have the same method and the same path but for names of captures.
    public init(_ table: RouteTable) throws(RouteClash) {
        routes = table.routes
        for route in table.routes {
            let node = place(for: route.pattern)
            guard !nodes[node].endpoints.contains(where: { $0.method == route.method }) else {
                throw RouteClash(description: "\(route.method.rawValue) \(route.pattern.text) is registered twice")
            }
            nodes[node].endpoints.append((route.method, route))
        }
    }

    private mutating func place(for pattern: PathPattern) -> Int {
        var node = 0
        for segment in pattern.segments {
            switch segment {
            case .literal(let text):
                if let next = nodes[node].literals[text] {
                    node = next
                } else {
                    nodes.append(Node())
                    nodes[node].literals[text] = nodes.count - 1
                    node = nodes.count - 1
                }
            case .capture:
                if let next = nodes[node].capture {
                    node = next
                } else {
                    nodes.append(Node())
                    nodes[node].capture = nodes.count - 1
                    node = nodes.count - 1
                }
            }
        }
        return node
    }

    /// Finds the route for a method and a path that begins with a slash. Where a literal and a capture both fit, the
    /// literal wins, segment by segment, if it leads anywhere.
    func find(_ method: HTTPRequest.Method, _ path: String) -> Answer {
        var segments: [String] = []
        for part in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if part.contains(UInt8(ascii: "%")) {
                guard let text = percentDecoded(part) else { return .unknown }
                segments.append(text)
            } else {
                segments.append(String(Substring(part)))
            }
        }
        if segments == [""] { segments = [] }
        guard let end = walk(from: 0, segments[...]) else { return .unknown }
        let endpoints = nodes[end].endpoints
        let wanted = method == .head ? .get : method
        if let endpoint = endpoints.first(where: { $0.method == wanted }) {
            return .found(RouteMatch(route: endpoint.route, parameters: parameters(of: endpoint.route, segments)))
        }
        guard let other = endpoints.first else { return .unknown }
        return .otherMethods(allowed(endpoints.map(\.method)), other.route)
    }

    private func walk(from node: Int, _ rest: ArraySlice<String>) -> Int? {
        guard let first = rest.first else { return nodes[node].endpoints.isEmpty ? nil : node }
        if let next = nodes[node].literals[first], let end = walk(from: next, rest.dropFirst()) { return end }
        guard let next = nodes[node].capture, !first.isEmpty else { return nil }
        return walk(from: next, rest.dropFirst())
    }

    private func parameters(of route: Route, _ segments: [String]) -> PathParameters {
        var parameters = PathParameters()
        for (segment, text) in zip(route.pattern.segments, segments) {
            if case .capture(let name) = segment { parameters.values.append((name, text)) }
        }
        return parameters
    }

    private func allowed(_ methods: [HTTPRequest.Method]) -> String {
        var names = methods.map(\.rawValue)
        if names.contains("GET") { names.append("HEAD") }
        names.append("OPTIONS")
        return names.sorted().joined(separator: ", ")
    }
}
