public import Database
public import Domain

/// Files sealed in chunks of 64 KiB in the database. Nothing unsealed touches a temporary file, and no transaction
/// holds more than 1 MiB.
public struct SealedFiles: Sendable {
    /// Bytes of every chunk but the last, which may be shorter.
    public static let chunkByteCount = 65_536
    static let chunksPerTransaction = 16
    /// A staged file that nothing was linked to in this time is swept.
    public static let orphanSeconds: Int64 = 86_400

    let vault: Vault
    let database: Database

    public init(_ vault: Vault, database: Database) {
        self.vault = vault
        self.database = database
    }

    /// Takes in a file's bytes as they arrive. The file is not part of its record before ``link(_:on:)``.
    ///
    /// - Parameters:
    ///   - bytes: in pieces of any size.
    ///   - record: a record of the scope's organisation.
    ///   - scope: the owner's.
    ///   - limit: the longest file that is taken, in bytes.
    /// - Returns: the staged file, to be linked.
    /// - Throws: `VaultError.tooLarge` for a longer file, `.missingKey` or `.notOwner` for a record that isn't the
    ///   scope's organisation's own, and what `bytes` throws. What was staged by then is swept after a day.
    public func stage<Pieces: AsyncSequence>(
        _ bytes: Pieces,
        of record: RecordID,
        in scope: TenantScope,
        limit: Int64 = .max
    ) async throws -> SealedFile where Pieces.Element: Sequence<UInt8> {
        let id = try await begin(record, scope)
        var pending: [UInt8] = []
        var number = 0
        var total: Int64 = 0
        for try await piece in bytes {
            let before = pending.count
            pending.append(contentsOf: piece)
            total += Int64(pending.count - before)
            guard total <= limit else { throw VaultError.tooLarge(limit: limit) }
            // The last chunk is marked as such, so one is always kept back until the end is known.
            while pending.count > Self.chunkByteCount * Self.chunksPerTransaction {
                let batch = Array(pending.prefix(Self.chunkByteCount * Self.chunksPerTransaction))
                pending.removeFirst(batch.count)
                number = try await write(batch, from: number, of: id, record, scope, isEnd: false)
            }
        }
        number = try await write(pending, from: number, of: id, record, scope, isEnd: true)
        return try await complete(id, byteCount: total, chunkCount: number, scope)
    }

    /// Makes a staged file part of its record, in the transaction that notes it.
    ///
    /// - Throws: `VaultError.incompleteFile` unless all of it is staged.
    public func link(_ id: SealedFileID, on connection: any Connection) throws {
        let count = try connection.execute(
            """
            UPDATE sealed_file SET linked_at = \(vault.surroundings.now())
            WHERE id = \(id) AND linked_at IS NULL AND chunk_count > 0 AND staged_at > 0
                AND \(connection.isOwn("organization_id"))
            """
        )
        guard count == 1 else { throw VaultError.incompleteFile }
    }

    /// Takes a file away from its record; the sweep removes its bytes.
    public func unlink(_ id: SealedFileID, on connection: any Connection) throws {
        try connection.execute(
            """
            UPDATE sealed_file SET linked_at = NULL, staged_at = 0
            WHERE id = \(id) AND \(connection.isOwn("organization_id"))
            """
        )
    }

    /// A file that is linked and that the transaction's organisation may see.
    public func find(_ id: SealedFileID, on connection: any Connection) throws -> SealedFile? {
        let now = vault.surroundings.now()
        return try connection.first(
            """
            SELECT \(SealedFile.columns) FROM sealed_file f WHERE f.id = \(id) AND f.linked_at IS NOT NULL
                AND (\(connection.isOwn("f.organization_id")) OR EXISTS (
                    SELECT 1 FROM record_grant live WHERE live.record_id = f.record_id
                        AND \(connection.isOwn("live.recipient_organization_id")) AND \(Grant.isLive("live", at: now))))
            """,
            SealedFile.init(from:)
        )
    }

    /// The file's bytes, chunk by chunk; each is checked before it is handed out, and the end is checked to be the end.
    ///
    /// The stream throws `VaultError.missingKey` when the record is not, or no longer, open to the organisation.
    public func chunks(
        of file: SealedFile,
        in scope: TenantScope
    ) -> AsyncThrowingStream<[UInt8], any Error> {
        let next = Counter()
        return AsyncThrowingStream {
            let number = await next.value
            guard number < file.chunkCount else { return nil }
            let chunk = try await self.database.read(scope) { connection in
                try self.chunk(number, of: file, for: scope.organization, on: connection)
            }
            await next.increment()
            return chunk
        }
    }

    /// Deletes staged and unlinked files that nobody has linked within a day, at most `limit` chunks at a time.
    /// Called by a job in the system scope until it returns 0.
    ///
    /// - Returns: how many rows were deleted.
    public func sweepOrphans(limit: Int = 16, on connection: any Connection) throws -> Int {
        let before = vault.surroundings.now().advanced(bySeconds: -Self.orphanSeconds)
        let orphans: [SealedFileID] = try connection.rows(
            """
            SELECT id FROM sealed_file WHERE linked_at IS NULL AND staged_at <= \(before)
            ORDER BY staged_at, id LIMIT 1
            """
        ) { try $0.id(0) }
        guard let orphan = orphans.first else { return 0 }
        let chunks = try connection.execute(
            """
            DELETE FROM sealed_file_chunk WHERE file_id = \(orphan) AND number IN (
                SELECT number FROM sealed_file_chunk WHERE file_id = \(orphan) ORDER BY number LIMIT \(limit)
            )
            """
        )
        if chunks == limit { return chunks }
        return try chunks + connection.execute("DELETE FROM sealed_file WHERE id = \(orphan)")
    }
}

