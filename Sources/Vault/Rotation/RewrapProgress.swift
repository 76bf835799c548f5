public import Database
public import Domain

/// How far a rotation is.
public struct RewrapProgress: Sendable, Hashable {
    /// What is being rotated.
    public enum Kind: String, Sendable, CaseIterable {
        case organizationKey = "organization_key"
        case indexKey = "index_key"
    }

    public let organization: OrganizationID
    public let kind: Kind
    /// The version that everything is moved to.
    public let toVersion: UInt32
    /// Rows, for an organisation key, or records, for an index key, that were moved.
    public let done: Int64
    public let isFinished: Bool
}

/// The job's row: where it goes on after an interruption.
struct RewrapJob {
    let organization: OrganizationID
    let kind: RewrapProgress.Kind
    let toVersion: UInt32
    /// The last record that was done; empty at the beginning.
    let afterRecord: String
    let done: Int64

    func progress(isFinished: Bool) -> RewrapProgress {
        RewrapProgress(
            organization: organization,
            kind: kind,
            toVersion: toVersion,
            done: done,
            isFinished: isFinished
        )
    }

    /// The unfinished job, if there is one.
    static func running(
        _ kind: RewrapProgress.Kind,
        of organization: OrganizationID,
        on connection: any Connection
    ) throws -> RewrapJob? {
        try connection.first(
            """
            SELECT to_version, after_record, done_count FROM rewrap_job
            WHERE organization_id = \(organization) AND kind = \(kind.rawValue) AND finished_at IS NULL
            """
        ) { row in
            RewrapJob(
                organization: organization,
                kind: kind,
                toVersion: try row.keyVersion(0),
                afterRecord: try row.text(1),
                done: try row.integer(2)
            )
        }
    }

    static func start(
        _ kind: RewrapProgress.Kind,
        of organization: OrganizationID,
        to version: UInt32,
        at now: Instant,
        on connection: any Connection
    ) throws -> RewrapJob {
        try connection.execute(
            """
            INSERT INTO rewrap_job (organization_id, kind, to_version, after_record, done_count, started_at)
            VALUES (\(organization), \(kind.rawValue), \(Int(version)), \("" as String), 0, \(now))
            """
        )
        return RewrapJob(organization: organization, kind: kind, toVersion: version, afterRecord: "", done: 0)
    }

    func moved(
        to record: RecordID,
        adding count: Int,
        on connection: any Connection
    ) throws -> RewrapJob {
        try connection.execute(
            """
            UPDATE rewrap_job SET after_record = \(record), done_count = \(done + Int64(count))
            WHERE organization_id = \(organization) AND kind = \(kind.rawValue) AND to_version = \(Int(toVersion))
            """
        )
        return RewrapJob(
            organization: organization,
            kind: kind,
            toVersion: toVersion,
            afterRecord: record.text,
            done: done + Int64(count)
        )
    }

    func finish(at now: Instant, on connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE rewrap_job SET finished_at = \(now)
            WHERE organization_id = \(organization) AND kind = \(kind.rawValue) AND to_version = \(Int(toVersion))
            """
        )
    }
}

extension Vault {
    /// Rotations that were begun and not finished; the program goes on with them at start.
    public func unfinishedRotations(on connection: any Connection) throws -> [RewrapProgress] {
        try connection.rows(
            """
            SELECT organization_id, kind, to_version, done_count FROM rewrap_job
            WHERE finished_at IS NULL ORDER BY organization_id, kind
            """
        ) { row in
            guard let kind = RewrapProgress.Kind(rawValue: try row.text(1)) else { throw VaultError.malformed("job") }
            return RewrapProgress(
                organization: try row.id(0),
                kind: kind,
                toVersion: try row.keyVersion(2),
                done: try row.integer(3),
                isFinished: false
            )
        }
    }
}
