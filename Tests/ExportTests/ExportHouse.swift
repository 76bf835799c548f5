import Access
import Casework
import Database
@_spi(TenantScopes) import Domain
@testable import Export
import Facts
import Foundation
import Guides
import Hotline
import Journal
import Localization
import People
import Spreadsheets
import Synchronization
import TestSupport
import Vault
import Web

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_800_000_000_000))

    var now: Instant { time.withLock { $0 } }

    func advance(hours: Int64) {
        time.withLock { $0 = $0.advanced(bySeconds: hours * 3600) }
    }

    var surroundings: Surroundings {
        Surroundings(now: { self.now }, randomBytes: Surroundings.system.randomBytes)
    }
}

/// Two organisations with people, contacts and cases, and what exports them.
struct ExportHouse: Sendable {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let parts = [
        DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part, PeopleSchema.part,
        FactsSchema.part, HotlineSchema.part, CaseworkSchema.part, ExportSchema.part,
    ]

    let database: Database
    let clock: TestClock
    let people: PeopleStore
    let contacts: ContactStore
    let cases: CaseStore
    let store: ExportStore
    let services: ExportServices
    let texts: Texts
    /// Two managers of one organisation, and one of another.
    let own: Principal
    let colleague: Principal
    let other: Principal

    static func run(on engine: TestEngine, _ body: (ExportHouse) async throws -> Void) async throws {
        let clock = TestClock()
        try await engine.withDatabase(parts, surroundings: clock.surroundings) { database in
            try await body(try await ExportHouse(database, clock))
        }
    }

    private init(_ database: Database, _ clock: TestClock) async throws {
        let surroundings = clock.surroundings
        let vault = Vault(root: .generate(.system), surroundings: surroundings)
        let ids: [OrganizationID] = [surroundings.newID(), surroundings.newID()]
        for id in [.installation] + ids {
            try await database.write(.system) { try vault.createKeys(for: id, on: $0) }
        }
        let recorder = Recorder(surroundings: surroundings)
        let organizations = OrganizationDirectory()
        let facts = FactWriter(vault: vault, surroundings: surroundings)
        let content = try ContentLibrary.load(directory: Self.root.appending(path: "Content").path)
        self.database = database
        self.clock = clock
        people = PeopleStore(vault: vault, recorder: recorder, surroundings: surroundings)
        contacts = ContactStore(
            vault: vault,
            recorder: recorder,
            people: people,
            facts: facts,
            surroundings: surroundings,
            zone: { _ in "UTC" }
        )
        cases = CaseStore(
            vault: vault,
            recorder: recorder,
            facts: facts,
            people: people,
            content: content,
            organizations: organizations,
            surroundings: surroundings
        )
        store = ExportStore(
            vault: vault,
            recorder: recorder,
            organizations: organizations,
            surroundings: surroundings
        )
        services = ExportServices(
            contacts: contacts,
            cases: cases,
            entries: CaseEntryStore(cases: cases),
            people: people,
            content: content
        )
        texts = try CatalogSet.load(directory: Self.root.appending(path: "Content/locale").path).texts("en")
        own = Self.principal(ids[0], surroundings)
        colleague = Self.principal(ids[0], surroundings)
        other = Self.principal(ids[1], surroundings)
    }

    static func principal(
        _ organization: OrganizationID,
        _ surroundings: Surroundings,
        _ role: Role = .manager
    ) -> Principal {
        Principal(
            user: surroundings.newID(),
            organization: organization,
            role: role,
            session: surroundings.newID(),
            csrfToken: "",
            steppedUpUntil: surroundings.now().advanced(bySeconds: 86_400 * 400),
            dutyName: ""
        )
    }
}

// MARK: - What tests do again and again

extension ExportHouse {
    func read<Value: Sendable>(
        as principal: Principal,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await database.read(TenantScope(organization: principal.organization), body)
    }

