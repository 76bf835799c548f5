public import Database
public import Domain
import Vault

/// A member of staff as the list of an organisation's people shows them.
public struct Member: Sendable, Hashable {
    public let membership: Membership
    public let account: Account
}

extension Memberships {
    /// One membership, ended ones too.
    public func find(
        _ user: UserID,
        in organization: OrganizationID,
        on connection: any Connection
    ) throws -> Membership? {
        try read("m.organization_id = \(organization) AND m.user_id = \(user)", on: connection).first
    }

    /// Where the user may work now, the oldest first: active memberships of active organisations.
    public func active(of user: UserID, on connection: any Connection) throws -> [Membership] {
        try read(
            """
            m.user_id = \(user) AND m.state = \(MembershipState.active.rawValue) AND EXISTS (
                SELECT 1 FROM organization o
                WHERE o.id = m.organization_id AND o.state = \(OrganizationState.active.rawValue))
            """,
            on: connection
        )
    }

    /// Whether the user is an active member of another organisation too.
    public func isShared(
        _ user: UserID,
        beside organization: OrganizationID,
        on connection: any Connection
    ) throws -> Bool {
        try active(of: user, on: connection).contains { $0.organization != organization }
    }

    /// The people of an organisation with their names, in the order in which they came; one query.
    public func list(in organization: OrganizationID, on connection: any Connection) throws -> [Member] {
        let keyring = try accounts.vault.keyring(for: .installation, on: connection)
        return try connection.rows(
            """
            SELECT \(Accounts.columns), m.organization_id, m.user_id, m.role, m.team, m.state, m.created_at,
                \(Keyring.wrapColumns)
            FROM membership m
            JOIN user_account u ON u.id = m.user_id
            \(keyring.wrapJoin(record: "u.id", for: .identity))
            WHERE m.organization_id = \(organization) AND u.email IS NOT NULL
            ORDER BY m.created_at, m.user_id
            """
        ) { row in
            let user: UserID = try row.id(0)
            let key = try keyring.recordKey(record: user.retagged(), from: row, at: 16)
            return Member(
                membership: try Self.membership(row, at: 10),
                account: try Accounts.account(row, key: key)
            )
        }
    }

    private func read(_ condition: SQL, on connection: any Connection) throws -> [Membership] {
        try connection.rows(
            """
            SELECT m.organization_id, m.user_id, m.role, m.team, m.state, m.created_at FROM membership m
            WHERE \(condition) ORDER BY m.created_at, m.organization_id, m.user_id
            """
        ) { try Self.membership($0, at: 0) }
    }

    private static func membership(_ row: any Row, at column: Int) throws -> Membership {
        Membership(
            organization: try row.id(column),
            user: try row.id(column + 1),
            role: try row.code(column + 2),
            team: try row.textOrNil(column + 3),
            state: try row.code(column + 4),
            createdAt: try row.instant(column + 5)
        )
    }
}
