import Access
import Database
@_spi(TenantScopes) import Domain
import Facts
import Foundation
import Hotline
import Journal
import People
import Synchronization
import TestSupport
import Vault

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

/// Two organisations with keys, people and the log of contacts.
struct HotlineHouse: Sendable {
    let database: Database
    let clock: TestClock
    let vault: Vault
    let people: PeopleStore
    let store: ContactStore
    let erasure: Erasure
    /// Two operators of one organisation, and somebody of another.
    let own: Principal
    let colleague: Principal
    let other: Principal

    static let parts = [
        DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part, PeopleSchema.part,
        FactsSchema.part, HotlineSchema.part,
    ]

    static func run(on engine: TestEngine, _ body: (HotlineHouse) async throws -> Void) async throws {
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
            func principal(_ organization: OrganizationID) -> Principal {
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
            let recorder = Recorder(surroundings: surroundings)
            let people = PeopleStore(vault: vault, recorder: recorder, surroundings: surroundings)
            let store = ContactStore(
                vault: vault,
                recorder: recorder,
                people: people,
                facts: FactWriter(vault: vault, surroundings: surroundings),
                surroundings: surroundings,
                zone: { _ in "Asia/Bishkek" }
            )
            try await body(
                HotlineHouse(
                    database: database,
                    clock: clock,
                    vault: vault,
                    people: people,
                    store: store,
                    erasure: Erasure(vault, register: try ErasureRegister(path: folder + "/register")),
                    own: principal(organizations[0]),
                    colleague: principal(organizations[0]),
                    other: principal(organizations[1])
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
        )
    )

    /// A contact about unpaid wages.
    static func wages() throws -> ContactDraft {
        var draft = ContactDraft(
            channel: .phone,
            language: "ky",
            problems: try codes("unpaid_wages", "documents_withheld")
        )
        draft.hostCountry = "RU"
        draft.hostRegion = "RU-SVE"
        draft.outcome = .advised
        draft.narrative.summary = "Айлык бербей жатат.\nПаспортун алып койгон."
        draft.narrative.answers = [StandingQuestion.papersHeld.rawValue: StandingAnswer.yes.rawValue]
        draft.caller.number = "+996555123456"
        return draft
    }

    static func codes(_ texts: String...) throws -> [ProblemCode] {
        texts.compactMap { ProblemCode(rawValue: $0) }
    }

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

    func save(_ draft: ContactDraft, as principal: Principal? = nil) async throws -> SavedContact {
        let (store, principal) = (store, principal ?? own)
        return try await write(as: principal) { try store.save(draft, by: principal, on: $0) }
    }

    func open(_ id: ContactID, as principal: Principal? = nil) async throws -> Contact {
        let (store, principal) = (store, principal ?? own)
        return try await read(as: principal) { try store.open(id, for: principal, on: $0) }
    }

    func createPerson(as principal: Principal? = nil) async throws -> PersonID {
        let (people, principal) = (people, principal ?? own)
        return try await write(as: principal) { try people.create(Self.aijamal, by: principal, on: $0) }
    }

    func count(_ sql: SQL) async throws -> Int64 {
        try await database.read(.system) { try $0.count(sql) }
    }
}
