public import Database
public import Domain

/// Records a change: its leaves and its event, in the change's own transaction.
public struct Recorder: Sendable {
    private let journal: Journal
    private let surroundings: Surroundings

    public init(surroundings: Surroundings) {
        journal = Journal(surroundings: surroundings)
        self.surroundings = surroundings
    }

    /// Writes a leaf and an event in the leaf's organisation about the leaf's subject; returns the event's position.
    /// The event has the leaf's kind unless another is given.
    @discardableResult
    public func record(_ leaf: LeafDraft, event: String? = nil, on connection: any Connection) throws -> Int64 {
        try record(leaf, and: [], event: event, on: connection)
    }

    /// Writes the leaves of an act between organisations, that of the one who acts first, and an event in the
    /// organisation of each, so that what follows the log of the other hears of it too. An event has its leaf's kind;
    /// the first may have another.
    ///
    /// - Returns: the position of the first leaf's event.
    @discardableResult
    public func record(
        _ leaf: LeafDraft,
        and others: [LeafDraft],
        event: String? = nil,
        on connection: any Connection
    ) throws -> Int64 {
        let at = leaf.at ?? surroundings.now()
        let leaves = ([leaf] + others).map { draft in
            var draft = draft
            draft.at = draft.at ?? at
            return draft
        }
        try journal.append(leaves, on: connection)
        let position = try append(event ?? leaf.kind.rawValue, of: leaf, at, on: connection)
        for other in others { try append(other.kind.rawValue, of: other, at, on: connection) }
        return position
    }

    @discardableResult
    private func append(_ kind: String, of leaf: LeafDraft, _ at: Instant, on connection: any Connection) throws
        -> Int64
    {
        try connection.inLog(leaf.log) {
            try EventLog.append(
                Event(kind: kind, organization: leaf.log, subject: leaf.subject, at: at),
                on: connection
            )
        }
    }
}
