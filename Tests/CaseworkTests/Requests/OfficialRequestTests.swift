import Access
import Casework
import Database
import Domain
import Journal
import People
import TestSupport
import Testing

@Suite("Requests by authorities (safety rule 11)")
struct OfficialRequestTests {
    private static let recorder = UserID(high: 1, low: 1)
    private static let other = UserID(high: 1, low: 2)
    private static let today = CivilDate(iso: "2026-03-12")

    private static func draft(
        _ day: CivilDate,
        _ change: (inout OfficialRequestDraft) -> Void = { _ in }
    ) -> OfficialRequestDraft {
        var draft = OfficialRequestDraft(
            receivedOn: day,
            authority: .police,
            channel: .visit,
            body: OfficialRequestBody(
                asker: "Капитан Иванов, отдел 5",
                wanted: "Где живёт Осмонова Айжамал?",
                paper: "нет"
            )
        )
        change(&draft)
        return draft
    }

    private func problems(
        _ decision: OfficialDecision,
        on state: OfficialRequestState = .received,
        by decider: UserID = other,
        isNamed: Bool = true
    ) -> [OfficialRequestProblem] {
        OfficialRequestRule.problems(
            decision,
            on: state,
            recordedBy: Self.recorder,
            decider: decider,
            isNamed: isNamed
        )
    }

    @Test("A request names who asks, what they ask and the paper; it came before today and is answered after")
    func recording() throws {
        let today = try #require(Self.today)
        func problems(_ change: (inout OfficialRequestDraft) -> Void = { _ in }) -> [OfficialRequestProblem] {
            OfficialRequestRule.problems(Self.draft(today, change), today: today)
        }
        #expect(problems().isEmpty)
        #expect(problems { $0.body.asker = "" } == [.askerMissing])
        #expect(problems { $0.body.wanted = "" } == [.wantedMissing])
        #expect(problems { $0.body.paper = "" } == [.paperMissing])
        #expect(problems { $0.receivedOn = today.advanced(byDays: 1) } == [.receivedInFuture])
        #expect(problems { $0.dueOn = today.advanced(byDays: -1) } == [.dueBeforeReceipt])
        let long = String(repeating: "я", count: OfficialRequestRule.longestText + 1)
        #expect(problems { $0.body.wanted = long } == [.textTooLong])
    }

    @Test("Only named people decide, with a reason, once; an answer takes a second person")
    func deciding() {
        let refusal = OfficialDecision(.refused, reason: "Нет постановления суда")
        let answer = OfficialDecision(.answered, reason: "Постановление суда", told: "Не обращалась")
        #expect(problems(refusal).isEmpty && problems(answer).isEmpty)
        #expect(problems(refusal, isNamed: false) == [.notNamed])
        #expect(problems(answer, isNamed: false) == [.notNamed])
        #expect(problems(refusal, by: Self.recorder).isEmpty)
        #expect(problems(answer, by: Self.recorder) == [.samePerson])
        // That nothing is known is an answer as well.
        #expect(problems(OfficialDecision(.answered, reason: "Суд"), by: Self.recorder) == [.samePerson])
        #expect(problems(OfficialDecision(.refused, reason: "")) == [.reasonMissing])
        #expect(problems(OfficialDecision(.refused, reason: "Нет", told: "Живёт у тёти")) == [.toldWithoutAnswer])
        #expect(problems(OfficialDecision(.received, reason: "Позже")) == [.notADecision])
        for state in OfficialRequestState.allCases where state != .received {
            #expect(problems(refusal, on: state) == [.alreadyDecided])
        }
    }

    @Test("Whoever works on cases records; of the roles only a manager decides", arguments: Role.allCases)
    func roles(role: Role) async throws {
        try await SharingHouse.run(on: .sqlite) { house in
            let principal = house.home.with(role)
            let records: Set<Role> = [.operator, .caseworker, .lawyer, .coordinator, .manager]
            #expect(OfficialRequestRule.mayRecord(principal) == records.contains(role))
            #expect(OfficialRequestRule.mayDecide(principal) == (role == .manager))
        }
    }

