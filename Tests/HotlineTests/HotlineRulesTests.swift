import Domain
import Hotline
import People
import Testing

@Suite("The hotline's rules")
struct HotlineRulesTests {
    private static let now = Instant(milliseconds: 1_800_000_000_000)

    private func draft(_ problems: String...) -> ContactDraft {
        ContactDraft(channel: .phone, language: "ky", problems: problems.compactMap { ProblemCode(rawValue: $0) })
    }

    @Test("A contact needs a problem; information stands alone; codes have their forms")
    func problems() {
        #expect(ContactRules.problems(of: draft("unpaid_wages"), now: Self.now).isEmpty)
        #expect(ContactRules.problems(of: draft(), now: Self.now) == [.problemMissing])
        #expect(
            ContactRules.problems(of: draft("information", "unpaid_wages"), now: Self.now) == [.problemStandsAlone]
        )
        var odd = draft("unpaid_wages")
        odd.language = "Kyrgyz"
        odd.hostCountry = "Russia"
        odd.hostRegion = "RU-SVE"
        odd.occurredAt = Self.now.advanced(bySeconds: 3600)
        #expect(
            ContactRules.problems(of: odd, now: Self.now) == [
                .languageUnknown, .countryUnknown, .regionUnknown, .occurredInFuture,
            ]
        )
        let person = PersonID(high: 1, low: 2)
        var twice = draft("unpaid_wages")
        twice.members = [ContactMember(person, .caller), ContactMember(person, .concerned)]
        #expect(ContactRules.problems(of: twice, now: Self.now) == [.personTwice(index: 1)])
    }

    @Test("Rule 7: everything beyond plain information offers five questions")
    func standing() throws {
        let wages = try #require(ProblemCode(rawValue: "unpaid_wages"))
        #expect(StandingQuestions.areOffered([wages]))
        #expect(!StandingQuestions.areOffered([.information]))
        let recorded = StandingQuestions.recorded(["violence": "not_safe_to_ask", "odd": "yes"], for: [wages])
        #expect(recorded.count == 5 && recorded["violence"] == "not_safe_to_ask")
        #expect(recorded["free_to_leave"] == "not_asked")
        #expect(StandingQuestions.recorded(["violence": "yes"], for: [.information]).isEmpty)
        #expect(StandingQuestions.raised(by: ["papers_held": "yes", "violence": "no"]) == ["trafficking"])
        #expect(StandingQuestions.isDanger(["free_to_leave": "yes"]))
        #expect(!StandingQuestions.isDanger(["free_to_leave": "not_safe_to_ask"]))
    }

    @Test("Rule 6: before the check only a name and a year; nothing is said", arguments: RecognitionCheck.allCases)
    func recognition(check: RecognitionCheck) {
        switch check {
        case .notDone, .failed:
            #expect(Recognition.view(after: check) == .nameAndYear)
            #expect(!Recognition.maySaySomething(after: check))
        case .staffOnly:
            #expect(Recognition.view(after: check) == .staffOnly)
            #expect(!Recognition.maySaySomething(after: check))
        case .codeWord, .twoFacts, .newlyRecorded:
            #expect(Recognition.view(after: check) == .confirmed)
            #expect(Recognition.maySaySomething(after: check))
        }
        #expect(
            Recognition.mayTellRelative(.everything, after: check)
                == (Recognition.maySaySomething(after: check) ? .everything : .nothing)
        )
    }

    @Test("Rule 6: the check's result is what is recorded")
    func checked() {
        #expect(Recognition.check(.confirmed(.codeWord)) == .codeWord)
        #expect(Recognition.check(.confirmed(.facts([.birthDate, .homePlace]))) == .twoFacts)
        #expect(Recognition.check(.refused) == .failed)
        #expect(Recognition.check(.notPossible) == .failed)
    }

    @Test("Rule 4: a state body gets no hint about other organisations' people")
    func stateHints() {
        let (own, other) = (OrganizationID(high: 0, low: 7), OrganizationID(high: 0, low: 8))
        #expect(!Recognition.isOffered(owner: other, to: own, isStateRecipient: true))
        #expect(Recognition.isOffered(owner: own, to: own, isStateRecipient: true))
        #expect(Recognition.isOffered(owner: other, to: own, isStateRecipient: false))
    }

    @Test("Rule 10: a wish, other ears or a dangerous organisation make the sender neutral")
    func neutral() {
        #expect(!NeutralSender.isDue(isWished: false, othersHear: false, organizationEndangers: false))
        #expect(NeutralSender.isDue(isWished: true, othersHear: false, organizationEndangers: false))
        #expect(NeutralSender.isDue(isWished: false, othersHear: true, organizationEndangers: false))
        #expect(NeutralSender.isDue(isWished: false, othersHear: false, organizationEndangers: true))
        #expect(NeutralSender.name(isNeutral: true, organization: "Centre", neutral: "a friend") == "a friend")
    }

    @Test("Rule 12: practice takes no calls")
    func practice() {
        #expect(!PracticeRule.takesCalls(isPractice: true))
        #expect(PracticeRule.takesCalls(isPractice: false))
    }

    @Test("A marked number warns for a time, and never when danger is named")
    func marks() {
        #expect(NumberMarks.isWarned(isMarked: true, namesDanger: false))
        #expect(!NumberMarks.isWarned(isMarked: true, namesDanger: true))
        let end = NumberMarks.end(from: Self.now, days: 5000)
        #expect(end == Self.now.advanced(bySeconds: NumberMarks.longestDays * 86_400))
        #expect(!NumberMarks.isLive(expiresAt: end, at: end))
    }

    @Test("Who wasn't reached waits on; who is in danger isn't rung again")
    func attempts() {
        #expect(CallBackRules.state(after: .noAnswer) == .waiting)
        #expect(CallBackRules.state(after: .reached) == .done)
        #expect(CallBackRules.state(after: .unsafe) == .cancelled)
        #expect(CallBackRules.permission(nil, at: Self.now) == .allowed)
    }

    @Test("The ladder is rung from its top, with time to answer, until somebody does")
    func ladder() {
        let waits = [3, 5]
        func next(_ rings: [(place: Int, at: Instant, answer: AlarmAnswer?)], after seconds: Int64 = 0)
            -> OnCallLadder.Next
        {
            OnCallLadder.next(waits: waits, rings: rings, at: Self.now.advanced(bySeconds: seconds))
        }
        #expect(next([]) == .ring(position: 0))
        #expect(next([(0, Self.now, nil)], after: 60) == .wait(seconds: 120))
        #expect(next([(0, Self.now, nil)], after: 180) == .ring(position: 1))
        #expect(next([(0, Self.now, .refused)]) == .ring(position: 1))
        #expect(next([(0, Self.now, .noAnswer), (1, Self.now, .noAnswer)]) == .exhausted)
        #expect(next([(0, Self.now, .noAnswer), (1, Self.now, .answered)]) == .answered)
        #expect(OnCallLadder.next(waits: [], rings: [], at: Self.now) == .exhausted)
    }

    @Test("Duties pass midnight on the clocks of their own zone")
    func hours() throws {
        let day = try #require(CivilDate(iso: "2026-03-12"))
        let night = DutyHours(day: day, fromMinute: 22 * 60, untilMinute: 30 * 60, zone: "Asia/Bishkek")
        #expect(night.startsAt == Instant(on: day, minuteOfDay: 22 * 60, zone: "Asia/Bishkek"))
        #expect(night.endsAt.milliseconds - night.startsAt.milliseconds == 8 * 3_600_000)
        #expect(night.covers(night.startsAt) && !night.covers(night.endsAt))
        let moscow = DutyHours(day: day, fromMinute: 22 * 60, untilMinute: 30 * 60, zone: "Europe/Moscow")
        #expect(moscow.startsAt.milliseconds - night.startsAt.milliseconds == 3 * 3_600_000)
    }

    @Test("A return code is read back however it is written down")
    func codes() {
        let code = ReturnCodes.make(.system)
        #expect(code.count == 9)
        #expect(ReturnCodes.normalized(" " + code.lowercased() + " ") == code.filter { $0 != "-" })
        #expect(ReturnCodes.normalized("12345678") == nil)
        #expect(ReturnCodes.normalized("ABC") == nil)
    }
}
