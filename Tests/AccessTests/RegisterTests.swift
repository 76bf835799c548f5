import Access
import Database
import Domain
import Foundation
import Journal
import TestSupport
import Testing
import Vault

@Suite struct RegisterTests {
    @Test(arguments: TestEngine.available)
    func organizationsAreMadeFoundAndChecked(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let organizations = house.access.organizations
            try await house.database.write(.installation) { connection in
                let home = try #require(try organizations.find(house.organization, on: connection))
                #expect(home.code == "home")
                #expect(home.name(for: ["ru", "en"]) == "home")
                #expect(home.name(for: ["ru"]) == "Үй home")
                #expect(try organizations.list(on: connection).map(\.code) == ["home"])
                #expect(try organizations.find(code: "installation", on: connection)?.id == .installation)
                #expect(
                    try !organizations.ensureInstallation(language: .russian, timeZone: "UTC", on: connection)
                )
                #expect(throws: AccessError.codeTaken) {
                    try organizations.create(TestHouse.draft("home"), by: .program, on: connection)
                }
                #expect(throws: AccessError.unknownTimeZone) {
                    try organizations.create(TestHouse.draft("zone", zone: "Asia/Osh"), by: .program, on: connection)
                }
                for code in ["x", "-ab", "ab-", "Ab", "a b", "аб", String(repeating: "a", count: 41)] {
                    #expect(throws: AccessError.invalidCode) {
                        try organizations.create(TestHouse.draft(code), by: .program, on: connection)
                    }
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func addressesAreUniqueAndFoundWhateverTheirCase(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add("Aida@Example.org")
            let accounts = house.access.accounts
            try await house.database.write(.installation) { connection in
                let same = try #require(EmailAddress("aida@example.ORG"))
                let other = try #require(EmailAddress("other@example.org"))
                #expect(try accounts.find(same, on: connection) == user)
                #expect(try accounts.find(other, on: connection) == nil)
                #expect(throws: AccessError.emailTaken) {
                    try accounts.create(TestHouse.account("AIDA@example.org"), by: .program, on: connection)
                }
                try accounts.setEmail(other, of: user, by: .program, on: connection)
                #expect(try accounts.find(same, on: connection) == nil)
                #expect(try accounts.find(other, on: connection) == user)
                let account = try #require(try accounts.find(user, on: connection))
                #expect(account.email == "other@example.org")
                #expect(account.names.name == "Осмонова Аида")
                #expect(account.hasPassword)
                #expect(!account.hasSecondFactor)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func membersAreListedWithTheirNames(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let first = try await house.add(as: .manager)
            house.clock.advance(seconds: 1)
            let second = try await house.add("bek@example.org", as: .lawyer)
            let members = try await house.database.read(.installation) {
                try house.access.memberships.list(in: house.organization, on: $0)
            }
            #expect(members.map(\.account.id) == [first, second])
            #expect(members.map(\.membership.role) == [.manager, .lawyer])
            #expect(members.map(\.account.email) == [TestHouse.email, "bek@example.org"])
        }
    }

    @Test(arguments: TestEngine.available)
    func theLastManagerStays(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let manager = try await house.add(as: .manager)
            let memberships = house.access.memberships
            let home = house.organization
            try await house.database.write(.installation) { connection in
                #expect(throws: AccessError.lastManager) {
                    try memberships.setActive(false, manager, in: home, by: .program, on: connection)
                }
                #expect(throws: AccessError.lastManager) {
                    try memberships.change(manager, in: home, to: .lawyer, by: .program, on: connection)
                }
                #expect(throws: AccessError.roleNotOfOrganization) {
                    try memberships.change(
                        manager,
                        in: home,
                        to: .installationAdministrator,
                        by: .program,
                        on: connection
                    )
                }
            }
            _ = try await house.add("second@example.org", as: .manager)
            try await house.database.write(.installation) {
                try memberships.setActive(false, manager, in: home, by: .program, on: $0)
            }
            #expect(try await house.attempt().isRefused)
        }
    }

    @Test(arguments: TestEngine.available)
    func changesFromOutsideLeaveALeafInBothLogs(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let outside = ActingUser(user: UserID(high: 9, low: 9), organization: .installation)
            let user = try await house.access.addUser(
                try TestHouse.account(TestHouse.email),
                password: TestHouse.password,
                mustChangePassword: false,
                to: house.organization,
                as: .manager,
                by: outside
            )
            #expect(try await house.leaves(house.organization) == ["member.added"])
            #expect(try await house.leaves().suffix(2) == ["account.created", "member.added"])
            _ = user
        }
    }

    @Test(arguments: TestEngine.available)
    func settingsAreKept(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            var settings = try await house.access.settings()
            #expect(settings.defaultLanguage == .russian)
            settings.networkName = "Көпүрө"
            settings.defaultLanguage = .kyrgyz
            settings.requiresSecondFactor = true
            try await house.access.change(settings, by: .program)
            #expect(try await house.access.settings() == settings)
            #expect(try await house.leaves().last == "settings.changed")
        }
    }

    @Test(arguments: TestEngine.available)
    func anErasedAccountLeavesAnIdAndNothingElse(engine: TestEngine) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let token = try await house.session().token
            let register = try ErasureRegister(path: folder.appending(path: "register").path)
            let erasure = Erasure(house.vault, register: register)
            let accounts = house.access.accounts
            let certificate = try await house.database.write(.installation) {
                try accounts.erase(user, using: erasure, by: .program, on: $0)
            }
            #expect(certificate.wrapsDestroyed == 1)
            #expect(certificate.indexRowsRemoved == 1)
            #expect(try await house.refusal(token) == .unknown)
            #expect(try await house.attempt().isRefused)
            try await house.database.write(.installation) { connection in
                #expect(try accounts.find(user, on: connection) == nil)
                #expect(try accounts.recordState(user, on: connection) == RecordState.gone)
                // The address is free again.
                _ = try accounts.create(TestHouse.account(TestHouse.email), by: .program, on: connection)
                // Twice is once.
                try accounts.completeErasure(certificate.entry, on: connection)
            }
            #expect(try await house.leaves().count { $0 == "account.erased" } == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func accountStatesAreReadAsTheLeavesSaidThem(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            _ = try await house.session()
            let lastStates = try await house.database.read(.system) { connection in
                try connection.rows(
                    """
                    SELECT state FROM journal_leaf WHERE subject_id = \(user) AND state IS NOT NULL ORDER BY position
                    """
                ) { try $0.blob(0) }
            }
            try await house.database.read(.system) { connection in
                var seen: [RecordID] = []
                try Accounts.stateReader.forEach(connection) { record, owner, state in
                    seen.append(record)
                    #expect(owner == .installation)
                    #expect(state == lastStates.last)
                }
                #expect(seen == [user.retagged()])
            }
        }
    }

    /// The list's condition against the check of one record, on 200 random rows, in the database itself.
    @Test(arguments: TestEngine.available)
    func theListsConditionIsTheObjectCheck(engine: TestEngine) async throws {
        try await engine.withDatabase(TestHouse.parts) { database in
            let organizations = (1...4).map { OrganizationID(high: 5, low: UInt64($0)) }
            let now = Instant(milliseconds: 1_000_000)
            try await database.write(.system) { connection in
                var rows: [(record: RecordID, owner: OrganizationID, live: Set<OrganizationID>)] = []
                for number in 0..<200 {
                    let record = RecordID(high: 6, low: UInt64(number))
                    let owner = organizations[number % 4]
                    var live: Set<OrganizationID> = []
                    for recipient in organizations where recipient != owner && Bool.random() {
                        let start = now.advanced(bySeconds: Int64.random(in: -2...1))
                        let end = start.advanced(bySeconds: Int64.random(in: 1...3))
                        let revoked: Instant? = Int.random(in: 0..<4) == 0 ? now : nil
                        try connection.execute(
                            """
                            INSERT INTO record_grant (id, record_id, owner_organization_id, recipient_organization_id,
                                field_groups, purpose, starts_at, expires_at, revoked_at, created_at)
                            VALUES (\(Surroundings.system.newID(GrantEntity.self)), \(record), \(owner), \(recipient),
                                2, 'referral', \(start), \(end), \(revoked), 0)
                            """
                        )
                        if start <= now, end > now, revoked == nil { live.insert(recipient) }
                    }
                    rows.append((record, owner, live))
                }
                for (reader, reach) in zip(organizations, [Reach.granted, .organization, .network, .own]) {
                    let policy = PeoplePolicy(
                        organization: reader,
                        rights: RightSet([GrantedRight(.peopleRead, reach)])
                    )
                    for row in rows {
                        let condition = policy.filter.condition(owner: "p.owner", record: "p.record", at: now)
                        let listed = try connection.count(
                            """
                            SELECT COUNT(*) FROM (SELECT \(row.owner) AS owner, \(row.record) AS record) p
                            WHERE \(condition)
                            """
                        )
                        let groups: FieldGroups = row.live.contains(reader) ? .summary : []
                        #expect((listed == 1) == policy.mayRead(owner: row.owner, granted: groups))
                    }
                }
            }
        }
    }
}
