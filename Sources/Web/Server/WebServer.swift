import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// Where and how a site is served. TLS and compression are the reverse proxy's.
public struct WebServerConfiguration: Sendable {
    public var host: String
    public var port: Int
    /// The port of 127.0.0.1 for metrics and health; `nil` for none.
    public var metricsPort: Int?
    public var maximumConnections: Int
    /// Seconds of silence after which a connection is closed.
    public var idleTimeout: Int64
    /// The bytes that all headers of a request may have.
    public var maximumHeaderBytes: Int

    public init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        metricsPort: Int? = nil,
        maximumConnections: Int = 4096,
        idleTimeout: Int64 = 30,
        maximumHeaderBytes: Int = 32 * 1024
    ) {
        self.host = host
        self.port = port
        self.metricsPort = metricsPort
        self.maximumConnections = maximumConnections
        self.idleTimeout = idleTimeout
        self.maximumHeaderBytes = maximumHeaderBytes
    }
}

/// Serves a site until it is asked to stop; then it finishes what it has begun.
///
/// The group of services that runs it bounds how long that takes.
public struct WebServer: Service {
    private let configuration: WebServerConfiguration
    private let responder: WebResponder
    private let logger: Logger
    private let onRunning: @Sendable (_ port: Int) async -> Void

    /// `onRunning` is called with the port once connections are taken.
    public init(
        configuration: WebServerConfiguration,
        responder: WebResponder,
        logger: Logger,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.responder = responder
        self.logger = logger
        self.onRunning = onRunning
    }

    public func run() async throws {
        let responder = responder
        let services = [try siteServer()] + (try configuration.metricsPort.map { [try metricsServer($0)] } ?? [])
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                let watch = Task { await responder.watchdog.watch() }
                defer { watch.cancel() }
                for service in services {
                    group.addTask { try await service.run() }
                }
                try await group.waitForAll()
            }
        } onGracefulShutdown: {
            responder.site.events.closeAll()
        }
    }

    private func siteServer() throws -> any Service {
        let responder = responder
        let onRunning = onRunning
        let group = EventLoopGroupProvider.singleton.eventLoopGroup
        let executors = LoopExecutors(group)
        return try builder(executors).buildServer(
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.maximumConnections)
            ),
            eventLoopGroup: group,
            logger: logger
        ) { request, writer, channel in
            let answered = await responder.answer(request, peer: channel.remoteAddress, on: executors[channel])
            let response = answered.response
            try await writer.write(response: response.head, body: response.body)
            if answered.core?.isBodyUnread == true {
                // The sender gets a moment to read the answer while the rest of the body is thrown away.
                channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
            }
        } onServerRunning: { channel in
            await onRunning(channel.localAddress?.port ?? 0)
        }
    }

    /// Metrics and health for the machine itself, on a port of their own that no proxy leads to.
    private func metricsServer(_ port: Int) throws -> any Service {
        let site = responder.site
        let group = EventLoopGroupProvider.singleton.eventLoopGroup
        return try builder(LoopExecutors(group)).buildServer(
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            eventLoopGroup: group,
            logger: logger
        ) { request, writer, _ in
            let answer = await MachineAnswer.respond(to: request, site)
            try await writer.write(response: answer.head, body: answer.body)
        }
    }

    private func builder(_ executors: LoopExecutors) -> HTTPServerBuilder {
        let connection = HTTP1Channel.Configuration(
            idleTimeout: .seconds(configuration.idleTimeout),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: configuration.maximumHeaderBytes,
                maxHeaderListSize: configuration.maximumHeaderBytes,
                maxHeaderFieldCount: 100
            )
        )
        return HTTPServerBuilder { SiteChannel(responder: $0, configuration: connection, executors: executors) }
    }
}

/// The answers of the metrics port.
enum MachineAnswer {
    static func respond(to request: Request, _ site: Site) async -> Response {
        guard request.method == .get else { return text("only GET\n", .methodNotAllowed, [.allow: "GET"]) }
        switch RequestTarget.split(request.head.path ?? "").path {
        case "/metrics":
            return text(site.metrics.text(), .ok, [.contentType: "text/plain; version=0.0.4; charset=utf-8"])
        case "/health/live": return text("live\n")
        case "/health/ready":
            let isReady = await site.hooks.isReady()
            return isReady ? text("ready\n") : text("not ready\n", .serviceUnavailable)
        default: return text("not found; there is /metrics, /health/live and /health/ready\n", .notFound)
        }
    }

    private static func text(
        _ text: String,
        _ status: HTTPResponse.Status = .ok,
        _ more: HTTPFields = HTTPFields()
    ) -> Response {
        var headers = more
        if !headers.contains(.contentType) { headers[.contentType] = "text/plain; charset=utf-8" }
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
