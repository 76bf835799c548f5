import Database
import Domain

/// The one place where wraps of records' keys are destroyed, so that no way of taking somebody's record away forgets the
/// snapshot of names in which they may stand.
enum RecordWraps {
    /// Destroys all wraps of a record, those of recipients too.
    ///
    /// - Returns: how many there were.
    @discardableResult
    static func destroy(_ record: RecordID, owner: OrganizationID, on connection: any Connection) throws -> Int {
        try destroySnapshotKey(of: owner, on: connection)
        return try connection.execute(
            "DELETE FROM record_key_wrap WHERE record_id = \(record) AND owner_organization_id = \(owner)"
        )
    }

    /// Destroys what one grant gave to its recipient.
    static func destroy(of grant: Grant, on connection: any Connection) throws {
        for side in [grant.owner, grant.recipient] { try destroySnapshotKey(of: side, on: connection) }
        try connection.execute(
            """
            DELETE FROM record_key_wrap
            WHERE holder_organization_id = \(grant.recipient) AND record_id = \(grant.record)
                AND grant_id = \(grant.id)
            """
        )
    }

    /// Takes one wrap away that is stored anew at once.
    static func replace(
        _ group: UInt32,
        of record: RecordID,
        holder: OrganizationID,
        on connection: any Connection
    ) throws {
        try connection.execute(
            """
            DELETE FROM record_key_wrap
            WHERE holder_organization_id = \(holder) AND record_id = \(record) AND field_group = \(Int(group))
            """
        )
    }

    static func destroySnapshotKey(of organization: OrganizationID, on connection: any Connection) throws {
        try connection.seeing(organization) {
            _ = try connection.execute("DELETE FROM search_snapshot_key WHERE organization_id = \(organization)")
        }
    }
}
