import Access
import Calendar
import Casework
import Database
@_spi(TenantScopes) import Domain
import Hotline
import Import
import People
import Vault

/// The drill's operations that unite records, and those that take something back.
extension DrillWork {
    /// Two records of one person, each with a contact; the second with a case and an appointment, so that all rooms have
    /// something to move.
    func twoRecords() async throws -> (kept: PersonID, hidden: PersonID) {
        let kept = try await newPerson()
        let hidden = try await newPerson()
        for person in [kept, hidden] { try await saveContact(with: person) }
        let caseID = try await openCase(hidden)
        let appointment = AppointmentDetails(
            day: CivilDate(at: Surroundings.system.now(), zone: "Asia/Bishkek").advanced(byDays: 1),
            minute: 600,
            zone: "Asia/Bishkek",
            staff: actor.user,
            person: hidden,
            caseFile: caseID,
            note: "Drill"
        )
        try await database.write(own) { _ = try rooms.appointments.create(appointment, by: actor, on: $0) }
        return (kept, hidden)
    }

    func unite(_ pair: (kept: PersonID, hidden: PersonID)) async throws {
        let references = rooms.references(vault)
        try await database.write(own) { connection in
            let plan = MergePlan(
                kept: pair.kept,
                keptVersion: try version(of: pair.kept, on: connection),
                hidden: pair.hidden,
                hiddenVersion: try version(of: pair.hidden, on: connection)
            )
            try rooms.people.merge(plan, by: actor, references, on: connection)
        }
    }

    /// Unites the latest two records that `prepare-work` made of one person.
    func merge() async throws {
        let pair = try await database.read(own) { connection in
            try connection.first(
                """
                SELECT k.id, h.id FROM person h JOIN person k ON k.organization_id = h.organization_id AND k.id < h.id
                WHERE h.organization_id = \(actor.organization) AND h.merged_into IS NULL AND k.merged_into IS NULL
                    AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = h.id)
                    AND NOT EXISTS (SELECT 1 FROM person_merge m WHERE m.kept_id = h.id)
                    AND EXISTS (SELECT 1 FROM contact_person c WHERE c.person_id = k.id)
                    AND NOT EXISTS (SELECT 1 FROM case_person c WHERE c.person_id = k.id)
                ORDER BY h.id DESC, k.id DESC LIMIT 1
                """
            ) { (kept: try $0.id(0, PersonEntity.self), hidden: try $0.id(1, PersonEntity.self)) }
        }
        guard let pair else { throw Self.nothing }
        try await unite(pair)
    }

    /// Takes the latest uniting back.
    func undoMerge() async throws {
        let references = rooms.references(vault)
        try await database.write(own) { connection in
            let kept = try connection.first(
                "SELECT kept_id FROM person_merge WHERE organization_id = \(actor.organization) ORDER BY id DESC LIMIT 1"
            ) { try $0.id(0, PersonEntity.self) }
            guard let kept else { throw Self.nothing }
            let version = try version(of: kept, on: connection)
            try rooms.people.undoMerge(of: kept, from: version, by: actor, references, on: connection)
        }
    }

    /// Takes the latest import back.
    func undoImport() async throws {
        let found = try await database.read(own) { connection in
            try connection.first(
                "SELECT id FROM import_run WHERE organization_id = \(actor.organization) ORDER BY id DESC LIMIT 1"
            ) { try $0.id(0, ImportEntity.self) }
        }
        guard let found else { throw Self.nothing }
        let scope = TenantScope(organization: actor.organization)
        let services = rooms.importServices(database: database, vault: vault, surroundings: .system)
        try await ImportUndo(services, scope: scope, erasure: erasure).run(found, by: actor)
    }

    private func version(of person: PersonID, on connection: any Connection) throws -> Int64 {
        guard
            let version = try connection.first("SELECT version FROM person WHERE id = \(person)", { try $0.integer(0) })
        else { throw Self.nothing }
        return version
    }
}
