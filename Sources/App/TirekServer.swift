import Access
import Administration
import Database
import Domain
import Foundation
import Journal
import Localization
import Logging
import Markup
import People
import ServiceLifecycle
import UnixSignals
import Vault
import Web

/// Puts an installation and its rooms together and serves them.
public enum TirekServer {
    /// Serves until the process is told to stop (SIGTERM or SIGINT), then finishes what is under way.
    ///
    /// - Parameters:
    ///   - configuration: what the program was told.
    ///   - announce: told one line when connections are taken.
    /// - Throws: what hinders the start, in words for the operator.
    public static func run(
        _ configuration: AppConfiguration,
        announce: @escaping @Sendable (String) -> Void
    ) async throws {
        let installation = try await Installation.open(configuration, isServing: true)
        if case .sqlite(let path) = configuration.database { FileWarming.start(path) }
        let site = try await DeskSite.build(installation)
        let logger = installation.logger
        let server = WebServer(
            configuration: WebServerConfiguration(
                host: configuration.host,
                port: configuration.port,
                metricsPort: configuration.metricsPort
            ),
            responder: try WebResponder(site: site.site, routes: site.routes, logger: logger),
            logger: logger
        ) { port in
            announce("Tirek is at http://\(configuration.host):\(port)/")
        }
        var services = ServiceGroupConfiguration(
            services: site.services.map {
                .init(service: $0, successTerminationBehavior: .ignore, failureTerminationBehavior: .cancelGroup)
            } + [.init(service: server)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        services.maximumGracefulShutdownDuration = .seconds(10)
        let group = ServiceGroup(configuration: services)
        do {
            try await group.run()
        } catch {
            await installation.close()
            throw error
        }
        await installation.close()
    }
}

/// A job of the server that runs beside the requests until the server stops.
struct BackgroundService: Service {
    let work: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do { try await work() } catch is CancellationError {}
        }
    }
}
