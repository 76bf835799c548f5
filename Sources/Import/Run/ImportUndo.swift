public import Access
import Casework
import Database
public import Domain
import Facts
import Hotline
import People
public import Vault

/// Takes a whole import back: its contacts, the people whom nothing else names, their cases, and what figures counted of
/// them. What staff has added since to somebody else's record stays.
public struct ImportUndo: Sendable {
    let services: ImportServices
    let store: ImportStore
    let scope: TenantScope
    let erasure: Erasure

    /// Rows of the import's own list that one transaction removes.
    private static let rowsAtOnce = 100

    public init(_ services: ImportServices, scope: TenantScope, erasure: Erasure) {
        self.services = services
        self.scope = scope
        self.erasure = erasure
        store = ImportStore(services)
    }

    /// Notes that an import is being undone, and by whom, so that a stop of the program doesn't end it.
    /// - Throws: `ImportError.wrongState` for an import that is not done.
    public func begin(_ id: ImportID, by principal: Principal) async throws {
        try await services.database.write(scope) { connection in
            let run = try store.run(id, for: principal, on: connection)
            guard run.state != .undoing else { return }
            try store.move(id, from: [.done], to: .undoing, .importUndoing, by: principal, on: connection)
            try connection.execute(
                """
                UPDATE import_run SET undone_by = \(principal.user)
                WHERE id = \(id) AND organization_id = \(principal.organization)
                """
            )
        }
    }

    /// Begins or goes on with the undoing to its end; a few rows at a time, so that others can write in between.
    /// - Throws: `ImportError.wrongState` for an import that is not done, and what the stores throw; what is erased by
    ///   then stays so and is gone on from.
    public func run(_ id: ImportID, by principal: Principal) async throws {
        try await begin(id, by: principal)
        let user = lasting(principal)
        while try await services.database.write(scope, { try self.contacts(of: id, by: user, on: $0) }) {}
        for person in try await people(of: id, user) {
            try await services.database.write(scope) { try self.erase(person, of: id, by: user, on: $0) }
        }
        for caseID in try await namelessCases(of: id, user) {
            try await services.database.write(scope) { try self.erase(caseID, of: id, by: user, on: $0) }
        }
        while try await services.database.write(scope, { try self.rows(of: id, by: user, on: $0) }) {}
        try await services.database.write(scope) { connection in
            try store.forgetChoices(of: id, user, on: connection)
            try store.move(id, from: [.undoing], to: .undone, .importUndone, by: user, on: connection)
        }
    }

    /// The password was entered again when the undoing was asked for; that holds until it is through.
    private func lasting(_ principal: Principal) -> Principal {
        Principal(
            user: principal.user,
            organization: principal.organization,
            role: principal.role,
            team: principal.team,
            session: principal.session,
            kind: principal.kind,
            csrfToken: "",
            language: principal.language,
            steppedUpUntil: services.surroundings.now().advanced(bySeconds: 86_400),
            dutyName: principal.dutyName
        )
    }

    /// Erases the next contacts; false when none is left.
    private func contacts(of id: ImportID, by principal: Principal, on connection: any Connection) throws -> Bool {
        let next: [ContactID] = try connection.rows(
            """
            SELECT c.id FROM contact c
            WHERE c.organization_id = \(principal.organization) AND c.import_id = \(id) ORDER BY c.id LIMIT 4
            """
        ) { try $0.id(0) }
        for contact in next {
            try forgetFigures(contact.retagged(), of: principal, on: connection)
            try services.contacts.erase(contact, by: principal, erasure, on: connection)
        }
        return !next.isEmpty
    }

    /// Facts of erased records stay as figures; those of an undone import go, or a second import would count twice.
    private func forgetFigures(_ record: RecordID, of principal: Principal, on connection: any Connection) throws {
        try services.facts.replace(subject: record, with: [], of: principal.organization, on: connection)
    }

    /// Everybody whom the import recorded and who is still there; not those who were recorded before it.
    private func people(of id: ImportID, _ principal: Principal) async throws -> [PersonID] {
        try await services.database.read(scope) { connection in
            try connection.rows(
                """
                SELECT DISTINCT r.person_id FROM import_row r
                JOIN person p ON p.id = r.person_id AND p.is_imported = 1
                WHERE r.organization_id = \(principal.organization) AND r.import_id = \(id)
                    AND (r.joined IS NULL OR r.link_state = \(LinkState.takenBack.rawValue))
                """
            ) { try $0.id(0) }
        }
    }

    /// Erases somebody whom only this import knows, with the cases that it opened for them; others stay.
    private func erase(
        _ person: PersonID,
        of id: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let isFree = try connection.count(
            """
            SELECT COUNT(*) FROM person p WHERE p.id = \(person) AND p.merged_into IS NULL
                AND NOT EXISTS (SELECT 1 FROM person h WHERE h.merged_into = p.id)
                AND NOT EXISTS (SELECT 1 FROM contact_person l
                    WHERE l.organization_id = \(principal.organization) AND l.person_id = p.id)
                AND NOT EXISTS (
                    SELECT 1 FROM case_person m JOIN case_file f ON f.id = m.case_id
                    WHERE m.person_id = p.id AND (f.import_id IS NULL OR f.import_id <> \(id))
                )
            """
        )
        guard isFree == 1 else { return }
        // Those that go with the person: nobody else is a client there.
        let cases: [CaseID] = try connection.rows(
            """
            SELECT m.case_id FROM case_person m WHERE m.person_id = \(person) AND NOT EXISTS (
                SELECT 1 FROM case_person o WHERE o.case_id = m.case_id AND o.person_id <> m.person_id
                    AND o.role = \(CaseRole.client.rawValue)
            )
            """
        ) { try $0.id(0) }
        for caseID in cases { try forgetFigures(caseID.retagged(), of: principal, on: connection) }
        _ = try services.cases.forget(person, by: principal, erasure, on: connection)
        _ = try services.people.erase(person, by: principal, erasure, on: connection)
    }

    /// Cases of rows that told nobody.
    private func namelessCases(of id: ImportID, _ principal: Principal) async throws -> [CaseID] {
        try await services.database.read(scope) { connection in
            try connection.rows(
                """
                SELECT DISTINCT r.case_id FROM import_row r JOIN case_file f ON f.id = r.case_id AND f.import_id = \(id)
                WHERE r.organization_id = \(principal.organization) AND r.import_id = \(id)
                    AND NOT EXISTS (SELECT 1 FROM case_person m WHERE m.case_id = f.id)
                """
            ) { try $0.id(0) }
        }
    }

    private func erase(
        _ caseID: CaseID,
        of id: ImportID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        try forgetFigures(caseID.retagged(), of: principal, on: connection)
        _ = try services.cases.eraseNameless(caseID, from: id, by: principal, erasure, on: connection)
    }

    /// Removes the next rows of the import's own list; false when none is left.
    private func rows(of id: ImportID, by principal: Principal, on connection: any Connection) throws -> Bool {
        try connection.execute(
            """
            DELETE FROM import_row WHERE organization_id = \(principal.organization) AND import_id = \(id)
                AND contact_id IN (
                    SELECT n.contact_id FROM import_row n
                    WHERE n.organization_id = \(principal.organization) AND n.import_id = \(id)
                    ORDER BY n.contact_id LIMIT \(Self.rowsAtOnce)
                )
            """
        ) > 0
    }
}
