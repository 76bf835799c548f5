import Casework
import Domain
import Testing

@Suite("Rules of referrals")
struct ReferralRulesTests {
    @Test("The clock is shorter the more urgent it is; it escalates and then expires")
    func clock() {
        let sent = Instant(milliseconds: 0)
        #expect(ReferralClock.due(.emergency, sentAt: sent) == sent.advanced(bySeconds: 3600))
        #expect(ReferralClock.due(.urgent, sentAt: sent) < ReferralClock.due(.normal, sentAt: sent))
        #expect(ReferralClock.escalation(.emergency, sentAt: sent, at: sent.advanced(bySeconds: 3599)) == 0)
        #expect(ReferralClock.escalation(.emergency, sentAt: sent, at: sent.advanced(bySeconds: 3600)) == 1)
        #expect(ReferralClock.escalation(.emergency, sentAt: sent, at: sent.advanced(bySeconds: 90_000)) == 4)
        #expect(ReferralClock.expiry(.emergency, sentAt: sent) == sent.advanced(bySeconds: 5 * 3600))
    }

    @Test("States move only as the table says", arguments: ReferralState.allCases)
    func moves(state: ReferralState) {
        for next in ReferralState.allCases {
            #expect((ReferralRules.move(from: state, to: next) == nil) == state.next.contains(next))
        }
        #expect(state.isLive || state.next.isEmpty)
    }

    @Test("Without a recipient, an open case and a live authority nothing is sent")
    func circumstances() {
        let own = OrganizationID(high: 1, low: 1)
        let other = OrganizationID(high: 1, low: 2)
        var known = ReferralRules.Circumstances(
            owner: own,
            recipient: RecipientFacts(id: other),
            authority: nil,
            now: Instant(milliseconds: 0)
        )
        #expect(ReferralRules.problems(to: other, known) == [.consentMissing])
        #expect(ReferralRules.problems(to: own, known) == [.ownOrganization])
        known.status = .closed
        known.isReferred = true
        #expect(ReferralRules.problems(to: other, known) == [.caseClosed, .consentMissing, .alreadyReferred])
        known.childRefusals = [.secondPersonMissing, .guardianMissing]
        #expect(ReferralRules.problems(to: other, known).contains(.childSecondPersonMissing))
        #expect(ReferralRules.problems(to: other, known).contains(.childGuardianMissing))
    }
}
