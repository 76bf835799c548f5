import Access
import Database
import Domain
import TestSupport
import Testing

@Suite struct PasswordChangeTests {
    static let new = "чашка ветка рельсы облако"

    @Test(arguments: TestEngine.available)
    func anInvitationLetsTheColleagueChooseThePassword(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let manager = try await house.add("manager@example.org", as: .manager)
            let actor = ActingUser(user: manager, organization: house.organization)
            let draft = try TestHouse.account("new@example.org")
            let invited = try await house.access.invite(draft, to: house.organization, as: .operator, by: actor)
            let ticket = try #require(invited.ticket)
            #expect(try await house.attempt("new@example.org", Self.new).isRefused)
            let token = try #require(TicketToken(ticket.token.text))
            let signIn = house.access.signIn
            guard case .problem(.tooShort) = try await signIn.usePasswordTicket(token, password: "short"),
                case .problem(.context) = try await signIn.usePasswordTicket(token, password: "new@example.org!"),
                case .done(nil) = try await signIn.usePasswordTicket(token, password: Self.new),
                case .noTicket = try await signIn.usePasswordTicket(token, password: Self.new)
            else { throw TestHouse.Unexpected() }
            #expect(try await house.attempt("new@example.org", Self.new).isSignedIn)
            // Somebody who signs in already gets a membership and no link.
            let other = try await house.database.write(.installation) {
                try house.access.organizations.create(TestHouse.draft("other"), by: .program, on: $0)
            }
            let again = try await house.access.invite(draft, to: other, as: .lawyer, by: .program)
            #expect(again.user == invited.user)
            #expect(again.ticket == nil)
            await #expect(throws: AccessError.alreadyAMember) {
                try await house.access.invite(draft, to: other, as: .lawyer, by: .program)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func linksAreVoidAfterAWeekAndWhenAnotherIsMade(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let tickets = house.access.tickets
            func holder(_ ticket: IssuedTicket) async throws -> TicketHolder? {
                try await house.database.read(.installation) { try tickets.holder(of: ticket.token, on: $0) }
            }
            let (first, second) = try await house.database.write(.installation) { connection in
                (
                    try tickets.issue(.reset, for: user, by: .program, on: connection),
                    try tickets.issue(.reset, for: user, by: .program, on: connection)
                )
            }
            #expect(try await holder(first) == nil)
            #expect(try await holder(second)?.user == user)
            #expect(try await holder(second)?.names.dutyName == "Ая")
            house.clock.advance(seconds: 7 * 86400)
            #expect(try await holder(second) == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func aResetEndsSessionsAndKeepsTheSecondFactor(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let token = try await house.session().token
            let ticket = try await house.database.write(.installation) { connection in
                let secret = try house.access.secondFactor.begin(user, on: connection)
                let code = secret.code(step: OneTimePassword.step(at: house.clock.now))
                _ = try house.access.secondFactor.confirm(user, code: code, by: .program, on: connection)
                return try house.access.tickets.issue(.reset, for: user, by: .program, on: connection)
            }
            #expect(try await house.refusal(token) == .unknown)
            guard case .done(nil) = try await house.access.signIn.usePasswordTicket(ticket.token, password: Self.new),
                case .needsSecondFactor = try await house.attempt(TestHouse.email, Self.new)
            else { throw TestHouse.Unexpected() }
        }
    }

    @Test(arguments: TestEngine.available)
    func managersEndSessionsAndMakeLinksWithALeafInTheirOwnLog(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let manager = try await house.add("manager@example.org", as: .manager)
            let user = try await house.add()
            let token = try await house.session().token
            let actor = ActingUser(user: manager, organization: house.organization)
            try await house.access.endSessions(of: user, in: house.organization, by: actor)
            #expect(try await house.refusal(token) == .unknown)
            let again = try await house.session().token
            let ticket = try await house.access.resetPassword(of: user, in: house.organization, by: actor)
            #expect(ticket.purpose == .reset)
            #expect(try await house.refusal(again) == .unknown)
            #expect(
                try await house.leaves(house.organization).suffix(2) == ["session.ended", "account.password_link_made"]
            )
            await #expect(throws: AccessError.notAMember) {
                try await house.access.resetPassword(of: user, in: .installation, by: actor)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func changingOnesPasswordEndsTheOtherSessions(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let here = try await house.session()
            let elsewhere = try await house.session()
            let principal = try await house.principal(here.token)
            let signIn = house.access.signIn
            guard case .wrongPassword = try await signIn.changePassword(principal, current: "no", new: Self.new),
                case .problem(.tooShort) = try await signIn.changePassword(
                    principal,
                    current: TestHouse.password,
                    new: "short"
                ),
                case .done(let renewed?) = try await signIn.changePassword(
                    principal,
                    current: TestHouse.password,
                    new: Self.new
                )
            else { throw TestHouse.Unexpected() }
            #expect(try await house.refusal(here.token) == .unknown)
            #expect(try await house.refusal(elsewhere.token) == .unknown)
            #expect(try await house.access.find(renewed.token).principal != nil)
            #expect(try await house.attempt().isRefused)
            #expect(try await house.attempt(TestHouse.email, Self.new).isSignedIn)
        }
    }

    @Test(arguments: TestEngine.available)
    func aPasswordSetBySomebodyElseMustBeChanged(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            try await house.access.setPassword(Self.new, mustChange: true, of: user)
            guard case .signedIn(let session, _) = try await house.attempt(TestHouse.email, Self.new) else {
                throw TestHouse.Unexpected()
            }
            let principal = try await house.principal(session.token)
            #expect(principal.mustChangePassword)
            let changed = try await house.access.signIn.changePassword(
                principal,
                current: Self.new,
                new: TestHouse.password
            )
            guard case .done(let renewed?) = changed else { throw TestHouse.Unexpected() }
            #expect(try await !house.principal(renewed.token).mustChangePassword)
        }
    }
}
