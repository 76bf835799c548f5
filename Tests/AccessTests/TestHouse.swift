import Access
import Database
import Domain
import Journal
import Synchronization
import TestSupport
import Vault

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_750_000_000_000))

    var now: Instant { time.withLock { $0 } }

    func advance(seconds: Int64) {
        time.withLock { $0 = $0.advanced(bySeconds: seconds) }
    }

    var surroundings: Surroundings {
        Surroundings(now: { self.now }, randomBytes: Surroundings.system.randomBytes)
    }
}

/// A fresh installation with one organisation, and what tests do to it again and again.
struct TestHouse: Sendable {
    static let password = "kettle on a blue windowsill"
    static let email = "aida@example.org"

    let database: Database
    let clock: TestClock
    let vault: Vault
    let access: AccessServices
    let organization: OrganizationID

    static let parts = [DatabaseSchema.part, VaultSchema.part, JournalSchema.part, AccessSchema.part]

    /// Runs `body` in a fresh house on the engine. Staff need no second factor unless a test says so.
    static func run(on engine: TestEngine, _ body: (TestHouse) async throws -> Void) async throws {
        try await engine.withDatabase(parts) { database in
            let clock = TestClock()
            let vault = Vault(root: .generate(.system), surroundings: clock.surroundings)
            let access = AccessServices(
                database: database,
                vault: vault,
                surroundings: clock.surroundings,
                hasher: PasswordHasher(
                    surroundings: .system,
                    parameters: Argon2Parameters(time: 1, memory: 64, lanes: 1)
                )
            )
            let organization = try await database.write(.installation) { connection in
                try access.organizations.ensureInstallation(
                    language: .russian,
                    timeZone: "Asia/Bishkek",
                    on: connection
                )
                return try access.organizations.create(draft("home"), by: .program, on: connection)
            }
            var settings = InstallationSettings()
            settings.requiresSecondFactor = false
            try await access.change(settings, by: .program)
            try await body(
                TestHouse(
                    database: database,
                    clock: clock,
                    vault: vault,
                    access: access,
                    organization: organization
                )
            )
        }
    }

    static func draft(_ code: String, zone: String = "Asia/Bishkek") -> OrganizationDraft {
        OrganizationDraft(
            code: code,
            kind: .association,
            language: .kyrgyz,
            timeZone: zone,
            names: [OrganizationName(language: "ky", text: "Үй \(code)"), OrganizationName(language: "en", text: code)]
        )
    }

    static func account(_ email: String) throws -> AccountDraft {
        guard let email = EmailAddress(email), let names = StaffNames(name: "Осмонова Аида", dutyName: "Ая") else {
            throw AccessError.invalidName
        }
        return AccountDraft(email: email, names: names, language: .kyrgyz)
    }

    /// A member of staff with ``password``.
    func add(_ email: String = email, as role: Role = .caseworker, to other: OrganizationID? = nil) async throws
        -> UserID
    {
        try await access.addUser(
            try Self.account(email),
            password: Self.password,
            mustChangePassword: false,
            to: other ?? organization,
            as: role
        )
    }

    func attempt(
        _ email: String = email,
        _ password: String = password,
        code: String? = nil,
        kind: SessionKind = .desk
    ) async throws -> SignInResult {
        try await access.signIn.attempt(email: email, password: password, code: code, kind: kind, client: .firefox)
    }

    /// Signs in and expects it to work.
    func session(_ email: String = email, kind: SessionKind = .desk) async throws -> IssuedSession {
        guard case .signedIn(let session, _) = try await attempt(email, kind: kind) else { throw Unexpected() }
        return session
    }

    func principal(_ token: SessionToken) async throws -> Principal {
        guard let principal = try await access.find(token).principal else { throw Unexpected() }
        return principal
    }

    func pending(_ session: IssuedSession?) async throws -> PendingSession {
        guard let session, case .pending(let pending) = try await access.find(session.token) else { throw Unexpected() }
        return pending
    }

    func refusal(_ token: SessionToken) async throws -> SessionRefusal? {
        if case .refused(let refusal) = try await access.find(token) { refusal } else { nil }
    }

    /// The kinds of an organisation's leaves, in their order.
    func leaves(_ log: OrganizationID = .installation) async throws -> [String] {
        try await database.read(.system) { connection in
            try connection.rows("SELECT kind FROM journal_leaf WHERE log_id = \(log) ORDER BY position") {
                try $0.text(0)
            }
        }
    }

    struct Unexpected: Error {}
}
