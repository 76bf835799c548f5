import Access
import Casework
import Database
import Domain
import Facts
import Guides
import People
import TestSupport
import Testing

@Suite("The lines of a case")
struct CaseEntryStoreTests {
    private func add(_ draft: EntryDraft, _ id: CaseID, _ house: SharingHouse, as principal: Principal? = nil)
        async throws -> CaseEntryID
    {
        let (entries, principal) = (house.entries, principal ?? house.home)
        return try await house.write(as: principal) { try entries.add(draft, to: id, by: principal, on: $0) }
    }

    private func finish(_ entry: CaseEntryID, _ id: CaseID, _ house: SharingHouse, as principal: Principal? = nil)
        async throws
    {
        let (entries, principal) = (house.entries, principal ?? house.home)
        try await house.write(as: principal) { try entries.finish(entry, in: id, by: principal, on: $0) }
    }

    private func lines(_ id: CaseID, _ house: SharingHouse) async throws -> [CaseEntry] {
        let (entries, home) = (house.entries, house.home)
        return try await house.read(as: home) { try entries.entries(of: id, for: home, on: $0) }
    }

    private func head(_ id: CaseID, _ house: SharingHouse) async throws -> CaseHead {
        let (cases, home) = (house.cases, house.home)
        return try await house.read(as: home) { try cases.head(id, for: home, on: $0) }
    }

