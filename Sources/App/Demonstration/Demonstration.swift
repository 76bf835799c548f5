import Access
import Database
import Domain
public import Foundation
import Vault

/// Makes a demonstration network: fictional organisations, accounts of every role, and three years of their work, all
/// from a seed.
public enum Demonstration {
    /// Makes the network in a folder, or finds the one that is there.
    ///
    /// - Parameters:
    ///   - directory: made when it is missing; holds the database, the key and the accounts' passwords.
    ///   - databaseURL: another database than the folder's own file; must be empty.
    ///   - seed: where the fictional names, dates and numbers come from. Passwords and ids are random all the same.
    ///   - people: how many people to make in all; `nil` for the whole network's 1,800.
    ///   - contacts: how many contacts; `nil` for as many as people, or the whole network's 3,000.
    ///   - cases: how many cases; `nil` for three to ten contacts.
    ///   - environment: the process's own; tests give another.
    /// - Returns: the accounts, those of an earlier run too.
    /// - Throws: `ConfigurationError` or `OperationError`, in words for whoever runs the command.
    public static func make(
        directory: String,
        databaseURL: String? = nil,
        seed: UInt64,
        people: Int? = nil,
        contacts: Int? = nil,
        cases: Int? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> [DemonstrationAccount] {
        for (flag, count) in [("people", people), ("contacts", contacts), ("cases", cases)] {
            if let count, count < 0 { throw OperationError("--\(flag) can't be negative.") }
        }
        let calls = contacts ?? people ?? 3000
        let sizes = NetworkSizes(people: people ?? 1800, contacts: calls, cases: cases ?? calls * 3 / 10)
        return try await make(directory: directory, databaseURL: databaseURL, environment: environment) {
            installation,
            clock in
            try await fill(installation, clock, .demonstration, sizes, seed: seed)
        }
    }

    /// Prepares the folder, opens the installation with a clock that can be moved, and keeps the accounts.
    static func make(
        directory: String,
        databaseURL: String?,
        environment: [String: String],
        _ fill: (Installation, DemonstrationClock) async throws -> [DemonstrationAccount]
    ) async throws -> [DemonstrationAccount] {
        let accountsPath = directory + "/accounts.json"
        if let earlier = try accounts(at: accountsPath) { return earlier }
        try makeFolder(directory)
        try makeFolder(directory + "/checkpoints")
        let keyPath = directory + "/root.key"
        if !FileManager.default.fileExists(atPath: keyPath) {
            try RootSecret.generate(.system).store(at: keyPath)
        }
        var flags: [String: String] = [:]
        if let databaseURL { flags["TIREK_DATABASE_URL"] = databaseURL }
        let settings = try Settings(flags: flags, environment: environment)
        let configuration = try AppConfiguration(demonstration: directory, settings)
        let clock = DemonstrationClock()
        let installation = try await Installation.open(configuration, surroundings: clock.surroundings)
        let made: [DemonstrationAccount]
        do {
            made = try await fill(installation, clock)
        } catch {
            await installation.close()
            throw error
        }
        await installation.close()
        try save(made, at: accountsPath)
        return made
    }

    private static func fill(
        _ installation: Installation,
        _ clock: DemonstrationClock,
        _ plan: DemonstrationNetworkPlan,
        _ sizes: NetworkSizes,
        seed: UInt64
    ) async throws -> [DemonstrationAccount] {
        try await checkEmpty(installation)
        let now = Surroundings.system.now()
        var schedule = NetworkSchedule(plan, sizes, seed: seed, now: now)
        schedule.writeTwice()
        // The organisations were there before the first call.
        clock.move(to: now.advanced(bySeconds: -(NetworkSchedule.years * 365 + 30) * 86_400))
        let staff = try await NetworkFounding(installation: installation, plan: plan).make()
        let maker = NetworkMaker(installation, clock, plan, staff, schedule)
        try await maker.run()
        try await NetworkPresent(maker: maker, seed: seed).make()
        return staff.accounts
    }

    /// A run that was cut off left organisations behind; making them twice would be worse than saying so.
    static func checkEmpty(_ installation: Installation) async throws {
        let existing = try await installation.database.read(.installation) {
            try installation.access.organizations.list(all: true, on: $0).count
        }
        guard existing == 0 else {
            throw OperationError("The database is not empty. Give another folder, or remove what a broken run left.")
        }
    }

    private static func makeFolder(_ directory: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw OperationError("The folder \(directory) can't be made.")
        }
    }

    private static func accounts(at path: String) throws -> [DemonstrationAccount]? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        guard let accounts = try? JSONDecoder().decode([DemonstrationAccount].self, from: data) else {
            throw OperationError("\(path) can't be read; remove the folder to make a new demonstration.")
        }
        return accounts
    }

    private static func save(_ accounts: [DemonstrationAccount], at path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: try encoder.encode(accounts),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw OperationError("\(path) can't be written.") }
    }
}
