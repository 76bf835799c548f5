public import Database
public import Domain

extension Vault {
    /// Makes a record's blind-index rows again from its opened values, by calling ``BlindIndex/replace(_:_:of:on:)``
    /// for every kind that the record has.
    public typealias RemakeIndex = @Sendable (RecordID, BlindIndex, any Connection) throws -> Void

    /// One step of giving an organisation a new index key: the first makes it, the next ones have `remake` make the
    /// rows again, the last destroys the old key. Look-ups try all live versions, so every record is found between
    /// steps. Each step belongs in a write transaction of its own in the system scope.
    ///
    /// At most `limit` records are done; what `remake` doesn't make again is gone afterwards.
    public func stepIndexKeyRotation(
        of organization: OrganizationID,
        limit: Int = 200,
        on connection: any Connection,
        remake: RemakeIndex
    ) throws -> RewrapProgress {
        let index = try keyring(for: organization, on: connection).blindIndex(on: connection)
        guard let newest = index.keys.first else { throw VaultError.missingKey }
        guard let job = try RewrapJob.running(.indexKey, of: organization, on: connection) else {
            let next = newest.version + 1
            try insertIndexKey(version: next, of: organization, on: connection)
            return try RewrapJob.start(.indexKey, of: organization, to: next, at: surroundings.now(), on: connection)
                .progress(isFinished: false)
        }
        let records: [RecordID] = try connection.rows(
            """
            SELECT DISTINCT record_id FROM blind_index
            WHERE organization_id = \(organization) AND record_id > \(job.afterRecord)
                AND key_version < \(Int(job.toVersion))
            ORDER BY record_id LIMIT \(limit)
            """
        ) { try $0.id(0) }
        guard let last = records.last else {
            return try finish(job, on: connection)
        }
        for record in records {
            try remake(record, index, connection)
            try connection.execute(
                """
                DELETE FROM blind_index
                WHERE organization_id = \(organization) AND record_id = \(record)
                    AND key_version < \(Int(job.toVersion))
                """
            )
        }
        return try job.moved(to: last, adding: records.count, on: connection).progress(isFinished: false)
    }

    /// Runs the rotation to its end, a transaction per step.
    @discardableResult
    public func rotateIndexKey(
        of organization: OrganizationID,
        batch: Int = 200,
        in database: Database,
        remake: @escaping RemakeIndex
    ) async throws -> RewrapProgress {
        while true {
            let progress = try await database.write(.system) { connection in
                try self.stepIndexKeyRotation(of: organization, limit: batch, on: connection, remake: remake)
            }
            if progress.isFinished { return progress }
        }
    }

    private func finish(_ job: RewrapJob, on connection: any Connection) throws -> RewrapProgress {
        try connection.execute(
            """
            DELETE FROM index_key WHERE organization_id = \(job.organization) AND version < \(Int(job.toVersion))
            """
        )
        try job.finish(at: surroundings.now(), on: connection)
        return job.progress(isFinished: true)
    }
}
