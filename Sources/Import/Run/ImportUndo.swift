public import Access
import Casework
import Database
public import Domain
import Hotline
import People
public import Vault

/// Takes a whole import back: its contacts, the people whom nothing else names, their cases. What staff has added
/// since to somebody else's record stays.
public struct ImportUndo: Sendable {
    let services: ImportServices
    let store: ImportStore
    let scope: TenantScope
    let erasure: Erasure

    public init(_ services: ImportServices, scope: TenantScope, erasure: Erasure) {
        self.services = services
        self.scope = scope
        self.erasure = erasure
        store = ImportStore(services)
    }

    /// Begins or goes on with the undoing; a few rows at a time, so that others can write in between.
    /// - Throws: `ImportError.wrongState` for an import that is not done, and what the stores throw.
    public func run(_ id: ImportID, by principal: Principal) async throws {
        try await services.database.write(scope) { connection in
            try store.move(id, from: [.done, .undoing], to: .undoing, nil, by: principal, on: connection)
        }
        while try await services.database.write(scope, { try self.contacts(of: id, by: principal, on: $0) }) {}
        while try await services.database.write(scope, { try self.people(of: id, by: principal, on: $0) }) {}
        try await services.database.write(scope) { connection in
            try connection.execute(
                "DELETE FROM import_row WHERE organization_id = \(principal.organization) AND import_id = \(id)"
            )
            try store.move(id, from: [.undoing], to: .undone, .importUndone, by: principal, on: connection)
        }
    }

    /// Erases the next contacts; false when none is left.
    private func contacts(of id: ImportID, by principal: Principal, on connection: any Connection) throws -> Bool {
        let next: [ContactID] = try connection.rows(
            """
            SELECT c.id FROM contact c
            WHERE c.organization_id = \(principal.organization) AND c.import_id = \(id) ORDER BY c.id LIMIT 4
            """
        ) { try $0.id(0) }
        for contact in next { try services.contacts.erase(contact, by: principal, erasure, on: connection) }
        return !next.isEmpty
    }

    /// Erases the next people whom only this import knows, with the cases that it opened for them.
    private func people(of id: ImportID, by principal: Principal, on connection: any Connection) throws -> Bool {
        let next: [PersonID] = try connection.rows(
            """
            SELECT DISTINCT r.person_id FROM import_row r
            JOIN person p ON p.id = r.person_id AND p.is_imported = 1
            WHERE r.organization_id = \(principal.organization) AND r.import_id = \(id)
                AND NOT EXISTS (SELECT 1 FROM contact_person l WHERE l.person_id = r.person_id)
                AND NOT EXISTS (
                    SELECT 1 FROM case_person m JOIN case_file f ON f.id = m.case_id
                    WHERE m.person_id = r.person_id AND (f.import_id IS NULL OR f.import_id <> \(id))
                )
            LIMIT 2
            """
        ) { try $0.id(0) }
        for person in next {
            _ = try services.cases.forget(person, by: principal, erasure, on: connection)
            _ = try services.people.erase(person, by: principal, erasure, on: connection)
        }
        return !next.isEmpty
    }
}
