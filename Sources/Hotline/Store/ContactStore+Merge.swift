public import Access
public import Database
public import Domain

extension ContactStore {
    /// Makes the contacts and call-backs of a person those of another, since both are one.
    ///
    /// - Returns: the rows that were changed.
    public func move(
        _ person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws -> [MovedReference] {
        let own = principal.organization
        let places = try connection.rows(
            """
            SELECT contact_id, position FROM contact_person
            WHERE organization_id = \(own) AND person_id = \(person) ORDER BY contact_id, position
            """
        ) { (contact: try $0.id(0, ContactEntity.self), position: try $0.integer(1)) }
        try connection.execute(
            "UPDATE contact_person SET person_id = \(other) WHERE organization_id = \(own) AND person_id = \(person)"
        )
        let callBacks = try connection.rows(
            "SELECT id FROM call_back WHERE organization_id = \(own) AND person_id = \(person) ORDER BY id"
        ) { try $0.text(0) }
        try connection.execute(
            "UPDATE call_back SET person_id = \(other) WHERE organization_id = \(own) AND person_id = \(person)"
        )
        try touchAll(places.map(\.contact), by: principal, on: connection)
        return places.map { MovedReference("contact_person", "\($0.contact.text)/\($0.position)") }
            + callBacks.map { MovedReference("call_back", $0) }
    }

    /// Gives those rows back that still name who they were moved to.
    public func restore(
        _ moved: [MovedReference],
        from person: PersonID,
        to other: PersonID,
        by principal: Principal,
        on connection: any Connection
    ) throws {
        let own = principal.organization
        var touched: [ContactID] = []
        for row in moved {
            switch row.kind {
            case "contact_person":
                let parts = row.row.split(separator: "/")
                guard parts.count == 2, let contact = ContactID(String(parts[0])), let position = Int64(parts[1])
                else { continue }
                let changed = try connection.execute(
                    """
                    UPDATE contact_person SET person_id = \(other) WHERE organization_id = \(own)
                        AND contact_id = \(contact) AND position = \(position) AND person_id = \(person)
                    """
                )
                if changed > 0 { touched.append(contact) }
            case "call_back":
                try connection.execute(
                    """
                    UPDATE call_back SET person_id = \(other)
                    WHERE organization_id = \(own) AND id = \(row.row) AND person_id = \(person)
                    """
                )
            default: break
            }
        }
        try touchAll(touched, by: principal, on: connection)
    }

    private func touchAll(_ ids: [ContactID], by principal: Principal, on connection: any Connection) throws {
        for id in Set(ids).sorted() {
            guard let row = try row(id, of: principal.organization, on: connection) else { continue }
            try touch(row, by: principal, on: connection)
        }
    }
}
