public import Access
public import Database
public import Domain
import Journal

extension AppointmentStore {
    /// Makes the appointments of a person those of another, since both are one.
    ///
    /// - Returns: the rows that were changed.
    public func move(
        _ person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [MovedReference] {
        let ids: [AppointmentID] = try connection.rows(
            """
            SELECT id FROM appointment
            WHERE organization_id = \(principal.organization) AND person_id = \(person) ORDER BY id
            """
        ) { try $0.id(0) }
        for id in ids { try name(other, insteadOf: person, in: id, by: principal, on: connection) }
        return ids.map { MovedReference("appointment", $0.text) }
    }

    /// Gives those appointments back that still name who they were moved to.
    public func restore(
        _ moved: [MovedReference],
        from person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        for row in moved where row.kind == "appointment" {
            guard let id = AppointmentID(row.row) else { continue }
            try name(other, insteadOf: person, in: id, by: principal, on: connection)
        }
    }

    private func name(
        _ other: PersonID,
        insteadOf person: PersonID,
        in id: AppointmentID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE appointment SET person_id = \(other), version = version + 1, changed_at = \(surroundings.now())
            WHERE id = \(id) AND organization_id = \(principal.organization) AND person_id = \(person)
            """
        )
        if changed == 1 { try record(.appointmentChanged, id, by: principal, on: connection) }
    }
}
