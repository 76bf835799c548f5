import Access
import Casework
import Database
import Domain
import People
import TestSupport
import Testing
import Vault

@Suite("Transfers")
struct TransferStoreTests {
    private func offer(_ house: SharingHouse, _ id: CaseID, to recipient: Principal) async throws -> TransferID {
        let (transfers, home) = (house.transfers, house.home)
        let sheet = HandoverSheet(deadlines: "Иск до пятницы", originals: "Паспорт у хозяина")
        return try await house.write(as: home) {
            try transfers.offer(id, to: recipient.organization, sheet, by: home, on: $0)
        }
    }

    private func accept(_ house: SharingHouse, _ id: TransferID, as principal: Principal) async throws -> NewCase {
        let transfers = house.transfers
        return try await house.database.write(.system) { try transfers.accept(id, by: principal, on: $0) }
    }

    private func sheet(_ house: SharingHouse, _ id: TransferID, as principal: Principal) async throws -> HandoverSheet?
    {
        let transfers = house.transfers
        return try await house.read(as: principal) { try transfers.open(id, for: principal, on: $0).sheet }
    }

    @Test(
        "Taken over, the same case is the new owner's, sealed anew, and the former owner sees nothing of it",
        arguments: TestEngine.available
    )
    func takenOver(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, persons) = try await house.openCase()
            let (entries, home, clinic, shelter) = (house.entries, house.home, house.clinic, house.shelter)
            try await house.write(as: home) { connection in
                _ = try entries.add(EntryDraft(.note, EntryBody(text: "Звонил брат")), to: id, by: home, on: connection)
            }
            let toShelter = try await house.give(house.draft(to: shelter), in: id)
            let referral = try await house.send(id, to: shelter, by: toShelter)
            _ = try await house.accept(referral, as: shelter)
            _ = try await house.give(house.draft(to: clinic, .full), in: id)
            let transfer = try await offer(house, id, to: clinic)
            #expect(try await house.opens(id.retagged(), as: clinic) == .summary)
            #expect(try await sheet(house, transfer, as: clinic)?.deadlines == "Иск до пятницы")
            let made = try await accept(house, transfer, as: clinic)
            #expect(made.id == id)

            let file = try #require(try await house.sees(id, as: clinic))
            #expect(file.isOwn)
            #expect(file.situation == "Работали три месяца, бригадир исчез")
            #expect(file.head.worker == clinic.user)
            let words = try await house.read(as: clinic) { connection in
                try entries.entries(of: id, for: clinic, kinds: [.note], on: connection).compactMap { $0.body?.text }
            }
            #expect(words == ["Звонил брат"])
            #expect(try await house.sees(id, as: home) == nil)
            #expect(try await house.sees(id, as: shelter) == nil)
            #expect(try await house.state(referral) == .revoked)
            // The person has a record of the new owner's; the former one's stays its own.
            let member = try #require(file.members.first?.person)
            #expect(member != persons[0])
            #expect(file.head.client == member)
            #expect(try await house.opens(member.retagged(), as: clinic) == .full)
            #expect(try await house.opens(member.retagged(), as: home) == [])
            #expect(try await house.opens(persons[0].retagged(), as: clinic) == [])
            // What the former owner was allowed the new one asks anew.
            let authorities = house.authorities
            let moved = try await house.read(as: clinic) { try authorities.list(of: id, for: clinic, on: $0) }
            #expect(moved.count == 2)
            #expect(moved.allSatisfy { $0.end == .transferred && $0.owner == clinic.organization })
            let details = try await house.read(as: clinic) { try authorities.details(of: id, for: clinic, on: $0) }
            #expect(details.count == 2)
            #expect(try await house.leaves(home, "transfer.") == ["transfer.offered", "transfer.accepted"])
            #expect(try await house.leaves(clinic, "transfer.") == ["transfer.offered", "transfer.accepted"])
            #expect(try await house.findings().isEmpty)
            await #expect(throws: SharingError.refused([.wrongState])) {
                _ = try await accept(house, transfer, as: clinic)
            }
        }
    }

    @Test("Every client must have agreed to everything, and one offer stands at a time")
    func consent() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, persons) = try await house.openCase([SharingHouse.details(), SharingHouse.details("Бегимай")])
            await #expect(throws: SharingError.refused([.consentMissing])) {
                _ = try await offer(house, id, to: house.clinic)
            }
            let first = try await house.give(house.draft(to: house.clinic, .full), in: id)
            await #expect(throws: SharingError.refused([.notEveryMember])) {
                _ = try await offer(house, id, to: house.clinic)
            }
            _ = try await house.give(house.draft(to: house.clinic, .full) { $0.person = persons[1] }, in: id)
            let transfer = try await offer(house, id, to: house.clinic)
            await #expect(throws: SharingError.refused([.alreadyOffered])) {
                _ = try await offer(house, id, to: house.clinic)
            }
            // Between offer and acceptance one of them withdraws.
            try await house.withdraw(first, in: id)
            await #expect(throws: SharingError.refused([.notEveryMember])) {
                _ = try await accept(house, transfer, as: house.clinic)
            }
            #expect(try await house.sees(id, as: house.home)?.isOwn == true)
        }
    }

    @Test("Declined or taken back, nothing stays open; strangers find nothing", arguments: TestEngine.available)
    func ended(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, _) = try await house.openCase()
            _ = try await house.give(house.draft(to: house.clinic, .full), in: id)
            let (transfers, home, clinic, shelter) = (house.transfers, house.home, house.clinic, house.shelter)
            let first = try await offer(house, id, to: clinic)
            await #expect(throws: SharingError.notFound) { _ = try await accept(house, first, as: shelter) }
            await #expect(throws: SharingError.notFound) { _ = try await sheet(house, first, as: shelter) }
            try await house.database.write(.system) {
                try transfers.decline(first, because: .noCapacity, by: clinic, on: $0)
            }
            #expect(try await sheet(house, first, as: clinic) == nil)
            #expect(try await house.sees(id, as: clinic) == nil)
            let second = try await offer(house, id, to: clinic)
            try await house.write(as: home) { try transfers.revoke(second, by: home, on: $0) }
            #expect(try await sheet(house, second, as: clinic) == nil)
            #expect(try await house.sees(id, as: clinic) == nil)
            #expect(try await house.sees(id, as: home)?.isOwn == true)
        }
    }
}
