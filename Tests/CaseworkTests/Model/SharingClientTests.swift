import Access
import Casework
import Database
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing
import Vault

/// The second process of the model test; in every other run there is nothing to do here.
@Suite("A peer's clients")
struct SharingClientTests {
    private static let summons = ProcessInfo.processInfo.environment[SharingSummons.variable]

    @Test("Carries out what it is told, and says what became of it", .enabled(if: summons != nil))
    func answers() async throws {
        let text = try #require(Self.summons)
        let summons = try JSONDecoder().decode(SharingSummons.self, from: Data(text.utf8))
        let clock = SharingClockwork()
        let database = try TestStore.join(summons.address, surroundings: clock.surroundings)
        let house = try await SharingHouse(joining: summons.invitation, database, clock)
        let erasure = Erasure(house.vault, register: try ErasureRegister(path: summons.register))
        let (lines, feed) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            while let line = readLine() { feed.yield(line) }
            feed.finish()
        }
        // Several at once, as several browsers would.
        await withTaskGroup(of: Void.self) { group in
            for await line in lines {
                guard let request = try? JSONDecoder().decode(SharingRequest.self, from: Data(line.utf8)) else {
                    continue
                }
                clock.set(Instant(milliseconds: request.now))
                group.addTask { Self.say(await Self.carryOut(request, house, erasure)) }
            }
        }
    }

    private static func carryOut(
        _ request: SharingRequest,
        _ house: SharingHouse,
        _ erasure: Erasure
    ) async -> SharingReply {
        var reply = SharingReply(number: request.number)
        guard let act = SharingAct(words: request.act), let caseID = CaseID(request.caseID),
            let principal = house.players.first(where: { $0.user.text == request.user })
        else {
            reply.trouble = "unreadable"
            return reply
        }
        do {
            let done = try await SharingHand(house: house, erasure: erasure, caseID: caseID).perform(act, by: principal)
            reply.result = done.result.words
            reply.position = done.position
            reply.changed = done.changed
        } catch {
            reply.trouble = "\(error)"
        }
        return reply
    }

    private static let output = Mutex(())

    private static func say(_ reply: SharingReply) {
        guard let text = try? JSONEncoder().encode(reply) else { return }
        output.withLock { _ in
            FileHandle.standardOutput.write(Data(SharingSummons.mark.utf8) + text + Data("\n".utf8))
        }
    }
}
