public import Database
public import Domain

/// What the recipient of a grant does within its own transaction: the owner agreed to it when it shared the record.
extension Sharing {
    /// Opens more groups of a record that was shared with `recipient`, because it took the record on. Which groups they
    /// may be is the caller's to know, from what the owner wrote down when it shared.
    ///
    /// - Throws: `VaultError.noLiveGrant` when the grant has ended or is somebody else's.
    public func accept(
        _ id: GrantID,
        opening groups: FieldGroups,
        by recipient: OrganizationID,
        on connection: any Connection
    ) throws -> Grant {
        guard let grant = try self.grant(id, on: connection), grant.recipient == recipient else {
            throw VaultError.noLiveGrant
        }
        let owner = try vault.keyring(for: grant.owner, on: connection)
        return try connection.seeing(grant.owner) {
            try extend(id, to: groups, by: owner, on: connection)
        }
    }

    /// Ends a grant that `recipient` no longer wants, such as when it declines; its keys are destroyed at once.
    ///
    /// - Throws: `VaultError.noLiveGrant` when there is no such grant of this recipient.
    public func giveBack(
        _ id: GrantID,
        by recipient: OrganizationID,
        on connection: any Connection
    ) throws -> Grant {
        guard let grant = try self.grant(id, on: connection), grant.recipient == recipient else {
            throw VaultError.noLiveGrant
        }
        return try connection.seeing(grant.owner) {
            try revoke(id, by: grant.owner, on: connection)
        }
    }
}