    @Test(
        "A plan is made from the problem's template, with its days counted from the opening",
        arguments: TestEngine.available
    )
    func plan(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let wages = try #require(ProblemCode(rawValue: "unpaid_wages"))
            let template = house.cases.content.problems.plan(for: [wages])
            #expect(!template.isEmpty)
            let steps = try await lines(made.id, house).filter { $0.kind == .step }
            let today = CivilDate(at: house.clock.now, zone: "Asia/Bishkek")
            #expect(Set(steps.map(\.code)) == Set(template.map(\.key)))
            for step in template {
                let line = steps.first { $0.code == step.key }
                #expect(line?.dueOn == today.advanced(byDays: Int64(step.offsetDays)))
                #expect(line?.assignee == house.home.user)
            }
            #expect(try await head(made.id, house).nextDueOn == steps.compactMap(\.dueOn).min())
        }
    }

    @Test("A step to the police waits for status check and instruction (rule 5)", arguments: TestEngine.available)
    func authorityStep(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let step = EntryDraft(.step, EntryBody(title: "Заявление"), counterpart: .police)
            let id = try await add(step, made.id, house)
            await #expect(throws: CaseError.refused(.statusCheckMissing)) { try await finish(id, made.id, house) }
            var done = step
            done.state = .done
            let written = done
            await #expect(throws: CaseError.refused(.statusCheckMissing)) { _ = try await add(written, made.id, house) }

            var check = EntryBody()
            check.statusCheck = StatusCheckPart(stay: .clear, register: .clear, warrant: .clear, ban: .clear)
            _ = try await add(EntryDraft(.statusCheck, check), made.id, house)
            await #expect(throws: CaseError.refused(.instructionMissing)) { try await finish(id, made.id, house) }

            var body = EntryBody()
            body.instruction = InstructionPart(allowsAuthorities: false, allowsEmployer: false)
            _ = try await add(EntryDraft(.instruction, body), made.id, house)
            await #expect(throws: CaseError.refused(.instructionForbids)) { try await finish(id, made.id, house) }

            house.clock.advance(seconds: 60)
            body.instruction = InstructionPart(allowsAuthorities: true, allowsEmployer: false)
            _ = try await add(EntryDraft(.instruction, body), made.id, house)
            try await finish(id, made.id, house)
            #expect(try await lines(made.id, house).first { $0.id == id }?.state == .done)
            #expect(try await head(made.id, house).stage == .action)
        }
    }

    @Test("One person's instruction doesn't speak for another", arguments: TestEngine.available)
    func instructionPerPerson(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase([SharingHouse.details("Айжамал"), SharingHouse.details("Бактыгүл")])
            var body = EntryBody()
            body.instruction = InstructionPart(allowsAuthorities: true, allowsEmployer: true)
            _ = try await add(EntryDraft(.instruction, body, person: made.persons[0]), made.id, house)
            for (index, refusal) in [nil, CaseRefusal.instructionMissing].enumerated() {
                let letter = EntryDraft(
                    .step,
                    EntryBody(title: "Письмо"),
                    counterpart: .employer,
                    person: made.persons[index]
                )
                let id = try await add(letter, made.id, house)
                guard let refusal else {
                    try await finish(id, made.id, house)
                    continue
                }
                await #expect(throws: CaseError.refused(refusal)) { try await finish(id, made.id, house) }
            }
        }
    }

    @Test(
        "Aid is approved by another than the one who asked, and given after that (rule 11)",
        arguments: TestEngine.available
    )
    func aid(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (entries, home, colleague) = (house.entries, house.home, house.colleague)
            var body = EntryBody(title: "Билет домой")
            body.aid = EntryBody.AidPart(sort: "ticket")
            let id = try await add(EntryDraft(.aid, body), made.id, house)
            await #expect(throws: CaseError.refused(.samePerson)) {
                try await house.write(as: home) { try entries.approve(id, in: made.id, by: home, on: $0) }
            }
            await #expect(throws: CaseError.refused(.notApproved)) { try await finish(id, made.id, house) }
            try await house.write(as: colleague) { try entries.approve(id, in: made.id, by: colleague, on: $0) }
            try await finish(id, made.id, house)
            #expect(try await lines(made.id, house).first { $0.id == id }?.state == .done)
        }
    }

    @Test(
        "Only what the worker confirmed counts as recovered; money through staff hands needs a second person",
        arguments: TestEngine.available
    )
    func payments(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let roubles = try #require(CurrencyCode("RUB"))
            var claim = EntryBody()
            claim.claim = EntryBody.ClaimPart(owed: Money(hundredths: 9_000_000, currency: roubles))
            _ = try await add(EntryDraft(.claim, claim), made.id, house)
            var payment = EntryBody()
            payment.payment = EntryBody.PaymentPart(
                amount: Money(hundredths: 4_000_000, currency: roubles),
                route: "cash"
            )
            let id = try await add(EntryDraft(.payment, payment), made.id, house)
            #expect(ClaimTotals(try await lines(made.id, house)).recovered.isEmpty)
            #expect(try await recovered(made.id, house) == 0)
            try await finish(id, made.id, house)
            #expect(ClaimTotals(try await lines(made.id, house)).recovered == [roubles: 4_000_000])
            #expect(try await recovered(made.id, house) == 4_000_000)

            payment.payment?.route = "through_staff"
            let unseen = EntryDraft(.payment, payment)
            await #expect(throws: CaseError.refused(.secondPersonMissing)) { _ = try await add(unseen, made.id, house) }
            payment.payment?.witness = house.home.user.text
            let own = EntryDraft(.payment, payment)
            await #expect(throws: CaseError.refused(.samePerson)) { _ = try await add(own, made.id, house) }
            payment.payment?.witness = house.colleague.user.text
            _ = try await add(EntryDraft(.payment, payment), made.id, house)
        }
    }

    private func recovered(_ id: CaseID, _ house: SharingHouse) async throws -> Int64 {
        try await house.database.read(.system) { connection in
            try connection.count(
                """
                SELECT \(connection.dialect.sum("amount")) FROM fact
                WHERE amount_kind = \(AmountKind.recovered.rawValue)
                """
            )
        }
    }

    @Test("A child note is read by a second person, and again after it was rewritten", arguments: TestEngine.available)
    func childNote(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase([SharingHouse.details(born: PartialDate(year: 2015))])
            let (entries, home, colleague) = (house.entries, house.home, house.colleague)
            let person = made.persons[0]
            var body = EntryBody()
            body.child = ChildNote(isWith: "Тётя", guardian: "Мать", bestInterest: "Учёба")
            let id = try await add(EntryDraft(.childNote, body, person: person), made.id, house)
            func record() async throws -> ChildNoteRecord? {
                try await house.read(as: home) { try entries.childNote(of: made.id, person: person, for: home, on: $0) }
            }
            #expect(try await record()?.secondPerson == nil)
            await #expect(throws: CaseError.refused(.secondPersonMissing)) { try await finish(id, made.id, house) }
            try await finish(id, made.id, house, as: colleague)
            #expect(try await record()?.secondPerson == colleague.user)
            body.child?.bestInterest = "Другое"
            let (rewritten, version) = (body, try await lines(made.id, house).first { $0.id == id }?.version ?? 0)
            try await house.write(as: home) { connection in
                try entries.change(
                    id,
                    in: made.id,
                    to: rewritten,
                    dueOn: nil,
                    assignee: nil,
                    from: version,
                    by: home,
                    on: connection
                )
            }
            #expect(try await record()?.secondPerson == nil)
        }
    }

    @Test("A screening that finds danger raises the case's risk, and none lowers it", arguments: TestEngine.available)
    func screening(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            for (risk, expected) in [(RiskLevel.high, RiskLevel.high), (.normal, .high)] {
                var body = EntryBody()
                body.screening = EntryBody.ScreeningPart(answers: [:], risk: risk)
                _ = try await add(EntryDraft(.screening, body, code: "trafficking"), made.id, house)
                #expect(try await head(made.id, house).risk == expected)
            }
        }
    }

    @Test("Two people who rewrite one entry: the second is told, and nothing is lost", arguments: TestEngine.available)
    func staleEntry(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (entries, home, colleague) = (house.entries, house.home, house.colleague)
            let id = try await add(EntryDraft(.note, EntryBody(text: "Первое")), made.id, house)
            func rewrite(_ text: String, as principal: Principal) async throws {
                try await house.write(as: principal) { connection in
                    try entries.change(
                        id,
                        in: made.id,
                        to: EntryBody(text: text),
                        dueOn: nil,
                        assignee: nil,
                        from: 1,
                        by: principal,
                        on: connection
                    )
                }
            }
            try await rewrite("Второе", as: home)
            await #expect(throws: CaseError.staleEntry(current: 2)) { try await rewrite("Третье", as: colleague) }
            #expect(try await lines(made.id, house).first { $0.id == id }?.body?.text == "Второе")
        }
    }

    @Test(
        "A recipient reads the entries of the groups that it was given, and none of the others",
        arguments: TestEngine.available
    )
    func sharedGroups(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let made = try await house.openCase()
            let (entries, clinic) = (house.entries, house.clinic)
            _ = try await add(EntryDraft(.note, EntryBody(text: "Рассказ")), made.id, house)
            _ = try await add(EntryDraft(.healthNote, EntryBody(text: "Диагноз")), made.id, house)
            let authority = try await house.give(
                house.draft(to: clinic, FieldGroups([.identity, .narrative])),
                in: made.id
            )
            let referral = try await house.send(made.id, to: clinic, by: authority)
            _ = try await house.accept(referral, as: clinic)
            let seen = try await house.read(as: clinic) { try entries.entries(of: made.id, for: clinic, on: $0) }
            #expect(seen.contains { $0.body?.text == "Рассказ" })
            #expect(!seen.contains { $0.kind == .healthNote })
        }
    }
}
