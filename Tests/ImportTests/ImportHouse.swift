import Access
import Casework
import Database
@_spi(TenantScopes) import Domain
import Facts
import Foundation
import Guides
import Hotline
import Import
import Journal
import People
import TestSupport
import Vault
import Web

/// An organization with keys and every store that an import writes through.
struct ImportHouse: Sendable {
    let database: Database
    let services: ImportServices
    let own: Principal

    static let parts = [
        DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part, PeopleSchema.part,
        FactsSchema.part, HotlineSchema.part, CaseworkSchema.part, ImportSchema.part,
    ]

    static func run(on engine: TestEngine, _ body: (ImportHouse) async throws -> Void) async throws {
        let surroundings = Surroundings.system
        try await engine.withDatabase(parts, surroundings: surroundings) { database in
            try await body(try await make(database, surroundings))
        }
    }

    static func make(_ database: Database, _ surroundings: Surroundings) async throws -> ImportHouse {
        let vault = Vault(root: .generate(.system), surroundings: surroundings)
        let organization: OrganizationID = surroundings.newID()
        for owner in [OrganizationID.installation, organization] {
            try await database.write(.system) { try vault.createKeys(for: owner, on: $0) }
        }
        let recorder = Recorder(surroundings: surroundings)
        let library = try ContentLibrary.load(directory: TestContent.directory)
        let people = PeopleStore(vault: vault, recorder: recorder, surroundings: surroundings)
        let facts = FactWriter(vault: vault, surroundings: surroundings)
        let cases = CaseStore(
            vault: vault,
            recorder: recorder,
            facts: facts,
            people: people,
            content: library,
            organizations: OrganizationDirectory(),
            surroundings: surroundings
        )
        let services = ImportServices(
            database: database,
            vault: vault,
            content: library,
            people: people,
            contacts: ContactStore(
                vault: vault,
                recorder: recorder,
                people: people,
                facts: facts,
                surroundings: surroundings,
                zone: { _ in "Europe/Moscow" }
            ),
            cases: cases,
            entries: CaseEntryStore(cases: cases),
            employers: EmployerStore(cases: cases),
            facts: facts,
            surroundings: surroundings,
            zone: { _ in "Europe/Moscow" }
        )
        let principal = Principal(
            user: surroundings.newID(),
            organization: organization,
            role: .manager,
            session: surroundings.newID(),
            csrfToken: "",
            dutyName: ""
        )
        return ImportHouse(database: database, services: services, own: principal)
    }

    var runner: ImportRunner {
        ImportRunner(services, scope: TenantScope(organization: own.organization))
    }

    /// Imports a file from beginning to end.
    func importFile(_ bytes: [UInt8], name: String) async throws -> ImportOutcome {
        let reading = try await runner.read(bytes, name: name, mapping: nil, for: own)
        let id = try await runner.resumable(bytes, name: name, reading, by: own)
        return try await runner.write(id, by: own)
    }

    var scope: TenantScope { TenantScope(organization: own.organization) }

    func count(_ sql: SQL) async throws -> Int64 {
        try await database.read(.system) { try $0.count(sql) }
    }
}
