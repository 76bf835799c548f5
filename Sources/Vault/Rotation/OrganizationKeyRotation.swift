public import Database
public import Domain

extension Vault {
    /// One step of giving an organisation a new key: the first makes it, the next ones re-wrap what the organisation
    /// holds, the last destroys the old key. Nothing that is sealed is touched, and everything stays readable between
    /// steps. Each step belongs in a write transaction of its own in the system scope; after an interruption the next
    /// call goes on where the last commit left off. At most `limit` records are done.
    public func stepOrganizationKeyRotation(
        of organization: OrganizationID,
        limit: Int = 500,
        on connection: any Connection
    ) throws -> RewrapProgress {
        let keyring = try keyring(for: organization, on: connection)
        guard let job = try RewrapJob.running(.organizationKey, of: organization, on: connection) else {
            let next = try keyring.current.version + 1
            try insertOrganizationKey(version: next, of: organization, on: connection)
            return try RewrapJob.start(
                .organizationKey,
                of: organization,
                to: next,
                at: surroundings.now(),
                on: connection
            ).progress(isFinished: false)
        }
        let moved = try rewrap(job, keyring, limit: limit, on: connection)
        if let moved { return moved.progress(isFinished: false) }
        return try finish(job, on: connection)
    }

    /// Runs the rotation to its end, a transaction per step.
    @discardableResult
    public func rotateOrganizationKey(
        of organization: OrganizationID,
        batch: Int = 500,
        in database: Database
    ) async throws -> RewrapProgress {
        while true {
            let progress = try await database.write(.system) { connection in
                try self.stepOrganizationKeyRotation(of: organization, limit: batch, on: connection)
            }
            if progress.isFinished { return progress }
        }
    }

    /// Re-wraps the next wraps; `nil` when none was left.
    private func rewrap(
        _ job: RewrapJob,
        _ keyring: Keyring,
        limit: Int,
        on connection: any Connection
    ) throws -> RewrapJob? {
        // A record's wraps are few, and all of them are taken together: the cursor stands between records.
        let records: [RecordID] = try connection.rows(
            """
            SELECT DISTINCT record_id FROM record_key_wrap
            WHERE holder_organization_id = \(job.organization) AND record_id > \(job.afterRecord)
                AND organization_key_version < \(Int(job.toVersion))
            ORDER BY record_id LIMIT \(limit)
            """
        ) { try $0.id(0) }
        guard let last = records.last else { return nil }
        var count = 0
        for record in records {
            count += try rewrap(record, keyring, below: job.toVersion, on: connection)
        }
        return try job.moved(to: last, adding: count, on: connection)
    }

    private func rewrap(
        _ record: RecordID,
        _ keyring: Keyring,
        below version: UInt32,
        on connection: any Connection
    ) throws -> Int {
        let held = try connection.rows(
            """
            SELECT \(Keyring.wrapColumns) FROM record_key_wrap w
            WHERE w.holder_organization_id = \(keyring.organization) AND w.record_id = \(record)
                AND w.organization_key_version < \(Int(version))
            """
        ) { try keyring.recordKey(record: record, from: $0, at: 0) }
        for key in held {
            for group in key.wrapGroups {
                try RecordWraps.replace(group, of: record, holder: keyring.organization, on: connection)
            }
            try keyring.store(key, on: connection)
        }
        return held.count
    }

    private func finish(_ job: RewrapJob, on connection: any Connection) throws -> RewrapProgress {
        let left = try connection.count(
            """
            SELECT COUNT(*) FROM record_key_wrap
            WHERE holder_organization_id = \(job.organization) AND organization_key_version < \(Int(job.toVersion))
            """
        )
        // One writer at a time, and everything new is wrapped with the newest key: nothing can have come in behind.
        guard left == 0 else { throw VaultError.malformed("wraps behind the cursor") }
        // Made anew with the next snapshot, under the new key.
        try destroySnapshotKey(of: job.organization, on: connection)
        try connection.execute(
            """
            DELETE FROM organization_key
            WHERE organization_id = \(job.organization) AND version < \(Int(job.toVersion))
            """
        )
        try job.finish(at: surroundings.now(), on: connection)
        return job.progress(isFinished: true)
    }
}

extension RecordKey {
    /// The numbers that the wraps of this key have: 0 for a whole key.
    var wrapGroups: [UInt32] {
        switch holding {
        case .whole: [0]
        case .groups(let keys): keys.map { UInt32($0.group.rawValue) }
        }
    }
}
