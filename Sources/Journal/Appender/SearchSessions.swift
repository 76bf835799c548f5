import Domain
import Synchronization

/// Remembers which searches a leaf already stands for: what a person types into one field within 30 seconds is one
/// search. What was typed is never kept.
final class SearchSessions: Sendable {
    private struct Key: Hashable {
        let session: SessionID
        let field: String
    }

    /// How long a leaf stands for further queries in the same field.
    static let length: Int64 = 30
    private static let sweepsAbove = 1024

    private let ends = Mutex<[Key: Instant]>([:])

    /// Whether a durable leaf covers a query in this field at this instant.
    func covers(_ session: SessionID, _ field: String, at now: Instant) -> Bool {
        ends.withLock { ends in
            guard let end = ends[Key(session: session, field: field)] else { return false }
            // A clock that was set back must not stretch the half minute.
            return now < end && end <= now.advanced(bySeconds: Self.length)
        }
    }

    /// Says that a leaf written at `instant` is durable.
    func cover(_ session: SessionID, _ field: String, from instant: Instant) {
        ends.withLock { ends in
            if ends.count >= Self.sweepsAbove { ends = ends.filter { instant < $0.value } }
            ends[Key(session: session, field: field)] = instant.advanced(bySeconds: Self.length)
        }
    }
}
