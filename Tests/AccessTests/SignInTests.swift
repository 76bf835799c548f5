@testable import Access
import Database
import Domain
import TestSupport
import Testing

@Suite struct SignInTests {
    @Test(arguments: TestEngine.available)
    func wrongUnknownAndDisabledAreAllRefused(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            #expect(try await house.attempt(TestHouse.email, "wrong").isRefused)
            #expect(try await house.attempt("nobody@example.org").isRefused)
            #expect(try await house.attempt("no address").isRefused)
            #expect(try await house.attempt(TestHouse.email, "").isRefused)
            #expect(try await house.attempt(" AIDA@Example.org ").isSignedIn)
            try await house.database.write(.installation) {
                try house.access.accounts.setActive(false, user, by: .program, on: $0)
            }
            #expect(try await house.attempt().isRefused)
            let leaves = try await house.leaves()
            #expect(leaves.count { $0 == "session.refused" } == 5)
            #expect(leaves.count { $0 == "session.started" } == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func afterFiveWrongOnesOneWaitsLongerEachTime(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let session = try await house.session()
            for _ in 0..<5 { #expect(try await house.attempt(TestHouse.email, "wrong").isRefused) }
            let first = house.clock.now.advanced(bySeconds: 5)
            #expect(try await house.attempt(TestHouse.email, "wrong").throttledUntil == first)
            // Not even the right one is looked at; what is signed in stays so.
            #expect(try await house.attempt().throttledUntil == first)
            #expect(try await house.access.find(session.token).principal != nil)
            house.clock.advance(seconds: 5)
            #expect(try await house.attempt(TestHouse.email, "wrong").isRefused)
            #expect(try await house.attempt().throttledUntil == house.clock.now.advanced(bySeconds: 10))
            house.clock.advance(seconds: 10)
            #expect(try await house.attempt().isSignedIn)
            // All is forgotten after the right one.
            for _ in 0..<4 { #expect(try await house.attempt(TestHouse.email, "wrong").isRefused) }
            #expect(try await house.attempt().isSignedIn)
        }
    }

    @Test(arguments: TestEngine.available)
    func unknownAddressesAreSlowedDownAlike(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            for _ in 0..<2 {
                for _ in 0..<5 {
                    let result = try await house.attempt("nobody@example.org")
                    #expect(result.isRefused)
                }
                let until = try await house.attempt("nobody@example.org").throttledUntil
                #expect(until == house.clock.now.advanced(bySeconds: 5))
                house.clock.advance(seconds: 25 * 3600)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func guessesAtOneMomentDontSlipThrough(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            let results = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await house.attempt(TestHouse.email, "wrong").isRefused }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(results.count { $0 } == 5)
        }
    }

    @Test(arguments: TestEngine.available)
    func theSecondFactorComesAfterThePassword(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let (secret, codes) = try await enrol(user, in: house)
            house.clock.advance(seconds: 30)
            guard case .needsSecondFactor(let issued) = try await house.attempt() else { throw TestHouse.Unexpected() }
            let pending = try await house.pending(issued)
            #expect(pending.state == .awaitingSecondFactor)
            #expect(try await house.access.signIn.complete(pending, code: "000000x").isWrong)
            let code = secret.code(step: OneTimePassword.step(at: house.clock.now))
            guard case .signedIn(let session, _) = try await house.access.signIn.complete(pending, code: code) else {
                throw TestHouse.Unexpected()
            }
            #expect(try await house.access.find(session.token).principal != nil)
            let pendingToken = try #require(issued).token
            #expect(try await house.refusal(pendingToken) == .unknown)

            // The same code once more, in another sign-in of the same half minute.
            guard case .needsSecondFactor(let again) = try await house.attempt() else { throw TestHouse.Unexpected() }
            let second = try await house.pending(again)
            #expect(try await house.access.signIn.complete(second, code: code).isWrong)
            #expect(try await house.access.signIn.complete(second, code: codes[0].text).isSignedIn)
            guard case .needsSecondFactor(let third) = try await house.attempt() else { throw TestHouse.Unexpected() }
            let last = try await house.pending(third)
            #expect(try await house.access.signIn.complete(last, code: codes[0].text).isWrong)
            let left = try await house.database.read(.installation) {
                try house.access.secondFactor.remainingCodes(user, on: $0)
            }
            #expect(left == 9)
        }
    }

