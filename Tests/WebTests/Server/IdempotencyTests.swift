import Database
@_spi(TenantScopes) import Domain
import TestSupport
import Testing

@testable import Web

@Suite struct IdempotencyTests {
    @Test func remembersAnAnswerForADay() async throws {
        let clock = TestClock()
        let surroundings = Surroundings(now: { clock.now }, randomBytes: Surroundings.system.randomBytes)
        let keys = IdempotencyKeys(surroundings: surroundings)
        let scope = TenantScope(organization: TestSite.organization)
        let other = TenantScope(organization: OrganizationID(high: 1, low: 8))
        let answer = IdempotentAnswer(status: 201, subject: surroundings.newID())
        try await withEachEngine([WebSchema.part]) { database in
            let hash: [UInt8] = [1, 2, 3]
            let first = try await database.write(scope) { connection in
                let found = try keys.find("key ✓", requestHash: hash, scope: scope, on: connection)
                try keys.insert("key ✓", requestHash: hash, answer, scope: scope, on: connection)
                return found
            }
            #expect(first == nil)
            let again = try await database.read(scope) {
                try keys.find("key ✓", requestHash: hash, scope: scope, on: $0)
            }
            #expect(again == answer)
            let elsewhere = try await database.read(other) {
                try keys.find("key ✓", requestHash: hash, scope: other, on: $0)
            }
            #expect(elsewhere == nil)
            await #expect(throws: WebError.self) {
                _ = try await database.read(scope) {
                    try keys.find("key ✓", requestHash: [9], scope: scope, on: $0)
                }
            }
            clock.advance(seconds: IdempotencyKeys.lifetime)
            let late = try await database.read(scope) { try keys.find("key ✓", requestHash: [9], scope: scope, on: $0) }
            #expect(late == nil)
            let second = IdempotentAnswer(status: 200, subject: nil)
            try await database.write(scope) {
                try keys.insert("key ✓", requestHash: [9], second, scope: scope, on: $0)
            }
            let renewed = try await database.read(scope) {
                try keys.find("key ✓", requestHash: [9], scope: scope, on: $0)
            }
            #expect(renewed == second)
            clock.advance(seconds: IdempotencyKeys.lifetime)
            #expect(try await database.write(scope) { try keys.sweep(on: $0) } == 1)
        }
    }
}
