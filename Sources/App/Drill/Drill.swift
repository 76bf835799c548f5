import Access
import Database
import Domain
import Foundation
import Guides
import Journal
import Logging
import People
import Vault

/// One operation at a time on a small prepared network, with as little around it as can be, so that a test that kills
/// the process at each write kills it within the operation.
public enum Drill {
    /// Does one operation and nothing else.
    public static func run(_ operation: DrillOperation, _ configuration: AppConfiguration) async throws {
        let database = try Installation.openDatabase(configuration, Logger(label: "tirek"))
        do {
            switch operation {
            case .migrate: _ = try await Migrator(parts: Installation.schema, surroundings: .system).migrate(database)
            case .prepareMigrate: _ = try await older().migrate(database)
            default: try await DrillHouse(configuration, database).run(operation)
            }
            await database.driver.close()
        } catch {
            await database.driver.close()
            throw error
        }
    }

    /// Opens the installation as every start does, which completes what a crash cut off, and holds rows, wraps, leaves
    /// and events against each other.
    ///
    /// - Returns: one line of JSON: how many there are of each, and what doesn't agree.
    public static func check(_ configuration: AppConfiguration) async throws -> String {
        try await Maintenance.with(configuration) { installation in
            var findings = try await installation.database.read(.system) { try DrillFindings(on: $0) }
            let verifier = JournalVerifier(stateReaders: Installation.stateReaders, key: installation.checkpointKey)
            let report = try await verifier.verify(installation.database)
            findings.problems += report.findings.map(\.description)
            return JSONLine.encode(findings)
        }
    }

    private static func older() -> Migrator {
        let numbers = Installation.schema.flatMap(\.migrations).map(\.number).sorted().dropLast(2)
        let last = Installation.schema.map { part in
            let migrations = part.migrations.filter { numbers.contains($0.number) }
            return SchemaPart(migrations: migrations, tables: migrations.isEmpty ? [] : part.tables)
        }
        return Migrator(parts: last, surroundings: .system)
    }
}

/// The rooms that an operation needs, without what a server has besides.
struct DrillHouse: Sendable {
    let database: Database
    let vault: Vault
    let access: AccessServices
    private let people: PeopleStore
    private let erasure: Erasure
    private let contentDirectory: String

    init(_ configuration: AppConfiguration, _ database: Database) throws {
        let root = try configuration.rootSecret.load(
            dataDirectory: configuration.dataDirectory,
            isDemonstration: configuration.isDemonstration
        )
        self.database = database
        vault = Vault(root: root, surroundings: .system)
        access = AccessServices(database: database, vault: vault, surroundings: .system)
        people = PeopleStore(vault: vault, recorder: Recorder(surroundings: .system), surroundings: .system)
        erasure = Erasure(vault, register: try ErasureRegister(path: configuration.erasureRegister))
        contentDirectory = configuration.contentDirectory
    }

    /// The stores of all rooms, for the operations that need several of them.
    func rooms() async throws -> Rooms {
        let rooms = Rooms(
            content: try ContentLibrary.load(directory: contentDirectory),
            database: database,
            vault: vault,
            surroundings: .system
        )
        try await OrganizationFeed(access: access, directory: rooms.organizations).fill()
        return rooms
    }

    func run(_ operation: DrillOperation) async throws {
        let actor = try await database.read(.system) { try manager(on: $0) }
        let scope = TransactionScope.organization(actor.organization)
        switch operation {
        case .create:
            try await database.write(scope) { _ = try people.create(details("Drill"), by: actor, on: $0) }
        case .change:
            try await database.write(scope) { connection in
                let (id, version) = try person(of: actor, shared: false, on: connection)
                try people.change(id, to: details("Changed"), from: version, by: actor, on: connection)
            }
        case .share:
            try await database.write(scope) { connection in
                let (id, _) = try person(of: actor, shared: false, on: connection)
                _ = try people.share(id, try draft(id, by: actor, on: connection), by: actor, on: connection)
            }
        case .revoke:
            try await database.write(scope) { connection in
                let (id, _) = try person(of: actor, shared: true, on: connection)
                guard let grant = try people.grants(of: id, for: actor, on: connection).first else { throw nothing }
                try people.revoke(id, grant.id, by: actor, on: connection)
            }
        case .erase:
            let rooms = try await rooms()
            try await database.write(scope) { connection in
                let (id, _) = try person(of: actor, shared: true, on: connection)
                _ = try rooms.forget(id, by: actor, erasure, on: connection)
                _ = try people.erase(id, by: actor, erasure, on: connection)
            }
        case .rotate: _ = try await vault.rotateOrganizationKey(of: actor.organization, in: database)
        case .invite: try await invite(to: actor.organization)
        case .contact, .openCase, .refer, .accept, .withdraw, .transfer, .merge, .undoMerge, .undoImport, .prepareWork:
            let rooms = try await rooms()
            try await DrillWork(rooms: rooms, vault: vault, erasure: erasure, database: database, actor: actor)
                .run(operation)
        case .migrate, .prepareMigrate: break
        }
    }

