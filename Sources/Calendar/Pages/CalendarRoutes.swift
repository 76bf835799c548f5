public import Access
public import Database
public import Domain
import Journal
import Localization
import Markup
public import Web

/// What the pages of appointments take from other rooms.
public struct CalendarPorts: Sendable {
    /// The names of persons whom the principal may see.
    public var names: @Sendable ([PersonID], Principal, any Connection) throws -> [PersonID: String]
    /// The first client of a case that the principal may work on; throws when there is no such case for it.
    public var client: @Sendable (CaseID, Principal, any Connection) throws -> PersonID?

    public init(
        names: @escaping @Sendable ([PersonID], Principal, any Connection) throws -> [PersonID: String],
        client: @escaping @Sendable (CaseID, Principal, any Connection) throws -> PersonID?
    ) {
        self.names = names
        self.client = client
    }
}

/// The pages of appointments.
public struct CalendarRoutes: Sendable {
    private let desk: Desk
    private let store: AppointmentStore
    private let ports: CalendarPorts

    public init(desk: Desk, store: AppointmentStore, ports: CalendarPorts) {
        self.desk = desk
        self.store = store
        self.ports = ports
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("appointments", access: .right(.casesRead)) { try await list($0) }
        routes.post("appointments/:id/state", access: .right(.casesWrite)) { try await setState($0) }
        routes.get("cases/:id/appointments/new", access: .right(.casesWrite)) { try await newForm($0) }
        routes.post("cases/:id/appointments/new", access: .right(.casesWrite)) { try await create($0) }
    }

    private func list(_ request: TenantRequest) async throws -> WebResponse {
        let principal = request.principal
        let today = CivilDate(at: request.now, zone: desk.zone(principal))
        let found = try await desk.database.read(request.scope) { connection in
            let appointments = try store.planned(
                from: today.advanced(byDays: -7),
                to: today.advanced(byDays: 60),
                for: principal,
                on: connection
            )
            let names = try ports.names(appointments.compactMap(\.details.person), principal, connection)
            return (appointments: appointments, names: names)
        }
        try await desk.appender.record([
            LeafDraft(
                log: principal.organization,
                kind: .appointmentsListed,
                actor: principal.user,
                actorOrganization: principal.organization
            )
        ])
        let texts = request.texts
        let done = try request.query()["done"]
        let notices: [Notice] =
            switch done {
            case "saved": [Notice(.success, texts.calendar.saved, isNews: true)]
            case "changed": [Notice(.success, texts.calendar.changed, isNews: true)]
            case "stale": [Notice(.warning, texts.calendar.stale)]
            default: []
            }
        let shown = AppointmentsPage(
            appointments: found.appointments,
            names: found.names,
            mayChange: principal.may(.casesWrite),
            token: request.csrfToken
        )
        return page(request, texts.calendar.title, notices: notices, content: shown.html(texts))
    }

    private func setState(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(AppointmentEntity.self)
        let form = try await request.form()
        guard let state = AppointmentState(rawValue: form["state"]), let version = Int64(form["version"]) else {
            throw WebError.badRequest(.form)
        }
        let principal = request.principal
        do {
            try await desk.database.write(request.scope) {
                try store.set(state, of: id, from: version, by: principal, on: $0)
            }
        } catch CalendarError.notFound {
            throw WebError.notFound
        } catch is CalendarError {
            return .seeOther(CalendarURL.list.url.adding(query: "done", "stale"))
        }
        return .seeOther(CalendarURL.list.url.adding(query: "done", "changed"))
    }

    private func newForm(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        _ = try await client(of: id, request)
        return formPage(request, id, AppointmentInput(), FormErrors())
    }

    private func create(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let input = AppointmentInput(try await request.form())
        let principal = request.principal
        let zone = desk.zone(principal)
        var errors = FormErrors()
        let person = try await client(of: id, request)
        let judged = input.details(id, person, zone: zone, today: CivilDate(at: request.now, zone: zone), &errors)
        guard let details = judged else { return formPage(request, id, input, errors) }
        _ = try await desk.database.write(request.scope) { try store.create(details, by: principal, on: $0) }
        return .seeOther(CalendarURL.list.url.adding(query: "done", "saved"))
    }

    private func client(of id: CaseID, _ request: TenantRequest) async throws -> PersonID? {
        let principal = request.principal
        return try await desk.database.read(request.scope) { try ports.client(id, principal, $0) }
    }

    private func formPage(
        _ request: TenantRequest,
        _ id: CaseID,
        _ input: AppointmentInput,
        _ errors: FormErrors
    ) -> WebResponse {
        let shown = AppointmentFormPage(caseFile: id, input: input, errors: errors, token: request.csrfToken)
        return page(
            request,
            request.texts.calendar.new,
            hasErrors: !errors.isEmpty,
            content: shown.html(request.texts)
        )
    }

    private func page(
        _ request: TenantRequest,
        _ title: String,
        notices: [Notice] = [],
        hasErrors: Bool = false,
        content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: CalendarURL.list.url,
            notices: notices,
            hasErrors: hasErrors,
            content: content
        )
    }
}

/// What was typed about an appointment.
struct AppointmentInput {
    var day = ""
    var time = ""
    var note = ""

    init() {}

    init(_ form: FormData) {
        day = form.trimmed("day")
        time = form.trimmed("time")
        note = form.trimmed("note")
    }

    func details(
        _ id: CaseID,
        _ person: PersonID?,
        zone: String,
        today: CivilDate,
        _ errors: inout FormErrors
    ) -> AppointmentDetails? {
        let day = CivilDate(iso: day)
        if let day, day < today { errors.add("day", "past") { $0.calendar.past } }
        if day == nil { errors.add("day", "impossible_date") { $0.calendar.dayWrong } }
        let parts = time.split(separator: ":").map { Int($0) }
        let minute: Int? =
            parts.count == 2
            ? parts[0].flatMap { hour in
                parts[1].flatMap { (0..<24).contains(hour) && (0..<60).contains($0) ? hour * 60 + $0 : nil }
            } : nil
        if minute == nil { errors.add("time", "unreadable") { $0.calendar.timeWrong } }
        guard errors.isEmpty, let day, let minute else { return nil }
        return AppointmentDetails(
            day: day,
            minute: minute,
            zone: zone,
            person: person,
            caseFile: id,
            note: String(note.prefix(2_000))
        )
    }
}
