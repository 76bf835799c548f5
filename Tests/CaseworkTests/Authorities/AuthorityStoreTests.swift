import Access
import Casework
import Database
import Domain
import People
import TestSupport
import Testing
import Vault

@Suite("Authorities in the register")
struct AuthorityStoreTests {
    @Test(
        "Withdrawing shuts the sender's data at once; the recipient's own work stays, marked, with a decision due",
        arguments: TestEngine.available
    )
    func withdrawing(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, persons) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            let linked = try await house.accept(referral, as: house.clinic)
            try await house.withdraw(consent, in: id, learnsWhy: true)
            #expect(try await house.opens(id.retagged(), as: house.clinic) == [])
            #expect(try await house.opens(persons[0].retagged(), as: house.clinic) == [])
            let view = try await house.view(referral, as: house.clinic)
            #expect(view.file == nil)
            #expect(view.note == nil)
            #expect(view.referral.state == .revoked)
            #expect(view.referral.reason == ReferralEnd.withdrawn.rawValue)
            #expect(view.decisionDue == house.clock.now.advanced(bySeconds: 14 * 86_400))
            let own = try #require(try await house.sees(linked.id, as: house.clinic))
            #expect(own.isOwn)
            #expect(own.members.map(\.person) == persons)
            let (referrals, clinic, home) = (house.referrals, house.clinic, house.home)
            await #expect(throws: SharingError.refused([.decisionBasisMissing])) {
                try await house.write(as: clinic) { try referrals.decide(.keep, for: linked.id, by: clinic, on: $0) }
            }
            await #expect(throws: (any Error).self) {
                try await house.write(as: home) { try referrals.decide(.erase, for: linked.id, by: home, on: $0) }
            }
            try await house.write(as: clinic) {
                try referrals.decide(.keep, basis: "Доверенность", for: linked.id, by: clinic, on: $0)
            }
            let decided = try await house.read(as: clinic) {
                try referrals.decision(for: linked.id, of: clinic, on: $0)
            }
            #expect(decided?.decided == .keep)
            #expect(try await house.leaves(house.home, "authority.") == ["authority.given", "authority.withdrawn"])
            #expect(try await house.leaves(clinic, "authority.") == ["authority.withdrawn", "authority.decided"])
            // A second click does nothing.
            try await house.withdraw(consent, in: id)
            #expect(try await house.leaves(house.home, "authority.withdrawn").count == 1)
            #expect(try await house.findings().isEmpty)
        }
    }

    @Test("Without the person's leave the recipient doesn't learn why")
    func silentWithdrawal() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            try await house.withdraw(consent, in: id)
            let view = try await house.view(referral, as: house.clinic)
            #expect(view.referral.reason == ReferralEnd.ended.rawValue)
            #expect(view.decisionDue == nil)
        }
    }

    @Test("Running deadlines are said before a withdrawal")
    func deadlines() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let (entries, home) = (house.entries, house.home)
            let day = CivilDate(at: house.clock.now, zone: "Asia/Bishkek").advanced(byDays: 5)
            try await house.write(as: home) { connection in
                _ = try entries.add(
                    EntryDraft(.deadline, EntryBody(title: "Иск"), dueOn: day),
                    to: id,
                    by: home,
                    on: connection
                )
            }
            await #expect(throws: SharingError.refused([.deadlinesNotSaid])) {
                try await house.withdraw(consent, in: id, said: false)
            }
            try await house.withdraw(consent, in: id, said: true)
        }
    }

    @Test(
        "Rule 1: an emergency's access ends by itself after 72 hours, unless another colleague confirms",
        arguments: TestEngine.available
    )
    func emergency(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            func emergency(_ second: UserID) -> AuthorityDraft {
                house.draft(to: house.shelter, FieldGroups([.identity, .contact, .safeContact])) {
                    $0.basis = .vitalInterest
                    $0.giver = .staff
                    $0.details.reason = "Заперта, бьют"
                    $0.secondUser = second
                }
            }
            let (lapsing, persons) = try await house.openCase()
            await #expect(throws: SharingError.refused([.secondPersonMissing])) {
                try await house.give(emergency(house.clinic.user), in: lapsing)
            }
            let first = try await house.give(emergency(house.colleague.user), in: lapsing)
            let referral = try await house.send(lapsing, to: house.shelter, by: first, .emergency)
            _ = try await house.accept(referral, as: house.shelter)
            let person: RecordID = persons[0].retagged()
            #expect(try await house.opens(person, as: house.shelter).contains(.safeContact))
            let (authorities, home, colleague) = (house.authorities, house.home, house.colleague)
            await #expect(throws: SharingError.refused([.samePerson])) {
                try await house.write(as: home) { try authorities.confirm(first, in: lapsing, by: home, on: $0) }
            }
            house.clock.advance(hours: 71)
            #expect(try await house.opens(person, as: house.shelter) != [])
            house.clock.advance(hours: 1)
            #expect(try await house.opens(person, as: house.shelter) == [])
            try await house.runSweep()
            #expect(try await house.state(referral) == .expired)

            let (kept, others) = try await house.openCase()
            let second = try await house.give(emergency(house.colleague.user), in: kept)
            let again = try await house.send(kept, to: house.shelter, by: second, .emergency)
            _ = try await house.accept(again, as: house.shelter)
            try await house.write(as: colleague) { try authorities.confirm(second, in: kept, by: colleague, on: $0) }
            house.clock.advance(hours: 73)
            #expect(try await house.opens(others[0].retagged(), as: house.shelter) != [])
            await #expect(throws: SharingError.refused([.alreadyConfirmed])) {
                try await house.write(as: colleague) {
                    try authorities.confirm(second, in: kept, by: colleague, on: $0)
                }
            }
        }
    }

    @Test("Rules 1 and 4: an emergency goes to a state only by two people, and never against the person's mark")
    func states() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase()
            await #expect(throws: SharingError.refused([.stateSentenceMissing])) {
                try await house.give(house.draft(to: house.consulate), in: id)
            }
            let emergency = try await house.give(
                house.draft(to: house.consulate, .summary) {
                    $0.basis = .vitalInterest
                    $0.giver = .staff
                    $0.details.reason = "Умирает"
                    $0.secondUser = house.colleague.user
                    $0.isStateSentenceRead = true
                },
                in: id
            )
            await #expect(throws: SharingError.refused([.consentMissing])) {
                try await house.send(id, to: house.consulate, by: emergency)
            }
            let (authorities, colleague) = (house.authorities, house.colleague)
            try await house.write(as: colleague) { try authorities.confirm(emergency, in: id, by: colleague, on: $0) }
            _ = try await house.send(id, to: house.consulate, by: emergency)

            var marked = SharingHouse.details("Бермет")
            marked.safety = PersonSafety(wishes: PersonWishes(doNotTellMyState: true))
            let (other, _) = try await house.openCase([marked])
            await #expect(throws: SharingError.refused([.stateForbidden])) {
                try await house.give(house.draft(to: house.consulate) { $0.isStateSentenceRead = true }, in: other)
            }
            let overridden = try await house.give(
                house.draft(to: house.consulate) {
                    $0.isStateSentenceRead = true
                    $0.details.lawyer = "Ким Е. В."
                },
                in: other
            )
            _ = try await house.send(other, to: house.consulate, by: overridden)
        }
    }

    @Test("Rule 4: a mark that is set later stands against a consent that was given before")
    func laterMark() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, persons) = try await house.openCase()
            let consent = try await house.give(
                house.draft(to: house.consulate) { $0.isStateSentenceRead = true },
                in: id
            )
            var details = SharingHouse.details()
            details.safety = PersonSafety(marks: [.asylum])
            let (people, home, changed) = (house.people, house.home, details)
            try await house.write(as: home) {
                _ = try people.change(persons[0], to: changed, from: 1, by: home, on: $0)
            }
            await #expect(throws: SharingError.refused([.stateForbidden])) {
                try await house.send(id, to: house.consulate, by: consent)
            }
        }
    }

    @Test("Rule 9: a child is referred only with guardian, best interest and a second person")
    func child() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let born = PartialDate(year: 2014)
            let (id, persons) = try await house.openCase([SharingHouse.details("Нурлан", born: born)])
            await #expect(throws: SharingError.refused([.giverMissing])) {
                try await house.give(house.draft(to: house.shelter), in: id)
            }
            let consent = try await house.give(
                house.draft(to: house.shelter) {
                    $0.basis = .childBestInterest
                    $0.giver = .staff
                    $0.details.bestInterest = "Нужен приют"
                },
                in: id
            )
            await #expect(throws: SharingError.refused([.childGuardianMissing])) {
                try await house.send(id, to: house.shelter, by: consent)
            }
            let (entries, home, colleague) = (house.entries, house.home, house.colleague)
            var body = EntryBody(title: "Ребёнок")
            body.child = ChildNote(isWith: "один", guardian: "нет никого", bestInterest: "приют")
            let (note, person) = (body, persons[0])
            let entry = try await house.write(as: home) {
                try entries.add(EntryDraft(.childNote, note, person: person), to: id, by: home, on: $0)
            }
            await #expect(throws: SharingError.refused([.childSecondPersonMissing])) {
                try await house.send(id, to: house.shelter, by: consent)
            }
            try await house.write(as: colleague) { try entries.finish(entry, in: id, by: colleague, on: $0) }
            _ = try await house.send(id, to: house.shelter, by: consent)
        }
    }

    @Test("Rule 12: an imported case can't be referred before somebody was asked")
    func imported() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase(isImported: true)
            let (referrals, cases, home) = (house.referrals, house.cases, house.home)
            await #expect(throws: SharingError.refused([.consentMissing])) {
                try await house.send(id, to: house.clinic, by: AuthorityID(high: 1, low: 1))
            }
            let sharing = try await house.read(as: home) { connection in
                try referrals.sharing(of: cases.head(id, for: home, on: connection), for: home, on: connection)
            }
            #expect(!sharing.isOffered)
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            _ = try await house.send(id, to: house.clinic, by: consent)
        }
    }

    @Test("Whoever is taken out of a case is shut for its recipients")
    func membersChanged() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, persons) = try await house.openCase([SharingHouse.details(), SharingHouse.details("Бегимай")])
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            _ = try await house.give(house.draft(to: house.clinic) { $0.person = persons[1] }, in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            let (cases, authorities, home) = (house.cases, house.authorities, house.home)
            func leave(_ members: [PersonID]) async throws {
                try await house.write(as: home) { connection in
                    var change = CaseChange()
                    change.members = members.map { CaseMember($0, .client) }
                    let versions = try cases.head(id, for: home, on: connection).fieldVersions
                    _ = try cases.patch(id, change, from: versions, by: home, on: connection)
                    try authorities.membersChanged(in: id, by: home, on: connection)
                }
            }
            try await leave([persons[0]])
            #expect(try await house.opens(persons[1].retagged(), as: house.clinic) == [])
            #expect(try await house.opens(persons[0].retagged(), as: house.clinic) == .summary)
            try await leave([])
            #expect(try await house.state(referral) == .revoked)
            #expect(try await house.opens(id.retagged(), as: house.clinic) == [])
        }
    }

    @Test("Erasing a person ends what their authorities carried", arguments: TestEngine.available)
    func erasing(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, persons) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            _ = try await house.accept(referral, as: house.clinic)
            let (erasure, home) = (SharingErasure(house.cases), house.home)
            try await house.write(as: home) {
                try erasure.prepare(person: persons[0], of: home.organization, by: home, on: $0)
            }
            #expect(try await house.state(referral) == .revoked)
            #expect(try await house.sees(id, as: house.clinic) == nil)
            let records = try await house.write(as: home) {
                try erasure.prepare(case: id, of: home.organization, by: home, on: $0)
            }
            #expect(records == [referral.retagged()])
        }
    }
}
