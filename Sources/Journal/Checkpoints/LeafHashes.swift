public import Database
public import Domain

/// Walks over the kept leaf hashes of a log without holding them all.
enum LeafHashes {
    private static let page: Int64 = 2000

    /// Calls `body` with the hashes of the leaves at these positions, in order, as far as they are there.
    static func forEach(
        in log: OrganizationID,
        _ positions: Range<Int64>,
        on connection: any Connection,
        _ body: (MerkleHash) -> Void
    ) throws {
        var next = positions.lowerBound
        while next < positions.upperBound {
            let end = min(next + page, positions.upperBound)
            var count: Int64 = 0
            try connection.forEachRow(
                """
                SELECT leaf_hash FROM journal_leaf
                WHERE log_id = \(log) AND position >= \(next) AND position < \(end) ORDER BY position
                """
            ) { row in
                guard let hash = MerkleHash(bytes: try row.blob(0)) else { return }
                count += 1
                body(hash)
            }
            if count < end - next { return }
            next = end
        }
    }
}

/// Proofs that a partner checks against checkpoints.
public enum JournalProof {
    /// Shows that the leaf at `position` is in the log as it stood with `size` leaves; `nil` when the log has no such
    /// leaf or was never of that size.
    public static func inclusion(
        of position: Int64,
        in log: OrganizationID,
        size: Int64,
        on connection: any Connection
    ) throws -> [MerkleHash]? {
        guard let leaves = try leaves(of: log, size, on: connection) else { return nil }
        return MerkleTree.inclusionProof(of: Int(position), in: leaves[...])
    }

    /// Shows that the log with `newSize` leaves begins with the log of `oldSize` leaves.
    public static func consistency(
        in log: OrganizationID,
        from oldSize: Int64,
        to newSize: Int64,
        on connection: any Connection
    ) throws -> [MerkleHash]? {
        guard let leaves = try leaves(of: log, newSize, on: connection) else { return nil }
        return MerkleTree.consistencyProof(from: Int(oldSize), in: leaves[...])
    }

    private static func leaves(
        of log: OrganizationID,
        _ size: Int64,
        on connection: any Connection
    ) throws -> [MerkleHash]? {
        guard size >= 0 else { return nil }
        var leaves: [MerkleHash] = []
        try connection.inLog(log) {
            try LeafHashes.forEach(in: log, 0..<size, on: connection) { leaves.append($0) }
        }
        return leaves.count == Int(size) ? leaves : nil
    }
}
