import Access
import Database
import Domain
import Foundation
import Journal
import Logging
import Localization
import People
import Vault

/// What the command line does besides serving. Each opens the installation, works, and closes it again; all of it may
/// run while a server runs.
public enum Maintenance {
    /// Opens the installation for `work` and closes it afterwards, whatever happens.
    static func with<Value>(
        _ configuration: AppConfiguration,
        _ work: (Installation) async throws -> Value
    ) async throws -> Value {
        let installation = try await Installation.open(configuration)
        do {
            let value = try await work(installation)
            await installation.close()
            return value
        } catch {
            await installation.close()
            throw error
        }
    }

    /// Applies missing migrations; returns their numbers.
    public static func migrate(_ configuration: AppConfiguration) async throws -> [Int] {
        let database = try Installation.openDatabase(configuration, Logger(label: "tirek"))
        do {
            let applied = try await Migrator(parts: Installation.schema, surroundings: .system).migrate(database)
            await database.driver.close()
            return applied
        } catch {
            await database.driver.close()
            throw error
        }
    }

    /// Computes every journal anew and compares it with checkpoint files that were kept elsewhere.
    public static func verifyJournals(
        against paths: [String],
        _ configuration: AppConfiguration
    ) async throws -> VerificationReport {
        let checkpoints = try paths.map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw OperationError("The checkpoint \(path) can't be read.")
            }
            do {
                return try SignedCheckpoint(parsing: text)
            } catch {
                throw OperationError("\(path) is no checkpoint: \(error).")
            }
        }
        return try await with(configuration) { installation in
            let verifier = JournalVerifier(
                stateReaders: Installation.stateReaders,
                key: installation.checkpointKey
            )
            let report = try await verifier.verify(installation.database, against: checkpoints)
            return VerificationReport(report)
        }
    }

    /// Wraps every organisation's keys under a new root key, in one transaction; returns how many.
    public static func replaceRoot(with path: String, _ configuration: AppConfiguration) async throws -> Int {
        let next = try RootSecretSource.file(path).load(
            dataDirectory: configuration.dataDirectory,
            isDemonstration: configuration.isDemonstration
        )
        return try await with(configuration) { installation in
            let recorder = Recorder(surroundings: installation.surroundings)
            return try await installation.database.write(.system) { connection in
                let count = try installation.vault.rewrapRoot(to: next, on: connection).count
                try recorder.record(LeafDraft(log: .installation, kind: .keysRewrapped), on: connection)
                return count
            }
        }
    }

    /// Gives every organisation a new key under which its records' keys are wrapped anew; continues what was cut off.
    public static func rotateKeys(_ configuration: AppConfiguration) async throws -> Int {
        try await with(configuration) { installation in
            let organizations = try await installation.database.read(.installation) {
                try installation.access.organizations.all(on: $0)
            }
            var rewrapped = 0
            for organization in organizations.map(\.id) {
                let progress = try await installation.vault.rotateOrganizationKey(
                    of: organization,
                    in: installation.database
                )
                rewrapped += Int(progress.done)
                let leaf = LeafDraft(log: organization, kind: .keysRotated, actorOrganization: organization)
                try await installation.database.write(.system) { connection in
                    _ = try Recorder(surroundings: installation.surroundings).record(leaf, on: connection)
                }
            }
            return rewrapped
        }
    }
}

/// What verification found, as lines to print.
public struct VerificationReport: Sendable {
    public let lines: [String]
    public let isSound: Bool

    init(_ report: JournalReport) {
        let names = report.logs.map { log in
            "log \(log.log): \(log.size) entries" + (log.provenSize.map { ", complete up to \($0)" } ?? "")
        }
        lines = names + report.findings.map(\.description) + [report.conclusion]
        isSound = report.isSound
    }
}
