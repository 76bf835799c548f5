import Casework
import Domain
import Testing

@Suite("Rules of authorities")
struct AuthorityRulesTests {
    private let own = OrganizationID(high: 1, low: 1)
    private let other = OrganizationID(high: 1, low: 2)
    private let staff = UserID(high: 2, low: 1)
    private let second = UserID(high: 2, low: 2)
    private let today = PartialDate(year: 2026, month: 11, day: 21).flatMap { CivilDate($0) }

    private func draft(_ change: (inout AuthorityDraft) -> Void = { _ in }) throws -> AuthorityDraft {
        var draft = AuthorityDraft(
            recipient: .organization(other),
            purpose: .legalAid,
            groups: FieldGroups([.identity, .narrative]),
            language: "ky",
            method: .verbal,
            expiresOn: try #require(today).advanced(byDays: 30)
        )
        change(&draft)
        return draft
    }

    private func known(_ change: (inout AuthorityCircumstances) -> Void = { _ in }) throws -> AuthorityCircumstances {
        var known = AuthorityCircumstances(
            today: try #require(today),
            owner: own,
            staff: staff,
            recipient: RecipientFacts(id: other)
        )
        change(&known)
        return known
    }

    @Test("A plain consent to an admitted organisation may be recorded")
    func plain() throws {
        #expect(AuthorityRules.problems(try draft(), try known()).isEmpty)
        let outside = try draft { $0.recipient = .outside("Адвокат Ким") }
        #expect(AuthorityRules.problems(outside, try known { $0.recipient = nil }).isEmpty)
    }

