import Access
import Crypto
import Domain
import Localization
import Logging
import Markup
import People
import ServiceLifecycle
import UnixSignals
import Web

/// Serves one page of 50 rows from memory through the whole HTTP and page code: what the program costs without its
/// database.
public enum RenderBenchmark {
    /// Serves `/bench/render` until told to stop.
    public static func serve(port: Int, content: String) async throws {
        let catalogs = try CatalogSet.load(directory: content + "/locale")
        let assets = try AssetStore.load(directory: content + "/assets")
        let surroundings = Surroundings.system
        let site = Site(
            configuration: SiteConfiguration(
                isSecure: false,
                rateLimits: RateLimits(generalPerMinute: nil, guessingPerMinute: nil)
            ),
            catalogs: catalogs,
            assets: assets,
            surroundings: surroundings,
            formKey: SymmetricKey(size: .bits256),
            hooks: SiteHooks(findSession: { _ in .refused(.unknown) })
        )
        let page = RenderedPage(
            shellAssets: ShellAssets(
                stylesheet: assets.url("app.css"),
                script: assets.url("app.js"),
                icon: assets.url("icon.svg")
            ),
            languages: InterfaceLanguage.allCases.map { LanguageChoice($0.rawValue, isReviewed: false) },
            rows: rows()
        )
        var routes = RouteTable()
        SiteRoutes.register(in: &routes)
        routes.get("bench/render", access: .everyone, options: RouteOptions(rate: .unlimited)) { request in
            .html(page.html(request.texts, now: request.now))
        }
        var logger = Logger(label: "tirek")
        // A line per request would measure the log.
        logger.logLevel = .warning
        let server = WebServer(
            configuration: WebServerConfiguration(port: port),
            responder: try WebResponder(site: site, routes: routes, logger: logger),
            logger: logger
        )
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: server)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        ).run()
    }

    private static func rows() -> [RenderedPage.Row] {
        var fiction = FictionalPeople(seed: 1)
        return (0..<50).map { index in
            let details = fiction.next()
            return RenderedPage.Row(
                id: Surroundings.system.newID(PersonEntity.self),
                name: details.displayName,
                birth: details.identity.birthDate ?? "",
                changedAt: Surroundings.system.now().advanced(bySeconds: Int64(-index * 3600))
            )
        }
    }
}

/// The page that the measurement renders: the frame of the desk and a table like that of people.
struct RenderedPage: Sendable {
    struct Row: Sendable {
        let id: PersonID
        let name: String
        let birth: String
        let changedAt: Instant
    }

    let shellAssets: ShellAssets
    let languages: [LanguageChoice]
    let rows: [Row]

    func html(_ texts: Texts, now: Instant) -> HTML {
        let frame = PageFrame(
            title: texts.people.title,
            texts: texts,
            assets: shellAssets,
            user: SignedInUser(name: "Айгүл", organization: "Tirek"),
            rail: [RailEntry(key: "p", title: texts.people.title, url: "/people", icon: .people)],
            activeRail: "/people",
            currentPath: "/bench/render",
            csrfToken: "bench",
            languages: languages
        )
        let table = Table(
            texts.people.listCaption,
            columns: [
                TableColumn(texts.people.columnName, isHeading: true), TableColumn(texts.people.columnBirth),
                TableColumn(texts.people.columnChanged),
            ]
        ).html(texts) { table in
            for row in rows {
                table.row { cells in
                    cells.link(row.name, to: PeopleURL.person(row.id).url)
                    cells.text(row.birth)
                    cells.time(RelativeTime(row.changedAt, now: now, zone: "UTC"), texts)
                }
            }
        }
        return frame.page(table)
    }
}