/// Where a stream of chunks is.
private actor Counter {
    var value = 0

    func increment() {
        value += 1
    }
}

extension SealedFiles {
    private func begin(_ record: RecordID, _ scope: TenantScope) async throws -> SealedFileID {
        let id = vault.surroundings.newID(SealedFileEntity.self)
        try await database.write(scope) { connection in
            _ = try self.ownKey(record, scope.organization, on: connection)
            try connection.execute(
                """
                INSERT INTO sealed_file (id, organization_id, record_id, byte_count, chunk_count, staged_at)
                VALUES (\(id), \(scope.organization), \(record), 0, 0, \(self.vault.surroundings.now()))
                """
            )
        }
        return id
    }

    /// Seals and stores up to 1 MiB; an empty file has one empty chunk.
    private func write(
        _ bytes: [UInt8],
        from first: Int,
        of id: SealedFileID,
        _ record: RecordID,
        _ scope: TenantScope,
        isEnd: Bool
    ) async throws -> Int {
        let count = max(1, (bytes.count + Self.chunkByteCount - 1) / Self.chunkByteCount)
        try await database.write(scope) { connection in
            let cipher = try ChunkCipher(self.ownKey(record, scope.organization, on: connection), file: id)
            for index in 0..<count {
                let start = index * Self.chunkByteCount
                let chunk = bytes[start..<min(start + Self.chunkByteCount, bytes.count)]
                let sealed = try cipher.seal(chunk, number: first + index, isLast: isEnd && index == count - 1)
                try connection.execute(
                    """
                    INSERT INTO sealed_file_chunk (file_id, number, organization_id, record_id, sealed)
                    VALUES (\(id), \(first + index), \(scope.organization), \(record), \(Blob(sealed)))
                    """
                )
            }
        }
        return first + count
    }

    private func complete(
        _ id: SealedFileID,
        byteCount: Int64,
        chunkCount: Int,
        _ scope: TenantScope
    ) async throws -> SealedFile {
        try await database.write(scope) { connection in
            try connection.execute(
                """
                UPDATE sealed_file SET byte_count = \(byteCount), chunk_count = \(chunkCount)
                WHERE id = \(id) AND linked_at IS NULL
                """
            )
            let staged = try connection.first(
                "SELECT \(SealedFile.columns) FROM sealed_file f WHERE f.id = \(id)",
                SealedFile.init(from:)
            )
            guard let staged else { throw VaultError.incompleteFile }
            return staged
        }
    }

    private func chunk(
        _ number: Int,
        of file: SealedFile,
        for organization: OrganizationID,
        on connection: any Connection
    ) throws -> [UInt8] {
        let key = try vault.keyring(for: organization, on: connection).key(of: file.record, on: connection)
        let cipher = try ChunkCipher(key, file: file.id)
        let opened = try connection.first(
            """
            SELECT c.sealed FROM sealed_file_chunk c JOIN sealed_file f ON f.id = c.file_id
            WHERE c.file_id = \(file.id) AND c.number = \(number) AND f.linked_at IS NOT NULL
            """
        ) { row in
            try row.withBlob(0) { try cipher.open($0, number: number, isLast: number == file.chunkCount - 1) }
        }
        guard let opened else { throw VaultError.incompleteFile }
        return opened
    }

    private func ownKey(
        _ record: RecordID,
        _ organization: OrganizationID,
        on connection: any Connection
    ) throws -> RecordKey {
        let key = try vault.keyring(for: organization, on: connection).key(of: record, on: connection)
        guard key.isWhole else { throw VaultError.notOwner }
        return key
    }
}

extension SealedFiles {
    /// Seals a record's chunks again under its new key, within the transaction that renews it.
    static func reseal(_ old: RecordKey, _ new: RecordKey, on connection: any Connection) throws {
        let files = try connection.rows(
            "SELECT \(SealedFile.columns) FROM sealed_file f WHERE f.record_id = \(old.record) AND f.chunk_count > 0",
            SealedFile.init(from:)
        )
        for file in files {
            let (from, to) = (try ChunkCipher(old, file: file.id), try ChunkCipher(new, file: file.id))
            for number in 0..<file.chunkCount {
                let isLast = number == file.chunkCount - 1
                let plain = try connection.first(
                    "SELECT sealed FROM sealed_file_chunk WHERE file_id = \(file.id) AND number = \(number)"
                ) { try $0.withBlob(0) { try from.open($0, number: number, isLast: isLast) } }
                guard let plain else { throw VaultError.incompleteFile }
                let sealed = try to.seal(plain[...], number: number, isLast: isLast)
                try connection.execute(
                    """
                    UPDATE sealed_file_chunk SET sealed = \(Blob(sealed))
                    WHERE file_id = \(file.id) AND number = \(number)
                    """
                )
            }
        }
    }
}
