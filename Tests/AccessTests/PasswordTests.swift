@testable import Access
import Domain
import Testing

@Suite struct PasswordTests {
    static let cheap = Argon2Parameters(time: 1, memory: 64, lanes: 1)

    @Test func hashesArePHCStringsOfTheCurrentCost() async throws {
        let hasher = PasswordHasher(surroundings: .system)
        let stored = try await hasher.hash("a long enough sentence")
        #expect(stored.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
        let parsed = try #require(PasswordHash(phc: stored))
        #expect(parsed.parameters == .current)
        #expect(parsed.salt.count == 16)
        #expect(parsed.tag.count == 32)
        #expect(parsed.phc == stored)
        #expect(!hasher.needsRehash(stored))
    }

    /// The vector of the reference implementation's own test (argon2id, version 19).
    @Test func knownHashIsRecognized() throws {
        let stored =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        let hash = try #require(PasswordHash(phc: stored))
        #expect(try hash.matches(Array("password".utf8)))
        #expect(try !hash.matches(Array("passwore".utf8)))
    }

    @Test func rightAndWrongPasswordsAreToldApart() async throws {
        let hasher = PasswordHasher(surroundings: .system, parameters: Self.cheap)
        let stored = try await hasher.hash("жаңы сырсөз узун")
        #expect(try await hasher.verify("жаңы сырсөз узун", against: stored))
        #expect(try await !hasher.verify("жаңы сырсөз узу", against: stored))
        #expect(try await !hasher.verify("", against: stored))
        #expect(try await !hasher.verify("жаңы сырсөз узун", against: nil))
        #expect(try await !hasher.verify("жаңы сырсөз узун", against: "damaged"))
        #expect(try await hasher.hash("жаңы сырсөз узун") != stored)
    }

    @Test func theSameWordInAnotherCompositionIsTheSamePassword() async throws {
        let hasher = PasswordHasher(surroundings: .system, parameters: Self.cheap)
        let stored = try await hasher.hash("\u{0439}\u{0451} and some more words")
        #expect(try await hasher.verify("\u{0438}\u{0306}\u{0435}\u{0308} and some more words", against: stored))
    }

    @Test func cheaperHashesWantRenewal() async throws {
        let stored = try await PasswordHasher(surroundings: .system, parameters: Self.cheap).hash("whatever it is")
        #expect(PasswordHasher(surroundings: .system).needsRehash(stored))
        #expect(PasswordHasher(surroundings: .system).needsRehash("nonsense"))
    }

    @Test(arguments: [
        "", "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$t=2,m=65536,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ=$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh",
    ])
    func foreignAndCostlyHashesAreRefused(text: String) {
        #expect(PasswordHash(phc: text) == nil)
    }

    @Test func whoComesAfterAFullQueueIsToldAtOnce() async throws {
        let parameters = Argon2Parameters(time: 2, memory: 32 * 1024, lanes: 1)
        let hasher = PasswordHasher(surroundings: .system, parameters: parameters, queueLimit: 4)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("a long enough sentence")
                        return true
                    } catch {
                        return !(error is PasswordHasher.Busy)
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.contains(true))
        #expect(outcomes.contains(false))
        // The places are free again.
        #expect(try await hasher.verify("x", against: nil) == false)
    }
}
