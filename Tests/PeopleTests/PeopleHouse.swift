import Access
import Database
@_spi(TenantScopes) import Domain
import Foundation
import Journal
import People
import Synchronization
import TestSupport
import Vault
import Web

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_800_000_000_000))

    func advance(seconds: Int64) {
        time.withLock { $0 = $0.advanced(bySeconds: seconds) }
    }

    var surroundings: Surroundings {
        Surroundings(now: { self.time.withLock { $0 } }, randomBytes: Surroundings.system.randomBytes)
    }
}

/// Two organisations with keys, and the register of people.
struct PeopleHouse: Sendable {
    let engine: TestEngine
    let database: Database
    let clock: TestClock
    let vault: Vault
    let store: PeopleStore
    let erasure: Erasure
    let own: Principal
    let other: Principal
    let organizations = OrganizationDirectory()

    static let parts = [
        DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part, PeopleSchema.part,
    ]

    static func run(on engine: TestEngine, _ body: (PeopleHouse) async throws -> Void) async throws {
        let clock = TestClock()
        let surroundings = clock.surroundings
        try await engine.withDatabase(parts, surroundings: surroundings) { database in
            let vault = Vault(root: .generate(.system), surroundings: surroundings)
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { _ = try? FileManager.default.removeItem(atPath: folder) }
            let organizations: [OrganizationID] = [surroundings.newID(), surroundings.newID()]
            for organization in [.installation] + organizations {
                try await database.write(.system) { try vault.createKeys(for: organization, on: $0) }
            }
            let principals = organizations.map { organization in
                Principal(
                    user: surroundings.newID(),
                    organization: organization,
                    role: .manager,
                    session: surroundings.newID(),
                    csrfToken: "",
                    steppedUpUntil: surroundings.now().advanced(bySeconds: 86_400 * 400),
                    dutyName: ""
                )
            }
            try await body(
                PeopleHouse(
                    engine: engine,
                    database: database,
                    clock: clock,
                    vault: vault,
                    store: PeopleStore(
                        vault: vault,
                        recorder: Recorder(surroundings: surroundings),
                        surroundings: surroundings
                    ),
                    erasure: Erasure(vault, register: try ErasureRegister(path: folder + "/register")),
                    own: principals[0],
                    other: principals[1]
                )
            )
        }
    }

    static let aijamal = PersonDetails(
        identity: PersonIdentity(
            names: [PersonName(family: "Осмонова", given: "Айжамал")],
            birthDate: PartialDate(year: 1987),
            sex: .female,
            citizenship: CountryCode("KG")
        ),
        phones: [PersonPhone(number: "+996700123456")],
        documents: [PersonDocument(kind: .passport, number: "AN1234567", state: .withheld)],
        notes: "Вечером не звонить"
    )

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

    func create(_ details: PersonDetails = aijamal) async throws -> PersonID {
        let (store, own) = (store, own)
        return try await write(as: own) { try store.create(details, by: own, on: $0) }
    }

    func open(_ id: PersonID, as principal: Principal) async throws -> Person {
        let store = store
        return try await read(as: principal) { try store.open(id, for: principal, on: $0) }
    }

    func share(_ id: PersonID, _ groups: FieldGroups, days: Int64 = 10) async throws -> Grant {
        let (store, own, other) = (store, own, other)
        let expiry = clock.surroundings.now().advanced(bySeconds: days * 86_400)
        return try await write(as: own) { connection in
            try store.share(
                id,
                GrantDraft(
                    record: id.retagged(),
                    recipient: other.organization,
                    groups: groups,
                    purpose: "legal_aid",
                    expiresAt: expiry,
                    createdBy: own.user
                ),
                by: own,
                on: connection
            )
        }
    }

    /// Runs `body` with a search that is filled and follows the event log.
    func searching(
        from snapshots: SearchSnapshots? = nil,
        _ body: (PeopleSearch) async throws -> Void
    ) async throws {
        let search = PeopleSearch(
            database: database,
            store: store,
            organizations: organizations,
            snapshots: snapshots
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await search.run() } catch is CancellationError {}
            }
            while !search.readiness.isReady { try await Task.sleep(for: .milliseconds(2)) }
            try await body(search)
            group.cancelAll()
        }
    }

    /// Whom a principal finds.
    func found(_ typed: String, _ search: PeopleSearch, as principal: Principal, limit: Int = 10) async throws
        -> [PersonHit]
    {
        let scope = TenantScope(organization: principal.organization)
        return try await search.search(typed, for: principal, limit: limit, scope: scope).hits
    }

    /// Who may be the person described.
    func candidates(_ details: PersonDetails, _ search: PeopleSearch, as principal: Principal) async throws
        -> [PersonHit]
    {
        let scope = TenantScope(organization: principal.organization)
        return try await search.candidates(for: details, for: principal, scope: scope).hits
    }

    static func named(_ family: String, _ given: String, born year: Int? = nil) -> PersonDetails {
        PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: family, given: given)],
                birthDate: year.flatMap { PartialDate(year: $0) },
                sex: .unknown,
                citizenship: nil
            )
        )
    }

    /// Many people of one organisation in one transaction.
    func createMany(_ count: Int, as principal: Principal, _ details: @escaping @Sendable (Int) -> PersonDetails)
        async throws
    {
        let store = store
        try await write(as: principal) { connection in
            for index in 0..<count { _ = try store.create(details(index), by: principal, on: connection) }
        }
    }
}
