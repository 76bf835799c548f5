import Access
import Database

extension AccessServices {
    /// Finds what a token stands for and notes, at most once a minute, that it is in use.
    func findAndTouch(_ token: SessionToken) async throws -> SessionLookup {
        let lookup = try await find(token)
        guard case .active(let principal, needsTouch: true) = lookup else { return lookup }
        do {
            try await database.write(.installation, wakes: false) { try sessions.touch(principal.session, on: $0) }
        } catch is DatabaseError {
            // A full disk or a busy writer must not turn everybody away; the session lives on until its idle time ends.
        }
        return lookup
    }
}
