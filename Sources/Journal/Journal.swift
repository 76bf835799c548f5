public import Database
public import Domain

/// Writes leaves into the logs, in the transaction of whatever they tell of.
///
/// One log for each organisation and one for the installation; each is a Merkle tree after RFC 6962. A log's head is
/// read inside the transaction each time, since other processes write too.
public struct Journal: Sendable {
    private let surroundings: Surroundings

    public init(surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Appends a leaf and returns its position in its log, counted from 0.
    ///
    /// The log may be another organisation's than the transaction's own.
    @discardableResult
    public func append(_ draft: LeafDraft, on connection: any Connection) throws -> Int64 {
        try append(to: draft.log, [draft], on: connection)
    }

    /// Appends several leaves, each log's in the given order; each head is read and written once.
    public func append(_ drafts: [LeafDraft], on connection: any Connection) throws {
        guard let first = drafts.first else { return }
        if drafts.allSatisfy({ $0.log == first.log }) {
            try append(to: first.log, drafts, on: connection)
            return
        }
        var logs: [OrganizationID] = []
        var byLog: [OrganizationID: [LeafDraft]] = [:]
        for draft in drafts {
            if byLog[draft.log] == nil { logs.append(draft.log) }
            byLog[draft.log, default: []].append(draft)
        }
        for log in logs {
            try append(to: log, byLog[log] ?? [], on: connection)
        }
    }

    /// Appends to one log and returns the first new leaf's position.
    @discardableResult
    private func append(
        to log: OrganizationID,
        _ drafts: [LeafDraft],
        on connection: any Connection
    ) throws -> Int64 {
        try connection.inLog(log) {
            var frontier = try JournalHead.frontier(of: log, on: connection)
            let start = frontier.size
            let now = surroundings.now()
            for draft in drafts {
                guard draft.kind.isWellFormed else { throw JournalError.malformedKind(draft.kind.rawValue) }
                let leaf = makeLeaf(draft, position: frontier.size, now: now)
                let hash = leaf.hash()
                try insert(leaf, hash, on: connection)
                frontier.append(hash)
            }
            try connection.execute(
                """
                INSERT INTO journal_head (log_id, size, frontier)
                VALUES (\(log), \(frontier.size), \(Blob(frontier.encodedPeaks)))
                ON CONFLICT (log_id) DO UPDATE SET size = excluded.size, frontier = excluded.frontier
                """
            )
            return start
        }
    }

    private func makeLeaf(_ draft: LeafDraft, position: Int64, now: Instant) -> Leaf {
        Leaf(
            log: draft.log,
            position: position,
            at: draft.at ?? now,
            kind: draft.kind.rawValue,
            actor: draft.actor,
            actorOrganization: draft.actorOrganization,
            subject: draft.subject,
            counterpart: draft.counterpart,
            details: draft.details?.isEmpty == true ? nil : draft.details,
            // An erasure leaves nothing, whether or not the room says so.
            state: draft.state ?? (draft.kind.isErasure ? RecordState.gone : nil),
            salt: surroundings.randomBytes(Leaf.saltSize)
        )
    }

    private func insert(_ leaf: Leaf, _ hash: MerkleHash, on connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO journal_leaf (
                log_id, position, at, kind, actor_id, actor_organization_id, subject_id, counterpart_id,
                details, state, salt, leaf_hash
            ) VALUES (
                \(leaf.log), \(leaf.position), \(leaf.at), \(leaf.kind), \(leaf.actor), \(leaf.actorOrganization),
                \(leaf.subject), \(leaf.counterpart), \(leaf.details.map(Blob.init)), \(leaf.state.map(Blob.init)),
                \(Blob(leaf.salt)), \(Blob(hash.bytes))
            )
            """
        )
    }
}

/// The present end of a log.
enum JournalHead {
    /// The log's frontier; an empty one before the first leaf.
    static func frontier(of log: OrganizationID, on connection: any Connection) throws -> MerkleFrontier {
        let kept = try connection.first("SELECT size, frontier FROM journal_head WHERE log_id = \(log)") { row in
            MerkleFrontier(size: try row.integer(0), encodedPeaks: try row.blob(1))
        }
        guard let kept else { return MerkleFrontier() }
        guard let frontier = kept else { throw JournalError.damagedHead(log) }
        return frontier
    }
}

extension Connection {
    /// Runs `body` in a scope that sees the log: the present one when it does, else the log's own.
    func inLog<Value>(_ log: OrganizationID, _ body: () throws -> Value) throws -> Value {
        if scope == .system { return try body() }
        return try acting(as: log == .installation ? .installation : .organization(log), body)
    }
}
