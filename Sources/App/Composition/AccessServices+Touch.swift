import Access
import Database

extension AccessServices {
    /// Finds what a token stands for and notes, at most once a minute, that it is in use.
    func findAndTouch(_ token: SessionToken) async throws -> SessionLookup {
        let lookup = try await find(token)
        guard case .active(let principal, needsTouch: true) = lookup else { return lookup }
        do {
            try await database.write(.installation) { try sessions.touch(principal.session, on: $0) }
        } catch let error as DatabaseError where error.kind == .diskFull {
            // A full disk must not sign everybody out; the session lives on until its idle time ends.
        }
        return lookup
    }
}
