import Access
import Casework
import Database
import Domain
import Facts
import Journal
import People
import TestSupport
import Testing
import Vault

@Suite("Referrals")
struct ReferralStoreTests {
    @Test(
        "Sent, the recipient reads the summary; accepted, what the authority names; done, nothing",
        arguments: TestEngine.available
    )
    func life(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, persons) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            #expect(try await house.sees(id, as: house.clinic) == nil)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            #expect(try await house.opens(id.retagged(), as: house.clinic) == .summary)
            #expect(try await house.opens(persons[0].retagged(), as: house.clinic) == .summary)
            let first = try await house.view(referral, as: house.clinic)
            #expect(first.note?.wantsWomanLawyer == true)
            #expect(first.file?.summary == "Не заплатили")
            #expect(first.file?.situation == nil)
            #expect(first.members.map(\.name) == ["Осмонова Айжамал"])
            let (referrals, clinic) = (house.referrals, house.clinic)
            try await house.write(as: clinic) { try referrals.see(referral, by: clinic, on: $0) }
            #expect(try await house.state(referral) == .seen)

            let linked = try await house.accept(referral, as: clinic)
            let granted = FieldGroups([.identity, .contact, .narrative])
            #expect(try await house.opens(id.retagged(), as: clinic) == granted)
            #expect(try await house.opens(persons[0].retagged(), as: clinic) == granted)
            let open = try await house.view(referral, as: clinic)
            #expect(open.file?.situation == "Работали три месяца, бригадир исчез")
            #expect(open.linkedCase?.id == linked.id)
            let own = try #require(try await house.sees(linked.id, as: clinic))
            #expect(own.isOwn)
            #expect(own.members.map(\.person) == persons)
            #expect(own.head.networkToken == open.referral.token)
            #expect(try await house.sees(linked.id, as: house.home) == nil)
            #expect(open.referral.fromTeam == "day")
            #expect(open.referral.toTeam == "court")

