import Access
import Administration
import Casework
import People
import Database
import Domain
import Foundation
import Journal
import Localization
import Logging
import Markup
import ServiceLifecycle
import Synchronization
import Vault
public import Web

/// The site of an installation: its routes, and the jobs that run beside them. Tests build the same one.
public struct DeskSite: Sendable {
    public let site: Site
    public let routes: RouteTable
    let services: [BackgroundService]

    /// Puts all rooms together.
    public static func build(_ installation: Installation) async throws -> DeskSite {
        let configuration = installation.configuration
        let catalogs = try CatalogSet.load(directory: configuration.contentDirectory + "/locale")
        let assets = try AssetStore.load(directory: configuration.contentDirectory + "/assets")
        // Whatever happens from here on is followed, also what happens while the rest is read.
        let start = try await installation.database.read(.system) { try EventLog.head(on: $0) }
        let feed = OrganizationFeed(access: installation.access, directory: installation.rooms.organizations)
        let staff = StaffDirectory(access: installation.access)
        try await staff.fill()
        let settings = try await installation.access.settings()
        let desk = Desk(
            database: installation.database,
            appender: installation.appender,
            organizations: installation.rooms.organizations,
            surroundings: installation.surroundings,
            assets: ShellAssets(
                stylesheet: assets.url("app.css"),
                script: assets.url("app.js"),
                icon: assets.url("icon.svg")
            ),
            languages: InterfaceLanguage.allCases.map { language in
                LanguageChoice(language.rawValue, isReviewed: catalogs.texts(language.rawValue).isReviewed)
            },
            isDemonstration: configuration.isDemonstration,
            rail: { DeskRail.entries($0, $1) }
        )
        let changes = ChangeFeed(start: start)
        let site = Site(
            configuration: SiteConfiguration(
                isSecure: configuration.secureCookies,
                defaultLanguage: settings.defaultLanguage.rawValue,
                trustedProxies: configuration.trustedProxies.compactMap { AddressRange($0) }
            ),
            catalogs: catalogs,
            assets: assets,
            surroundings: installation.surroundings,
            formKey: installation.formKey,
            errorPages: desk.errorPages,
            metrics: installation.metrics,
            hooks: hooks(installation, changes)
        )
        let ports = RoomPorts(installation: installation, desk: desk, staff: staff)
        let rooms = DeskRooms(installation: installation, desk: desk, ports: ports, assets: assets)
        return DeskSite(
            site: site,
            routes: routes(installation, desk, site, rooms),
            services: services(installation, feed, staff, changes, after: start)
                + [BackgroundService { try await installation.resumeImports(with: rooms.importing) }]
        )
    }

    private static func routes(
        _ installation: Installation,
        _ desk: Desk,
        _ site: Site,
        _ rooms: DeskRooms
    ) -> RouteTable {
        var routes = RouteTable()
        SiteRoutes.register(in: &routes)
        AdministrationRoutes(
            desk: desk,
            access: installation.access,
            site: site,
            isDevelopment: installation.configuration.isDevelopment,
            publicAddress: installation.configuration.publicAddress,
            checkpoints: checkpoints(installation),
            home: { request in
                guard request.principal.may(.casesRead) else { return nil }
                return try await rooms.cases.day(request)
            }
        ).register(in: &routes)
        rooms.register(in: &routes)
        return routes
    }

    private static func checkpoints(_ installation: Installation) -> JournalCheckpoints {
        let key = installation.checkpointKey
        let writer = checkpointWriter(installation, folder: installation.configuration.checkpointDirectory ?? "")
        return JournalCheckpoints(
            sign: { log in try await installation.database.read(.system) { try writer.current(log, on: $0) } },
            verifierKey: { try key.verifier(of: $0).verifierKey }
        )
    }

    private static func checkpointWriter(_ installation: Installation, folder: String) -> CheckpointWriter {
        CheckpointWriter(
            database: installation.database,
            key: installation.checkpointKey,
            directory: CheckpointDirectory(path: folder),
            surroundings: installation.surroundings,
            logger: installation.logger
        )
    }

    private static func hooks(_ installation: Installation, _ changes: ChangeFeed) -> SiteHooks {
        SiteHooks(
            findSession: { token in try await installation.access.findAndTouch(token) },
            peekSession: { token in try await installation.access.find(token) },
            isReady: {
                do {
                    return try await installation.database.read(.installation) { try installation.vault.matches($0) }
                } catch {
                    return false
                }
            },
            translate: { error in
                switch error {
                case is PasswordHasher.Busy: WebError.unavailable(retryAfter: 2)
                case JournalError.journalUnavailable, is FileError: WebError.unavailable(retryAfter: 5)
                default: nil
                }
            },
            forgedValueFound: { _, principal in
                guard let principal else { return }
                await note(.sealRefused, by: principal, installation)
            },
            languageChosen: { principal, language in
                guard let language = InterfaceLanguage(rawValue: language) else { return }
                try await installation.database.write(.installation) {
                    try installation.access.accounts.setLanguage(language, of: principal.user, on: $0)
                }
            },
            refused: { principal, _ in await note(.accessRefused, by: principal, installation) },
            changes: { scope, after in changes.stream(for: scope.organization, after: after) },
            eventPosition: { scope in changes.position(of: scope.organization) }
        )
    }

    /// Journals what was refused. A refusal is answered all the same when the journal can't take it.
    private static func note(_ kind: LeafKind, by principal: Principal, _ installation: Installation) async {
        let leaf = LeafDraft(
            log: principal.organization,
            kind: kind,
            actor: principal.user,
            actorOrganization: principal.organization
        )
        do {
            try await installation.appender.record([leaf])
        } catch {
            installation.logger.warning("A refusal could not be journalled.", metadata: ["kind": "\(kind.rawValue)"])
        }
    }

    private static func makeFolder(_ path: String, _ logger: Logger) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            logger.error("The folder for checkpoints can't be made.", metadata: ["error": "\(error)"])
        }
    }

    private static func services(
        _ installation: Installation,
        _ feed: OrganizationFeed,
        _ staff: StaffDirectory,
        _ changes: ChangeFeed,
        after start: Int64
    ) -> [BackgroundService] {
        var services = [
            BackgroundService {
                try await EventFollower(database: installation.database).run(after: start) { events in
                    changes.publish(events)
                    try await feed.follow(events)
                    try await staff.follow(events)
                }
            },
            BackgroundService { try await Sweeper(installation: installation).run() },
            BackgroundService { try await installation.rooms.search.run() },
        ]
        if let directory = installation.configuration.checkpointDirectory {
            makeFolder(directory, installation.logger)
            let writer = checkpointWriter(installation, folder: directory)
            services.append(BackgroundService { await writer.run() })
        }
        return services
    }
}