    @Test(
        "Recorded, sealed, decided by another manager, and journalled; nobody's record is touched",
        arguments: TestEngine.available
    )
    func life(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let store = OfficialRequestStore(house.cases)
            // Somebody with the name that is asked about is known: the register must not find them.
            _ = try await house.openCase()
            let before = try await house.leaves(house.home, "")
            let (worker, manager) = (house.home.with(.caseworker), house.colleague.with(.manager))
            let day = house.cases.today(worker.organization)
            let id = try await house.write(as: worker) { try store.record(Self.draft(day), by: worker, on: $0) }
            let added = Array(try await house.leaves(house.home, "").dropFirst(before.count))
            #expect(added == ["official_request.recorded"])

            let list = try await house.read(as: worker) { try store.list(for: worker, on: $0) }
            #expect(list.map(\.id) == [id] && list.first?.number == 1 && list.first?.state == .received)
            #expect(list.first?.dueOn == day.advanced(byDays: OfficialRequestRule.answerDays))
            let sealed = try await house.database.read(.system) { connection in
                try connection.rows("SELECT body FROM official_request") { try $0.blob(0) }
            }
            #expect(!sealed.isEmpty)
            #expect(!sealed.contains { String(decoding: $0, as: UTF8.self).contains("Осмонова") })

            let answer = OfficialDecision(.answered, reason: "Постановление суда", told: "Сведений нет")
            await #expect(throws: OfficialRequestError.notFound) {
                try await house.write(as: worker) { try store.decide(id, answer, by: worker, on: $0) }
            }
            let ownManager = house.home.with(.manager)
            await #expect(throws: OfficialRequestError.refused([.samePerson])) {
                try await house.write(as: ownManager) { try store.decide(id, answer, by: ownManager, on: $0) }
            }
            try await house.write(as: manager) { try store.decide(id, answer, by: manager, on: $0) }
            await #expect(throws: OfficialRequestError.refused([.alreadyDecided])) {
                try await house.write(as: manager) { try store.decide(id, answer, by: manager, on: $0) }
            }
            let opened = try await house.read(as: worker) { try store.open(id, for: worker, on: $0) }
            #expect(opened.head.state == .answered && opened.head.decidedBy == manager.user)
            #expect(opened.body.told == "Сведений нет" && opened.body.wanted == "Где живёт Осмонова Айжамал?")
            #expect(
                try await house.leaves(house.home, "official_request.")
                    == ["official_request.recorded", "official_request.decided"]
            )
            let readers = [RecordStateReader.people, .cases, .officialRequests]
            #expect(try await JournalVerifier(stateReaders: readers, key: nil).verify(house.database).findings.isEmpty)
        }
    }

    @Test("Another organisation finds no request, and decides none", arguments: TestEngine.available)
    func foreign(engine: TestEngine) async throws {
        try await SharingHouse.run(on: engine) { house in
            let store = OfficialRequestStore(house.cases)
            let home = house.home.with(.manager)
            let day = house.cases.today(home.organization)
            let id = try await house.write(as: home) { try store.record(Self.draft(day), by: home, on: $0) }
            for stranger in [house.clinic.with(.manager), house.consulate.with(.manager)] {
                #expect(try await house.read(as: stranger) { try store.list(for: stranger, on: $0) }.isEmpty)
                await #expect(throws: OfficialRequestError.notFound) {
                    try await house.read(as: stranger) { _ = try store.open(id, for: stranger, on: $0) }
                }
                await #expect(throws: OfficialRequestError.notFound) {
                    try await house.write(as: stranger) {
                        try store.decide(id, OfficialDecision(.refused, reason: "Нет"), by: stranger, on: $0)
                    }
                }
            }
        }
    }

    @Test("No column of the register names a person, a case or a contact")
    func unlinked() throws {
        let table = try #require(CaseworkSchema.part.tables.first { $0.name == "official_request" })
        let columns = table.columns.map(\.name)
        #expect(!columns.isEmpty)
        #expect(columns.filter { $0.contains("person") || $0.contains("case") || $0.contains("contact") } == [])
    }
}

extension Principal {
    /// The same person in another role.
    fileprivate func with(_ role: Role) -> Principal {
        Principal(
            user: user,
            organization: organization,
            role: role,
            team: team,
            session: session,
            kind: kind,
            csrfToken: csrfToken,
            steppedUpUntil: steppedUpUntil,
            dutyName: dutyName
        )
    }
}
