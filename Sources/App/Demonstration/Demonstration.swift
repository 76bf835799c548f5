import Access
import Database
import Domain
public import Foundation
import Journal
import People
import Vault

/// Makes a demonstration network: fictional organisations, accounts of every role, and people, all from a seed.
public enum Demonstration {
    /// Makes the network in a folder, or finds the one that is there.
    ///
    /// - Parameters:
    ///   - directory: made when it is missing; holds the database, the key and the accounts' passwords.
    ///   - databaseURL: another database than the folder's own file; must be empty.
    ///   - seed: where the fictional names come from. Passwords and ids are random all the same.
    ///   - people: how many people to make in all.
    ///   - environment: the process's own; tests give another.
    /// - Returns: the accounts, those of an earlier run too.
    /// - Throws: `ConfigurationError` or `OperationError`, in words for whoever runs the command.
    public static func make(
        directory: String,
        databaseURL: String? = nil,
        seed: UInt64,
        people: Int,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> [DemonstrationAccount] {
        guard people >= 0 else { throw OperationError("--people can't be negative.") }
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
        let made = try await Maintenance.with(configuration) { installation in
            try await fill(installation, seed: seed, people: people)
        }
        try save(made, at: accountsPath)
        return made
    }

    private static func fill(
        _ installation: Installation,
        seed: UInt64,
        people: Int
    ) async throws -> [DemonstrationAccount] {
        let plan = DemonstrationNetworkPlan()
        let access = installation.access
        // A run that was cut off left organisations behind; making them twice would be worse than saying so.
        let existing = try await installation.database.read(.installation) {
            try access.organizations.list(all: true, on: $0).count
        }
        guard existing == 0 else {
            throw OperationError("The database is not empty. Give another folder, or remove what a broken run left.")
        }
        // Trying Tirek out must not need a phone; a real network keeps the second step on.
        var settings = try await access.settings()
        settings.requiresSecondFactor = false
        try await access.change(settings, by: .program)
        let passwords = DemonstrationPasswords(installation.surroundings)
        var accounts: [DemonstrationAccount] = []
        var owners: [Principal] = []
        for organization in plan.organizations {
            let made = try await make(organization, passwords, installation)
            accounts += made.accounts
            owners.append(made.owner)
        }
        let administrator = try await DemonstrationMember(
            email: plan.administrator.email,
            name: plan.administrator.name,
            role: .installationAdministrator
        ).make(in: .installation, named: "Tirek", passwords, installation)
        accounts.append(administrator.account)
        try await makePeople(people, seed: seed, owners, installation)
        return accounts
    }

    private static func make(
        _ organization: DemonstrationNetworkPlan.Organization,
        _ passwords: DemonstrationPasswords,
        _ installation: Installation
    ) async throws -> (accounts: [DemonstrationAccount], owner: Principal) {
        let draft = OrganizationDraft(
            code: organization.code,
            kind: organization.kind,
            language: organization.language,
            timeZone: organization.zone,
            names: organization.names.map { OrganizationName(language: $0.language, text: $0.text) }
        )
        let id = try await installation.database.write(.installation) {
            try installation.access.organizations.create(draft, by: .program, on: $0)
        }
        var accounts: [DemonstrationAccount] = []
        var owner: UserID?
        for member in organization.members {
            let made = try await DemonstrationMember(email: member.email, name: member.name, role: member.role)
                .make(in: id, named: organization.names.first?.text ?? organization.code, passwords, installation)
            accounts.append(made.account)
            if member.role.rights.allows(.peopleShare, .organization), owner == nil { owner = made.user }
        }
        guard let owner else { throw OperationError("\(organization.code) has nobody who may share records.") }
        let principal = Principal(
            user: owner,
            organization: id,
            role: .caseworker,
            session: installation.surroundings.newID(),
            csrfToken: "",
            dutyName: ""
        )
        return (accounts, principal)
    }

    /// Most people belong to the first organisation; every sixth record is shared with the next one.
    private static func makePeople(
        _ count: Int,
        seed: UInt64,
        _ owners: [Principal],
        _ installation: Installation
    ) async throws {
        var fiction = FictionalPeople(seed: seed)
        for start in stride(from: 0, to: count, by: 20) {
            let batch = (start..<min(start + 20, count)).map { index in (index: index, details: fiction.next()) }
            for (position, owner) in owners.enumerated() {
                let own = batch.filter { share(of: $0.index, among: owners.count) == position }
                guard !own.isEmpty else { continue }
                let recipient = owners[(position + 1) % owners.count].organization
                try await installation.database.write(.organization(owner.organization)) { connection in
                    for entry in own {
                        let id = try installation.people.create(entry.details, by: owner, on: connection)
                        guard entry.index % 6 == 0, recipient != owner.organization else { continue }
                        try shareRecord(id, with: recipient, by: owner, installation, on: connection)
                    }
                }
            }
        }
    }

    private static func share(of index: Int, among owners: Int) -> Int {
        index % 2 == 0 ? 0 : (index / 2) % owners
    }

    private static func shareRecord(
        _ id: PersonID,
        with recipient: OrganizationID,
        by owner: Principal,
        _ installation: Installation,
        on connection: any Connection
    ) throws {
        let draft = GrantDraft(
            record: id.retagged(),
            recipient: recipient,
            groups: FieldGroups([.identity, .contact]),
            purpose: SharingPurpose.legalAid.rawValue,
            expiresAt: installation.surroundings.now().advanced(bySeconds: 90 * 86_400),
            createdBy: owner.user
        )
        _ = try installation.people.share(id, draft, by: owner, on: connection)
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
