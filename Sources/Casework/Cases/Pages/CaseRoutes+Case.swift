import Access
import Database
import Domain
import Journal
import Localization
import Markup
import People
import Vault
import Web

/// Everything that a case's page shows, read in one transaction.
struct OpenedCase: Sendable {
    let file: CaseFile
    let entries: [CaseEntry]
    let employers: [CaseEmployer]
    let contacts: [ContactBrief]
    let related: [CaseBrief]
    /// The names of members and other persons that the reader may open.
    let names: [PersonID: String]
    let bars: [UserID]
    let undo: UndoOffer?
    /// What must be known of the client before anything is done.
    let warnings: HTML
    let panels: [HTML]
}

extension CaseRoutes {
    /// Opens a case for a page, with its leaf on the disk before anything is shown.
    func open(_ request: TenantRequest, _ id: CaseID) async throws -> OpenedCase {
        let principal = request.principal
        let context = context(request)
        let opened = try await answering(request, id) {
            try await desk.database.read(request.scope) { connection in
                try read(id, principal, context, connection)
            }
        }
        try await desk.appender.record([cases.leaf(.caseOpened, id, by: principal)])
        return opened
    }

    private func read(
        _ id: CaseID,
        _ principal: Principal,
        _ context: CasePageContext,
        _ connection: any Connection
    ) throws -> OpenedCase {
        let file = try cases.open(id, for: principal, on: connection)
        let keyring = try cases.vault.keyring(for: principal.organization, on: connection)
        let entries = try entries.entries(of: id, for: principal, on: connection)
        let persons = Set(file.members.map(\.person))
        let related = try file.head.client.map { try cases.briefs(of: $0, for: principal, on: connection) } ?? []
        return OpenedCase(
            file: file,
            entries: entries,
            employers: file.isOwn ? try employers.employers(of: id, for: principal, on: connection) : [],
            contacts: try ports.contacts(file, principal, connection),
            related: related.filter { $0.id != id },
            names: try ClientName.all(persons, keyring, on: connection),
            bars: file.isOwn ? try cases.bars(of: id, on: connection) : [],
            undo: file.isOwn ? try self.entries.undoOffer(in: id, by: principal, on: connection) : nil,
            warnings: try warnings(file, principal, context, connection),
            panels: try ports.panels.map { try $0(file, context, connection) }
        )
    }

    private func warnings(
        _ file: CaseFile,
        _ principal: Principal,
        _ context: CasePageContext,
        _ connection: any Connection
    ) throws -> HTML {
        guard let client = file.head.client else { return "" }
        do {
            let person = try cases.people.open(client, for: principal, on: connection)
            return PersonWarnings(
                details: person.details,
                isImported: person.isImported,
                now: context.now,
                zone: context.zone
            ).html(context.texts)
        } catch PeopleError.notFound {
            return ""
        }
    }

    func show(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        return try await casePage(request, id, notices: try request.caseNews())
    }

    /// The page of a case, with what a rule refused above it.
    func casePage(
        _ request: TenantRequest,
        _ id: CaseID,
        notices: [Notice] = [],
        refusal: CaseRefusal? = nil,
        composed: FormData? = nil
    ) async throws -> WebResponse {
        let opened = try await open(request, id)
        let shown = CaseFilePage(
            opened: opened,
            context: context(request),
            store: cases,
            staff: try await staff(request),
            filter: try StoryFilter(rawValue: request.query()["story"]) ?? .all,
            extraActions: ports.actions(opened.file, context(request)),
            composed: composed
        )
        let refused = refusal.map { [Notice(.danger, $0.message(request.texts), isNews: true)] } ?? []
        return page(
            request,
            opened.file.number,
            hasErrors: refusal != nil,
            notices: refused + notices,
            isWide: true,
            shown.html(request.texts)
        )
    }

    func printed(_ request: TenantRequest) async throws -> WebResponse {
        let id = try request.parameters.id(CaseEntity.self)
        let opened = try await open(request, id)
        let shown = CaseFilePage(
            opened: opened,
            context: context(request),
            store: cases,
            staff: try await staff(request),
            filter: .all,
            extraActions: [],
            isPrint: true
        )
        return page(request, opened.file.number, shown.html(request.texts))
    }
}

/// Which entries of the story are shown.
enum StoryFilter: String, CaseIterable {
    case all, notes, work, money, papers

    func takes(_ kind: EntryKind) -> Bool {
        switch self {
        case .all: true
        case .notes: [.note, .healthNote, .screening, .statusCheck, .instruction, .childNote].contains(kind)
        case .work: [.step, .task, .deadline, .letter, .event, .closing].contains(kind)
        case .money: [.claim, .payment, .aid, .episode].contains(kind)
        case .papers: [.attachment, .mandate, .letter].contains(kind)
        }
    }

    func title(_ texts: Texts) -> String {
        switch self {
        case .all: texts.entries.filterAll
        case .notes: texts.entries.filterNotes
        case .work: texts.entries.filterWork
        case .money: texts.entries.filterMoney
        case .papers: texts.entries.filterPapers
        }
    }
}
