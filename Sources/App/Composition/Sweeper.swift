import Access
import Casework
import Database
import Domain
import Journal
import Logging
import Vault
import Web

/// Every minute, clears away what is over: sessions, links, expired sharings, repeated requests' keys.
struct Sweeper: Sendable {
    let installation: Installation

    func run() async throws {
        while !Task.isCancelled {
            try await Task.sleep(for: .seconds(60))
            do {
                try await sweepOnce()
            } catch let error as CancellationError {
                throw error
            } catch {
                // What can't be cleared away now, such as one damaged log's, must not end the server.
                let reason = (error as? DatabaseError)?.kind.rawValue ?? String(reflecting: type(of: error))
                installation.logger.warning("Sweeping failed.", metadata: ["reason": "\(reason)"])
            }
        }
    }

    func sweepOnce() async throws {
        try await installation.access.sweep()
        let keys = IdempotencyKeys(surroundings: installation.surroundings)
        let sharing = Sharing(installation.vault)
        let recorder = Recorder(surroundings: installation.surroundings)
        try await installation.database.write(.system) { connection in
            try keys.sweep(on: connection)
            for grant in try sharing.sweepExpired(on: connection) {
                let isPerson = try connection.count("SELECT COUNT(*) FROM person WHERE id = \(grant.record)") > 0
                let own = LeafDraft(
                    log: grant.owner,
                    kind: isPerson ? .personRevoked : .caseRevoked,
                    subject: grant.record,
                    counterpart: grant.recipient
                )
                var theirs = own
                theirs.log = grant.recipient
                theirs.kind = isPerson ? .personWithdrawn : .caseWithdrawn
                theirs.counterpart = grant.owner
                try recorder.record(own, and: [theirs], on: connection)
            }
        }
        let shared = SharingSweep(installation.rooms.cases)
        while try await installation.database.write(.system, { try shared.run(on: $0) }) > 0 {}
        let files = SealedFiles(installation.vault, database: installation.database)
        while try await installation.database.write(.system, wakes: false, { try files.sweepOrphans(on: $0) }) > 0 {}
    }
}
