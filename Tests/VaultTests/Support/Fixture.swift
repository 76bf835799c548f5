import Database
@_spi(TenantScopes) import Domain
import Synchronization
import TestSupport
import Vault

/// A clock that a test moves.
final class TestClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_800_000_000_000))

    var now: Instant { instant.withLock { $0 } }

    func advance(seconds: Int64) {
        instant.withLock { $0 = $0.advanced(bySeconds: seconds) }
    }

    var surroundings: Surroundings {
        Surroundings(now: { self.now }, randomBytes: Surroundings.system.randomBytes)
    }
}

/// A database with the keys of three organisations and of the installation.
struct Fixture: Sendable {
    let database: Database
    let clock: TestClock
    let root: RootSecret
    let vault: Vault
    let owner: OrganizationID
    let recipient: OrganizationID
    let stranger: OrganizationID

    var sharing: Sharing { Sharing(vault) }
    var surroundings: Surroundings { clock.surroundings }

    func newRecordID() -> RecordID { surroundings.newID() }

    func scope(_ organization: OrganizationID) -> TenantScope {
        TenantScope(organization: organization)
    }

    /// Makes a record of the owner's with one sealed name.
    func newRecord(name: String = "Айгүл") async throws -> (record: RecordID, sealed: [UInt8]) {
        let record = newRecordID()
        let sealed = try await write(owner) { keyring, connection in
            try keyring.newRecord(record, on: connection).seal(name, .personNames)
        }
        return (record, sealed)
    }

    /// Opens a sealed name as an organisation; `nil` when it holds nothing of the record's key.
    func openName(_ record: RecordID, _ sealed: [UInt8], as organization: OrganizationID) async throws -> String? {
        try await read(organization) { keyring, connection in
            try keyring.open(record, on: connection)?.openText(sealed, .personNames)
        }
    }

    /// Shares with the recipient for a day.
    func share(_ record: RecordID, _ groups: FieldGroups = .summary) async throws -> Grant {
        try await write(owner) { keyring, connection in
            try sharing.grant(draft(record, groups), by: keyring, on: connection)
        }
    }

    func draft(_ record: RecordID, _ groups: FieldGroups = .summary, days: Int64 = 1) -> GrantDraft {
        GrantDraft(
            record: record,
            recipient: recipient,
            groups: groups,
            purpose: "referral",
            expiresAt: clock.now.advanced(bySeconds: days * 86_400)
        )
    }

    func read<Value: Sendable>(
        _ organization: OrganizationID,
        _ body: @escaping @Sendable (Keyring, any Connection) throws -> Value
    ) async throws -> Value {
        try await database.read(.organization(organization)) { connection in
            try body(vault.keyring(for: organization, on: connection), connection)
        }
    }

    func write<Value: Sendable>(
        _ organization: OrganizationID,
        _ body: @escaping @Sendable (Keyring, any Connection) throws -> Value
    ) async throws -> Value {
        try await database.write(.organization(organization)) { connection in
            try body(vault.keyring(for: organization, on: connection), connection)
        }
    }

    func count(_ sql: SQL) async throws -> Int64 {
        try await database.read(.system) { try $0.count(sql) }
    }
}

/// Runs `body` with a fresh fixture on each engine.
func withFixture(_ body: (Fixture) async throws -> Void) async throws {
    let clock = TestClock()
    try await withEachEngine([VaultSchema.part], surroundings: clock.surroundings) { database in
        let root = RootSecret.generate(clock.surroundings)
        let fixture = Fixture(
            database: database,
            clock: clock,
            root: root,
            vault: Vault(root: root, surroundings: clock.surroundings),
            owner: clock.surroundings.newID(),
            recipient: clock.surroundings.newID(),
            stranger: clock.surroundings.newID()
        )
        try await database.write(.installation) { connection in
            for organization in [fixture.owner, fixture.recipient, fixture.stranger, .installation] {
                try fixture.vault.createKeys(for: organization, on: connection)
            }
        }
        try await body(fixture)
    }
}
