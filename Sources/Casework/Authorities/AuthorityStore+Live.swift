public import Access
public import Database
public import Domain

extension AuthorityStore {
    /// A live authority of a person of the principal's organisation that names a recipient; for rooms that share a
    /// person's record without knowing cases.
    public func live(
        of person: PersonID,
        to recipient: OrganizationID,
        for principal: Principal,
        on connection: any Connection
    ) throws -> AuthorityID? {
        try connection.rows(
            """
            SELECT \(Authority.columns) FROM authority a
            WHERE a.person_id = \(person) AND a.organization_id = \(principal.organization)
                AND a.recipient_organization_id = \(recipient) AND a.ended_at IS NULL ORDER BY a.id DESC
            """,
            Authority.init(from:)
        ).first { $0.isLive(at: core.now) }?.id
    }
}
