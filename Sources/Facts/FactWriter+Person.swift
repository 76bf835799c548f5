public import Database
public import Domain

extension FactWriter {
    /// Makes everything that was counted of one person count of another, since both are one.
    ///
    /// - Returns: the facts that were changed, for taking it back. Their ids must not stand beside the person in clear.
    /// - Throws: what the database or the vault throws.
    public func movePerson(
        _ person: PersonID,
        to other: PersonID,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> [FactID] {
        let (from, to) = try links(person, other, of: organization, on: connection)
        let ids: [FactID] = try connection.rows(
            "SELECT id FROM fact WHERE organization_id = \(organization) AND person = \(from) ORDER BY id"
        ) { try $0.id(0) }
        guard !ids.isEmpty else { return [] }
        try connection.execute(
            "UPDATE fact SET person = \(to) WHERE organization_id = \(organization) AND person = \(from)"
        )
        return ids
    }

    /// Makes these facts count of another person again, as far as they are there and count of the first.
    public func movePerson(
        ofFacts ids: [FactID],
        from person: PersonID,
        to other: PersonID,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws {
        let (from, to) = try links(person, other, of: organization, on: connection)
        for start in stride(from: 0, to: ids.count, by: 200) {
            try connection.execute(
                """
                UPDATE fact SET person = \(to) WHERE organization_id = \(organization)
                    AND id IN \(Array(ids[start..<min(start + 200, ids.count)])) AND person = \(from)
                """
            )
        }
    }

    /// Makes the facts of a record that count of one person count of another; they may have been written anew since.
    public func movePerson(
        ofSubject subject: RecordID,
        from person: PersonID,
        to other: PersonID,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws {
        let (from, to) = try links(person, other, of: organization, on: connection)
        let link = Blob(Self.link(subject.bytes, "subject", try factKey(organization, on: connection)))
        try connection.execute(
            """
            UPDATE fact SET person = \(to)
            WHERE organization_id = \(organization) AND link = \(link) AND person = \(from)
            """
        )
    }

    private func links(
        _ person: PersonID,
        _ other: PersonID,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> (from: Blob, to: Blob) {
        let key = try factKey(organization, on: connection)
        return (
            from: Blob(Self.link(person.bytes, "person", key)), to: Blob(Self.link(other.bytes, "person", key))
        )
    }
}