            try await house.write(as: clinic) { try referrals.start(referral, by: clinic, on: $0) }
            try await house.complete(referral, as: clinic)
            #expect(try await house.opens(id.retagged(), as: clinic) == [])
            #expect(try await house.opens(persons[0].retagged(), as: clinic) == [])
            let sender = try await house.view(referral, as: house.home)
            #expect(sender.referral.outcome == .solved)
            #expect(sender.answer?.text == "Заплатили")
            #expect(try await house.view(referral, as: clinic).note == nil)
            let steps = [
                "referral.sent", "referral.seen", "referral.accepted", "referral.started", "referral.completed",
            ]
            #expect(try await house.leaves(house.home, "referral.") == steps)
            #expect(try await house.leaves(clinic, "referral.") == steps)
            #expect(try await house.findings().isEmpty)
        }
    }

    @Test("Declined with a reason, and taken back: access ends in the same moment", arguments: TestEngine.available)
    func endings(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let first = try await house.send(id, to: house.clinic, by: consent)
            await #expect(throws: SharingError.refused([.alreadyReferred])) {
                try await house.send(id, to: house.clinic, by: consent)
            }
            try await house.decline(first, as: house.clinic)
            #expect(try await house.sees(id, as: house.clinic) == nil)
            let declined = try await house.view(first, as: house.home)
            #expect(declined.referral.reason == DeclineReason.noCapacity.rawValue)
            #expect(declined.answer?.text == "Мест нет")
            await #expect(throws: SharingError.refused([.wrongState])) {
                try await house.accept(first, as: house.clinic)
            }
            let second = try await house.send(id, to: house.clinic, by: consent)
            _ = try await house.accept(second, as: house.clinic)
            try await house.revoke(second)
            #expect(try await house.sees(id, as: house.clinic) == nil)
            await #expect(throws: SharingError.refused([.wrongState])) { try await house.revoke(second) }
        }
    }

    @Test("Foreign referrals, cases and consents are answered like missing ones", arguments: TestEngine.available)
    func foreign(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            await #expect(throws: SharingError.notFound) { try await house.view(referral, as: house.shelter) }
            await #expect(throws: SharingError.notFound) { try await house.accept(referral, as: house.shelter) }
            await #expect(throws: SharingError.notFound) { try await house.accept(referral, as: house.home) }
            await #expect(throws: SharingError.notFound) { try await house.complete(referral, as: house.shelter) }
            await #expect(throws: SharingError.notFound) {
                try await house.give(house.draft(to: house.home), in: id, by: house.shelter)
            }
            await #expect(throws: SharingError.notFound) {
                try await house.send(id, to: house.shelter, by: consent, from: house.clinic)
            }
            let (referrals, clinic) = (house.referrals, house.clinic)
            await #expect(throws: SharingError.notFound) {
                try await house.write(as: clinic) { try referrals.revoke(referral, by: clinic, on: $0) }
            }
        }
    }

    @Test("Nothing is sent to oneself, to unadmitted or practice organisations, or without a consent")
    func refusals() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase()
            await #expect(throws: SharingError.refused([.ownOrganization])) {
                try await house.give(house.draft(to: house.home), in: id)
            }
            await #expect(throws: SharingError.refused([.practice])) {
                try await house.give(house.draft(to: house.practice), in: id)
            }
            await #expect(throws: SharingError.refused([.notAdmitted])) {
                try await house.give(
                    house.draft(to: house.clinic) { $0.recipient = .organization(house.pending) },
                    in: id
                )
            }
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            await #expect(throws: SharingError.refused([.consentOfOtherRecipient])) {
                try await house.send(id, to: house.shelter, by: consent)
            }
            await #expect(throws: SharingError.refused([.consentMissing])) {
                try await house.send(id, to: house.clinic, by: AuthorityID(high: 9, low: 9))
            }
            try await house.withdraw(consent, in: id)
            await #expect(throws: SharingError.refused([.consentMissing])) {
                try await house.send(id, to: house.clinic, by: consent)
            }
        }
    }

    @Test("Rule 2: of several persons only those with an authority are shown", arguments: TestEngine.available)
    func members(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, persons) = try await house.openCase([
                SharingHouse.details("Айжамал"), SharingHouse.details("Бегимай"), SharingHouse.details("Гулнара"),
            ])
            let consent = try await house.give(house.draft(to: house.clinic) { $0.person = persons[1] }, in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            let linked = try await house.accept(referral, as: house.clinic)
            let view = try await house.view(referral, as: house.clinic)
            #expect(view.members.map(\.id) == [persons[1]])
            #expect(view.others == 2)
            #expect(try await house.opens(persons[0].retagged(), as: house.clinic) == [])
            #expect(try await house.sees(linked.id, as: house.clinic)?.members.map(\.person) == [persons[1]])
            // A later authority shows one more, at once.
            let later = try await house.give(house.draft(to: house.clinic, .summary) { $0.person = persons[2] }, in: id)
            #expect(try await house.opens(persons[2].retagged(), as: house.clinic) == .summary)
            try await house.withdraw(consent, in: id)
            #expect(try await house.opens(persons[1].retagged(), as: house.clinic) == [])
            #expect(try await house.opens(persons[2].retagged(), as: house.clinic) == .summary)
            #expect(try await house.state(referral) == .accepted)
            try await house.withdraw(later, in: id)
            #expect(try await house.state(referral) == .revoked)
        }
    }

    @Test("A person in two referred cases stays open until both end", arguments: TestEngine.available)
    func twoCases(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (first, persons) = try await house.openCase()
            let (home, cases, people) = (house.home, house.cases, persons)
            let second = try await house.write(as: home) { connection in
                try cases.create(
                    CaseDraft(
                        members: [CaseMember(people[0], .client)],
                        problems: [ProblemCode(rawValue: "health_care")].compactMap { $0 }
                    ),
                    by: home,
                    on: connection
                ).id
            }
            let person: RecordID = persons[0].retagged()
            let one = try await house.give(house.draft(to: house.clinic, FieldGroups([.contact])), in: first)
            let two = try await house.give(house.draft(to: house.clinic, FieldGroups([.health]), days: 10), in: second)
            let toFirst = try await house.send(first, to: house.clinic, by: one)
            let toSecond = try await house.send(second, to: house.clinic, by: two)
            _ = try await house.accept(toFirst, as: house.clinic)
            #expect(try await house.opens(person, as: house.clinic) == FieldGroups([.identity, .contact]))
            _ = try await house.accept(toSecond, as: house.clinic)
            #expect(try await house.opens(person, as: house.clinic) == FieldGroups([.identity, .contact, .health]))
            try await house.complete(toFirst, as: house.clinic)
            #expect(try await house.opens(person, as: house.clinic) == FieldGroups([.identity, .health]))
            try await house.complete(toSecond, as: house.clinic)
            #expect(try await house.opens(person, as: house.clinic) == [])
        }
    }

    @Test("An authority's end shuts what it opened to the minute, and what others open comes back with the sweep")
    func ends() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, persons) = try await house.openCase()
            let short = try await house.give(
                house.draft(to: house.clinic, FieldGroups([.contact, .money]), days: 1),
                in: id
            )
            _ = try await house.give(house.draft(to: house.clinic, FieldGroups([.contact]), days: 30), in: id)
            let referral = try await house.send(id, to: house.clinic, by: short)
            _ = try await house.accept(referral, as: house.clinic)
            let person: RecordID = persons[0].retagged()
            #expect(try await house.opens(person, as: house.clinic) == FieldGroups([.identity, .contact, .money]))
            house.clock.advance(hours: 49)
            #expect(try await house.opens(person, as: house.clinic) == [])
            try await house.runSweep()
            #expect(try await house.opens(person, as: house.clinic) == FieldGroups([.identity, .contact]))
            #expect(try await house.state(referral) == .accepted)
            house.clock.advance(hours: 24 * 31)
            try await house.runSweep()
            #expect(try await house.opens(person, as: house.clinic) == [])
            #expect(try await house.state(referral) == .expired)
            #expect(try await house.leaves(house.clinic, "authority.") == ["authority.lapsed", "authority.lapsed"])
        }
    }

    @Test("Nobody answers: both sides hear of it again and again, then it expires", arguments: TestEngine.available)
    func escalation(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent, .emergency)
            try await house.runSweep()
            #expect(try await house.view(referral, as: house.home).referral.escalation == 0)
            house.clock.advance(hours: 1)
            try await house.runSweep()
            #expect(try await house.view(referral, as: house.home).referral.escalation == 1)
            house.clock.advance(hours: 4)
            try await house.runSweep()
            #expect(try await house.state(referral) == .expired)
            #expect(try await house.sees(id, as: house.clinic) == nil)
            #expect(
                try await house.leaves(house.clinic, "referral.")
                    == ["referral.sent", "referral.escalated", "referral.expired"]
            )
        }
    }

    @Test("Questions go both ways while it is live, and back to the sender is an answer to the referral")
    func messagesAndCounterReferral() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            let (referrals, home, clinic) = (house.referrals, house.home, house.clinic)
            try await house.write(as: clinic) { try referrals.ask(referral, "Есть договор?", by: clinic, on: $0) }
            house.clock.advance(seconds: 1)
            try await house.write(as: home) { try referrals.ask(referral, "Нет", by: home, on: $0) }
            #expect(try await house.view(referral, as: clinic).messages.map(\.text) == ["Есть договор?", "Нет"])
            await #expect(throws: SharingError.refused([.textMissing])) {
                try await house.write(as: home) { try referrals.ask(referral, "", by: home, on: $0) }
            }
            let linked = try await house.accept(referral, as: clinic)
            let back = try await house.give(house.draft(to: home), in: linked.id, by: clinic)
            let counter = try await house.send(linked.id, to: home, by: back, from: clinic)
            let view = try await house.view(counter, as: home)
            #expect(view.referral.counterOf == referral)
            #expect(view.referral.token == (try await house.view(referral, as: home).referral.token))
            try await house.complete(referral, as: clinic)
            await #expect(throws: SharingError.refused([.wrongState])) {
                try await house.write(as: home) { try referrals.ask(referral, "Ещё", by: home, on: $0) }
            }
        }
    }

    @Test("Each side has its fact of the referral, with the token that counts the person once")
    func facts() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let (id, _) = try await house.openCase()
            let consent = try await house.give(house.draft(to: house.clinic), in: id)
            let referral = try await house.send(id, to: house.clinic, by: consent)
            _ = try await house.accept(referral, as: house.clinic)
            try await house.complete(referral, as: house.clinic)
            try await house.runSweep()
            let facts = try await house.database.read(.system) { connection in
                try connection.rows(
                    """
                    SELECT organization_id, direction, referral_state, outcome, network_token, citizenship FROM fact
                    WHERE kind = \(FactKind.referral.rawValue) ORDER BY direction
                    """
                ) { row in
                    (
                        of: try row.id(0, OrganizationEntity.self), direction: try row.text(1), state: try row.text(2),
                        outcome: try row.text(3), token: try row.blob(4), citizenship: try row.text(5)
                    )
                }
            }
            #expect(facts.map(\.direction) == ["in", "out"])
            #expect(facts.map(\.of) == [house.clinic.organization, house.home.organization])
            #expect(facts.map(\.state) == ["done", "done"])
            #expect(facts.map(\.citizenship) == ["KG", "KG"])
            #expect(facts[0].token == facts[1].token)
        }
    }

    @Test("Inbox and outbox page by key, newest first, and filter")
    func boxes() async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            var sent: [ReferralID] = []
            for _ in 0..<5 {
                house.clock.advance(seconds: 1)
                let (id, _) = try await house.openCase()
                let consent = try await house.give(house.draft(to: house.clinic), in: id)
                sent.append(try await house.send(id, to: house.clinic, by: consent))
            }
            try await house.decline(sent[0], as: house.clinic)
            let (referrals, clinic, home) = (house.referrals, house.clinic, house.home)
            let first = try await house.read(as: clinic) {
                try referrals.list(ReferralQuery(.in, limit: 3), for: clinic, on: $0)
            }
            #expect(first.items.map(\.referral.id) == [sent[4], sent[3], sent[2]])
            #expect(first.hasOlder)
            #expect(first.items[0].name == "Осмонова Айжамал")
            let (last, second) = (sent[2], sent[1])
            let rest = try await house.read(as: clinic) {
                try referrals.list(ReferralQuery(.in, before: last, limit: 3), for: clinic, on: $0)
            }
            #expect(rest.items.map(\.referral.id) == [second, sent[0]])
            #expect(rest.items.map(\.name) == ["Осмонова Айжамал", ""])
            let waiting = try await house.read(as: home) {
                try referrals.list(ReferralQuery(.out, filter: .waiting), for: home, on: $0)
            }
            #expect(waiting.items.count == 4)
            #expect(try await house.read(as: clinic) { try referrals.waiting(for: clinic, on: $0) } == 4)
            #expect(
                try await house.read(as: home) {
                    try referrals.list(ReferralQuery(.in), for: home, on: $0).items.isEmpty
                }
            )
        }
    }
}