    /// An act of two organisations: the installation's administrator lets somebody into another one.
    private func invite(to organization: OrganizationID) async throws {
        let administrator = try await database.read(.system) { connection in
            try connection.first(
                "SELECT user_id FROM membership WHERE organization_id = \(OrganizationID.installation) LIMIT 1"
            ) { try $0.id(0, UserEntity.self) }
        }
        // The drill may be repeated on the same network.
        let user: UserID = Surroundings.system.newID()
        guard let administrator, let email = EmailAddress("\(user)@drill.example"),
            let names = StaffNames(name: "Drill", dutyName: "Drill")
        else { throw nothing }
        _ = try await access.invite(
            AccountDraft(email: email, names: names),
            to: organization,
            as: .caseworker,
            by: ActingUser(user: administrator, organization: .installation)
        )
    }

    private func manager(on connection: any Connection) throws -> Principal {
        // The organisation that has a shared record has what every operation needs.
        let found = try connection.first(
            """
            SELECT m.user_id, m.organization_id FROM membership m
            JOIN record_grant g ON g.owner_organization_id = m.organization_id
            WHERE m.role = \(Role.manager.rawValue) ORDER BY m.organization_id, m.user_id LIMIT 1
            """
        ) { (user: try $0.id(0, UserEntity.self), organization: try $0.id(1, OrganizationEntity.self)) }
        guard let found else { throw nothing }
        return Principal(
            user: found.user,
            organization: found.organization,
            role: .manager,
            session: Surroundings.system.newID(),
            csrfToken: "",
            steppedUpUntil: Surroundings.system.now().advanced(bySeconds: 600),
            dutyName: "Drill"
        )
    }

    private func person(
        of actor: Principal,
        shared: Bool,
        on connection: any Connection
    ) throws -> (PersonID, Int64) {
        let isShared: SQL = shared ? "EXISTS" : "NOT EXISTS"
        let found = try connection.first(
            """
            SELECT p.id, p.version FROM person p
            WHERE p.organization_id = \(actor.organization) AND p.merged_into IS NULL
                AND \(isShared) (SELECT 1 FROM record_grant g WHERE g.record_id = p.id AND g.revoked_at IS NULL)
            ORDER BY p.id LIMIT 1
            """
        ) { (try $0.id(0, PersonEntity.self), try $0.integer(1)) }
        guard let found else { throw nothing }
        return found
    }

    private func draft(_ id: PersonID, by actor: Principal, on connection: any Connection) throws -> GrantDraft {
        let recipient = try connection.first(
            """
            SELECT recipient_organization_id FROM record_grant
            WHERE owner_organization_id = \(actor.organization) LIMIT 1
            """
        ) { try $0.id(0, OrganizationEntity.self) }
        guard let recipient else { throw nothing }
        return GrantDraft(
            record: id.retagged(),
            recipient: recipient,
            groups: FieldGroups([.identity, .contact]),
            purpose: SharingPurpose.legalAid.rawValue,
            expiresAt: Surroundings.system.now().advanced(bySeconds: 86_400),
            createdBy: actor.user
        )
    }

    private func details(_ name: String) -> PersonDetails {
        PersonDetails(
            identity: PersonIdentity(
                names: [PersonName(family: name, given: "Drill")],
                birthDate: PartialDate(iso: "1990"),
                sex: .female,
                citizenship: CountryCode("KG")
            ),
            phones: [PersonPhone(number: "+996700000001")],
            documents: [PersonDocument(kind: .passport, number: "AN0000001")],
            notes: "Drill"
        )
    }

    private var nothing: OperationError { DrillWork.nothing }
}
