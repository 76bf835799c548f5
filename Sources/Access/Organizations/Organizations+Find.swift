public import Database
public import Domain

extension Organizations {
    /// One organisation, closed ones too.
    public func find(_ id: OrganizationID, on connection: any Connection) throws -> Organization? {
        try read("o.id = \(id)", on: connection).first
    }

    /// One organisation by its code.
    public func find(code: String, on connection: any Connection) throws -> Organization? {
        try read("o.code = \(code)", on: connection).first
    }

    /// The organisations of the network in the order of their codes, without the installation's own; with `all`
    /// closed ones too.
    public func list(all: Bool = false, on connection: any Connection) throws -> [Organization] {
        let state: SQL = all ? "" : "AND o.state = \(OrganizationState.active.rawValue)"
        return try read("o.id <> \(OrganizationID.installation) \(state)", on: connection)
    }

    private func read(_ condition: SQL, on connection: any Connection) throws -> [Organization] {
        var names: [OrganizationID: [OrganizationName]] = [:]
        try connection.forEachRow(
            """
            SELECT n.organization_id, n.language, n.text, n.status
            FROM organization_name n JOIN organization o ON o.id = n.organization_id
            WHERE \(condition) ORDER BY n.organization_id, n.language
            """
        ) { row in
            let name = OrganizationName(language: try row.text(1), text: try row.text(2), status: try row.code(3))
            names[try row.id(0), default: []].append(name)
        }
        return try connection.rows(
            """
            SELECT o.id, o.code, o.kind, o.language, o.time_zone, o.state, o.admission, o.is_state, o.is_practice
            FROM organization o
            WHERE \(condition) ORDER BY o.code
            """
        ) { row in
            let id: OrganizationID = try row.id(0)
            return Organization(
                id: id,
                code: try row.text(1),
                kind: try row.code(2),
                language: try row.text(3),
                timeZone: try row.text(4),
                state: try row.code(5),
                admission: try row.code(6),
                isStateRecipient: try row.bool(7),
                isPractice: try row.bool(8),
                names: names[id] ?? []
            )
        }
    }
}
