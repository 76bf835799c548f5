import Access
import Database
import Domain

extension SharingCore {
    /// What is known where a case is referred or offered to another organisation.
    func circumstances(
        _ head: CaseHead,
        _ recipient: OrganizationID,
        _ authority: Authority?,
        _ authorities: [Authority],
        _ principal: Principal,
        on connection: any Connection
    ) throws -> ReferralRules.Circumstances {
        let owner = principal.organization
        let facts = self.recipient(recipient)
        var known = ReferralRules.Circumstances(
            owner: owner,
            isOwnerPractice: isPractice(owner),
            recipient: facts,
            status: head.status,
            authority: authority,
            now: now
        )
        known.isReferred = try !liveReferrals(of: head.id, from: owner, to: recipient, on: connection).isEmpty
        let live = authorities.filter { $0.recipient == recipient && $0.isLive(at: now) }
        for person in Set(live.map(\.person)).sorted() {
            let standing = try cases.standing(of: person, for: principal, on: connection)
            let carries = live.contains { authority in
                authority.person == person
                    && StateRecipientRule.stillCarries(
                        authority,
                        isState: facts?.isState == true,
                        forbidsState: standing.forbidsState
                    )
            }
            if !carries { known.forbidsState = true }
            let note = try entries.childNote(of: head.id, person: person, for: principal, on: connection)
            let refusal = ChildRule.refusal(
                isChild: standing.isChild || note != nil,
                record: note,
                toState: facts?.isState == true
            )
            if let refusal { known.childRefusals.append(refusal) }
        }
        return known
    }
}