    @Test(arguments: TestEngine.available)
    func fiveWrongCodesEndThePendingSession(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            _ = try await enrol(user, in: house)
            guard case .needsSecondFactor(let issued) = try await house.attempt() else { throw TestHouse.Unexpected() }
            let pending = try await house.pending(issued)
            for _ in 0..<4 { #expect(try await house.access.signIn.complete(pending, code: "").isWrong) }
            guard case .ended = try await house.access.signIn.complete(pending, code: "") else {
                throw TestHouse.Unexpected()
            }
            let token = try #require(issued).token
            #expect(try await house.refusal(token) == .unknown)
            guard case .needsSecondFactor(let next) = try await house.attempt() else { throw TestHouse.Unexpected() }
            let fresh = try await house.pending(next)
            guard case .throttled = try await house.access.signIn.complete(fresh, code: "") else {
                throw TestHouse.Unexpected()
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func programsGiveTheCodeInTheSameCall(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let (secret, _) = try await enrol(user, in: house)
            house.clock.advance(seconds: 30)
            guard case .needsSecondFactor(nil) = try await house.attempt(kind: .api) else {
                throw TestHouse.Unexpected()
            }
            let code = secret.code(step: OneTimePassword.step(at: house.clock.now))
            #expect(try await house.attempt(code: "", kind: .api).isSignedIn == false)
            #expect(try await house.attempt(code: code, kind: .api).isSignedIn)
            #expect(try await house.attempt(code: code, kind: .api).isRefused)
        }
    }

    @Test(arguments: TestEngine.available)
    func aNetworkThatWantsASecondFactorHasItSetUpAtSignIn(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.add()
            try await house.access.change(InstallationSettings(), by: .program)
            #expect(try await house.access.settings().requiresSecondFactor)
            guard case .needsEnrolment(nil) = try await house.attempt(kind: .api),
                case .needsEnrolment(let issued) = try await house.attempt()
            else { throw TestHouse.Unexpected() }
            let pending = try await house.pending(issued)
            #expect(pending.state == .awaitingEnrolment)
            let secret = try await house.access.signIn.enrolmentSecret(pending)
            #expect(try await house.access.signIn.enrolmentSecret(pending) == secret)
            guard case .ended = try await house.access.signIn.complete(pending, code: "123456") else {
                throw TestHouse.Unexpected()
            }
            #expect(try await house.access.signIn.completeEnrolment(pending, code: "wrong").result.isWrong)
            let code = secret.code(step: OneTimePassword.step(at: house.clock.now))
            let done = try await house.access.signIn.completeEnrolment(pending, code: code)
            #expect(done.result.isSignedIn)
            #expect(Set(done.codes).count == 10)
        }
    }

    @Test(arguments: TestEngine.available)
    func pendingSessionsLiveTenMinutes(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            _ = try await enrol(user, in: house)
            guard case .needsSecondFactor(let issued?) = try await house.attempt() else {
                throw TestHouse.Unexpected()
            }
            house.clock.advance(seconds: 600)
            #expect(try await house.refusal(issued.token) == .expired)
        }
    }

    @Test(arguments: TestEngine.available)
    func steppingUpRenewsTheTokenAndLastsTenMinutes(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add(as: .manager)
            let first = try await house.session()
            let principal = try await house.principal(first.token)
            guard case .refused = try await house.access.signIn.stepUp(principal, password: "wrong", code: nil),
                case .done(let renewed) = try await house.access.signIn.stepUp(
                    principal,
                    password: TestHouse.password,
                    code: nil
                )
            else { throw TestHouse.Unexpected() }
            #expect(try await house.refusal(first.token) == .unknown)
            let stepped = try await house.principal(renewed.token)
            #expect(stepped.isSteppedUp(at: house.clock.now))
            #expect(!stepped.isSteppedUp(at: house.clock.now.advanced(bySeconds: 600)))
            // With a second factor the password alone isn't enough.
            let (_, codes) = try await enrol(user, in: house)
            let signIn = house.access.signIn
            guard case .refused = try await signIn.stepUp(stepped, password: TestHouse.password, code: nil),
                case .done = try await signIn.stepUp(stepped, password: TestHouse.password, code: codes[3].text)
            else { throw TestHouse.Unexpected() }
        }
    }

    @Test(arguments: TestEngine.available)
    func olderHashesAreMadeAnewAtSignIn(engine: TestEngine) async throws {
        try await TestHouse.run(on: engine) { house in
            let user = try await house.add()
            let stronger = AccessServices(
                database: house.database,
                vault: house.vault,
                surroundings: house.clock.surroundings,
                hasher: PasswordHasher(
                    surroundings: .system,
                    parameters: Argon2Parameters(time: 2, memory: 128, lanes: 1)
                )
            )
            let result = try await stronger.signIn.attempt(
                email: TestHouse.email,
                password: TestHouse.password,
                kind: .desk,
                client: .other
            )
            #expect(result.isSignedIn)
            let stored = try await house.database.read(.installation) {
                try $0.first("SELECT password_hash FROM user_account WHERE id = \(user)") { try $0.text(0) }
            }
            let hash = try #require(stored)
            #expect(PasswordHash(phc: hash)?.parameters.time == 2)
            #expect(try await house.attempt().isSignedIn)
        }
    }

    private func enrol(
        _ user: UserID,
        in house: TestHouse
    ) async throws -> (secret: OneTimePassword, codes: [RecoveryCode]) {
        try await house.database.write(.installation) { connection in
            let secret = try house.access.secondFactor.begin(user, on: connection)
            let code = secret.code(step: OneTimePassword.step(at: house.clock.now))
            let actor = ActingUser(user: user, organization: house.organization)
            guard
                let codes = try house.access.secondFactor.confirm(user, code: code, by: actor, on: connection)
            else { throw TestHouse.Unexpected() }
            return (secret, codes)
        }
    }
}

extension SignInResult {
    var isSignedIn: Bool { if case .signedIn = self { true } else { false } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var throttledUntil: Instant? { if case .throttled(let until) = self { until } else { nil } }
}

extension SecondStepResult {
    var isSignedIn: Bool { if case .signedIn = self { true } else { false } }
    var isWrong: Bool { if case .wrongCode = self { true } else { false } }
}
