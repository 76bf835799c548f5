import Access
import Database
import Domain
import TestSupport
import Testing

@Suite struct SessionTests {
    @Test(arguments: TestEngine.available)
    func aTokenFindsWhoSignedInWithAllThereIsToKnow(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let session = try await house.session()
            let principal = try await house.principal(session.token)
            #expect(principal.user == user)
            #expect(principal.organization == house.organization)
            #expect(principal.role == .caseworker)
            #expect(principal.session == session.id)
            #expect(principal.dutyName == "Ая")
            #expect(principal.language == "ky")
            #expect(principal.csrfToken == session.token.csrfToken)
            #expect(!principal.isSteppedUp(at: house.clock.now))
            #expect(try await house.refusal(SessionToken(surroundings: .system)) == .unknown)
        }
    }

    @Test(arguments: TestEngine.available)
    func deskSessionsEndIdleAndAtTheirGreatestAge(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let token = try await house.session().token
            house.clock.advance(seconds: 30 * 60 - 1)
            #expect(try await house.access.find(token).principal != nil)
            house.clock.advance(seconds: 1)
            #expect(try await house.refusal(token) == .idle)

            let busy = try await house.session()
            var hours = 0
            while case .active = try await house.access.find(busy.token) {
                house.clock.advance(seconds: 20 * 60)
                hours += 1
                try await house.database.write(.installation) { try house.access.sessions.touch(busy.id, on: $0) }
            }
            #expect(hours == 36)
            #expect(try await house.refusal(busy.token) == .expired)
        }
    }

    @Test(arguments: TestEngine.available)
    func programSessionsHaveNoIdleLimitButAnEnd(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let token = try await house.session(kind: .api).token
            house.clock.advance(seconds: 29 * 86400)
            #expect(try await house.principal(token).kind == .api)
            house.clock.advance(seconds: 86400)
            #expect(try await house.refusal(token) == .expired)
        }
    }

    @Test(arguments: TestEngine.available)
    func touchIsWantedOnceAMinute(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let session = try await house.session()
            func needsTouch() async throws -> Bool {
                if case .active(_, let needsTouch) = try await house.access.find(session.token) {
                    needsTouch
                } else {
                    false
                }
            }
            #expect(try await !needsTouch())
            house.clock.advance(seconds: 60)
            #expect(try await needsTouch())
            try await house.database.write(.installation) { try house.access.sessions.touch(session.id, on: $0) }
            #expect(try await !needsTouch())
        }
    }

    @Test(arguments: TestEngine.available)
    func lockNowEndsEveryOwnSessionAndNobodyElses(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            _ = try await house.add("bek@example.org")
            let mine = [try await house.session(), try await house.session(), try await house.session(kind: .api)]
            let other = try await house.session("bek@example.org")
            let principal = try await house.principal(mine[0].token)
            let listed = try await house.database.read(.installation) {
                try house.access.sessions.list(of: principal.user, on: $0)
            }
            #expect(Set(listed.map(\.id)) == Set(mine.map(\.id)))
            #expect(listed.allSatisfy { $0.client == .firefox })
            #expect(try await house.access.signIn.lockNow(principal) == 3)
            for session in mine { #expect(try await house.refusal(session.token) == .unknown) }
            #expect(try await house.access.find(other.token).principal != nil)
            #expect(try await house.leaves().last == "session.locked")
        }
    }

    @Test(arguments: TestEngine.available)
    func onlyOwnSessionsCanBeEnded(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            _ = try await house.add("bek@example.org")
            let mine = try await house.session()
            let other = try await house.session("bek@example.org")
            let principal = try await house.principal(mine.token)
            #expect(try await !house.access.signIn.end(other.id, for: principal))
            #expect(try await house.access.find(other.token).principal != nil)
            try await house.access.signIn.signOut(principal)
            #expect(try await house.refusal(mine.token) == .unknown)
        }
    }

    @Test(arguments: TestEngine.available)
    func whatIsTakenAwayIsGoneWithTheNextRequest(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add(as: .manager)
            _ = try await house.add("bek@example.org", as: .manager)
            let access = house.access
            let token = try await house.session().token
            try await house.database.write(.installation) {
                try access.memberships.change(user, in: house.organization, to: .auditor, by: .program, on: $0)
            }
            let principal = try await house.principal(token)
            #expect(principal.role == .auditor)
            #expect(!principal.may(.peopleRead))
            _ = try await house.database.write(.installation) {
                try $0.execute("UPDATE user_account SET state = 'disabled' WHERE id = \(user)")
            }
            #expect(try await house.refusal(token) == .disabled)
            try await house.database.write(.installation) { connection in
                try access.accounts.setActive(true, user, by: .program, on: connection)
                try access.organizations.setState(.closed, of: house.organization, by: .program, on: connection)
            }
            #expect(try await house.refusal(token) == .disabled)
            try await house.database.write(.installation) { connection in
                try access.organizations.setState(.active, of: house.organization, by: .program, on: connection)
                try access.memberships.setActive(false, user, in: house.organization, by: .program, on: connection)
            }
            #expect(try await house.refusal(token) == .unknown)
        }
    }

    @Test(arguments: TestEngine.available)
    func switchingOrganizationsRenewsTheToken(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let access = house.access
            let user = try await house.add()
            house.clock.advance(seconds: 1)
            let (second, third) = try await house.database.write(.installation) { connection in
                let second = try access.organizations.create(TestHouse.draft("second"), by: .program, on: connection)
                let third = try access.organizations.create(TestHouse.draft("third"), by: .program, on: connection)
                try access.memberships.add(user, to: second, as: .auditor, by: .program, on: connection)
                return (second, third)
            }
            let first = try await house.session()
            let principal = try await house.principal(first.token)
            #expect(principal.organization == house.organization)
            let renewed = try #require(try await access.signIn.switchOrganization(principal, to: second))
            #expect(try await house.refusal(first.token) == .unknown)
            let there = try await house.principal(renewed.token)
            #expect(there.organization == second)
            #expect(there.role == .auditor)
            #expect(there.dutyName == "Ая")
            #expect(try await access.signIn.switchOrganization(there, to: third) == nil)
            // The next sign-in begins where the last one worked.
            #expect(try await house.session().organization == second)
        }
    }

    @Test(arguments: TestEngine.available)
    func aChangedLabelMakesTheSessionWorthless(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let token = try await house.session().token
            _ = try await house.database.write(.installation) {
                try $0.execute("UPDATE session SET label = \(Blob(Surroundings.system.randomBytes(34)))")
            }
            #expect(try await house.refusal(token) == .unknown)
        }
    }

    @Test(arguments: TestEngine.available)
    func sweepRemovesOnlyWhatIsOver(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            _ = try await house.session()
            let program = try await house.session(kind: .api)
            house.clock.advance(seconds: 3600)
            let fresh = try await house.session()
            try await house.access.sweep()
            let left = try await house.database.read(.installation) {
                try $0.rows("SELECT id FROM session ORDER BY created_at") { try $0.id(0, SessionEntity.self) }
            }
            #expect(left == [program.id, fresh.id])
        }
    }
}
