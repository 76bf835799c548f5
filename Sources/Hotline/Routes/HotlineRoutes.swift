import Access
public import Calendar
import Database
public import Directory
import Domain
public import Guides
import Journal
import Localization
public import Markup
public import People
public import Vault
public import Web

/// The pages of the hotline.
public struct HotlineRoutes: Sendable {
    let desk: Desk
    let contacts: ContactStore
    let people: PeopleStore
    let search: PeopleSearch
    let content: ContentLibrary
    let directory: DirectoryStore
    let appointments: AppointmentStore
    let erasure: Erasure
    let ports: HotlinePorts
    let assets: ConsoleAssets

    /// The console's own script.
    public struct ConsoleAssets: Sendable {
        let script: URLAttribute

        public init(script: URLAttribute) {
            self.script = script
        }
    }

    public init(
        desk: Desk,
        contacts: ContactStore,
        people: PeopleStore,
        search: PeopleSearch,
        content: ContentLibrary,
        directory: DirectoryStore,
        appointments: AppointmentStore,
        erasure: Erasure,
        ports: HotlinePorts,
        assets: ConsoleAssets
    ) {
        self.desk = desk
        self.contacts = contacts
        self.people = people
        self.search = search
        self.content = content
        self.directory = directory
        self.appointments = appointments
        self.erasure = erasure
        self.ports = ports
        self.assets = assets
    }

    /// Adds the room's routes to the table.
    public func register(in routes: inout RouteTable) {
        routes.get("hotline", access: .right(.contactsRead)) { try await home($0) }
        routes.get("hotline/contacts", access: .right(.contactsRead)) { try await list($0) }
        routes.get("hotline/contacts/new", access: .right(.contactsWrite)) { newContact($0) }
        routes.get("hotline/contacts/:id", access: .right(.contactsRead)) { try await show($0) }
        routes.get("hotline/drafts/:id", access: .right(.contactsWrite)) { try await console($0) }
        routes.post("hotline/drafts/:id", access: .right(.contactsWrite)) { try await work($0) }
        routes.post("hotline/drafts/:id/take", access: .right(.contactsWrite)) { try await takeDraft($0) }
        routes.post("hotline/calls/:id/take", access: .right(.contactsWrite)) { try await takeCall($0) }
        routes.get("hotline/call-backs", access: .right(.contactsRead)) { try await callBacks($0) }
        routes.post("hotline/call-backs/:id", access: .right(.contactsWrite)) { try await tried($0) }
        routes.get("hotline/handover", access: .right(.contactsRead)) { try await handover($0) }
        routes.post("hotline/handover", access: .right(.contactsWrite)) { try await writeNote($0) }
        routes.post("hotline/handover/:id/read", access: .right(.contactsWrite)) { try await readNote($0) }
        routes.get("hotline/rota", access: .right(.contactsRead)) { try await rota($0) }
        routes.post("hotline/rota", access: .right(.contactsWrite)) { try await addHours($0) }
        routes.post("hotline/rota/:id/remove", access: .right(.contactsWrite)) { try await removeHours($0) }
        routes.get("hotline/on-call", access: .right(.contactsRead)) { try await onCall($0) }
        routes.post("hotline/on-call", access: .right(.contactsWrite)) { try await addStep($0) }
        routes.post("hotline/on-call/steps/:id/remove", access: .right(.contactsWrite)) { try await removeStep($0) }
        routes.post("hotline/on-call/alarm", access: .right(.contactsWrite)) { try await raise($0) }
        routes.post("hotline/on-call/alarms/:id", access: .right(.contactsWrite)) { try await answerAlarm($0) }
        routes.get("hotline/numbers", access: .right(.contactsRead)) { try await numbers($0) }
        routes.post("hotline/numbers", access: .right(.contactsWrite)) { try await markNumber($0) }
        routes.post("hotline/numbers/:id/end", access: .right(.contactsWrite)) { try await endMark($0) }
    }

    // MARK: - What handlers share

    var drafts: DraftStore { DraftStore(contacts: contacts) }
    var calls: CallStore { CallStore(contacts: contacts) }
    var queue: CallBackStore { CallBackStore(contacts: contacts) }
    var marks: NumberMarkStore { NumberMarkStore(contacts: contacts) }
    var notes: ShiftNoteStore { ShiftNoteStore(contacts: contacts) }
    var hours: RotaStore { RotaStore(contacts: contacts) }
    var ladder: OnCallStore { OnCallStore(contacts: contacts) }

    func page(
        _ request: TenantRequest,
        _ title: String,
        hasErrors: Bool = false,
        notices: [Notice] = [],
        isWide: Bool = false,
        _ content: HTML
    ) -> WebResponse {
        desk.page(
            request,
            title: title,
            active: HotlineURL.home.url,
            notices: notices,
            hasErrors: hasErrors,
            isWide: isWide,
            content: content
        )
    }

    /// Opens a contact, with its leaf on the disk before anything is shown.
    func open(_ request: TenantRequest) async throws -> Contact {
        let id = try request.parameters.id(ContactEntity.self)
        let principal = request.principal
        let contact = try await answering(request, id) {
            try await desk.database.read(request.scope) { try contacts.open(id, for: principal, on: $0) }
        }
        try await desk.appender.record([contacts.leaf(.contactOpened, id.retagged(), by: principal)])
        return contact
    }

    /// Turns the room's errors into answers; what was forged goes into the journal.
    func answering<Value>(
        _ request: TenantRequest,
        _ id: ContactID?,
        _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch HotlineError.notFound {
            throw WebError.notFound
        } catch HotlineError.personNotFound(let index) {
            var errors = FormErrors()
            errors.add("persons.\(index).personId", "not_found") { $0.hotline.personNotFound }
            throw WebError.unprocessable(errors)
        } catch HotlineError.refused(let problems) {
            throw WebError.unprocessable(problems.formErrors)
        } catch HotlineError.stale {
            throw WebError.conflict { $0.hotline.staleBody }
        } catch HotlineError.tampered, VaultError.forged {
            try await desk.appender.record([
                contacts.leaf(.sealRefused, id?.retagged(), by: request.principal)
            ])
            throw WebError.internal
        }
    }

    /// Journals lines of a list that could not be opened.
    func reportDamage(_ request: TenantRequest, _ page: ContactPage) async throws {
        let damaged = page.items.filter(\.isDamaged)
        guard !damaged.isEmpty else { return }
        try await desk.appender.record(
            damaged.map { contacts.leaf(.sealRefused, $0.id.retagged(), by: request.principal) }
        )
    }
}

/// What was just done, said on the page that one is led to afterwards.
enum HotlineNews: String {
    case saved, parked, discarded, noted, changed, alarm, marked

    func at(_ url: URLAttribute) -> URLAttribute { url.adding(query: "done", rawValue) }

    func notice(_ texts: Texts) -> Notice {
        let text =
            switch self {
            case .saved: texts.hotline.newsSaved
            case .parked: texts.hotline.newsParked
            case .discarded: texts.hotline.newsDiscarded
            case .noted: texts.hotline.newsNoted
            case .changed: texts.hotline.newsChanged
            case .alarm: texts.hotline.newsAlarm
            case .marked: texts.hotline.newsMarked
            }
        return Notice(.success, text, isNews: true)
    }
}

extension TenantRequest {
    /// What the page that was asked for has to say first.
    func hotlineNews() throws -> [Notice] {
        HotlineNews(rawValue: try query()["done"]).map { [$0.notice(texts)] } ?? []
    }
}