    func write<Value: Sendable>(
        as principal: Principal,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await database.write(TenantScope(organization: principal.organization), body)
    }

    /// The month up to the house's day.
    func order(_ kind: ExportKind = .contacts, _ format: ExportFormat = .csv) -> ExportOrder {
        let today = CivilDate(at: clock.now, zone: "UTC")
        return ExportOrder(
            kind: kind,
            format: format,
            from: today.advanced(byDays: -30),
            until: today,
            reason: "Quarterly report for the board"
        )
    }

    func ask(rows: Int, as principal: Principal? = nil) async throws -> ExportRun {
        let (store, principal, order) = (store, principal ?? own, order())
        return try await write(as: principal) { try store.ask(order, rows: rows, by: principal, on: $0) }
    }

    func decide(_ id: ExportID, _ isApproved: Bool, as principal: Principal) async throws {
        let store = store
        try await write(as: principal) { try store.decide(id, isApproved: isApproved, by: principal, on: $0) }
    }

    func download(_ id: ExportID, as principal: Principal? = nil) async throws -> ExportRun {
        let (store, principal) = (store, principal ?? own)
        return try await read(as: principal) { try store.download(id, by: principal, on: $0) }
    }

    func leave(_ id: ExportID, rows: Int) async throws -> Bool {
        let (store, own) = (store, own)
        return try await write(as: own) { try store.leave(id, rows: rows, by: own, on: $0) }
    }

    func state(_ id: ExportID) async throws -> ExportState {
        let (store, own) = (store, own)
        return try await read(as: own) { try store.run(id, for: own, on: $0).state }
    }

    /// The kinds of an organisation's leaves about exports, oldest first.
    func leaves() async throws -> [String] {
        let own = own
        return try await read(as: own) { connection in
            try connection.rows(
                """
                SELECT kind FROM journal_leaf WHERE log_id = \(own.organization)
                    AND (kind LIKE 'export.%' OR kind = 'records.exported') ORDER BY position
                """
            ) { try $0.text(0) }
        }
    }

    func build(_ kind: ExportKind, _ format: ExportFormat) async throws -> ListBuilder.Built {
        try await ListBuilder(
            database: database,
            services: services,
            principal: own,
            scope: TenantScope(organization: own.organization),
            zone: "UTC",
            texts: texts
        ).build(order(kind, format))
    }

    /// The rows of a built list without its header.
    func rows(_ kind: ExportKind, _ format: ExportFormat = .csv) async throws -> [Spreadsheets.Row] {
        let built = try await build(kind, format)
        let book = try SpreadsheetReader.read(built.bytes, name: "list")
        return Array((book.sheets.first?.rows ?? []).dropFirst())
    }

    static func details(_ family: String) -> PersonDetails {
        PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: family, given: "Aijamal")],
                birthDate: nil,
                sex: .female,
                citizenship: CountryCode("KG")
            ),
            phones: [PersonPhone(number: "+996700123456")]
        )
    }

    static func draft(_ summary: String, persons: [PersonID] = []) -> ContactDraft {
        var draft = ContactDraft(
            channel: .phone,
            language: "ky",
            problems: [ProblemCode(rawValue: "unpaid_wages")].compactMap { $0 }
        )
        draft.hostCountry = "RU"
        draft.outcome = .advised
        draft.narrative.summary = summary
        draft.members = persons.map { ContactMember($0, .concerned) }
        return draft
    }

    @discardableResult
    func save(_ draft: ContactDraft, as principal: Principal? = nil) async throws -> SavedContact {
        let (contacts, principal) = (contacts, principal ?? own)
        return try await write(as: principal) { try contacts.save(draft, by: principal, on: $0) }
    }

    func person(_ family: String, as principal: Principal? = nil) async throws -> PersonID {
        let (people, principal) = (people, principal ?? own)
        return try await write(as: principal) { try people.create(Self.details(family), by: principal, on: $0) }
    }
}
