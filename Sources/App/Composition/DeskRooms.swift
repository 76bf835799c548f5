import Administration
import Calendar
import Casework
import Directory
import Export
import Guides
import Hotline
import HTTPTypes
import Import
import Journal
import People
import Statistics
import Vault
import Web

/// The pages and calls of the rooms above the platform.
struct DeskRooms: Sendable {
    let people: PeopleRoutes
    let hotline: HotlineRoutes
    let cases: CaseRoutes
    let sharing: SharingRoutes
    let officialRequests: OfficialRequestRoutes
    let directory: DirectoryRoutes
    let calendar: CalendarRoutes
    let guides: GuidesRoutes
    let statistics: StatisticsRoutes
    let imports: ImportRoutes
    let exports: ExportRoutes
    /// Writes imports beside the requests; takes up at start what a stop interrupted.
    let importing: ImportWorker
    private let sharingAPI: SharingAPI

    init(installation: Installation, desk: Desk, ports: RoomPorts, assets: AssetStore) {
        let rooms = installation.rooms
        people = PeopleRoutes(
            desk: desk,
            store: rooms.people,
            erasure: installation.erasure,
            search: rooms.search,
            ports: ports.person
        )
        let hotline = HotlineRoutes(
            desk: desk,
            contacts: rooms.contacts,
            people: rooms.people,
            search: rooms.search,
            content: rooms.content,
            directory: rooms.directory,
            appointments: rooms.appointments,
            erasure: installation.erasure,
            ports: ports.hotline,
            assets: HotlineRoutes.ConsoleAssets(script: assets.url("console.js"))
        )
        self.hotline = hotline
        var casework = ports.casework
        casework.day.append { principal, _, connection in try hotline.dayItems(for: principal, on: connection) }
        cases = CaseRoutes(
            desk: desk,
            cases: rooms.cases,
            files: SealedFiles(installation.vault, database: installation.database),
            ports: casework
        )
        sharing = SharingRoutes(desk: desk, cases: rooms.cases, ports: ports.sharing)
        officialRequests = OfficialRequestRoutes(desk: desk, cases: rooms.cases, ports: ports.sharing)
        sharingAPI = SharingAPI(desk: desk, cases: rooms.cases)
        directory = DirectoryRoutes(desk: desk, store: rooms.directory, ports: ports.directory)
        calendar = CalendarRoutes(desk: desk, store: rooms.appointments, ports: ports.calendar)
        guides = GuidesRoutes(desk: desk, content: rooms.content)
        statistics = StatisticsRoutes(desk: desk, content: rooms.content)
        importing = ImportWorker(installation.importServices, erasure: installation.erasure)
        imports = ImportRoutes(
            desk: desk,
            services: installation.importServices,
            worker: importing,
            erasure: installation.erasure
        )
        exports = ExportRoutes(
            desk: desk,
            store: ExportStore(
                vault: installation.vault,
                recorder: Recorder(surroundings: installation.surroundings),
                organizations: rooms.organizations,
                surroundings: installation.surroundings
            ),
            services: ExportServices(
                contacts: rooms.contacts,
                cases: rooms.cases,
                entries: rooms.entries,
                people: rooms.people,
                content: rooms.content,
                staffNames: ports.hotline.staffNames
            )
        )
    }

    /// Every call of the programming interface, in the order in which it is described.
    static let operations: [APIOperation] =
        AdministrationRoutes.operations + PeopleAPI.openAPI + HotlineAPI.openAPI + CaseAPI.openAPI
        + SharingAPI.openAPI + StatisticsRoutes.operations

    func register(in routes: inout RouteTable) {
        people.register(in: &routes)
        PeopleAPI(people).register(in: &routes)
        hotline.register(in: &routes)
        HotlineAPI(hotline).register(in: &routes)
        cases.register(in: &routes)
        CaseAPI(cases).register(in: &routes)
        sharing.register(in: &routes)
        sharingAPI.register(in: &routes)
        officialRequests.register(in: &routes)
        directory.register(in: &routes)
        calendar.register(in: &routes)
        guides.register(in: &routes)
        statistics.register(in: &routes)
        imports.register(in: &routes)
        exports.register(in: &routes)
        routes.get("api/openapi.json", access: .everyone) { _ in
            .json { OpenAPIDocument(Self.operations).write(&$0) }
        }
    }
}