    @Test("Recipient, end and language are needed")
    func complete() throws {
        #expect(AuthorityRules.problems(try draft { $0.recipient = .outside("") }, try known()) == [.recipientMissing])
        let day = try #require(today)
        #expect(
            AuthorityRules.problems(try draft { $0.expiresOn = day.advanced(byDays: -1) }, try known()) == [.endPassed]
        )
        let far = day.advanced(byDays: AuthorityRules.longestDays + 1)
        #expect(AuthorityRules.problems(try draft { $0.expiresOn = far }, try known()) == [.endTooFar])
        #expect(AuthorityRules.problems(try draft { $0.language = "" }, try known()) == [.languageMissing])
        #expect(AuthorityRules.problems(try draft(), try known { $0.isMember = false }) == [.notAMember])
    }

    @Test("Nothing goes to oneself, to strangers, to closed or unadmitted ones, or by way of a practice organisation")
    func recipients() {
        func problem(_ change: (inout RecipientFacts) -> Void, isOwnerPractice: Bool = false) -> SharingProblem? {
            var facts = RecipientFacts(id: other)
            change(&facts)
            return RecipientRule.problem(facts.id, facts, owner: own, isOwnerPractice: isOwnerPractice)
        }
        #expect(problem { _ in } == nil)
        #expect(problem { $0.id = own } == .ownOrganization)
        #expect(problem { $0.isActive = false } == .unknownRecipient)
        #expect(problem { $0.id = .installation } == .unknownRecipient)
        #expect(problem { $0.isAdmitted = false } == .notAdmitted)
        #expect(problem { $0.isPractice = true } == .practice)
        #expect(problem({ _ in }, isOwnerPractice: true) == .practice)
        #expect(RecipientRule.problem(other, nil, owner: own, isOwnerPractice: false) == .unknownRecipient)
    }

    @Test("Rule 1: an emergency needs a reason, few fields and a second person, and lapses after 72 hours")
    func emergency() throws {
        let good = try draft {
            $0.basis = .vitalInterest
            $0.giver = .staff
            $0.groups = FieldGroups([.identity, .contact])
            $0.details.reason = "Заперт, звонит тайком"
            $0.secondUser = second
        }
        #expect(AuthorityRules.problems(good, try known()).isEmpty)
        var bad = good
        bad.details.reason = ""
        #expect(AuthorityRules.problems(bad, try known()) == [.reasonMissing])
        bad = good
        bad.groups = .full
        #expect(AuthorityRules.problems(bad, try known()) == [.tooManyFields])
        bad = good
        bad.secondUser = nil
        #expect(AuthorityRules.problems(bad, try known()) == [.secondPersonMissing])
        bad.secondUser = staff
        #expect(AuthorityRules.problems(bad, try known()) == [.samePerson])
        let given = Instant(milliseconds: 0)
        let asked = given.advanced(bySeconds: 90 * 86_400)
        #expect(
            EmergencyRule.end(.vitalInterest, givenAt: given, asked: asked, isConfirmed: false)
                == given.advanced(bySeconds: 72 * 3600)
        )
        #expect(EmergencyRule.end(.vitalInterest, givenAt: given, asked: asked, isConfirmed: true) == asked)
        #expect(EmergencyRule.end(.consent, givenAt: given, asked: asked, isConfirmed: false) == asked)
        #expect(EmergencyRule.needsConfirmation(.vitalInterest, isForState: true))
        #expect(!EmergencyRule.needsConfirmation(.vitalInterest, isForState: false))
        #expect(!EmergencyRule.needsConfirmation(.consent, isForState: true))
    }

    @Test("Rule 4: a state hears only after its sentence, and never against a mark without a lawyer")
    func states() throws {
        func problems(_ isRead: Bool, _ forbids: Bool, _ lawyer: String) -> [SharingProblem] {
            StateRecipientRule.problems(isState: true, isSentenceRead: isRead, forbidsState: forbids, lawyer: lawyer)
        }
        #expect(problems(true, false, "").isEmpty)
        #expect(problems(false, false, "") == [.stateSentenceMissing])
        #expect(problems(true, true, "") == [.stateForbidden])
        #expect(problems(true, true, "Ким").isEmpty)
        #expect(
            StateRecipientRule.problems(isState: false, isSentenceRead: false, forbidsState: true, lawyer: "").isEmpty
        )
        #expect(!StateRecipientRule.mayBeDefault(RecipientFacts(id: other, isState: true)))
        #expect(StateRecipientRule.mayBeDefault(RecipientFacts(id: other)))
        let toState = try known {
            $0.recipient = RecipientFacts(id: other, isState: true)
            $0.forbidsState = true
        }
        #expect(AuthorityRules.problems(try draft { $0.isStateSentenceRead = true }, toState) == [.stateForbidden])
    }

    @Test("Rule 9: a child doesn't consent alone, and its best interest is written down")
    func children() throws {
        let child = try known { $0.isChild = true }
        #expect(AuthorityRules.problems(try draft(), child).contains(.giverMissing))
        let guardian = try draft {
            $0.basis = .guardian
            $0.giver = .guardian
            $0.details.giverName = "Осмонов Бакыт"
        }
        #expect(AuthorityRules.problems(guardian, child).isEmpty)
        #expect(AuthorityRules.problems(try draft { $0.basis = .guardian }, child) == [.giverMissing])
        #expect(AuthorityRules.problems(try draft { $0.basis = .representative }, try known()) == [.giverMissing])
        #expect(
            AuthorityRules.problems(try draft { $0.basis = .childBestInterest }, child) == [.bestInterestMissing]
        )
        #expect(AuthorityRules.problems(try draft { $0.basis = .legalDuty }, try known()) == [.reasonMissing])
    }

    @Test("Rule 3: running deadlines are said first, and the person decides whether the recipient learns why")
    func withdrawing() {
        let silent = WithdrawalDraft(deadlinesWereSaid: false)
        #expect(WithdrawalRule.problem(silent, runningDeadlines: 1) == .deadlinesNotSaid)
        #expect(WithdrawalRule.problem(silent, runningDeadlines: 0) == nil)
        #expect(WithdrawalRule.problem(WithdrawalDraft(deadlinesWereSaid: true), runningDeadlines: 1) == nil)
        #expect(WithdrawalRule.reason(silent) == nil)
        #expect(
            WithdrawalRule.reason(WithdrawalDraft(deadlinesWereSaid: true, recipientLearnsWhy: true)) == "withdrawn"
        )
        let linked = CaseID(high: 3, low: 3)
        #expect(WithdrawalRule.needsDecision(.inProgress, linkedCase: linked))
        #expect(!WithdrawalRule.needsDecision(.inProgress, linkedCase: nil))
        #expect(!WithdrawalRule.needsDecision(.sent, linkedCase: linked))
    }

    @Test("Rule 10: where contact may endanger, or the person wishes it, the sender stays neutral")
    func neutralSender() {
        func sender(_ endangers: Bool, _ wants: Bool) -> String {
            SenderRule.sender(
                named: "Мээрим",
                neutral: "Кеңеш",
                recipientMayEndanger: endangers,
                personWantsNeutral: wants
            )
        }
        #expect(sender(false, false) == "Мээрим")
        #expect(sender(true, false) == "Кеңеш")
        #expect(sender(false, true) == "Кеңеш")
    }

    @Test("Rule 12: what was imported is offered only with an authority, and a practice organisation never offers")
    func offers() {
        #expect(OfferRule.isOffered(isImported: false, isPractice: false, liveAuthorities: 0))
        #expect(!OfferRule.isOffered(isImported: true, isPractice: false, liveAuthorities: 0))
        #expect(OfferRule.isOffered(isImported: true, isPractice: false, liveAuthorities: 1))
        #expect(!OfferRule.isOffered(isImported: false, isPractice: true, liveAuthorities: 1))
    }
}
